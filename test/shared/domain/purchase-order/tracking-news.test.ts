import { describe, expect, it } from 'vitest';
import { comparablePostalCode } from '../../../../shared/domain/postal-code.ts';
import type { PurchaseOrderRow } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import { applyManualShipment, applyTracking } from '../../../../shared/domain/purchase-order/tracking-news.ts';
import { type Parcel, safeText, type Tracked } from '../../../../shared/domain/verdicts.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { accepted, calling, day, hour, inDoubt, needsPerson, noon, poRow, refused, shipmentOf } from '../../../rows.ts';

const parcel = (trackingNumber: string, quantity: number | null = null): Parcel => ({
  trackingNumber,
  carrierHint: 'UPS',
  shippedAt: null,
  quantity,
});
const news = (parcels: readonly Parcel[], more: Partial<Tracked> = {}): Tracked => ({
  poNumber: '1001-1',
  parcels,
  complete: false,
  someoneElses: null,
  ...more,
});
const hand = (trackingNumber: string, quantity: number | null = null) => ({ carrier: 'UPS', trackingNumber, quantity });

/** A row after news of it, with what was owed paid. */
const having = (row: PurchaseOrderRow, ...all: readonly Tracked[]): PurchaseOrderRow => {
  let current = row;
  for (const each of all) current = { ...current, ...applyTracking(current, noon, each), owed: [] };
  return current;
};
const kinds = (po: Pick<PurchaseOrderRow, 'owed'> | null) =>
  po?.owed.map((owed) => (owed.kind === 'event' ? owed.type : owed.kind));
const notes = (po: Pick<PurchaseOrderRow, 'history'> | null) => po?.history.map(({ text }) => text);

describe('a first parcel', () => {
  it('of a single piece is the whole shipment; the watch stays, since nobody said that it is all', () => {
    const next = applyTracking(accepted(), noon + hour, news([parcel('1Z5R89390357567127')]));
    expect(next).toMatchObject({ status: 'shipped', tracking: 'open', shipmentsChangedAt: instant(noon + hour) });
    expect(kinds(next)).toEqual(['mail', 'purchase_order.shipped']);
    expect(notes(next)).toEqual(['Tracking number 1Z5R89390357567127 was found.']);
  });

  it('of several pieces without quantities is a part', () => {
    const next = applyTracking(accepted({ quantity: 3 }), noon, news([parcel('A1')]));
    expect(next).toMatchObject({ status: 'partly-shipped', tracking: 'open' });
    expect(kinds(next)).toEqual(['mail', 'purchase_order.partly_shipped']);
  });

  it('with quantities that cover the order ends the watch', () => {
    const next = applyTracking(accepted({ quantity: 3 }), noon, news([parcel('A1', 3)]));
    expect(next).toMatchObject({ status: 'shipped', tracking: 'complete' });
    expect(next).not.toHaveProperty('storeKey', undefined);
    expect(kinds(next)).toEqual(['mail', 'unwatch', 'purchase_order.shipped']);
  });

  it('of an order that the distributor calls complete ends the watch', () => {
    const next = applyTracking(accepted({ quantity: 3 }), noon, news([parcel('A1')], { complete: true }));
    expect(next).toMatchObject({ status: 'shipped', tracking: 'complete' });
  });
});

describe('an order that the distributor has called off', () => {
  const off = news([], { remarks: [{ text: safeText('CANCELLED'), isUnread: false, isStatus: true }] });

  it('is put before a person at once, and once', () => {
    const next = applyTracking(accepted(), noon, off);
    expect(next).toMatchObject({ attention: { reason: 'differs' }, tracking: 'open', status: 'accepted' });
    expect(kinds(next)).toEqual(['purchase_order.needs_person']);
    expect(notes(next)?.[0]).toBe('The distributor gives the order’s status as “CANCELLED”.');
    const resolved = { ...accepted(), ...next, attention: null };
    expect(applyTracking(resolved, noon + day, off)).toBeNull();
  });
});

