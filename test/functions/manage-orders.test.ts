import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { type HttpService, httpService, type Loose, order, store } from './http-service.ts';

let service: HttpService;
let token: string;
const path = '/v1/stores/moto-hut/orders/1001';

beforeEach(async () => {
  service = httpService();
  token = await service.keyTo(null);
  await service.ask('PUT', '/v1/stores/moto-hut', { token, body: store });
});

const put = (body: object) => service.ask('PUT', path, { token, body });
const get = () => service.ask('GET', path, { token });
const orderRow = () => service.table.get(keys.order('moto-hut', '1001')) as Promise<Loose>;

/** An attempt as a claim leaves it: the purchase order, and its number in the order. */
const attempt = async (poNumber: string, parts: Partial<PurchaseOrderRow> = {}) => {
  const current = await orderRow();
  const row = {
    ...keys.purchaseOrder('moto-hut', poNumber),
    ...{ rev: `po-${poNumber}`, storeId: 'moto-hut', orderId: '1001', itemId: '1', mode: 'live', distributor: 'wps' },
    ...{ poNumber, partNumber: '26-1772', quantity: 1, shipTo: order.shipTo, shippingMethod: 'ground' },
    ...{ state: 'accepted', submittedAt: '2026-11-21T00:00:00.000Z', sends: 1, call: null, doubtSince: null },
    ...{
      absentAt: null,
      missesInARow: 0,
      notTaken: 0,
      notBefore: null,
      refusal: null,
      attention: null,
      orderNumbers: ['4711'],
    },
    ...{ acceptedAt: '2026-11-21T00:00:01.000Z', trackUntil: '2027-01-02T00:00:01.000Z', tracking: 'open' },
    ...{ progress: 'none', shipments: [], shipmentsChangedAt: null, history: [], owed: [], events: 0 },
    ...{ storeKey: 'moto-hut', placed: '2026-11-21T00:00:00.000Z', status: 'accepted' },
    ...parts,
  };
  const { mode, itemId } = row;
  const attempts = [...current.attempts, { itemId, mode, poNumber }];
  await service.table.write([
    { put: row, was: null },
    { put: { ...current, attempts, rev: `order-${poNumber}` }, was: current.rev },
  ]);
};

describe('the webstore tells of an order', () => {
  test('once: it is created, and reads as it was written', async () => {
    const created = await put(order);
    expect([created.status, created.headers.location]).toEqual([201, path]);
    const { items, ...rest } = order;
    expect((await get()).body).toEqual({
      ...rest,
      storeId: 'moto-hut',
      orderId: '1001',
      updatedAt: '2026-11-23T12:00:00.000Z',
      displayNumber: null,
      items: [
        {
          ...items[0],
          removed: false,
          purchaseOrder: null,
          testPurchaseOrder: null,
          otherPurchaseOrders: [],
          shipments: [],
        },
      ],
      notes: [],
    });
  });

  test('by what people call it, up to forty characters; left out again, it is called by its id', async () => {
    expect((await put({ ...order, displayNumber: 'Nº 1001/B' })).body.displayNumber).toBe('Nº 1001/B');
    expect((await put(order)).body.displayNumber).toBeNull();
    expect((await put({ ...order, displayNumber: '1'.repeat(41) })).body.errors).toMatchObject([
      { pointer: '/displayNumber' },
    ]);
  });

  test('again: what it owns is replaced', async () => {
    await put(order);
    const changed = await put({ ...order, revision: 8, status: 'Cancelled', items: [] });
    expect([changed.status, changed.body.status, changed.body.items]).toEqual([200, 'Cancelled', []]);
  });

  test('late: an older revision changes nothing', async () => {
    await put(order);
    const stale = await put({ ...order, revision: 6, status: 'Shipped' });
    expect([stale.status, stale.body.type]).toEqual([409, 'urn:problem:drop-ship:stale-revision']);
    expect((await get()).body.status).toBe('New');
    expect((await put({ ...order, revision: null, status: 'Processed' })).body.revision).toBe(7);
    expect((await put({ ...order, revision: 6 })).status).toBe(409);
  });

  test('of a store that there is not: 404, and nothing is written', async () => {
    const before = service.table.rows().length;
    expect((await service.ask('PUT', '/v1/stores/other/orders/1', { token, body: order })).status).toBe(404);
    expect(service.table.rows().length).toBe(before);
  });

  test('without an item that was once tried: it is kept, marked, and comes back with its history', async () => {
    await put(order);
    await attempt('PO-1');
    const second = { ...order.items[0], itemId: '2' };
    const without = await put({ ...order, items: [second] });
    expect(without.body.items.map((item: Loose) => [item.itemId, item.removed])).toEqual([
      ['2', false],
      ['1', true],
    ]);
    const again = await put(order);
    expect(again.body.items).toMatchObject([{ itemId: '1', removed: false, purchaseOrder: { poNumber: 'PO-1' } }]);
    expect((await orderRow()).attempts).toEqual([{ itemId: '1', mode: 'live', poNumber: 'PO-1' }]);
  });

  test('while somebody else writes: it is read again and nothing of theirs is lost', async () => {
    await put(order);
    const { write } = service.table;
    let raced = false;
    const racing: Table['write'] = async (changes) => {
      if (!raced) {
        raced = true;
        await attempt('PO-1');
      }
      return write(changes);
    };
    service.ports.table.write = racing;
    const answer = await put({ ...order, revision: 8 });
    expect([answer.status, answer.body.items[0].purchaseOrder.poNumber]).toEqual([200, 'PO-1']);
  });

  test('while others never stop writing: 503, to be sent again', async () => {
    await put(order);
    service.ports.table.write = async () => 'conflict';
    const answer = await put({ ...order, revision: 8 });
    expect([answer.status, answer.body.type]).toEqual([503, 'urn:problem:drop-ship:try-again']);
    expect(answer.headers['retry-after']).toBe('1');
  });
});

