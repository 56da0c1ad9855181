import { afterEach, expect, test } from 'vitest';
import { newCoverage } from './faults/coverage.ts';
import { scenarioNamed } from './scenarios/catalogue.ts';
import { explore } from './search/explore.ts';
import { remembered } from './world/courses.ts';

const { most } = remembered;
afterEach(() => {
  remembered.most = most;
});

/** A search, and every row and every answer of each world in which a run of it is over. */
const searched = async (scenario: string, faults: number, using: readonly string[]) => {
  const ends: string[] = [];
  const { schedules, states, steps } = await explore(scenarioNamed(scenario), {
    faults,
    coverage: newCoverage(),
    enough: 1,
    using,
    onEnd: ({ rows, told, mails, posted, nudged, now }) =>
      ends.push(JSON.stringify([[...rows], told, mails, posted, [...nudged], now])),
  });
  return { schedules, states, steps, ends };
};

test.each<[string, number, string[]]>([
  ['one order at wps, until it is settled', 2, ['timeout-after', 'rate-limited']],
  ['two parcels of tucker-rocky', 1, ['frozen', 'stale', 'mail-throttled', 'poller loses its memory']],
])('%s: what is known of invocations is what running them brings', async (scenario, faults, using) => {
  remembered.most = 0;
  const run = await searched(scenario, faults, using);
  remembered.most = most;
  const [cold, warm] = [await searched(scenario, faults, using), await searched(scenario, faults, using)];
  expect(run.ends.length).toBeGreaterThan(5);
  expect(cold).toEqual(run);
  expect(warm).toEqual(run);
});
