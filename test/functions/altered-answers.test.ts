import { describe, expect, test } from 'vitest';
import type { DistributorSlug } from '../../shared/domain/vocabulary.ts';
import { itemBody, motoHut, orderBody, putOrder, submit } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';

/** What something on the way, or a distributor that writes otherwise than is documented, makes of answers: two orders never come of it. */

type Change = (request: Request, go: () => Promise<Response>) => Promise<Response>;

const hours = 3600;
const days = 24 * hours;

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A store whose requests to distributors go through this. */
const hutBehind = async (change: Change): Promise<Service> => {
  const hut = await motoHut(service());
  const { fetch } = hut.ports;
  hut.ports.fetch = async (input, init) => {
    const request = new Request(input, init);
    return change(request.clone(), () => fetch(request));
  };
  return hut;
};

const orders: Readonly<Record<string, RegExp>> = {
  wps: /\/orders$/,
  'parts-unlimited': /\/orders\/dropship$/,
  automatic: /\/order\/create$/,
};
const places = ({ method, url }: Request, slug: DistributorSlug): boolean =>
  method === 'POST' && orders[slug]?.test(new URL(url).pathname) === true;

const lost = (): never => {
  throw new TypeError('terminated');
};

/** The answer to the first order is lost, and what is read afterwards is changed. */
const losing =
  (slug: DistributorSlug, read: Change): Change =>
  async (request, go) => {
    const isOfOrders = request.method === 'GET' && !request.url.includes('/carts');
    if (!places(request, slug)) return isOfOrders ? read(request, go) : go();
    await go();
    return lost();
  };

/** The same of the order under this number alone. */
const losingOnly =
  (slug: DistributorSlug, poNumber: string, read: Change): Change =>
  async (request, go) => {
    if (places(request, slug) && !(await request.clone().text()).includes(poNumber)) return go();
    return losing(slug, read)(request, go);
  };

const edited = async (answer: Response, edit: (text: string) => string): Promise<Response> =>
  new Response(edit(await answer.text()), { status: answer.status, headers: answer.headers });

/** What came of an order that is submitted, and is left alone for some hours. */
const endOf = async (hut: Service, slug: DistributorSlug, poNumber: string) => {
  await putOrder(hut, '5001', orderBody([itemBody({ slug })]));
  await submit(hut, '5001', { wait: 5, poNumber });
  await hut.pass(4 * hours);
  const [row] = hut.purchaseOrders().filter((row) => row.orderId === '5001');
  return { sends: row?.sends, held: hut.ordersAt(slug).length, state: row?.state };
};

const single = (poNumber: string) => new RegExp(`/(?:orders|purchase-number)/${poNumber}$`);
const notFound = (slug: DistributorSlug): Response =>
  slug === 'wps'
    ? json(404, { message: 'No such order' })
    : json(404, { code: 'E201', message: 'Not found on the Gateway service side' });

