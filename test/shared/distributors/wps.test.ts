import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import { safeText } from '../../../shared/domain/verdicts.ts';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { wps } from './fixtures/wps.ts';
import { answer, type Script, scriptedAccount, textAnswer } from './replies.ts';
import { address, order, worldOf } from './world.ts';

describe('the contract', () => {
  contract('wps', {
    retryAfterSeconds: 60,
    secondOrder: 'accepted-but-different',
    countsPieces: true,
    offers: {
      known: {
        available: 175,
        cost: 1000,
        fee: 700,
        dropShipAllowed: true,
        message: safeText(
          'In stock: CA 25+, GA 25+, ID 25+, IN 25+, PA 25+, PA2 25+, TX 25+ (a plus stands for "or more").',
        ),
      },
      noStock: { available: 0, cost: 1000, message: null },
      denied: { available: 175, dropShipAllowed: false, message: expect.stringContaining('does not drop-ship') },
      calls: 2,
    },
    callsForSixty: 3,
  });
});

describe('answers', () => {
  answers(wps);
});

test('a server that answers without `data` is read as well', async () => {
  const { distributor, simulated, account, open, clock } = worldOf('wps', { isWrapped: false });
  const verdict = await distributor.submit(account(), order(), { resend: false });
  expect(verdict).toMatchObject({ verdict: 'accepted' });
  expect(await distributor.find(account(), open(order()), clock.now())).toEqual(verdict);
  simulated.control.ship('PO-1001', [{ carrier: 'UP2D', trackingNumber: '1Z12345E0205271688' }]);
  const parcels = [{ trackingNumber: '1Z12345E0205271688', carrierHint: 'UPS' }];
  expect(await distributor.track(account(), [open(order())], clock.now())).toMatchObject({
    orders: [{ parcels, complete: true }],
  });
});

describe('sentences that the framework of WPS is known to say', () => {
  const { before } = wps;
  test.each([
    [422, { message: 'The po number has already been taken.' }, 'duplicate-po'],
    [422, { errors: { item_sku: ['The selected item sku is invalid.'] } }, 'unknown-part'],
    [403, { message: 'Invalid scope(s) provided.' }, 'bad-credentials'],
    [403, { message: 'Invalid ability provided.' }, 'bad-credentials'],
    [403, { message: 'This action is unauthorized.' }, 'bad-credentials'],
    [422, { message: 'The cc last four field is required when pay type is CC.' }, 'payment'],
    [422, { message: 'The ship state may not be greater than 2 characters.' }, 'bad-address'],
    [
      422,
      { message: 'The given data was invalid.', errors: { ship_zip: ['The ship zip field is required.'] } },
      'bad-address',
    ],
  ])('%i %j before the call that commits is a no: %s', async (status, body, code) => {
    const { account } = scriptedAccount(distributors.wps, { ...before, 'POST /carts': answer(status, body) });
    expect(await distributors.wps.submit(account, order(), { resend: false })).toMatchObject({
      verdict: 'refused',
      code,
    });
  });
});

