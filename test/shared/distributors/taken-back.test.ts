import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { answer, scriptedAccount } from './replies.ts';
import { open } from './world.ts';

const now = Date.UTC(2026, 10, 22);
const number = '1Z5R89390357567127';

/** An order of each distributor that has been sent in this parcel, and its list. */
const told: Readonly<Record<DistributorSlug, (parcel: object) => readonly [path: string, json: unknown]>> = {
  wps: (parcel) => [
    'GET /orders',
    {
      data: [{ po_number: 'PO-1001', order_details: [{ order_number: '7', items: [], tracking_numbers: [parcel] }] }],
    },
  ],
  'parts-unlimited': (parcel) => [
    'GET /v2/orders/dropship',
    [
      {
        purchase_order_number: 'PO-1001',
        line_items: [{ part_number: '26-1772', shipped: [{ tracking_numbers: [parcel] }] }],
      },
    ],
  ],
  'tucker-rocky': (parcel) => [
    'GET ',
    { SHP: { shipment: [{ ordernum: '7654321', shipmentline: [{ trackingnumbers: [parcel] }] }] } },
  ],
  automatic: (parcel) => [
    'GET /order/headers',
    [{ header: { ponumber: 'PO-1001' }, items: [{ number: '26-1772' }], trackingNumbers: [parcel] }],
  ],
};
const nameOf = {
  wps: 'tracking_number',
  'parts-unlimited': 'number',
  'tucker-rocky': 'trackingnum',
  automatic: 'trackingNumber',
};

const track = async (slug: DistributorSlug, more: object) => {
  const [path, json] = told[slug]({ [nameOf[slug]]: number, ...more });
  const replies = slug === 'parts-unlimited' ? [answer(200, json), answer(200, [])] : answer(200, json);
  const { account } = scriptedAccount(distributors[slug], { [path]: replies });
  return distributors[slug].track(account, [open], now);
};

describe.each(Object.keys(told) as DistributorSlug[])('a parcel of %s', (slug) => {
  test.each([
    { voided: true },
    { is_void: 'Y' },
    { status: 'VOID' },
    { type: 'return' },
    { cancelledAt: '2026-11-20' },
  ])('whose fields take it back is none: %j', async (more) => {
    expect(await track(slug, more)).toMatchObject({
      orders: [{ parcels: [], remarks: [{ text: expect.stringContaining(number), isUnread: true }] }],
    });
  });

  test.each([{ voided: false }, { is_void: 'N' }, { status: 'In transit' }, { cancelledAt: null }, { returned: 0 }])(
    'whose fields do not is one: %j',
    async (more) => {
      expect(await track(slug, more)).toMatchObject({ orders: [{ parcels: [{ trackingNumber: number }] }] });
    },
  );
});