describe('what became of an order', () => {
  const shipment = {
    ...{ trackingNumber: '1Z1', carrier: 'ups', trackingUrl: null, shippedAt: null, quantity: 1 },
    ...{ source: 'distributor' as const, foundAt: '2026-11-22T00:00:00.000Z' as const, goneAt: null, corrects: null },
  };

  test('shows purchase order, shipments and notes, in the order in which they happened', async () => {
    await put(order);
    const refusal = { code: 'out-of-stock' as const, message: 'None.', at: '2026-11-20T00:00:00.000Z' as const };
    await attempt('PO-1', {
      state: 'refused',
      refusal,
      history: [{ at: '2026-11-20T00:00:00.000Z', text: 'Refused.' }],
    });
    expect((await get()).body.items[0].purchaseOrder).toBeNull();
    await attempt('PO-2', {
      shipments: [shipment],
      history: [
        { at: '2026-11-19T00:00:00.000Z', text: 'First.' },
        { at: '2026-11-21T00:00:00.000Z', text: 'Last.' },
      ],
    });
    const { body } = await get();
    expect(body.items[0]).toMatchObject({
      purchaseOrder: { poNumber: 'PO-2', distributorOrderNumbers: ['4711'] },
      shipments: [{ trackingNumber: '1Z1', source: 'distributor' }],
    });
    expect(body.notes.map(({ text, poNumber }: Loose) => [text, poNumber])).toEqual([
      ['First.', 'PO-2'],
      ['Refused.', 'PO-1'],
      ['Last.', 'PO-2'],
    ]);
  });

  test('shows the live purchase order whatever mode is set now, and the test’s beside it', async () => {
    const wanted = { ...order.items[0], distributorParts: [{ distributor: 'automatic', partNumber: 'A' }] };
    await put({ ...order, items: [wanted] });
    await attempt('PO-LIVE', { distributor: 'automatic' });
    await attempt('PO-TEST', {
      distributor: 'automatic',
      mode: 'test',
      history: [{ at: '2026-11-19T00:00:00.000Z', text: 'Submitted.' }],
    });
    const settings = '/v1/stores/moto-hut/distributors/automatic';
    expect((await get()).body.items[0].purchaseOrder.poNumber).toBe('PO-LIVE');
    await service.ask('PUT', settings, { token, body: { testMode: true, test: { apiToken: 'TEST-1' } } });
    const { items, notes } = (await get()).body;
    expect(items[0].purchaseOrder.poNumber).toBe('PO-LIVE');
    expect(items[0].testPurchaseOrder.poNumber).toBe('PO-TEST');
    expect(notes).toContainEqual(expect.objectContaining({ poNumber: 'PO-TEST', text: '[TEST] Submitted.' }));
  });

  test('of no order is 404', async () => {
    expect((await get()).status).toBe(404);
  });
});

describe('the customer is forgotten', () => {
  const erase = () => service.ask('DELETE', `${path}/customer`, { token });

  test('on the order and all its purchase orders, once and for all times it is asked', async () => {
    await put(order);
    await attempt('PO-1');
    await attempt('PO-2', { mode: 'test' });
    expect([(await erase()).status, (await erase()).status]).toEqual([204, 204]);
    const { body } = await get();
    expect(body).toMatchObject({ customer: null, shipTo: null, notes: [{ poNumber: null }] });
    const kept = JSON.stringify(service.table.rows());
    for (const word of ['Ada', 'ada@', 'Main St', '83702']) expect(kept).not.toContain(word);
  });

  test('also when the first try was cut short', async () => {
    await put(order);
    await attempt('PO-1');
    const { write } = service.table;
    service.ports.table.write = async (changes) => {
      if (changes.some((change) => 'put' in change && change.put.pk.startsWith('PO#'))) throw new Error('cut');
      return write(changes);
    };
    expect((await erase()).status).toBe(500);
    service.ports.table.write = write;
    await erase();
    expect(JSON.stringify(service.table.rows())).not.toContain('Main St');
  });

  test('of no order is 404', async () => {
    expect((await erase()).status).toBe(404);
  });
});

