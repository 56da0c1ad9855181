import * as v from 'valibot';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { OrderAnswer } from '../../shared/contract/bodies/order.ts';
import {
  PurchaseOrderAnswer,
  PurchaseOrderList,
  RejectionAnswer,
} from '../../shared/contract/bodies/purchase-order.ts';
import { withDerived } from '../../shared/domain/purchase-order/due.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { instant } from '../../shared/domain/vocabulary.ts';
import { type Listed, listOfStore } from '../../shared/ordering/list.ts';
import { memoryTable } from '../memory-table.ts';
import {
  dialogOf,
  inStore,
  itemBody,
  motoHut,
  orderBody,
  placed,
  putOrder,
  settingsOf,
  setUp,
  submit,
} from '../moto-hut.ts';
import { accepted, address, day, inDoubt, needsPerson, noon, poRow, shipmentOf } from '../rows.ts';
import { type Service, service } from '../service.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const list = (query: Record<string, string> = {}, path = `${inStore}/purchase-orders`) =>
  hut.ask('GET', path, { query });
const numbers = (body: { items: { poNumber: string }[] }) => body.items.map(({ poNumber }) => poNumber);
const on = (poNumber: string, action: string, body?: object) =>
  hut.ask('POST', `${inStore}/purchase-orders/${poNumber}/${action}`, body === undefined ? {} : { body });
const get = (poNumber: string) => hut.ask('GET', `${inStore}/purchase-orders/${poNumber}`);
const isPurchaseOrder = (body: unknown) => v.is(v.strictObject(PurchaseOrderAnswer.entries), body);
const eventsOf = (poNumber: string) =>
  hut.notices().flatMap((notice) => (notice.poNumber === poNumber ? notice.type : []));

/** Submitted, and never clearly answered: before a person. */
const unclear = async (orderId: string): Promise<void> => {
  await putOrder(hut, orderId, orderBody([itemBody({ slug: 'parts-unlimited' })]));
  hut.fault('parts-unlimited', 'submit', 'timeout-before');
  await submit(hut, orderId);
  await hut.pass(30 * 60);
};

