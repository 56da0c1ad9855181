import { type FaultName, faultsOf, telling } from '../faults/faults.ts';
import { wrong } from '../invariants/remembered.ts';
import { canonical } from '../search/canonical.ts';
import { moveOn, movesOf, type Scenario, stepAndCheck } from '../search/schedule.ts';
import type { Seen } from '../world/ending.ts';
import { nextEvent } from '../world/next-event.ts';
import { fork, type World } from '../world/state.ts';

/** How many schedules, and how many of them end badly. */
export type Tally = { readonly all: number; readonly failing: number; readonly twoOrders: number };
const fine: Tally = { all: 1, failing: 0, twoOrders: 0 };
const sum = (one: Tally, other: Tally): Tally => ({
  all: one.all + other.all,
  failing: one.failing + other.failing,
  twoOrders: one.twoOrders + other.twoOrders,
});

type Faults = ReadonlyMap<number, FaultName>;

const violated = ({ observed: { wrongs } }: World): Tally | null =>
  wrongs.length === 0
    ? null
    : { all: 1, failing: 1, twoOrders: wrongs.some((each) => each.includes('TWO ORDERS')) ? 1 : 0 };

const worthTrying = (seen: readonly Seen[], order: number, op: Seen, isFirst: boolean): readonly FaultName[] =>
  faultsOf[op.kind].filter(
    (fault) => (isFirst || telling(seen, order, fault)) && (fault !== 'overtaken' || op.crowded),
  );

/**
 * Counts every schedule of up to this many faults, and those that end badly: depth first over the states between events. What follows
 * from a state with this many faults left is counted once and added wherever a run comes to it.
 */
export const count = async (scenario: Scenario, faults: number): Promise<Tally> => {
  const tallies = new Map<string, Tally>();
  /** The states on the way to where the search is now, each with the faults that were left: the same once more is no way on. */
  const path = new Set<string>();
  const moves = movesOf(scenario);

  const ended = (world: World, key: string): Tally | null => {
    if (scenario.isOver(world)) {
      scenario.checkEnd(world);
      return violated(world) ?? fine;
    }
    if (path.has(key)) wrong(world, 'The world goes round in circles, and something is not settled.');
    if (nextEvent(world) === null) wrong(world, 'The world stands still, and something is not settled.');
    return violated(world) ?? tallies.get(key) ?? null;
  };

  const visit = async (world: World, left: number): Promise<Tally> => {
    const key = `${left} ${canonical(world)}`;
    const end = ended(world, key);
    const event = nextEvent(world);
    if (end !== null || event === null) return end ?? fine;
    path.add(key);
    let tally = await go(world, left, new Map());
    path.delete(key);
    for (const move of left === 0 ? [] : moves) {
      if (!move.fits(event, world)) continue;
      const other = fork(world);
      moveOn(other, event, move);
      tally = sum(tally, await visit(other, left - 1));
    }
    tallies.set(key, tally);
    return tally;
  };

  /** Takes the next step by this plan, and by every plan that has one fault more, later in the invocation. */
  const go = async (world: World, left: number, plan: Faults): Promise<Tally> => {
    const next = fork(world);
    const event = nextEvent(next);
    if (event === null) return fine;
    const { seen } = await stepAndCheck(next, event, plan);
    let tally = violated(next) ?? (await visit(next, left));
    if (left === 0) return tally;
    const last = Math.max(-1, ...plan.keys());
    for (const [order, op] of seen.entries()) {
      if (op.index <= last) continue;
      for (const fault of worthTrying(seen, order, op, left === faults)) {
        const after = telling(seen, order, fault) ? left - 1 : Math.min(left - 1, 1);
        tally = sum(tally, await go(world, after, new Map([...plan, [op.index, fault]])));
      }
    }
    return tally;
  };

  return visit(await scenario.start(), faults);
};
