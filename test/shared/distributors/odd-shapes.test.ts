import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';
import { wps } from './fixtures/wps.ts';
import { answer, type Script, scriptedAccount } from './replies.ts';
import { open, order } from './world.ts';

const now = Date.UTC(2026, 10, 22);
const parcel = '1Z12345E0205271688';

const submit = (fixtures: typeof wps, json: unknown, more: Script = {}) => {
  const script = { ...fixtures.before, ...more, [fixtures.commit]: answer(200, json) };
  const distributor = distributors[fixtures.slug];
  return distributor.submit(scriptedAccount(distributor, script).account, order(), { resend: false });
};
const trackAtWps = (json: unknown) =>
  distributors.wps.track(scriptedAccount(distributors.wps, { 'GET /orders': answer(200, json) }).account, [open], now);

describe('a list that PHP wrote as an object by number', () => {
  const detail = { order_number: '7', items: { 3: { sku: '26-1772', ship_quantity: 2 } } };
  const listed = { po_number: 'PO-1001', order_details: { 1: { ...detail, tracking_numbers: { 0: parcel } } } };

  test('is read at WPS wherever it stands', async () => {
    for (const json of [{ data: { 4: listed } }, { data: [listed] }, { 0: listed }])
      expect(await trackAtWps(json)).toMatchObject({
        orders: [{ parcels: [{ trackingNumber: parcel }], complete: true }],
        unreadable: [],
      });
  });

  test('is read at Parts Unlimited', async () => {
    const shipped = { 2: { quantity: 2, tracking_numbers: { 1: parcel } } };
    const one = { purchase_order_number: 'PO-1001', line_items: { 1: { part_number: '26-1772', shipped } } };
    for (const json of [{ orders: { 7: one } }, { data: { 7: one } }, { 7: one }]) {
      const script = { 'GET /v2/orders/dropship': [answer(200, json), answer(200, [])] };
      const { account } = scriptedAccount(distributors['parts-unlimited'], script);
      expect(await distributors['parts-unlimited'].track(account, [open], now)).toMatchObject({
        orders: [{ parcels: [{ trackingNumber: parcel }] }],
        unreadable: [],
      });
    }
  });

  test('is no list where it is empty: it proves no absence', async () => {
    const script = { 'GET /orders/PO-1001': answer(404, { message: 'No such order' }) };
    const find = (json: unknown) =>
      distributors.wps.find(
        scriptedAccount(distributors.wps, { ...script, 'GET /orders': answer(200, json) }).account,
        open,
        now,
      );
    expect(await find({ data: {} })).toMatchObject({ verdict: 'no-answer' });
    expect(await find({})).toMatchObject({ verdict: 'no-answer' });
  });
});

test('the lines of a WPS cart may stand in `data`', async () => {
  const cart = (items: unknown) => ({
    'GET /carts/PO-1001': [
      answer(404, { message: 'Not found' }),
      answer(200, { data: { po_number: 'PO-1001', items } }),
    ],
  });
  const line = { item: '26-1772', quantity: 2 };
  for (const items of [{ data: [line] }, { 0: line }, line])
    expect(await submit(wps, { data: { order_number: '7654321' } }, cart(items))).toMatchObject({
      verdict: 'accepted',
    });
});

test('an order below ours without any known field is unreadable, not an order that has sent nothing', async () => {
  const track = (order_details: unknown) => trackAtWps({ data: [{ po_number: 'PO-1001', order_details }] });
  expect(await track([{ orderNumber: '7', trackingNumbers: [parcel] }])).toMatchObject({
    unreadable: [{ poNumber: 'PO-1001' }],
  });
  expect(await track([{ order_number: '7' }])).toMatchObject({ unreadable: [] });
});

describe('an element with nothing in it, as a program makes JSON of XML', () => {
  test('is not told, and spoils no yes of Tucker Rocky', async () => {
    for (const nothing of [{}, []]) {
      const orderoutput = { ordernum: '7654321', orderline: { itemnum: '26-1772', errormsg: nothing } };
      const ORD = { status: 'SUCCESSFUL', errormsg: nothing, orderinput: { orderline: nothing }, orderoutput };
      expect(await submit(tuckerRocky, { ORD })).toEqual({ verdict: 'accepted', orderNumbers: ['7654321'] });
    }
  });

  test('is no error of Parts Unlimited, and one error needs no list', async () => {
    const yes = { status_code: 200, reference_number: '7654321' };
    const lines = { line_items: [{ part_number: '26-1772', ordered: { quantity: 2 } }] };
    expect(await submit(partsUnlimited, { ...yes, ...lines, mainframeErrors: {} })).toMatchObject({
      verdict: 'accepted',
    });
    for (const mainframeErrors of [
      'PART NOT ON FILE',
      { text: 'PART NOT ON FILE' },
      { 0: { text: 'PART NOT ON FILE' } },
    ])
      expect(await submit(partsUnlimited, { mainframeErrors })).toMatchObject({
        verdict: 'refused',
        code: 'unknown-part',
        message: 'PART NOT ON FILE',
      });
  });
});

test.each(['N/A', 'null', 'none', 'pending', 'undefined', 'error', -1, '-1', '0', '000000', '?', 'TBD'])(
  '%s is no order number: the yes is in doubt',
  async (number) => {
    expect(await submit(wps, { data: { order_number: number } })).toMatchObject({ verdict: 'unknown' });
    const ORD = { status: 'SUCCESSFUL', orderoutput: { ordernum: number } };
    expect(await submit(tuckerRocky, { ORD })).toMatchObject({ verdict: 'unknown' });
    expect(await submit(partsUnlimited, { status_code: 200, reference_number: number })).toMatchObject({
      verdict: 'unknown',
    });
  },
);

describe('tracking numbers that stand elsewhere', () => {
  test.each([
    [{ trackingNumber: parcel }, {}],
    [{}, { trackingNumber: parcel, proNumber: '' }],
    [{ trackingNumbers: { [parcel]: { carrier: 'UPS' } } }, {}],
  ])('are read at Automatic: %j %j', async (beside, inHeader) => {
    const one = { header: { ponumber: 'PO-1001', ...inHeader }, items: [{ number: '26-1772' }], ...beside };
    const { account } = scriptedAccount(distributors.automatic, { 'GET /order/headers': answer(200, [one]) });
    expect(await distributors.automatic.track(account, [open], now)).toMatchObject({
      orders: [{ parcels: [{ trackingNumber: parcel }] }],
    });
  });

  test('are read at Parts Unlimited in a field for one', async () => {
    const shipped = [{ quantity: 2, tracking_number: parcel }];
    const one = { purchase_order_number: 'PO-1001', line_items: [{ part_number: '26-1772', shipped }] };
    const script = { 'GET /v2/orders/dropship': [answer(200, [one]), answer(200, [])] };
    const { account } = scriptedAccount(distributors['parts-unlimited'], script);
    expect(await distributors['parts-unlimited'].track(account, [open], now)).toMatchObject({
      orders: [{ parcels: [{ trackingNumber: parcel }] }],
    });
  });

  test('are read at WPS where they are the names of fields', async () => {
    const detail = { order_number: '7', items: [], tracking_numbers: { packages: { [parcel]: { weight: 2 } } } };
    expect(await trackAtWps({ data: [{ po_number: 'PO-1001', order_details: [detail] }] })).toMatchObject({
      orders: [{ parcels: [{ trackingNumber: parcel }] }],
    });
  });
});