describe('an order whose answer was lost is not sent again', () => {
  const slugs = ['wps', 'automatic', 'parts-unlimited'] as const;
  const numbers = [
    ['5001-1', 'DS-5001-1'],
    ['5001-1', '5001'],
    ['5001-1', '50011'],
    ['5001-1', '5001_1'],
    ['5001-1', '00005001-1'],
    ['5001-1', '5001-001'],
    ['PO-500100', 'WEB-PO-500100-A'],
    ['PO-1001', 'PO-0001001'],
  ] as const;

  test.each(slugs.flatMap((slug) => numbers.map((each) => [slug, ...each] as const)))(
    'where %s keeps %s as %s',
    async (slug, poNumber, kept) => {
      const hut = await hutBehind(
        losing(slug, async (request, go) =>
          single(poNumber).test(new URL(request.url).pathname)
            ? notFound(slug)
            : edited(await go(), (text) => text.replaceAll(`"${poNumber}"`, `"${kept}"`)),
        ),
      );
      expect(await endOf(hut, slug, poNumber)).toMatchObject({ sends: 1, held: 1 });
    },
  );

  test.each([
    ['a cache says that it had kept it', { 'x-cache': 'TCP_NEGATIVE_HIT from a23-1-2-3' }],
    ['several caches tell its age', { age: '600, 0' }],
    ['its headers tell of another page', { link: '<https://api.wps-inc.com/orders?page=2>; rel="next"' }],
    ['its headers count more', { 'x-total-count': '31' }],
    ['its headers tell of a range', { 'content-range': 'orders 0-0/31' }],
  ])('by an empty list of which %s', async (_, headers) => {
    for (const slug of slugs) {
      const hut = await hutBehind(
        losing(slug, async ({ url }) => {
          if (single('5001-1').test(new URL(url).pathname)) return notFound(slug);
          return json(200, { data: [] }, headers);
        }),
      );
      expect(await endOf(hut, slug, '5001-1')).toMatchObject({ sends: 1, held: 1 });
    }
  });

  test.each(['held', 'orders', 'open'])('by an empty list beside one named %s', async (name) => {
    for (const slug of slugs) {
      const other = { po_number: 'WEB-1', ponumber: 'WEB-1', purchase_order_number: 'WEB-1' };
      const hut = await hutBehind(
        losing(slug, async ({ url }) => {
          if (single('5001-1').test(new URL(url).pathname)) return notFound(slug);
          const isReadFirst = slug === 'parts-unlimited' && name === 'orders';
          return json(200, isReadFirst ? { orders: [], data: [other] } : { data: [], [name]: [other] });
        }),
      );
      expect(await endOf(hut, slug, '5001-1')).toMatchObject({ sends: 1, held: 1 });
    }
  });
});

describe('a number of ours under which an order is shown says nothing', () => {
  const shownAs = (written: string, kept: string) =>
    losingOnly('wps', written, async (request, go) =>
      single(written).test(new URL(request.url).pathname)
        ? notFound('wps')
        : edited(await go(), (text) => text.replaceAll(`"${written}"`, `"${kept}"`)),
    );

  test('where it was used and refused', async () => {
    let isRefused = true;
    const hut = await hutBehind(async (request, go) => {
      if (places(request, 'wps') && isRefused) {
        isRefused = false;
        return json(422, { message: 'Insufficient stock' });
      }
      return shownAs('5001-1-2', '5001-1')(request, go);
    });
    await putOrder(hut, '5001', orderBody([itemBody()]));
    expect(await submit(hut, '5001')).toMatchObject({ status: 422 });
    await submit(hut, '5001', { wait: 5 });
    await hut.pass(4 * hours);
    expect(hut.ordersAt('wps')).toHaveLength(1);
    expect(hut.purchaseOrders().find(({ poNumber }) => poNumber === '5001-1-2')?.sends).toBe(1);
  });

  test('where it was used at another distributor', async () => {
    const hut = await hutBehind(shownAs('PO-500100', '5001'));
    await putOrder(hut, '5002', orderBody([itemBody({ slug: 'automatic' })]));
    expect(await submit(hut, '5002', { poNumber: '5001' })).toMatchObject({ status: 201 });
    expect(await endOf(hut, 'wps', 'PO-500100')).toMatchObject({ sends: 1, held: 1 });
  });

  test('where the order that was accepted under it has another order number', async () => {
    const hut = await hutBehind(shownAs('5001-12', '5001-1'));
    await putOrder(hut, '5001', orderBody([itemBody(), itemBody({ itemId: '12' })]));
    expect(await submit(hut, '5001')).toMatchObject({ status: 201 });
    await submit(hut, '5001', { itemId: '12', wait: 5 });
    await hut.pass(4 * hours);
    expect(hut.ordersAt('wps')).toHaveLength(2);
  });
});

test('an order that is certainly absent is sent again, though another of ours has the same part and address', async () => {
  let first = true;
  const hut = await hutBehind(async (request, go) => {
    if (!places(request, 'wps') || !(await request.text()).includes('5002-1') || !first) return go();
    first = false;
    return lost();
  });
  await putOrder(hut, '5001', orderBody([itemBody()]));
  await putOrder(hut, '5002', orderBody([itemBody()]));
  await submit(hut, '5001');
  await submit(hut, '5002', { wait: 5 });
  await hut.pass(4 * hours);
  expect(hut.purchaseOrders().map(({ poNumber, state, sends }) => [poNumber, state, sends])).toEqual([
    ['5001-1', 'accepted', 1],
    ['5002-1', 'accepted', 2],
  ]);
});

