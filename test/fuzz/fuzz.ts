import { optionsOf } from '../../infra/command/options.ts';
import { fuzzHttp } from './http.ts';
import { fuzzWorld, type Outcome } from './world.ts';

/**
 * `npm run fuzz [-- --requests N --http N --seed S]`: requests made from the OpenAPI document, valid, nearly valid and hostile, alone and
 * in sequences, against the service in memory (100,000) and against the whole local run over HTTP (5,000). Exits with 1 when an answer is
 * a 5xx other than try-again, is not as the document declares, takes what it refuses, or when an answer or a log line shows what it must not.
 */
const { requests, http, seed } = optionsOf({
  requests: { type: 'string', default: '100000' },
  http: { type: 'string', default: '5000' },
  seed: { type: 'string', default: '1' },
});

/** How many requests are sent to a world: a fresh one is quicker than a full one. */
const perWorld = 400;

const statuses = new Map<number, number>();
let [tryAgains, found] = [0, 0];
const count = (outcome: Outcome): void => {
  tryAgains += outcome.tryAgains;
  found += outcome.findings.length;
  for (const [status, times] of outcome.statuses) statuses.set(status, (statuses.get(status) ?? 0) + times);
  for (const { seed: world, step, asked, wrong } of outcome.findings)
    console.log(`✗ seed ${world}, step ${step}: ${wrong}\n  ${asked}`);
};
const said = (what: string): void => {
  const byStatus = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${status}: ${times.toLocaleString('en')}`);
  console.log(`${what}: ${byStatus.join(', ')}; try-again ${tryAgains}; ${found} findings.`);
  statuses.clear();
};

for (let world = 0; world < Number(requests) / perWorld; world += 1)
  count(await fuzzWorld(Number(seed) + world, perWorld));
if (Number(requests) > 0) said('In process');
if (Number(http) > 0) {
  count(await fuzzHttp(Number(seed), Number(http)));
  said('Over HTTP');
}
process.exitCode = found === 0 ? 0 : 1;
