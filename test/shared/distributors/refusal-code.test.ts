import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import type { OrderToPlace } from '../../../shared/domain/vocabulary.ts';
import { automatic } from './fixtures/automatic.ts';
import type { Fixtures } from './fixtures/fixture.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';
import { wps } from './fixtures/wps.ts';
import { answer, scriptedAccount, textAnswer } from './replies.ts';
import { address, order } from './world.ts';

const submit = ({ slug, before, commit }: Fixtures, reply: DistributorReply, changes: Partial<OrderToPlace> = {}) => {
  const script = { ...before, 'GET /orders/PO-1001': textAnswer(503, ''), [commit]: reply };
  return distributors[slug].submit(scriptedAccount(distributors[slug], script).account, order(changes), {
    resend: true,
  });
};

/** A status under which each says no in complaints by field. */
const byField: readonly (readonly [fixtures: Fixtures, status: number])[] = [
  [wps, 422],
  [automatic, 400],
  [partsUnlimited, 422],
];

describe.each(byField)('complaints by field, %#', (fixtures, status) => {
  test.each([
    ['token', 'is too long', 'other'],
    ['card', 'is invalid', 'other'],
    ['payment_note', 'is too long', 'other'],
    ['credit_memo', 'is odd', 'other'],
    ['stock_number', 'is odd', 'other'],
    ['permission', 'is odd', 'other'],
    ['item_sku', 'is invalid', 'unknown-part'],
    ['sku', 'is out of stock', 'out-of-stock'],
    ['ship_zip', 'is invalid', 'bad-address'],
    ['shipTo.city', 'is too long', 'bad-address'],
  ])('%s %s: %s', async (field, message, code) => {
    for (const json of [{ errors: { [field]: [message] } }, { errors: [{ field, message }] }, { [field]: [message] }])
      expect(await submit(fixtures, answer(status, json))).toMatchObject({
        verdict: 'refused',
        code,
        message: expect.stringContaining(`${field}: ${message}`),
      });
  });
});

const saying: readonly (readonly [fixtures: Fixtures, reply: (words: string) => DistributorReply])[] = [
  [wps, (message) => answer(422, { message })],
  [automatic, (message) => answer(400, { message })],
  [partsUnlimited, (text) => answer(200, { mainframeErrors: [{ text }] })],
  [tuckerRocky, (errormsg) => answer(200, { ORD: { status: 'FAILED', errormsg } })],
];

describe.each(saying)('the words of a no, %#', (fixtures, reply) => {
  test.each([
    ['Ship name may not be longer than 30 characters', 'bad-address'],
    ['The city is not allowed to be empty', 'bad-address'],
    ['Your card has insufficient funds', 'payment'],
    ['The stock number is odd', 'other'],
    ['Insufficient quantity', 'out-of-stock'],
    ['This item may not be sold in California', 'not-allowed'],
  ])('%s: %s', async (words, code) => {
    const told = { verdict: 'refused', code: fixtures === wps || !words.startsWith('Ship name') ? code : 'other' };
    expect(await submit(fixtures, reply(words))).toMatchObject(told);
  });

  test.each<[string, Partial<OrderToPlace>]>([
    ['PO CREDIT-7 was odd', { poNumber: 'CREDIT-7' }],
    ['po credit-7 was odd', { poNumber: 'CREDIT-7' }],
    ['STOCK-12 was odd', { partNumber: 'STOCK-12' }],
    ['Card Payment was odd', { shipTo: { ...address, name: 'Card Payment' } }],
  ])('%s: what we sent and they repeat tells no code', async (words, changes) => {
    const said = submit(
      { ...fixtures, before: fixtures === wps ? cartOf(changes) : fixtures.before },
      reply(words),
      changes,
    );
    expect(await said).toMatchObject({ verdict: 'refused', code: 'other' });
  });
});

/** The cart of an order of WPS with these changes. */
const cartOf = ({ poNumber = 'PO-1001', partNumber = '26-1772' }: Partial<OrderToPlace>) => ({
  [`GET /carts/${poNumber}`]: [
    answer(404, { message: 'Not found' }),
    answer(200, { data: { po_number: poNumber, items: [{ item: partNumber, quantity: 2 }] } }),
  ],
  'POST /carts': answer(200, { data: { po_number: poNumber } }),
  [`POST /carts/${poNumber}/items`]: answer(200, { data: { sku: partNumber } }),
  [`DELETE /carts/${poNumber}`]: answer(204, undefined),
});

