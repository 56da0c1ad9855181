import { describe, expect, it } from 'vitest';
import type { Shipment } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import {
  contradictsPieces,
  enterByHand,
  mergeParcels,
  mostShipments,
  shippedState,
  takeBack,
} from '../../../../shared/domain/purchase-order/shipments.ts';
import type { Parcel } from '../../../../shared/domain/verdicts.ts';

const monday = Date.parse('2026-11-23T08:00:00.000Z');
const tuesday = monday + 86_400_000;
const day = 86_400_000;

const parcel = (trackingNumber: string, more: Partial<Parcel> = {}): Parcel => ({
  trackingNumber,
  carrierHint: null,
  shippedAt: null,
  quantity: null,
  ...more,
});
const known = (...parcels: readonly Parcel[]): readonly Shipment[] => mergeParcels([], parcels, monday).shipments;
const numbers = (shipments: readonly Shipment[]): readonly string[] =>
  shipments.filter(({ goneAt }) => goneAt === null).map(({ trackingNumber }) => trackingNumber);

describe('parcels that a distributor tells of', () => {
  it('become shipments, one for each number', () => {
    const { shipments, changed, notes } = mergeParcels(
      [],
      [parcel('1Z5R89390357567127', { quantity: 2 }), parcel('PRO-1', { carrierHint: 'Saia' }), parcel('pro -1')],
      monday,
    );
    expect(changed).toBe(true);
    expect(shipments).toEqual([
      {
        trackingNumber: '1Z5R89390357567127',
        carrier: 'ups',
        trackingUrl: 'https://www.ups.com/track?tracknum=1Z5R89390357567127',
        shippedAt: null,
        quantity: 2,
        source: 'distributor',
        foundAt: '2026-11-23T08:00:00.000Z',
        goneAt: null,
        corrects: null,
      },
      expect.objectContaining({ trackingNumber: 'PRO-1', carrier: 'Saia', trackingUrl: null }),
    ]);
    expect(notes).toEqual(['Tracking number 1Z5R89390357567127 was found.', 'Tracking number PRO-1 was found.']);
  });

  it.each([
    ['USPS, with the postal code of its destination', '9400111202555842332669', '420833429400111202555842332669'],
    ['USPS, with nine digits of it', '9400111202555842332669', '4208334200019400111202555842332669'],
    ['FedEx Ground, with its service', '041441760228964', '9611020041441760228964'],
    ['FedEx Express, in a barcode of 34 digits', '779017972697', '1001921334250001000300779017972697'],
    ['FedEx Ground, in a barcode of 34 digits', '776632517510', '9622001900000000000000776632517510'],
    ['FedEx Ground Economy, without its first digits', '9261290100130435082878', '61290100130435082878'],
    ['freight, with a dash', '123-456789-0', '1234567890'],
    ['freight, with dots', '123.456.789', '123456789'],
    ['freight, with zeros before it', '0080412957', '80412957'],
  ])('are the same in another spelling: %s', (_, one, other) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const before = known(parcel(first, { carrierHint: 'carrier' }));
      expect(mergeParcels(before, [parcel(second, { carrierHint: 'carrier' })], tuesday)).toMatchObject({
        shipments: before,
        changed: false,
        notes: [],
      });
      expect(known(parcel(first), parcel(second))).toHaveLength(1);
    }
  });

  it('are others where only a part is the same', () => {
    for (const [one, other] of [
      ['9400111202555842332669', '420833429400111202555842332676'],
      ['041441760228964', '9611020041441760228971'],
      ['779017972697', '779017972698'],
      ['1Z5R89390357567127', '5R89390357567127'],
      ['41441760228964', '041441760228964'],
      ['A123456789', 'A0123456789'],
    ] as const)
      expect(known(parcel(one), parcel(other))).toHaveLength(2);
  });

  it('change nothing when told again, however written', () => {
    const before = known(parcel('AB12', { quantity: 1 }));
    expect(mergeParcels(before, [parcel('ab 12')], tuesday)).toMatchObject({
      shipments: before,
      changed: false,
      notes: [],
    });
  });

  it('fill in a quantity and a day learned later', () => {
    const later = parcel('AB12', { quantity: 3, shippedAt: '2026-11-22T00:00:00.000Z' });
    const { shipments, changed, notes } = mergeParcels(known(parcel('AB12')), [later], tuesday);
    expect(shipments).toEqual([expect.objectContaining({ quantity: 3, shippedAt: later.shippedAt, goneAt: null })]);
    expect({ changed, notes }).toEqual({ changed: true, notes: [] });
  });

  it('take a quantity of zero as not told', () => {
    expect(known(parcel('AB12', { quantity: 0 }))[0]?.quantity).toBeNull();
    const before = known(parcel('AB12', { quantity: 2 }));
    expect(mergeParcels(before, [parcel('AB12', { quantity: 0 })], tuesday).changed).toBe(false);
  });

  it('correct the one that went when exactly one came', () => {
    const { shipments, notes } = mergeParcels(known(parcel('A1'), parcel('B2')), [parcel('A1'), parcel('C3')], tuesday);
    expect(shipments.find(({ trackingNumber }) => trackingNumber === 'B2')?.goneAt).toBe('2026-11-24T08:00:00.000Z');
    expect(shipments.find(({ trackingNumber }) => trackingNumber === 'C3')?.corrects).toBe('B2');
    expect(notes).toEqual(['Tracking number C3 takes the place of B2.']);
  });

  it('correct nothing when it is not clear what', () => {
    const two = mergeParcels(known(parcel('A1'), parcel('B2')), [parcel('C3')], tuesday);
    expect(two.shipments.map(({ corrects }) => corrects)).toEqual([null, null, null]);
    expect(numbers(two.shipments)).toEqual(['C3']);
    expect(two.notes).toContain('The distributor no longer shows tracking number A1.');
  });

  it('are gone when told no more, once, and are back when told again', () => {
    const gone = mergeParcels(known(parcel('A1')), [], tuesday);
    expect(numbers(gone.shipments)).toEqual([]);
    expect(gone.notes).toEqual(['The distributor no longer shows tracking number A1.']);
    expect(mergeParcels(gone.shipments, [], tuesday + day).changed).toBe(false);
    const back = mergeParcels(gone.shipments, [parcel('A1')], tuesday + day);
    expect(numbers(back.shipments)).toEqual(['A1']);
    expect(back.notes[0]).toBe('The distributor shows tracking number A1 again.');
  });

  it('are no correction any more when the number they took the place of is back', () => {
    const corrected = mergeParcels(known(parcel('A1')), [parcel('B2')], tuesday).shipments;
    const both = mergeParcels(corrected, [parcel('A1'), parcel('B2')], tuesday + day);
    expect(both.shipments.map(({ corrects, goneAt }) => [corrects, goneAt])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('numbers that come and go', () => {
  const hour = 3_600_000;
  const [a, b] = [[parcel('1Z5R89390357567127')], [parcel('1Z879E930346834440')]];
  const [numberA, numberB] = ['1Z5R89390357567127', '1Z879E930346834440'];

  it('leave the last word right: A, B, A tells A anew, in the place of B', () => {
    const first = known(...a);
    const second = mergeParcels(first, b, monday + hour).shipments;
    const third = mergeParcels(second, a, monday + 2 * hour);
    expect(numbers(third.shipments)).toEqual([numberA]);
    expect(third.shipments[0]).toMatchObject({ corrects: numberB, retold: 1, goneAt: null });
    expect(third.notes).toEqual([
      `The distributor shows tracking number ${numberA} again, in place of ${numberB}.`,
      'The distributor takes its tracking numbers back: from now on, a change of them counts when it has lasted a day.',
    ]);
  });

  it('are told of once when a thousand looks differ', () => {
    let shipments = known(...a);
    let [notes, shown] = [0, 0];
    for (let look = 1; look <= 1000; look += 1) {
      const next = mergeParcels(shipments, look % 2 === 0 ? a : b, monday + look * hour);
      shipments = next.shipments;
      notes += next.notes.length;
      shown += next.shown ? 1 : 0;
    }
    expect({ notes, shown }).toEqual({ notes: 3, shown: 2 });
  });

  it('are believed again when a change has lasted a day', () => {
    const back = mergeParcels(mergeParcels(known(...a), b, monday + hour).shipments, a, monday + 2 * hour).shipments;
    const soon = mergeParcels(back, b, monday + 3 * hour);
    expect(numbers(soon.shipments)).toEqual([numberA]);
    expect(soon).toMatchObject({ changed: true, shown: false, notes: [] });
    const later = mergeParcels(soon.shipments, b, monday + 27 * hour);
    expect(numbers(later.shipments)).toEqual([numberB]);
    expect(later.shipments[1]?.corrects).toBe(numberA);
  });

  it('are 200 at most, and the rest is counted once', () => {
    const many = Array.from({ length: 4000 }, (_, at) => parcel(`1Z999AA1${1_000_000_000 + at}`));
    const first = mergeParcels([], many, monday);
    expect(first.shipments).toHaveLength(mostShipments);
    expect(first.notes).toEqual([
      '200 tracking numbers were found, 1Z999AA11000000000 the first.',
      'The distributor tells of 3800 more tracking numbers than the 200 that a purchase order holds.',
    ]);
    expect(mergeParcels(first.shipments, many, tuesday)).toMatchObject({ changed: false, notes: [] });
  });
});

describe('a number entered by hand', () => {
  const entry = { carrier: 'ups', trackingNumber: 'HAND 1', quantity: 1 };
  const entered = enterByHand([], entry, monday);

  it('is a shipment of a person', () => {
    expect(entered).toMatchObject({
      changed: true,
      shipments: [{ trackingNumber: 'HAND 1', carrier: 'ups', source: 'person', corrects: null }],
      notes: ['Tracking number HAND 1 was entered by hand.'],
    });
  });

  it('is not added twice', () => {
    expect(enterByHand(entered.shipments, { ...entry, trackingNumber: 'hand1' }, tuesday).changed).toBe(false);
  });

  it('never vanishes, and corrects nothing', () => {
    const told = mergeParcels(entered.shipments, [parcel('Z9')], tuesday);
    expect(numbers(told.shipments)).toEqual(['HAND 1', 'Z9']);
    expect(told.shipments[1]?.corrects).toBeNull();
  });

  it('stays the person’s when the distributor tells it once and then no more', () => {
    const confirmed = mergeParcels(entered.shipments, [parcel('HAND1')], tuesday);
    expect(confirmed).toMatchObject({ notes: [], shown: false, shipments: [{ source: 'person', confirmed: true }] });
    const dropped = mergeParcels(confirmed.shipments, [], tuesday + day);
    expect(dropped).toMatchObject({ notes: [], shown: false, shipments: [{ source: 'person', goneAt: null }] });
  });

  it('takes the place of the one that it corrects, which stays away whatever the distributor tells', () => {
    const told = known(parcel('1Z5R89390357567127'));
    const correction = {
      carrier: null,
      trackingNumber: '1Z879E930346834440',
      quantity: null,
      corrects: '1z5r89390357567127',
    };
    const corrected = enterByHand(told, correction, tuesday);
    expect(numbers(corrected.shipments)).toEqual(['1Z879E930346834440']);
    expect(corrected.shipments[1]?.corrects).toBe('1Z5R89390357567127');
    expect(corrected.notes[1]).toBe(
      'Tracking number 1Z879E930346834440 takes the place of 1Z5R89390357567127, by hand.',
    );
    const later = mergeParcels(corrected.shipments, [parcel('1Z5R89390357567127')], tuesday + day);
    expect(numbers(later.shipments)).toEqual(['1Z879E930346834440']);
    expect(later.changed).toBe(false);
  });

  it('fills the gaps of one that is known: carrier and pieces', () => {
    const told = known(parcel('986578788855'));
    expect(told[0]).toMatchObject({ carrier: null, trackingUrl: null, quantity: null });
    const entry = { carrier: 'FedEx Ground', trackingNumber: '986578788855', quantity: 2 };
    expect(enterByHand(told, entry, tuesday)).toMatchObject({
      shown: true,
      shipments: [
        { carrier: 'fedex', trackingUrl: 'https://www.fedex.com/fedextrack/?trknbr=986578788855', quantity: 2 },
      ],
    });
  });

  it('can be taken back, but not what the distributor told', () => {
    expect(numbers(takeBack(entered.shipments, 'hand1', tuesday)?.shipments ?? [])).toEqual([]);
    expect(takeBack(known(parcel('HAND1')), 'HAND1', tuesday)).toBeUndefined();
    const confirmed = mergeParcels(entered.shipments, [parcel('HAND1')], tuesday).shipments;
    expect(takeBack(confirmed, 'HAND1', tuesday)?.shipments).toMatchObject([{ source: 'distributor', goneAt: null }]);
  });

  it('brings back one that had gone', () => {
    const gone = mergeParcels(known(parcel('HAND1')), [], tuesday).shipments;
    expect(enterByHand(gone, entry, tuesday)).toMatchObject({
      changed: true,
      shipments: [{ source: 'person', goneAt: null }],
    });
  });
});

describe('how far a purchase order has shipped', () => {
  const h1 = { carrier: null, trackingNumber: 'H1' };
  const state = (quantity: number, parcels: readonly Parcel[], complete = false, now = monday) =>
    shippedState(
      { quantity, shipments: [...known(...parcels)], shipmentsChangedAt: '2026-11-23T08:00:00.000Z' },
      complete,
      now,
    );

  it.each([
    ['nothing told', state(1, []), 'accepted', false],
    ['complete without a parcel', state(1, [], true), 'accepted', false],
    ['one piece, one parcel, no quantity', state(1, [parcel('A')]), 'shipped', false],
    ['one piece, its quantity told', state(1, [parcel('A', { quantity: 1 })]), 'shipped', true],
    ['more pieces, no quantity', state(2, [parcel('A')]), 'partly-shipped', false],
    ['quantities that cover', state(3, [parcel('A', { quantity: 1 }), parcel('B', { quantity: 2 })]), 'shipped', true],
    ['quantities that do not', state(3, [parcel('A', { quantity: 2 })]), 'partly-shipped', false],
    [
      'quantities that do not, long ago',
      state(3, [parcel('A', { quantity: 2 })], false, monday + 40 * day),
      'partly-shipped',
      false,
    ],
    ['said to be complete', state(5, [parcel('A')], true), 'shipped', true],
    ['nearly 14 quiet days', state(2, [parcel('A')], false, monday + 14 * day - 1), 'partly-shipped', false],
    ['14 quiet days', state(2, [parcel('A')], false, monday + 14 * day), 'shipped', false],
  ])('%s', (_, found, expected, watchEnds) => {
    expect(found).toEqual({ state: expected, watchEnds });
  });

  it('counts a hand entry and never ends the watch by it', () => {
    const { shipments } = enterByHand([], { carrier: 'ups', trackingNumber: 'H1', quantity: 2 }, monday);
    const row = { quantity: 2, shipments, shipmentsChangedAt: null };
    expect(shippedState(row, false, monday)).toEqual({ state: 'shipped', watchEnds: false });
    expect(shippedState(row, true, monday)).toEqual({ state: 'shipped', watchEnds: false });
  });

  it.each([
    ['entered by hand and then told', () => enterByHand([], { ...h1, quantity: 5 }, monday).shipments],
    ['told and then counted by hand', () => enterByHand(known(parcel('H1')), { ...h1, quantity: 5 }, monday).shipments],
  ])('goes on looking while the distributor has not counted the pieces itself: %s', (_, entered) => {
    const told = mergeParcels(entered(), [parcel('H1')], tuesday).shipments;
    const state = (shipments: readonly Shipment[]) =>
      shippedState({ quantity: 5, shipments: [...shipments], shipmentsChangedAt: null }, false, tuesday);
    expect(state(told)).toEqual({ state: 'shipped', watchEnds: false });
    const corrected = enterByHand(told, { ...h1, quantity: 2 }, tuesday).shipments;
    expect(corrected).toMatchObject([{ quantity: 2 }]);
    expect(contradictsPieces(corrected[0] as Shipment, { ...h1, quantity: 5 })).toBe(false);
    const counted = mergeParcels(corrected, [parcel('H1', { quantity: 5 })], tuesday + day).shipments;
    expect(state(counted)).toEqual({ state: 'shipped', watchEnds: true });
    expect(contradictsPieces(counted[0] as Shipment, { ...h1, quantity: 2 })).toBe(true);
    expect(mergeParcels(counted, [parcel('H1', { quantity: 5 })], tuesday + 2 * day).changed).toBe(false);
  });

  it('takes the person’s count back with the entry', () => {
    const entered = enterByHand([], { ...h1, quantity: 5 }, monday).shipments;
    const told = mergeParcels(entered, [parcel('H1')], tuesday).shipments;
    expect(takeBack(told, 'H1', tuesday)?.shipments).toMatchObject([{ source: 'distributor', quantity: null }]);
    const counted = mergeParcels(entered, [parcel('H1', { quantity: 4 })], tuesday).shipments;
    expect(takeBack(counted, 'H1', tuesday)?.shipments).toMatchObject([{ source: 'distributor', quantity: 4 }]);
  });

  it('takes the pieces of a row from before it was kept who counted them for the shipment’s own', () => {
    const { countedBy: _, ...before } = known(parcel('H1', { quantity: 5 }))[0] as Shipment;
    const row = { quantity: 5, shipmentsChangedAt: null };
    expect(shippedState({ ...row, shipments: [before] }, false, tuesday).watchEnds).toBe(true);
    const persons: Shipment = { ...before, source: 'person', confirmed: true };
    expect(shippedState({ ...row, shipments: [persons] }, false, tuesday).watchEnds).toBe(false);
  });

  it('does not count what is gone', () => {
    const { shipments } = mergeParcels(known(parcel('A', { quantity: 1 })), [], tuesday);
    expect(shippedState({ quantity: 1, shipments, shipmentsChangedAt: null }, false, tuesday).state).toBe('accepted');
  });
});
