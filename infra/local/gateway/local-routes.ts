import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { LocalCloud } from '../local-cloud.ts';
import { readMailbox } from '../mail/mailbox.ts';
import { AwsFault } from '../process/aws-faults.ts';
import type { LocalClock } from '../time/clock.ts';
import { sweepAll } from '../time/sweep-all.ts';
import type { LogLine } from '../why/log-lines.ts';
import { storyOf } from '../why/story.ts';
import { loopbackOnly } from './loopback-only.ts';
import { strictPolicy } from './strict-policy.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

export type LocalRoutesParts = {
  readonly clock: LocalClock;
  readonly cloud: LocalCloud;
  readonly receiver: WebhookReceiver;
  /** The simulated distributors' own routes. */
  readonly distributors: Hono;
  /** `GET /` and what belongs to it. */
  readonly console: Hono;
  readonly demo: { readonly token: string; readonly storeId: string };
  /** What the functions have logged of late. */
  readonly lines: readonly LogLine[];
  /** Told after the clock was moved. */
  readonly moved: () => void;
};

const hundredYears = 100 * 366 * 86_400;
const Move = v.strictObject({
  advanceSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(hundredYears)),
});
const Run = v.strictObject({ job: v.literal('tracking') });

/** `/_local/…` and the console at `/`: what exists on this machine only, and answers nobody else. */
export function localRoutes(parts: LocalRoutesParts): Hono {
  const { clock, cloud, receiver, distributors, demo, moved, lines } = parts;
  const one = oneAtATime();
  const now = () => new Date(clock.now()).toISOString();
  const app = new Hono();
  for (const path of ['/', '/_local', '/_local/*']) app.use(path, strictPolicy, loopbackOnly);
  app.get('/_local', (context) => context.json({ ...demo, now: now() }));
  app.post('/_local/clock', (context) =>
    asking(context, Move, ({ advanceSeconds }) =>
      one(async () => {
        await cloud.advance(advanceSeconds);
        moved();
        return { now: now() };
      }),
    ),
  );
  app.post('/_local/run', (context) =>
    asking(context, Run, () =>
      one(async () => {
        // Who has just been told of a yes may ask before its watch is written.
        await cloud.quiet();
        const accounts = await sweepAll(cloud, clock.now());
        await cloud.runDue();
        return { accounts, now: now() };
      }),
    ),
  );
  app.get('/_local/why/:poNumber', async (context) => {
    const named = { storeId: context.req.query('store') ?? demo.storeId, poNumber: context.req.param('poNumber') };
    const story = await storyOf(cloud.rows, named, lines);
    return story === null
      ? problem(context, 404, 'Not found', 'There is no such purchase order.')
      : context.text(story);
  });
  app.post('/_local/aws/faults', (context) =>
    asking(context, AwsFault, async (fault) => {
      cloud.faults.add(fault);
      return { faults: cloud.faults.list() };
    }),
  );
  app.get('/_local/aws/faults', (context) => context.json({ faults: cloud.faults.list() }));
  app.delete('/_local/aws/faults', (context) => {
    cloud.faults.clear();
    return context.body(null, 204);
  });
  app.get('/_local/mail', async (context) => context.json(await readMailbox(cloud.mail)));
  app.get('/_local/webhooks', (context) => context.json(receiver.deliveries));
  app.post('/_local/webhooks', async (context) => {
    const { verified } = receiver.take(context.req.raw.headers, await context.req.text());
    return context.body(null, verified ? 204 : 401);
  });
  app.route('/', distributors);
  app.route('/', parts.console);
  app.all('/_local/*', (context) => problem(context, 404, 'Not found', `The local run has no ${context.req.path}.`));
  app.onError((error, context) => problem(context, 500, 'The local run failed', error.message));
  return app;
}

async function asking<S extends v.GenericSchema>(
  context: Context,
  schema: S,
  answer: (body: v.InferOutput<S>) => Promise<object>,
): Promise<Response> {
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), await context.req.text());
  if (body.success) return context.json(await answer(body.output));
  const [issue] = body.issues;
  return problem(context, 400, 'Invalid request', `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}`);
}

const problem = (context: Context, status: 400 | 404 | 500, title: string, detail: string): Response =>
  context.json({ title, status, detail }, status, { 'content-type': 'application/problem+json' });

/** Two that move the clock at once would each see half of it: the second waits for the first. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return await mine;
  };
}