test('our own number in words that may be the echo of our own request leaves the order in doubt', async () => {
  const poNumber = 'CREDIT-7';
  const script = { ...cartOf({ poNumber }), 'POST /orders': answer(422, { message: 'CREDIT-7 has been used' }) };
  const { account } = scriptedAccount(distributors.wps, script);
  expect(await distributors.wps.submit(account, order({ poNumber }), { resend: false })).toMatchObject({
    verdict: 'unknown',
  });
});

test('a 402 of Automatic is about payment, and in words of a limit it is none', async () => {
  const told = (message: string) => submit(automatic, answer(402, { message }));
  expect(await told('Your account is past due')).toMatchObject({ verdict: 'refused', code: 'payment' });
  expect(await told('Monthly API quota exceeded')).toMatchObject({ verdict: 'not-taken' });
  expect(await submit(automatic, answer(402, { code: 'E200', message: 'odd' }))).toMatchObject({ verdict: 'unknown' });
});

test('a no of Parts Unlimited may come as a list of complaints, or as a text', async () => {
  for (const json of ['Out of stock', ['Out of stock'], [{ message: 'Out of stock' }]])
    expect(await submit(partsUnlimited, answer(400, json))).toMatchObject({ verdict: 'refused', code: 'out-of-stock' });
  const odd = answer(400, [{ status_code: 200, status_message: 'OK', reference_number: '77' }]);
  expect(await submit(partsUnlimited, odd)).toMatchObject({ verdict: 'unknown' });
  expect(await submit(partsUnlimited, answer(200, ['Out of stock']))).toMatchObject({ verdict: 'unknown' });
});

test.each([
  [wps, answer(402, { message: 'Card declined: daily limit exceeded' }), 'payment'],
  [wps, answer(422, { message: 'Daily limit of 2 pieces exceeded for this item' }), 'other'],
  [automatic, answer(402, { message: 'Card declined: daily limit exceeded' }), 'payment'],
  [automatic, answer(400, { code: 'E100', message: 'Item quota exceeded' }), 'other'],
  [
    partsUnlimited,
    answer(200, { status_code: 422, status_message: 'Part 26-1772 exceeds the daily limit of 1 per dealer' }),
    'other',
  ],
  [
    tuckerRocky,
    answer(200, { ORD: { status: 'FAILED', errormsg: 'Item limited: monthly limit of 1 reached' } }),
    'other',
  ],
] as const)('a limit of a card or of an item is a no, and pauses nobody: %#', async (fixtures, reply, code) => {
  expect(await submit(fixtures, reply)).toMatchObject({ verdict: 'refused', code });
});

test.each([
  [wps, answer(403, { message: 'Access to this resource is not allowed' }), 'other'],
  [wps, answer(403, { message: 'This item is not allowed to be drop shipped' }), 'not-allowed'],
  [partsUnlimited, answer(403, { message: 'Access to this resource is not allowed' }), 'other'],
  [partsUnlimited, answer(422, { message: 'Invalid state token' }), 'other'],
  [wps, answer(422, { message: 'Invalid state token' }), 'other'],
] as const)('words about whoever asks say nothing of the order: %#', async (fixtures, reply, code) => {
  expect(await submit(fixtures, reply)).toMatchObject({ verdict: 'refused', code });
});

test('a rate limiter is a part, too', async () => {
  const no = answer(422, { message: 'Rate limiter 26-1772 is out of stock' });
  expect(await submit(wps, no)).toMatchObject({ verdict: 'refused', code: 'out-of-stock' });
});

test.each([
  [wps, answer(409, { message: 'The order is odd' })],
  [automatic, answer(404, { error: { message: 'The order is odd' } })],
  [partsUnlimited, answer(404, { errors: ['The order is odd'] })],
  [partsUnlimited, answer(503, { message: 'The order is odd' })],
])('an answer that is neither yes nor no is told in its own words: %#', async ({ slug, before, commit }, reply) => {
  const { account } = scriptedAccount(distributors[slug], { ...before, [commit]: reply });
  expect(await distributors[slug].submit(account, order(), { resend: false })).toMatchObject({
    verdict: 'unknown',
    words: 'The order is odd',
  });
});
