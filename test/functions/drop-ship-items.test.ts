import * as v from 'valibot';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { BulkAnswer, DialogAnswer } from '../../shared/contract/bodies/drop-ship.ts';
import { PurchaseOrderAnswer } from '../../shared/contract/bodies/purchase-order.ts';
import type { ProblemSlug } from '../../shared/contract/problem.ts';
import { problemMembers } from '../../shared/contract/problem-body.ts';
import { OrderRow } from '../../shared/domain/order/order.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, putOrder, settingsOf, setUp, submit } from '../moto-hut.ts';
import { address, minute, noon } from '../rows.ts';
import { type Service, service } from '../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const dialog = async (orderId = '1001', query?: Record<string, string>) =>
  hut.ask('GET', dialogOf(orderId), query === undefined ? {} : { query });
const failing = (body: { checks: { name: string; passed: boolean }[] }) =>
  body.checks.filter(({ passed }) => !passed).map(({ name }) => name);

describe('the dialog', () => {
  it('shows everything that would be sent', async () => {
    const { status, body } = await dialog();
    expect(status).toBe(200);
    expect(v.parse(v.strictObject(DialogAnswer.entries), body)).toEqual(body);
    expect(body).toMatchObject({
      eligible: true,
      distributor: 'wps',
      mode: 'live',
      form: { poNumber: '1001-1', shippingMethod: 'ground', shippingMethods: ['ground', 'second-day', 'next-day'] },
      limits: { name: 30, city: 17, country: 0 },
      lastRejection: null,
      purchaseOrder: null,
    });
    expect(body.checks).toHaveLength(7);
  });

  it('leaves out a telephone number that the distributor has no place for, and says so; a company stays to be decided', async () => {
    const shipTo = { ...address, company: 'Riders Inc', phone: '208-555-0100' };
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })], { shipTo }));
    const { form } = (await dialog()).body;
    expect(form.leftOut).toEqual(['phone']);
    expect(form.shipTo).toMatchObject({ company: 'Riders Inc' });
    expect(form.shipTo).not.toHaveProperty('phone');
  });

  it('never drops a company in silence: it does not fit until somebody says that it is to be left out', async () => {
    const shipTo = { ...address, company: 'Riders Inc' };
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })], { shipTo }));
    const refused = await submit(hut, '1001');
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:problem:drop-ship:does-not-fit']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/shipTo/company', limit: 0 }]);
    expect(hut.ordersAt('tucker-rocky')).toEqual([]);
    expect((await submit(hut, '1001', { leaveOut: ['company'] })).status).toBe(201);
    expect(hut.ordersAt('tucker-rocky')).toHaveLength(1);
  });

  it('says what is ordered, where, and whom to ask', async () => {
    const { body } = await dialog();
    expect(body).toMatchObject({
      item: { itemId: '1', sku: 'SKU-1', title: 'Oil filter', quantity: 1 },
      partNumber: '26-1772',
      name: 'WPS',
      contact: { name: 'Western Power Sports', site: 'https://www.wps-inc.com' },
      warning: null,
      misfits: [],
      alternatives: [
        { distributor: 'wps', name: 'WPS', partNumber: '26-1772', mode: 'live', eligible: true, failed: [] },
      ],
    });
  });

  it('warns where it is in doubt whether a distributor still takes orders', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })]));
    expect((await dialog()).body.warning).toMatch(/^Tucker Powersports sold its assets in 2023.+\.$/);
  });

  it('lists what of the pre-filled form does not fit, and lets nothing of it through', async () => {
    const shipTo = { ...address, city: 'Rancho Palos Verdes', state: '', company: 'Riders Inc' };
    await putOrder(hut, '1001', orderBody([itemBody()], { shipTo }));
    const { misfits, eligible } = (await dialog()).body;
    expect(eligible).toBe(true);
    expect(misfits).toMatchObject([
      { pointer: '/shipTo/company', limit: 0, length: 10 },
      { pointer: '/shipTo/city', limit: 17, length: 19 },
      { pointer: '/shipTo/state', limit: 2, length: 0 },
    ]);
    for (const { detail } of misfits) expect(detail).toMatch(/^WPS .+\.$/);
    expect((await submit(hut, '1001')).body.errors).toEqual(misfits);
  });

  it('shows every part of the item, with why it could be ordered or not', async () => {
    await hut.ask('DELETE', `${inStore}/distributors/automatic`);
    await setUp(hut, 'tucker-rocky', { testMode: true });
    const distributorParts = [
      { distributor: 'bell-helmets', partNumber: 'B-1' },
      { distributor: 'automatic', partNumber: 'A-1' },
      { distributor: 'wps', partNumber: 'W-1' },
      { distributor: 'wps', partNumber: 'W-2' },
      { distributor: 'tucker-rocky', partNumber: 'T-1' },
    ];
    await putOrder(hut, '1001', orderBody([{ ...itemBody(), distributorParts }]));
    const { body } = await dialog();
    expect(body).toMatchObject({ distributor: 'wps', partNumber: 'W-1' });
    const nowhere = ['distributor-supported', 'credentials-configured'];
    const live = { mode: 'live' };
    expect(body.alternatives).toEqual([
      { ...distributorParts[0], ...live, name: 'bell-helmets', eligible: false, failed: nowhere },
      {
        ...distributorParts[1],
        ...live,
        name: 'Automatic Distributors',
        eligible: false,
        failed: ['credentials-configured'],
      },
      { ...distributorParts[2], ...live, name: 'WPS', eligible: true, failed: [] },
      { ...distributorParts[3], ...live, name: 'WPS', eligible: true, failed: [] },
      { ...distributorParts[4], mode: 'test', name: 'Tucker Rocky', eligible: true, failed: [] },
    ]);
  });

  it('says that the account of a part is stopped, also of one that is not chosen', async () => {
    hut.fault('automatic', 'submit', 'bad-credentials');
    await putOrder(hut, '2000', orderBody([itemBody({ slug: 'automatic' })]));
    await submit(hut, '2000');
    const both = [itemBody(), itemBody({ slug: 'automatic' })].flatMap(({ distributorParts }) => distributorParts);
    await putOrder(hut, '1001', orderBody([{ ...itemBody(), distributorParts: both }]));
    expect((await dialog()).body.alternatives).toMatchObject([
      { distributor: 'wps', failed: [] },
      { distributor: 'automatic', failed: ['credentials-configured'] },
    ]);
  });

  it('judges the part that it is asked for, of several of one distributor', async () => {
    const distributorParts = ['W-1', 'W-2'].map((partNumber) => ({ distributor: 'wps', partNumber }));
    await putOrder(hut, '1001', orderBody([{ ...itemBody(), distributorParts }]));
    expect((await dialog('1001', { partNumber: 'W-2' })).body).toMatchObject({ partNumber: 'W-2', eligible: true });
    const other = (await dialog('1001', { partNumber: 'W-3' })).body;
    expect(other).toMatchObject({ distributor: null, partNumber: null, eligible: false });
    expect(failing(other)).toEqual(['distributor-part', 'distributor-supported', 'credentials-configured']);
  });

  it('says what is being done about an order that may or may not have been placed, and when', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    await submit(hut, '1001');
    const { checks } = (await dialog()).body;
    expect(checks.at(-1).message).toMatch(
      /^The item has purchase order 1001-1 already: the distributor gave no clear answer, .+ The next look is at 2026-11-23 12:0\d UTC\.$/,
    );
  });

  it('judges the distributor that it is asked for', async () => {
    const { body } = await dialog('1001', { distributor: 'automatic' });
    expect(body).toMatchObject({ distributor: 'automatic', eligible: false });
    expect(failing(body)).toEqual(['distributor-part']);
  });

  it('shows all that fails at once', async () => {
    const item = { ...itemBody(), catalog: 'oem', markedForDropShip: false, distributorParts: [] };
    await putOrder(hut, '1001', orderBody([item], { status: 'Processed' }));
    const { body } = await dialog();
    expect(failing(body)).toEqual([
      'aftermarket',
      'order-new',
      'distributor-part',
      'distributor-supported',
      'marked-for-drop-ship',
      'credentials-configured',
    ]);
    expect(body).toMatchObject({ distributor: null, limits: null, form: { shippingMethod: null } });
  });

  it('reads all settings of the store at once, and leaves out a distributor that only a newer version knows', async () => {
    await putOrder(hut, '2000');
    await hut.put({ ...keys.distributor('moto-hut', 'wps'), sk: 'DISTRIBUTOR#fifth', rev: '1', distributor: 'fifth' });
    const { get, query } = hut.ports.table;
    const read: string[] = [];
    hut.ports.table.get = async (key) => {
      read.push(key.sk);
      return get(key);
    };
    hut.ports.table.query = async (asked) => {
      read.push(asked.prefix ?? '');
      return query(asked);
    };
    expect((await hut.ask('GET', dialogOf('2000'))).body.eligible).toBe(true);
    expect(read.filter((sk) => sk.startsWith('DISTRIBUTOR#'))).toEqual(['DISTRIBUTOR#']);
  });

  it('is there for what is there only', async () => {
    expect((await dialog('9999')).status).toBe(404);
    expect((await hut.ask('GET', dialogOf('1001', '2'))).status).toBe(404);
    expect((await hut.ask('GET', dialogOf('1001'), { keyOf: 'other' })).status).toBe(404);
  });
});

