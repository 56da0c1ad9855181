import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { newerVersion, olderVersion } from '../faults/deploys.ts';
import { daysLater } from '../faults/moves.ts';
import { stayingFaults } from '../faults/staying.ts';
import { mutants } from '../mutants/all.ts';
import type { Job } from './pool.ts';
import { smallConstants } from './small.ts';
import type { Task } from './task.ts';
import { knownWays } from './ways.ts';

const job = (name: string, task: Task): Job => ({ name, task, mutant: null });

type Narrowed = { readonly using?: readonly string[]; readonly first?: readonly string[] };

const mostOf = (faults: number, { first }: Narrowed): string =>
  first !== undefined && faults > 1
    ? `≤${faults - 1}, after some ≤${faults} faults`
    : `≤${faults} ${faults === 1 ? 'fault' : 'faults'}`;

const explore = (scenario: string, faults: number, narrowed: Narrowed = {}): readonly Job[] => [
  job(`${mostOf(faults, narrowed)}, ${scenario}`, {
    do: 'explore',
    scenario,
    faults,
    enough: 3,
    ...narrowed,
  }),
];

/** Faults after which another function has to finish the work. */
const handsOver = ['crash-after', 'mail-refused', 'lost-message'] as const;

/** An order whose answer is missing, and something in between that answers its look-ups. */
const gateways: readonly string[] = [
  'timeout-after',
  'crash-after',
  'very-late',
  'unrouted',
  'unrouted-page',
  'method-refused',
  'not-implemented',
];

/** Faults after which it is open whether the order was taken. */
const leavesOpen: readonly string[] = ['timeout-after', 'very-late', 'late-and-crash', 'received-twice-refused'];

/** Faults between which two people may overtake each other. */
const races: readonly string[] = ['crash-after', 'overtaken', 'frozen', 'conflict-after', 'timeout-after', 'very-late'];

/** Of several faults that come to the same, one. */
const few: readonly string[] = [...races, 'lost-message', 'rate-limited', 'bad-credentials', 'refused-connection'];

/** A no to a copy of our request, and what may keep the look-ups after it from being made. */
const refusedAfterAll: readonly string[] = [
  'received-twice-refused',
  'received-then-unauthorized',
  'reject-payment',
  'crash-after',
  'timeout-before',
  'garbage',
];

const staying = stayingFaults('wps').map(({ name }) => name);
/** Without its queues nothing is done at all, for as long as they are gone: that is an alarm's, and stands in docs/proof.md. */
const forEver = staying.filter((name) => name.endsWith('for ever') && !name.startsWith('queues'));
/** A day without the vault is thousands of tries in vain. */
const isLong = (name: string): boolean => /^vault down for a day|^queues down for ever/.test(name);

/** What takes long and is searched in a campaign only: a third fault, and everything that stays, at every distributor. */
export const long = (): readonly Job[] =>
  distributorSlugs.flatMap((slug) => [
    ...explore(`one order at ${slug}, until it is settled`, 3),
    ...explore(`one order at ${slug}, while a port is down`, 1, {
      using: staying.filter((name) => !name.startsWith('queues down for ever')),
    }),
    ...explore(`every door of the API, at ${slug}`, 1),
    ...explore(`two submits of one item at ${slug}`, 2),
  ]);

