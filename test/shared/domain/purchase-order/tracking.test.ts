import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../shared/domain/purchase-order/due.ts';
import type { PurchaseOrderRow } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import { assumeShipped, resume, stopAtCutoff, stopByHand } from '../../../../shared/domain/purchase-order/tracking.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { accepted, calling, day, inDoubt, needsPerson, noon, poRow, refused, shipmentOf } from '../../../rows.ts';

const cutoff = noon + 42 * day;
const kinds = (po: Pick<PurchaseOrderRow, 'owed'> | null) =>
  po?.owed.map((owed) => (owed.kind === 'event' ? owed.type : owed.kind));
const neverAccepted = [poRow(), calling(), inDoubt(), needsPerson(), refused()];

describe('six weeks after acceptance', () => {
  it('tracking stops to the millisecond, and the store hears of it', () => {
    expect(accepted().dueAt).toBe(instant(cutoff));
    expect(stopAtCutoff(accepted(), cutoff - 1)).toBeNull();
    const stopped = stopAtCutoff(accepted(), cutoff);
    expect(stopped).toMatchObject({ tracking: 'stopped', status: 'tracking-stopped' });
    expect(kinds(stopped)).toEqual(['unwatch', 'purchase_order.tracking_stopped']);
    expect(stopped?.history.at(-1)).toEqual({
      at: instant(cutoff),
      text: 'Six weeks have passed: we no longer look for tracking.',
      kind: 'tracking-stopped',
      by: 'service',
    });
  });

  it('a partly shipped order stops too', () => {
    const partly = accepted({ progress: 'partly', shipments: [shipmentOf('A1')], quantity: 3 });
    expect(stopAtCutoff(partly, cutoff)).toMatchObject({ status: 'tracking-stopped' });
  });

  it('a shipped order stops without a word', () => {
    const stopped = stopAtCutoff(accepted({ progress: 'shipped' }), cutoff);
    expect(stopped).toMatchObject({ tracking: 'stopped', status: 'shipped' });
    expect(kinds(stopped)).toEqual(['unwatch']);
  });

  it('nothing happens a second time, nor to an order that was complete', () => {
    for (const tracking of ['stopped', 'complete'] as const)
      expect(stopAtCutoff(accepted({ tracking }), cutoff)).toBeNull();
    for (const row of neverAccepted) expect(stopAtCutoff(row, cutoff)).toBeNull();
  });
});

describe('stopped by hand', () => {
  it('it is looked up no more, with the reason in its history', () => {
    const stopped = stopByHand(accepted(), noon + day, 'Cancelled by telephone');
    expect(stopped).toMatchObject({ status: 'tracking-stopped', tracking: 'stopped' });
    expect(kinds(stopped)).toEqual(['unwatch', 'purchase_order.tracking_stopped']);
    expect(stopped?.history.at(-1)?.text).toBe('Tracking was stopped by hand: Cancelled by telephone');
  });

  it('it is stopped once, and only when accepted', () => {
    for (const row of [accepted({ tracking: 'stopped' }), accepted({ tracking: 'complete' }), ...neverAccepted])
      expect(stopByHand(row, noon, 'x')).toBeNull();
  });
});

describe('resumed', () => {
  it('it is looked up for another six weeks from now', () => {
    const resumed = resume(accepted({ tracking: 'stopped' }), noon + 50 * day);
    expect(resumed).toMatchObject({ status: 'accepted', tracking: 'open', trackUntil: instant(noon + 92 * day) });
    expect(kinds(resumed)).toEqual(['unwatch', 'watch']);
  });

  it('it stops again at the new end and not at the old one', () => {
    const resumed = { ...accepted(), ...resume(accepted(), noon + day), owed: [] };
    expect(stopAtCutoff(resumed, cutoff)).toBeNull();
    expect(stopAtCutoff(resumed, cutoff + day)?.status).toBe('tracking-stopped');
  });

  it('it must have been accepted', () => {
    for (const row of neverAccepted) expect(resume(row, noon)).toBeNull();
  });
});

describe('two quiet weeks after a parcel', () => {
  const partly = (more: Partial<PurchaseOrderRow> = {}) =>
    accepted({
      quantity: 3,
      progress: 'partly',
      shipments: [shipmentOf('A1')],
      shipmentsChangedAt: instant(noon + day),
      ...more,
    });
  const quiet = noon + 15 * day;

  it('an order without quantities counts as shipped; its watch stays until the end', () => {
    expect(partly().dueAt).toBe(instant(quiet));
    expect(assumeShipped(partly(), quiet - 1)).toBeNull();
    const shipped = assumeShipped(partly(), quiet);
    expect(shipped).toMatchObject({ status: 'shipped', tracking: 'open' });
    expect(kinds(shipped)).toEqual(['purchase_order.shipped']);
    expect(nextStep({ ...partly(), ...shipped }, cutoff)).toBe('stop-tracking');
  });

  it('one of which some parcel tells no quantity counts too', () => {
    const mixed = partly({ shipments: [shipmentOf('A1', { quantity: 1 }), shipmentOf('A2')] });
    expect(assumeShipped(mixed, quiet)?.status).toBe('shipped');
  });

  it('one whose quantities say that pieces are missing does not', () => {
    const short = partly({ shipments: [shipmentOf('A1', { quantity: 1 })] });
    expect(short.dueAt).toBe(instant(cutoff));
    expect(assumeShipped(short, quiet)).toBeNull();
  });

  it('one whose only parcel has vanished does not', () => {
    const vanished = partly({ shipments: [shipmentOf('A1', { goneAt: instant(noon + day) })] });
    expect(assumeShipped(vanished, quiet)).toBeNull();
  });

  it('that end after the six weeks do not count', () => {
    const late = partly({ shipmentsChangedAt: instant(noon + 28 * day) });
    expect(late.dueAt).toBe(instant(cutoff));
    expect(nextStep(late, cutoff)).toBe('stop-tracking');
  });
});
