import type { Row } from '../../../shared/domain/ports/table.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { checkRest, checkSettled } from '../invariants/at-rest.ts';
import { atRest, isSettled } from '../invariants/invariants.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { ApiRequest, World } from '../world/state.ts';
import { doubtful, illWritten, illWrittenAccount, lateAcceptance } from './doubtful-worlds.ts';
import { asked, run, stepWith, worldWith } from './prepared-worlds.ts';
import { accepted, at, firstPlaced, minute, parcels, placed, s1, scenario, scene, ship } from './scripts.ts';

/** Everything that callers may change, changed while orders are placed. */
export const doors = (slug: DistributorSlug): Scenario =>
  scenario(
    `every door of the API, at ${slug}`,
    () => firstPlaced(slug),
    [
      at(0, ask.submitMany('s1', ['O2', 'O9'])),
      at(3, ask.newKey('s1')),
      at(4, ask.enterShipment('s1', 'O1-A', parcels[0])),
      at(4.2, ask.correctShipment('s1', 'O1-A', '1Z12345E6605272234', parcels[0])),
      at(4.4, ask.takeBackShipment('s1', 'O1-A', '1Z12345E6605272234')),
      at(5, ask.redeliver('s1')),
      at(5.5, ask.eraseCustomer('s1', 'O1')),
    ],
    {
      isOver: (world) => isSettled(world) && isErasedOrLate(world),
      checkEnd: (world) => {
        checkSettled(world);
        checkErased(world, 'O1');
      },
    },
  );

