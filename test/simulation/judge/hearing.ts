import { wrong } from '../invariants/remembered.ts';
import type { World } from '../world/state.ts';
import { enteredFor, enteredNumbers, heldUnder, resolvedAs, saidNoThere, secret } from './facts.ts';
import { remember } from './judged.ts';
import { type Saying, sayingsIn, storesIn } from './sayings.ts';

/**
 * A yes is an order with this content; a no is none. What a person has decided is that person's word, and what a distributor said to a
 * copy of the request is told as it said it: that it goes before a person is seen later.
 */
const isTrue = (world: World, { poNumber, word, mode, quantity, city, numbers }: Saying): void => {
  const there = ['live', 'test']
    .filter((each) => (mode ?? each) === each)
    .flatMap((each) => heldUnder(world, poNumber, each));
  const decided = resolvedAs(world, poNumber);
  if (word === 'refused' && there.length > 0 && decided.length === 0 && !saidNoThere(world, poNumber))
    wrong(world, `NO WAS NOT NO: somebody is told that PO ${poNumber} was not placed, and a distributor holds it.`);
  if (word !== 'accepted' || decided.includes('accepted')) return;
  const [only, ...others] = there;
  if (only === undefined || others.length > 0) {
    wrong(
      world,
      `Somebody is told that PO ${poNumber} is accepted, and distributors hold ${there.length} orders of it.`,
    );
  } else if (
    (quantity !== null && only.lines[0]?.quantity !== quantity) ||
    (city !== null && only.shipTo.city !== city)
  ) {
    wrong(world, `Somebody is told other content of PO ${poNumber} than its distributor holds.`);
  }
  const known = new Set([...world.judged.parcels.keys(), ...enteredNumbers(world).map(([number]) => number)]);
  for (const number of numbers)
    if (!known.has(number)) wrong(world, `The parcel ${number} of PO ${poNumber} never left.`);
};

export const hear = (world: World, sayings: readonly Saying[]): void => {
  if (sayings.length === 0) return;
  const said = new Map(world.judged.said);
  for (const saying of sayings) {
    isTrue(world, saying);
    const before = said.get(saying.poNumber);
    const { word } = saying;
    const item = saying.item ?? before?.item ?? null;
    if (before?.word !== word || before.item !== item)
      said.set(saying.poNumber, { word, item, since: before?.word === word ? before.since : world.now });
  }
  remember(world, { said });
};

const keepsSecrets = (world: World, text: string, what: string): void => {
  if (secret.test(text)) wrong(world, `${what} shows a secret.`);
};

/** What somebody of a store is told is that store's. */
const staysInStore = (world: World, storeId: string | undefined, body: unknown, what: string): void => {
  const others = storeId === undefined ? [] : storesIn(body).filter((each) => each !== storeId);
  if (others.length > 0) wrong(world, `${what} for ${storeId} tells of ${others[0]}.`);
};

export const hearCallers = (world: World): void => {
  if (world.told.length === world.judged.told && world.posted.length === world.judged.posted) return;
  for (const { route, body, path } of world.told.slice(world.judged.told)) {
    keepsSecrets(world, JSON.stringify(body), `The answer to ${route}`);
    staysInStore(world, path.storeId, body, `The answer to ${route}`);
    hear(world, sayingsIn(body));
  }
  for (const { body, url } of world.posted.slice(world.judged.posted)) {
    keepsSecrets(world, body, 'A webhook');
    const parsed: unknown = JSON.parse(body);
    staysInStore(world, new URL(url).hostname.split('.')[0], parsed, 'A webhook');
    hear(world, sayingsIn(parsed));
  }
  remember(world, { told: world.told.length, posted: world.posted.length });
};

/** A customer hears of parcels of an order of their own that is no test, and of no others. */
export const hearCustomers = (world: World): void => {
  if (world.mails.length === world.judged.mails) return;
  const orderOf = new Map([...world.judged.parcels, ...enteredNumbers(world)]);
  for (const { to, text, subject } of world.mails.slice(world.judged.mails)) {
    keepsSecrets(world, `${subject} ${text}`, `The mail to ${to}`);
    if (to.startsWith('service@')) continue;
    for (const [number, orderId] of orderOf) {
      if (text.includes(number) && !enteredFor(world, orderId).emails.includes(to))
        wrong(world, `${to} is mailed of ${number}, a parcel of order ${orderId}.`);
    }
    if (![...orderOf.keys()].some((number) => text.includes(number)))
      wrong(world, `${to} is mailed of a parcel that there is not.`);
  }
  remember(world, { mails: world.mails.length });
};
