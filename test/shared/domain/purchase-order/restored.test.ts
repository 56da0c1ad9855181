import { describe, expect, it } from 'vitest';
import { doubtUnsent } from '../../../../shared/domain/purchase-order/restored.ts';
import { callAt, inDoubt, noon, poRow } from '../../../rows.ts';

const call = { token: 'restore', credentialVersion: 'v1' };

describe('a purchase order that the restored table believes unsent', () => {
  it('counts as sent once: no more than that can have been forgotten', () => {
    expect(doubtUnsent(poRow({ sends: 0 }), noon, call)).toMatchObject({ state: 'in-doubt', sends: 1 });
  });

  it('keeps its count where it was sent before, in vain', () => {
    const limited = { ...callAt('a'), rateLimited: true };
    for (const sends of [1, 2, 3]) {
      expect(doubtUnsent(inDoubt({ sends, call: limited }), noon, call)).toMatchObject({ sends });
    }
  });
});
