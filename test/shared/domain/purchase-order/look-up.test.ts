import { describe, expect, it, test } from 'vitest';
import {
  applyLookUp,
  applyRecheck,
  askBeforeItIsSentAgain,
  cannotAsk,
  cannotRecheck,
  type LookUp,
  sendAgain,
} from '../../../../shared/domain/purchase-order/look-up.ts';
import { type FindVerdict, safeText } from '../../../../shared/domain/verdicts.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import {
  accepted,
  callAt,
  calling,
  hour,
  inDoubt,
  minute,
  needsPerson,
  noon,
  poRow,
  refused,
  second,
} from '../../../rows.ts';

const settled = noon + 10 * minute;
const found: FindVerdict = { verdict: 'accepted', orderNumbers: ['7000001'] };
const absent: FindVerdict = { verdict: 'absent' };
const silent: FindVerdict = { verdict: 'no-answer', reason: safeText('No answer') };
const looking = (begunAt: number, more: Partial<LookUp> = {}): LookUp => ({
  begunAt,
  token: 't1',
  credentialVersion: 'live-1',
  resend: true,
  ...more,
});

describe('found', () => {
  it('settles it at once, long before the call has settled', () => {
    expect(applyLookUp(inDoubt(), noon + 30 * second, looking(noon + 30 * second), found)).toMatchObject({
      status: 'accepted',
      orderNumbers: ['7000001'],
    });
  });

  it('settles it also after the credentials have changed', () => {
    expect(applyLookUp(inDoubt(), settled, looking(settled, { credentialVersion: 'live-2' }), found)?.state).toBe(
      'accepted',
    );
  });

  it('but different goes to a person, with the number', () => {
    const answer: FindVerdict = {
      verdict: 'accepted-but-different',
      orderNumbers: ['7000001'],
      message: safeText('1 of 2'),
    };
    expect(applyLookUp(inDoubt(), settled, looking(settled), answer)).toMatchObject({
      attention: { reason: 'differs' },
      orderNumbers: ['7000001'],
    });
  });

  it("somebody else's goes to a person, and its number is not taken for ours", () => {
    const answer: FindVerdict = { verdict: 'someone-elses', message: safeText('It holds 99-1') };
    expect(applyLookUp(inDoubt(), settled, looking(settled), answer)).toMatchObject({
      status: 'needs-person',
      attention: { reason: 'someone-elses', whatToDo: expect.stringContaining('It holds 99-1') },
      orderNumbers: [],
    });
  });

  test.each([found, { ...found, verdict: 'accepted-but-different', message: '1 of 2' } as FindVerdict])(
    'under a number that was refused rings ($verdict)',
    (answer) => {
      expect(applyLookUp(refused(), settled, looking(settled), answer)).toMatchObject({
        state: 'refused',
        attention: { reason: 'duplicate-suspected' },
      });
    },
  );

  it('again after it was accepted says nothing new', () => {
    expect(applyLookUp(accepted(), settled, looking(settled), found)).toBeNull();
  });
});

describe('absent', () => {
  it('before the call has settled proves nothing: it is asked again when it has', () => {
    const next = applyLookUp(inDoubt(), settled - 1, looking(settled - 1), absent);
    expect(next).toMatchObject({ status: 'in-doubt', absentAt: null, dueAt: instant(settled) });
    // Long before, it is asked once more on the way: an order that shows late is found soon.
    const call = { ...callAt('t1'), settleAt: instant(noon + 22 * minute) };
    const early = applyLookUp(inDoubt({ call }), noon + minute, looking(noon + minute), absent);
    expect(early).toMatchObject({ status: 'in-doubt', absentAt: null, dueAt: instant(noon + 11 * minute) });
  });

  it('proves nothing when the look-up began before and was answered after', () => {
    expect(applyLookUp(inDoubt(), settled + minute, looking(settled - 1), absent)?.absentAt).toBeNull();
  });

  it('for the first time asks again five minutes later', () => {
    expect(applyLookUp(inDoubt(), settled, looking(settled), absent)).toMatchObject({
      status: 'in-doubt',
      absentAt: instant(settled),
      dueAt: instant(settled + 5 * minute),
    });
  });

  it('for the second time counts only when asked five minutes after the first was recorded', () => {
    const once = inDoubt({ absentAt: instant(settled) });
    const tooSoon = settled + 5 * minute - 1;
    expect(applyLookUp(once, tooSoon, looking(tooSoon), absent)).toMatchObject({
      state: 'in-doubt',
      dueAt: instant(settled + 5 * minute),
    });
    expect(applyLookUp(once, settled + 9 * minute, looking(tooSoon), absent)?.state).toBe('in-doubt');
    expect(applyLookUp(once, settled + 5 * minute, looking(settled + 5 * minute), absent)).toMatchObject({
      state: 'claimed',
      status: 'in-doubt',
      sends: 1,
    });
  });

  it('twice where nobody may send again goes to a person', () => {
    const once = inDoubt({ absentAt: instant(settled) });
    const later = settled + 5 * minute;
    expect(applyLookUp(once, later, looking(later, { resend: false }), absent)).toMatchObject({
      status: 'needs-person',
      attention: { reason: 'cannot-be-decided' },
    });
  });

  it('twice after the second request goes to a person: there is no third', () => {
    const again = inDoubt({ absentAt: instant(settled), sends: 2 });
    const later = settled + 5 * minute;
    expect(applyLookUp(again, later, looking(later), absent)?.state).toBe('needs-person');
  });

  it('proves nothing in another account than the one it was sent to', () => {
    expect(applyLookUp(inDoubt(), settled, looking(settled, { credentialVersion: 'live-2' }), absent)).toMatchObject({
      status: 'needs-person',
      attention: { whatToDo: expect.stringContaining('have changed since it was sent') },
    });
  });
});