/** What is searched exhaustively. `more` faults than usual where more are asked for. */
export const exhaustive = (faults: number | null): readonly Job[] => [
  ...explore('one order at wps, until it is settled', faults ?? 2),
  ...explore('one order at wps', faults ?? 1),
  ...explore('two submits of one item at wps', faults ?? 2, { first: races }),
  ...distributorSlugs.filter((slug) => slug !== 'wps').flatMap((slug) => explore(`one order at ${slug}`, faults ?? 2)),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`orders of one account at ${slug}`, 1),
    ...explore(`submitted again after a refusal by ${slug}`, 1),
    ...explore(`two parcels of ${slug}`, slug === 'wps' ? 2 : 1, { first: handsOver }),
    ...explore(`submitted once more at ${slug}`, 2, { using: refusedAfterAll }),
    ...explore(`submitted once more at ${slug}, with another account`, 1, {
      using: [...refusedAfterAll, 'lagging', 'overtaken'],
    }),
    ...explore(`an order of ${slug} that people see to`, slug === 'wps' ? 2 : 1, { first: handsOver }),
    ...explore(`settings of ${slug}`, 1),
    ...explore(`settings of ${slug}, before any order`, 1),
    ...explore(`a customer of an order that ${slug} refused is erased`, 1),
    ...explore(`a customer of an order that ${slug} refused is erased by somebody who died`, 1),
    ...explore(`a stopped account of ${slug}`, 1),
    ...explore(`tracking of ${slug} that was resumed by somebody who died`, 1),
  ]),
  ...(['wps', 'automatic', 'tucker-rocky'] as const).flatMap((slug) =>
    explore(`one order at ${slug}, which goes down`, 2, {
      using: ['crash-after', 'the distributor is down for thirty hours'],
    }),
  ),
  ...(['wps', 'automatic'] as const).flatMap((slug) => [
    ...explore(`one order at ${slug}, behind a gateway`, 2, { using: gateways }),
    ...explore(`one order at ${slug}, whose list is cut`, 2, { using: ['timeout-after', 'unrouted'] }),
    ...explore(`one order at ${slug}, whose list names no order`, 2, { using: ['timeout-after', 'unrouted'] }),
  ]),
  ...['counts more than it shows', 'says that it failed'].flatMap((fault) =>
    explore(`one order at wps, whose list ${fault}`, 2, { using: ['timeout-after', 'unrouted'] }),
  ),
  ...(['wps', 'automatic'] as const).flatMap((slug) =>
    explore(`a doubtful order of ${slug} beside one just like it`, 1),
  ),
  ...explore('two parcels of wps, whose list is not to be had', 1),
  ...explore('two parcels of automatic, whose list is not to be had', 1),
  ...(['wps', 'automatic'] as const).flatMap((slug) =>
    explore(`two stores with one account at ${slug}`, 1, {
      using: ['crash-after', 'conflict', 'overtaken', 'timeout-after'],
    }),
  ),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`an order of ${slug} at which nobody worked for a day`, 1, { using: leavesOpen }),
    ...explore(`a doubtful order of ${slug} at which nobody worked for a day`, 1, { using: leavesOpen }),
  ]),
  ...distributorSlugs.flatMap((slug) => [
    ...[
      `an order of ${slug} of which a person enters all pieces too early`,
      `the only parcel of ${slug}, which vanishes`,
      `four orders of ${slug}, of which one's watch cannot be read`,
      `an order of ${slug} that is cancelled, and its store's webhook is gone`,
      `an order of ${slug} that is cancelled while its store's webhook is down for five days`,
      `credentials of ${slug} that are replaced while a sweep learns that the old ones are no good`,
    ].flatMap((name) => explore(name, 0)),
    ...explore(
      `an order of ${slug} a moment after its credentials were verified`,
      1,
      slug === 'wps' ? {} : { using: ['rate-limited', 'server-error'] },
    ),
  ]),
  ...distributorSlugs.flatMap((slug) => explore(`a customer of ${slug} whose data is kept for thirty days`, 0)),
  ...[2, 4].flatMap((more) => explore(`an order of wps whose row holds as many steps as it may, and ${more} more`, 1)),
  ...explore('one order at wps, whose lines are delivered twice', 1, { using: ['slow'] }),
  ...explore("one order at wps, where somebody else's cart has its number", 1, {
    using: ['crash-after', 'timeout-after'],
  }),
  ...explore('a dialog that waits, at wps', 1),
  ...explore('parcels of two stores from wps', 1),
  ...explore('a stopped account of wps that is verified', 1),
  ...explore('an order of parts-unlimited that a person placed by telephone on the fifth day', 0),
  ...explore('six weeks that end during a sweep by wps', 0),
  ...explore('tracking of wps that is stopped while it is resumed', 1, { using: ['frozen', 'crash-after'] }),
  ...explore('the last day of six weeks at wps', 1),
  ...explore('the last day of six weeks at automatic, beside a young order', 0),
  ...explore('an order placed during a sweep by wps', 1),
  ...explore('orders placed just before and after a sweep by wps', 1, { using: ['rate-limited', 'stale'] }),
  ...explore('an order placed a second before a sweep by wps', 1, { using: ['stale', 'crash-after', 'overtaken'] }),
  ...explore('an order of wps that nobody looks for any more', 0),
  ...explore('a parcel of a test order of automatic', 0),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`numbers of ${slug} that a person and the distributor tell`, 0),
    ...explore(`eight parcels of one order at ${slug}`, 0),
  ]),
  ...explore('numbers of wps that a person and the distributor tell', 1, { using: ['crash-after', 'overtaken'] }),
  ...explore('two numbers of wps that are entered at once', 1),
  ...explore('a store at wps whose signing secret is replaced', 1, { using: ['crash-after', 'conflict-after'] }),
  ...distributorSlugs.flatMap((slug) =>
    explore(`an order of ${slug} of which a part cannot be read for three days`, 0),
  ),
  ...[
    'one order at wps, until it is settled',
    'two parcels of wps',
    'settings of wps',
    ...distributorSlugs.map((slug) => `every door of the API, at ${slug}`),
  ].flatMap((name) => explore(`${name}, beside a newer version`, 1, { using: [newerVersion.name] })),
  ...distributorSlugs.flatMap((slug) =>
    [
      `one order at ${slug}`,
      `two parcels of ${slug}`,
      `every door of the API, at ${slug}`,
      `an order of ${slug} that people see to`,
    ].flatMap((name) => explore(`${name}, after an older version`, 1, { using: [olderVersion.name] })),
  ),
  ...distributorSlugs.flatMap((slug) =>
    [
      `one order at ${slug}`,
      `submitted again after a refusal by ${slug}`,
      `two parcels of ${slug}`,
      `a customer of ${slug} is erased in doubt, and the request had not arrived`,
    ].flatMap((name) => explore(`${name}, and a message of three days ago`, 1, { using: [daysLater.name] })),
  ),
  ...explore('two submits of one item at wps, beside a newer version', 2, {
    using: [newerVersion.name, 'overtaken', 'timeout-after'],
  }),
  ...explore('a parcel of wps, of which no mail can be sent', 1, { using: ['crash-after', 'throttled'] }),
  ...explore('six orders of automatic, one of which cannot be read', 0),
  ...explore("an order of another's under our number at wps", 1, { using: ['crash-after'] }),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`a parcel of ${slug} that vanishes`, 0),
    ...explore(`a doubtful order that ${slug} has changed`, 0),
    ...[`a customer of ${slug} is erased in doubt, and the request had`].flatMap((name) => [
      ...explore(`${name} arrived`, 1),
      ...explore(`${name} not arrived`, 1),
    ]),
  ]),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`a customer of ${slug} whose mailbox is refused, and who has another`, 1),
    ...explore(`an order of ${slug} that is cancelled after it was accepted`, 1),
  ]),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`orders of ${slug} that are no longer wanted while they are sent`, 1, {
      using: ['frozen', 'crash-after'],
    }),
    ...explore(`submitted at ${slug}, again, and once more after the customer came back`, slug === 'wps' ? 2 : 1, {
      using: ['received-twice-refused', 'garbage', 'reject-payment'],
    }),
    ...explore(`an order of ${slug} that is cancelled, wanted again, and cancelled again`, slug === 'wps' ? 1 : 0, {
      using: ['crash-after', 'overtaken'],
    }),
  ]),
  ...distributorSlugs.flatMap((slug) => [
    ...explore(`a parcel of ${slug} that is told by two numbers in turn`, 0),
    ...explore(`two items from ${slug} in one box`, 1),
  ]),
  ...distributorSlugs.flatMap((slug) =>
    explore(`an order in doubt at ${slug} whose row cannot be read`, slug === 'wps' ? 1 : 0, {
      using: ['crash-after', 'overtaken'],
    }),
  ),
  ...explore('an order in doubt at wps whose account cannot be read', 0),
  ...explore('an order in doubt at tucker-rocky whose settings cannot be read', 0),
  ...explore('every door of the API, at wps', 1),
  ...distributorSlugs.flatMap((slug) => explore(`everything that callers see, at ${slug}`, 1)),
  ...explore('keys, and a webhook that is tried, of a store at wps', 1),
  ...['parts-unlimited', 'tucker-rocky'].flatMap((slug) =>
    explore(`a cancelled order of ${slug} of which a person says twice that it was placed`, 0),
  ),
  ...['parts-unlimited', 'tucker-rocky'].flatMap((slug) =>
    ['accepted, and it was placed', 'accepted, and it was not placed', 'not-placed, and it was not placed'].flatMap(
      (said) => explore(`a person says of a doubtful order of ${slug} ${said}`, slug === 'parts-unlimited' ? 1 : 0),
    ),
  ),
  ...explore('an order of parts-unlimited found just after a person said that it was not placed', 1),
  ...explore('one order at wps, while a port is down', 1, {
    using: staying.filter((name) => !isLong(name) && !forEver.includes(name)),
  }),
  ...explore('one order at wps, while a port is down', 2, {
    first: ['timeout-after'],
    using: ['timeout-after', ...forEver],
  }),
  ...explore('three at once with one item at wps', 1, { using: few }),
  ...explore('six orders at once at wps', 1),
  ...explore('fourteen orders at once at wps', 0),
  ...(['at-once', 'late', 'never'] as const).flatMap((expiry) =>
    explore(`six weeks without a parcel of automatic; what expires is deleted ${expiry}`, 0),
  ),
];

