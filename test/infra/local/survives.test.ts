import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AwsFault } from '../../../infra/local/process/aws-faults.ts';
import { type Local, startLocal } from '../../../infra/local/run.ts';
import { itemBody, orderBody } from '../../moto-hut.ts';

/** The first start after a change synthesizes. */
const patience = 180_000;
const logged: string[] = [];
let local: Local;

beforeAll(async () => {
  local = await startLocal({ onLog: (_, line) => logged.push(line) });
}, patience);
afterAll(() => local?.stop());

const Answer = v.looseObject({
  poNumber: v.optional(v.string()),
  status: v.optional(v.union([v.string(), v.number()])),
});
const ask = async (method: string, path: string, body?: object, wait = 0) => {
  const headers = {
    authorization: `Bearer ${local.token}`,
    'content-type': 'application/json',
    prefer: `wait=${wait}`,
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${local.url}${path}`, { method, headers, ...sent });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : v.parse(Answer, JSON.parse(text)) };
};
const advance = (advanceSeconds: number) => ask('POST', '/_local/clock', { advanceSeconds });
const goWrong = (fault: v.InferInput<typeof AwsFault>) => ask('POST', '/_local/aws/faults', fault);
const mend = () => ask('DELETE', '/_local/aws/faults');

const order = (orderId: string) => `/v1/stores/demo/orders/${orderId}`;
const put = (orderId: string) =>
  ask(
    'PUT',
    order(orderId),
    orderBody([itemBody({ slug: 'automatic' })], {
      customer: { name: 'Ada Rider', email: `ada-${orderId}@example.com` },
    }),
  );
const submit = (orderId: string, wait = 0) =>
  ask('POST', `${order(orderId)}/items/1/drop-ship`, { confirm: true }, wait);
/** The purchase orders of an order, as the store sees them. */
const purchaseOrders = async (orderId: string): Promise<readonly unknown[]> => {
  const { body } = await ask('GET', '/v1/stores/demo/purchase-orders');
  const all = v.parse(v.array(v.looseObject({ orderId: v.string(), status: v.string() })), body.items);
  return all.filter((each) => each.orderId === orderId).map(({ status }) => status);
};
const mails = async (orderId: string) =>
  v
    .parse(v.array(v.object({ to: v.array(v.string()) })), await (await fetch(`${local.url}/_local/mail`)).json())
    .filter(({ to }) => to.includes(`ada-${orderId}@example.com`)).length;

const ship = (poNumber: unknown) =>
  ask('POST', `/v1/stores/demo/purchase-orders/${poNumber}/shipments`, {
    carrier: 'ups',
    trackingNumber: '1Z5R89390357567127',
    quantity: 1,
  });

it('a key that is disabled: an order waits, and is placed once when it is enabled', { timeout: 60_000 }, async () => {
  await put('9001');
  await goWrong({ service: 'kms', error: 'DisabledException', times: 1000 });
  expect((await submit('9001')).status).toBe(202);
  await advance(120);
  expect(await purchaseOrders('9001')).toEqual(['submitting']);
  expect(logged.join('\n')).toContain('DisabledException');
  await mend();
  await advance(900);
  expect(await purchaseOrders('9001')).toEqual(['accepted']);
});

it('a queue that takes nothing: the poller finds the order', { timeout: 60_000 }, async () => {
  await put('9002');
  await goWrong({ service: 'sqs', operation: 'SendMessage', error: 'AccessDenied', times: 4 });
  expect((await submit('9002')).status).toBe(202);
  await mend();
  await advance(900);
  expect(await purchaseOrders('9002')).toEqual(['accepted']);
});

it('transactions that are throttled or in conflict: nothing is placed twice, nothing is lost', {
  timeout: 60_000,
}, async () => {
  await put('9003');
  for (const code of ['ThrottlingError', 'TransactionConflict']) {
    const reasons = [code, 'None', 'None'];
    const error = 'TransactionCanceledException';
    await goWrong({ service: 'dynamodb', operation: 'TransactWriteItems', error, reasons, times: 3 });
    await submit('9003');
    await mend();
  }
  await goWrong({ service: 'dynamodb', error: 'ProvisionedThroughputExceededException', times: 6 });
  await submit('9003');
  await mend();
  await submit('9003');
  await advance(900);
  expect(await purchaseOrders('9003')).toEqual(['accepted']);
});

it('an account that SES has suspended: the mail waits, and is sent once when it may be', {
  timeout: 60_000,
}, async () => {
  await put('9004');
  const { body } = await submit('9004', 10);
  await goWrong({
    service: 'ses',
    error: 'MessageRejected',
    message: 'Sending suspended for this account. For more information, please check the inbox of the address.',
    times: 1000,
  });
  await ship(body.poNumber);
  await advance(3600);
  expect(await mails('9004')).toBe(0);
  expect(logged.join('\n')).toContain('mail-not-allowed');
  await mend();
  await advance(1800);
  expect(await mails('9004')).toBe(1);
});

it('what it is told is checked, shown and forgotten', async () => {
  expect((await goWrong({ service: 'kms', error: 'Not an error!' })).status).toBe(400);
  expect((await goWrong({ service: 'kms', error: 'DisabledException', times: 2 })).body).toMatchObject({
    faults: [{ service: 'kms', error: 'DisabledException', times: 2 }],
  });
  await mend();
  expect((await ask('GET', '/_local/aws/faults')).body).toEqual({ faults: [] });
});
