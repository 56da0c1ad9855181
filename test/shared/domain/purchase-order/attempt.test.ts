import { describe, expect, it, test } from 'vitest';
import {
  begin,
  markInDoubt,
  postpone,
  postponeTurn,
  settle as settleOf,
} from '../../../../shared/domain/purchase-order/attempt.ts';
import { withDerived } from '../../../../shared/domain/purchase-order/due.ts';
import { resolve } from '../../../../shared/domain/purchase-order/outcome.ts';
import type { PurchaseOrderRow } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import { erasedEntry } from '../../../../shared/domain/rows/history.ts';
import { seconds } from '../../../../shared/domain/time-limits.ts';
import { type SubmitVerdict, safeText } from '../../../../shared/domain/verdicts.ts';
import { instant, RefusalCode } from '../../../../shared/domain/vocabulary.ts';
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

const yes: SubmitVerdict = { verdict: 'accepted', orderNumbers: ['7000001'] };
const no: SubmitVerdict = { verdict: 'refused', code: 'unknown-part', message: safeText('Unknown item') };
const otherwise: SubmitVerdict = {
  verdict: 'accepted-but-different',
  orderNumbers: ['7000001'],
  message: safeText('1 of 2 pieces'),
};
const notTaken: SubmitVerdict = { verdict: 'not-taken', reason: 'unreachable', retryAfterSeconds: 90 };
const limited = { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: 90 } as const;
const unclear: SubmitVerdict = { verdict: 'unknown', reason: safeText('No answer in time') };
/** When the caller of a request that began at noon surely lives no more. */
const gone = seconds.callerGone * second;
const call = { token: 't1', credentialVersion: 'live-1', endsAt: noon + 110 * second, settleSeconds: 600 };
/** At a distributor that can be asked for an order by its number. */
const settle = (row: PurchaseOrderRow, now: number, token: string, answer: SubmitVerdict) =>
  settleOf(row, now, token, answer, true);
const duplicate: SubmitVerdict = { verdict: 'refused', code: 'duplicate-po', message: safeText('Duplicate PO') };

/** Every state that a row can be in, with a request (token t1) behind it where there can be one. */
const rows: Readonly<Record<string, PurchaseOrderRow>> = {
  claimed: poRow(),
  calling: calling(),
  'in-doubt': inDoubt(),
  'claimed again': inDoubt({ state: 'claimed' }),
  'needs-person': needsPerson(),
  accepted: accepted(),
  refused: refused(),
};

describe('who may become what', () => {
  const events: Readonly<Record<string, (row: PurchaseOrderRow) => ReturnType<typeof markInDoubt>>> = {
    begin: (row) => begin(row, noon, { ...call, token: 't2' }),
    doubt: (row) => markInDoubt(row, noon + gone),
    wait: (row) => postpone(row, noon, instant(noon + hour)),
    'its yes': (row) => settle(row, noon, 't1', yes),
    'its no': (row) => settle(row, noon, 't1', no),
    'its yes, but different': (row) => settle(row, noon, 't1', otherwise),
    'not taken': (row) => settle(row, noon, 't1', notTaken),
    'too much asked': (row) => settle(row, noon, 't1', limited),
    'too much asked before the order was': (row) => settle(row, noon, 't1', { ...limited, before: true }),
    'too much asked, where nobody can look': (row) => settleOf(row, noon, 't1', limited, false),
    unclear: (row) => settle(row, noon, 't1', unclear),
    'resolved as accepted': (row) =>
      resolve(row, noon, { outcome: 'accepted', distributorOrderNumber: '7000001', reason: 'They have it' }),
    'resolved as not placed': (row) => resolve(row, noon, { outcome: 'not-placed', reason: 'They have not' }),
  };

  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    claimed: {
      begin: 'calling',
      wait: 'claimed',
      // Of a request that this attempt knows nothing of.
      'its yes': 'needs-person',
      'its yes, but different': 'needs-person',
    },
    calling: {
      doubt: 'in-doubt',
      'its yes': 'accepted',
      'its no': 'refused',
      'its yes, but different': 'needs-person',
      'not taken': 'claimed',
      'too much asked': 'in-doubt',
      'too much asked before the order was': 'claimed',
      'too much asked, where nobody can look': 'claimed',
      unclear: 'in-doubt',
    },
    'in-doubt': {
      wait: 'in-doubt',
      'its yes': 'accepted',
      'its no': 'refused',
      'its yes, but different': 'needs-person',
      'not taken': 'claimed',
      'too much asked before the order was': 'claimed',
      'too much asked, where nobody can look': 'claimed',
    },
    'claimed again': {
      begin: 'calling',
      wait: 'claimed',
      'its yes': 'accepted',
      'its no': 'refused',
      'its yes, but different': 'needs-person',
    },
    'needs-person': {
      'its yes': 'accepted',
      'its no': 'refused',
      'its yes, but different': 'needs-person',
      'resolved as accepted': 'accepted',
      'resolved as not placed': 'refused',
    },
    accepted: {},
    refused: { 'its yes': 'refused', 'its yes, but different': 'refused' },
  };

  const cases = Object.keys(rows).flatMap((state) =>
    Object.keys(events).map((name) => [state, name, table[state]?.[name] ?? 'nothing else'] as const),
  );
  test.each(cases)('%s, %s: %s', (state, name, becomes) => {
    const row = rows[state];
    const next = row && events[name]?.(row);
    expect(next?.state ?? 'nothing else').toBe(becomes);
  });
});