describe('a look-up without an answer', () => {
  it('is repeated, each time after a longer wait, an hour at the most', () => {
    const waits = [0, 1, 2, 6, 7, 1000].map((missesInARow) => {
      const next = applyLookUp(inDoubt({ missesInARow }), noon, looking(noon), silent);
      return (Date.parse(next?.notBefore ?? '') - noon) / second;
    });
    expect(waits).toEqual([30, 60, 120, 1920, 3600, 3600]);
  });

  it('does not make an earlier absence undone, nor count as a second', () => {
    const once = inDoubt({ absentAt: instant(settled) });
    const later = settled + 5 * minute;
    for (const answer of [silent, { verdict: 'credentials-refused', message: 'No' } as FindVerdict])
      expect(applyLookUp(once, later, looking(later), answer)).toMatchObject({
        state: 'in-doubt',
        absentAt: instant(settled),
      });
  });

  test.each([
    [90, 90],
    [0, 1],
    [9_999_999_999_999, 6 * 3600],
  ])('waits as long as a rate limit asks for (%i), within bounds', (retryAfterSeconds, waits) => {
    const limited: FindVerdict = { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds };
    expect(applyLookUp(inDoubt(), noon, looking(noon), limited)?.notBefore).toBe(instant(noon + waits * second));
  });
});

it.each([
  ['claimed', poRow()],
  ['calling', calling()],
  ['sent again', inDoubt({ call: callAt('t2'), sends: 2 })],
  ['before a person', needsPerson()],
])('says nothing any more of what is %s', (_, row) => {
  for (const answer of [absent, silent, found]) expect(applyLookUp(row, settled, looking(settled), answer)).toBeNull();
});

describe('without usable credentials', () => {
  it('waits until the call has settled, then asks a person', () => {
    expect(cannotAsk(inDoubt(), noon, 't1', 'No settings.')).toMatchObject({
      state: 'in-doubt',
      dueAt: instant(settled),
    });
    expect(cannotAsk(inDoubt(), settled, 't1', 'No settings.')).toMatchObject({
      status: 'needs-person',
      attention: {
        reason: 'no-usable-credentials',
        whatToDo: 'No settings. Ask the distributor whether it holds PO 1001-1, then resolve it.',
      },
    });
  });

  it('says nothing about another request', () => {
    expect(cannotAsk(inDoubt(), settled, 't0', 'No settings.')).toBeNull();
    expect(cannotAsk(accepted(), settled, 't1', 'No settings.')).toBeNull();
  });
});

it('to send again is to be claimed again, shown as in doubt', () => {
  expect(sendAgain(inDoubt(), settled)).toMatchObject({
    state: 'claimed',
    status: 'in-doubt',
    sends: 1,
    dueAt: instant(settled),
  });
});

