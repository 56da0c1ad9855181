import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { serviceGraphs } from '../../service-graphs.ts';
import type { WebhookReceiver } from '../gateway/webhook-receiver.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { readMailbox } from '../mail/mailbox.ts';
import type { MetricsRecorder } from './metrics-recorder.ts';
import { htmlPage, mailPage, script, styleSheet } from './pages.ts';
import { showroomId, showroomReceiver } from './showroom.ts';

export type ConsoleParts = {
  readonly cloud: LocalCloud;
  readonly clock: Clock;
  readonly recorder: MetricsRecorder;
  /** The showroom's own end of its webhooks. */
  readonly receiver: WebhookReceiver;
  readonly openShowroom: () => Promise<void>;
  readonly token: string;
};

const backend = '/_local/console/backend';
const Scheme = v.optional(v.picklist(['light', 'dark']), 'light');

/** `GET /`, the console, and what only it needs: everything else it asks of the same JSON API as everybody. */
export function consoleRoutes({ cloud, clock, recorder, receiver, openShowroom, token }: ConsoleParts): Hono {
  const app = new Hono();
  app.get('/', htmlPage);
  app.get('/_local/console/console.js', script);
  app.get('/_local/console/console.css', styleSheet);
  app.post('/_local/console/showroom', async (context) => {
    await openShowroom();
    return context.json({ storeId: showroomId });
  });
  app.get('/_local/console/mails/:index', async (context) => {
    const scheme = v.safeParse(Scheme, context.req.query('scheme'));
    const mail = (await readMailbox(cloud.mail))[Number(context.req.param('index'))];
    return mail?.html && scheme.success ? mailPage(mail.html, scheme.output) : context.notFound();
  });
  app.get('/_local/metrics', (context) => context.json(graphsOf(recorder)));
  app.get(showroomReceiver, (context) => context.json(receiver.deliveries));
  app.post(showroomReceiver, async (context) => {
    const { verified } = receiver.take(context.req.raw.headers, await context.req.text());
    return context.body(null, verified ? 204 : 401);
  });
  app.all(`${backend}/*`, (context) => asStore(context, cloud, clock, token));
  return app;
}

/** The webstore's backend, as docs/embed-the-dialog.md shows it: it adds the key, which the dialog never sees. */
async function asStore(context: Context, cloud: LocalCloud, clock: Clock, token: string): Promise<Response> {
  const { pathname, search, origin } = new URL(context.req.url);
  const path = pathname.slice(backend.length);
  const allowed = /^\/(orders\/[\w.-]+\/items\/[\w.-]+\/drop-ship(\/offer)?|purchase-orders\/[A-Z0-9-]+)$/.test(path);
  if (!allowed) return context.notFound();
  const { method } = context.req;
  const body = method === 'GET' ? null : await context.req.text();
  const key = context.req.header('idempotency-key');
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const request = new Request(`${origin}/v1/stores/${showroomId}${path}${search}`, { method, headers, body });
  const answer = await cloud.fetch(request);
  // The dialog counts days by it, and here they pass on a click.
  const date = new Date(clock.now()).toUTCString();
  return new Response(answer.body, { status: answer.status, headers: [...answer.headers, ['date', date]] });
}

/** The dashboard's rows of the service, with what was emitted since the start. */
function graphsOf(recorder: MetricsRecorder) {
  const series = recorder.series();
  return serviceGraphs.map(({ title, graphs }) => ({
    title,
    graphs: graphs.map((graph) => ({ ...series.find(({ name }) => name === graph.name), title: graph.title })),
  }));
}
