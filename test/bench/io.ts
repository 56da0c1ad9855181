import { orderLife, type TableUse } from '../cost/order-life.ts';
import type { Result, Say } from './page.ts';

type Step = TableUse & { readonly step: string };

const nothing: TableUse = { reads: 0, writes: 0, requests: 0 };

/** What each step of an order's life asks of the table, counted: requests, read units (a key's read by the authorizer too), write units. */
export async function io(say: Say): Promise<Result> {
  const steps: Step[] = [];
  let before = nothing;
  await orderLife((step, now) => {
    steps.push({
      step,
      requests: now.requests - before.requests,
      reads: now.reads - before.reads,
      writes: now.writes - before.writes,
    });
    before = now;
  });
  for (const row of [...steps, { step: 'all', ...before }]) say(line(row));
  return { held: true, ratios: [], figures: steps };
}

const line = ({ step, requests, reads, writes }: Step): string =>
  `${step.padEnd(36)}${`${requests} requests`.padStart(14)}${`${reads} read`.padStart(11)}${`${writes} written`.padStart(12)}`;