describe('a submit', () => {
  test.each(distributorSlugs)('that %s accepts answers 201 with the purchase order', async (slug) => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug, quantity: 2 })]));
    const { status, headers, body } = await submit(hut, '1001');
    expect(status).toBe(201);
    expect(headers.location).toBe(`${inStore}/purchase-orders/1001-1`);
    expect(v.parse(v.strictObject(PurchaseOrderAnswer.entries), body)).toEqual(body);
    expect(body).toMatchObject({
      poNumber: '1001-1',
      storeId: 'moto-hut',
      orderId: '1001',
      itemId: '1',
      mode: 'live',
      distributor: slug,
      quantity: 2,
      status: 'accepted',
      shipTo: address,
      shipments: [],
    });
    const orders = hut.ordersAt(slug);
    expect(orders).toMatchObject([{ poNumber: '1001-1', mode: 'live', lines: [{ quantity: 2 }] }]);
    expect(body.distributorOrderNumbers).toEqual([orders[0]?.orderNumber]);
    expect((await dialog()).body).toMatchObject({
      eligible: false,
      form: { poNumber: '1001-1' },
      purchaseOrder: { poNumber: '1001-1', status: 'accepted' },
    });
  });

  test.each(distributorSlugs)('that %s refuses answers 422, and the item is free again', async (slug) => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug, partNumber: 'UNKNOWN-1' })]));
    const no = await submit(hut, '1001');
    expect(no.status).toBe(422);
    expect(no.body).toMatchObject({
      type: 'urn:problem:drop-ship:rejected-by-distributor',
      code: 'unknown-part',
      distributorMessage: expect.stringMatching(/./),
    });
    const { body } = await dialog();
    expect(body).toMatchObject({
      eligible: true,
      form: { poNumber: '1001-1-2' },
      lastRejection: {
        code: 'unknown-part',
        distributorMessage: no.body.distributorMessage,
        by: 'distributor',
        poNumber: '1001-1',
        distributor: slug,
        at: expect.stringMatching(/^2026-11-23T12:00/),
      },
      purchaseOrder: null,
    });
    expect(v.is(DialogAnswer, body)).toBe(true);
    expect(hut.ordersAt(slug)).toEqual([]);

    await putOrder(hut, '1001', orderBody([itemBody({ slug })]));
    expect((await submit(hut, '1001')).body).toMatchObject({ poNumber: '1001-1-2', status: 'accepted' });
  });

  it('orders the part that was chosen, and no other', async () => {
    const distributorParts = ['W-1', 'W-2'].map((partNumber) => ({ distributor: 'wps', partNumber }));
    await putOrder(hut, '1001', orderBody([{ ...itemBody(), distributorParts }]));
    const wrong = await submit(hut, '1001', { partNumber: 'W-3' });
    expect([wrong.status, failing(wrong.body)[0]]).toEqual([422, 'distributor-part']);
    expect(await submit(hut, '1001', { partNumber: 'W-2' })).toMatchObject({
      status: 201,
      body: { partNumber: 'W-2' },
    });
    expect(hut.ordersAt('wps')).toMatchObject([{ lines: [{ partNumber: 'W-2' }] }]);
  });

  it('does not wait longer than preferred: 202, and what became of it is found at its location', async () => {
    const answer = await submit(hut, '1001', { wait: 0 });
    expect(answer).toMatchObject({
      status: 202,
      headers: { location: `${inStore}/purchase-orders/1001-1`, 'retry-after': '30' },
      body: { status: 'submitting', acceptedAt: null },
    });
    await hut.pass(60);
    expect((await hut.ask('GET', answer.headers.location ?? '')).body.status).toBe('accepted');
  });

  it('waits as long as preferred, and no longer', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    const answer = await submit(hut, '1001', { wait: 5 });
    expect(answer).toMatchObject({ status: 202, body: { status: 'submitting' } });
    expect((hut.now() - noon) / 1000).toBeGreaterThan(4);
    expect((hut.now() - noon) / 1000).toBeLessThanOrEqual(5);
  });

  it.each([5, 6, 7, 9])(
    'waits no longer than the function that waits has time (%i s): a 202 that comes beats one that does not',
    async (seconds) => {
      hut.fault('wps', 'submit', 'timeout-after');
      const answer = await submit(hut, '1001', { wait: 25, seconds });
      expect(answer).toMatchObject({ status: 202, body: { status: 'submitting' } });
      expect((hut.now() - noon) / 1000).toBeGreaterThan(seconds / 3);
      expect((hut.now() - noon) / 1000).toBeLessThanOrEqual(seconds - 1.5);
    },
  );

  it('does not wait for what is not sent before the time is over: the distributor has paused the account', async () => {
    await putOrder(hut, '2000');
    hut.fault('wps', 'submit', 'rate-limit');
    await submit(hut, '2000', { wait: 0 });
    await hut.pass(2);
    const begun = hut.now();
    expect(await submit(hut, '1001', { wait: 20 })).toMatchObject({ status: 202, body: { status: 'submitting' } });
    expect((hut.now() - begun) / 1000).toBeLessThan(1);
    await hut.pass(30 * 60);
    expect(hut.purchaseOrders().map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('answers as soon as it is in doubt', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    expect(await submit(hut, '1001', { wait: 25 })).toMatchObject({ status: 202, body: { status: 'in-doubt' } });
    expect((hut.now() - noon) / 1000).toBeLessThan(12);
  });

  it('is owed by the table: it is placed also when its message is lost', async () => {
    await submit(hut, '1001', { wait: 0 });
    hut.loseMessages();
    await hut.pass(5 * 60);
    expect(hut.purchaseOrder('1001-1').state).toBe('accepted');
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  it('is acknowledged also when the queue does not take the message', async () => {
    const { send } = hut.ports.queues;
    hut.ports.queues.send = async () => {
      throw new Error('The queue is down');
    };
    expect((await submit(hut, '1001', { wait: 1 })).status).toBe(202);
    expect(hut.lines.map(({ event }) => event)).toContain('nudge-not-sent');
    hut.ports.queues.send = send;
    await hut.pass(5 * 60);
    expect(hut.purchaseOrder('1001-1').state).toBe('accepted');
  });

  it('sends the address exactly as it was entered, whatever becomes of the order afterwards', async () => {
    const shipTo = { ...address, name: "  José O'Neil ", line1: '12 “B” St #4', line2: 'c/o <b>&</b>' };
    await submit(hut, '1001', { wait: 0, shipTo, shippingMethod: 'second-day' });
    await putOrder(hut, '1001', orderBody([itemBody()], { shipTo: { ...address, city: 'Nampa' } }));
    await hut.pass(60);
    expect(hut.purchaseOrder('1001-1')).toMatchObject({ shipTo, shippingMethod: 'second-day', state: 'accepted' });
    const { name, line1, line2, city } = shipTo;
    expect(hut.ordersAt('wps')[0]?.shipTo).toMatchObject({ name, line1, line2, city });
  });

  it('whose address does not fit writes nothing', async () => {
    const before = hut.memory.snapshot();
    const shipTo = { ...address, city: 'Rancho Palos Verdes', company: 'Riders Inc' };
    const answer = await submit(hut, '1001', { shipTo });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        type: 'urn:problem:drop-ship:does-not-fit',
        errors: [
          { pointer: '/shipTo/company', limit: 0, length: 10 },
          { pointer: '/shipTo/city', limit: 17, length: 19 },
        ],
      },
    });
    expect(hut.memory.snapshot()).toEqual(before);
    expect(hut.messages()).toEqual([]);
  });

  it('drops a telephone that has no place, and nothing else', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })]));
    const answer = await submit(hut, '1001', { shipTo: { ...address, phone: '208-555-0100' } });
    expect(answer).toMatchObject({ status: 201, body: { shipTo: { ...address, phone: null } } });
  });

  it('that cannot be says why in the sentence a person reads first', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'PAY-1' })]));
    expect((await submit(hut, '1001')).body.detail).toMatch(
      /^WPS takes no order on the store’s account .+ settle that with Western Power Sports/,
    );
    await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' }));
    expect((await submit(hut, '1001')).body.detail).toBe(
      'The item cannot be drop-shipped now. The order is Cancelled; only a New order is drop-shipped. The webstore sets its status.',
    );
    await putOrder(hut, '1001');
    expect((await submit(hut, '1001', { shipTo: { ...address, city: 'Rancho Palos Verdes' } })).body.detail).toBe(
      'Nothing was sent, and nothing is cut short. WPS takes at most 17 characters here; this is 19.',
    );
    await submit(hut, '1001');
    expect((await submit(hut, '1001')).body.detail).toMatch(
      /^The item has purchase order 1001-1-2 already\. Nothing was sent now\.$/,
    );
  });

  it('of what is not eligible shows the checks and writes nothing', async () => {
    await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' }));
    const before = hut.memory.snapshot();
    const answer = await submit(hut, '1001');
    expect(answer.status).toBe(422);
    expect(failing(answer.body)).toEqual(['order-new']);
    expect(answer.body.checks).toHaveLength(7);
    expect(hut.memory.snapshot()).toEqual(before);
  });

  it('of an item that was taken out of the order is not eligible', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001');
    await putOrder(hut, '1001', orderBody([]));
    const answer = await submit(hut, '1001');
    expect(answer.status).toBe(422);
    expect(failing(answer.body)).toEqual(['order-new']);
  });

  it('by a method that the distributor does not offer is invalid', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'automatic' })]));
    const answer = await submit(hut, '1001', { shippingMethod: 'next-day' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/shippingMethod' }] } });
  });

  it('with a number that has been used suggests another, also when its order was refused', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));
    await submit(hut, '1001', { poNumber: 'MINE-1' });
    await putOrder(hut, '1001');
    const taken = await submit(hut, '1001', { poNumber: 'MINE-1' });
    expect(taken).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:drop-ship:po-number-taken', suggested: '1001-1-2' },
    });
    expect((await submit(hut, '1001', { poNumber: taken.body.suggested })).status).toBe(201);
  });

  it('passes over a proposed number that another item has taken', async () => {
    await putOrder(hut, '2000');
    await submit(hut, '2000', { poNumber: '1001-1' });
    expect((await submit(hut, '1001')).body.poNumber).toBe('1001-1-2');
  });
});