describe('one purchase order', () => {
  it('is found by its number', async () => {
    await placed(hut, '1001');
    const { status, body } = await get('1001-1');
    expect(status).toBe(200);
    expect(isPurchaseOrder(body)).toBe(true);
  });

  it('says what was left out, when it last changed, and how tracking stands', async () => {
    const shipTo = { ...address, company: 'Riders Inc', phone: '208-555-0100' };
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })], { shipTo }));
    await submit(hut, '1001', { leaveOut: ['company'] });
    const { body } = await get('1001-1');
    expect(body).toMatchObject({
      leftOut: ['company', 'phone'],
      shipTo: { company: null, phone: null },
      tracking: 'open',
      nextLookAt: null,
    });
    expect(body.updatedAt).toBe(body.acceptedAt);
    await hut.pass(3600);
    await on('1001-1', 'stop-tracking', { reason: 'Cancelled by telephone' });
    const stopped = (await get('1001-1')).body;
    expect(stopped.tracking).toBe('stopped');
    expect(Date.parse(stopped.updatedAt)).toBeGreaterThanOrEqual(Date.parse(body.updatedAt) + 3_600_000);
    await putOrder(hut, '2000');
    await submit(hut, '2000');
    expect((await get('2000-1')).body.leftOut).toEqual([]);
  });

  it('that is not decided says when somebody next looks, and whom to ask once a person is needed', async () => {
    await putOrder(hut, '2000', orderBody([itemBody({ slug: 'parts-unlimited' })]));
    hut.fault('parts-unlimited', 'submit', 'timeout-before');
    const { body } = await submit(hut, '2000');
    expect(body).toMatchObject({ status: 'in-doubt', tracking: null, attention: null });
    expect(Date.parse(body.nextLookAt)).toBeGreaterThan(hut.now());
    await hut.pass(30 * 60);
    expect((await get('2000-1')).body).toMatchObject({
      status: 'needs-person',
      nextLookAt: null,
      attention: { contact: { name: 'Parts Unlimited', site: 'https://www.parts-unlimited.com' } },
    });
  });

  it('that was refused is gone, one never used is not there, and another store sees neither', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001');
    expect(await get('1001-1')).toMatchObject({
      status: 410,
      body: {
        type: 'urn:problem:drop-ship:rejected-by-distributor',
        status: 410,
        code: 'unknown-part',
        title: 'The order was not placed',
        distributorMessage: expect.stringMatching(/./),
        by: 'distributor',
        orderId: '1001',
        itemId: '1',
      },
    });
    expect(await hut.ask('DELETE', `${inStore}/purchase-orders/1001-1`)).toMatchObject({
      status: 405,
      body: { type: 'urn:problem:drop-ship:cancel-not-supported', distributorOrderNumbers: [] },
    });
    expect((await get('9999-1')).status).toBe(404);
    const other = await hut.ask('GET', `${inStore}/purchase-orders/1001-1`, { keyOf: 'other' });
    expect(other.status).toBe(404);
    expect(JSON.stringify(other.body)).not.toContain('unknown-part');
  });

  it('cannot be cancelled here: the answer says whom to call about which order', async () => {
    await placed(hut, '1001');
    const before = hut.memory.snapshot();
    const answer = await hut.ask('DELETE', `${inStore}/purchase-orders/1001-1`);
    expect(answer).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
      body: {
        type: 'urn:problem:drop-ship:cancel-not-supported',
        contact: { name: 'Western Power Sports', site: 'https://www.wps-inc.com' },
        distributorOrderNumbers: hut.purchaseOrder('1001-1').orderNumbers,
      },
    });
    expect(hut.memory.snapshot()).toEqual(before);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    for (const orderId of ['1001', '1002', '1003']) {
      await placed(hut, orderId);
      await hut.pass(60);
    }
    await putOrder(hut, '1004', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1004');
    await hut.pass(60);
    await placed(hut, '1005', { slug: 'automatic' });
    const other = '/v1/stores/other';
    await hut.ask('PUT', other, { body: { name: 'Other', serviceEmail: 'service@other.example' } });
    await hut.ask('PUT', `${other}/distributors/wps`, { body: settingsOf('wps', { live: 'other-key' }) });
    await putOrder(hut, '7001', orderBody(), other);
    await hut.ask('POST', dialogOf('7001', '1', other), { body: { confirm: true }, wait: 20 });
  });

  it('holds the purchase orders of the store, newest first, without what was refused', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(v.parse(PurchaseOrderList, body)).toEqual(body);
    expect(numbers(body)).toEqual(['1005-1', '1003-1', '1002-1', '1001-1']);
    expect(body.nextCursor).toBeNull();
    expect(numbers((await list({}, '/v1/stores/other/purchase-orders')).body)).toEqual(['7001-1']);
  });

  it('goes on at its cursor, page by page', async () => {
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await list({ limit: '2', ...(cursor === '' ? {} : { cursor }) });
      pages.push(numbers(body));
      cursor = body.nextCursor;
    }
    expect(pages.flat()).toEqual(['1005-1', '1003-1', '1002-1', '1001-1']);
    expect(pages.every((page) => page.length <= 2)).toBe(true);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ poNumber: '1002-1' }, ['1002-1']],
    [{ poNumber: '1004-1' }, []],
    [{ poNumber: '7001-1' }, []],
    [{ orderId: '1003' }, ['1003-1']],
    [{ orderId: '1004' }, []],
    [{ orderId: '7001' }, []],
    [{ distributor: 'automatic' }, ['1005-1']],
    [{ status: 'accepted', distributor: 'wps' }, ['1003-1', '1002-1', '1001-1']],
    [{ status: 'accepted,shipped' }, ['1005-1', '1003-1', '1002-1', '1001-1']],
    [{ status: 'in-doubt' }, []],
    [{ updatedSince: '2020-01-01T00:00:00Z', distributor: 'automatic' }, ['1005-1']],
    [{ updatedSince: '2099-01-01T00:00:00Z' }, []],
    [{ updatedSince: '2099-01-01T00:00:00 01:00' }, []],
    [{ mode: 'test' }, []],
    [{ mode: 'live', orderId: '1001' }, ['1001-1']],
    [{ poNumber: '1001-1', orderId: '1002' }, []],
  ])('is narrowed by %j', async (query, found) => {
    expect(numbers((await list(query)).body)).toEqual(found);
  });

  it.each(['needs-person', 'needs-person,in-doubt', 'accepted,needs-person'])(
    'by status %s has full pages among 440 others, and names each once',
    async (status) => {
      const wanted = new Set(status.split(','));
      const table = memoryTable();
      const rows = Array.from({ length: 440 }, (_, n) => {
        const [poNumber, at] = [`P${String(n).padStart(3, '0')}`, instant(noon + n * 1000)];
        const kind = n % 40 === 0 ? (n % 80 === 0 ? needsPerson : inDoubt) : accepted;
        const made = kind({ ...keys.purchaseOrder('moto-hut', poNumber), poNumber, placed: `${at}#${poNumber}` });
        return withDerived(made, noon);
      });
      for (const row of rows) await table.write([{ put: { ...row, rev: 'r' }, was: null }]);
      const expected = rows.filter((row) => wanted.has(row.status)).map(({ poNumber }) => poNumber);
      const found: string[] = [];
      let after: Parameters<typeof listOfStore>[3]['after'] = null;
      do {
        const listed: Listed = await listOfStore(
          { table, log: quiet },
          'moto-hut',
          { status: [...wanted] },
          { limit: 3, after },
        );
        found.push(...listed.rows.map(({ poNumber }) => poNumber));
        after = listed.next;
        if (after !== null) expect(listed.rows).toHaveLength(3);
      } while (after !== null);
      expect(found).toEqual(expected.toReversed());
    },
  );

  it('narrowed by what no index knows is read a thousand rows at a time', async () => {
    const table = memoryTable();
    for (let n = 0; n < 2500; n++) {
      const poNumber = `P${String(n).padStart(4, '0')}`;
      const row = accepted({
        ...keys.purchaseOrder('moto-hut', poNumber),
        poNumber,
        placed: `${instant(noon + n * 1000)}#${poNumber}`,
        distributor: n === 0 ? 'automatic' : 'wps',
      });
      await table.write([{ put: row, was: null }]);
    }
    const sizes: number[] = [];
    let after: Parameters<typeof listOfStore>[3]['after'] = null;
    do {
      const listed: Listed = await listOfStore(
        { table, log: quiet },
        'moto-hut',
        { distributor: 'automatic' },
        { limit: 5, after },
      );
      sizes.push(listed.rows.length);
      after = listed.next;
    } while (after !== null);
    expect(sizes).toEqual([0, 0, 1]);
  });

  it('of a store that is not there is none, for a key to all stores too; where nothing matches it is empty', async () => {
    const nowhere = await list({}, '/v1/stores/moto-hat/purchase-orders');
    expect([nowhere.status, nowhere.body.type]).toEqual([404, 'urn:problem:drop-ship:not-found']);
    expect(await list({ orderId: '9999' })).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
  });

  it('never leaves the store, whatever cursor it is given', async () => {
    const { nextCursor } = (await list({ limit: '1' })).body;
    const other = await list({ cursor: nextCursor }, '/v1/stores/other/purchase-orders');
    expect(numbers(other.body).filter((number) => number !== '7001-1')).toEqual([]);
    for (const cursor of ['nonsense', Buffer.from('[1,2]').toString('base64url')])
      expect(await list({ cursor })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/query/cursor' }] } });
  });

  it('of an order with several attempts goes on at its cursor too', async () => {
    await placed(hut, '2000', { itemId: '1' });
    await putOrder(hut, '2000', orderBody([itemBody(), itemBody({ itemId: '2' }), itemBody({ itemId: '3' })]));
    for (const itemId of ['2', '3']) await submit(hut, '2000', { itemId });
    const first = (await list({ orderId: '2000', limit: '2' })).body;
    const second = (await list({ orderId: '2000', limit: '2', cursor: first.nextCursor })).body;
    expect([...numbers(first), ...numbers(second)]).toEqual(['2000-3', '2000-2', '2000-1']);
    expect(second.nextCursor).toBeNull();
  });
});

