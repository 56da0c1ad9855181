import { wrong } from '../invariants/remembered.ts';
import type { World } from '../world/state.ts';
import { ask } from './ask.ts';
import { enteredFor, held, heldUnder, orderIdOf, resolvedAs, settledWithin } from './facts.ts';
import { hear, hearCallers, hearCustomers } from './hearing.ts';
import { looksAtOrders } from './orders.ts';
import { sayingsIn, type Word } from './sayings.ts';

/**
 * The judge from outside: the promises, checked after every step against what the distributors hold, what mailboxes and webhooks got
 * and what callers were told at that moment.
 */
export const judge = async (world: World): Promise<void> => {
  looksAtOrders(world);
  hearCallers(world);
  hearCustomers(world);
  for (const [poNumber, { word, since }] of world.judged.said) {
    const late = world.now - Math.max(since, world.observed.lastFaultAt) > settledWithin;
    if (late && (word === 'open' || (word === 'refused' && isHeldUnasked(world, poNumber))))
      await mustBeSettled(world, poNumber, '25 hours after the last fault');
  }
};

/** What a purchase order is said to be, to a caller who asks for it now. */
const wordOf = async (world: World, poNumber: string): Promise<Word | undefined> => {
  for (const storeId of enteredFor(world, orderIdOf(poNumber)).stores) {
    const sayings = sayingsIn(await ask(world, storeId, poNumber)).filter((saying) => saying.poNumber === poNumber);
    hear(world, sayings);
    if (sayings[0] !== undefined) return sayings[0].word;
  }
  return undefined;
};

const isHeldUnasked = (world: World, poNumber: string): boolean =>
  [...heldUnder(world, poNumber, 'live'), ...heldUnder(world, poNumber, 'test')].length > 0 &&
  resolvedAs(world, poNumber).length === 0;

/** It is at rest or before a person; and what was taken although the distributor said no is before a person. */
const mustBeSettled = async (world: World, poNumber: string, when: string): Promise<void> => {
  const word = await wordOf(world, poNumber);
  if (word === 'accepted' && heldUnder(world, poNumber, 'live').some(({ lines }) => lines.length > 1))
    wrong(world, `PO ${poNumber} stands with a line that nobody entered, and no person is asked, ${when}.`);
  if (word === undefined) wrong(world, `LOST: nothing is known of PO ${poNumber}, ${when}.`);
  if (word === 'open') wrong(world, `PO ${poNumber} is neither at rest nor before a person, ${when}.`);
  if (word === 'refused' && isHeldUnasked(world, poNumber))
    wrong(world, `NO WAS NOT NO: a distributor holds PO ${poNumber}, and no person is asked, ${when}.`);
};

/** At the end: of every order that anybody heard of or that a distributor holds, callers are told the truth. */
export const judgeEnd = async (world: World): Promise<void> => {
  const numbers = new Set([...world.judged.said.keys(), ...held(world).map(({ poNumber }) => poNumber)]);
  for (const poNumber of numbers) await mustBeSettled(world, poNumber, 'at the end');
};
