import { beforeEach, describe, expect, it, test } from 'vitest';
import { type DistributorSlug, distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { inStore, motoHut, placed } from '../../moto-hut.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const hours = (count: number) => hut.pass(count * 3600);
const [one, two] = ['1Z5R89390357567127', '1Z879E930346834440'];
const ship = (slug: DistributorSlug, poNumber: string, trackingNumber: string, quantity = 1, carrier = 'ups') =>
  hut.control(slug).ship(poNumber, [{ carrier, trackingNumber, quantity }]);
const historyOf = (poNumber: string) => hut.purchaseOrder(poNumber).history.map(({ text }) => text);
const mailsOwed = () => hut.memory.rows().filter(({ sk, due }) => sk === 'MAIL#live' && due !== undefined).length;

describe('a remark where a tracking number stands', () => {
  test.each(distributorSlugs)(
    'of %s is noted once and mailed to nobody, and the real number is found later',
    async (slug) => {
      const poNumber = await placed(hut, '1001', { slug });
      ship(slug, poNumber, 'BACKORDER ETA 12/15');
      await hours(30);
      expect(hut.purchaseOrder(poNumber)).toMatchObject({ status: 'accepted', tracking: 'open', shipments: [] });
      expect(mailsOwed()).toBe(0);
      expect(historyOf(poNumber).filter((text) => text.includes('BACKORDER'))).toEqual([
        'The distributor wrote “BACKORDER ETA 12/15” as tracking: that is no tracking number, and the search goes on.',
      ]);
      ship(slug, poNumber, one);
      await hours(24);
      expect(hut.purchaseOrder(poNumber).shipments).toMatchObject([{ trackingNumber: one, carrier: 'ups' }]);
      expect(mailsOwed()).toBe(1);
    },
  );

  test.each(['0', '000000000', 'N/A', 'PENDING', 'WILL CALL'])('%s is no parcel', async (text) => {
    const poNumber = await placed(hut, '1001');
    ship('wps', poNumber, text);
    await hours(5);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({ status: 'accepted', tracking: 'open', shipments: [] });
    expect(historyOf(poNumber).some((note) => note.includes(`“${text}”`))).toBe(true);
  });

  it('may be our own number or the distributor’s', async () => {
    const poNumber = await placed(hut, '100100200');
    const [orderNumber = ''] = hut.purchaseOrder(poNumber).orderNumbers;
    ship('wps', poNumber, poNumber);
    ship('wps', poNumber, `0000000${orderNumber}`);
    await hours(5);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({ status: 'accepted', tracking: 'open', shipments: [] });
  });
});

describe('what cannot be read at all', () => {
  const oddTracking = (told: unknown): unknown => {
    if (Array.isArray(told)) return told.map(oddTracking);
    if (typeof told !== 'object' || told === null) return told;
    return Object.fromEntries(
      Object.entries(told).map(([name, inner]) => [
        name,
        /^tracking_?numbers$/i.test(name) ? { box: '9.8658E+11' } : oddTracking(inner),
      ]),
    );
  };

  test.each(distributorSlugs)('of %s for two days is a case for a person, and no parcel', async (slug) => {
    const poNumber = await placed(hut, '1001', { slug });
    ship(slug, poNumber, one);
    const { fetch } = hut.ports;
    hut.ports.fetch = async (input, init) => {
      const { method } = new Request(input, init);
      const answer = await fetch(input, init);
      return method === 'GET' ? Response.json(oddTracking(await answer.json()), answer) : answer;
    };
    await hours(24);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({ shipments: [], attention: null });
    await hours(60);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({
      status: 'accepted',
      tracking: 'open',
      shipments: [],
      attention: { reason: 'tracking-unreadable' },
    });
    expect(mailsOwed()).toBe(0);
  });
});

describe('a text that cannot be read', () => {
  it('is noted at once and put before a person when it lasts, once', async () => {
    const poNumber = await placed(hut, '1001');
    ship('wps', poNumber, `1${'2345'.repeat(20)}`);
    await hours(5);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({ status: 'accepted', attention: null, shipments: [] });
    expect(historyOf(poNumber).at(-1)).toMatch(/could not be read/);
    await hours(96);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({
      status: 'accepted',
      tracking: 'open',
      attention: { reason: 'tracking-unreadable' },
    });
    const resolved = await hut.ask('POST', `${inStore}/purchase-orders/${poNumber}/shipments`, {
      body: { trackingNumber: one },
    });
    expect(resolved.status).toBe(201);
    const needs = hut.notices().filter(({ type }) => type === 'purchase_order.needs_person');
    expect(needs).toHaveLength(1);
  });
});

describe('several numbers in one field', () => {
  test.each([`${one}\n${two}`, `${one} ${two}`, `${one}/${two}`, `${one} & ${two}`, `UPS: ${one}, UPS: ${two}`])(
    '%j are several parcels',
    async (text) => {
      const poNumber = await placed(hut, '1001', { slug: 'automatic' });
      ship('automatic', poNumber, text);
      await hours(24);
      expect(hut.purchaseOrder(poNumber).shipments.map(({ trackingNumber }) => trackingNumber)).toEqual([one, two]);
    },
  );
});

describe('a carrier that is named', () => {
  it('outranks a weak shape: freight of Tucker has no link', async () => {
    const poNumber = await placed(hut, '1001', { slug: 'tucker-rocky' });
    ship('tucker-rocky', poNumber, '78045768393', 1, 'Old Dominion');
    await hours(24);
    expect(hut.purchaseOrder(poNumber).shipments).toMatchObject([
      { trackingNumber: '78045768393', carrier: 'OLD DOMINION', trackingUrl: null },
    ]);
  });

  it.each([
    ['CO5', '1LSCXVE0058631Y', 'ontrac', /^https:\/\/www\.ontrac\.com\//],
    ['FDXG', '986578788855', 'fedex', /^https:\/\/www\.fedex\.com\//],
    ['US4C', '03071790000523483741', 'usps', /^https:\/\/tools\.usps\.com\//],
    ['BEST', '986578788855', 'fedex', /^https:\/\/www\.fedex\.com\//],
  ])('by WPS’s code %s is told with %s', async (code, number, carrier, trackingUrl) => {
    const poNumber = await placed(hut, '1001');
    ship('wps', poNumber, number, 1, code);
    await hours(5);
    expect(hut.purchaseOrder(poNumber).shipments).toMatchObject([
      { trackingNumber: number, carrier, trackingUrl: expect.stringMatching(trackingUrl) },
    ]);
  });

  it('is nobody by WPS’s BEST for digits that are none of its carriers’', async () => {
    const poNumber = await placed(hut, '1001');
    ship('wps', poNumber, '78045768393');
    await hours(5);
    expect(hut.purchaseOrder(poNumber).shipments).toMatchObject([{ carrier: null, trackingUrl: null }]);
  });

  it('is freight for a PRO number of Automatic', async () => {
    const poNumber = await placed(hut, '1001', { slug: 'automatic' });
    ship('automatic', poNumber, '78045768393', 1, 'freight');
    await hours(24);
    expect(hut.purchaseOrder(poNumber).shipments).toMatchObject([{ carrier: 'Freight', trackingUrl: null }]);
  });
});

describe('what a distributor takes back', () => {
  it('is a label that nobody is mailed of', async () => {
    const poNumber = await placed(hut, '1001');
    ship('wps', poNumber, `VOID ${one}`);
    await hours(20);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({ status: 'accepted', tracking: 'open', shipments: [] });
    expect(mailsOwed()).toBe(0);
  });

  it('is an order, of which a person is told at once', async () => {
    const poNumber = await placed(hut, '1001');
    const { fetch } = hut.ports;
    hut.ports.fetch = async (input, init) => {
      const answer = await fetch(input, init);
      return new Response(
        (await answer.text()).replaceAll('"order_status":"Open"', '"order_status":"Cancelled"'),
        answer,
      );
    };
    await hours(5);
    expect(hut.purchaseOrder(poNumber)).toMatchObject({
      status: 'accepted',
      tracking: 'open',
      attention: { reason: 'differs', whatToDo: expect.stringContaining('“Cancelled”') },
    });
    expect(mailsOwed()).toBe(0);
  });
});

it('a distributor that is down for two hours, and says so, is asked no sooner', async () => {
  await placed(hut, '1001');
  let asked = 0;
  hut.ports.fetch = async () => {
    asked += 1;
    return new Response('<h1>Maintenance</h1>', { status: 503, headers: { 'retry-after': '7200' } });
  };
  await hours(6);
  expect(asked).toBeLessThanOrEqual(3);
});