describe('a request', () => {
  it('is begun once: the row names its caller, its credentials and when it has settled', () => {
    const begun = begin(poRow(), noon, call);
    expect(begun).toMatchObject({
      sends: 1,
      call: {
        token: 't1',
        credentialVersion: 'live-1',
        begunAt: '2026-11-23T12:00:00.000Z',
        // The last of its requests may leave after 110 seconds; S is ten minutes, two clocks differ by ten at the most.
        settleAt: '2026-11-23T12:21:50.000Z',
      },
      // Then its caller is surely gone.
      dueAt: instant(noon + gone),
      due: 'submit-wps',
    });
    expect(begin({ ...poRow(), ...begun }, noon, { ...call, token: 't2' })).toBeNull();
  });

  it('without a turn at its account waits, and remembers how often', () => {
    const next = postponeTurn(poRow({ missesInARow: 2 }), noon, instant(noon + 4 * second));
    expect(next).toMatchObject({ state: 'claimed', missesInARow: 3, dueAt: instant(noon + 4 * second) });
    expect(postponeTurn(calling(), noon, instant(noon + second))).toBeNull();
  });

  it('does not begin before its time', () => {
    const waiting = poRow({ notBefore: instant(noon + minute) });
    expect(begin(waiting, noon + minute - 1, call)).toBeNull();
    expect(begin(waiting, noon + minute, call)?.state).toBe('calling');
  });

  it('leaves its attempt in doubt when its caller is gone, and not earlier', () => {
    expect(markInDoubt(calling(), noon + gone - 1)).toBeNull();
    expect(markInDoubt(calling(), noon + gone)).toMatchObject({
      status: 'in-doubt',
      doubtSince: instant(noon + gone),
      dueAt: instant(noon + gone),
    });
  });

  it('that brought no clear answer is looked for half a minute later', () => {
    expect(settle(calling(), noon, 't1', unclear)).toMatchObject({
      status: 'in-doubt',
      dueAt: '2026-11-23T12:00:30.000Z',
    });
  });

  it('that was not taken has never been made', () => {
    expect(settle(calling(), noon, 't1', notTaken)).toMatchObject({
      status: 'submitting',
      sends: 0,
      dueAt: '2026-11-23T12:01:30.000Z',
    });
    expect(settle(inDoubt(), noon, 't1', notTaken)).toMatchObject({ status: 'submitting', sends: 0, doubtSince: null });
    const second = inDoubt({ state: 'calling', sends: 2 });
    expect(settle(second, noon, 't1', notTaken)).toMatchObject({ status: 'in-doubt', sends: 1 });
  });

  it('that was answered "too much is asked" may have been taken all the same: it counts as sent, is shown as it was, and is looked up', () => {
    expect(settle(calling(), noon, 't1', limited)).toMatchObject({
      state: 'in-doubt',
      status: 'submitting',
      sends: 1,
      doubtSince: null,
      dueAt: '2026-11-23T12:01:30.000Z',
      history: [],
    });
    const second = inDoubt({ state: 'calling', sends: 2 });
    expect(settle(second, noon, 't1', limited)).toMatchObject({ status: 'in-doubt', sends: 2 });
  });

  test.each([
    [null, 30],
    [0, 1],
    [90, 90],
    [999_999_999_999, 6 * 3600],
  ])('that was not taken, Retry-After %s, waits %i seconds', (retryAfterSeconds, waits) => {
    const answer: SubmitVerdict = { verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds };
    expect(settle(calling(), noon, 't1', answer)?.notBefore).toBe(instant(noon + waits * second));
  });

  it('that was not taken again and again waits longer each time, a quarter of an hour at the most', () => {
    const unreachable: SubmitVerdict = { verdict: 'not-taken', reason: 'unreachable', retryAfterSeconds: null };
    const waits: number[] = [];
    let row = calling();
    for (let time = 0; time < 7; time++) {
      const next = settle(row, noon, 't1', unreachable);
      expect(next?.status).toBe('submitting');
      waits.push((Date.parse(next?.notBefore ?? '') - noon) / second);
      row = { ...row, ...next, state: 'calling', sends: 1 };
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    // What it is told to wait, it waits.
    expect(settle(row, noon, 't1', notTaken)?.notBefore).toBe(instant(noon + 90 * second));
    // Perhaps taken: from then on others are counted.
    expect(settle(row, noon, 't1', unclear)?.notTaken).toBe(0);
  });

  it('says nothing about another request under the same number', () => {
    const another = calling({ call: callAt('t2'), sends: 2, doubtSince: instant(noon) });
    for (const answer of [no, notTaken, unclear]) expect(settle(another, noon, 't1', answer)).toBeNull();
    expect(settle(another, noon, 't2', yes)?.state).toBe('accepted');
  });

  it('that came back with less than was asked for is put before a person, with the order number', () => {
    expect(settle(calling(), noon, 't1', otherwise)).toMatchObject({
      status: 'needs-person',
      orderNumbers: ['7000001'],
      attention: { reason: 'differs', since: instant(noon), whatToDo: expect.stringContaining('1 of 2 pieces') },
      attentionKey: 'open',
      attentionSince: instant(noon),
    });
  });
});

describe('an acceptance', () => {
  it('owes a watch of six weeks and an event', () => {
    const next = settle(calling(), noon, 't1', yes);
    expect(next).toMatchObject({
      status: 'accepted',
      acceptedAt: instant(noon),
      trackUntil: '2027-01-04T12:00:00.000Z',
      tracking: 'open',
      owed: [{ kind: 'watch' }, { kind: 'event', type: 'purchase_order.accepted' }],
      // What is owed is paid within one lease, whoever crashes.
      dueAt: instant(noon + 180 * second),
    });
    expect(next && withDerived({ ...next, owed: [] }, noon).dueAt).toBe('2027-01-04T12:00:00.000Z');
  });

  it('is never changed by what comes later', () => {
    for (const answer of [yes, no, notTaken, unclear]) expect(settle(accepted(), noon, 't1', answer)).toBeNull();
    expect(resolve(accepted(), noon, { outcome: 'not-placed', reason: 'x' })).toBeNull();
  });

  it('of a second order under the same number rings, and changes no outcome', () => {
    const twice = settle(accepted(), noon, 't0', { verdict: 'accepted', orderNumbers: ['7000002'] });
    expect(twice).toMatchObject({
      state: 'accepted',
      status: 'accepted',
      orderNumbers: ['7000001', '7000002'],
      attention: { reason: 'duplicate-suspected' },
      attentionKey: 'open',
      owed: [{ kind: 'event', type: 'purchase_order.needs_person' }],
    });
  });

  it('after the attempt was refused leaves it refused, shown to a person', () => {
    const late = settle(refused(), noon, 't1', yes);
    expect(late).toMatchObject({
      state: 'refused',
      status: 'needs-person',
      attention: { reason: 'duplicate-suspected' },
    });
    const looked = late && resolve({ ...refused(), ...late }, noon, { outcome: 'not-placed', reason: 'Cancelled' });
    expect(looked).toMatchObject({ state: 'refused', status: 'refused', attention: null });
  });

  it('of an earlier request while a later one is on its way goes to a person, whatever the later one brings', () => {
    const second = calling({ call: callAt('t2'), sends: 2, doubtSince: instant(noon) });
    const late = { ...second, ...settle(second, noon, 't1', yes) };
    expect(late).toMatchObject({ status: 'needs-person', attention: { reason: 'duplicate-suspected' } });
    const both = settle(late, noon, 't2', { verdict: 'accepted', orderNumbers: ['7000002'] });
    expect(both).toMatchObject({
      status: 'needs-person',
      orderNumbers: ['7000001', '7000002'],
      attention: { reason: 'duplicate-suspected' },
    });
    // A refusal of the later one does not free the item: the earlier one was taken.
    expect(settle(late, noon, 't2', no)).toBeNull();
  });
});

describe('a refusal', () => {
  it('leaves no purchase order, keeps the reason and is told', () => {
    const next = settle(calling(), noon, 't1', { ...no, before: true });
    expect(next).toMatchObject({
      status: 'refused',
      refusal: { code: 'unknown-part', message: 'Unknown item', at: instant(noon) },
      owed: [{ kind: 'event', type: 'purchase_order.rejected', reason: 'Unknown item' }],
    });
    // Not in the store's list: there is no purchase order.
    expect(next).not.toHaveProperty('storeKey');
    expect(next && withDerived({ ...next, owed: [] }, noon)).not.toHaveProperty('dueAt');
  });

  const definite = RefusalCode.options.filter((code) => code !== 'duplicate-po');
  test.each(definite)('of the first request is definite (%s)', (code) => {
    expect(settle(calling(), noon, 't1', { verdict: 'refused', code, message: safeText('No') })?.state).toBe('refused');
  });

  it('that is neither yes nor no is told in its own words, which go when the customer is erased', () => {
    const words = safeText('Order entered, awaiting payment.');
    const noted = settle(calling(), noon, 't1', { ...unclear, words })?.history.at(-1);
    expect(noted).toMatchObject({
      text: 'The distributor gave no clear answer: “Order entered, awaiting payment”. The order may or may not have been placed. We are looking it up.',
      kind: 'in-doubt',
      by: 'distributor',
    });
    expect(noted && erasedEntry(noted).text).toBe('');
    const ours = settle(calling(), noon, 't1', unclear)?.history.at(-1);
    expect(ours && erasedEntry(ours)).toBe(ours);
  });

  it('as a duplicate of the first request is no refusal: it may be the answer to a copy of it, and is looked up', () => {
    const doubted = settle(calling(), noon, 't1', duplicate);
    expect(doubted).toMatchObject({ state: 'in-doubt', refusal: null, dueAt: '2026-11-23T12:00:30.000Z' });
    expect(doubted?.history.at(-1)?.text).toBe(
      'The distributor says that it has PO 1001-1 already: the order may or may not have been placed. We are looking it up.',
    );
    // What is in doubt or before a person already stays there.
    expect(settle(inDoubt(), noon, 't1', duplicate)).toBeNull();
    expect(settle(needsPerson(), noon, 't1', duplicate)).toBeNull();
  });

  it('as a duplicate of the first request goes to a person where nothing can be looked up', () => {
    for (const row of [calling(), inDoubt()]) {
      expect(settleOf(row, noon, 't1', duplicate, false)).toMatchObject({
        state: 'needs-person',
        refusal: null,
        attention: { reason: 'already-there' },
      });
    }
  });

  test.each([
    ['unknown-part', 'refused', undefined],
    ['bad-address', 'refused', undefined],
    ['not-allowed', 'refused', undefined],
    ['duplicate-po', 'needs-person', 'already-there'],
    ['out-of-stock', 'needs-person', 'refused-on-resend'],
    ['payment', 'needs-person', 'refused-on-resend'],
    ['bad-credentials', 'needs-person', 'refused-on-resend'],
    ['other', 'needs-person', 'refused-on-resend'],
  ] as const)('of a number that was sent before and proven absent (%s) ends %s', (code, state, reason) => {
    const again = calling({ sends: 2, doubtSince: instant(noon), absentAt: instant(noon) });
    const next = settle(again, noon, 't1', { verdict: 'refused', code, message: safeText('No') });
    expect([next?.state, next?.attention?.reason]).toEqual([state, reason]);
  });

  test.each(RefusalCode.options)('of a number that may stand there already goes to a person (%s)', (code) => {
    const again = calling({ sends: 2, doubtSince: instant(noon) });
    expect(settle(again, noon, 't1', { verdict: 'refused', code, message: safeText('No') })?.state).toBe(
      'needs-person',
    );
  });

  it('as a duplicate says which number to ask for', () => {
    const again = calling({ sends: 2, doubtSince: instant(noon) });
    const next = settle(again, noon, 't1', duplicate);
    expect(next?.attention?.whatToDo).toBe(
      'The distributor says that it has PO 1001-1 already: ask for its order number, then resolve it.',
    );
  });
});

describe('a first request that is refused', () => {
  const refusal = (code: RefusalCode, more: object = {}): SubmitVerdict => ({
    verdict: 'refused',
    code,
    message: safeText('No'),
    ...more,
  });
  const recheckAt = (answer: SubmitVerdict, canAsk = true) =>
    settleOf(calling(), noon + second, 't1', answer, canAsk)?.recheckAt;

  const codes = RefusalCode.options.filter((code) => code !== 'duplicate-po');
  test.each(codes)('for %s is looked up once all has settled', (code) => {
    expect(recheckAt(refusal(code))).toBe(calling().call?.settleAt);
    const paid = { ...settleOf(calling(), noon + second, 't1', refusal(code), true), rev: 'r', owed: [] };
    expect(withDerived(paid as PurchaseOrderRow, noon).dueAt).toBe(calling().call?.settleAt);
    expect(paid.history?.at(-1)?.text).toBe(
      'In case that answers a copy of our request, the distributor is asked for the number when all has settled.',
    );
  });

  it('before the call that orders, or where nobody can ask, is not', () => {
    expect(recheckAt(refusal('payment', { before: true }))).toBeNull();
    expect(recheckAt(refusal('payment'), false)).toBeNull();
  });
});
