import { setImmediate } from 'node:timers/promises';
import { type Coverage, hit, isHit, pair, seeSites } from '../faults/coverage.ts';
import { type FaultName, faultsOf, telling } from '../faults/faults.ts';
import type { Seen } from '../world/ending.ts';
import type { Gone, OnStand, Stand } from '../world/invocation.ts';
import { type Event, nextEvent } from '../world/next-event.ts';
import { fork, type World } from '../world/state.ts';
import { canonical } from './canonical.ts';
import {
  conclude,
  goesOn,
  goOnAndCheck,
  moveOn,
  movesOf,
  type Placed,
  type Scenario,
  type Schedule,
  stepAndCheck,
} from './schedule.ts';

/** What an exhaustive search found. */
export type Explored = { schedules: number; states: number; steps: number; violations: Violation[] };

/** More violations than anybody reads are not kept. */
const mostKept = 50;
export type Violation = { readonly scenario: string; readonly schedule: Schedule; readonly wrongs: readonly string[] };

type Faults = ReadonlyMap<number, FaultName>;
const smooth: Faults = new Map();

export type Search = {
  readonly faults: number;
  readonly coverage: Coverage;
  /** Stops at this many violations. */
  readonly enough: number;
  /** Stops when this time of the real clock has come. */
  readonly until?: number;
  /** Only these faults, and each of them wherever it may strike. */
  readonly using?: readonly string[] | undefined;
  /** Only after one of these come as many; a first fault that is none of them is followed by one less. */
  readonly first?: readonly string[] | undefined;
  /** false = every run is followed to its own end, whatever state was met before. */
  readonly merging?: boolean;
  /** Is shown every world in which a run is over. */
  readonly onEnd?: (world: World) => void;
};

/**
 * A run to be followed: the world before its next event, what strikes in that, and how many faults may still come. `stand` = where its
 * last fault strikes: all before that has been gone through.
 */
type Branch = {
  readonly world: World;
  readonly stand: Stand | null;
  readonly at: number;
  readonly left: number;
  readonly schedule: Schedule;
  readonly plan: Faults;
};

const mostSteps = 5_000;

/**
 * Every schedule of up to this many faults, from the scenario's start to its end. Runs with more faults left are followed first, so that
 * a state is met first with the most faults that it is ever met with: a run that comes to it again ends there, and nothing is done
 * twice. The first fault of a schedule is every fault at every call; of further ones only those that can make a difference
 * (`telling`), and any pair that was never hit before, unless only some faults are used at all. A first fault that comes to the same
 * as another is followed by one more, not by two.
 */