describe('the three calls', () => {
  const { before } = wps;
  const yes = { 'POST /orders': answer(201, { data: { order_number: '7654321' } }) };
  const submit = async (script: Script) => {
    const { account, asked } = scriptedAccount(distributors.wps, { ...before, ...yes, ...script });
    const verdict = await distributors.wps.submit(account, order(), { resend: false });
    return { verdict, asked: asked.map(({ method, path }) => `${method} ${path}`) };
  };
  const cart = (items: unknown) => answer(200, { data: { po_number: 'PO-1001', items } });
  const ours = { item: '26-1772', quantity: 2 };

  test('look, open, fill, look again, order', async () => {
    const { verdict, asked } = await submit({});
    expect(verdict).toEqual({ verdict: 'accepted', orderNumbers: ['7654321'] });
    expect(asked).toEqual([
      'GET /carts/PO-1001',
      'POST /carts',
      'POST /carts/PO-1001/items',
      'GET /carts/PO-1001',
      'POST /orders',
      'GET /orders/PO-1001',
    ]);
  });

  test('a cart left behind is thrown away before ours is made', async () => {
    const { verdict, asked } = await submit({
      'GET /carts/PO-1001': [cart([{ ...ours, quantity: 9 }]), cart([ours])],
    });
    expect(verdict).toMatchObject({ verdict: 'accepted' });
    expect(asked.slice(0, 3)).toEqual(['GET /carts/PO-1001', 'DELETE /carts/PO-1001', 'POST /carts']);
  });

  test.each([answer(200, { data: [] }), answer(200, []), answer(200, { data: null })])(
    'no cart may be told as an empty list, or as nothing: %#',
    async (reply) => {
      const { verdict } = await submit({ 'GET /carts/PO-1001': [reply, cart([ours])] });
      expect(verdict).toMatchObject({ verdict: 'accepted' });
    },
  );

  test('a cart may be told as a list of one', async () => {
    const listed = answer(200, { data: [{ po_number: 'PO-1001', items: [ours] }] });
    const { verdict, asked } = await submit({ 'GET /carts/PO-1001': listed });
    expect(verdict).toMatchObject({ verdict: 'accepted' });
    expect(asked.slice(0, 2)).toEqual(['GET /carts/PO-1001', 'DELETE /carts/PO-1001']);
  });

  test.each([
    ['several', answer(200, { data: [{ items: [ours] }, { items: [ours] }] })],
    ['another part', cart([{ item: 'X-1', quantity: 2 }])],
    ['another address', answer(200, { data: { po_number: 'PO-1001', ship_zip: '99501', items: [ours] } })],
    ['nobody knows what', answer(200, { data: 'closed' })],
  ])('a cart under our number that holds %s is another store’s: it is left alone', async (_, reply) => {
    const { verdict, asked } = await submit({ 'GET /carts/PO-1001': reply });
    expect(verdict).toMatchObject({ verdict: 'refused', code: 'other' });
    expect(asked).toEqual(['GET /carts/PO-1001']);
  });

  test.each(['POST /carts', 'POST /carts/PO-1001/items'])(
    'what was written by %s and lost may arrive late: its cart is not used again before it has settled',
    async (step) => {
      for (const reply of [{ kind: 'lost', reason: 'too-slow' } as const, textAnswer(504, '')])
        expect((await submit({ [step]: reply })).verdict).toEqual({
          verdict: 'not-taken',
          reason: 'unavailable',
          retryAfterSeconds: 600,
        });
    },
  );

  const stands = (items: unknown, order_number = '7654321') =>
    answer(200, { data: { po_number: 'PO-1001', order_details: [{ order_number, items }] } });
  test.each([
    ['as ordered', stands([{ sku: '26-1772', order_quantity: 2 }]), 'accepted'],
    ['with a line that came late', stands([{ sku: '26-1772', order_quantity: 4 }]), 'accepted-but-different'],
    ['with another part', stands([{ sku: 'X-1', order_quantity: 2 }]), 'accepted-but-different'],
    ['not yet', answer(404, { message: 'No such order' }), 'accepted'],
    ['under another number only', stands([{ sku: 'X-1', order_quantity: 2 }], '9'), 'accepted'],
    ['unreadable', textAnswer(200, '<html>'), 'accepted'],
  ])('after the yes the order is read once: it stands %s', async (_, reply, verdict) => {
    const said = await submit({ 'GET /orders/PO-1001': reply });
    expect(said.verdict).toMatchObject({ verdict, orderNumbers: ['7654321'] });
    expect(said.asked.filter((asked) => asked === 'GET /orders/PO-1001')).toHaveLength(1);
  });

  test.each([
    [422, { item_sku: ['The selected item sku is invalid.'] }, 'The selected item sku is invalid.', 'unknown-part'],
    [
      422,
      { message: 'The given data was invalid.', errors: { ship_zip: ['The ship zip is unknown.'] } },
      'The given data was invalid. The ship zip is unknown.',
      'bad-address',
    ],
    [400, { error: 'Account on hold' }, 'Account on hold', 'payment'],
    [403, { error: { message: 'May not order' } }, 'May not order', 'not-allowed'],
    [404, { message: 'no Route matched with those values' }, 'no Route matched with those values', 'other'],
    [405, { errors: ['one', { detail: 'two' }] }, 'one two', 'other'],
  ])('before the third call %s %j is a no with all its words', async (status, json, message, code) => {
    const { verdict, asked } = await submit({ 'POST /carts/PO-1001/items': answer(status, json) });
    expect(verdict).toEqual({ verdict: 'refused', code, message, before: true });
    expect(asked).not.toContain('POST /orders');
  });

  test.each([408, 425])('before the third call %s is no no', async (status) => {
    const { verdict } = await submit({ 'POST /carts/PO-1001/items': answer(status, { message: 'later' }) });
    expect(verdict).toMatchObject({ verdict: 'not-taken', reason: 'unavailable' });
  });

  test('a cart left behind in the simulated WPS does no harm', async () => {
    const world = worldOf('wps');
    const { client } = world.account();
    const { credentials } = world.account();
    const headers = { authorization: `Bearer ${credentials.apiToken}` };
    await client({ effect: 'write', method: 'POST', path: '/carts', headers, body: { po_number: 'PO-1001' } });
    await client({
      effect: 'write',
      method: 'POST',
      path: '/carts/PO-1001/items',
      headers,
      body: { item_sku: '26-1772', quantity: 9 },
    });
    expect(await distributors.wps.submit(world.account(), order(), { resend: true })).toMatchObject({
      verdict: 'accepted',
    });
    expect(world.simulated.control.orders()).toMatchObject([{ lines: [{ partNumber: '26-1772', quantity: 2 }] }]);
  });

  test.each([
    ['nothing', []],
    ['another line too', [ours, { item: 'X-1', quantity: 1 }]],
    ['our line twice', [ours, ours]],
    ['more pieces', [{ item: '26-1772', quantity: 3 }]],
    ['another part', [{ item: 'X-1', quantity: 2 }]],
    ['something unreadable', 'none'],
  ])('a cart that holds %s is never ordered', async (_, items) => {
    const { verdict, asked } = await submit({ 'GET /carts/PO-1001': [answer(404, {}), cart(items)] });
    expect(verdict).toEqual({ verdict: 'not-taken', reason: 'unavailable', retryAfterSeconds: null });
    expect(asked).not.toContain('POST /orders');
    expect(asked.at(-1)).toBe('DELETE /carts/PO-1001');
  });

  test.each([{ available_quantity: 1, backorder_quantity: 1 }, { available_quantity: '0' }, { backorder_quantity: 2 }])(
    'short stock is a no before anything is ordered: %j',
    async (stock) => {
      const { verdict, asked } = await submit({ 'POST /carts/PO-1001/items': answer(201, { data: stock }) });
      expect(verdict).toMatchObject({ verdict: 'refused', code: 'out-of-stock' });
      expect(asked.slice(-2)).toEqual(['POST /carts/PO-1001/items', 'DELETE /carts/PO-1001']);
    },
  );

  const failures: readonly (readonly [string, DistributorReply, object])[] = [
    ['no connection', { kind: 'not-sent', reason: 'no-connection' }, { verdict: 'not-taken', reason: 'unreachable' }],
    ['a lost answer', { kind: 'lost', reason: 'too-slow' }, { verdict: 'not-taken', reason: 'unavailable' }],
    ['a failure', answer(500, { message: 'Server Error' }), { verdict: 'not-taken', reason: 'unavailable' }],
    ['a page for people', textAnswer(403, '<html>'), { verdict: 'refused', code: 'other' }],
    ['the limit', answer(429, {}, 60), { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: 60 }],
    ['a bad token', answer(401, { message: 'Unauthenticated.' }), { verdict: 'refused', code: 'bad-credentials' }],
    ['words', answer(422, { message: 'wobble' }), { verdict: 'refused', code: 'other' }],
  ];
  const steps = ['GET /carts/PO-1001', 'POST /carts', 'POST /carts/PO-1001/items'];
  test.each(steps.flatMap((step) => failures.map(([name, reply, verdict]) => ({ step, name, reply, verdict }))))(
    '$name at $step is never unknown, and nothing is ordered',
    async ({ step, reply, verdict }) => {
      const said = await submit({ [step]: reply });
      expect(said.verdict).toMatchObject(verdict);
      expect(said.asked).not.toContain('POST /orders');
      // Before it was opened here, a cart under the number may be anybody's.
      expect(said.asked.includes('DELETE /carts/PO-1001')).toBe(
        step !== 'GET /carts/PO-1001' &&
          !['the limit', 'no connection'].some((name) =>
            failures.some(([failure, told]) => failure === name && told === reply),
          ),
      );
    },
  );

  test.each([textAnswer(200, '<html>Log in</html>'), textAnswer(204, ''), textAnswer(200, '{"data":{"po_num')])(
    'a cart that cannot be read is tried again, and left alone: %#',
    async (reply) => {
      const { verdict, asked } = await submit({ 'GET /carts/PO-1001': reply });
      expect(verdict).toMatchObject({ verdict: 'not-taken', reason: 'unavailable' });
      expect(asked).toEqual(['GET /carts/PO-1001']);
    },
  );

  test('a level of "25+" is one of 25', async () => {
    const added = answer(201, { data: { available_quantity: '25+', backorder_quantity: 0 } });
    expect((await submit({ 'POST /carts/PO-1001/items': added })).verdict).toMatchObject({ verdict: 'accepted' });
  });

  test('a cart whose order may stand is left alone', async () => {
    const { verdict, asked } = await submit({ 'POST /orders': { kind: 'lost', reason: 'too-slow' } });
    expect(verdict).toMatchObject({ verdict: 'unknown' });
    expect(asked).not.toContain('DELETE /carts/PO-1001');
  });

  test('an emoji is one character of the limit, to us and to them', async () => {
    const world = worldOf('wps');
    const shipTo = { ...address, name: '😀'.repeat(30) };
    const verdict = await distributors.wps.submit(world.account(), order({ shipTo }), { resend: false });
    expect(verdict).toMatchObject({ verdict: 'accepted' });
  });

  test('an empty field is left out, and a faster method has its word', async () => {
    const { account, asked } = scriptedAccount(distributors.wps, { ...before, ...yes });
    await distributors.wps.submit(account, order({ shippingMethod: 'second-day' }), { resend: false });
    const body = asked.find(({ path }) => path === '/carts')?.body;
    expect(body).toMatchObject({ ship_via: 'UP2D', allow_backorder: false, hold_order: false });
    expect(Object.values(body ?? {})).not.toContain('');
    expect(Object.keys(body ?? {})).not.toContain('ship_address2');
  });
});

