import { type Coverage, hit, seeSites } from '../faults/coverage.ts';
import { type FaultName, faultsOf } from '../faults/faults.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Plan } from '../world/invocation.ts';
import { nextEvent } from '../world/next-event.ts';
import type { World } from '../world/state.ts';
import type { Explored } from './explore.ts';
import { randomScenario } from './random-scenario.ts';
import { conclude, moveOn, movesOf, type Placed, replay, type Schedule, stepAndCheck } from './schedule.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { shrink } from './shrink.ts';
import type { Found } from './task.ts';

type Ran = { readonly schedule: Schedule; readonly wrongs: readonly string[]; readonly steps: number };

const mostSteps = 10_000;

/** Faults of this step, drawn as it goes. */
const drawing = (random: SeededRandom, rate: number, placed: Placed[], step: number): Plan => ({
  get: (index, kind) => {
    if (random.roll() >= rate) return undefined;
    const name: FaultName = random.pick(faultsOf[kind]);
    placed.push({ step, op: index, name });
    return name;
  },
});

const moveSometimes = (
  world: World,
  random: SeededRandom,
  rate: number,
  placed: Placed[],
  step: number,
  seed: number,
): void => {
  const event = nextEvent(world);
  if (event === null || random.roll() >= rate) return;
  const fitting = movesOf(randomScenario(seed)).filter((move) => move.fits(event, world));
  if (fitting.length === 0) return;
  const move = random.pick(fitting);
  moveOn(world, event, move);
  placed.push({ step, op: null, name: move.name });
};

/** One random world to its end. */
const runOne = async (seed: number, coverage: Coverage): Promise<Ran> => {
  const scenario = randomScenario(seed);
  const random = seededRandom(seed + 1_000_003);
  const rate = random.pick([0, 0.001, 0.004, 0.012]);
  const placed: Placed[] = [];
  const world = await scenario.start();
  let step = 0;
  for (; world.observed.wrongs.length === 0; step += 1) {
    if (scenario.isOver(world)) {
      await conclude(scenario, world);
      break;
    }
    if (step > mostSteps) wrong(world, 'The world does not come to rest.');
    moveSometimes(world, random, rate, placed, step, seed);
    const event = nextEvent(world);
    if (event === null) {
      wrong(world, 'The world stands still, and something is not settled.');
      break;
    }
    const { seen, hit: struck } = await stepAndCheck(world, event, drawing(random, rate, placed, step));
    seeSites(coverage, seen);
    for (const { name, fault } of struck) hit(coverage, name, fault);
  }
  return { schedule: placed, wrongs: world.observed.wrongs, steps: step };
};

export type RandomTask = {
  readonly seed: number;
  readonly schedules: number;
  readonly seconds: number | null;
  readonly only?: number;
};

/** Random worlds, one after the other; a violation is shrunk to what it takes, and told. */
export const exploreRandomly = async (
  { seed, schedules, seconds, only }: RandomTask,
  coverage: Coverage,
): Promise<Explored & { found: readonly Found[] }> => {
  const begun = performance.now();
  const found: Found[] = [];
  let [done, steps] = [0, 0];
  const isOver = (): boolean =>
    found.length >= 3 || (seconds === null ? done >= schedules : performance.now() - begun > seconds * 1000);
  for (; !isOver(); done += 1) {
    const own = only ?? seed * 100_000 + done;
    const ran = await runOne(own, coverage);
    steps += ran.steps;
    if (ran.wrongs.length === 0) continue;
    const scenario = randomScenario(own);
    const schedule = await shrink(scenario, ran.schedule);
    const { lines, world } = await replay(scenario, schedule);
    const wrongs = world.observed.wrongs.length > 0 ? world.observed.wrongs : ran.wrongs;
    found.push({ scenario: `${scenario.name} (again: npm run prove -- --world ${own})`, schedule, wrongs, lines });
  }
  return { schedules: done, states: steps, steps, violations: [], found };
};
