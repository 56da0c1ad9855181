import { expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { applyTracking } from '../../../shared/domain/purchase-order/tracking-news.ts';
import { accepted, noon } from '../../rows.ts';
import { startWork } from '../../work.ts';
import { answer, scriptedAccount } from './replies.ts';

const number = (at: number): string => `1Z999AA1${1_000_000_000 + at}`;
const numbers = Array.from({ length: 4000 }, (_, at) => number(at));
const open = {
  poNumber: 'PO-1001',
  orderNumbers: ['1'],
  partNumber: '26-1772',
  quantity: 1,
  submittedAt: '2026-11-20T08:00:00.000Z',
} as const;
const now = Date.parse('2026-11-21T08:00:00.000Z');
const detail = (tracking_numbers: unknown) => ({
  data: [{ po_number: 'PO-1001', order_details: [{ order_number: '1', tracking_numbers }] }],
});

/** Each of another order of theirs, with an invoice of its own. */
const details = {
  data: [
    {
      po_number: 'PO-1001',
      order_details: numbers.map((parcel, at) => ({
        order_number: `${7_000_000 + at}`,
        invoice_number: 9_000_000 + at,
        tracking_numbers: [parcel],
      })),
    },
  ],
};

/** All of one order of theirs. */
const ofOneOrder = {
  data: [
    {
      po_number: 'PO-1001',
      order_details: numbers.map((parcel) => ({ order_number: '7000000', tracking_numbers: [parcel] })),
    },
  ],
};

const list = (tracking_numbers: unknown) => [
  {
    purchase_order_number: 'PO-1001',
    reference_number: '1',
    line_items: [{ part_number: '26-1772', shipped: [{ tracking_numbers }] }],
  },
];
const shipments = (trackingnumbers: unknown) => ({
  SHP: { status: 'SUCCESSFUL', shipment: [{ ordernum: '1', shipmentline: [{ trackingnumbers }] }] },
});
const headers = (trackingNumbers: unknown) => [
  { header: { ponumber: 'PO-1001', orderNumber: '1' }, items: [], trackingNumbers },
];

test.each([
  ['wps', 'GET /orders', detail(numbers)],
  ['wps', 'GET /orders', detail(numbers.join('\n'))],
  ['wps', 'GET /orders', details],
  ['wps', 'GET /orders', ofOneOrder],
  ['parts-unlimited', 'GET /v2/orders/dropship', list(numbers)],
  ['parts-unlimited', 'GET /v2/orders/dropship', list(numbers.join(', '))],
  ['tucker-rocky', 'GET ', shipments(numbers.map((trackingnum) => ({ carrier: 'UPS', trackingnum })))],
  ['automatic', 'GET /order/headers', headers(numbers.map((trackingNumber) => ({ trackingNumber })))],
  ['automatic', 'GET /order/headers', headers(numbers)],
] as const)('4,000 parcels in one answer of %s are read in under a second of work', async (slug, path, body) => {
  const { account } = scriptedAccount(distributors[slug], { [path]: [answer(200, body), answer(200, [])] });
  const work = startWork();
  const verdict = await distributors[slug].track(account, [open], now);
  expect(work()).toBeLessThan(1000);
  expect(verdict).toMatchObject({ verdict: 'tracked', orders: [{ poNumber: 'PO-1001' }] });
  expect(verdict.verdict === 'tracked' && verdict.orders[0]?.parcels).toHaveLength(4000);
});

test('4,000 parcels are applied to a purchase order in well under a second, told whole or in part', () => {
  const parcels = numbers.map((trackingNumber) => ({
    trackingNumber,
    carrierHint: 'UPS',
    shippedAt: null,
    quantity: null,
  }));
  const news = { poNumber: '1001-1', parcels, complete: false, someoneElses: null };
  const work = startWork();
  const first = { ...accepted(), ...applyTracking(accepted(), noon, news) };
  applyTracking(first, noon + 60_000, { ...news, parcels: parcels.slice(100), isPartial: true });
  expect(work()).toBeLessThan(1000);
  expect(first.shipments).toHaveLength(200);
});
