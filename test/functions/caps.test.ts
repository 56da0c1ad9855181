import { describe, expect, it } from 'vitest';
import { mostAttempts, OrderRow } from '../../shared/domain/order/order.ts';
import { mostHandEntries } from '../../shared/domain/purchase-order/hand-entry.ts';
import { mostShipments } from '../../shared/domain/purchase-order/shipments.ts';
import { load } from '../../shared/domain/rows/amend.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../moto-hut.ts';
import { address } from '../rows.ts';
import { type Service, service } from '../service.ts';

/** A row of the table holds 400 kB. */
const rowLimit = 400 * 1024;
const largest = (hut: Service) => Math.max(...hut.memory.rows().map((row) => Buffer.byteLength(JSON.stringify(row))));

const fatItem = (itemId: string) => ({
  ...itemBody({ itemId }),
  title: '𝕩'.repeat(300),
  sku: '𝕩'.repeat(100),
});
const orderRow = async (hut: Service): Promise<OrderRow> => {
  const row = await load(hut.memory, keys.order('moto-hut', '1001'), OrderRow);
  if (row === undefined) throw new Error('There is no order.');
  return row;
};

describe('a row that is filled to its cap', () => {
  it('of an order: 200 items are taken, 201 are too many', async () => {
    const hut = await motoHut(service());
    const items = (count: number) => Array.from({ length: count }, (_, n) => itemBody({ itemId: String(n) }));
    expect((await putOrder(hut, '1001', orderBody(items(200)))).status).toBe(200);
    const more = await putOrder(hut, '1001', orderBody(items(201)));
    expect([more.status, more.body.type, more.body.limit]).toEqual([422, 'urn:problem:drop-ship:too-many', 200]);
    expect((await submit(hut, '1001', { itemId: '199' })).status).toBe(201);
  });

  it('of an order whose tried items are left out again and again: it is taken, each stays locked, and it ends well', async () => {
    const hut = await motoHut(service());
    for (let round = 0; round < 8; round++) {
      const names = Array.from({ length: 25 }, (_, n) => `${round}-${n}`);
      expect((await putOrder(hut, '1001', orderBody(names.map(fatItem)))).status).toBe(200);
      const order = await orderRow(hut);
      const attempts = names.map((itemId) => ({ itemId, mode: 'live' as const, poNumber: `PO-${itemId}` }));
      await hut.put({ ...order, rev: `tried-${round}`, attempts: [...order.attempts, ...attempts] });
    }
    expect((await putOrder(hut, '1001')).status).toBe(200);
    expect(largest(hut)).toBeLessThan(rowLimit);
    expect((await submit(hut, '1001')).status).toBe(201);
    expect((await orderRow(hut)).attempts).toHaveLength(201);
    expect((await putOrder(hut, '1001', orderBody([itemBody({ itemId: '0-0' })]))).body.items[0].itemId).toBe('0-0');
  });

  it('of an order that was tried as often as it may be: too many, and the one that stands ends well', async () => {
    const hut = await motoHut(service());
    await placed(hut, '1001');
    const order = await orderRow(hut);
    const attempts = Array.from({ length: mostAttempts - 1 }, (_, n) => ({
      itemId: 'i'.repeat(64),
      mode: 'live' as const,
      poNumber: `PO-${n}-${'x'.repeat(12)}`,
    }));
    await hut.put({ ...order, rev: 'tried', attempts: [...attempts, ...order.attempts] });
    await putOrder(hut, '1001', orderBody([itemBody(), ...Array.from({ length: 30 }, (_, n) => fatItem(`f${n}`))]));
    const more = await submit(hut, '1001', { itemId: 'f1' });
    expect([more.status, more.body.type, more.body.limit]).toEqual([
      422,
      'urn:problem:drop-ship:too-many',
      mostAttempts,
    ]);
    expect(largest(hut)).toBeLessThan(rowLimit);
    hut.control('wps').ship('1001-1', [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
    await hut.pass(3700);
    expect((await hut.ask('GET', `${inStore}/purchase-orders/1001-1`)).body.status).toBe('shipped');
  });

  it('of a purchase order: 50 entries by hand, 200 shipments, remarks and words of any length; it ends well', async () => {
    const hut = await motoHut(service());
    await placed(hut, '1001', { quantity: 9999 });
    const path = `${inStore}/purchase-orders/1001-1`;
    const enter = (n: number) =>
      hut.ask('POST', `${path}/shipments`, {
        body: { carrier: 'C'.repeat(60), trackingNumber: `9${String(n).padStart(59, '0')}`, confirm: true },
      });
    for (let n = 1; n <= mostHandEntries; n++) {
      await hut.pass(1);
      expect((await enter(n)).status).toBe(201);
    }
    const more = await enter(mostHandEntries + 1);
    expect([more.status, more.body.type, more.body.limit]).toEqual([422, 'urn:problem:drop-ship:too-many', 50]);
    const parcels = Array.from({ length: 300 }, (_, n) => ({
      carrier: 'UPS',
      trackingNumber: `1Z5R8939${String(10_000_000 + n)}00`,
      quantity: 1,
    }));
    hut.control('wps').ship('1001-1', parcels);
    await hut.pass(3700);
    const { shipments } = hut.purchaseOrder('1001-1');
    expect(shipments).toHaveLength(mostShipments);
    expect(largest(hut)).toBeLessThan(rowLimit);
    expect((await hut.ask('POST', `${path}/stop-tracking`, { body: { reason: 'x'.repeat(500) } })).status).toBe(200);
    expect((await hut.ask('GET', path)).body.tracking).toBe('stopped');
  });

  it('of an Idempotency-Key: a hundred items that are refused for every field are kept, told again, and the order ends well', async () => {
    const hut = await motoHut(service());
    const fields = ['name', 'company', 'line1', 'line2', 'city', 'state', 'postalCode', 'country', 'phone'];
    const shipTo = Object.fromEntries(fields.map((field) => [field, '𝕩'.repeat(200)]));
    const names = Array.from({ length: 100 }, (_, n) => `${'i'.repeat(61)}${n}`);
    await putOrder(
      hut,
      '1001',
      orderBody(
        names.map((itemId) => itemBody({ itemId, slug: 'parts-unlimited' })),
        { shipTo },
      ),
    );
    const items = names.map((itemId) => ({
      orderId: '1001',
      itemId,
      distributor: 'parts-unlimited',
      partNumber: '26-1772',
    }));
    const bulk = () =>
      hut.ask('POST', `${inStore}/drop-ships`, { body: { confirm: true, items }, headers: { 'idempotency-key': 'k' } });
    const first = await bulk();
    expect(first.body.results.map(({ status }: { status: number }) => status)).toEqual(names.map(() => 422));
    expect(first.body.results[99].problem.errors).toHaveLength(8);
    expect(largest(hut)).toBeLessThan(rowLimit);
    const again = await bulk();
    expect([again.headers['idempotency-replayed'], again.body]).toEqual(['true', first.body]);
    expect((await submit(hut, '1001', { itemId: names[0] ?? '', shipTo: address })).status).toBe(201);
  });

  it('of a store’s keys: ten live ones, and the eleventh when one is revoked', async () => {
    const hut = await motoHut(service());
    const make = () => hut.ask('POST', `${inStore}/keys`, { body: { scopes: ['orders:read'] } });
    // Each key has random bytes of its own, which these tests lack: the rows are put.
    const { keyId } = (await make()).body;
    const [row] = hut.memory.rows().filter(({ sk }) => sk === `KEY#${keyId}`);
    for (let n = 1; n < 10; n++)
      await hut.put({ ...row, ...keys.storeApiKey('moto-hut', `k${n}`), keyId: `k${n}` } as never);
    const more = await make();
    expect([more.status, more.body.type, more.body.limit]).toEqual([422, 'urn:problem:drop-ship:too-many', 10]);
  });
});
