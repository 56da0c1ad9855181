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
    ...{ source: 'distributor' as const, foundAt: '2026-11-22T00:00:00.000Z', goneAt: null, corrects: null },
  };

  test('shows purchase order, shipments and notes, in the order in which they happened', async () => {
    await put(order);
    const refusal = { code: 'out-of-stock' as const, message: 'None.', at: '2026-11-20T00:00:00.000Z' };
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
