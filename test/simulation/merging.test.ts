import { expect, it } from 'vitest';
import { newCoverage } from './faults/coverage.ts';
import { scenarioNamed } from './scenarios/catalogue.ts';
import { explore } from './search/explore.ts';
import type { World } from './world/state.ts';

/** All that is judged of a world in which a run is over. */
const judgedOf = ({ observed, distributors, mails, judged }: World): string =>
  JSON.stringify([
    observed.outcomes,
    observed.wrongs,
    Object.values(distributors).map(({ orders }) =>
      orders.map(({ poNumber, mode, lines, shipTo, shares }) => [poNumber, mode, lines, shipTo.city, shares.length]),
    ),
    mails.map(({ to, subject }) => [to, subject]),
    [...judged.said].map(([poNumber, { word, item }]) => [poNumber, word, item]),
  ]);

const endsOf = async (scenario: string, faults: number, using: readonly string[], merging: boolean) => {
  const ends = new Set<string>();
  const found = await explore(scenarioNamed(scenario), {
    faults,
    coverage: newCoverage(),
    enough: 50,
    using,
    merging,
    onEnd: (world) => ends.add(judgedOf(world)),
  });
  return { steps: found.steps, ends: [...ends].toSorted() };
};

it.each([
  ['one order at wps, until it is settled', 2, ['timeout-after', 'very-late', 'lagging', 'reject-part']],
  [
    'one order at parts-unlimited',
    2,
    ['timeout-before', 'timeout-after', 'very-late', 'message delivered twice at once'],
  ],
  ['one order at tucker-rocky', 2, ['timeout-before', 'received-twice', 'reject-payment']],
  ['two submits of one item at automatic', 1, ['crash-after', 'overtaken', 'timeout-after']],
])('%s, ≤%i faults: searched with and without merging it ends alike', async (scenario, faults, using) => {
  const merged = await endsOf(scenario, faults, using, true);
  const whole = await endsOf(scenario, faults, using, false);
  expect(merged.ends.length).toBeGreaterThan(1);
  expect(merged.ends).toEqual(whole.ends);
  expect(merged.steps).toBeLessThanOrEqual(whole.steps);
});