/** Everything that callers may ask to see. */
export const readings = (slug: DistributorSlug): Scenario =>
  scenario(
    `everything that callers see, at ${slug}`,
    () => firstPlaced(slug),
    [
      ask.viewDialog('s1', 'O2'),
      ask.viewOrder('s1', 'O1'),
      ask.viewPurchaseOrder('s1', 'O1-A'),
      ask.listPurchaseOrders('s1'),
      ask.listPurchaseOrders('s9'),
      ask.listAttention,
      ask.listKeys('s1'),
      ask.listDeliveries('s1'),
      ask.viewStore('s1'),
      ask.listDistributors('s1'),
      ask.listStores,
      ask.listAllStoresKeys,
      ask.listOrders('s1'),
      ask.viewTimeline('s1', 'O1'),
      ask.fetchOffer('s1', 'O2'),
      ask.cancelPurchaseOrder('s1', 'O1-A'),
    ].map((request) => at(1, request)),
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** What the distributor calls the only order that it has, and says so on the telephone. */
const orderNumberOf = ({ distributors }: World, slug: DistributorSlug): string | undefined =>
  distributors[slug].orders[0]?.shares[0].orderNumber;

/** The key that was made first or last, by its id. */
const keyAt = (world: World, at: number): string =>
  [...world.rows.values()]
    .filter(({ sk }) => sk === 'KEY')
    .map(({ pk }) => pk.replace('KEY#', ''))
    .at(at) ?? '';

/** Keys to one store and to all, made and revoked, and a webhook tried. */
export const keysAndWebhook = (slug: DistributorSlug): Scenario =>
  scenario(
    `keys, and a webhook that is tried, of a store at ${slug}`,
    async () => {
      const world = await worldWith(scene(slug, ['O1']));
      await asked(world, ask.newKey('s1'));
      await asked(world, ask.newAllStoresKey);
      return { ...world, told: [] };
    },
    (world) => [
      at(0, ask.newKey('s1')),
      at(1, ask.revokeKey('s1', keyAt(world, 0))),
      at(2, ask.newAllStoresKey),
      at(3, ask.revokeAllStoresKey(keyAt(world, -1))),
      at(4, ask.sendTestEvent('s1')),
    ],
    { isOver: (world) => world.script.length === 0 && atRest(world) },
  );

const wasResolved = ({ told }: World): boolean =>
  told.some(({ route, status }) => route.endsWith('/resolve') && status < 300);

/** What a person has decided asks nobody any more. */
const checkPutAway = (world: World): void => {
  const asks = purchaseOrders(world).some(({ poNumber, attention }) => poNumber === 'O1-A' && attention !== null);
  if (wasResolved(world) && asks) wrong(world, 'A person has decided, and is asked still.');
};

/** The answer is lost and the distributor cannot show the order: a person says how it is, truly or not. */
export const resolved = (
  slug: DistributorSlug,
  { placed, said }: { readonly placed: boolean; readonly said: 'accepted' | 'not-placed' },
): Scenario =>
  scenario(
    `a person says of a doubtful order of ${slug} ${said}, and it was ${placed ? '' : 'not '}placed`,
    () => doubtful(slug, placed ? 'timeout-after' : 'timeout-before', 26 * 60),
    (world) => [
      at(1, ask.resolve('s1', 'O1-A', said, orderNumberOf(world, slug))),
      ...(said === 'not-placed' ? [at(2, ask.submitDialog('s1', 'O1'))] : [ship(slug, 10, parcels[0], 2)]),
    ],
    {
      isOver: (world) => (said === 'accepted' && placed ? allIsTold(world) : atRest(world)),
      checkEnd: (world) => {
        checkRest(world);
        checkPutAway(world);
      },
    },
  );

/** The customer is erased while nobody knows whether the order was taken. */
export const erasedInDoubt = (slug: DistributorSlug, arrived: boolean): Scenario =>
  scenario(
    `a customer of ${slug} is erased in doubt, and the request had ${arrived ? '' : 'not '}arrived`,
    () => doubtful(slug, arrived ? 'timeout-after' : 'timeout-before', 0.25),
    [at(0.05, ask.eraseCustomer('s1', 'O1'))],
  );

const personal = /ada@|Ada Rider|1 Main St/;

/** Once somebody was told that the customer of this order is erased, and its attempts are settled, no row of it knows the customer. */
const checkErased = (world: World, orderId: string): void => {
  if (
    !world.told.some(
      ({ route, path, status }) => route.endsWith('/customer') && path.orderId === orderId && status < 300,
    )
  )
    return;
  const kept = [...world.rows.values()].find(
    (row) => Reflect.get(row, 'orderId') === orderId && personal.test(JSON.stringify(row)),
  );
  if (kept !== undefined) wrong(world, `The customer's data is still in ${kept.pk} ${kept.sk}.`);
};

/** The customer of a refused order is erased; `cutShort` = by somebody who died when the order itself was. */
export const erasedAfterwards = (slug: DistributorSlug, cutShort: boolean): Scenario =>
  scenario(
    `a customer of an order that ${slug} refused is erased${cutShort ? ' by somebody who died' : ''}`,
    async () => {
      const world = await placed(scene(slug, ['O1'], { partNumber: 'UNKNOWN-1' }))();
      if (!cutShort) return world;
      world.script = [{ at: world.now, act: { do: 'request', request: ask.eraseCustomer('s1', 'O1') } }];
      await stepWith(world, 'crash-after', 'write');
      return { ...world, told: [] };
    },
    cutShort ? [] : [at(1, { ...ask.eraseCustomer('s1', 'O1'), again: 1 })],
    {
      isOver: (world) => atRest(world) && !isErasing(world),
      checkEnd: (world) => {
        checkRest(world);
        const kept = [...world.rows.values()].find((row) => personal.test(JSON.stringify(row)));
        if (kept !== undefined) wrong(world, `The customer's data is still in ${kept.pk} ${kept.sk}.`);
      },
    },
  );

const dayInMinutes = 24 * 60;
const day = dayInMinutes * minute;

/** Customers' data is kept for thirty days after the last that happened; the parcel leaves on the thirty-fifth. */
export const kept = (slug: DistributorSlug): Scenario =>
  scenario(
    `a customer of ${slug} whose data is kept for thirty days`,
    placed({ ...scene(slug, ['O1']), retentionDays: 30 }),
    [ship(slug, 35 * dayInMinutes, parcels[0], 2)],
    {
      isOver: (world) =>
        world.script.length === 0 &&
        allIsTold(world) &&
        (![...world.rows.values()].some(isOwedErasure) || world.now > world.observed.lastFaultAt + 66 * day),
      checkEnd: (world) => {
        checkRest(world);
        if (!world.mails.some(({ to, text }) => to.startsWith('ada@') && text.includes(parcels[0])))
          wrong(world, 'A customer whose order was still on its way was erased, and not told of its parcel.');
        const left = [...world.rows.values()].find((row) => personal.test(JSON.stringify(row)));
        if (left !== undefined) wrong(world, `The customer's data is kept for ever in ${left.pk} ${left.sk}.`);
      },
    },
  );

const isOwedErasure = ({ due }: Row): boolean => due === 'erase';

const isErasing = (world: World): boolean => [...world.rows.values()].some((row) => isBeingErased(row, world.now));

/** So long after the last fault nothing personal is left. */
const erasedWithin = 25 * 60 * minute;
const isErasedOrLate = (world: World): boolean =>
  !isErasing(world) || world.now > world.observed.lastFaultAt + world.observed.patience + erasedWithin;

/** It is due within days, not at the end of the time for which data is kept. */
const isBeingErased = ({ due, dueAt }: Row, now: number): boolean =>
  due === 'erase' && Date.parse(dueAt ?? '') < now + 30 * 24 * 60 * minute;

/** Nobody can read the row of an order in doubt; a person finds out. */
export const illWrittenRow = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order in doubt at ${slug} whose row cannot be read`,
    () => illWritten(slug),
    [at(150, ask.resolve('s1', 'O1-A', 'accepted'))],
    { isOver: (world) => world.script.length === 0 && atRest(world) },
  );

/** Nobody can read the row of the account, or of the settings, with which an order in doubt would be looked up. */
export const illWrittenAccountRow = (slug: DistributorSlug, kind: 'SCHEDULE' | 'DISTRIBUTOR'): Scenario =>
  scenario(
    `an order in doubt at ${slug} whose ${kind === 'SCHEDULE' ? 'account' : 'settings'} cannot be read`,
    () => illWrittenAccount(slug, kind),
    [],
    { isOver: (world) => atRest(world) || world.now > world.observed.lastFaultAt + day + 2 * 60 * minute },
  );

/** A clerk at the distributor changes an order whose answer was lost. */
export const changedThere = (slug: DistributorSlug): Scenario =>
  scenario(`a doubtful order that ${slug} has changed`, () => doubtful(slug, 'timeout-after', 0.25), [
    { at: 0, act: { do: 'change', slug, poNumber: 'O1-A', quantity: 1 } },
    at(60, ask.resolve('s1', 'O1-A', 'accepted')),
  ]);

/** On the fifth day a person has the order entered by telephone, and says so; it ships a day later. */
export const byTelephone = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that a person placed by telephone on the fifth day`,
    () => doubtful(slug, 'timeout-after', 5 * 24 * 60),
    [
      { at: 0, act: { do: 'enter-anew', slug, poNumber: 'O1-A' } },
      at(1, ask.resolve('s1', 'O1-A', 'accepted')),
      ship(slug, 24 * 60, parcels[0], 2),
    ],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** A parcel that the distributor takes back, and another in its place; the first comes back. */
export const vanishing = (slug: DistributorSlug): Scenario =>
  scenario(
    `a parcel of ${slug} that vanishes`,
    accepted(slug),
    [
      ship(slug, 10, parcels[0], 1),
      { at: 70 * minute, act: { do: 'unship', slug, poNumber: 'O1-A', trackingNumber: parcels[0] } },
      ship(slug, 75, parcels[1], 1),
      ship(slug, 30 * 60, '1Z12345E6605272234', 1),
    ],
    { isOver: (world) => world.script.length === 0 && allIsTold(world), checkEnd: checkTold },
  );

/** A webstore whose PUT is not answered, or with 5xx, sends it again. */
const putAgain = (wish: ask.Wish): ApiRequest => ({ ...ask.putOrder(wish), again: 1 });

const newEmail = 'ada@o1.new.example';

/** SES refuses the customer's mailbox, and the webstore tells another: the mail goes there. */
export const newAddress = (slug: DistributorSlug): Scenario =>
  scenario(
    `a customer of ${slug} whose mailbox is refused, and who has another`,
    async () => {
      const world = await accepted(slug)();
      world.script = [{ ...ship(slug, 0, parcels[0], 2), at: world.now }];
      await stepWith(world, 'mail-refused', 'mail');
      await run(world, world.now + 5 * minute);
      return { ...world, now: world.now + 5 * minute, told: [] };
    },
    [at(1, putAgain({ ...s1, orderId: 'O1', slug, email: newEmail }))],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkTold(world);
        if (!world.mails.some(({ to, text }) => to === newEmail && text.includes(parcels[0])) && !isRefusedTwice(world))
          wrong(world, `The customer is never told of ${parcels[0]} at the address that takes mail.`);
      },
    },
  );

