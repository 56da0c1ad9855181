import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { at, minute, parcels, placed, s1, scenario, scene, ship } from './scripts.ts';

const [oldEmail, newEmail] = ['ada@o1.example', 'ada@o1.new.example'];

/** An order of many pieces, of which single parcels end nothing. */
const ofMany = (slug: DistributorSlug) =>
  placed({ ...scene(slug, []), orders: [{ ...s1, orderId: 'O1', slug, quantity: 9 }] });

const third = '1Z12345E6605272234';

/** Whether the webstore has come through with this address. */
const isKnown = ({ rows }: World, email: string): boolean =>
  [...rows.values()].some((row) => row.sk === 'ORDER' && JSON.stringify(Reflect.get(row, 'customer')).includes(email));

/** What SES tells is known so soon after it told it, whatever went wrong. */
const knownWithin = 10 * minute;

/** Which mails went to an address of which SES had told that it takes none, or wants none. */
const inVain = ({ mails }: World): number =>
  mails.filter(({ to, at }) => mails.some((other) => other.to === to && at > (other.back?.at ?? at) + knownWithin))
    .length;

const mailsTo = ({ mails }: World, email: string, number: string): number =>
  mails.filter(({ to, text, back }) => to === email && text.includes(number) && back?.how !== 'bounced').length;

/**
 * The mail of the first parcel comes back half a minute after it was sent, or is called unwanted; a second parcel leaves, then the webstore
 * tells another address, once, and a third parcel leaves. What the first address did not get goes to the second, and no more mail to the first.
 */
export const returned = (slug: DistributorSlug, how: 'bounced' | 'unwanted'): Scenario =>
  scenario(
    `a mail of ${slug} that ${how === 'bounced' ? 'comes back' : 'is not wanted'}`,
    ofMany(slug),
    [
      ship(slug, 10, parcels[0], 1),
      { at: 60.5 * minute, act: { do: 'return-mail', to: oldEmail, how } },
      ship(slug, 100, parcels[1], 1),
      at(200, ask.putOrder({ ...s1, orderId: 'O1', slug, quantity: 9, email: newEmail })),
      ship(slug, 300, third, 1),
    ],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkTold(world);
        if (inVain(world) > 0) wrong(world, `A mail went to ${oldEmail} after SES had told of it.`);
        if (!isKnown(world, newEmail) || !world.mails.some(({ back }) => back !== undefined)) return;
        const owed = how === 'bounced' ? [...parcels, third] : [parcels[1], third];
        for (const number of owed)
          if (mailsTo(world, newEmail, number) === 0)
            wrong(world, `The customer is never told of ${number} at the address that takes mail.`);
      },
    },
  );
