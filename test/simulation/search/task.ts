import { newCoverage } from '../faults/coverage.ts';
import { assumed } from '../faults/faults.ts';
import { forgetSightings, sightings } from '../faults/sightings.ts';
import type { Mutant } from '../mutants/mutant.ts';
import { scenarioNamed } from '../scenarios/catalogue.ts';
import type { OpKind } from '../world/machine.ts';
import { type Explored, explore, type Violation } from './explore.ts';
import { exploreRandomly, type RandomTask } from './random.ts';
import { type Line, replay } from './schedule.ts';
import type { Way } from './ways.ts';

/** A piece of work for a thread, as plain data. */
export type Task =
  | {
      readonly do: 'explore';
      readonly scenario: string;
      readonly faults: number;
      readonly enough: number;
      readonly using?: readonly string[];
      readonly first?: readonly string[];
    }
  | ({ readonly do: 'hunt'; readonly seconds: number; readonly known: Way | null } & Pick<
      Mutant,
      'what' | 'in' | 'faults' | 'using'
    >)
  /** The ways on which sabotages were caught, on the source as it is: nothing may be wrong. */
  | { readonly do: 'replay'; readonly ways: readonly Way[] }
  | ({ readonly do: 'random' } & RandomTask)
  /** With assumption A1 broken: an effect may show after S. */
  | { readonly do: 'break-a1'; readonly scenario: string };

/** A violation with the story of how it came to it. */
export type Found = Violation & { readonly lines: readonly Line[] };

export type Done = Omit<Explored, 'violations'> & {
  readonly found: readonly Found[];
  readonly seconds: number;
  readonly sites: readonly (readonly [string, OpKind])[];
  readonly hits: readonly string[];
  readonly milestones: readonly string[];
  readonly doors: readonly string[];
};

/** One after the other: all worlds of a thread share one table and one clock. */
const told = async (violations: readonly Violation[]): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (const violation of violations) {
    const { lines } = await replay(scenarioNamed(violation.scenario), violation.schedule);
    found.push({ ...violation, lines });
  }
  return found;
};

type Worked = Explored & { readonly found?: readonly Found[] };

const work = async (task: Task, coverage: ReturnType<typeof newCoverage>): Promise<Worked> => {
  switch (task.do) {
    case 'explore':
      return explore(scenarioNamed(task.scenario), { ...task, coverage });
    case 'random':
      return exploreRandomly(task, coverage);
    case 'break-a1':
      return explore(scenarioNamed(task.scenario), { faults: 1, coverage, enough: 1 });
    case 'hunt':
      return hunt(task);
    case 'replay':
      return replayAll(task.ways);
  }
};

/** Runs a way again, and tells what went wrong on it. */
const caughtOn = async ({ scenario, schedule }: Way): Promise<readonly Found[]> => {
  const { world, lines } = await replay(scenarioNamed(scenario), schedule);
  const { wrongs } = world.observed;
  return wrongs.length === 0 ? [] : [{ scenario, schedule, wrongs, lines }];
};

/** What was found on ways that were gone again. */
const goneAgain = (ways: readonly Way[], found: readonly Found[]): Worked => ({
  schedules: ways.length,
  states: 0,
  steps: 0,
  violations: [...found],
  found,
});

const replayAll = async (ways: readonly Way[]): Promise<Worked> => {
  const found: Found[] = [];
  for (const way of ways) found.push(...(await caughtOn(way)));
  return goneAgain(ways, found);
};

/** On the way that is known, or on the shortest to the damage: no fault, then one, then two, in each scenario that is named. */
const hunt = async ({ in: names, faults, seconds, using, known }: Extract<Task, { do: 'hunt' }>): Promise<Worked> => {
  const caught = known === null ? [] : await caughtOn(known);
  if (known !== null && caught.length > 0) return goneAgain([known], caught);
  const until = performance.now() + seconds * 1000;
  const all: Explored = { schedules: 0, states: 0, steps: 0, violations: [] };
  for (let most = 0; most <= faults; most += 1) {
    for (const name of names) {
      const found = await explore(scenarioNamed(name), {
        faults: most,
        coverage: newCoverage(),
        enough: 1,
        until,
        using,
      });
      all.schedules += found.schedules;
      all.states += found.states;
      all.steps += found.steps;
      all.violations.push(...found.violations);
      if (all.violations.length > 0) return all;
    }
  }
  return all;
};

/** Does a task. Nothing of the one before is left: assumptions hold, and nothing was seen. */
export const doTask = async (task: Task): Promise<Done> => {
  const begun = performance.now();
  const coverage = newCoverage();
  assumed.effectWithin = task.do === 'break-a1' ? 1_800_000 : 600_000;
  forgetSightings();
  const { violations, found, ...counts } = await work(task, coverage);
  return {
    ...counts,
    found: found ?? (await told(violations)),
    seconds: (performance.now() - begun) / 1000,
    sites: [...coverage.sites],
    hits: [...coverage.hits],
    milestones: [...sightings.milestones],
    doors: [...sightings.doors],
  };
};