describe('what needs a person now', () => {
  it('is all that is listed over all stores', async () => {
    expect(await list({ status: 'accepted' }, '/v1/purchase-orders')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/query/status' }] },
    });
    expect((await list({ status: 'needs-person' }, '/v1/purchase-orders')).status).toBe(200);
  });

  it('is listed over all stores, for a key to all stores', async () => {
    await unclear('1001');
    await hut.put({ ...needsPerson(), pk: 'PO#other#9-1', storeId: 'other', poNumber: '9-1' });
    await placed(hut, '1002');
    const { status, body } = await list({}, '/v1/purchase-orders');
    expect(status).toBe(200);
    expect(v.parse(PurchaseOrderList, body)).toEqual(body);
    expect(
      body.items.map(({ storeId, poNumber, status }: Record<string, string>) => [storeId, poNumber, status]),
    ).toEqual([
      ['moto-hut', '1001-1', 'needs-person'],
      ['other', '9-1', 'needs-person'],
    ]);
    expect((await hut.ask('GET', '/v1/purchase-orders', { keyOf: 'moto-hut' })).status).toBe(403);
  });

  it('resolved as accepted is accepted, watched and told of', async () => {
    await unclear('1001');
    const body = { outcome: 'accepted', distributorOrderNumber: 'A-77', reason: 'By telephone' };
    const answer = await on('1001-1', 'resolve', body);
    expect(answer.status).toBe(200);
    expect(isPurchaseOrder(answer.body)).toBe(true);
    expect(answer.body).toMatchObject({ status: 'accepted', attention: null, distributorOrderNumbers: ['A-77'] });
    expect(hut.watches()).toMatchObject([{ poNumber: '1001-1', orderNumbers: ['A-77'] }]);
    expect(eventsOf('1001-1')).toEqual(['purchase_order.needs_person', 'purchase_order.accepted']);
    expect(await on('1001-1', 'resolve', body)).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:drop-ship:nothing-to-resolve' },
    });
  });

  it('resolved as not placed is refused, and the item free', async () => {
    await unclear('1001');
    const answer = await on('1001-1', 'resolve', { outcome: 'not-placed', reason: 'They have nothing' });
    expect(answer.status).toBe(200);
    expect(v.parse(v.strictObject(RejectionAnswer.entries), answer.body)).toMatchObject({
      code: 'other',
      distributorMessage: expect.stringContaining('They have nothing'),
      by: 'store',
    });
    expect(await get('1001-1')).toMatchObject({
      status: 410,
      body: { title: 'The order was not placed', by: 'store', detail: expect.stringMatching(/^A person of the store/) },
    });
    expect((await submit(hut, '1001')).status).toBe(201);
  });

  it('is resolved only when a person is needed, and with a reason', async () => {
    await placed(hut, '1001');
    const not = { outcome: 'not-placed', reason: 'x' };
    expect((await on('1001-1', 'resolve', not)).status).toBe(409);
    expect((await on('9999-1', 'resolve', not)).status).toBe(404);
    expect((await on('1001-1', 'resolve', { outcome: 'not-placed' })).status).toBe(400);
    expect((await on('1001-1', 'resolve', { outcome: 'accepted', reason: 'x' })).status).toBe(400);
  });

  it('keeps its item locked, also where the attempt itself was refused', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001');
    const row = hut.purchaseOrder('1001-1');
    const attention = {
      reason: 'duplicate-suspected',
      since: row.submittedAt,
      whatToDo: 'Ask the distributor.',
    } as const;
    await hut.put({ ...row, ...poRow({ ...row, attention }), rev: 'rev-late' });
    await putOrder(hut, '1001');
    expect(await submit(hut, '1001')).toMatchObject({
      status: 409,
      body: { purchaseOrder: { poNumber: '1001-1', status: 'needs-person' } },
    });
    await on('1001-1', 'resolve', { outcome: 'not-placed', reason: 'They have cancelled it' });
    expect((await submit(hut, '1001')).status).toBe(201);
  });

  /** The distributor takes a refused attempt after all. */
  const takenLate = async (poNumber: string) => {
    const row = hut.purchaseOrder(poNumber);
    const attention = { reason: 'duplicate-suspected', since: row.submittedAt, whatToDo: 'Ask.' } as const;
    await hut.put({ ...row, ...poRow({ ...row, attention }), rev: `rev-${poNumber}-late` });
  };
  const refuse = async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001');
  };

  it('keeps its item locked, also where a later attempt was refused as well', async () => {
    await refuse();
    await refuse();
    await takenLate('1001-1');
    await putOrder(hut, '1001');
    const exists = { status: 409, body: { purchaseOrder: { poNumber: '1001-1' } } };
    expect(await submit(hut, '1001')).toMatchObject(exists);
    await on('1001-1', 'resolve', { outcome: 'accepted', distributorOrderNumber: '7000001', reason: 'We keep it' });
    expect(await submit(hut, '1001')).toMatchObject(exists);
    const { items } = (await hut.ask('GET', `${inStore}/orders/1001`)).body;
    expect(items).toMatchObject([{ purchaseOrder: { poNumber: '1001-1' }, otherPurchaseOrders: [] }]);
    expect(hut.ordersAt('wps')).toEqual([]);
  });

  it('is shown beside the one that took its place', async () => {
    await refuse();
    await putOrder(hut, '1001');
    await submit(hut, '1001');
    await takenLate('1001-1');
    const { body } = await hut.ask('GET', `${inStore}/orders/1001`);
    expect(v.is(OrderAnswer, body)).toBe(true);
    expect(body.items).toMatchObject([
      {
        purchaseOrder: { poNumber: '1001-1-2', status: 'accepted' },
        otherPurchaseOrders: [{ poNumber: '1001-1', status: 'needs-person' }],
      },
    ]);
    await on('1001-1', 'resolve', { outcome: 'not-placed', reason: 'They have cancelled it' });
    expect((await hut.ask('GET', `${inStore}/orders/1001`)).body.items[0].otherPurchaseOrders).toEqual([]);
  });

  it('stands where a person says so, although its attempt was refused: the item has its purchase order', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001');
    const row = hut.purchaseOrder('1001-1');
    const attention = { reason: 'duplicate-suspected', since: row.submittedAt, whatToDo: 'Ask.' } as const;
    await hut.put({ ...row, ...poRow({ ...row, attention }), rev: 'rev-late' });
    const stands = { outcome: 'accepted', distributorOrderNumber: '7000001', reason: 'We keep it' };
    expect(await on('1001-1', 'resolve', stands)).toMatchObject({ status: 200, body: { status: 'accepted' } });
    await putOrder(hut, '1001');
    expect(await submit(hut, '1001')).toMatchObject({
      status: 409,
      body: { purchaseOrder: { poNumber: '1001-1', status: 'accepted' } },
    });
    expect(hut.watches()).toMatchObject([{ poNumber: '1001-1' }]);
  });
});

