import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { type BundleSize, bundleSize } from '../bundle-size.ts';
import { median } from '../median.ts';
import { type Subject, subjects } from './functions.ts';

/** Milliseconds since the process began; `processor` is what it had computed when it called AWS. */
type Start = { readonly loaded: number; readonly request: number; readonly processor: number };

export type StartUp = {
  readonly name: string;
  readonly bundle: BundleSize;
  /** Medians, as shares of what the common function of the kind takes, both over an empty function. */
  readonly loaded: number;
  readonly request: number;
  /** The same of the processor time until then, which other work on the machine changes less. */
  readonly processor: number;
  /** Milliseconds over an empty function, until the first request to AWS (or the answer, where none is made). */
  readonly milliseconds: number;
};

const Said = v.object({ origin: v.number(), loaded: v.number(), answered: v.number(), processor: v.number() });

/**
 * How long each function takes to start: until its code is loaded, and until its first request to AWS is written. All of them are
 * started in turn, `rounds` times over, so that whatever else the machine does meets all alike.
 */
export async function startUp(rounds: number): Promise<readonly StartUp[]> {
  const aws = await listener();
  const { empty, sdk, common, ours } = await subjects(aws.url);
  const compared = [common.http, common.worker, sdk, ...ours];
  const starts = new Map<string, Start[]>([empty, ...compared].map(({ name }) => [name, []]));
  try {
    // The first round only fills the machine's caches.
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of [empty, ...compared]) {
        const start = await startOnce(subject, aws);
        if (round > 0) starts.get(subject.name)?.push(start);
      }
    }
  } finally {
    aws.close();
  }
  const over = ({ name }: Subject, when: keyof Start): number =>
    median((starts.get(name) ?? []).map((start) => start[when])) -
    median((starts.get(empty.name) ?? []).map((start) => start[when]));
  return compared.map((subject) => ({
    name: subject.name,
    bundle: bundleSize(dirname(subject.bundle)),
    loaded: over(subject, 'loaded') / over(common[subject.kind], 'loaded'),
    request: over(subject, 'request') / over(common[subject.kind], 'request'),
    processor: over(subject, 'processor') / over(common[subject.kind], 'processor'),
    milliseconds: over(subject, 'request'),
  }));
}

/** Stands in for AWS, which speaks HTTPS: notes when it is called, and never answers. */
async function listener() {
  let called: (at: number) => void = () => undefined;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    called(performance.timeOrigin + performance.now());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address() satisfies AddressInfo | string | null);
  return {
    url: `https://127.0.0.1:${port}`,
    onCall: (listen: (at: number) => void) => {
      called = listen;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function startOnce(
  { name, bundle, event, environment }: Subject,
  aws: Awaited<ReturnType<typeof listener>>,
): Promise<Start> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/child.cjs`, bundle, JSON.stringify(event)], {
    env: { ...lambda(aws.url), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let requested: number | undefined;
  aws.onCall((at) => {
    requested ??= at;
    child.kill('SIGTERM');
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const said = /^@@(.*)$/m.exec(out)?.[1];
  if (said === undefined) throw new Error(`${name} did not start: ${/^\w*Error: .*$/m.exec(err)?.[0] ?? 'no reason'}`);
  const { origin, loaded, answered, processor } = v.parse(Said, JSON.parse(said));
  return { loaded, processor, request: requested === undefined ? answered : requested - origin };
}

/** What Lambda tells every function. */
const lambda = (endpoint: string) => ({
  PATH: process.env.PATH,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_ENDPOINT_URL: endpoint,
});
