import { checkVersions } from '../faults/deploys.ts';
import { faultsOf } from '../faults/faults.ts';
import { type Move, moves } from '../faults/moves.ts';
import { neverComesBack } from '../faults/staying.ts';
import { checkStep } from '../invariants/invariants.ts';
import { wrong } from '../invariants/remembered.ts';
import { checkStops } from '../invariants/stopped-accounts.ts';
import { checkWatches } from '../invariants/watches.ts';
import { judge, judgeEnd } from '../judge/judge.ts';
import { type Gone, goOn, type OnStand, type Plan, type Stand, type Stepped } from '../world/invocation.ts';
import { type Event, nextEvent } from '../world/next-event.ts';
import type { World } from '../world/state.ts';
import { step } from '../world/step.ts';
import { canonical } from './canonical.ts';

/** One thing that goes wrong: before step `step` (`op` null), or at its I/O call number `op`. */
export type Placed = { readonly step: number; readonly op: number | null; readonly name: string };
/** Everything that goes wrong in a run, in its order. The rest of the run follows from it. */
export type Schedule = readonly Placed[];

/** A world to start from, what may go otherwise in it beside the usual, and when it is at an end. */
export type Scenario = {
  readonly name: string;
  readonly start: () => Promise<World>;
  readonly acts: readonly Move[];
  readonly isOver: (world: World) => boolean;
  /** Checked at the end, beside what holds of every world at rest. */
  readonly checkEnd: (world: World) => void;
};

export const movesOf = ({ acts }: Scenario): readonly Move[] => [...moves, ...acts];

/** A fault between events. It counts as the last one: things may take their time after it. */
export const moveOn = (world: World, event: Event, move: Move): void => {
  move.change(world, event);
  world.observed = {
    ...world.observed,
    lastFaultAt: Math.max(world.now, event.at),
    patience: Math.max(world.observed.patience, move.patience ?? 0),
    doubt: world.observed.doubt || move.leavesDoubt === true,
  };
};

/** Lets one event happen and checks the world after it. */
export const stepAndCheck = async (world: World, event: Event, plan: Plan, onStand?: OnStand): Promise<Stepped> => {
  const stepped = await step(world, event, plan, onStand);
  await check(world);
  return stepped;
};

/** The same, of an event that is under way. */
export const goOnAndCheck = async (stand: Stand, plan: Plan, onStand?: OnStand): Promise<Gone> => {
  const gone = await goOn(stand, plan, onStand);
  await check(gone.world);
  return gone;
};

const check = async (world: World): Promise<void> => {
  checkStep(world);
  checkWatches(world);
  checkStops(world);
  checkVersions(world);
  await judge(world);
};

/** Checks a world in which a scenario is over. */
export const conclude = async (scenario: Scenario, world: World): Promise<void> => {
  scenario.checkEnd(world);
  await judgeEnd(world);
};

/** A run that is not over comes to something new. `path` = the states in which it has been since its last fault. */
export const goesOn = (world: World, path: Set<string>, state = canonical(world)): void => {
  // What never comes back is asked for again and again, until the scenario's time is over.
  if (path.has(state) && !neverComesBack(world))
    wrong(world, 'The world goes round in circles, and something is not settled.');
  if (nextEvent(world) === null) wrong(world, 'The world stands still, and something is not settled.');
  path.add(state);
};

/** A step of a run as it is told. */
export type Line = { readonly at: number; readonly what: string; readonly faults: readonly string[] };
export type Replayed = { readonly world: World; readonly lines: readonly Line[] };

const mostSteps = 5_000;

/** Runs a scenario with these faults from its beginning to its end, or to the first thing that is wrong. */
export const replay = async (scenario: Scenario, schedule: Schedule): Promise<Replayed> => {
  const world = await scenario.start();
  const begun = world.now;
  const lines: Line[] = [];
  const path = new Set<string>();
  const names = new Map(movesOf(scenario).map((move) => [move.name, move]));
  for (let at = 0; at < mostSteps && world.observed.wrongs.length === 0; at += 1) {
    if (scenario.isOver(world)) {
      await conclude(scenario, world);
      break;
    }
    const here = schedule.filter(({ step }) => step === at);
    // Where it was before a fault is no circle.
    if (here.length > 0) path.clear();
    goesOn(world, path);
    const moved: string[] = [];
    for (const { name, op } of here) {
      const event = nextEvent(world);
      const move = names.get(name);
      if (op !== null || event === null || move === undefined || !move.fits(event, world)) continue;
      moveOn(world, event, move);
      moved.push(name);
    }
    const event = nextEvent(world);
    if (event === null) break;
    // In a schedule that was made shorter a number may stand for another call, which cannot meet that fault.
    const plan: Plan = {
      get: (index, kind) => faultsOf[kind].find((fault) => here.some(({ op, name }) => op === index && name === fault)),
    };
    const { what, hit } = await stepAndCheck(world, event, plan);
    lines.push({
      at: world.now - begun,
      what,
      faults: [...moved, ...hit.map(({ fault, name }) => `${fault} at ${name}`)],
    });
  }
  return { world, lines };
};
