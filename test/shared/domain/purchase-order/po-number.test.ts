import { assert, property, string, stringMatching, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposePoNumber } from '../../../../shared/domain/purchase-order/po-number.ts';

const id = stringMatching(/^[A-Za-z0-9._-]{1,64}$/);

describe('a proposed PO number', () => {
  it('is order and item, readable', () => {
    expect(proposePoNumber('1001', '2', 0)).toBe('1001-2');
    expect(proposePoNumber('1001', '2', 1)).toBe('1001-2-2');
    expect(proposePoNumber('1001', '2', 11)).toBe('1001-2-12');
  });

  it('is a name of them where they are too long or hold other characters', () => {
    expect(proposePoNumber('WEB.2026.000123456', 'a1', 0)).toMatch(/^WEB-[0-9A-Z-]*-[0-9A-Z]{8}$/);
    expect(proposePoNumber('a', '1', 0)).not.toBe(proposePoNumber('A', '1', 0));
  });

  it('is always one to twenty of A-Z 0-9 -, and the same whenever it is asked for', () => {
    assert(
      property(tuple(id, id), ([orderId, itemId]) => {
        for (const count of [0, 1, 9, 99, 9999]) {
          const poNumber = proposePoNumber(orderId, itemId, count);
          expect(poNumber).toMatch(/^[A-Z0-9-]{1,20}$/);
          expect(proposePoNumber(orderId, itemId, count)).toBe(poNumber);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('takes whatever it is given as an id', () => {
    assert(
      property(tuple(string(), string()), ([orderId, itemId]) => {
        expect(proposePoNumber(orderId, itemId, 0)).toMatch(/^[A-Z0-9-]{1,20}$/);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is another one for every item and count', () => {
    const orders = ['1001', 'web.1001', 'web_1001', 'WEB-1001', 'a'.repeat(64), 'A'.repeat(64), `${'a'.repeat(63)}b`];
    const items = ['1', '2', 'x', 'x.1', 'line-item-with-a-long-name'];
    const numbers = orders.flatMap((order) =>
      items.flatMap((item) => [0, 1, 2].map((count) => proposePoNumber(order, item, count))),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
