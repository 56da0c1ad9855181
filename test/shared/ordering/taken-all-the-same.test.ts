import { beforeEach, describe, expect, it, test } from 'vitest';
import { type DistributorSlug, distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { itemBody, motoHut, orderBody, putOrder, setUp, submit } from '../../moto-hut.ts';
import { type Service, service } from '../../service.ts';

/**
 * Something on the way delivers the order, and then answers otherwise: a gateway that counts after it forwards, a proxy that sent a
 * copy and passes on what the copy was told.
 */
let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** What each distributor, or what stands before it, says when too much is asked. */
const limited: Readonly<Record<DistributorSlug, () => Response>> = {
  wps: () => json(429, { message: 'Too Many Attempts.' }, { 'retry-after': '60' }),
  'parts-unlimited': () => json(200, { status_code: 429, status_message: 'Too many requests' }),
  'tucker-rocky': () => new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '60' } }),
  automatic: () => json(403, { code: 'E003', message: 'Too Many Requests' }),
};
const unauthorized = () => json(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });

/** The next call that brings an order about is answered so; says how many requests there were since. */
const answerTheOrder = (slug: DistributorSlug, answer: () => Response): (() => number) => {
  const { fetch } = hut.ports;
  let left = 1;
  let since = 0;
  hut.ports.fetch = async (...request) => {
    const before = hut.ordersAt(slug).length;
    const told = await fetch(...request);
    if (left === 0) since += 1;
    if (left === 0 || hut.ordersAt(slug).length === before) return told;
    left -= 1;
    return answer();
  };
  return () => since;
};

const orderAt = (slug: DistributorSlug) => putOrder(hut, '1001', orderBody([itemBody({ slug })]));
const po = (poNumber = '1001-1') => hut.purchaseOrder(poNumber);

describe('"too much is asked", although the order was taken', () => {
  test.each(['wps', 'automatic', 'parts-unlimited'] as const)(
    '%s: it is looked up and found, not sent again',
    async (slug) => {
      const since = answerTheOrder(slug, limited[slug]);
      await orderAt(slug);
      expect(await submit(hut, '1001', { wait: 5 })).toMatchObject({ status: 202, body: { status: 'submitting' } });
      // The pause is kept: nobody asks before it is over.
      await hut.pass(25);
      expect(since()).toBe(0);
      await hut.pass(300);
      expect(po()).toMatchObject({ state: 'accepted', sends: 1 });
      expect(hut.ordersAt(slug)).toHaveLength(1);
      expect(hut.counted.map(({ metric }) => metric)).not.toContain('OrdersInDoubt');
    },
  );

  it('Tucker Rocky, where nothing can be looked up, calls it a duplicate when it is sent again: a person asks', async () => {
    answerTheOrder('tucker-rocky', limited['tucker-rocky']);
    await orderAt('tucker-rocky');
    await submit(hut, '1001', { wait: 5 });
    await hut.pass(3600);
    expect(po()).toMatchObject({ status: 'needs-person', attention: { reason: 'already-there' } });
    expect(hut.ordersAt('tucker-rocky')).toHaveLength(1);
  });

  it('while the look-up has no answer nothing is sent, and after a day a person is asked', async () => {
    answerTheOrder('wps', limited.wps);
    await orderAt('wps');
    await submit(hut, '1001', { wait: 5 });
    hut.fault('wps', 'find', 'server-error', 1000);
    await hut.pass(25 * 3600);
    expect(po()).toMatchObject({ status: 'needs-person', attention: { reason: 'cannot-be-decided' } });
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  test.each(['wps', 'automatic', 'parts-unlimited'] as const)(
    '%s: time and again, and never taken: sent until it is',
    async (slug) => {
      hut.fault(slug, 'submit', 'rate-limit', 4);
      await orderAt(slug);
      await submit(hut, '1001', { wait: 5 });
      await hut.pass(3600);
      expect(po()).toMatchObject({ state: 'accepted', sends: 1 });
      expect(hut.ordersAt(slug)).toHaveLength(1);
    },
  );
});

describe('"unauthorized", although the order was taken', () => {
  const verified = (slug: DistributorSlug) => hut.ask('POST', `/v1/stores/moto-hut/distributors/${slug}/verify`, {});

  test.each(distributorSlugs)('%s: it is found before the item is sent once more', async (slug) => {
    answerTheOrder(slug, unauthorized);
    await orderAt(slug);
    await submit(hut, '1001');
    await verified(slug);
    await submit(hut, '1001');
    await hut.pass(2 * 3600);
    expect(hut.ordersAt(slug)).toHaveLength(1);
    expect(hut.purchaseOrders().filter(({ attention }) => attention !== null)).toHaveLength(1);
  });

  test.each(['wps', 'automatic', 'parts-unlimited'] as const)(
    '%s: it is found by the look after all has settled, as soon as the credentials work',
    async (slug) => {
      answerTheOrder(slug, unauthorized);
      await orderAt(slug);
      expect((await submit(hut, '1001')).body).toMatchObject({ code: 'bad-credentials' });
      await hut.pass(3600);
      expect(po()).toMatchObject({ state: 'refused', attention: null });
      await verified(slug);
      await hut.pass(7 * 3600);
      expect(po()).toMatchObject({ status: 'needs-person', attention: { reason: 'duplicate-suspected' } });
    },
  );
});

test('credentials that are still refused a day later leave the question to a person', async () => {
  await setUp(hut, 'automatic', { live: 'BAD-key-that-is-long-enough' });
  await orderAt('automatic');
  await submit(hut, '1001');
  await hut.pass(23 * 3600);
  expect(po()).toMatchObject({ state: 'refused', attention: null });
  await hut.pass(8 * 3600);
  expect(po()).toMatchObject({ state: 'refused', attention: { reason: 'cannot-be-decided' } });
});
