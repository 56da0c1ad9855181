import { resolve } from 'node:path';
import type { Hono } from 'hono';
import { controlRoutes } from '../simulators/control-routes.ts';
import { type Served, serveDistributors } from '../simulators/serve.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { metricsRecorder } from './console/metrics-recorder.ts';
import { showroom } from './console/showroom.ts';
import { demoStoreId, makeDemoStore, secretIn, secretPath } from './demo/demo-store.ts';
import type { OnLog } from './functions/function-instance.ts';
import { localRoutes } from './gateway/local-routes.ts';
import { webhookReceiver } from './gateway/webhook-receiver.ts';
import { type LocalCloud, startLocalCloud } from './local-cloud.ts';
import { claimDataDir } from './process/data-dir.ts';
import { type Kept, keptIn } from './process/kept.ts';
import { listen } from './process/listen.ts';
import { dropShip, synthesize } from './template/synth.ts';
import { type LocalClock, localClock } from './time/clock.ts';
import { keptLines } from './why/log-lines.ts';

export type LocalOptions = {
  /** 0 = any free one (the default). */
  readonly port?: number;
  /** Where state is kept; in memory when absent. */
  readonly dataDir?: string | undefined;
  /** Every line that a function writes. */
  readonly onLog?: OnLog;
  /** What is being done, in words. */
  readonly onStep?: (sentence: string) => void;
};

export type Local = {
  readonly url: string;
  /** An all-stores key with all scopes. */
  readonly token: string;
  readonly storeId: string;
  readonly clock: LocalClock;
  readonly cloud: LocalCloud;
  readonly distributors: Served;
  /** A browser sees every mail there. */
  readonly inbox: string;
  /** Ends everything that was started. */
  stop(): Promise<void>;
};

/** Starts the whole service on this machine: the synthesized template, the distributors, the demo store. */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  await using starting = new AsyncDisposableStack();
  // First, for the port may be in use. Who asks before all is there waits for it, and is not told half of it.
  const open = Promise.withResolvers<Hono>();
  const server = await listen(async (request) => await (await open.promise).fetch(request), options.port ?? 0);
  starting.defer(() => server.stop());
  const said = options.onStep ?? (() => undefined);
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  if (dataDir !== undefined) starting.use(claimDataDir(dataDir));
  const kept = keptIn(dataDir);
  const clock = localClock(Number(kept.read('clock') ?? 0));

  const logged = keptLines();
  const assembly = await synthesize(dropShip, said);
  said('Starting the table, the queues, the mailbox and the distributors …');
  const distributors = await startDistributors(clock, kept, dataDir !== undefined);
  starting.defer(() => distributors.close());
  const recorder = metricsRecorder(clock);
  const cloud = await startLocalCloud({
    assembly,
    clock,
    dataDir,
    onLog: (name, line) => {
      logged.take(line);
      recorder.read(line);
      options.onLog?.(name, line);
    },
    replace: { DISTRIBUTOR_HOSTS: JSON.stringify(hostsOf(distributors)) },
    // The built-in receiver listens on loopback, where no deployed service would ever send a webhook.
    add: { WEBHOOK_LOOPBACK: 'allow' },
  });
  starting.defer(() => cloud.stop());

  const receiver = webhookReceiver(clock, dataDir);
  const { url } = server;
  said('Making the demo store …');
  const { token, webhookSecret } = await makeDemoStore(cloud, clock, kept, url);
  receiver.expect(webhookSecret);
  const showroomReceiver = webhookReceiver(clock, dataDir, 'showroom-webhooks');
  const openShowroom = showroom({ cloud, kept, receiver: showroomReceiver, url, token });
  const routes = localRoutes({
    clock,
    cloud,
    receiver,
    distributors: controlRoutes(distributors.control),
    console: consoleRoutes({ cloud, clock, recorder, receiver: showroomReceiver, openShowroom, token }),
    demo: { token, storeId: demoStoreId },
    lines: logged.lines,
    moved: () => kept.write('clock', String(clock.now() - Date.now())),
  });
  // Its webstore learns of a new secret, as whoever asked for one would see to.
  routes.post(secretPath, async (context) => {
    const answer = await cloud.fetch(context.req.raw);
    if (answer.ok) receiver.expect(kept.write('webhook-secret', await secretIn(answer.clone())));
    return answer;
  });
  open.resolve(routes.all('*', (context) => cloud.fetch(context.req.raw)));
  const started = starting.move();
  const stop = () => started.disposeAsync();
  return { url, token, storeId: demoStoreId, clock, cloud, distributors, inbox: cloud.mail, stop };
}

/** Where they are kept, then with every change: a distributor that forgets an order it took would be a lie. */
async function startDistributors(clock: LocalClock, kept: Kept, keep: boolean): Promise<Served> {
  const state = kept.read('distributors');
  let served: Served | undefined;
  const changed = () => {
    if (keep && served !== undefined) kept.write('distributors', JSON.stringify(served.snapshot()));
  };
  served = await serveDistributors({ clock, changed, ...(state === undefined ? {} : { state: JSON.parse(state) }) });
  return served;
}

/** The simulated hosts in the shape of `DISTRIBUTOR_HOSTS`, which knows no null. */
function hostsOf({ hosts }: Served) {
  return Object.fromEntries(
    Object.entries(hosts).map(([slug, { live, test }]) => [slug, test === null ? { live } : { live, test }]),
  );
}