describe('the list of a store’s orders', () => {
  const list = async (query: Record<string, string> = {}, storeId = 'moto-hut') => {
    const { status, body } = await service.ask('GET', `/v1/stores/${storeId}/orders`, { token, query });
    expect(status).toBe(200);
    return body;
  };
  const putAs = (orderId: string, more: object = {}, storeId = 'moto-hut') =>
    service.ask('PUT', `/v1/stores/${storeId}/orders/${orderId}`, { token, body: { ...order, ...more } });
  const ids = ({ items }: Loose) => items.map(({ orderId }: Loose) => orderId);
  const fill = async () => {
    for (const orderId of ['a', 'b', 'c', 'd', 'e']) {
      await putAs(orderId, { status: orderId < 'd' ? 'New' : 'Shipped' });
      service.advance(60);
    }
  };

  test('begins with what changed last, and shows each as its own answer does', async () => {
    await fill();
    await putAs('b', { status: 'Cancelled' });
    const { items, nextCursor } = await list();
    expect([ids({ items }), nextCursor]).toEqual([['b', 'e', 'd', 'c', 'a'], null]);
    expect(items[0]).toEqual((await service.ask('GET', '/v1/stores/moto-hut/orders/b', { token })).body);
    expect(items[1].updatedAt).toBe('2026-11-23T12:04:00.000Z');
  });

  test('goes by pages that are full, and names each order once', async () => {
    await fill();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Loose = await list({ limit: '2', ...(cursor === null ? {} : { cursor }) });
      expect(page.items.length).toBe(seen.length < 4 ? 2 : 1);
      seen.push(...ids(page));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('is narrowed by one or several statuses', async () => {
    await fill();
    await putAs('a', { status: 'Cancelled' });
    expect(ids(await list({ status: 'New' }))).toEqual(['c', 'b']);
    expect(ids(await list({ status: 'New,Cancelled' }))).toEqual(['a', 'c', 'b']);
    const first = await list({ status: 'New,Shipped', limit: '3' });
    expect(ids(first)).toEqual(['e', 'd', 'c']);
    expect(ids(await list({ status: 'New,Shipped', limit: '3', cursor: first.nextCursor }))).toEqual(['b']);
    expect((await service.ask('GET', '/v1/stores/moto-hut/orders', { token, query: { status: 'new' } })).status).toBe(
      400,
    );
  });

  test('goes back no further than it is asked to, also at a cursor from before', async () => {
    await fill();
    const since = { updatedSince: '2026-11-23T12:02:00Z' };
    expect(ids(await list(since))).toEqual(['e', 'd', 'c']);
    expect(ids(await list({ updatedSince: '2026-11-23T13:02:00 01:00' }))).toEqual(['e', 'd', 'c']);
    expect(ids(await list({ ...since, status: 'New' }))).toEqual(['c']);
    const { nextCursor } = await list({ limit: '4' });
    expect(await list({ ...since, cursor: nextCursor })).toEqual({ items: [], nextCursor: null });
  });

  test('holds the store’s own only, whatever a cursor says', async () => {
    await service.ask('PUT', '/v1/stores/other', { token, body: store });
    await putAs('x', {}, 'other');
    await putAs('y', {}, 'other');
    await putAs('a');
    const { nextCursor } = await list({ limit: '1' }, 'other');
    expect(ids(await list({ cursor: nextCursor }))).toEqual(['a']);
    expect(ids(await list())).toEqual(['a']);
    const wrong = await service.ask('GET', '/v1/stores/moto-hut/orders', { token, query: { cursor: 'bm9uZQ' } });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/query/cursor']);
  });

  test('answers as many large orders at once as one answer can hold', async () => {
    const item = { ...order.items[0], title: 'x'.repeat(300) };
    const parts = Array.from({ length: 20 }, (_, n) => ({ distributor: `d-${n}`, partNumber: 'y'.repeat(40) }));
    const items = Array.from({ length: 30 }, (_, n) => ({ ...item, itemId: String(n), distributorParts: parts }));
    for (let n = 0; n < 60; n++) await putAs(`big-${n}`, { items });
    const first = await list({ limit: '100' });
    expect(first.items.length).toBeLessThan(60);
    const second = await list({ limit: '100', cursor: first.nextCursor });
    expect(first.items.length + second.items.length).toBe(60);
    expect(JSON.stringify(first).length).toBeLessThan(6_000_000);
  });
});
