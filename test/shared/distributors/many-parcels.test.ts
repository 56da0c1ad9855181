import { expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { answer, scriptedAccount } from './replies.ts';

const number = (at: number): string => `1Z999AA1${1_000_000_000 + at}`;
const numbers = Array.from({ length: 4000 }, (_, at) => number(at));
const open = {
  poNumber: 'PO-1001',
  orderNumbers: ['1'],
  partNumber: '26-1772',
  quantity: 1,
  submittedAt: '2026-11-20T08:00:00.000Z',
} as const;
const now = Date.parse('2026-11-21T08:00:00.000Z');
const detail = (tracking_numbers: unknown) => ({
  data: [{ po_number: 'PO-1001', order_details: [{ order_number: '1', tracking_numbers }] }],
});

test.each([
  ['as a list', detail(numbers)],
  ['as one text', detail(numbers.join('\n'))],
])('4,000 parcels in one answer are read in well under a second, %s', async (_, body) => {
  const { account } = scriptedAccount(distributors.wps, { 'GET /orders': answer(200, body) });
  const before = performance.now();
  const verdict = await distributors.wps.track(account, [open], now);
  expect(performance.now() - before).toBeLessThan(1000);
  expect(verdict).toMatchObject({ verdict: 'tracked', orders: [{ poNumber: 'PO-1001' }] });
  expect(verdict.verdict === 'tracked' && verdict.orders[0]?.parcels).toHaveLength(4000);
});