test('a number that a distributor would take for another, with fewer or more zeros, is taken', async () => {
  const hut = await motoHut(service());
  for (const orderId of ['5001', '5002']) await putOrder(hut, orderId, orderBody([itemBody()]));
  expect(await submit(hut, '5001', { poNumber: '0042' })).toMatchObject({ status: 201 });
  for (const poNumber of ['42', '042', '0042', '00000000000000000042'])
    expect(await submit(hut, '5002', { poNumber })).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:drop-ship:po-number-taken' },
    });
  expect(await submit(hut, '5002', { poNumber: '420' })).toMatchObject({ status: 201 });
});

test('of two such numbers that are submitted at once one is taken', async () => {
  const hut = await motoHut(service());
  for (const orderId of ['5001', '5002']) await putOrder(hut, orderId, orderBody([itemBody()]));
  const answers = await Promise.all([
    submit(hut, '5001', { poNumber: '42' }),
    submit(hut, '5002', { poNumber: '0042' }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ orderId: expect.stringMatching(/^500/) });
  expect(hut.ordersAt('wps')).toHaveLength(1);
});

describe('a refusal that answered a copy of the order', () => {
  test.each([
    ['wps', 422, { message: 'Item not found' }],
    ['wps', 403, { message: 'Access to this resource is not allowed' }],
    ['wps', 422, { message: 'The shipping address is invalid' }],
    ['parts-unlimited', 403, { message: 'Access to this resource is not allowed' }],
    ['parts-unlimited', 200, { status_code: 422, status_message: 'Invalid part 26-1772' }],
    ['automatic', 422, { code: 'E005', message: 'The item number is restricted' }],
    ['automatic', 400, { code: 'E202', message: 'No shipping options available' }],
  ] as const)('by %s, %i %o, places no second one when the item is submitted again', async (slug, status, body) => {
    let first = true;
    const hut = await hutBehind(async (request, go) => {
      if (!places(request, slug) || !first) return go();
      first = false;
      await go();
      return json(status, body);
    });
    await putOrder(hut, '5001', orderBody([itemBody({ slug })]));
    await submit(hut, '5001');
    await submit(hut, '5001');
    await hut.pass(3 * days);
    expect(hut.ordersAt(slug)).toHaveLength(1);
    // Somebody knows of it: it is in the store's list, or before a person.
    const known = hut.purchaseOrders().filter(({ state, attention }) => state === 'accepted' || attention !== null);
    expect(known).toHaveLength(1);
  });
});

/** Of an order at Parts Unlimited that was refused so, after which reads are answered so; then the item is ordered at WPS. */
const elsewhereAfter = async (taken: boolean, message: string, read: () => Response) => {
  let isOver = false;
  const hut = await hutBehind(async (request, go) => {
    if (places(request, 'parts-unlimited')) {
      if (taken) await go();
      isOver = true;
      return json(200, { status_code: 422, status_message: message });
    }
    return isOver && request.url.includes('/orders/dropship') ? read() : go();
  });
  const parts = [
    { distributor: 'parts-unlimited', partNumber: '26-1772' },
    { distributor: 'wps', partNumber: '26-1772' },
  ];
  await putOrder(hut, '5001', orderBody([{ ...itemBody(), distributorParts: parts }]));
  await submit(hut, '5001', { distributor: 'parts-unlimited' });
  const second = await submit(hut, '5001', { distributor: 'wps', wait: 20 });
  const held = () => hut.ordersAt('parts-unlimited').length + hut.ordersAt('wps').length;
  return { hut, second, held };
};

describe('an item that was refused and is submitted elsewhere', () => {
  test('is not sent where a copy may have been answered and nobody can ask: a person asks at once', async () => {
    const { hut, held } = await elsewhereAfter(true, 'Insufficient stock for part 26-1772', () =>
      json(401, { message: 'Unauthorized' }),
    );
    await hut.pass(2 * days);
    expect(held()).toBe(1);
    expect(hut.purchaseOrders().map(({ attention }) => attention?.reason ?? null)).toContain('cannot-be-decided');
  });

  test.each([
    ['is cut', () => json(404, { message: 'No such page' })],
    ['counts more', () => json(200, { data: [] }, { 'x-total-count': '31' })],
    ['is down', () => json(503, {})],
    ['lets nobody in', () => json(401, { message: 'Unauthorized' })],
  ])('is sent at once where its part was refused, though the list %s', async (_, read) => {
    const { hut, second, held } = await elsewhereAfter(false, 'Part 26-1772 is invalid', read);
    expect(second.status).toBe(201);
    await hut.pass(3 * days);
    expect(held()).toBe(1);
    expect(hut.purchaseOrders().filter(({ attention }) => attention !== null)).toEqual([]);
  });

  test('waits where its stock was refused and the list proves nothing, and asks less and less often', async () => {
    let asked = 0;
    const { hut, second } = await elsewhereAfter(false, 'Insufficient stock for part 26-1772', () => {
      asked += 1;
      return json(200, { data: [] }, { 'x-total-count': '31' });
    });
    expect(second.status).toBe(202);
    await hut.pass(0.9 * days);
    expect(asked).toBeLessThan(150);
  });
});

describe('an accepted order that the list does not show', () => {
  test.each(['wps', 'parts-unlimited'] as const)('goes before a person after three days, once: %s', async (slug) => {
    let isHidden = false;
    const hut = await hutBehind(async (request, go) => {
      if (!isHidden || request.method !== 'GET') return go();
      return single('5001-1').test(new URL(request.url).pathname) ? notFound(slug) : json(200, { data: [] });
    });
    await putOrder(hut, '5001', orderBody([itemBody({ slug })]));
    expect(await submit(hut, '5001')).toMatchObject({ status: 201 });
    isHidden = true;
    const asks = () => hut.purchaseOrders().map(({ attention }) => attention?.reason ?? null);
    await hut.pass(2.5 * days);
    expect(asks()).toEqual([null]);
    await hut.pass(1.5 * days);
    expect(asks()).toEqual(['tracking-unreadable']);
    await hut.pass(45 * days);
    const told = hut.notices().filter(({ type }) => type === 'purchase_order.needs_person');
    expect(told).toHaveLength(1);
  });

  test('asks nobody where it is shown again', async () => {
    let isHidden = false;
    const hut = await hutBehind(async (request, go) =>
      isHidden && request.method === 'GET' ? json(200, { data: [] }) : go(),
    );
    await putOrder(hut, '5001', orderBody([itemBody({ slug: 'parts-unlimited' })]));
    await submit(hut, '5001');
    for (const hidden of [false, true, false, true, false]) {
      isHidden = hidden;
      await hut.pass(1.5 * days);
    }
    expect(hut.purchaseOrders().map(({ attention }) => attention)).toEqual([null]);
  });
});

describe('a line of a cart at WPS whose answer was an error, and which is taken late', () => {
  test.each([408, 500, 502, 503, 504, 520, 524])('is no second line: %i', async (status) => {
    const ten = 600_000;
    let late: { readonly go: () => Promise<Response>; readonly at: number } | null = null;
    let isFirst = true;
    const hut = await hutBehind(async (request, go) => {
      if (request.url.endsWith('/items') && isFirst) {
        isFirst = false;
        late = { go, at: hut.now() };
        return new Response('<html>error</html>', { status });
      }
      // It arrives right before the order, if that comes before it has settled.
      if (places(request, 'wps') && late !== null && hut.now() - late.at < ten) await late.go();
      return go();
    });
    await putOrder(hut, '5001', orderBody([itemBody()]));
    await submit(hut, '5001', { wait: 5 });
    await hut.pass(2 * hours);
    expect(hut.ordersAt('wps').map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([[1]]);
  });
});
