import { beforeEach, describe, expect, it } from 'vitest';
import { OrderRow } from '../../shared/domain/order/order.ts';
import { load } from '../../shared/domain/rows/amend.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../moto-hut.ts';
import { poRow } from '../rows.ts';
import { type Service, service } from '../service.ts';

const day = 86_400;
let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const orderOf = async (orderId = '1001') => (await hut.ask('GET', `${inStore}/orders/${orderId}`)).body;
const poOf = async (poNumber = '1001-1') => hut.ask('GET', `${inStore}/purchase-orders/${poNumber}`);
const erase = (orderId = '1001') => hut.ask('DELETE', `${inStore}/orders/${orderId}/customer`);
const ship = (poNumber = '1001-1') =>
  hut.control('wps').ship(poNumber, [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
const slug = ({ body }: { readonly body: { readonly type: string } }) => body.type.split(':').at(-1);

/** Everything that names the customer, in whatever row. */
const traces = () =>
  hut.memory
    .rows()
    .filter((row) => /Ada|example\.com|Main St|83702/.test(JSON.stringify(row)))
    .map(({ pk, sk }) => `${pk} ${sk}`);

describe('an order’s personal data', () => {
  it('of an order without a purchase order is erased 90 days after its last PUT', async () => {
    await hut.pass(50 * day);
    await putOrder(hut, '1001');
    await hut.pass(90 * day - 120);
    expect((await orderOf()).customer).toEqual({ name: 'Ada Rider', email: 'ada@example.com' });
    await hut.pass(300);
    const { customer, shipTo, notes, status } = await orderOf();
    expect({ customer, shipTo, status }).toEqual({ customer: null, shipTo: null, status: 'New' });
    expect(notes.map(({ text }: { text: string }) => text)).toEqual(["The customer's personal data was erased."]);
    expect(traces()).toEqual([]);
  });

  it('is erased 90 days after the last of its purchase orders ended, whatever is PUT meanwhile', async () => {
    await putOrder(hut, '1001', orderBody([itemBody(), itemBody({ itemId: '2' })]));
    await submit(hut, '1001');
    await submit(hut, '1001', { itemId: '2' });
    ship();
    await hut.pass(2 * day);
    expect((await poOf()).body.tracking).toBe('complete');
    // The other one ends after six weeks.
    await hut.pass(40 * day + 600);
    expect((await poOf('1001-2')).body.tracking).toBe('stopped');
    await hut.pass(80 * day);
    await putOrder(hut, '1001', orderBody([itemBody(), itemBody({ itemId: '2' })]));
    await hut.pass(10 * day - 600);
    expect((await orderOf()).shipTo).not.toBeNull();
    expect((await poOf()).body.shipTo.line1).toBe('1 Main St');
    await hut.pass(1200);
    expect((await orderOf()).shipTo).toBeNull();
    expect((await poOf()).body).toMatchObject({
      shipTo: null,
      status: 'shipped',
      distributorOrderNumbers: [expect.any(String)],
      shipments: [{ trackingNumber: '1Z5R89390357567127' }],
    });
    expect(traces()).toEqual([]);
    expect((await orderRow()).due).toBeUndefined();
  });

  it('is kept while a purchase order is open, however long that is', async () => {
    await placed(hut, '1001');
    await hut.pass(41 * day);
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/resume-tracking`, { body: {} });
    await hut.pass(41 * day);
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/resume-tracking`, { body: {} });
    await hut.pass(41 * day);
    expect((await poOf()).body).toMatchObject({ tracking: 'open', shipTo: { name: 'Ada Rider' } });
    await hut.pass(92 * day);
    expect((await poOf()).body.shipTo).toBeNull();
  });
});

const orderRow = async () => {
  const row = await load(hut.memory, keys.order('moto-hut', '1001'), OrderRow);
  if (row === undefined) throw new Error('There is no order.');
  return row;
};

describe('to erase a customer', () => {
  it('refuses what was claimed and not begun: nothing was sent', async () => {
    hut.fault('wps', 'submit', 'rate-limit', 3);
    await submit(hut, '1001', { wait: 0 });
    expect(hut.purchaseOrder('1001-1').state).toBe('claimed');
    expect((await erase()).status).toBe(204);
    const gone = await poOf();
    expect([gone.status, gone.body.code, gone.body.distributorMessage]).toEqual([410, 'other', null]);
    await hut.pass(2 * day);
    expect(hut.ordersAt('wps')).toEqual([]);
    expect(traces()).toEqual([]);
    expect(hut.notices().map(({ type }) => type)).toEqual(['purchase_order.rejected']);
  });

  it('keeps the copy of what is in doubt until it is settled, then it is gone too; it is found', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    await submit(hut, '1001');
    await erase();
    expect((await poOf()).body).toMatchObject({ status: 'in-doubt', shipTo: { name: 'Ada Rider' } });
    expect((await orderOf()).shipTo).toBeNull();
    await hut.pass(3600);
    expect((await poOf()).body).toMatchObject({ status: 'accepted', shipTo: null });
    expect(hut.ordersAt('wps')).toHaveLength(1);
    expect(traces()).toEqual([]);
    // Six weeks of tracking, and the time of keeping after it, with looks in between.
    await hut.pass((42 + 2 * 90 + 2) * day);
    expect((await orderRow()).due).toBeUndefined();
  });

  it('never sends again what was in doubt and is not there', async () => {
    hut.fault('wps', 'submit', 'timeout-before');
    await submit(hut, '1001');
    await erase();
    await hut.pass(2 * day);
    expect(hut.ordersAt('wps')).toEqual([]);
    expect((await poOf()).status).toBe(410);
    expect(traces()).toEqual([]);
  });

  it('keeps the watch of an accepted one going, and the store is told of the parcel instead', async () => {
    await placed(hut, '1001');
    await erase();
    expect((await poOf()).body).toMatchObject({ status: 'accepted', shipTo: null, tracking: 'open' });
    expect(traces()).toEqual([]);
    ship();
    await hut.pass(3700);
    expect((await poOf()).body).toMatchObject({ status: 'shipped', shipTo: null });
    expect(hut.notices().map(({ type }) => type)).toContain('purchase_order.shipped');
  });

  it('takes the words of people and of the distributor with it, also those that lie beside the row', async () => {
    hut.fault('wps', 'submit', 'reject-part');
    await submit(hut, '1001');
    await submit(hut, '1001');
    for (let n = 0; n < 35; n++) {
      await hut.pass(1);
      const reason = `Ada Rider called, ${n}`;
      await hut.ask('POST', `${inStore}/purchase-orders/1001-1-2/stop-tracking`, { body: { reason } });
      await hut.ask('POST', `${inStore}/purchase-orders/1001-1-2/resume-tracking`, { body: {} });
    }
    await erase();
    expect(traces()).toEqual([]);
    const { items } = (await hut.ask('GET', `${inStore}/orders/1001/timeline`, { query: { limit: '100' } })).body;
    expect(items).toHaveLength(75);
    const texts = items.map(({ kind, text }: { kind: string; text: string | null }) => [kind, text === null]);
    expect(texts).toEqual(
      expect.arrayContaining([
        ['submitted', false],
        ['refused', true],
        ['tracking-stopped', true],
        ['tracking-resumed', false],
      ]),
    );
    expect((await hut.ask('GET', dialogOf('1001'))).body.lastRejection).toBeNull();
    expect((await poOf('1001-1')).body.distributorMessage).toBeNull();
  });

  it('takes words that were written afterwards 90 days after the end, like those of any order; or when it is asked for again', async () => {
    await placed(hut, '1001');
    await erase();
    const stop = { body: { reason: 'Ada Rider has called' } };
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/stop-tracking`, stop);
    await hut.pass(89 * day);
    expect(traces()).toContain('PO#moto-hut#1001-1 PO');
    await hut.pass(2 * day);
    expect(traces().filter((row) => !row.startsWith('NOTICES#'))).toEqual([]);
    expect((await orderRow()).due).toBeUndefined();
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/resume-tracking`, { body: {} });
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/stop-tracking`, stop);
    await erase();
    expect(traces().filter((row) => !row.startsWith('NOTICES#'))).toEqual([]);
  });

  it('takes the words with it that were still to be told when it was erased', async () => {
    await placed(hut, '1001');
    const row = hut.purchaseOrder('1001-1');
    const id = `${row.acceptedAt}.1001-1.9`;
    const event = { kind: 'event', id, type: 'purchase_order.needs_person', reason: 'Ada Rider called' } as const;
    await hut.put({ ...row, ...poRow({ ...row, owed: [event] }, hut.now()), rev: 'rev-owed' });
    hut.loseMessages();
    await erase();
    await hut.pass(3600);
    expect(hut.notices().map(({ type }) => type)).toContain('purchase_order.needs_person');
    await hut.pass(2 * day);
    expect(traces()).toEqual([]);
  });

  it('is for good: a later PUT is taken without the customer unless its revision is higher', async () => {
    await putOrder(hut, '1001', orderBody([itemBody()], { revision: 7 }));
    await erase();
    const changed = await putOrder(hut, '1001', orderBody([itemBody()], { revision: 7, status: 'Processed' }));
    expect([changed.status, changed.body.status, changed.body.customer]).toEqual([200, 'Processed', null]);
    const missing = await putOrder(hut, '1001', orderBody());
    expect([missing.status, missing.body.shipTo, missing.body.status]).toEqual([200, null, 'New']);
    const dialog = (await hut.ask('GET', dialogOf('1001'))).body;
    expect([dialog.eligible, dialog.form.shipTo]).toEqual([false, null]);
    const back = await putOrder(hut, '1001', orderBody([itemBody()], { revision: 8 }));
    expect(back.body).toMatchObject({ customer: { name: 'Ada Rider' }, shipTo: { line1: '1 Main St' } });
    await hut.pass(91 * day);
    expect((await orderOf()).customer).toBeNull();
  });

  it('says the same when it is asked again, and nothing of an order that there is not', async () => {
    expect([(await erase()).status, (await erase()).status]).toEqual([204, 204]);
    const none = await erase('nope');
    expect([none.status, slug(none)]).toEqual([404, 'not-found']);
  });
});