/** The new address was refused as well. */
const isRefusedTwice = ({ rows }: World): boolean =>
  [...rows.values()].filter((row) => Reflect.get(row, 'type') === 'customer_mail.failed').length > 1;

/** The webstore cancels an order that the distributor has taken. */
export const cancelledAfter = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that is cancelled after it was accepted`,
    accepted(slug),
    [at(5, putAgain({ ...s1, orderId: 'O1', slug, status: 'Cancelled' })), ship(slug, 20, parcels[0], 2)],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkTold(world);
        if (purchaseOrders(world).some(({ attention }) => attention === null))
          wrong(world, 'Nobody is asked about a cancelled order that the distributor holds.');
      },
    },
  );

/** A look-up that was under way while a person said "not placed" finds the order; the person lets it stand. */
export const foundLate = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} found just after a person said that it was not placed`,
    () => lateAcceptance(slug),
    [
      at(0.5, ask.resolve('s1', 'O1-A', 'not-placed')),
      at(10, ask.resolve('s1', 'O1-A', 'accepted')),
      at(90, { ...ask.resolve('s1', 'O1-A', 'accepted'), again: 1 }),
    ],
    {
      isOver: (world: World) => world.script.length === 0 && atRest(world),
      checkEnd: (world) => {
        checkRest(world);
        // Where nobody came to write down that it was found, nobody can say that it stands.
        if (purchaseOrders(world).some(({ state, attention }) => state === 'refused' && attention !== null))
          wrong(world, 'A person says that a refused order stands, and it does not.');
      },
    },
  );