/** Again with small constants: cursors, cut sweeps and pages where else there are none. */
export const withSmallConstants = (): readonly Job[] =>
  [
    ...explore('six orders at once at wps', 0),
    ...explore('every door of the API, at wps', 0),
    ...explore('six orders of automatic, one of which cannot be read', 0),
    ...explore('orders placed just before and after a sweep by wps', 0),
    ...explore('parcels of two stores from wps', 0),
    ...distributorSlugs.flatMap((slug) => [
      ...explore(`one order at ${slug}`, 1, { using: few }),
      ...explore(`submitted again after a refusal by ${slug}`, 0),
      ...explore(`orders of one account at ${slug}`, 1, { using: ['timeout-after', 'lagging', 'crash-after'] }),
      ...explore(`an order of ${slug} that people see to`, 0),
      ...explore(`a stopped account of ${slug}`, 0),
      ...explore(`two items from ${slug} in one box`, 0),
      ...explore(`a customer of an order that ${slug} refused is erased`, 0),
    ]),
    ...explore('two submits of one item at wps', 1),
    ...distributorSlugs.flatMap((slug) =>
      explore(`four parcels of ${slug}`, slug === 'wps' ? 1 : 0, {
        using: ['crash-after', 'overtaken', 'frozen', 'rate-limited'],
      }),
    ),
  ].map((each) => ({ ...each, name: `${each.name}, with small constants`, patches: smallConstants }));

