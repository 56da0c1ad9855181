import { type Coverage, hit, isHit, seeSites } from '../faults/coverage.ts';
import { type FaultName, faultsOf, telling } from '../faults/faults.ts';
import { wrong } from '../invariants/remembered.ts';
import { fork, type World } from '../world/state.ts';
import { nextEvent, type Seen } from '../world/step.ts';
import { canonical } from './canonical.ts';
import { moveOn, movesOf, type Placed, type Scenario, type Schedule, stepAndCheck } from './schedule.ts';

/** What an exhaustive search found. */
export type Explored = { schedules: number; states: number; steps: number; violations: Violation[]; tally: Tally };

/** How many schedules, and how many of them end badly. */
type Tally = { readonly all: number; readonly failing: number; readonly twoOrders: number };
const nothing: Tally = { all: 0, failing: 0, twoOrders: 0 };
const fine: Tally = { all: 1, failing: 0, twoOrders: 0 };
const sum = (one: Tally, other: Tally): Tally => ({
  all: one.all + other.all,
  failing: one.failing + other.failing,
  twoOrders: one.twoOrders + other.twoOrders,
});
/** More violations than anybody reads are only counted. */
const mostKept = 50;
export type Violation = { readonly scenario: string; readonly schedule: Schedule; readonly wrongs: readonly string[] };

type Faults = ReadonlyMap<number, FaultName>;

export type Search = {
  readonly faults: number;
  readonly coverage: Coverage;
  /** Stops at so many violations. */
  readonly enough: number;
  /** Stops when this time of the real clock has come. */
  readonly until?: number;
  /** Only every n-th first fault, beginning with the i-th: so that several threads share the work. */
  /** Merges only what has the very same number of faults left, so that the tally counts every schedule. */
  readonly counting?: boolean;
  /** Only these faults, and each of them wherever it may strike. */
  readonly using?: readonly string[] | undefined;
  /** The first fault is one of these; then all may come. */
  readonly first?: readonly string[] | undefined;
  readonly part?: readonly [i: number, n: number];
};

const mostSteps = 1_000;

/**
 * Every schedule of up to so many faults, from the scenario's start to its end: depth first over the states between events. A state
 * that was met before with as many faults left is not gone through again. The first fault of a schedule is every fault at every
 * call; of further ones only those that can make a difference (`telling`), and any pair that was never hit before, unless only some
 * faults are used at all. A first fault that comes to the same as another is followed by one more, not by two.
 */
export const explore = async (
  scenario: Scenario,
  { faults, coverage, enough, until, using, first, counting = false, part = [0, 1] }: Search,
): Promise<Explored> => {
  const found: Explored = { schedules: 0, states: 0, steps: 0, violations: [], tally: nothing };
  const met = new Map<string, number>();
  const tallies = new Map<string, Tally>();
  /** The states on the way to where the search is now, each with the faults that were left: the same once more is no way on. */
  const path = new Set<string>();
  const moves = movesOf(scenario);
  const isEnough = (): boolean =>
    found.violations.length >= enough || (until !== undefined && performance.now() > until);

  const isUsed = (name: string, schedule: Schedule): boolean =>
    (using === undefined || using.includes(name)) &&
    (first === undefined || schedule.length > 0 || first.includes(name));
  let firsts = 0;
  /** Whether this first fault is another thread's to go through. */
  const isOthers = (schedule: Schedule): boolean => schedule.length === 0 && firsts++ % part[1] !== part[0];

  const violated = (world: World, schedule: Schedule): Tally | null => {
    const { wrongs } = world.ghost;
    if (wrongs.length === 0) return null;
    if (found.violations.length < mostKept) found.violations.push({ scenario: scenario.name, schedule, wrongs });
    return { all: 1, failing: 1, twoOrders: wrongs.some((each) => each.includes('TWO ORDERS')) ? 1 : 0 };
  };

  /** Where a run ends, or comes to what was gone through before; null = it goes on. */
  const ended = (world: World, at: number, left: number, schedule: Schedule, state: string): Tally | null => {
    if (scenario.isOver(world)) {
      scenario.checkEnd(world);
      return violated(world, schedule) ?? fine;
    }
    if (path.has(`${left} ${state}`)) wrong(world, 'The world goes round in circles, and something is not settled.');
    if (nextEvent(world) === null) wrong(world, 'The world stands still, and something is not settled.');
    if (at > mostSteps) throw new Error(`A run does not end: ${JSON.stringify(schedule)}`);
    const known = tallies.get(`${left} ${state}`) ?? ((met.get(state) ?? -1) >= left && !counting ? fine : null);
    return violated(world, schedule) ?? known;
  };

  const visit = async (world: World, at: number, left: number, schedule: Schedule): Promise<Tally> => {
    if (isEnough()) return nothing;
    const state = canonical(world);
    const end = ended(world, at, left, schedule, state);
    const event = nextEvent(world);
    if (end !== null || event === null) {
      found.schedules += 1;
      return end ?? fine;
    }
    if (!met.has(state)) found.states += 1;
    met.set(state, Math.max(left, met.get(state) ?? -1));
    path.add(`${left} ${state}`);
    let tally = await go(world, at, left, schedule, new Map());
    path.delete(`${left} ${state}`);
    for (const move of left === 0 ? [] : moves) {
      if (!isUsed(move.name, schedule) || !move.fits(event, world) || isOthers(schedule)) continue;
      const other = fork(world);
      moveOn(other, event, move);
      hit(coverage, 'between events', move.name);
      tally = sum(tally, await visit(other, at, left - 1, [...schedule, { step: at, op: null, name: move.name }]));
    }
    tallies.set(`${left} ${state}`, tally);
    return tally;
  };

  /** Takes the next step by this plan, and by every plan that has one fault more, later in the invocation. */
  const go = async (world: World, at: number, left: number, schedule: Schedule, plan: Faults): Promise<Tally> => {
    const next = fork(world);
    const event = nextEvent(next);
    if (isEnough() || event === null) return nothing;
    const { seen, hit: struck } = await stepAndCheck(next, event, plan);
    found.steps += 1;
    seeSites(coverage, seen);
    for (const { name, fault } of struck) hit(coverage, name, fault);
    let tally = violated(next, schedule) ?? (await visit(next, at + 1, left, schedule));
    if (left === 0) return tally;
    const last = Math.max(-1, ...plan.keys());
    const isFirst = schedule.length === 0;
    for (const [order, op] of seen.entries()) {
      if (op.index <= last) continue;
      for (const fault of worthTrying(coverage, seen, order, op, isFirst || using !== undefined)) {
        if (!isUsed(fault, schedule) || isOthers(schedule)) continue;
        const placed: Placed = { step: at, op: op.index, name: fault };
        const after = using !== undefined || telling(seen, order, fault) ? left - 1 : Math.min(left - 1, 1);
        tally = sum(tally, await go(world, at, after, [...schedule, placed], new Map([...plan, [op.index, fault]])));
      }
    }
    return tally;
  };

  found.tally = await visit(await scenario.start(), 0, faults, []);
  return found;
};

const worthTrying = (
  coverage: Coverage,
  seen: readonly Seen[],
  order: number,
  op: Seen,
  isAny: boolean,
): readonly FaultName[] =>
  faultsOf[op.kind].filter(
    (fault) =>
      !isHit(coverage, op.name, fault) ||
      ((isAny || telling(seen, order, fault)) && (fault !== 'overtaken' || op.crowded)),
  );