describe('a tracking number entered by hand', () => {
  const ups = { carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 };

  it('is on the purchase order at once, owed to the customer and the store; the watch stays', async () => {
    await placed(hut, '1001');
    const answer = await on('1001-1', 'shipments', ups);
    expect(answer.status).toBe(201);
    expect(isPurchaseOrder(answer.body)).toBe(true);
    expect(answer.body).toMatchObject({
      status: 'shipped',
      shipments: [
        {
          carrier: 'ups',
          trackingNumber: '1Z5R89390357567127',
          trackingUrl: expect.stringMatching(/^https:\/\/.*ups\.com\/.*1Z5R89390357567127/),
          quantity: 1,
          source: 'person',
        },
      ],
    });
    expect(eventsOf('1001-1')).toEqual(['purchase_order.accepted', 'purchase_order.shipped']);
    expect(hut.memory.rows()).toContainEqual(expect.objectContaining({ sk: 'MAIL#live', due: 'mail' }));
    expect(hut.watches()).toHaveLength(1);
  });

  it('again changes nothing', async () => {
    await placed(hut, '1001');
    await on('1001-1', 'shipments', ups);
    const before = hut.memory.snapshot();
    const again = await on('1001-1', 'shipments', { trackingNumber: '1z5r 89390357567127' });
    expect([again.status, again.body.shipments.length]).toEqual([200, 1]);
    expect(hut.memory.snapshot()).toEqual(before);
  });

  it('is refused when its check digit is wrong, unless it is confirmed', async () => {
    await placed(hut, '1001');
    const wrong = { carrier: 'ups', trackingNumber: '1Z5R89390357567128' };
    expect(await on('1001-1', 'shipments', wrong)).toMatchObject({
      status: 422,
      body: { type: 'urn:problem:drop-ship:tracking-number-suspect' },
    });
    expect((await on('1001-1', 'shipments', { ...wrong, trackingNumber: '0' })).status).toBe(422);
    expect(await on('1001-1', 'shipments', { ...wrong, confirm: true })).toMatchObject({
      status: 201,
      body: { shipments: [{ carrier: 'ups', trackingUrl: null, trackingNumber: '1Z5R89390357567128' }] },
    });
  });

  it.each([
    ['a remark', 'BACKORDER ETA 12/15', /does not read as a tracking number/],
    ['a remark with a date', 'Ships 2026-12-15', /does not read as a tracking number/],
    ['another paper’s number', 'Invoice 80412957', /does not read as a tracking number/],
    ['a number among words', 'XPO 123-456789', /without words beside it/],
    ['a placeholder', '999999999999', /does not read as a tracking number/],
    ['our PO number', ' 1001-1', /number of the order/],
    ['the store’s order number', '1001', /number of the order/],
    ['the part’s number', '26-1772', /number of the order or of the part/],
  ])('is not mailed where it is %s, unless it is confirmed', async (_what, trackingNumber, detail) => {
    await placed(hut, '1001');
    const before = hut.memory.snapshot();
    expect(await on('1001-1', 'shipments', { trackingNumber })).toMatchObject({
      status: 422,
      body: { type: 'urn:problem:drop-ship:tracking-number-suspect', detail: expect.stringMatching(detail) },
    });
    expect(hut.memory.snapshot()).toEqual(before);
    expect(await on('1001-1', 'shipments', { trackingNumber, confirm: true })).toMatchObject({
      status: 201,
      body: { shipments: [{ trackingNumber: trackingNumber.trim() }] },
    });
  });

  it('is not mailed where it is the distributor’s number of the order, unless it is confirmed', async () => {
    await placed(hut, '1001');
    const [trackingNumber] = (await get('1001-1')).body.distributorOrderNumbers;
    for (const typed of [trackingNumber, `00${trackingNumber}`]) {
      expect(await on('1001-1', 'shipments', { carrier: 'ups', trackingNumber: typed })).toMatchObject({
        status: 422,
        body: { detail: expect.stringMatching(/number of the order/) },
      });
    }
    expect((await on('1001-1', 'shipments', { trackingNumber, confirm: true })).status).toBe(201);
  });

  it('corrects another one, which is shown no more', async () => {
    await placed(hut, '1001');
    const wrong = '1Z5R89390357567128';
    await on('1001-1', 'shipments', { trackingNumber: wrong, confirm: true });
    expect((await on('1001-1', 'shipments', { ...ups, corrects: '1Z879E930346834440' })).status).toBe(400);
    expect(await on('1001-1', 'shipments', { ...ups, corrects: wrong })).toMatchObject({
      status: 201,
      body: { shipments: [{ trackingNumber: ups.trackingNumber }] },
    });
    expect(hut.purchaseOrder('1001-1').shipments).toMatchObject([
      { trackingNumber: wrong, goneAt: expect.any(String) },
      { trackingNumber: ups.trackingNumber, corrects: wrong },
    ]);
    expect(await on('1001-1', 'shipments', { ...ups, corrects: wrong })).toMatchObject({ status: 200 });
  });

  it('that is known gains the carrier and the pieces that the entry adds', async () => {
    await placed(hut, '1001');
    await on('1001-1', 'shipments', { trackingNumber: '07209562763' });
    expect(
      await on('1001-1', 'shipments', { carrier: 'Saia LTL Freight', trackingNumber: '07209562763', quantity: 1 }),
    ).toMatchObject({
      status: 200,
      body: { shipments: [{ carrier: 'Saia LTL Freight', trackingUrl: null, quantity: 1 }] },
    });
  });

  it('that is known takes another carrier and quantity, also fewer pieces: the state goes back with them', async () => {
    await placed(hut, '1001', { quantity: 3 });
    const entry = { carrier: 'ups', trackingNumber: '07209562763', quantity: 3 };
    expect((await on('1001-1', 'shipments', entry)).body.status).toBe('shipped');
    expect(await on('1001-1', 'shipments', { ...entry, carrier: 'Saia', quantity: 2 })).toMatchObject({
      status: 200,
      body: { status: 'partly-shipped', shipments: [{ carrier: 'Saia', quantity: 2 }] },
    });
    expect((await get('1001-1')).body.shipments).toMatchObject([{ carrier: 'Saia', quantity: 2 }]);
    expect(
      hut
        .purchaseOrder('1001-1')
        .history.map(({ text }) => text)
        .slice(-2),
    ).toEqual([
      'Saia was entered by hand as the carrier of tracking number 07209562763.',
      '2 was entered by hand as the quantity of tracking number 07209562763.',
    ]);
    expect(eventsOf('1001-1').slice(-2)).toEqual(['purchase_order.shipped', 'purchase_order.partly_shipped']);
    expect((await on('1001-1', 'shipments', { trackingNumber: entry.trackingNumber })).body.shipments).toMatchObject([
      { carrier: 'Saia', quantity: 2 },
    ]);
  });

  it('that the distributor tells of takes another carrier, and says that the distributor’s quantity stands', async () => {
    await placed(hut, '1001', { quantity: 2 });
    hut.control('wps').ship('1001-1', [{ carrier: 'Old Dominion', trackingNumber: '07209562763', quantity: 1 }]);
    await hut.pass(2 * 3600);
    const before = hut.memory.snapshot();
    expect(await on('1001-1', 'shipments', { trackingNumber: '07209562763', quantity: 2 })).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:drop-ship:nothing-to-resolve', detail: expect.stringMatching(/another quantity/) },
    });
    expect(hut.memory.snapshot()).toEqual(before);
    const entry = { carrier: 'Saia', trackingNumber: '07209562763', quantity: 1 };
    expect(await on('1001-1', 'shipments', entry)).toMatchObject({
      status: 200,
      body: { shipments: [{ carrier: 'Saia', quantity: 1, source: 'distributor' }] },
    });
    await hut.pass(2 * 3600);
    expect((await get('1001-1')).body.shipments).toMatchObject([{ carrier: 'Saia', quantity: 1 }]);
  });

  it('ends no watch by its pieces: the second parcel is found, and the person’s count stays a person’s to correct', async () => {
    await placed(hut, '1001', { quantity: 5, slug: 'automatic' });
    const entry = { trackingNumber: '1Z5R89390357567127', quantity: 5 };
    expect((await on('1001-1', 'shipments', entry)).body.status).toBe('shipped');
    hut.control('automatic').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 2 }]);
    await hut.pass(2 * 3600);
    expect((await get('1001-1')).body).toMatchObject({ tracking: 'open', shipments: [{ quantity: 5 }] });
    expect(await on('1001-1', 'shipments', { ...entry, quantity: 2 })).toMatchObject({
      status: 200,
      body: { status: 'partly-shipped', shipments: [{ quantity: 2 }] },
    });
    hut.control('automatic').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z999AA10123456784', quantity: 3 }]);
    await hut.pass(50 * 3600);
    expect((await get('1001-1')).body.shipments).toMatchObject([{ quantity: 2 }, { source: 'distributor' }]);
  });

  it('that is known is asked for confirm where it cannot be one of the carrier that it gets', async () => {
    await placed(hut, '1001');
    const known = { carrier: 'Saia', trackingNumber: '986578788856' };
    expect((await on('1001-1', 'shipments', known)).status).toBe(201);
    const entry = { ...known, carrier: 'FedEx' };
    expect((await on('1001-1', 'shipments', entry)).status).toBe(422);
    expect((await on('1001-1', 'shipments', { ...entry, confirm: true })).body.shipments).toMatchObject([
      { carrier: 'fedex', trackingUrl: null },
    ]);
  });

  it('is found in what was pasted, one at a time', async () => {
    await placed(hut, '1001');
    const pasted = { trackingNumber: 'https://www.ups.com/track?tracknum=1Z5R89390357567127' };
    expect(await on('1001-1', 'shipments', pasted)).toMatchObject({
      status: 201,
      body: { shipments: [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127' }] },
    });
    const two = { trackingNumber: '1Z5R89390357567127, 1Z879E930346834440' };
    expect((await on('1001-1', 'shipments', two)).status).toBe(400);
  });

  it.each([
    ['with a character that cannot be seen', '80412957\u200b', '80412957'],
    ['turned around', '\u202e80412957', '80412957'],
    ['in wide digits', '８０４１２９５７', '80412957'],
    ['behind a picture', '🚚80412957', '80412957'],
    ['with a dash', '8041-2957', '8041-2957'],
    ['with a zero before it', '080412957', '080412957'],
    ['of a carrier, with what cannot be seen', '1Z5R89390357567127\u200b', '1Z5R89390357567127'],
  ])('is the one that the distributor tells, however it was typed: %s', async (_what, typed, shown) => {
    await placed(hut, '1001', { quantity: 2 });
    const entry = { carrier: 'Acme', trackingNumber: typed, quantity: 1 };
    expect(await on('1001-1', 'shipments', entry)).toMatchObject({
      status: 201,
      body: { shipments: [{ trackingNumber: shown }] },
    });
    const told = typed.startsWith('1Z') ? '1Z5R89390357567127' : '80412957';
    hut.control('wps').ship('1001-1', [{ carrier: 'Acme', trackingNumber: told, quantity: 1 }]);
    await hut.pass(3 * 3600);
    expect((await get('1001-1')).body).toMatchObject({
      status: 'partly-shipped',
      shipments: [{ trackingNumber: shown, source: 'person' }],
    });
  });

  it.each(['\u200b', '---', '🚚'])('is none where it holds no letter and no digit: %j', async (trackingNumber) => {
    await placed(hut, '1001');
    expect(await on('1001-1', 'shipments', { trackingNumber, confirm: true })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/trackingNumber' }] },
    });
  });

  it('keeps nothing that cannot be seen, also where it is confirmed', async () => {
    await placed(hut, '1001');
    const entry = { trackingNumber: '\u202eBox\u200b 7 ', confirm: true };
    expect((await on('1001-1', 'shipments', entry)).body.shipments).toMatchObject([{ trackingNumber: 'Box 7' }]);
  });

  it('is one of fifty at the most, also where several come at once', async () => {
    await placed(hut, '1001');
    const entered = hut.purchaseOrder('1001-1');
    await hut.put({ ...entered, handEntries: 48, rev: 'rev-48' });
    const path = `${inStore}/purchase-orders/1001-1/shipments`;
    const answers = await hut.askAll(
      [1, 2, 3, 4].map((n) => ['POST', path, { body: { trackingNumber: `9042100${n}` } }] as const),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 422, 422]);
    expect(hut.purchaseOrder('1001-1')).toMatchObject({ handEntries: 50 });
  });

  it('can be taken back, and the state goes back with it', async () => {
    await placed(hut, '1001');
    await on('1001-1', 'shipments', ups);
    const back = () => hut.ask('DELETE', `${inStore}/purchase-orders/1001-1/shipments/${ups.trackingNumber}`);
    expect(await back()).toMatchObject({ status: 200, body: { status: 'accepted', shipments: [] } });
    expect(eventsOf('1001-1')).toEqual([
      'purchase_order.accepted',
      'purchase_order.shipped',
      'purchase_order.accepted',
    ]);
    expect((await back()).status).toBe(404);
  });

  it('is not taken back when the distributor told of it', async () => {
    await placed(hut, '1001');
    hut.control('wps').ship('1001-1', [{ ...ups, quantity: 0 }]);
    await hut.pass(2 * 3600);
    const answer = await hut.ask('DELETE', `${inStore}/purchase-orders/1001-1/shipments/${ups.trackingNumber}`);
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:problem:drop-ship:nothing-to-resolve']);
  });

  it('is one of fifty at most', async () => {
    await placed(hut, '1001');
    const enter = (at: number) => on('1001-1', 'shipments', { trackingNumber: `77767${100_000 + at}` });
    for (let at = 0; at < 50; at += 1) expect((await enter(at)).status).toBe(201);
    expect(await enter(50)).toMatchObject({ status: 422, body: { type: 'urn:problem:drop-ship:too-many', limit: 50 } });
    expect((await enter(49)).status).toBe(200);
  });

  it('belongs to an accepted purchase order only', async () => {
    await unclear('1001');
    expect((await on('1001-1', 'shipments', ups)).status).toBe(409);
    expect((await on('9999-1', 'shipments', ups)).status).toBe(404);
  });

  it('is answered although what it owes can be paid later only', async () => {
    await placed(hut, '1001');
    const { send } = hut.ports.queues;
    hut.ports.queues.send = async () => {
      throw new Error('The queue is down');
    };
    expect((await on('1001-1', 'shipments', ups)).status).toBe(201);
    expect(hut.lines.map(({ event }) => event)).toContain('paid-later');
    hut.ports.queues.send = send;
    await hut.pass(5 * 60);
    expect(hut.purchaseOrder('1001-1').owed).toEqual([]);
    expect(eventsOf('1001-1')).toEqual(['purchase_order.accepted', 'purchase_order.shipped']);
  });
});