/** Each sabotage is hunted in its own copy of the source; `anew` = whatever way is known on which it was caught. */
export const hunts = (anew: boolean): readonly Job[] => {
  const known = knownWays();
  return mutants.map((mutant) => {
    const { what, in: scenarios, faults, using } = mutant;
    const way = known.find((each) => each.what === what);
    const task: Task = {
      do: 'hunt',
      what,
      in: scenarios,
      faults,
      seconds: 180,
      known: anew || way === undefined ? null : { scenario: way.scenario, schedule: way.schedule },
      ...(using === undefined ? {} : { using }),
    };
    return { name: what, mutant, task };
  });
};

/** A few searches that come to most of the program, for a judge of many mutants. */
export const quick = (): readonly Job[] => [
  ...explore('one order at wps, until it is settled', 1),
  ...['parts-unlimited', 'tucker-rocky'].flatMap((slug) => explore(`one order at ${slug}`, 1)),
  ...explore('two submits of one item at wps', 0),
  ...explore('every door of the API, at wps', 0),
  ...explore('a parcel of wps that vanishes', 0),
  ...explore('orders placed just before and after a sweep by wps', 0),
  ...explore('a stopped account of wps', 0),
  ...explore('the last day of six weeks at automatic, beside a young order', 0),
];

/** What leads to the sabotages leads to nothing where there is none. */
export const control = (): readonly Job[] => [
  job('the ways to the sabotages, without them', { do: 'replay', ways: knownWays() }),
];

export const honesty: readonly Job[] = [job('assumption A1 broken', { do: 'break-a1', scenario: 'one order at wps' })];

export const random = (seed: number, schedules: number, seconds: number | null): readonly Job[] =>
  [0, 1].map((half) =>
    job(`random worlds from seed ${seed + half}`, {
      do: 'random',
      seed: seed + half,
      schedules: Math.ceil(schedules / 2),
      seconds,
    }),
  );
