import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { OrderAnswer } from '../../shared/contract/bodies/order.ts';
import { PurchaseOrderAnswer } from '../../shared/contract/bodies/purchase-order.ts';
import type { Change } from '../../shared/domain/ports/table.ts';
import { seconds } from '../../shared/domain/time-limits.ts';
import { advance } from '../../shared/ordering/advance.ts';
import { inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const cancel = (items = [itemBody()]) =>
  putOrder(hut, '1001', orderBody(items, { status: 'Cancelled', customer: { name: '[deleted]', email: '' } }));
const get = async (poNumber = '1001-1') => (await hut.ask('GET', `${inStore}/purchase-orders/${poNumber}`)).body;
const noted = () =>
  hut.ask('POST', `${inStore}/purchase-orders/1001-1/resolve`, { body: { outcome: 'noted', reason: 'Called them' } });
const calls = () => hut.notices().filter(({ type }) => type === 'purchase_order.needs_person');

const orderCancelled = {
  reason: 'order-cancelled',
  whatToDo: expect.stringMatching(
    /^The webstore has cancelled the order, and the distributor holds it as PO 1001-1 \(order .+\)\. Call the distributor now.+\.$/,
  ),
  contact: { name: 'Western Power Sports', site: 'https://www.wps-inc.com' },
};

describe('an order that is cancelled while a purchase order lives', () => {
  it('asks a person, who is told whom to call; its state stays what it is', async () => {
    await placed(hut, '1001');
    const { status, body } = await cancel();
    expect(status).toBe(200);
    expect(v.is(OrderAnswer, body)).toBe(true);
    expect(body.items[0].purchaseOrder).toMatchObject({ status: 'accepted', attention: orderCancelled });
    await hut.pass(60);
    expect(calls()).toMatchObject([{ poNumber: '1001-1', reason: expect.stringContaining('has cancelled the order') }]);
    const list = await hut.ask('GET', '/v1/purchase-orders');
    expect(list.body.items).toMatchObject([{ poNumber: '1001-1' }]);
  });

  it('asks once, however often it is told; and not again after it was noted', async () => {
    await placed(hut, '1001');
    await cancel();
    await cancel();
    await hut.pass(60);
    expect(calls()).toHaveLength(1);
    expect(await noted()).toMatchObject({ status: 200, body: { status: 'accepted', attention: null } });
    await cancel();
    await hut.pass(60);
    expect((await get()).attention).toBeNull();
    expect(calls()).toHaveLength(1);
  });

  it('asks again when it was cancelled anew', async () => {
    await placed(hut, '1001');
    await cancel();
    await noted();
    await putOrder(hut, '1001');
    expect((await get()).attention).toBeNull();
    await cancel();
    await hut.pass(60);
    expect((await get()).attention).toMatchObject(orderCancelled);
    expect(calls()).toHaveLength(2);
  });

  it('goes on being watched: its parcels are found', async () => {
    await placed(hut, '1001');
    await cancel();
    hut.control('wps').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
    await hut.pass(3 * 3600);
    expect(await get()).toMatchObject({
      status: 'shipped',
      attention: { reason: 'order-cancelled' },
      shipments: [{ trackingNumber: '1Z5R89390357567127' }],
    });
  });

  it('whose parcels are on their way says so', async () => {
    await placed(hut, '1001');
    hut.control('wps').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
    await hut.pass(3 * 3600);
    await cancel();
    expect((await get()).attention.whatToDo).toMatch(/Parcels are on their way already/);
  });

  it('and is in doubt asks once the distributor turns out to hold it', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    await submit(hut, '1001');
    await cancel();
    expect(await get()).toMatchObject({ status: 'in-doubt', attention: null });
    await hut.pass(30 * 60);
    expect(await get()).toMatchObject({ status: 'accepted', attention: { reason: 'order-cancelled' } });
    expect(calls()).toHaveLength(1);
  });

  it('and was not sent yet is not sent', async () => {
    await submit(hut, '1001', { wait: 0 });
    hut.loseMessages();
    await cancel();
    await hut.pass(10 * 60);
    expect(hut.ordersAt('wps')).toEqual([]);
    expect(hut.purchaseOrder('1001-1').state).toBe('refused');
    expect(calls()).toEqual([]);
  });

  it('adds to what a person was asked before, and one answer ends both', async () => {
    await placed(hut, '1001');
    const row = hut.purchaseOrder('1001-1');
    const attention = { reason: 'tracking-unreadable', since: row.submittedAt, whatToDo: 'Read it.' } as const;
    await hut.put({ ...row, attention, rev: 'rev-asked' });
    await cancel();
    const asked = (await get()).attention;
    expect(asked).toMatchObject({ reason: 'tracking-unreadable' });
    expect(asked.whatToDo).toMatch(/^Read it\. The webstore has cancelled the order/);
    expect((await noted()).body.attention).toBeNull();
  });

  it('tells of each of its purchase orders, and of none that was refused', async () => {
    const items = [itemBody(), itemBody({ itemId: '2', partNumber: 'UNKNOWN-1' }), itemBody({ itemId: '3' })];
    await putOrder(hut, '1001', orderBody(items));
    for (const itemId of ['1', '2', '3']) await submit(hut, '1001', { itemId });
    const { body } = await cancel(items);
    const live = body.items.map((item: { purchaseOrder: unknown }) => item.purchaseOrder);
    expect(live).toMatchObject([{ attention: {} }, null, { attention: {} }]);
    expect(v.is(PurchaseOrderAnswer, live[0])).toBe(true);
    await hut.pass(60);
    expect(calls().map(({ poNumber }) => poNumber)).toEqual(['1001-1', '1001-3']);
  });

  it('is made whole by the next PUT where the first was cut short', async () => {
    await placed(hut, '1001');
    const { write } = hut.ports.table;
    hut.ports.table.write = async (changes) => {
      if (changes.some((change) => 'put' in change && change.put.sk === 'PO')) throw new Error('cut');
      return write(changes);
    };
    expect((await cancel()).status).toBe(500);
    hut.ports.table.write = write;
    expect((await get()).attention).toBeNull();
    await cancel();
    expect((await get()).attention).toMatchObject({ reason: 'order-cancelled' });
  });
});

