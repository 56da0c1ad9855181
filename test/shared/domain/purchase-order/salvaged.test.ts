import { describe, expect, it } from 'vitest';
import { isOverdue, salvaged } from '../../../../shared/domain/purchase-order/salvaged.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { accepted, hour, inDoubt, noon } from '../../../rows.ts';

const without = (row: object, field: string): object => {
  const { ...rest } = row;
  Reflect.deleteProperty(rest, field);
  return rest;
};

describe('a purchase order that cannot be read', () => {
  it('keeps what can be read, and goes before a person', () => {
    const found = salvaged({ ...without(inDoubt(), 'missesInARow'), history: 'none' }, noon);
    expect(found?.wrong.toSorted()).toEqual(['history', 'missesInARow']);
    expect(found?.was).toBe(inDoubt().rev);
    expect(found?.row).toMatchObject({
      state: 'needs-person',
      status: 'needs-person',
      partNumber: inDoubt().partNumber,
      shipTo: inDoubt().shipTo,
      missesInARow: 0,
      attention: { reason: 'cannot-be-decided', since: instant(noon) },
    });
    expect(found?.row.attention?.whatToDo).toContain('could not be read whole');
    expect(found?.row.due).toBeDefined();
  });

  it('stays accepted and is tracked on, where that could be read', () => {
    const found = salvaged(without(accepted(), 'notTaken'), noon);
    expect(found?.row).toMatchObject({
      state: 'accepted',
      tracking: 'open',
      attention: { reason: 'cannot-be-decided' },
    });
  });

  it('may have been sent, where its state cannot be read', () => {
    const found = salvaged({ ...inDoubt(), state: 'somewhere', sends: 'once' }, noon);
    expect(found?.row).toMatchObject({ state: 'needs-person', sends: 1 });
  });

  it('keeps the rest where a time is none that sorts beside the others', () => {
    for (const time of ['yesterday', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00.000+01:00']) {
      expect(salvaged({ ...accepted(), trackUntil: time }, noon)?.wrong).toEqual(['trackUntil']);
      expect(isOverdue({ dueAt: time }, noon)).toBe(true);
    }
  });

  it('is left to the version that can read it for an hour', () => {
    expect(isOverdue({ dueAt: instant(noon) }, noon + hour - 1)).toBe(false);
    expect(isOverdue({ dueAt: instant(noon) }, noon + hour)).toBe(true);
    expect(isOverdue({ dueAt: 1 }, noon)).toBe(true);
  });

  it('is left alone when it can be read, or cannot be named', () => {
    expect(salvaged(inDoubt(), noon)).toBeNull();
    expect(salvaged(without(inDoubt(), 'poNumber'), noon)).toBeNull();
    expect(salvaged(without(inDoubt(), 'itemId'), noon)).toBeNull();
    expect(salvaged('a text', noon)).toBeNull();
  });
});
