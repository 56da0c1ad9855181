import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { safeText } from '../../../shared/domain/verdicts.ts';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';
import { answer, scriptedAccount } from './replies.ts';
import { credentialsOf, order, worldOf } from './world.ts';

describe('the contract', () => {
  contract('tucker-rocky', {
    retryAfterSeconds: 60,
    secondOrder: 'duplicate-po',
    countsPieces: false,
    offers: {
      known: { available: 13, cost: 1000, message: safeText('In stock: TX 9+, CA 4 (a plus stands for "or more").') },
      noStock: { available: 0, cost: 1000, message: null },
      denied: { available: 13 },
      calls: 1,
    },
    callsForSixty: 3,
  });
});

describe('answers', () => {
  answers(tuckerRocky);
});

describe('the query', () => {
  const distributor = distributors['tucker-rocky'];

  test('buys by a GET that is declared a write, and never under a number twice', async () => {
    const { account, asked } = scriptedAccount(distributor, { 'GET ': answer(200, {}) });
    for (const resend of [false, true]) await distributor.submit(account, order(), { resend });
    for (const { effect, query } of asked) {
      expect(effect).toBe('write');
      expect(Object.fromEntries(query ?? [])).toMatchObject({
        type: 'ORD',
        allowduplicatepo: 'NO',
        submit: 'YES',
        line: '26-1772,2',
        po: 'PO-1001',
      });
    }
  });

  test('cannot name a part with a comma, and is not asked to guess', async () => {
    const { account, asked } = scriptedAccount(distributor, {});
    const verdict = await distributor.submit(account, order({ partNumber: 'A,2' }), { resend: false });
    expect([verdict, asked]).toMatchObject([{ verdict: 'refused', code: 'unknown-part' }, []]);
  });

  test('cannot be asked for a number of ours: sending again is the only look-up', async () => {
    const world = worldOf('tucker-rocky');
    const open = world.open(order());
    expect(distributor.profile).toMatchObject({ lookUp: 'by-resend', resend: true });
    expect(await distributor.find(world.account(), open, world.clock.now())).toMatchObject({ verdict: 'no-answer' });
    expect(world.simulated.control.calls()).toEqual([]);
  });

  test('asks for many orders at once, and never in an address of more than 2,000 characters', async () => {
    const { account, asked } = scriptedAccount(distributor, {
      'GET ': answer(200, { SHP: { status: 'SUCCESSFUL', shipment: [] } }),
    });
    const open = { poNumber: '', partNumber: 'A', quantity: 1, submittedAt: '2026-11-20T10:00:00.000Z' as const };
    const orders = Array.from({ length: 300 }, (_, at) => ({
      ...open,
      poNumber: `P-${at}`,
      orderNumbers: [`${7_000_000 + at}`, `${8_000_000 + at}`],
    }));
    expect(await distributor.track(account, orders, 0)).toMatchObject({ verdict: 'tracked', rest: [] });
    const lengths = asked.map(
      ({ query }) =>
        `https://api.tucker.com/bin/trws?${new URLSearchParams(query?.map(([name, value]): [string, string] => [name, value]))}`
          .length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2_000);
    expect(asked.length).toBeLessThan(10);
    expect(asked.flatMap(({ query }) => query?.filter(([name]) => name === 'ordernum') ?? [])).toHaveLength(600);
  });

  test('for an order that spoils the answer is split until the others are told', async () => {
    const world = worldOf('tucker-rocky');
    const orders = [];
    for (const poNumber of ['P-1', 'P-2', 'P-3']) {
      const verdict = await distributor.submit(world.account(), order({ poNumber }), { resend: false });
      if (verdict.verdict === 'accepted')
        orders.push({ ...world.open(order({ poNumber })), orderNumbers: verdict.orderNumbers });
    }
    world.simulated.control.addFault({ call: 'track', fault: 'garbage', times: 1 });
    expect(await distributor.track(world.account(), orders, world.clock.now())).toMatchObject({
      verdict: 'tracked',
      orders: [{}, {}, {}],
      rest: [],
    });
  });
});

test('the name of a warehouse is somebody’s words: no markup and no credential of it is shown', async () => {
  const credentials = credentialsOf(distributors['tucker-rocky']);
  const dcname = `<b>TX</b> ${credentials.apiKey}`;
  const item = { itemnum: '26-1772', price: '1', dc: [{ dcname, dcinv: '9' }] };
  const { account } = scriptedAccount(distributors['tucker-rocky'], { 'GET ': answer(200, { INP: { item: [item] } }) });
  const verdict = await distributors['tucker-rocky'].quote(account, { partNumber: '26-1772', quantity: 1 });
  expect(verdict).toMatchObject({ offer: { message: 'In stock: TX [redacted] 9+ (a plus stands for "or more").' } });
});
