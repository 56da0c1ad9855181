import { expect, it } from 'vitest';
import { claimsIn, linesOf } from '../../../infra/restore/claims-in-log.ts';

const claim = {
  timestamp: '2026-11-23T12:00:00.000Z',
  storeId: 's1',
  orderId: '1001',
  itemId: '1',
  poNumber: '1001-1',
  distributor: 'wps',
  mode: 'live',
  partNumber: '26-1772',
  quantity: 1,
};
const line = (more: object) =>
  JSON.stringify({ level: 'INFO', message: 'purchase-order-called', ...claim, function: 'submit-order', ...more });

it('claims are read out of the log, each once, the oldest first, whatever else lies there', () => {
  const lines = [
    line({ poNumber: '1002-1', timestamp: '2026-11-23T13:00:00.000Z', correlationId: 'click' }),
    line({ message: 'purchase-order-claimed' }),
    line({}),
    line({ storeId: 's2' }),
    line({ message: 'purchase-order-moved' }),
    line({ poNumber: undefined }),
    line({ distributor: 'acme' }),
    '{"_aws":{}}',
    'START RequestId',
    '',
  ];
  const expected = [
    claim,
    { ...claim, storeId: 's2' },
    { ...claim, poNumber: '1002-1', timestamp: '2026-11-23T13:00:00.000Z', correlationId: 'click' },
  ];
  expect(claimsIn(lines)).toEqual(expected);
  expect(claimsIn(linesOf(lines.join('\n')))).toEqual(expected);
  expect(claimsIn(linesOf(JSON.stringify(lines)))).toEqual(expected);
});
