import { describe, expect, test } from 'vitest';
import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { ready, requests } from './requests.ts';
import { giveUp, world } from './world.ts';

const key = 'secret-key-1234';

describe.each(distributorSlugs)('A fault of %s', (slug) => {
  const make = () => ready(world(slug), slug);

  test('strikes as often as told, then all is well', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'submit', fault: 'server-error', times: 2 });
    expect([(await submit()).status, (await submit()).status]).toEqual([500, 500]);
    expect(control.orders()).toEqual([]);
    expect((await submit()).status).toBeLessThan(300);
    expect(control.orders()).toHaveLength(1);
  });

  test('is all over when it is taken away', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'submit', fault: 'server-error', times: 9 });
    control.clearFaults();
    expect((await submit()).status).toBeLessThan(300);
  });

  test('leaves calls of other kinds alone', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'verify', fault: 'server-error', times: 1 });
    expect((await submit()).status).toBeLessThan(300);
  });

  test('before arrival: nothing happens, nobody answers', async () => {
    const { control, submit, clock } = await make();
    control.addFault({ call: 'submit', fault: 'timeout-before', times: 1 });
    await giveUp(submit);
    clock.advance(3600);
    expect(control.orders()).toEqual([]);
    expect(control.calls().filter(({ call }) => call === 'submit')).toHaveLength(1);
  });

  test('after it took effect: nobody answers, but the order is there', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'submit', fault: 'timeout-after', times: 1 });
    await giveUp(submit);
    expect(control.orders()).toMatchObject([{ poNumber: 'PO-1' }]);
  });

  test('that is late: the order is there 30 seconds after the caller gave up, and not before', async () => {
    const { control, submit, clock } = await make();
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(submit);
    clock.advance(29.999);
    expect(control.orders()).toEqual([]);
    clock.advance(0.001);
    expect(control.orders()).toMatchObject([{ poNumber: 'PO-1' }]);
  });

  test('that is late, when the caller takes its time to give up', async () => {
    const { control, submit, clock } = await make();
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp((signal) => {
      const answer = submit(signal);
      clock.advance(20);
      return answer;
    });
    clock.advance(29);
    expect(control.orders()).toEqual([]);
    clock.advance(1);
    expect(control.orders()).toHaveLength(1);
  });

  test('that garbles: the order is there, and the answer cannot be read', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'submit', fault: 'garbage', times: 1 });
    expect(await submit()).toMatchObject({ status: 200, json: undefined });
    expect(control.orders()).toHaveLength(1);
  });

  test('strikes look-ups too, which then prove nothing', async () => {
    const { control, live, submit } = await make();
    await submit();
    const [line, sent] = requests[slug].track;
    control.addFault({ call: 'track', fault: 'garbage', times: 1 });
    expect((await live(line, sent)).json).toBeUndefined();
    control.addFault({ call: 'track', fault: 'server-error', times: 1 });
    expect((await live(line, sent)).status).toBe(500);
    control.addFault({ call: 'track', fault: 'timeout-after', times: 1 });
    await giveUp((signal) => live(line, { ...sent, signal }));
    expect((await live(line, sent)).status).toBe(200);
  });

  test('of the credentials quotes the key that it was given', async () => {
    const { control, live } = await make();
    control.addFault({ call: 'verify', fault: 'bad-credentials', times: 1 });
    expect((await live(...requests[slug].verify)).text).toContain(key);
  });

  test('never shows the key in the calls or the state', async () => {
    const { control, submit } = await make();
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(submit);
    expect(JSON.stringify([control.calls(), control.snapshot(), control.orders()])).not.toContain(key);
  });
});

describe('The rate limit', () => {
  test.each(['parts-unlimited', 'wps', 'tucker-rocky'] as const)(
    'of %s is a 429 that tells how long to wait',
    async (slug) => {
      const { control, submit } = await ready(world(slug), slug);
      control.addFault({ call: 'submit', fault: 'rate-limit', times: 1 });
      const { status, headers } = await submit();
      expect([status, headers.get('retry-after')]).toEqual([429, '60']);
      expect(control.orders()).toEqual([]);
    },
  );

  test('of Automatic is a 403 that does not', async () => {
    const { control, submit } = await ready(world('automatic'), 'automatic');
    control.addFault({ call: 'submit', fault: 'rate-limit', times: 1 });
    const { status, json, headers } = await submit();
    expect({ status, json, wait: headers.get('retry-after') }).toEqual({
      status: 403,
      json: { code: 'E003', message: 'Too Many Requests' },
      wait: null,
    });
  });
});