export const explore = async (
  scenario: Scenario,
  { faults, coverage, enough, until, using, first, merging = true, onEnd }: Search,
): Promise<Explored> => {
  const found: Explored = { schedules: 0, states: 0, steps: 0, violations: [] };
  const met = new Set<string>();
  const planned = new Set<string>();
  const moves = movesOf(scenario);
  const branches = Array.from({ length: faults + 1 }, (): Branch[] => []);
  const isEnough = (): boolean =>
    found.violations.length >= enough || (until !== undefined && performance.now() > until);

  const isUsed = (name: string): boolean => using === undefined || using.includes(name);

  /** How many may come after this one, of as many as were left. */
  const leftAfter = (name: string, { left, schedule }: Branch): number =>
    first === undefined || schedule.length > 0 || first.includes(name) ? left - 1 : Math.max(0, left - 2);

  const violated = (world: World, schedule: Schedule): boolean => {
    const { wrongs } = world.observed;
    if (wrongs.length > 0 && found.violations.length < mostKept)
      found.violations.push({ scenario: scenario.name, schedule, wrongs });
    return wrongs.length > 0;
  };

  /** Whether a run ends here, or comes to what was gone through before. `path` = where it has been since its last fault. */
  const ends = async (
    world: World,
    at: number,
    schedule: Schedule,
    state: string,
    path: Set<string>,
  ): Promise<boolean> => {
    const isOver = scenario.isOver(world);
    let isCircle = false;
    if (isOver) {
      await conclude(scenario, world);
      onEnd?.(world);
    } else {
      isCircle = path.has(state);
      goesOn(world, path, state);
      if (at > mostSteps) throw new Error(`A run does not end: ${JSON.stringify(schedule)}`);
    }
    return violated(world, schedule) || isOver || (merging && met.has(state) && !isCircle);
  };

  /** Every move that may come before this event is a run to be followed later. */
  const branchOnMoves = (branch: Branch, event: Event): void => {
    const { world, at, schedule } = branch;
    for (const move of moves) {
      if (!isUsed(move.name) || !move.fits(event, world)) continue;
      const left = leftAfter(move.name, branch);
      const other = fork(world);
      moveOn(other, event, move);
      hit(coverage, 'between events', move.name);
      const moved = [...schedule, { step: at, op: null, name: move.name }];
      branches[left]?.push({ world: other, stand: null, at, left, schedule: moved, plan: smooth });
    }
  };

  const isWorthTrying = (seen: readonly Seen[], order: number, op: Seen, fault: FaultName, isAny: boolean): boolean =>
    (!isHit(coverage, op.name, fault) && !planned.has(pair(op.name, fault))) ||
    ((isAny || telling(seen, order, fault)) && (fault !== 'overtaken' || op.crowded));

  /** Every plan that has one fault more, later in this invocation, is a run to be followed later. */
  const branchOnFaults = (branch: Branch, seen: readonly Seen[], stands: ReadonlyMap<number, Stand>): void => {
    const { at, schedule, plan } = branch;
    const last = Math.max(-1, ...plan.keys());
    const isAny = schedule.length === 0 || using !== undefined;
    for (const [order, op] of seen.entries()) {
      if (op.index <= last) continue;
      for (const fault of faultsOf[op.kind]) {
        if (!isUsed(fault) || !isWorthTrying(seen, order, op, fault, isAny)) continue;
        planned.add(pair(op.name, fault));
        const placed: Placed = { step: at, op: op.index, name: fault };
        const most = using !== undefined || telling(seen, order, fault) ? Number.POSITIVE_INFINITY : 1;
        const after = Math.min(leftAfter(fault, branch), most);
        const longer = new Map([...plan, [op.index, fault]]);
        const stand = stands.get(op.index) ?? null;
        branches[after]?.push({ ...branch, stand, left: after, schedule: [...schedule, placed], plan: longer });
      }
    }
  };

  const happen = async ({ world, stand, plan }: Branch, event: Event, onStand?: OnStand): Promise<Gone> => {
    if (stand !== null) return goOnAndCheck(stand, plan, onStand);
    const next = fork(world);
    return { world: next, stepped: await stepAndCheck(next, event, plan, onStand) };
  };

  /** Takes the branch's next event by its plan; the world after it. */
  const take = async (branch: Branch, event: Event): Promise<World> => {
    const stands = new Map<number, Stand>();
    const onStand = branch.left > 0 ? (stand: Stand) => void stands.set(stand.index, stand) : undefined;
    const { world: next, stepped } = await happen(branch, event, onStand);
    const { seen, hit: struck } = stepped;
    found.steps += 1;
    seeSites(coverage, seen);
    for (const { name, fault } of struck) hit(coverage, name, fault);
    if (branch.left > 0) branchOnFaults(branch, seen, stands);
    return next;
  };

  /** Follows a run without any more faults to its end. */
  const follow = async (given: Branch): Promise<void> => {
    const path = new Set<string>();
    let branch = given;
    while (!isEnough()) {
      const { world, at, left, schedule, plan } = branch;
      const event = nextEvent(world);
      if (plan.size === 0) {
        const state = canonical(world, event);
        if ((await ends(world, at, schedule, state, path)) || event === null) break;
        if (!met.has(state)) found.states += 1;
        met.add(state);
        if (left > 0) branchOnMoves(branch, event);
      }
      if (event === null) break;
      const next = await take(branch, event);
      if (violated(next, schedule)) break;
      branch = { world: next, stand: null, at: at + 1, left, schedule, plan: smooth };
    }
    found.schedules += 1;
  };

  branches[faults]?.push({
    world: await scenario.start(),
    stand: null,
    at: 0,
    left: faults,
    schedule: [],
    plan: smooth,
  });
  for (let left = faults; left >= 0; left -= 1) {
    const layer = branches[left] ?? [];
    // What was followed is forgotten at once: its world is needed no more.
    for (let branch = layer.pop(); branch !== undefined; branch = layer.pop()) {
      await follow(branch);
      // Whatever else the thread has to do.
      await setImmediate();
    }
  }
  return found;
};
