import { dropShipClient } from '../../shared/client/client.ts';
import type { components } from '../../shared/client/contract.d.ts';
import { home } from '../../shared/contract/examples.ts';
import { optionsOf } from '../command/options.ts';
import { command, Sentence } from '../command/sentence.ts';

/**
 * `npm run smoke -- --url https://…`: asks a deployed stage whether it does what can be seen without ordering anything. Needs a
 * key to all stores in DROP_SHIP_TOKEN (see `npm run first-key`). It keeps a store `smoke` there, with no credentials, so that
 * no distributor can be asked. Exits with 1 when any answer is not what it should be.
 */
const values = optionsOf({ url: { type: 'string' } });
const token = process.env.DROP_SHIP_TOKEN;

const order: components['schemas']['Order'] = {
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
const inStore = { storeId: 'smoke' };
const inOrder = { ...inStore, orderId: '1' };
const dialog = '/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship';

type Step = readonly [what: string, expected: readonly number[], answer: Promise<{ readonly response: Response }>];

/** One request after the other. */
async function* steps(client: ReturnType<typeof dropShipClient>): AsyncGenerator<Step> {
  const ofStore = { params: { path: inStore } };
  const ofOrder = { params: { path: inOrder } };
  const ofItem = { params: { path: { ...inOrder, itemId: '1' } } };
  yield ['alive', [200], client.GET('/v1/health')];
  yield ['the contract', [200], client.GET('/v1/openapi.json')];
  yield ['a store', [200, 201], client.PUT('/v1/stores/{storeId}', { ...ofStore, body: store })];
  yield ['an order', [200, 201], client.PUT('/v1/stores/{storeId}/orders/{orderId}', { ...ofOrder, body: order })];
  yield ['its dialog', [200], client.GET(dialog, ofItem)];
  // Without credentials the item is not eligible: nothing can be ordered.
  yield ['a submit that orders nothing', [422], client.POST(dialog, { ...ofItem, body: { confirm: true } })];
  yield ['the purchase orders', [200], client.GET('/v1/stores/{storeId}/purchase-orders', ofStore)];
  yield ['the customer erased', [204], client.DELETE('/v1/stores/{storeId}/orders/{orderId}/customer', ofOrder)];
}

const smoke = async (url: string, token: string): Promise<boolean> => {
  const client = dropShipClient({ url: url.endsWith('/') ? url.slice(0, -1) : url, token });
  let well = true;
  for await (const [what, expected, answer] of steps(client)) {
    const { status } = (await answer).response;
    const held = expected.includes(status);
    console.log(`${held ? '✓' : '✗'} ${what}: ${status}${held ? '' : `, expected ${expected.join(' or ')}`}`);
    well &&= held;
  }
  return well;
};

await command(async () => {
  const { url } = values;
  if (url === undefined || token === undefined) {
    throw new Sentence(
      'Say where, and with which key: DROP_SHIP_TOKEN=ds_… npm run smoke -- --url https://… It needs a deployed stage.',
    );
  }
  const well = await smoke(url, token).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Sentence(`${url} cannot be asked: ${cause instanceof Error ? cause.message : String(cause)}`);
  });
  if (!well) process.exit(1);
});