describe('A refusal on demand is worded as the distributor’s own', () => {
  const line = (errormsg: string) => ({ ORD: { status: 'FAILED', orderinput: { orderline: [{ errormsg }] } } });
  test.each([
    ['parts-unlimited', 'reject-part', { mainframeErrors: [{ text: 'PART A NOT ON FILE' }] }],
    ['parts-unlimited', 'out-of-stock', { mainframeErrors: [{ text: 'PART A OUT OF STOCK' }] }],
    ['parts-unlimited', 'reject-payment', { status_code: 402 }],
    ['parts-unlimited', 'bad-credentials', { status_code: 401 }],
    ['wps', 'reject-payment', { message: expect.stringContaining('payment') }],
    ['tucker-rocky', 'reject-part', line('ITEM NOT FOUND')],
    ['tucker-rocky', 'out-of-stock', line('ITEM OUT OF STOCK')],
    ['tucker-rocky', 'reject-payment', { ORD: { status: 'FAILED', errormsg: 'CREDIT CARD ON FILE DECLINED' } }],
    ['tucker-rocky', 'bad-credentials', { ORD: { status: 'FAILED', errormsg: `INVALID APIKEY ${key}` } }],
    ['automatic', 'reject-part', { code: 'E100' }],
    ['automatic', 'out-of-stock', { code: 'E100' }],
    ['automatic', 'reject-payment', { code: 'E100' }],
    ['automatic', 'bad-credentials', { code: 'E001' }],
  ] as const)('%s, %s', async (slug, fault, json) => {
    const { control, submit } = await ready(world(slug), slug);
    control.addFault({ call: 'submit', fault, times: 1 });
    expect((await submit()).json).toMatchObject(json);
    expect(control.orders()).toEqual([]);
  });
});

describe('A submit to WPS, being three requests, is struck', () => {
  const cart: [string, object] = ['POST /carts', { po_number: 'PO-1' }];
  const item: [string, object] = ['POST /carts/PO-1/items', { item_sku: 'A', quantity: 1 }];
  const order: [string, object] = ['POST /orders', { po_number: 'PO-1' }];
  test.each([
    ['bad-credentials', [401, 404, 404]],
    ['reject-part', [201, 422, 422]],
    ['out-of-stock', [201, 201, 422]],
    ['reject-payment', [201, 201, 402]],
    ['rate-limit', [201, 201, 429]],
    ['server-error', [201, 201, 500]],
    ['garbage', [201, 201, 200]],
  ] as const)('by %s where it belongs', async (fault, statuses) => {
    const { live, control } = world('wps');
    control.addFault({ call: 'submit', fault, times: 1 });
    const got: number[] = [];
    for (const [line, body] of [cart, item, order]) {
      got.push((await live(line, { body, headers: { authorization: 'Bearer abc' } })).status);
    }
    expect(got).toEqual(statuses);
  });
});

test('A fault of a cart does not strike the order of one that is filled already', async () => {
  const { control, submit } = await ready(world('wps'), 'wps');
  for (const fault of ['bad-credentials', 'reject-part', 'out-of-stock'] as const)
    control.addFault({ call: 'submit', fault, times: 1 });
  expect((await submit()).status).toBe(201);
});

describe('A late order', () => {
  test('of Parts Unlimited is refused when its number has been used in the meantime', async () => {
    const { control, submit, clock } = await ready(world('parts-unlimited'), 'parts-unlimited');
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(submit);
    await submit();
    clock.advance(60);
    expect(control.orders()).toHaveLength(1);
  });

  test('of WPS is taken all the same: the second of two', async () => {
    const made = await ready(world('wps'), 'wps');
    made.control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(made.submit);
    const again = await ready(made, 'wps');
    await again.submit();
    made.clock.advance(60);
    expect(made.control.orders()).toHaveLength(2);
  });

  test('is placed at the time at which it was due', async () => {
    const { control, submit, clock, live } = await ready(world('wps'), 'wps');
    clock.advance(6 * 3600 + 59 * 60 + 45);
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(submit);
    clock.advance(2 * 86_400);
    const found = await live(...(requests.wps.find ?? requests.wps.track));
    expect(found.json).toMatchObject({ data: { order_details: [{ order_date: '2026-11-24' }] } });
  });
});

test('The list of Parts Unlimited, which serves two purposes, is struck by a fault of either, the first queued first', async () => {
  const { control, live } = world('parts-unlimited');
  control.addFault({ call: 'find', fault: 'rate-limit', times: 1 });
  control.addFault({ call: 'track', fault: 'server-error', times: 1 });
  expect((await live(...requests['parts-unlimited'].track)).status).toBe(429);
  expect((await live(...requests['parts-unlimited'].track)).status).toBe(500);
});
