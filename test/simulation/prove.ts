import { optionsOf } from '../../infra/command/options.ts';
import { compare } from './compare/compare.ts';
import { type Coverage, merge, newCoverage, pairsOf, unhit } from './faults/coverage.ts';
import { mutants } from './mutants/all.ts';
import { inapplicable } from './mutants/patch.ts';
import { failures, table } from './report.ts';
import { addSightings, coveredText, noSightings, unseen } from './search/covered.ts';
import { control, exhaustive, honesty, hunts, long, random, withSmallConstants } from './search/plan.ts';
import { type Finished, runJobs } from './search/pool.ts';
import { smallConstants } from './search/small.ts';
import { doTask } from './search/task.ts';
import { traceOf } from './search/trace.ts';
import { remember } from './search/ways.ts';

/**
 * The proof, run: `npm run prove`. Every schedule of a few faults, random worlds, sabotaged sources, and the assumption broken on
 * purpose. Exit code 1 on any violation, any call site that a fault never struck, any sabotage that went unseen.
 */
const values = optionsOf({
  faults: { type: 'string' },
  seed: { type: 'string', default: '20261123' },
  schedules: { type: 'string', default: '100' },
  campaign: { type: 'string' },
  only: { type: 'string' },
  world: { type: 'string' },
  threads: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
  compare: { type: 'boolean', default: false },
  remember: { type: 'boolean', default: false },
});

/** The number that an option was given; what is none would have the search never end. */
const numberOf = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new Error(`"${text}" is not a number.`);
  return value;
};

const say = (text: string): void => {
  if (!values.json) process.stdout.write(`${text}\n`);
};

const tell = (job: Finished): void => {
  if ('error' in job) {
    say(`✗ ${job.name}: ${job.error}`);
    return;
  }
  const { seconds, schedules, found } = job.done;
  const caught = job.mutant !== null || job.task.do === 'break-a1';
  const mark = found.length === 0 ? (caught ? '✗ not caught:' : '✓') : caught ? '✓ caught:' : '✗';
  say(`${mark} ${job.name} — ${schedules} schedules, ${seconds.toFixed(1)} s`);
  for (const each of found) say(traceOf(each));
};

/** On which way each sabotage was caught. */
const waysIn = (finished: readonly Finished[]) =>
  finished.flatMap((job) => {
    const [found] = 'done' in job && job.mutant !== null ? job.done.found : [];
    return found === undefined ? [] : [{ what: job.name, scenario: found.scenario, schedule: [...found.schedule] }];
  });

/** One random world again, with all that it takes to go wrong. */
const again = async (seed: number): Promise<number> => {
  const { found } = await doTask({
    do: 'random',
    seed: Math.floor(seed / 100_000),
    schedules: 1,
    seconds: null,
    only: seed,
  });
  for (const each of found) say(traceOf(each));
  return found.length > 0 ? 1 : 0;
};

const main = async (): Promise<number> => {
  const stale = inapplicable([...mutants, ...smallConstants]);
  for (const each of stale) say(`✗ ${each}`);
  const minutes = values.campaign === undefined ? null : numberOf(values.campaign);
  const faults = values.faults === undefined ? null : numberOf(values.faults);
  const all = [
    ...exhaustive(faults),
    ...random(numberOf(values.seed), numberOf(values.schedules), minutes === null ? null : minutes * 60),
    ...honesty,
    ...(minutes === null ? [] : long()),
    ...withSmallConstants(),
    ...control(),
    ...(stale.length > 0 ? [] : hunts(minutes !== null || values.remember)),
  ];
  const jobs = all.filter(({ name, task }) => values.only === undefined || `${task.do} ${name}`.includes(values.only));
  if (jobs.length === 0) throw new Error(`No job is called "${values.only}".`);
  const begun = performance.now();
  const coverage: Coverage = newCoverage();
  const seen = noSightings();
  const finished: Finished[] = [];
  const seenIn = new Map<string, string>();
  await runJobs(jobs, Math.max(1, numberOf(values.threads)), (job) => {
    finished.push(job);
    if ('done' in job && job.mutant === null && job.task.do !== 'break-a1') {
      merge(coverage, job.done);
      for (const [site] of job.done.sites) if (!seenIn.has(site)) seenIn.set(site, job.name);
      addSightings(seen, job.done);
      if (job.task.do === 'explore') seen.scenarios.add(job.task.scenario);
    }
    tell(job);
  });
  if (values.remember) remember(waysIn(finished));
  const never = values.only === undefined ? unhit(coverage) : [];
  const result = table(finished, {
    pairs: pairsOf(coverage).length,
    unhit: never,
    seenIn,
    unseen: values.only === undefined ? unseen(seen) : [],
    covered: coveredText(seen),
    seconds: (performance.now() - begun) / 1000,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else say(result.text);
  return failures(result) + stale.length > 0 ? 1 : 0;
};

if (values.compare) await compare(values.json);
else if (values.world !== undefined) process.exitCode = await again(numberOf(values.world));
else process.exitCode = await main();