describe('tracking by hand', () => {
  it('stopped: nobody looks any more; again is the same', async () => {
    await placed(hut, '1001');
    const stopped = await on('1001-1', 'stop-tracking', { reason: 'Cancelled by telephone' });
    expect(stopped).toMatchObject({ status: 200, body: { status: 'tracking-stopped' } });
    expect(isPurchaseOrder(stopped.body)).toBe(true);
    expect(hut.watches()).toEqual([]);
    expect(eventsOf('1001-1')).toEqual(['purchase_order.accepted', 'purchase_order.tracking_stopped']);
    expect((await on('1001-1', 'stop-tracking', { reason: 'Again' })).status).toBe(200);
    expect(eventsOf('1001-1')).toHaveLength(2);
    await hut.pass(3 * 3600);
    expect(hut.callsTo('wps', 'track')).toEqual([]);
  });

  it('resumed: looked up for another six weeks', async () => {
    await placed(hut, '1001');
    await on('1001-1', 'stop-tracking', { reason: 'Cancelled by telephone' });
    const resumed = await on('1001-1', 'resume-tracking');
    expect(resumed).toMatchObject({ status: 200, body: { status: 'accepted' } });
    expect(Date.parse(resumed.body.trackUntil) - hut.now()).toBe(42 * day);
    await hut.pass(2 * 3600);
    expect(hut.callsTo('wps', 'track').length).toBeGreaterThan(0);
  });

  it('needs an accepted purchase order', async () => {
    await unclear('1001');
    expect((await on('1001-1', 'stop-tracking', { reason: 'x' })).status).toBe(409);
    expect((await on('1001-1', 'resume-tracking')).status).toBe(409);
    expect((await on('9999-1', 'resume-tracking')).status).toBe(404);
    expect((await on('1001-1', 'stop-tracking', {})).status).toBe(400);
  });

  it('stopped while its watch is still owed leaves no watch behind', async () => {
    await putOrder(hut, '1001');
    const { write } = hut.ports.table;
    let stopped: Promise<unknown> | null = null;
    hut.ports.table.write = async (changes) => {
      const opensWatch = changes.some((change) => 'put' in change && change.put.sk.startsWith('WATCH#'));
      // Between the reading of what is owed and its payment a person stops it.
      if (opensWatch && stopped === null) {
        stopped = hut.run(on('1001-1', 'stop-tracking', { reason: 'Cancelled' }));
        await stopped;
      }
      return write(changes);
    };
    await submit(hut, '1001');
    await hut.pass(10 * 60);
    expect(hut.purchaseOrder('1001-1')).toMatchObject({ status: 'tracking-stopped', owed: [] });
    expect(hut.watches()).toEqual([]);
  });
});

