import { spawnSync } from 'node:child_process';
import { readAudit } from './advisories.ts';

/** `npm run check:advisories`: asks the registry for known advisories of what is deployed. Fails on one that is high or critical. */
const patience = 20_000;
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: patience,
});
const { sentence, isBad } = readAudit(stdout ?? '');
console.log(sentence);
process.exitCode = isBad ? 1 : 0;
