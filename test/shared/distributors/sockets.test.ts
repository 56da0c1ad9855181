import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveDistributors } from '../../../infra/simulators/serve.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import { connect } from '../../../shared/distributors/client.ts';
import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { address, credentialsOf, order, restlessClock } from './world.ts';

let served: Served;
const clock = restlessClock();
beforeAll(async () => {
  served = await serveDistributors({ clock });
});
afterAll(() => served.close());

/** Real time has no place here, but nothing hangs: an alarm that never rings will do. */
const silent = {
  now: clock.now,
  sleep: (_: number, signal?: AbortSignal) =>
    new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
};

test.each(distributorSlugs)('%s reads from its socket to the letter what was entered', async (slug) => {
  const distributor = distributors[slug];
  const { live } = served.hosts[slug];
  const account = {
    mode: 'live' as const,
    credentials: credentialsOf(distributor),
    client: connect({ host: live, fetch, clock: silent, random: () => 0.5 }),
  };
  const text = fc
    .string({ unit: fc.constantFrom(...'&+%#;=?/\\"\'<>,|é ñ日😀-Az0'), minLength: 1, maxLength: 17 })
    .filter((written) => written.trim() !== '' && written.length <= 17);
  let at = 0;
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, line1, city) => {
      at += 1;
      const shipTo = { ...address, name, line1, city };
      expect(
        await distributor.submit(account, order({ poNumber: `S-${at}`, shipTo }), { resend: false }),
      ).toMatchObject({ verdict: 'accepted' });
      expect(served.control[slug].orders().at(-1)?.shipTo).toEqual(shipTo);
    }),
    { seed: 5, numRuns: 60 },
  );
});
