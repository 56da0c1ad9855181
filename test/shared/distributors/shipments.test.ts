import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { answer, type Script, scriptedAccount } from './replies.ts';
import { open } from './world.ts';

/** Shipments as distributors may tell of them: none is lost, and none counted twice. */

const now = Date.UTC(2026, 10, 22);
const [one, two] = ['1Z12345E0205271688', '1Z12345E6605272234'];

const track = async (slug: DistributorSlug, script: Script, order = open) => {
  const { account } = scriptedAccount(distributors[slug], script);
  const told = await distributors[slug].track(account, [order], now);
  if (told.verdict !== 'tracked') throw new Error(JSON.stringify(told));
  const [first] = told.orders;
  return {
    numbers: (first?.parcels ?? []).map(({ trackingNumber }) => trackingNumber),
    complete: first?.complete ?? null,
    unreadable: told.unreadable.length,
  };
};

const atWps = (...details: object[]) => ({
  'GET /orders': answer(200, {
    data: [{ po_number: 'PO-1001', ship_zip: '83702', order_details: details }],
    meta: { cursor: { next: null } },
  }),
});
const wpsShipment = (more: object) => ({ order_number: '7654321', tracking_numbers: [], ...more });
const wpsItem = (ship_quantity: number, more: object = { sku: '26-1772' }) => ({
  order_quantity: 1,
  ship_quantity,
  ...more,
});

const atPartsUnlimited = (...orders: object[]) => ({
  'GET /v2/orders/dropship': [answer(200, orders), answer(200, [])],
});
const listed = (line: object, more: object = {}) => ({
  purchase_order_number: 'PO-1001',
  reference_number: '7654321',
  line_items: [{ part_number: '26-1772', ordered: { quantity: 1 }, ...line }],
  ...more,
});
const shipped = (tracking_number: string) => ({ shipped: [{ quantity: 1, tracking_numbers: [tracking_number] }] });

describe('two shipments under one order number', () => {
  test('are both told of at WPS', async () => {
    const told = await track(
      'wps',
      atWps(
        wpsShipment({ tracking_numbers: [one], items: [wpsItem(1)] }),
        wpsShipment({ tracking_numbers: [two], items: [wpsItem(1)] }),
      ),
    );
    expect(told).toEqual({ numbers: [one, two], complete: true, unreadable: 0 });
  });

  test('are both told of at Parts Unlimited', async () => {
    const told = await track('parts-unlimited', atPartsUnlimited(listed(shipped(one)), listed(shipped(two))));
    expect(told).toEqual({ numbers: [one, two], complete: true, unreadable: 0 });
  });

  test('are one where the second is a later copy of the first', async () => {
    const wps = await track(
      'wps',
      atWps(
        wpsShipment({ items: [wpsItem(0)] }),
        wpsShipment({ tracking_numbers: [one], items: [wpsItem(1)] }),
        wpsShipment({ tracking_numbers: [one], items: [wpsItem(1)] }),
      ),
    );
    expect(wps).toEqual({ numbers: [one], complete: false, unreadable: 0 });
    const partsUnlimited = await track(
      'parts-unlimited',
      atPartsUnlimited(listed({}), listed(shipped(one)), listed(shipped(one))),
    );
    expect(partsUnlimited).toEqual({ numbers: [one], complete: false, unreadable: 0 });
  });
});

describe('an order is known', () => {
  test('at WPS by a part under the name that orders have for it, or under none', async () => {
    for (const more of [{ item_sku: '26-1772' }, { item_sku: '261772' }, {}]) {
      const items = [wpsItem(2, more)];
      expect(await track('wps', atWps(wpsShipment({ tracking_numbers: [one], items })))).toEqual({
        numbers: [one],
        complete: true,
        unreadable: 0,
      });
    }
    const other = await track(
      'wps',
      atWps(wpsShipment({ tracking_numbers: [one], items: [wpsItem(2, { item_sku: 'X-1' })] })),
    );
    expect(other.numbers).toEqual([]);
  });

  test('at Parts Unlimited where its line names no part', async () => {
    const line = { part_number: undefined, line_number: '26-1772', ...shipped(one) };
    expect((await track('parts-unlimited', atPartsUnlimited(listed(line)))).numbers).toEqual([one]);
  });

  test('by the distributor’s own number, where ours is not told or written otherwise', async () => {
    for (const po of [null, 'DS-PO-1001', 'PO_1001_A']) {
      const wps = {
        'GET /orders': answer(200, {
          data: [{ po_number: po, order_details: [wpsShipment({ tracking_numbers: [one], items: [wpsItem(2)] })] }],
          meta: { cursor: { next: null } },
        }),
      };
      expect((await track('wps', wps)).numbers).toEqual([one]);
      const partsUnlimited = atPartsUnlimited(listed(shipped(one), { purchase_order_number: po }));
      expect((await track('parts-unlimited', partsUnlimited)).numbers).toEqual([one]);
      const header = { ponumber: po, orderNumber: '7654321', trackingNumber: one };
      const items = [{ number: '26-1772', quantity: 2 }];
      const automatic = { 'GET /order/headers': answer(200, [{ header, items }]) };
      expect((await track('automatic', automatic)).numbers).toEqual([one]);
    }
  });

  test('not by the distributor’s own number where another number of ours stands beside it', async () => {
    const header = { ponumber: 'WEB-7', orderNumber: '7654321', trackingNumber: one };
    const automatic = { 'GET /order/headers': answer(200, [{ header, items: [{ number: '26-1772' }] }]) };
    expect((await track('automatic', automatic)).numbers).toEqual([]);
  });

  test('at Tucker Rocky with or without zeros before its number', async () => {
    for (const ordernum of ['0007654321', '7654321', 7654321])
      expect(
        (
          await track('tucker-rocky', {
            'GET ': answer(200, {
              SHP: {
                status: 'SUCCESSFUL',
                shipment: [{ ordernum, shipmentline: [{ trackingnumbers: [{ carrier: 'UPS', trackingnum: one }] }] }],
              },
            }),
          })
        ).numbers,
      ).toEqual([one]);
  });
});