describe('an answer that cannot be read', () => {
  const unread = (told: readonly Parcel[] = []) => news(told, { isPartial: true });

  it('does not make a person’s count the distributor’s', () => {
    const [shipment] = applyTracking(accepted(), noon, news([parcel('1Z5R89390357567127')]))?.shipments ?? [];
    const counted = shipment && { ...shipment, quantity: 2, countedBy: 'person' as const };
    const po = { ...accepted(), quantity: 2, shipments: counted === undefined ? [] : [counted] };
    const next = { ...po, ...applyTracking(po, noon + hour, unread()) };
    expect(next.shipments).toMatchObject([{ quantity: 2, countedBy: 'person' }]);
    expect(next.tracking).toBe('open');
  });

  it('takes nothing back: what was told before may still stand in it', () => {
    const shipped = {
      ...accepted({ quantity: 3 }),
      ...applyTracking(accepted({ quantity: 3 }), noon, news([parcel('A1')])),
    };
    const next = { ...shipped, ...applyTracking(shipped, noon + 60_000, unread([parcel('A2')])) };
    expect(next.shipments.map(({ trackingNumber, goneAt }) => [trackingNumber, goneAt])).toEqual([
      ['A1', null],
      ['A2', null],
    ]);
  });

  it('asks a person when it has lasted for two days, and once', () => {
    const first = { ...accepted(), ...applyTracking(accepted(), noon, unread()) };
    expect(first).toMatchObject({ unreadableSince: instant(noon), attention: null });
    expect(applyTracking(first, noon + day, unread())).toBeNull();
    const asked = { ...first, ...applyTracking(first, noon + 2 * day, unread()) };
    expect(asked).toMatchObject({ attention: { reason: 'tracking-unreadable' }, tracking: 'open' });
    expect(asked.attention?.whatToDo).toMatch(/^What the distributor answers about this order cannot be read, or/);
    expect(kinds(asked)).toEqual(['purchase_order.needs_person']);
    expect(applyTracking({ ...asked, attention: null }, noon + 9 * day, unread())).toBeNull();
  });

  it('that can be read again has not lasted', () => {
    const first = { ...accepted(), ...applyTracking(accepted(), noon, unread()) };
    const read = { ...first, ...applyTracking(first, noon + day, news([])) };
    expect(read).toMatchObject({ unreadableSince: null, attention: null });
    const again = { ...read, ...applyTracking(read, noon + 3 * day, unread()) };
    expect(again).toMatchObject({ unreadableSince: instant(noon + 3 * day), attention: null });
  });
});

describe('a remark in a tracking field', () => {
  const remark = { text: safeText('12345678901234567890123456789012345678901234'), isUnread: true };

  it('is noted once, and asks a person once when it cannot be read for two days', () => {
    const first = { ...accepted(), ...applyTracking(accepted(), noon, news([], { remarks: [remark] })) };
    expect(notes(first)).toEqual([`The distributor wrote “${remark.text}” as tracking: it could not be read.`]);
    expect(kinds(first)).toEqual([]);
    expect(applyTracking(first, noon + day, news([], { remarks: [remark] }))).toBeNull();
    const asked = { ...first, ...applyTracking(first, noon + 2 * day, news([], { remarks: [remark] })) };
    expect(asked).toMatchObject({ attention: { reason: 'tracking-unreadable' }, tracking: 'open' });
    expect(kinds(asked)).toEqual(['purchase_order.needs_person']);
    const settled = { ...asked, attention: null };
    expect(applyTracking(settled, noon + 9 * day, news([], { remarks: [remark] }))).toBeNull();
  });

  it('that is no number asks nobody', () => {
    const placeholder = { text: safeText('N/A'), isUnread: false };
    const first = { ...accepted(), ...applyTracking(accepted(), noon, news([], { remarks: [placeholder] })) };
    expect(applyTracking(first, noon + 9 * day, news([], { remarks: [placeholder] }))).toBeNull();
  });

  it('of many kinds is noted twenty times at most', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ text: safeText(`NOTE ${at}`), isUnread: false }));
    expect(notes(applyTracking(accepted(), noon, news([], { remarks: many })))).toHaveLength(20);
  });
});

describe('news that is none', () => {
  it('changes nothing', () => {
    expect(applyTracking(accepted(), noon, news([]))).toBeNull();
    const row = having(accepted({ quantity: 3 }), news([parcel('A1')]));
    expect(applyTracking(row, noon + day, news([parcel('a 1')]))).toBeNull();
  });

  it('of an order called complete without a parcel changes nothing', () => {
    expect(applyTracking(accepted(), noon, news([], { complete: true }))).toBeNull();
  });

  it('reaches accepted orders only', () => {
    for (const row of [poRow(), calling(), inDoubt(), needsPerson(), refused()])
      expect(applyTracking(row, noon, news([parcel('A1')]))).toBeNull();
  });
});

