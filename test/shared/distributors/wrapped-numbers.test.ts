import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { parseJson } from '../../../shared/distributors/body.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { answer, scriptedAccount, textAnswer } from './replies.ts';

const [one, two] = ['1Z5R89390357567127', '1Z879E930346834440'];
const open = {
  poNumber: 'PO-1001',
  orderNumbers: ['880011'],
  partNumber: '26-1772',
  quantity: 2,
  submittedAt: '2026-11-20T08:00:00.000Z',
} as const;
const now = Date.parse('2026-11-21T08:00:00.000Z');

/** Where each distributor tells parcels, with this in the place of its list. */
const places: readonly (readonly [DistributorSlug, string, (told: unknown) => unknown])[] = [
  [
    'wps',
    'GET /orders',
    (tracking_numbers) => ({
      data: [{ po_number: 'PO-1001', order_details: [{ order_number: '880011', tracking_numbers }] }],
    }),
  ],
  [
    'parts-unlimited',
    'GET /v2/orders/dropship',
    (tracking_numbers) => [
      {
        purchase_order_number: 'PO-1001',
        reference_number: '880011',
        line_items: [{ part_number: '26-1772', shipped: [{ tracking_numbers }] }],
      },
    ],
  ],
  [
    'tucker-rocky',
    'GET ',
    (trackingnumbers) => ({
      SHP: { status: 'SUCCESSFUL', shipment: [{ ordernum: '880011', shipmentline: [{ trackingnumbers }] }] },
    }),
  ],
  [
    'automatic',
    'GET /order/headers',
    (trackingNumbers) => [{ header: { ponumber: 'PO-1001', orderNumber: '880011' }, items: [], trackingNumbers }],
  ],
];

const track = async (slug: DistributorSlug, path: string, text: string) => {
  const { account } = scriptedAccount(distributors[slug], { [path]: [textAnswer(200, text), answer(200, [])] });
  const verdict = await distributors[slug].track(account, [open], now);
  const order = verdict.verdict === 'tracked' ? verdict.orders[0] : undefined;
  return { numbers: order?.parcels.map(({ trackingNumber }) => trackingNumber), remarks: order?.remarks };
};

describe.each(places)('a number that %s tells', (slug, path, body) => {
  test.each<[string, unknown]>([
    ['as a list', [one, two]],
    ['as lists in a list', [[one], [two]]],
    ['as objects', [{ number: one }, { number: two }]],
    ['as objects in objects', [{ number: { value: one } }, { number: { value: two } }]],
    ['as a list with holes, which is an object', { 0: one, 2: two }],
    ['as one text', `${one} / ${two}`],
    ['beside what is nothing', [one, null, '', {}, [], true, two]],
  ])('%s is found', async (_, told) => {
    expect((await track(slug, path, JSON.stringify(body(told)))).numbers).toEqual([one, two]);
  });

  test('is not taken from another field where its own is empty', async () => {
    const told = [{ number: null, trackingNumber: '', trackingnum: '', id: 123_450_789 }];
    expect((await track(slug, path, JSON.stringify(body(told)))).numbers).toEqual([]);
  });

  test('is never put together from several fields', async () => {
    const told = [{ a: '880011', b: '00', c: 11, d: 2026 }];
    expect((await track(slug, path, JSON.stringify(body(told)))).numbers).toEqual([]);
  });

  test('as a JSON number of twenty digits loses none of them', async () => {
    const text = JSON.stringify(body(['#'])).replace('"#"', '61299998820821171811');
    expect((await track(slug, path, text)).numbers).toEqual(['61299998820821171811']);
  });

  test('with the name of something else is not believed to be a parcel’s', async () => {
    for (const [told, text] of [
      [{ shipmentId: 80_412_957, weight: '2.5' }, ['shipment Id: 80412957']],
      [{ pickTicket: { code: '80412957' } }, ['pick Ticket: 80412957']],
    ] as const) {
      const { numbers, remarks } = await track(slug, path, JSON.stringify(body([told])));
      expect(numbers).toEqual([]);
      expect(remarks).toMatchObject([{ text: expect.stringContaining(text[0]), isUnread: true }]);
    }
    const invoice = await track(slug, path, JSON.stringify(body([{ invoice: '80412957' }])));
    expect(invoice).toMatchObject({ numbers: [], remarks: [{ text: 'invoice: 80412957', isUnread: false }] });
  });

  test('in an element of a list, as XML has them, is found', async () => {
    for (const told of [{ item: ['986578788855'] }, { element: '986578788855' }, { value: '986578788855' }])
      expect((await track(slug, path, JSON.stringify(body([told])))).numbers).toEqual(['986578788855']);
  });

  test('that begins or ends with our order’s number is no parcel', async () => {
    for (const own of ['880011-01', '880011001', 'W880011', 'ORD00880011'])
      expect(await track(slug, path, JSON.stringify(body([own])))).toMatchObject({
        numbers: [],
        remarks: [{ text: own, isUnread: false }],
      });
    expect((await track(slug, path, JSON.stringify(body(['880011123456'])))).numbers).toEqual(['880011123456']);
  });

  test('that is our own order’s, or the part’s, is no case for a person', async () => {
    for (const own of ['880011', '26-1772', 'PO-1001'])
      expect(await track(slug, path, JSON.stringify(body([own])))).toEqual({
        numbers: [],
        remarks: [{ text: own, isUnread: false }],
      });
  });
});