describe('a number that was refused', () => {
  const due = noon + 22 * minute;
  const payment = { code: 'payment' as const, message: 'Credit limit exceeded', at: instant(noon) };
  const row = refused({ refusal: payment, recheckAt: instant(due) });

  it('found goes before a person, and is looked for no more', () => {
    expect(applyRecheck(row, due, looking(due), found)).toMatchObject({
      state: 'refused',
      recheckAt: null,
      orderNumbers: ['7000001'],
      attention: { reason: 'duplicate-suspected' },
    });
  });

  it('absent when all has settled, it is looked for once more after five minutes; absent before proves nothing', () => {
    expect(applyRecheck(row, due, looking(due), absent)).toMatchObject({
      state: 'refused',
      recheckAt: instant(due + 5 * minute),
      dueAt: instant(due + 5 * minute),
      attention: null,
    });
    expect(applyRecheck(row, noon + minute, looking(noon + minute), absent)).toBeNull();
  });

  it('absent twice, it stays refused and is owed nothing; a list that did not show it yet shows it then', () => {
    const at = due + 5 * minute;
    const once = refused({ refusal: payment, absentAt: instant(due), recheckAt: instant(at) });
    const after = applyRecheck(once, at, looking(at), absent);
    expect(after).toMatchObject({ state: 'refused', recheckAt: null, attention: null });
    expect(after?.dueAt).toBeUndefined();
    expect(applyRecheck(once, at, looking(at), found)).toMatchObject({ attention: { reason: 'duplicate-suspected' } });
    expect(applyRecheck(once, at - 1, looking(at - 1), absent)).toBeNull();
  });

  it('absent with other credentials, which may be another account, goes before a person at once; found with them it is found', () => {
    const other = looking(noon + minute, { credentialVersion: 'live-2' });
    expect(applyRecheck(row, noon + minute, other, absent)).toMatchObject({
      state: 'refused',
      status: 'needs-person',
      recheckAt: null,
      attention: {
        reason: 'cannot-be-decided',
        whatToDo:
          'PO 1001-1 was refused: Credit limit exceeded. That may have answered a copy of our request, and the credentials have changed since: it was not found with the new. Ask whether it holds the order, then resolve it.',
      },
    });
    expect(applyRecheck(row, noon + minute, other, found)).toMatchObject({
      attention: { reason: 'duplicate-suspected' },
    });
  });

  it('without an answer, or without credentials, is looked for again', () => {
    expect(applyRecheck(row, due, looking(due), silent)).toMatchObject({ recheckAt: instant(due + 10 * minute) });
    expect(applyRecheck(row, noon + minute, looking(noon + minute), silent)).toMatchObject({ recheckAt: instant(due) });
    expect(cannotRecheck(row, due)).toMatchObject({ recheckAt: instant(due + 6 * hour) });
  });

  it('that nobody could be asked for in a day goes before a person', () => {
    const dayLater = noon + 24 * hour;
    expect(applyRecheck(row, dayLater - 1, looking(dayLater - 1), silent)).toMatchObject({ attention: null });
    const asked = {
      state: 'refused',
      status: 'needs-person',
      recheckAt: null,
      attention: {
        reason: 'cannot-be-decided',
        whatToDo:
          'PO 1001-1 was refused: Credit limit exceeded. That may have answered a copy of our request, and for a day the distributor could not be asked. Ask whether it holds the order, then resolve it.',
      },
    };
    expect(applyRecheck(row, dayLater, looking(dayLater), silent)).toMatchObject(asked);
    expect(cannotRecheck(row, dayLater)).toMatchObject(asked);
  });

  describe('in words of the request itself', () => {
    const unknownPart = { code: 'unknown-part' as const, message: 'Unknown item', at: instant(noon) };
    const believed = refused({ refusal: unknownPart, recheckAt: instant(due), missesInARow: 0 });

    it('is looked for, and found goes before a person', () => {
      expect(applyRecheck(believed, due, looking(due), found)).toMatchObject({
        attention: { reason: 'duplicate-suspected' },
      });
    });

    it('is believed after some looks without an answer, or a day, or with other credentials, and asks nobody', () => {
      const over = { state: 'refused', recheckAt: null, attention: null };
      const again = applyRecheck(believed, due, looking(due), silent);
      expect(again).toMatchObject({ recheckAt: instant(due + 10 * minute), missesInARow: 1, attention: null });
      expect(applyRecheck({ ...believed, missesInARow: 3 }, due, looking(due), silent)).toMatchObject(over);
      expect(cannotRecheck(believed, noon + 24 * hour)).toMatchObject(over);
      const other = looking(noon + minute, { credentialVersion: 'live-2' });
      expect(applyRecheck(believed, noon + minute, other, absent)).toMatchObject(over);
    });

    it('keeps nobody from sending the item again where the distributor cannot be asked; another goes before a person', () => {
      expect(askBeforeItIsSentAgain(believed, due)).toBeNull();
      expect(askBeforeItIsSentAgain(row, due)).toMatchObject({
        recheckAt: null,
        attention: { reason: 'cannot-be-decided', whatToDo: expect.stringContaining('cannot be asked now') },
      });
      expect(askBeforeItIsSentAgain(refused(), due)).toBeNull();
    });
  });

  it('without answers is asked less and less often', () => {
    const waits = [0, 1, 2, 3, 9].map((missesInARow) => {
      const next = applyRecheck({ ...row, missesInARow }, due, looking(due), silent);
      return (Date.parse(next?.recheckAt ?? '') - due) / minute;
    });
    expect(waits).toEqual([10, 16, 32, 60, 60]);
  });

  it('says nothing of what is not to be looked for', () => {
    expect(applyRecheck(refused(), due, looking(due), found)).toBeNull();
  });
});
