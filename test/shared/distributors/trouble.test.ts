import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import { automatic } from './fixtures/automatic.ts';
import type { Fixtures } from './fixtures/fixture.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';
import { wps } from './fixtures/wps.ts';
import { answer, scriptedAccount, textAnswer } from './replies.ts';
import { open, order } from './world.ts';

const submit = ({ slug, before, commit }: Fixtures, reply: DistributorReply, resend = false) => {
  const script = { ...before, 'GET /orders/PO-1001': textAnswer(503, ''), [commit]: reply };
  return distributors[slug].submit(scriptedAccount(distributors[slug], script).account, order(), { resend });
};

/** A sentence in the place where each of them says its no. */
const saying: readonly (readonly [fixtures: Fixtures, reply: (words: string) => DistributorReply])[] = [
  [wps, (message) => answer(422, { message })],
  [automatic, (message) => answer(400, { message })],
  [automatic, (message) => answer(400, { code: 'E100', message })],
  [partsUnlimited, (text) => answer(200, { mainframeErrors: [{ text }] })],
  [partsUnlimited, (status_message) => answer(200, { status_code: 400, status_message })],
  [tuckerRocky, (errormsg) => answer(200, { ORD: { status: 'FAILED', errormsg } })],
  [tuckerRocky, (errormsg) => answer(200, { ORD: { status: 'FAILED', orderinput: { orderline: [{ errormsg }] } } })],
];

describe.each(saying)('a no of %# in words', (fixtures, reply) => {
  test.each([
    'TIMEOUT WAITING FOR RESPONSE',
    'HOST TIME-OUT',
    'The request timed out.',
    'Upstream request timeout',
    'TRANSACTION ABEND ASRA',
    'SYSTEM NOT AVAILABLE',
    'Service temporarily unavailable, please try again later',
    'Deadlock found when trying to get lock; try restarting transaction',
    'Record locked by another user',
    'A request with this reference is being processed',
    'The order is in progress',
    'Internal server error',
    'The connection was closed',
    'Payment gateway timeout',
  ])('of trouble on the way leaves the order in doubt, at first and when sent again: %s', async (words) => {
    expect(await submit(fixtures, reply(words))).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining(words),
      words,
    });
    expect(await submit(fixtures, reply(words), true)).toMatchObject({ verdict: 'unknown' });
  });

  test.each([
    'Item is temporarily out of stock, please try again later',
    'Payment declined',
    'Credit limit exceeded',
    'Daily credit limit exceeded',
    'No payment method on file',
    'Credit limit already exceeded',
    'Past due from a previous invoice, terms: credit',
    'Order declined: account on hold',
    'The order could not be placed: card payment declined',
    'Order not accepted, insufficient funds',
    'Item already out of stock',
    'All stock is reserved for other dealers',
  ])('of the order is one: %s', async (words) => {
    expect(await submit(fixtures, reply(words))).toMatchObject({
      verdict: 'refused',
      code: /stock/.test(words) ? 'out-of-stock' : 'payment',
    });
  });

  test.each([
    'Reference must be unique',
    'Order reference is on file',
    'La orden ya existe',
    'Pedido duplicado',
    'Numéro de commande déjà utilisé',
    'Bestellnummer bereits vergeben',
    'Ordine già inserito',
    'Bestellung existiert',
    'La commande existe',
    'pedido já cadastrado',
    '订单已存在',
    'Reference 1001 used',
    'PO NUMBER NOT AVAILABLE',
    'The order number is not available',
    'SQLSTATE[23000]: Integrity constraint violation: 1062',
    'Violation of PRIMARY KEY constraint',
    'Replay detected',
    'Same request received',
    'Identical order within 24 hours',
    'Payment already processed',
    'Your card was charged for this order twice',
  ])('that may be the echo of our own request is in doubt: %s', async (words) => {
    expect(await submit(fixtures, reply(words))).toMatchObject({ verdict: 'unknown' });
  });

  test.each([
    'Thank you for your order',
    'Accepted',
    'Order accepted, payment pending',
    'Order entered, awaiting payment',
    'Order saved, credit review',
    'Order placed on hold',
    'Your order is on hold for credit review',
    'Order 7654321 placed on credit hold',
    'Payment has been captured for this order',
    'Item out of stock, order placed on backorder',
    'Item backordered, order 7654321 created',
    'We have received this order',
    'This order was submitted on 11/26',
    'The order has shipped',
    'Order is closed',
  ])('that tells of an order that was made is in doubt: %s', async (words) => {
    expect(await submit(fixtures, reply(words))).toMatchObject({ verdict: 'unknown' });
  });
});

describe('a limit in words inside a good answer', () => {
  const limit = { verdict: 'not-taken', reason: 'rate-limited' };
  const words = ['DAILY REQUEST LIMIT EXCEEDED', 'TOO MANY REQUESTS', 'Daily limit reached', 'API limit exceeded'];

  test.each(words)('of Tucker Rocky refuses no order and pauses the account: %s', async (errormsg) => {
    expect(await submit(tuckerRocky, answer(200, { ORD: { status: 'FAILED', errormsg } }))).toMatchObject(limit);
    const asked = (type: string) =>
      scriptedAccount(distributors['tucker-rocky'], {
        'GET ': answer(200, { [type]: { status: 'FAILED', errormsg } }),
      });
    const shipments = asked('SHP');
    expect(
      await distributors['tucker-rocky'].track(shipments.account, [open, { ...open, poNumber: 'PO-2' }], 0),
    ).toMatchObject(limit);
    expect(shipments.asked).toHaveLength(1);
    expect(await distributors['tucker-rocky'].verify(asked('INV').account, 0)).toMatchObject(limit);
  });

  test.each(words)('of Parts Unlimited refuses no order: %s', async (text) => {
    expect(await submit(partsUnlimited, answer(200, { mainframeErrors: [{ text }] }))).toMatchObject(limit);
  });

  test('is none where an order number stands beside it', async () => {
    const ORD = { status: 'FAILED', errormsg: 'Daily limit reached', orderoutput: { ordernum: '77' } };
    expect(await submit(tuckerRocky, answer(200, { ORD }))).toMatchObject({ verdict: 'accepted-but-different' });
  });
});

test('a quota that is used up is no payment that was refused', async () => {
  expect(await submit(wps, answer(402, { message: 'Monthly API quota exceeded' }))).toMatchObject({
    verdict: 'not-taken',
  });
});

test.each([408, 425])(
  'the code %i in a body of Parts Unlimited says "not now", which is no no',
  async (status_code) => {
    const reply = answer(200, { status_code, status_message: 'Too early' });
    expect(await submit(partsUnlimited, reply)).toMatchObject({ verdict: 'unknown' });
  },
);

test('a 403 in JSON without a word, as walls in front of a server answer, refuses no order', async () => {
  const wall = answer(403, { url: 'https://geo.captcha.example/captcha/?cid=1' });
  for (const fixtures of [wps, automatic, partsUnlimited, tuckerRocky])
    expect(await submit(fixtures, wall)).toMatchObject({ verdict: 'unknown' });
});

test('a 422 of Automatic without its code is about what its words say', async () => {
  const refused = (message: string) => submit(automatic, answer(422, { message }));
  expect(await refused('The zip is invalid.')).toMatchObject({ verdict: 'refused', code: 'bad-address' });
  expect(await refused('The item number is restricted for processing')).toMatchObject({ code: 'not-allowed' });
});