test('numbers in JSON stay numbers while nothing of them is lost', () => {
  expect(
    parseJson('{"a":12,"b":1.5,"c":12345678901234567890,"d":"12345678901234567890","e":1e21,"f":2e3,"g":9.8E+11}'),
  ).toEqual({
    a: 12,
    b: 1.5,
    c: '12345678901234567890',
    d: '12345678901234567890',
    // Something before has rounded these: they are no numbers of a parcel or an order any more.
    e: '1E+21',
    f: 2e3,
    g: '9.8E+11',
  });
});

const hidden = { label: { codes: [{ value: { text: two } }] } };

describe.each(places)('an entry beside a number that %s tells', (slug, path, body) => {
  const unreadableOf = async (told: unknown) => {
    const { account } = scriptedAccount(distributors[slug], { [path]: [answer(200, body(told)), answer(200, [])] });
    const verdict = await distributors[slug].track(account, [open], now);
    if (verdict.verdict !== 'tracked') throw new Error(verdict.verdict);
    expect(verdict.orders[0]?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual([one]);
    return verdict.unreadable.map(({ poNumber }) => poNumber);
  };

  test.each<[string, unknown]>([
    ['nothing', null],
    ['an empty text', ''],
    ['a word', 'VOID'],
    ['a number that is not there yet', { number: null }],
    ['a text under another name', { code: 'VOID' }],
  ])('that is %s hides none', async (_, entry) => {
    expect(await unreadableOf([one, entry])).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['without a field', {}],
    ['that is a list of nothing', []],
    ['with its number too deep', hidden],
    ['with its number too deep below the right name', { number: hidden }],
  ])('%s may hide one: what was told before is not gone', async (_, entry) => {
    expect(await unreadableOf([one, entry])).toEqual(['PO-1001']);
  });
});

test.each<[string, unknown]>([
  ['a word', '?'],
  ['an object without its fields', hidden],
  ['a number that is too deep', { quantity: 1, tracking_number: hidden }],
])('a shipment of Parts Unlimited that is %s may hide a parcel', async (_, shipment) => {
  const shipped = [{ tracking_numbers: [one] }, shipment];
  const listed = [
    { purchase_order_number: 'PO-1001', reference_number: '7', line_items: [{ part_number: '26-1772', shipped }] },
  ];
  const path = 'GET /v2/orders/dropship';
  const { account } = scriptedAccount(distributors['parts-unlimited'], {
    [path]: [answer(200, listed), answer(200, [])],
  });
  expect(await distributors['parts-unlimited'].track(account, [open], now)).toMatchObject({
    orders: [{ parcels: [{ trackingNumber: one }] }],
    unreadable: [{ poNumber: 'PO-1001' }],
  });
});
