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