it('of the test mode stays of the test mode', async () => {
  await setUp(hut, 'automatic', { testMode: true });
  await placed(hut, '1001', { slug: 'automatic' });
  await setUp(hut, 'automatic', { testMode: false });
  expect((await get('1001-1')).body).toMatchObject({ mode: 'test', status: 'accepted' });
  expect(numbers((await list({ mode: 'test' })).body)).toEqual(['1001-1']);
  expect(hut.now()).toBeGreaterThan(noon);
});

describe('a row that cannot be read', () => {
  const odd = (key: { pk: string; sk: string }, more: object) => ({ ...key, rev: 'odd', ...more });

  it('hides no other purchase order of its store', async () => {
    await placed(hut, '1001');
    const place = { storeKey: 'moto-hut', placed: `${instant(noon + day)}#ODD` };
    await hut.put(odd(keys.purchaseOrder('moto-hut', 'ODD'), place));
    expect(await list()).toMatchObject({ status: 200, body: { items: [{ poNumber: '1001-1' }], nextCursor: null } });
  });

  it('hides nothing that needs a person', async () => {
    await hut.put(needsPerson());
    const place = { attentionKey: 'open', attentionSince: instant(noon + day) };
    await hut.put(odd(keys.purchaseOrder('moto-hut', 'ODD'), place));
    const { status, body } = await list({}, '/v1/purchase-orders');
    expect([status, numbers(body)]).toEqual([200, ['1001-1']]);
  });
});

