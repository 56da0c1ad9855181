import { optionsOf } from '../../../infra/command/options.ts';
import { automatic } from './fixtures/automatic.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';
import { wps } from './fixtures/wps.ts';
import { sharesOf, spoiltReads, spoiltSteps, spoiltSubmits, writtenOtherwise } from './spoilt-answers.ts';

/**
 * `npm run campaign:answers`: 100,000 spoilt answers to every call of every adapter (`-- --runs 1000 --seed 7` for others). It ends
 * with the first one that is taken for what it is not, and prints what verdicts came how often.
 */
const options = optionsOf({ runs: { type: 'string' }, seed: { type: 'string' } });
const [runs, seed] = [Number(options.runs ?? 100_000), Number(options.seed ?? 20_261_120)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('--runs and --seed are whole numbers.');
  process.exit(1);
}
const begun = performance.now();
for (const fixtures of [partsUnlimited, wps, tuckerRocky, automatic]) {
  const { slug } = fixtures;
  console.log(`${slug}, submit: ${sharesOf(await spoiltSubmits(fixtures, runs, seed))}`);
  if (Object.keys(fixtures.before).some((call) => call.startsWith('POST')))
    console.log(`${slug}, before it: ${sharesOf(await spoiltSteps(fixtures, runs, seed))}`);
  for (const [call, shares] of Object.entries(await spoiltReads(fixtures, runs, seed)))
    console.log(`${slug}, ${call}: ${sharesOf(shares)}`);
  await writtenOtherwise(fixtures, runs, seed);
  console.log(`${slug}, answers written otherwise: each meant what it had meant`);
}
console.log(
  `${runs} spoilt answers to each, seed ${seed}: none was taken for what it is not. ${Math.round((performance.now() - begun) / 1000)} s`,
);