describe('an order that is cancelled and emptied of its customer', () => {
  const { shipTo } = orderBody() as { readonly shipTo: object };
  const nobody = Object.fromEntries(Object.keys(shipTo).map((field) => [field, null]));
  it.each([
    ['a blotted-out e-mail', { customer: { name: '[deleted]', email: '[deleted]' } }],
    ['an e-mail of blanks and no name', { customer: { name: null, email: ' ' } }],
    ['no customer', { customer: null }],
    ['no address', { shipTo: null }],
    ['an empty address', { shipTo: nobody }],
  ])('(%s) is not bought', async (_, emptied) => {
    expect((await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled', ...emptied }))).status).toBe(
      200,
    );
    const { status, body } = await submit(hut, '1001');
    expect([status, body.type]).toEqual([422, expect.stringMatching(/not-eligible$/)]);
    expect(hut.ordersAt('wps')).toEqual([]);
  });

  it('gets its parcels, and no mail goes to nobody', async () => {
    await placed(hut, '1001');
    const { status, body } = await putOrder(
      hut,
      '1001',
      orderBody([itemBody()], { status: 'Cancelled', customer: null, shipTo: null }),
    );
    expect([status, body.customer, body.shipTo]).toEqual([200, null, null]);
    hut.control('wps').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
    await hut.pass(3700);
    expect((await get()).status).toBe('shipped');
  });
});

const otherItem = itemBody({ itemId: '2' });

it.each([
  ['is cancelled', () => cancel()],
  ['is set to Processed', () => putOrder(hut, '1001', { ...orderBody(), status: 'Processed' })],
  ['is put without its item', () => putOrder(hut, '1001', orderBody([otherItem]))],
])('an order that %s at the moment at which it would be sent is not sent', async (_, tell) => {
  await submit(hut, '1001', { wait: 0 });
  hut.loseMessages();
  let answered: number | undefined;
  const { table } = hut.ports;
  const ports = {
    ...hut.ports,
    table: {
      ...table,
      write: async (changes: readonly Change[]) => {
        const isCall = changes.some((change) => 'put' in change && Reflect.get(change.put, 'state') === 'calling');
        if (isCall && answered === undefined) answered = (await tell()).status;
        return table.write(changes);
      },
    },
  };
  await advance(ports, hut.purchaseOrder('1001-1'), { remainingMilliseconds: () => seconds.submitLimit * 1000 });
  await hut.pass(600);
  expect(answered).toBe(200);
  expect(hut.ordersAt('wps')).toEqual([]);
  expect(hut.purchaseOrder('1001-1')).toMatchObject({ state: 'refused', sends: 0, refusal: { by: 'service' } });
});

it('a person who says twice that it was placed does not put away that its order is cancelled', async () => {
  hut.fault('wps', 'submit', 'garbage');
  hut.fault('wps', 'find', 'garbage', 1000);
  await submit(hut, '1001');
  await cancel();
  await hut.pass(25 * 3600);
  expect(await get()).toMatchObject({ status: 'needs-person' });
  const body = { outcome: 'accepted', distributorOrderNumber: '7000009', reason: 'By telephone' };
  const resolve = () => hut.ask('POST', `${inStore}/purchase-orders/1001-1/resolve`, { body });
  expect(await resolve()).toMatchObject({ status: 200, body: { attention: { reason: 'order-cancelled' } } });
  expect(await resolve()).toMatchObject({ status: 409, body: { type: 'urn:problem:drop-ship:nothing-to-resolve' } });
  expect((await get()).attention).toMatchObject({ reason: 'order-cancelled' });
  expect((await noted()).status).toBe(200);
});

describe('a cancellation goes through as far as it can be read', () => {
  const items = (count: number) => Array.from({ length: count }, (_, n) => itemBody({ itemId: String(n) }));
  const cancelled = async (some: readonly object[], status = 'Cancelled') => {
    const answer = await putOrder(hut, '1001', orderBody(some, { status }));
    expect([answer.status, answer.body.status]).toEqual([200, status]);
    expect((await submit(hut, '1001')).status).toBe(some.length === 0 ? 404 : 422);
    return answer.body.items;
  };

  it.each(['Cancelled', 'Processed', 'Shipped'])(
    'with more items than an order may have (%s): those that were tried are kept before all others',
    async (status) => {
      await putOrder(hut, '1001', orderBody([itemBody({ itemId: 'last' })]));
      await submit(hut, '1001', { itemId: 'last', poNumber: 'LAST' });
      const kept = await cancelled([...items(200), itemBody({ itemId: 'last' })], status);
      expect(kept).toHaveLength(200);
      expect(kept[0]).toMatchObject({ itemId: 'last', removed: false, purchaseOrder: { poNumber: 'LAST' } });
      expect((await putOrder(hut, '1001', orderBody(items(201)))).status).toBe(422);
    },
  );

  it.each([
    [-1, 0],
    [-0.5, 0],
    [1e-300, 0],
    [1e300, 1_000_000_000],
    [2.5, 2.5],
  ])('with a quantity of %d, which is kept as %d; of a New order it is a 400 or as it is', async (quantity, kept) => {
    expect(await cancelled([itemBody({ quantity })])).toMatchObject([{ itemId: '1', quantity: kept }]);
    const answer = await putOrder(hut, '1001', orderBody([itemBody({ quantity })]));
    if (quantity === kept) expect(answer.status).toBe(200);
    else expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/items/0/quantity']);
  });

  it('with an item twice: the first one counts', async () => {
    const twice = [itemBody({ quantity: 2 }), itemBody({ quantity: 3 })];
    expect(await cancelled(twice)).toMatchObject([{ itemId: '1', quantity: 2 }]);
    const answer = await putOrder(hut, '1001', orderBody(twice));
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/items/1/itemId']);
  });

  it('without any item', async () => {
    expect(await cancelled([])).toEqual([]);
  });
});
