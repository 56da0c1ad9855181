import type { Finished } from './search/pool.ts';

/** What a run of the proof came to. */
export type Report = {
  readonly schedules: number;
  readonly states: number;
  readonly steps: number;
  readonly pairs: { readonly hit: number; readonly all: number; readonly unhit: readonly string[] };
  readonly mutants: {
    readonly all: number;
    readonly caught: number;
    readonly survivors: readonly string[];
  };
  readonly violations: number;
  /** What a whole run must have seen and has not. */
  readonly unseen: readonly string[];
  /** What was covered and what was not, as lines. */
  readonly covered: readonly string[];
  readonly errors: readonly string[];
  readonly brokenAssumptionSeen: boolean | null;
  readonly seconds: number;
  readonly text: string;
};

type Covered = {
  readonly pairs: number;
  readonly unhit: readonly string[];
  /** In which search each call site was seen first. */
  readonly seenIn: ReadonlyMap<string, string>;
  readonly unseen: readonly string[];
  readonly covered: readonly string[];
  readonly seconds: number;
};

export const table = (
  finished: readonly Finished[],
  { pairs, unhit, seenIn, unseen, covered, seconds }: Covered,
): Report => {
  const done = finished.flatMap((job) => ('done' in job ? [{ ...job, ...job.done }] : []));
  const ours = done.filter(({ mutant, task }) => mutant === null && task.do !== 'break-a1');
  const hunted = done.filter(({ mutant }) => mutant !== null);
  const sum = (of: 'schedules' | 'states' | 'steps'): number => ours.reduce((total, job) => total + job[of], 0);
  const a1 = done.find(({ task }) => task.do === 'break-a1');
  const report = {
    schedules: sum('schedules'),
    states: sum('states'),
    steps: sum('steps'),
    pairs: { hit: pairs - unhit.length, all: pairs, unhit },
    mutants: {
      all: hunted.length,
      caught: hunted.filter(({ found }) => found.length > 0).length,
      survivors: hunted.filter(({ found }) => found.length === 0).map(({ name }) => name),
    },
    violations: ours.reduce((total, { found }) => total + found.length, 0),
    unseen,
    covered,
    errors: finished.flatMap((job) => ('error' in job ? [`${job.name}: ${job.error}`] : [])),
    brokenAssumptionSeen:
      a1 === undefined ? null : a1.found.some(({ wrongs }) => wrongs.some((wrong) => wrong.includes('TWO ORDERS'))),
    seconds: Math.round(seconds),
  };
  return { ...report, text: textOf(report, neverHit(unhit, seenIn)) };
};

/** The pairs that were never hit, by call site, and where that was seen. */
const neverHit = (unhit: readonly string[], seenIn: ReadonlyMap<string, string>): readonly string[] =>
  [...Map.groupBy(unhit, (each) => each.split(' × ')[0] ?? '')].map(
    ([site, pairs]) =>
      `  ✗ never hit: ${site} × ${pairs.map((each) => each.split(' × ')[1]).join(', ')} (seen in ${seenIn.get(site)})`,
  );

const textOf = (
  { schedules, states, pairs, mutants, violations, seconds, covered, brokenAssumptionSeen }: Omit<Report, 'text'>,
  never: readonly string[],
): string => {
  const count = (value: number): string => value.toLocaleString('en-US');
  const rows = [
    ['schedules', count(schedules)],
    ['states', count(states)],
    ['call site × fault pairs hit', `${count(pairs.hit)} of ${count(pairs.all)}`],
    ['mutants caught', `${mutants.caught} of ${mutants.all}`],
    [
      'double order found when A1 is broken',
      brokenAssumptionSeen === null ? '–' : brokenAssumptionSeen ? 'yes, as it must' : 'NO',
    ],
    ['violations', count(violations)],
    ['seconds', count(seconds)],
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(width)}  ${value}`);
  return ['', ...lines, ...never, ...covered, ...mutants.survivors.map((each) => `  ✗ survived: ${each}`)].join('\n');
};

export const failures = ({ violations, pairs, unseen, mutants, errors, brokenAssumptionSeen }: Report): number =>
  violations +
  unseen.length +
  pairs.unhit.length +
  mutants.survivors.length +
  errors.length +
  (brokenAssumptionSeen === false ? 1 : 0);