describe('an accepted order that a whole list does not show', () => {
  const none = { data: [], meta: { cursor: { next: null } } };
  const missing = async (slug: DistributorSlug, script: Script) => {
    const { account } = scriptedAccount(distributors[slug], script);
    return distributors[slug].track(account, [open], now);
  };

  test('is asked for alone at WPS', async () => {
    const alone = {
      po_number: 'PO-1001',
      order_details: [wpsShipment({ tracking_numbers: [one], items: [wpsItem(2)] })],
    };
    const script = { 'GET /orders': answer(200, none), 'GET /orders/PO-1001': answer(200, { data: alone }) };
    expect((await track('wps', script)).numbers).toEqual([one]);
  });

  test('is missing where it is not told of at all', async () => {
    const wps = { 'GET /orders': answer(200, none), 'GET /orders/PO-1001': answer(404, { message: 'No such order' }) };
    expect(await missing('wps', wps)).toMatchObject({ orders: [], missing: [open], unreadable: [], rest: [] });
    expect(await missing('parts-unlimited', atPartsUnlimited())).toMatchObject({ orders: [], missing: [open] });
    const rest = { 'GET /v2/orders/dropship': answer(503, {}) };
    expect(await missing('parts-unlimited', rest)).not.toHaveProperty('missing', [open]);
  });
});

describe('two orders under our number that go to different places', () => {
  const elsewhere = '1Z5R89390357567127';
  const at = (ship_zip: string | null, tracking_numbers: readonly string[], order_number: string) => ({
    po_number: 'PO-1001',
    ship_zip,
    order_details: [wpsShipment({ order_number, tracking_numbers, items: [wpsItem(1)] })],
  });
  const told = async (...data: object[]) => {
    const script = { 'GET /orders': answer(200, { data, meta: { cursor: { next: null } } }) };
    const { account } = scriptedAccount(distributors.wps, script);
    const tracked = await distributors.wps.track(account, [open], now);
    const orders: readonly { parcels: readonly { trackingNumber: string }[]; postalCode?: string }[] =
      Object(tracked).orders;
    return orders.map(({ postalCode, parcels }) => [
      postalCode,
      ...parcels.map(({ trackingNumber }) => trackingNumber),
    ]);
  };

  test('are told of apart, whichever comes first', async () => {
    const [ours, theirs] = [at('83702', [one], '7654321'), at('10001-2233', [elsewhere], '9900001')];
    expect(await told(ours, theirs)).toEqual([['83702', one], ['10001-2233']]);
    expect(await told(theirs, ours)).toHaveLength(2);
    expect(await told(at('83702', [one], '7654321'), at('83702-0001', [two], '7654322'))).toEqual([
      ['83702', one, two],
    ]);
    expect(await told(at('83702', [one], '7654321'), at(null, [two], '7654322'))).toEqual([['83702', one, two]]);
    for (const [written, otherwise] of [
      ['07302', '7302'],
      ['K1A 0B1', 'k1a0b1'],
    ] as const)
      expect(await told(at(written, [one], '7654321'), at(otherwise, [two], '7654322'))).toHaveLength(1);
  });

  test('are judged one by one when ours is looked for', async () => {
    const orders = [at('10001', [], '9900001'), at('83702', [], '7654321')];
    const { account } = scriptedAccount(distributors.wps, {
      'GET /orders/PO-1001': answer(404, { message: 'No such order' }),
      'GET /orders': answer(200, { data: orders, meta: { cursor: { next: null } } }),
    });
    expect(await distributors.wps.find(account, { ...open, quantity: 1 }, now)).toEqual({
      verdict: 'accepted',
      orderNumbers: ['7654321'],
    });
  });
});

test('of an order at WPS that is known by its order number, its other parts are not ours', async () => {
  const data = [
    {
      po_number: '',
      order_details: [
        wpsShipment({ tracking_numbers: [one], items: [wpsItem(1)] }),
        wpsShipment({ order_number: '9900001', tracking_numbers: [two], items: [wpsItem(1)] }),
      ],
    },
  ];
  const { numbers } = await track('wps', { 'GET /orders': answer(200, { data, meta: { cursor: { next: null } } }) });
  expect(numbers).toEqual([one]);
});

test('of many orders that WPS does not list, others are asked for alone each hour, and those alone are missing', async () => {
  const orders = Array.from({ length: 60 }, (_, n) => ({
    ...open,
    poNumber: `PO-${2000 + n}`,
    orderNumbers: [`${n}`],
  }));
  const asked = new Set<string>();
  for (const hour of [0, 1, 2]) {
    const script = Object.fromEntries(
      orders.map(({ poNumber }) => [`GET /orders/${poNumber}`, answer(404, { message: 'No such order' })]),
    );
    const list = answer(200, { data: [], meta: { cursor: { next: null } } });
    const { account, asked: requests } = scriptedAccount(distributors.wps, { ...script, 'GET /orders': list });
    const told = await distributors.wps.track(account, orders, now + hour * 3_600_000);
    expect(told).toMatchObject({ verdict: 'tracked', rest: [] });
    expect(Object(told).missing).toHaveLength(20);
    for (const { path } of requests) asked.add(path);
  }
  expect(asked.size).toBe(61);
});
