import ky from 'ky';
import { home } from '../../shared/contract/examples.ts';
import { optionsOf } from '../command/options.ts';

/**
 * `npm run smoke -- --url https://…`: asks a deployed stage whether it does what can be seen without ordering anything. Needs a
 * key to all stores in DROP_SHIP_TOKEN (see `npm run first-key`). It keeps a store `smoke` there, with no credentials, so that
 * no distributor can be asked. Exits with 1 when any answer is not what it should be.
 */
const values = optionsOf({ url: { type: 'string' } });
const token = process.env.DROP_SHIP_TOKEN;

const order = {
  status: 'New',
  placedAt: '2026-11-23T12:00:00Z',
  customer: { name: 'Smoke Test', email: 'smoke@drop-ship.example' },
  shipTo: { ...home, name: 'Smoke Test' },
  items: [
    {
      itemId: '1',
      sku: 'SMOKE-1',
      title: 'Nothing',
      quantity: 1,
      catalog: 'aftermarket',
      distributorParts: [{ distributor: 'wps', partNumber: 'SMOKE-1' }],
    },
  ],
};

const store = { name: 'Smoke test', serviceEmail: 'smoke@drop-ship.example' };
const steps: readonly (readonly [method: string, path: string, body: unknown, expected: readonly number[]])[] = [
  ['GET', '/v1/health', undefined, [200]],
  ['GET', '/v1/openapi.json', undefined, [200]],
  ['PUT', '/v1/stores/smoke', store, [200, 201]],
  ['PUT', '/v1/stores/smoke/orders/1', order, [200, 201]],
  ['GET', '/v1/stores/smoke/orders/1/items/1/drop-ship', undefined, [200]],
  // Without credentials the item is not eligible: nothing can be ordered.
  ['POST', '/v1/stores/smoke/orders/1/items/1/drop-ship', { confirm: true }, [422]],
  ['GET', '/v1/stores/smoke/purchase-orders', undefined, [200]],
  ['DELETE', '/v1/stores/smoke/orders/1/customer', undefined, [204]],
];

const smoke = async (url: string, key: string): Promise<boolean> => {
  const http = ky.create({ throwHttpErrors: false, headers: { authorization: `Bearer ${key}` } });
  let well = true;
  for (const [method, path, json, expected] of steps) {
    const { status } = await http(new URL(path, url), { method, ...(json === undefined ? {} : { json }) });
    const held = expected.includes(status);
    console.log(`${held ? '✓' : '✗'} ${method} ${path}: ${status}${held ? '' : `, expected ${expected.join(' or ')}`}`);
    well &&= held;
  }
  return well;
};

if (values.url === undefined || token === undefined) {
  console.error(
    'Say where, and with which key: DROP_SHIP_TOKEN=ds_… npm run smoke -- --url https://… It needs a deployed stage.',
  );
  process.exitCode = 1;
} else {
  const { url } = values;
  const well = await smoke(url, token).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(`${url} cannot be asked: ${cause instanceof Error ? cause.message : String(cause)}`);
    return false;
  });
  process.exitCode = well ? 0 : 1;
}
