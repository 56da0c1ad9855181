import { describe, expect, it } from 'vitest';
import { settle } from '../../../../shared/domain/purchase-order/attempt.ts';
import { resolve } from '../../../../shared/domain/purchase-order/outcome.ts';
import type { SubmitVerdict } from '../../../../shared/domain/verdicts.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { accepted, calling, day, hour, inDoubt, needsPerson, noon, poRow, refused } from '../../../rows.ts';

const yes: SubmitVerdict = { verdict: 'accepted', orderNumbers: ['7000001'] };

describe('a person who resolves', () => {
  it('finds it placed: accepted with the order number, watched from now', () => {
    const answer = { outcome: 'accepted', distributorOrderNumber: '7000009', reason: 'By telephone' } as const;
    expect(resolve(needsPerson(), noon + hour, answer)).toMatchObject({
      status: 'accepted',
      orderNumbers: ['7000009'],
      attention: null,
      trackUntil: instant(noon + hour + 42 * day),
      owed: [{ kind: 'watch' }, { kind: 'event', type: 'purchase_order.accepted' }],
    });
  });

  it('finds it not placed: refused, with his reason', () => {
    const next = resolve(needsPerson(), noon, { outcome: 'not-placed', reason: 'They have nothing' });
    expect(next).toMatchObject({
      status: 'refused',
      refusal: { code: 'other', message: expect.stringContaining('They have nothing') },
      attention: null,
    });
  });

  it('lets a refused attempt stand that the distributor took all the same: a purchase order, watched and told of', () => {
    const attention = {
      reason: 'duplicate-suspected' as const,
      since: instant(noon),
      whatToDo: 'Ask the distributor.',
    };
    const late = refused({ attention, orderNumbers: ['7000001'] });
    const stands = { outcome: 'accepted', distributorOrderNumber: '7000001', reason: 'We keep it' } as const;
    expect(resolve(late, noon + hour, stands)).toMatchObject({
      state: 'accepted',
      status: 'accepted',
      storeKey: 'moto-hut',
      orderNumbers: ['7000001'],
      refusal: null,
      attention: null,
      tracking: 'open',
      trackUntil: instant(noon + hour + 42 * day),
      owed: expect.arrayContaining([{ kind: 'watch' }]),
    });
    expect(resolve(late, noon, { outcome: 'noted', reason: 'x' })).toBeNull();
  });

  it('puts away the worry about a purchase order that stands, and about no other', () => {
    const attention = {
      reason: 'duplicate-suspected' as const,
      since: instant(noon),
      whatToDo: 'Ask the distributor.',
    };
    const noted = resolve(accepted({ attention }), noon, { outcome: 'noted', reason: 'They cancelled the other' });
    expect(noted).toMatchObject({ state: 'accepted', attention: null, owed: [] });
    expect(noted?.history.at(-1)?.text).toBe('Looked into by a person: They cancelled the other');
    expect(resolve(accepted({ attention }), noon, { outcome: 'not-placed', reason: 'x' })).toBeNull();
    expect(resolve(needsPerson(), noon, { outcome: 'noted', reason: 'x' })).toBeNull();
  });

  it('has nothing to do where nobody is needed', () => {
    for (const row of [poRow(), calling(), inDoubt(), accepted(), refused()])
      expect(resolve(row, noon, { outcome: 'not-placed', reason: 'x' })).toBeNull();
  });
});

it('every event of a purchase order has an id of its own, which begins with its time', () => {
  const first = settle(calling(), noon, 't1', yes, true);
  const second = first && settle({ ...accepted(), ...first }, noon, 't0', { ...yes, orderNumbers: ['7000002'] }, true);
  expect(second?.owed.flatMap((owed) => (owed.kind === 'event' ? owed.id : []))).toEqual([
    '2026-11-23T12:00:00.000Z.1001-1.1',
    '2026-11-23T12:00:00.000Z.1001-1.2',
  ]);
});
