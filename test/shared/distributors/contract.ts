import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { UnroutedVoice } from '../../../infra/simulators/faults.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import type { Offer, OpenOrder } from '../../../shared/domain/verdicts.ts';
import type { Address, DistributorSlug, OrderToPlace } from '../../../shared/domain/vocabulary.ts';
import { leaksIn } from './leaks.ts';
import { address, credentialsOf, order, type World, worldOf } from './world.ts';

/** What a distributor does in its own way. */
export type Ways = {
  /** Whether its rate limit says for how long. */
  readonly retryAfterSeconds: 60 | null;
  /** What a second order under the same number is. */
  readonly secondOrder: 'duplicate-po' | 'accepted-but-different';
  /** Whether it says how many pieces it has sent. */
  readonly countsPieces: boolean;
  /** What it tells of two pieces of a part that it has, of one that it has none of, and of one that may not be sold. */
  readonly offers: {
    readonly known: Partial<Offer>;
    readonly noStock: Partial<Offer>;
    readonly denied: Partial<Offer>;
    /** How many requests it takes. */
    readonly calls: number;
  };
  /** What a sweep over 60 orders may cost. */
  readonly callsForSixty: number;
};

const voices = UnroutedVoice.options;

/** What all four must do alike, at their simulated servers. */
export const contract = (slug: DistributorSlug, ways: Ways): void => {
  let world: World = worldOf(slug);
  const { profile } = distributors[slug];
  afterEach(() => {
    world = worldOf(slug);
  });
  const submit = (changes: Partial<OrderToPlace> = {}, resend = false) =>
    world.distributor.submit(world.account(), order(changes), { resend });
  const find = (placed: OpenOrder) => world.distributor.find(world.account(), placed, world.clock.now());
  const track = (orders: readonly OpenOrder[]) => world.distributor.track(world.account(), orders, world.clock.now());
  const held = () => world.simulated.control.orders();
  const fail = (
    call: 'submit' | 'find' | 'track' | 'verify' | 'quote',
    fault: Parameters<World['simulated']['control']['addFault']>[0]['fault'],
    times = 1,
  ) => world.simulated.control.addFault({ call, fault, times });
  const submits = () => world.simulated.control.calls().filter(({ call }) => call === 'submit');
  const placed = async (changes: Partial<OrderToPlace> = {}): Promise<OpenOrder> => {
    const verdict = await submit(changes);
    if (verdict.verdict !== 'accepted') throw new Error(`the order was ${verdict.verdict}`);
    return world.open(order(changes), verdict.orderNumbers);
  };

  describe('submit', () => {
    test('an order is accepted with its order number, and is held as it was entered', async () => {
      const verdict = await submit();
      expect(held()).toMatchObject([
        { poNumber: 'PO-1001', shipTo: address, lines: [{ partNumber: '26-1772', quantity: 2 }] },
      ]);
      expect(verdict).toEqual({ verdict: 'accepted', orderNumbers: [held()[0]?.orderNumber] });
    });

    test('what the server read is to the letter what was entered', async () => {
      const { limits } = world.distributor.profile;
      const field = (limit: number | null, least = 1) => {
        const most = Math.min(limit ?? 60, 60);
        const texts = fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
          fc.string({ unit: fc.constantFrom(...'&+%#;=?/\\"\'<>,|é ñ日😀-Az0'), minLength: 1, maxLength: most }),
        );
        return texts.filter((text) => text.trim().length >= least && [...text].length <= most && !/\p{Cc}/u.test(text));
      };
      const perhaps = (limit: number | null) => (limit === 0 ? fc.constant(null) : fc.option(field(limit)));
      const entered: fc.Arbitrary<Address> = fc.record({
        name: field(limits.name),
        company: perhaps(limits.company),
        line1: field(limits.line1),
        line2: perhaps(limits.line2),
        city: field(limits.city),
        state: fc.constantFrom('ID', 'ME', 'CA'),
        postalCode: fc.constantFrom('83702', '04401-1234'),
        country: fc.constant('US'),
        phone: perhaps(limits.phone),
      });
      const account = world.account();
      let at = 0;
      await fc.assert(
        fc.asyncProperty(entered, async (shipTo) => {
          at += 1;
          const verdict = await world.distributor.submit(account, order({ poNumber: `P-${at}`, shipTo }), {
            resend: false,
          });
          expect(verdict.verdict).toBe('accepted');
          expect(held().at(-1)?.shipTo).toEqual(shipTo);
        }),
        { seed: 3, numRuns: 250 },
      );
    });

    test.each([
      ['UNKNOWN-1', 'unknown-part'],
      ['NOSTOCK-1', 'out-of-stock'],
      ['PAY-1', 'payment'],
      ['DENY-1', 'not-allowed'],
    ])('the part %s is refused as %s, and nothing is held', async (partNumber, code) => {
      expect(await submit({ partNumber })).toMatchObject({ verdict: 'refused', code });
      expect(held()).toEqual([]);
    });

    test('an order that two warehouses ship is accepted', async () => {
      expect(await submit({ partNumber: 'SPLIT-1', quantity: 3 })).toMatchObject({ verdict: 'accepted' });
    });

    test.each([
      ['reject-part', { verdict: 'refused', code: 'unknown-part' }],
      ['reject-payment', { verdict: 'refused', code: 'payment' }],
      ['out-of-stock', { verdict: 'refused', code: 'out-of-stock' }],
      ['bad-credentials', { verdict: 'refused', code: 'bad-credentials' }],
      ['rate-limit', { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: ways.retryAfterSeconds }],
      ['server-error', { verdict: 'unknown' }],
      ['timeout-before', { verdict: 'unknown' }],
    ] as const)('%s: it is said, nothing is held, and nothing is sent twice', async (fault, verdict) => {
      fail('submit', fault);
      expect(await submit()).toMatchObject(verdict);
      expect(held()).toEqual([]);
      expect(submits().length).toBeLessThanOrEqual(1);
      expect(await submit()).toMatchObject({ verdict: 'accepted' });
    });

    test.each(['timeout-after', 'garbage'] as const)('%s: nobody knows, although the order is held', async (fault) => {
      fail('submit', fault);
      expect(await submit()).toMatchObject({ verdict: 'unknown' });
      expect(held()).toHaveLength(1);
      expect(submits()).toHaveLength(1);
    });

    test('a late order takes effect after its caller has given up', async () => {
      fail('submit', 'late');
      expect(await submit()).toMatchObject({ verdict: 'unknown' });
      expect(held()).toEqual([]);
      world.clock.advance(31_000);
      expect(held()).toHaveLength(1);
    });

    test(`a second order under the same number is ${ways.secondOrder}`, async () => {
      await submit();
      const again = await submit({}, true);
      expect(again).toMatchObject(
        ways.secondOrder === 'duplicate-po'
          ? { verdict: 'refused', code: 'duplicate-po' }
          : { verdict: 'accepted-but-different' },
      );
    });

    if (ways.secondOrder === 'duplicate-po')
      test('a first request that is called a duplicate may be its own: in doubt, or a duplicate where none can be looked up', async () => {
        await submit();
        expect(await submit()).toMatchObject(
          profile.lookUp === 'by-resend' ? { verdict: 'refused', code: 'duplicate-po' } : { verdict: 'unknown' },
        );
      });

    test.each(voices)('%s in the distributor’s place: nothing is held, and nothing is called absent', async (as) => {
      world.simulated.control.addFault({ call: 'submit', fault: 'unrouted', times: 1, as });
      expect(['unknown', 'refused']).toContain((await submit()).verdict);
      expect(held()).toEqual([]);
      expect(submits()).toEqual([]);
    });

    test('a shipping method that it is not known to offer is refused before anything is sent', async () => {
      const missing = (['second-day', 'next-day'] as const).filter(
        (method) => !world.distributor.profile.shippingMethods.includes(method),
      );
      for (const shippingMethod of missing)
        expect(await submit({ shippingMethod })).toMatchObject({ verdict: 'refused', code: 'not-allowed' });
      expect(missing.length === 0 || world.simulated.control.calls().length === 0).toBe(true);
    });
  });

  if (profile.lookUp === 'by-resend')
    test('it is found only by sending again: a look-up asks nobody and proves nothing', async () => {
      await placed();
      const before = world.simulated.control.calls().length;
      expect(await find(world.open(order()))).toMatchObject({ verdict: 'no-answer' });
      expect(world.simulated.control.calls()).toHaveLength(before);
    });
  else
    describe('find', () => {
      test('absent before, found with its number after', async () => {
        expect(await find(world.open(order()))).toEqual({ verdict: 'absent' });
        const { orderNumbers } = await placed();
        expect(await find(world.open(order()))).toEqual({ verdict: 'accepted', orderNumbers });
      });

      test('an order that two warehouses ship is found whole', async () => {
        const split = { partNumber: 'SPLIT-1', quantity: 3 };
        await placed(split);
        expect(await find(world.open(order(split)))).toMatchObject({ verdict: 'accepted' });
      });

      test('another part under our number is someone else’s; other pieces are different', async () => {
        await placed();
        expect(await find(world.open(order({ partNumber: '99-9999' })))).toMatchObject({ verdict: 'someone-elses' });
        expect(await find(world.open(order({ quantity: 3 })))).toMatchObject({ verdict: 'accepted-but-different' });
        expect(await find(world.open(order({ partNumber: ' 26 1772' })))).toMatchObject({ verdict: 'accepted' });
      });

      test.each(voices)('%s in the distributor’s place never makes a held order absent', async (as) => {
        const { orderNumbers } = await placed();
        world.simulated.control.addFault({ call: 'find', fault: 'unrouted', times: 20, as });
        const found = await find(world.open(order()));
        expect(found.verdict).not.toBe('absent');
        if (found.verdict === 'accepted') expect(found.orderNumbers).toEqual(orderNumbers);
        world.simulated.control.addFault({ call: 'track', fault: 'unrouted', times: 20, as });
        expect(await find(world.open(order()))).toMatchObject({ verdict: 'no-answer' });
      });

      test.each([
        ['rate-limit', { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: ways.retryAfterSeconds }],
        ['bad-credentials', { verdict: 'credentials-refused' }],
        ['server-error', { verdict: 'no-answer' }],
        ['garbage', { verdict: 'no-answer' }],
        ['timeout-before', { verdict: 'no-answer' }],
      ] as const)('%s proves nothing', async (fault, verdict) => {
        fail('find', fault, 20);
        expect(await find(world.open(order()))).toMatchObject(verdict);
      });

      test('a look-up that fails once is repeated', async () => {
        fail('find', 'server-error');
        expect(await find(world.open(order()))).toEqual({ verdict: 'absent' });
      });
    });

  describe('track', () => {
    test('nothing has been shipped yet', async () => {
      const open = await placed();
      expect(await track([open])).toMatchObject({ verdict: 'tracked', rest: [], pause: null });
    });

    test('every parcel of every warehouse is told', async () => {
      const open = await placed({ partNumber: 'SPLIT-1', quantity: 3 });
      world.simulated.control.ship(open.poNumber, [
        { carrier: 'ups', trackingNumber: '1Z12345E0205271688', quantity: 2 },
        { carrier: 'ups', trackingNumber: '1Z12345E6605272234', quantity: 1 },
      ]);
      const verdict = await track([open]);
      if (verdict.verdict !== 'tracked') throw new Error(verdict.verdict);
      expect(verdict.orders).toMatchObject([{ poNumber: 'PO-1001', someoneElses: null }]);
      const numbers = verdict.orders[0]?.parcels.map(({ trackingNumber }) => trackingNumber);
      expect(numbers?.toSorted()).toEqual(['1Z12345E0205271688', '1Z12345E6605272234']);
    });

    test('an order is complete when as many pieces have left as were ordered, in however many parcels', async () => {
      const open = await placed({ quantity: 3 });
      const completeWith = async (trackingNumber: string, quantity: number) => {
        world.simulated.control.ship(open.poNumber, [{ carrier: 'ups', trackingNumber, quantity }]);
        const verdict = await track([open]);
        return verdict.verdict === 'tracked' && verdict.orders.map(({ complete }) => complete);
      };
      expect(await completeWith('1Z12345E0205271688', 2)).toEqual([false]);
      expect(await completeWith('1Z12345E6605272234', 1)).toEqual([ways.countsPieces]);
    });

    test(`sixty orders cost at most ${ways.callsForSixty} calls`, async () => {
      const orders: OpenOrder[] = [];
      for (let at = 0; at < 60; at += 1) orders.push(await placed({ poNumber: `PO-${2000 + at}` }));
      world.simulated.control.ship('PO-2059', [{ carrier: 'ups', trackingNumber: '1Z12345E0205271688' }]);
      const before = world.simulated.control.calls().length;
      const verdict = await track(orders);
      expect(world.simulated.control.calls().length - before).toBeLessThanOrEqual(ways.callsForSixty);
      if (verdict.verdict !== 'tracked') throw new Error(verdict.verdict);
      expect(verdict.rest).toEqual([]);
      expect(verdict.orders.find(({ poNumber }) => poNumber === 'PO-2059')?.parcels).toHaveLength(1);
      expect(verdict.orders.filter(({ parcels }) => parcels.length > 0)).toHaveLength(1);
    });

    // Tucker Rocky tells parcels without the parts in them.
    if (slug !== 'tucker-rocky')
      test('parcels of an order that does not hold our part are not ours', async () => {
        const open = await placed();
        world.simulated.control.ship(open.poNumber, [{ carrier: 'ups', trackingNumber: '1Z12345E0205271688' }]);
        const other = await track([{ ...open, partNumber: '99-9999' }]);
        expect(other).toMatchObject({ orders: [{ parcels: [], someoneElses: expect.stringContaining('26-1772') }] });
      });

    test.each([
      ['rate-limit', { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: ways.retryAfterSeconds }],
      ['bad-credentials', { verdict: 'credentials-refused' }],
      ['server-error', { verdict: 'no-answer' }],
      ['garbage', { verdict: 'no-answer' }],
      ['timeout-before', { verdict: 'no-answer' }],
    ] as const)('%s: nothing is told, and it is said why', async (fault, verdict) => {
      const open = await placed();
      fail('track', fault, 500);
      fail('find', fault, 500);
      expect(await track([{ ...open, submittedAt: '2026-10-12T10:00:00.000Z' }])).toMatchObject(verdict);
    });

    test('nothing to ask, nothing asked', async () => {
      expect(await track([])).toEqual({
        verdict: 'tracked',
        orders: [],
        rest: [],
        unreadable: [],
        missing: [],
        pause: null,
      });
      expect(world.simulated.control.calls()).toEqual([]);
    });
  });

  describe('verify', () => {
    test('good credentials are good, and nothing is ordered', async () => {
      expect(await world.distributor.verify(world.account(), world.clock.now())).toEqual({ verdict: 'ok' });
      expect(world.simulated.control.calls().map(({ call }) => call)).toEqual(['verify']);
    });

    test.each(['BAD-key-12345', 'TEST-key-12345'])('%s is refused at the live host', async (key) => {
      const verdict = await world.distributor.verify(world.account('live', key), world.clock.now());
      expect(verdict).toMatchObject({ verdict: 'credentials-refused' });
      expect(leaksIn(verdict, [key])).toEqual([]);
    });

    test.each([
      ['rate-limit', { verdict: 'not-taken', reason: 'rate-limited' }],
      ['server-error', { verdict: 'no-answer' }],
      ['garbage', { verdict: 'no-answer' }],
      ['timeout-before', { verdict: 'no-answer' }],
    ] as const)('%s says nothing about the credentials', async (fault, verdict) => {
      fail('verify', fault, 20);
      expect(await world.distributor.verify(world.account(), world.clock.now())).toMatchObject(verdict);
    });
  });

  describe('quote', () => {
    const quote = (partNumber = '26-1772', quantity = 2) =>
      world.distributor.quote(world.account(), { partNumber, quantity });

    test('stock and cost are told, as far as this one tells them, and nothing is ordered', async () => {
      expect(await quote()).toEqual({
        verdict: 'quoted',
        offer: {
          ...{ available: null, backordered: null, cost: null, fee: null, dropShipAllowed: null, message: null },
          ...ways.offers.known,
        },
      });
      const calls = world.simulated.control.calls().map(({ call }) => call);
      expect(calls).toEqual(Array.from({ length: ways.offers.calls }, () => 'quote'));
      expect(held()).toEqual([]);
    });

    test.each([
      ['NOSTOCK-1', ways.offers.noStock],
      ['DENY-1', ways.offers.denied],
    ])('of the part %s what matters is told', async (partNumber, offer) => {
      expect(await quote(partNumber, 1)).toMatchObject({ verdict: 'quoted', offer });
    });

    test('of a part that is not known nothing but that', async () => {
      expect(await quote('UNKNOWN-1')).toMatchObject({
        offer: { cost: null, fee: null, dropShipAllowed: null, message: expect.stringMatching(/not (list|found)/i) },
      });
    });

    test.each([
      ['rate-limit', { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: ways.retryAfterSeconds }],
      ['bad-credentials', { verdict: 'credentials-refused' }],
      ['server-error', { verdict: 'no-answer' }],
      ['garbage', { verdict: 'no-answer' }],
      ['timeout-before', { verdict: 'no-answer' }],
    ] as const)('%s tells nothing, and it is said why', async (fault, verdict) => {
      fail('quote', fault, 20);
      expect(await quote()).toMatchObject(verdict);
    });

    test.each(voices)('%s in the distributor’s place is no offer', async (as) => {
      world.simulated.control.addFault({ call: 'quote', fault: 'unrouted', times: 20, as });
      const verdict = await quote();
      const offer = verdict.verdict === 'quoted' ? verdict.offer : {};
      expect(offer).not.toMatchObject({ available: expect.anything() });
      expect(offer).not.toMatchObject({ dropShipAllowed: expect.anything() });
    });
  });

  if (!profile.offersTestMode)
    test('there is no test mode, and no host for one', () => {
      expect(profile.hosts.test).toBeNull();
    });
  else
    describe('test mode', () => {
      test('a test order is held by the test host only', async () => {
        const account = world.account('test');
        expect(await world.distributor.submit(account, order(), { resend: false })).toMatchObject({
          verdict: 'accepted',
        });
        expect(held()).toMatchObject([{ mode: 'test' }]);
        expect(world.simulated.control.calls().every(({ mode }) => mode === 'test')).toBe(true);
      });
    });

  describe('secrets', () => {
    const kinds = [
      'bad-credentials',
      'server-error',
      'garbage',
      'timeout-after',
      'reject-part',
      'reject-payment',
      'rate-limit',
    ] as const;

    test('no credential and no address stands in any verdict, whatever goes wrong', async () => {
      const values = [...Object.values(credentialsOf(world.distributor)), address.name, address.line1];
      const said: unknown[] = [];
      for (const fault of kinds) {
        for (const call of ['submit', 'find', 'track', 'verify', 'quote'] as const) fail(call, fault, 3);
        said.push(await submit(), await find(world.open(order())), await track([world.open(order(), ['7000001'])]));
        said.push(await world.distributor.verify(world.account(), world.clock.now()));
        said.push(await world.distributor.quote(world.account(), order()));
        world.simulated.control.clearFaults();
      }
      expect(leaksIn(said, values)).toEqual([]);
      expect(leaksIn([...said, { planted: Buffer.from(values[0] ?? '').toString('base64') }], values)).toEqual([
        values[0],
      ]);
    });
  });
};