describe('the list of days', () => {
  const open = {
    poNumber: 'PO-1001',
    partNumber: '26-1772',
    quantity: 2,
    orderNumbers: ['7654321'],
    submittedAt: '2026-11-18T23:30:00.000Z' as const,
  };
  const now = Date.UTC(2026, 10, 20, 17);
  const listed = wps.reads.track.json;

  test('reaches from the day before the oldest order to tomorrow', async () => {
    const { account, asked } = scriptedAccount(distributors.wps, { 'GET /orders': answer(200, listed) });
    await distributors.wps.track(account, [open, { ...open, submittedAt: '2026-11-19T10:00:00.000Z' as const }], now);
    expect(asked.map(({ query }) => query)).toEqual([
      [
        ['from_date', '20261117'],
        ['to_date', '20261121'],
        ['page[size]', '500'],
      ],
    ]);
  });

  test('is followed from cursor to cursor, and ends where one comes again or nothing new comes', async () => {
    const page = (po_number: string, next: string | null) =>
      answer(200, { data: [{ po_number, order_details: [{ order_number: po_number }] }], meta: { cursor: { next } } });
    const told = (next: string | null) => answer(200, { ...Object(listed), meta: { cursor: { next } } });
    for (const replies of [
      [page('A', 'b'), page('B', 'c'), told(null)],
      [page('A', 'b'), told('b')],
      [told('b'), told('c')],
    ]) {
      const { account, asked } = scriptedAccount(distributors.wps, { 'GET /orders': replies });
      expect(await distributors.wps.track(account, [open], now)).toMatchObject({
        orders: [{ parcels: [{ quantity: 2 }], complete: true }],
        rest: [],
      });
      expect(asked).toHaveLength(replies.length);
    }
  });

  test('that ends in a circle, or with a cursor nobody followed to its end, proves no absence', async () => {
    const circle = answer(200, { data: [{ po_number: 'A' }], meta: { cursor: { next: 'b' } } });
    const script = { 'GET /orders/PO-1001': answer(404, { message: 'No such order' }), 'GET /orders': circle };
    const { account } = scriptedAccount(distributors.wps, script);
    expect(await distributors.wps.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
  });

  test.each([
    ['tracking numbers as objects', { tracking_numbers: [{ number: '1Z12345E0205271688' }] }],
    ['tracking numbers within data', { tracking_numbers: { data: ['1Z12345E0205271688'] } }],
    ['a negative count', { items: [{ sku: '26-1772', order_quantity: 2, ship_quantity: -1 }] }],
    ['a date as an object', { ship_date: { date: '2026-11-21 00:00:00', timezone: 'UTC' } }],
    ['a code as an object', { ship_via: { code: 'UPS' } }],
    ['an order number as a list', { order_number: ['7'] }],
  ])('is read although one field of an order is odd: %s', async (_, odd) => {
    const detail = { order_number: '7', tracking_numbers: ['1Z12345E0205271688'], items: [], ...odd };
    const reply = answer(200, { data: [{ po_number: 'PO-1001', order_details: { data: [detail] } }] });
    const { account } = scriptedAccount(distributors.wps, { 'GET /orders': reply });
    expect(await distributors.wps.track(account, [open], now)).toMatchObject({
      orders: [{ parcels: [{ trackingNumber: '1Z12345E0205271688' }] }],
      unreadable: [],
    });
  });

  test('counts the pieces of `2 EA`, and an order of which something cannot be read is said to be unreadable', async () => {
    const detail = { order_number: '7', tracking_numbers: ['1Z12345E0205271688'] };
    const track = async (order_details: unknown) => {
      const reply = answer(200, { data: [{ po_number: 'PO-1001', order_details }] });
      return distributors.wps.track(scriptedAccount(distributors.wps, { 'GET /orders': reply }).account, [open], now);
    };
    const items = [{ sku: '26-1772', ship_quantity: '2 EA' }];
    expect(await track([{ ...detail, items }])).toMatchObject({ orders: [{ complete: true }], unreadable: [] });
    expect(await track([{ ...detail, items }, 'pending'])).toMatchObject({ unreadable: [{ poNumber: 'PO-1001' }] });
    const parcel = (...parcels: unknown[]) => track([{ ...detail, items, tracking_numbers: parcels }]);
    for (const readable of ['', null, 'VOID', { number: null }, { code: '1Z1', voided: true }])
      expect(await parcel('1Z12345E0205271688', readable)).toMatchObject({ unreadable: [] });
    for (const strange of [{}, [], { parcels: [{ label: { codes: [{ value: '1Z12345E6605272234' }] } }] }])
      expect(await parcel('1Z12345E0205271688', strange)).toMatchObject({ unreadable: [{ poNumber: 'PO-1001' }] });
  });

  test('may write numbers without their leading zeros', async () => {
    const ours = { ...open, poNumber: '007', partNumber: '0026', postalCode: '07302' };
    const detail = { order_number: '7', tracking_numbers: ['1Z12345E0205271688'], items: [{ sku: 26 }] };
    const reply = answer(200, { data: [{ po_number: 7, ship_zip: 7302, order_details: [detail] }] });
    const none = answer(404, { message: 'No such order' });
    const script = { 'GET /orders': reply, 'GET /orders/007': none, 'GET /orders/07': none };
    const track = (orders: readonly (typeof ours)[]) =>
      distributors.wps.track(scriptedAccount(distributors.wps, script).account, orders, now);
    expect(await track([ours])).toMatchObject({ orders: [{ parcels: [{}], someoneElses: null }] });
    expect(await track([ours, { ...ours, poNumber: '07' }])).toMatchObject({ orders: [] });
  });

  test('that is too slow or too large is asked in halves', async () => {
    for (const reply of [
      { kind: 'lost', reason: 'too-slow' } as const,
      { kind: 'lost', reason: 'too-large' } as const,
    ]) {
      const { account, asked } = scriptedAccount(distributors.wps, {
        'GET /orders': [reply, answer(200, { data: [] }), answer(200, listed)],
      });
      const verdict = await distributors.wps.track(account, [open], now);
      expect(asked.map(({ query }) => query?.slice(0, 2).map(([, day]) => day))).toEqual([
        ['20261117', '20261121'],
        ['20261117', '20261119'],
        ['20261120', '20261121'],
      ]);
      expect(verdict).toMatchObject({
        orders: [
          { parcels: [{ trackingNumber: '1Z12345E0205271688', quantity: 2, shippedAt: '2026-11-21T00:00:00.000Z' }] },
        ],
        rest: [],
      });
    }
  });

  test('that cannot be had even for a day gives way to asking by number', async () => {
    const lost = { kind: 'lost', reason: 'too-slow' } as const;
    const one = answer(200, {
      data: { po_number: 'PO-1001', order_details: [{ order_number: '1', tracking_numbers: ['77767553207'] }] },
    });
    const { account, asked } = scriptedAccount(distributors.wps, { 'GET /orders': lost, 'GET /orders/PO-1001': one });
    const verdict = await distributors.wps.track(account, [open], now);
    expect(verdict).toMatchObject({
      verdict: 'tracked',
      orders: [{ parcels: [{ trackingNumber: '77767553207' }] }],
      rest: [],
    });
    expect(asked.at(-1)?.path).toBe('/orders/PO-1001');
  });

  test('that is cut short by the limit keeps what was told, and hands on the pause and the rest', async () => {
    const later = { ...open, poNumber: 'PO-2', submittedAt: '2026-11-20T16:00:00.000Z' as const };
    const { account } = scriptedAccount(distributors.wps, {
      'GET /orders': [{ kind: 'lost', reason: 'too-large' }, answer(200, listed), answer(429, {}, 90)],
    });
    expect(await distributors.wps.track(account, [open, later], now)).toMatchObject({
      verdict: 'tracked',
      orders: [{ poNumber: 'PO-1001' }],
      rest: [{ poNumber: 'PO-2' }],
      pause: { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: 90 },
    });
  });

  test('tells the parcels of our part only, and another postal code is someone else’s', async () => {
    const detail = (order_number: string, sku: string, tracking: string[]) => ({
      order_number,
      tracking_numbers: tracking,
      items: [{ sku, order_quantity: 2, ship_quantity: 2 }],
    });
    const held = (ship_zip: string) =>
      answer(200, {
        data: [
          {
            po_number: 'PO-1001',
            ship_zip,
            order_details: [
              detail('1', '26 1772', ['77767553207', '77806528897']),
              detail('2', 'X-1', ['1Z879E930346834440']),
            ],
          },
        ],
      });
    const track = async (zip: string) =>
      distributors.wps.track(
        scriptedAccount(distributors.wps, { 'GET /orders': held(zip) }).account,
        [{ ...open, postalCode: '83702' }],
        now,
      );
    expect(await track('83702-1234')).toMatchObject({
      orders: [
        {
          parcels: [
            { trackingNumber: '77767553207', quantity: null },
            { trackingNumber: '77806528897', quantity: null },
          ],
          someoneElses: null,
        },
      ],
    });
    expect(await track('99501')).toMatchObject({
      orders: [{ parcels: [], someoneElses: expect.stringContaining('postal code') }],
    });
  });
});

test('WPS has no test host, and says so', () => {
  expect(distributors.wps.profile).toMatchObject({ offersTestMode: false, hosts: { test: null } });
});