describe('what a newer version of the service wrote', () => {
  it('is kept by this one: in the row, and in its parts', async () => {
    const shipment = { ...shipmentOf('1Z5R89390357567127'), newer: 'a part' };
    await hut.put({ ...accepted({ shipments: [shipment] }), ...{ newer: { any: ['thing'] } } });
    expect((await on('1001-1', 'stop-tracking', { reason: 'Lost' })).status).toBe(200);
    expect(await hut.ports.table.get(keys.purchaseOrder('moto-hut', '1001-1'))).toMatchObject({
      tracking: 'stopped',
      newer: { any: ['thing'] },
      shipments: [{ trackingNumber: '1Z5R89390357567127', newer: 'a part' }],
    });
  });
});

describe('the history of a purchase order', () => {
  const rowsBeside = () => hut.memory.rows().filter(({ sk }) => sk.startsWith('HISTORY#'));
  const steps = async (limit = '100') => {
    const found: { at: string; text: string; kind: string; by: string }[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit, ...(cursor === null ? {} : { cursor }) };
      const { status, body } = await hut.ask('GET', `${inStore}/orders/1001/timeline`, { query });
      expect(status).toBe(200);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== null);
    return found;
  };

  it('never fills its row, however often tracking is stopped and resumed; all of it is told, and the order goes on well', async () => {
    await placed(hut, '1001');
    const reason = 'The customer wrote that the parcel came, and then that it did not. '.repeat(7).trim();
    for (let n = 0; n < 100; n++) {
      // A key asks fifty times a second, no more.
      await hut.pass(1);
      expect((await on('1001-1', 'stop-tracking', { reason: `${n}: ${reason}` })).status).toBe(200);
      expect((await on('1001-1', 'resume-tracking')).status).toBe(200);
    }
    const row = hut.purchaseOrder('1001-1');
    expect(JSON.stringify(row).length).toBeLessThan(50_000);
    expect(row.history.length + rowsBeside().length).toBe(202);
    const all = await steps('7');
    expect(all.map(({ text }) => text).reverse()).toEqual([
      'Submitted to WPS as PO 1001-1.',
      expect.stringMatching(/^Accepted/),
      ...Array.from({ length: 100 }, (_, n) => [
        `Tracking was stopped by hand: ${n}: ${reason}`,
        'Tracking goes on for another six weeks.',
      ]).flat(),
    ]);
    expect(await steps()).toEqual(all);
    expect((await on('1001-1', 'shipments', { carrier: 'ups', trackingNumber: '1Z5R89390357567127' })).status).toBe(
      201,
    );
    expect((await get('1001-1')).body).toMatchObject({ status: 'shipped', shipments: [{ carrier: 'ups' }] });
  });

  it('says of each step what it was, whose doing, and of which item and purchase order', async () => {
    hut.fault('wps', 'submit', 'reject-part');
    await hut.ask('POST', dialogOf('1001'), { body: { confirm: true } });
    await hut.ask('POST', dialogOf('1001'), { body: { confirm: true } });
    await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Processed' }));
    const told = (await steps()).map(({ at: _at, text: _text, ...step }) => step);
    const of = (poNumber: string) => ({ itemId: '1', poNumber });
    expect(told).toEqual([
      { kind: 'order-changed', by: 'webstore', itemId: null, poNumber: null },
      { kind: 'accepted', by: 'distributor', ...of('1001-1-2') },
      { kind: 'submitted', by: 'store', ...of('1001-1-2') },
      { kind: 'refused', by: 'distributor', ...of('1001-1') },
      { kind: 'submitted', by: 'store', ...of('1001-1') },
    ]);
  });

  it('is the store’s own, and goes on only at a cursor of ours', async () => {
    await placed(hut, '1001');
    const path = `${inStore}/orders/1001/timeline`;
    expect((await hut.ask('GET', path, { keyOf: 'other' })).status).toBe(404);
    expect((await hut.ask('GET', `${inStore}/orders/nope/timeline`)).status).toBe(404);
    expect((await hut.ask('GET', path, { query: { cursor: 'b25l' } })).status).toBe(400);
  });
});