describe('further parcels', () => {
  it('from a second warehouse complete the order, and are mailed', () => {
    const first = having(accepted({ quantity: 2 }), news([parcel('A1', 1)]));
    expect(first.status).toBe('partly-shipped');
    const second = applyTracking(first, noon, news([parcel('A1', 1), parcel('B2', 1)]));
    expect(second).toMatchObject({ status: 'shipped', tracking: 'complete' });
    expect(kinds(second)).toEqual(['mail', 'unwatch', 'purchase_order.shipped']);
    expect(second?.shipments.map(({ trackingNumber }) => trackingNumber)).toEqual(['A1', 'B2']);
  });

  it('quantities learned later end the watch and mail nobody again', () => {
    const first = having(accepted({ quantity: 2 }), news([parcel('A1')]));
    const next = applyTracking(first, noon, news([parcel('A1', 2)]));
    expect(next).toMatchObject({ status: 'shipped', tracking: 'complete' });
    expect(kinds(next)).toEqual(['unwatch', 'purchase_order.shipped']);
  });

  it('a corrected number is mailed', () => {
    const first = having(accepted({ quantity: 3 }), news([parcel('A1')]));
    const next = applyTracking(first, noon, news([parcel('A2')]));
    expect(kinds(next)).toEqual(['mail', 'purchase_order.partly_shipped']);
    expect(notes(next)?.at(-1)).toBe('Tracking number A2 takes the place of A1.');
  });

  it('a vanished one is noted, mailed to nobody, and moves nothing backwards', () => {
    const shipped = having(accepted(), news([parcel('A1')]));
    const next = applyTracking(shipped, noon, news([]));
    expect(next).toMatchObject({ status: 'shipped' });
    expect(kinds(next)).not.toContain('mail');
    expect(notes(next)?.at(-1)).toBe('The distributor no longer shows tracking number A1.');
  });

  it('one that comes back is owed to the mail again, which knows whether it told of it', () => {
    const gone = having(accepted({ quantity: 3 }), news([parcel('A1')]), news([]));
    expect(kinds(applyTracking(gone, noon, news([parcel('A1')])))).toContain('mail');
  });

  it('after the watch was stopped are still applied, and open nothing again', () => {
    const next = applyTracking(accepted({ tracking: 'stopped' }), noon, news([parcel('A1')]));
    expect(next).toMatchObject({ status: 'shipped', tracking: 'stopped' });
    expect(kinds(next)).not.toContain('unwatch');
  });
});

describe('a number entered by hand', () => {
  it('takes the same way', () => {
    const next = applyManualShipment(accepted(), noon, hand('1Z5R89390357567127'));
    expect(next).toMatchObject({
      status: 'shipped',
      tracking: 'open',
      shipments: [{ trackingNumber: '1Z5R89390357567127', source: 'person', carrier: 'ups' }],
    });
    expect(kinds(next)).toEqual(['mail', 'purchase_order.shipped']);
  });

  it('never ends the watch, whatever its quantity', () => {
    expect(applyManualShipment(accepted({ quantity: 2 }), noon, hand('A1', 2))).toMatchObject({
      status: 'shipped',
      tracking: 'open',
    });
    // Not even where the distributor's own parcels cover the order, and somebody wanted it looked up all the same.
    const resumed = accepted({ progress: 'shipped', shipments: [shipmentOf('A1', { quantity: 1 })] });
    expect(applyManualShipment(resumed, noon, hand('B2', 1))?.tracking).toBe('open');
  });

  it('twice is known', () => {
    const row = { ...accepted(), ...applyManualShipment(accepted(), noon, hand('A1')) };
    expect(applyManualShipment(row, noon, hand('a 1'))).toBeNull();
  });
});

describe('an order under our number that is not ours', () => {
  const strange = news([parcel('A1')], { someoneElses: safeText('It holds 99-1, not 26-1772.') });

  it('gives us none of its parcels and is shown to a person, once', () => {
    const next = applyTracking(accepted(), noon, strange);
    expect(next).toMatchObject({
      status: 'accepted',
      shipments: [],
      attention: { reason: 'someone-elses', whatToDo: expect.stringContaining('It holds 99-1') },
      attentionKey: 'open',
    });
    expect(kinds(next)).toEqual(['purchase_order.needs_person']);
    expect(applyTracking({ ...accepted(), ...next }, noon + day, strange)).toBeNull();
  });

  it.each([
    ['83702', false],
    ['83702-1234', false],
    ['99501', true],
    ['8370', true],
  ])('is one that goes to %s: %s', (postalCode, isForeign) => {
    const next = applyTracking(accepted(), noon, news([parcel('A1')], { postalCode }));
    expect(next?.attention?.reason === 'someone-elses').toBe(isForeign);
    expect(next?.shipments.length).toBe(isForeign ? 0 : 1);
  });

  it.each([
    ['7302', '07302'],
    ['07302-1234', '07302'],
    ['v5k 0a1', 'v5k0a'],
    ['8370', '08370'],
    ['V5K', null],
    ['', null],
    [null, null],
  ])('is compared after an erasure by what every way of writing %s has: %s', (postalCode, part) => {
    expect(comparablePostalCode(postalCode)).toBe(part);
  });

  it('does not take away what was known', () => {
    const row = having(accepted(), news([parcel('A1')]), strange);
    expect(row.shipments).toMatchObject([{ trackingNumber: 'A1', goneAt: null }]);
  });
});
