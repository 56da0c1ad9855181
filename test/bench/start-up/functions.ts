import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { buildFunctions } from '../../../infra/bundles.ts';
import { dropShip, synthesize } from '../../../infra/local/template/synth.ts';
import { readTemplate } from '../../../infra/local/template/template.ts';

/** Functions of the same kind are compared with the same common one. */
type Kind = 'http' | 'worker';

export type Subject = {
  readonly name: string;
  readonly kind: Kind;
  readonly bundle: string;
  readonly event: unknown;
  readonly environment: Readonly<Record<string, string>>;
};

export const request = (routeKey: string, pathParameters: Readonly<Record<string, string>>) => ({
  version: '2.0',
  routeKey,
  rawPath: `/v1/${Object.values(pathParameters).join('/')}`,
  headers: { authorization: `Bearer ds_${'k'.repeat(12)}_${'s'.repeat(43)}` },
  pathParameters,
  isBase64Encoded: false,
  requestContext: {
    requestId: 'bench',
    http: { method: routeKey.split(' ')[0] },
    authorizer: { lambda: { verdict: 'ok', keyId: 'k', storeId: '*', scopes: 'orders:read settings:write admin' } },
  },
});

const message = (pk: string, sk: string) => ({
  Records: [{ messageId: '1', body: JSON.stringify([{ pk, sk }]), attributes: { ApproximateReceiveCount: '1' } }],
});

const order = { storeId: 'demo', orderId: '5200' };
const orderEvent = request('GET /v1/stores/{storeId}/orders/{orderId}', order);
const purchaseOrder = message('PO#demo#5200-1', 'PO');

/** Each function of the service, with an event that makes it read its first row. */
const events: readonly (readonly [string, Kind, unknown])[] = [
  ['authorize-request', 'http', orderEvent],
  ['serve-contract', 'http', request('GET /v1/health', {})],
  ['manage-orders', 'http', orderEvent],
  [
    'drop-ship-items',
    'http',
    request('GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship', { ...order, itemId: '1' }),
  ],
  [
    'manage-purchase-orders',
    'http',
    request('GET /v1/stores/{storeId}/purchase-orders/{poNumber}', { storeId: 'demo', poNumber: '5200-1' }),
  ],
  [
    'fetch-offer',
    'http',
    request('GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer', { ...order, itemId: '1' }),
  ],
  ['manage-settings', 'http', request('GET /v1/stores/{storeId}', { storeId: 'demo' })],
  ['poll-due', 'worker', {}],
  ['submit-order', 'worker', purchaseOrder],
  ['sweep-tracking', 'worker', purchaseOrder],
  ['send-notice', 'worker', purchaseOrder],
  ['record-bounce', 'worker', purchaseOrder],
];

/** Bundled as `NodejsFunction` of the CDK does by itself, minified. */
const bundleCommon = (name: string, outdir: string): string => {
  const outfile = join(outdir, name, 'index.cjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    sourcemap: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
};

/** What each function of the template finds in its environment; queues lie at `endpoint`. */
export async function environments(endpoint: string) {
  const { template } = await synthesize(dropShip, () => undefined);
  const functions = readTemplate(template, (name) => `${endpoint}/0/${name}`).of('AWS::Lambda::Function');
  return new Map(
    functions.map(({ FunctionName, Environment }) => [
      (FunctionName ?? '').replace(/^drop-ship-[a-z]+-/, ''),
      Environment.Variables,
    ]),
  );
}

/** What the common ones ask for. */
export const commonEnvironment = {
  TABLE_NAME: 'bench',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'bench',
};

/** All that is measured: ours as they are deployed, the common ones, one read by the SDK alone, and an empty one. */
export async function subjects(endpoint: string) {
  const scratch = mkdtempSync(join(tmpdir(), 'start-up-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const built = buildFunctions(join(import.meta.dirname, '../../../functions'));
  const deployed = await environments(endpoint);
  const unmeasured = [...deployed.keys()].filter((name) => !events.some(([measured]) => measured === name));
  if (unmeasured.length > 0) throw new Error(`No event is known to start ${unmeasured.join(', ')} with.`);
  const common = (kind: Kind, event: unknown): Subject => ({
    name: `common ${kind}`,
    kind,
    bundle: bundleCommon(`common/${kind}`, scratch),
    event,
    environment: commonEnvironment,
  });
  const empty: Subject = {
    name: 'empty',
    kind: 'http',
    bundle: bundleCommon('empty', scratch),
    event: {},
    environment: {},
  };
  const sdk: Subject = {
    name: 'the SDK, one read',
    kind: 'http',
    bundle: join(buildFunctions(join(import.meta.dirname, 'sdk')), 'one-read/index.cjs'),
    event: {},
    environment: commonEnvironment,
  };
  return {
    empty,
    sdk,
    common: { http: common('http', orderEvent), worker: common('worker', purchaseOrder) },
    ours: events.map(
      ([name, kind, event]): Subject => ({
        name,
        kind,
        bundle: join(built, name, 'index.cjs'),
        event,
        environment: deployed.get(name) ?? {},
      }),
    ),
  };
}