describe('a problem has the members that the contract names', () => {
  const base = {
    type: v.string(),
    title: v.string(),
    status: v.number(),
    correlationId: v.string(),
    detail: v.pipe(v.string(), v.regex(/^[A-Z].+[.]$/s)),
  };
  const cancelled = () => putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' }));
  const unknown = () => putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'UNKNOWN-1' })]));

  it.each<[ProblemSlug, number, () => Promise<unknown>, object]>([
    ['not-eligible', 422, cancelled, {}],
    ['does-not-fit', 422, async () => {}, { shipTo: { ...address, city: 'Rancho Palos Verdes' } }],
    ['rejected-by-distributor', 422, unknown, {}],
    ['purchase-order-exists', 409, () => submit(hut, '1001'), {}],
    [
      'po-number-taken',
      409,
      async () => {
        await putOrder(hut, '2000');
        await submit(hut, '2000', { poNumber: 'TAKEN' });
      },
      { poNumber: 'TAKEN' },
    ],
    ['invalid-request', 400, async () => {}, { shipTo: { ...address, country: 'USA' } }],
  ])('%s', async (slug, status, prepare, form) => {
    await prepare();
    const answer = await submit(hut, '1001', form);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:problem:drop-ship:${slug}`]);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const schema = v.strictObject({ ...base, ...problemMembers[slug] });
    expect(v.safeParse(schema, answer.body).issues ?? []).toEqual([]);
  });
});

describe('never two', () => {
  const exists = { status: 409, body: { type: 'urn:problem:drop-ship:purchase-order-exists' } };

  it('a second submit is told of the first one, whatever its form says', async () => {
    await submit(hut, '1001');
    const again = await submit(hut, '1001', { poNumber: 'OTHER-1', shipTo: { ...address, city: 'Nampa' } });
    expect(again).toMatchObject({ ...exists, body: { purchaseOrder: { poNumber: '1001-1', status: 'accepted' } } });
    expect(v.is(PurchaseOrderAnswer, again.body.purchaseOrder)).toBe(true);
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  it('nor at another distributor', async () => {
    const both = { ...itemBody(), distributorParts: [] as object[] };
    both.distributorParts.push(
      { distributor: 'wps', partNumber: '26-1772' },
      { distributor: 'automatic', partNumber: 'A-1' },
    );
    await putOrder(hut, '1001', orderBody([both]));
    const answers = await hut.askAll([
      ['POST', dialogOf('1001'), { wait: 0, body: { confirm: true, distributor: 'wps' } }],
      ['POST', dialogOf('1001'), { wait: 0, body: { confirm: true, distributor: 'automatic' } }],
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  it('while it is in doubt', async () => {
    hut.fault('wps', 'submit', 'timeout-before');
    await submit(hut, '1001');
    expect(await submit(hut, '1001')).toMatchObject({ ...exists, body: { purchaseOrder: { status: 'in-doubt' } } });
  });

  it('a hundred submits at once claim once, and everybody is told the same number', async () => {
    const body = { confirm: true };
    const answers = await hut.askAll(
      Array.from({ length: 100 }, () => ['POST', dialogOf('1001'), { wait: 0, body }] as const),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([202, ...Array(99).fill(409)]);
    const told = answers.map(({ body }) => body.poNumber ?? body.purchaseOrder?.poNumber);
    expect(new Set(told)).toEqual(new Set(['1001-1']));
    await hut.pass(120);
    expect(hut.ordersAt('wps')).toHaveLength(1);
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('two dialogs with numbers of their own: one is placed, the other is told of it', async () => {
    const answers = await hut.askAll([
      ['POST', dialogOf('1001'), { wait: 20, body: { confirm: true, poNumber: 'ADA-1' } }],
      ['POST', dialogOf('1001'), { wait: 20, body: { confirm: true, poNumber: 'BEN-1' } }],
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  it('one number for two items at once: one is placed, the other is told that it is taken', async () => {
    await putOrder(hut, '2000');
    const answers = await hut.askAll([
      ['POST', dialogOf('1001'), { wait: 0, body: { confirm: true, poNumber: 'ONE' } }],
      ['POST', dialogOf('2000'), { wait: 0, body: { confirm: true, poNumber: 'ONE' } }],
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.suggested).toMatch(/^(1001|2000)-1$/);
  });

  it('test and live stand side by side', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'automatic' })]));
    await setUp(hut, 'automatic', { testMode: true });
    expect((await dialog()).body).toMatchObject({ mode: 'test', eligible: true });
    expect((await submit(hut, '1001')).body).toMatchObject({ mode: 'test', poNumber: '1001-1', status: 'accepted' });
    await setUp(hut, 'automatic', { testMode: false });
    expect((await dialog()).body).toMatchObject({ mode: 'live', eligible: true, purchaseOrder: null });
    expect((await submit(hut, '1001')).body).toMatchObject({ mode: 'live', poNumber: '1001-1-2', status: 'accepted' });
    expect(hut.ordersAt('automatic').map(({ mode }) => mode)).toEqual(['test', 'live']);
    expect((await submit(hut, '1001')).status).toBe(409);
  });
});

describe('bulk', () => {
  const bulk = (items: readonly object[]) =>
    hut.ask('POST', `${inStore}/drop-ships`, { body: { confirm: true, items } });
  /** Every claim takes this many milliseconds. */
  const slowClaims = (milliseconds: number): void => {
    const { write } = hut.ports.table;
    hut.ports.table.write = async (changes) => {
      if (changes.length > 1) await hut.ports.clock.sleep(milliseconds);
      return write(changes);
    };
  };

  it('gives one verdict an item, in the order asked', async () => {
    await putOrder(hut, '2000', orderBody([itemBody(), itemBody({ itemId: '2', slug: 'automatic' })]));
    const { status, body } = await bulk([
      { orderId: '2000', itemId: '2' },
      { orderId: '1001', itemId: '1', poNumber: 'MINE-1' },
      { orderId: '9999', itemId: '1' },
      { orderId: '1001', itemId: '1' },
      { orderId: '2000', itemId: '1', shipTo: { ...address, city: 'Rancho Palos Verdes' } },
    ]);
    expect(status).toBe(200);
    expect(v.parse(BulkAnswer, body)).toEqual(body);
    expect(body.results).toMatchObject([
      { orderId: '2000', itemId: '2', status: 202, purchaseOrder: { poNumber: '2000-2', status: 'submitting' } },
      { orderId: '1001', itemId: '1', status: 202, purchaseOrder: { poNumber: 'MINE-1' } },
      { orderId: '9999', itemId: '1', status: 404, problem: { type: 'urn:problem:drop-ship:not-found' } },
      {
        orderId: '1001',
        itemId: '1',
        status: 409,
        problem: { type: 'urn:problem:drop-ship:purchase-order-exists', purchaseOrder: { poNumber: 'MINE-1' } },
      },
      { orderId: '2000', itemId: '1', status: 422, problem: { type: 'urn:problem:drop-ship:does-not-fit' } },
    ]);
    await hut.pass(120);
    expect(hut.purchaseOrders().map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('says of what was not claimed in twenty seconds that it is to be sent again', async () => {
    await putOrder(hut, '2000', orderBody([itemBody(), itemBody({ itemId: '2' }), itemBody({ itemId: '3' })]));
    slowClaims(12_000);
    const { body } = await bulk(['1', '2', '3'].map((itemId) => ({ orderId: '2000', itemId })));
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([202, 202, 503]);
    expect(body.results[2].problem).toMatchObject({ type: 'urn:problem:drop-ship:try-again', retryAfter: 1 });
  });

  it('tells of what was claimed although the table failed at another item', async () => {
    await putOrder(hut, '2000', orderBody([itemBody(), itemBody({ itemId: '2' })]));
    const { write } = hut.ports.table;
    let writes = 0;
    hut.ports.table.write = async (changes) => {
      writes += 1;
      if (writes === 2) throw Object.assign(new Error('Slow down'), { name: 'ThrottlingException' });
      return write(changes);
    };
    const { status, body } = await bulk(['1', '2'].map((itemId) => ({ orderId: '2000', itemId })));
    expect(status).toBe(200);
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([202, 503]);
  });

  it('works on orders side by side: fifty of one item each take no longer than five items of one', async () => {
    const orderIds = Array.from({ length: 50 }, (_, index) => `M${index}`);
    for (const orderId of orderIds) await putOrder(hut, orderId);
    slowClaims(1000);
    const begunAt = hut.now();
    const { body } = await bulk(orderIds.map((orderId) => ({ orderId, itemId: '1' })));
    expect(body.results.map(({ orderId, status }: { orderId: string; status: number }) => [orderId, status])).toEqual(
      orderIds.map((orderId) => [orderId, 202]),
    );
    expect(hut.now() - begunAt).toBeLessThanOrEqual(6000);
  });

  it('reads store, settings and order once for all items, and the order anew when somebody else writes it', async () => {
    const items = ['1', '2', '3', '4'].map((itemId) => itemBody({ itemId }));
    await putOrder(hut, '2000', orderBody(items));
    const { get, query, write } = hut.ports.table;
    const read: string[] = [];
    hut.ports.table.get = async (key) => {
      read.push(key.sk);
      return get(key);
    };
    hut.ports.table.query = async (asked) => {
      read.push(asked.prefix ?? '');
      return query(asked);
    };
    let writes = 0;
    hut.ports.table.write = async (changes) => {
      writes += 1;
      if (writes === 3) {
        const order = v.parse(OrderRow, await hut.memory.get(keys.order('moto-hut', '2000')));
        await hut.put({ ...order, status: 'Cancelled', rev: 'theirs' });
      }
      return write(changes);
    };
    const { body } = await bulk(['1', '2', '3', '4'].map((itemId) => ({ orderId: '2000', itemId })));
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([202, 202, 422, 422]);
    expect(read.filter((sk) => sk === 'STORE').length).toBeLessThanOrEqual(3);
    // Beside the first claim's only after the conflict; all settings in one read.
    expect(read.filter((sk) => sk.startsWith('DISTRIBUTOR#'))).toEqual(['DISTRIBUTOR#', 'DISTRIBUTOR#']);
  });

  it('of a hundred places each once, no faster than the account allows, and without a crowd', async () => {
    const itemIds = Array.from({ length: 100 }, (_, index) => `${index}`);
    await putOrder(hut, '2000', orderBody(itemIds.map((itemId) => itemBody({ itemId }))));
    const { body } = await bulk(itemIds.map((itemId) => ({ orderId: '2000', itemId })));
    expect(new Set(body.results.map(({ status }: { status: number }) => status))).toEqual(new Set([202]));
    const begunAt = hut.now();
    await hut.pass(10);
    expect(hut.callsTo('wps', 'submit').length).toBeLessThanOrEqual(5 + 10);
    while (hut.ordersAt('wps').length < 100 && hut.now() < begunAt + 10 * minute) await hut.pass(10);
    expect(hut.ordersAt('wps')).toHaveLength(100);
    expect(hut.now() - begunAt).toBeLessThanOrEqual(4 * minute);
    // One nudge each, one a notice, and the turns that were waited for.
    expect(hut.sent()).toBeLessThan(100 * 12);
  });
});

describe('two stores with one account at a distributor', () => {
  const other = '/v1/stores/bike-barn';
  const submitThere = (form: object = {}) =>
    hut.ask('POST', dialogOf('1001', '1', other), { wait: 20, body: { confirm: true, ...form } });
  const join = async (live = 'live-key') => {
    await hut.ask('PUT', other, { body: { name: 'Bike Barn', serviceEmail: 'service@barn.example' } });
    await hut.ask('PUT', `${other}/distributors/wps`, { body: settingsOf('wps', { live }) });
    await putOrder(hut, '1001', orderBody(), other);
  };

  it('never use one number twice: the proposals of both carry a mark of the store', async () => {
    await join();
    const [mine, theirs] = [await submit(hut, '1001'), await submitThere()];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.poNumber).toMatch(/^1001-1-[0-9A-Z]{3}$/);
    expect(theirs.body.poNumber).toMatch(/^1001-1-[0-9A-Z]{3}$/);
    expect(mine.body.poNumber).not.toBe(theirs.body.poNumber);
    expect(new Set(hut.ordersAt('wps').map(({ poNumber }) => poNumber)).size).toBe(2);
  });

  it('keep their marks when they change the key of their account, whoever is first', async () => {
    expect((await submit(hut, '1001')).body.poNumber).toBe('1001-1');
    await join();
    await join('renewed-key');
    expect((await submitThere()).body.poNumber).toMatch(/^1001-1-[0-9A-Z]{3}$/);
    await setUp(hut, 'wps', { live: 'renewed-key' });
    await putOrder(hut, '2000');
    expect((await submit(hut, '2000')).body.poNumber).toMatch(/^2000-1-[0-9A-Z]{3}$/);
  });

  it('are told that a number has been used, and nothing of who used it', async () => {
    expect((await submit(hut, '1001')).body.poNumber).toBe('1001-1');
    await join();
    expect(await submitThere({ poNumber: '1001-1' })).toMatchObject({
      status: 409,
      body: {
        type: 'urn:problem:drop-ship:po-number-taken',
        suggested: expect.stringMatching(/^1001-1-[0-9A-Z]{3}$/),
        orderId: null,
        itemId: null,
        outcome: null,
      },
    });
    expect(hut.ordersAt('wps')).toHaveLength(1);
    await putOrder(hut, '2000');
    expect(await submit(hut, '2000', { poNumber: '1001-1' })).toMatchObject({
      status: 409,
      body: { orderId: '1001', itemId: '1', outcome: 'accepted' },
    });
  });

  it('with accounts of their own may use the same number', async () => {
    await join('another-key');
    expect((await submit(hut, '1001')).body.poNumber).toBe('1001-1');
    expect(await submitThere({ poNumber: '1001-1' })).toMatchObject({ status: 201, body: { poNumber: '1001-1' } });
  });

  it('that submit the same number at the same moment: one gets it', async () => {
    await join();
    const both = await Promise.all([submit(hut, '1001', { poNumber: 'SAME' }), submitThere({ poNumber: 'SAME' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });
});
