import { inFile, type Mutant } from './mutant.ts';

const two = 'two parcels of wps';
const sixWeeks = 'six weeks without a parcel of automatic; what expires is deleted at-once';
const noMore = 'an order of wps that nobody looks for any more';
const byHand = 'an order of wps that people see to';
const strange = "an order of another's under our number at wps";
const record = inFile('shared/tracking/record.ts');
const news = inFile('shared/domain/purchase-order/tracking-news.ts');
const end = inFile('shared/domain/purchase-order/tracking.ts');
const shipments = inFile('shared/domain/purchase-order/shipments.ts');

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

/** What a sweep finds, and how it ends. */
export const parcelMutants: readonly Mutant[] = [
  using(
    record(
      'what was seen is written before the order',
      '  await transition(ports, before, ',
      '  await amend(ports, watch, WatchRow, (current) => (current === undefined ? null : { ...current, seen }));\n  await transition(ports, before, ',
      1,
      two,
    ),
    'crash-after',
  ),
  record(
    'only the first news is applied',
    'if (seen === watch.seen) continue;',
    'if (watch.seen !== null) continue;',
    0,
    two,
  ),
  record(
    'a watch that is gone comes back',
    '(current === undefined ? null : { ...current, seen })',
    '({ ...(current ?? watch), seen })',
    0,
    two,
  ),
  news(
    'another’s order is taken for ours',
    'if (foreign !== null) return',
    'if (foreign === null && now < 0) return',
    0,
    strange,
  ),
  news(
    'a second parcel is mailed to nobody',
    '...(hasNew(po.shipments, changed.shipments) ?',
    '...(po.shipments.length === 0 ?',
    0,
    two,
  ),
  news(
    'the store hears nothing of a shipped order',
    "shipped: 'purchase_order.shipped',",
    "shipped: 'purchase_order.partly_shipped',",
    0,
    two,
  ),
  shipments(
    'the first parcel ends the watch',
    '(complete && shipments.some(isTold)) || piecesIn(counted) >= row.quantity',
    'shipments.some(isTold)',
    0,
    two,
  ),
  shipments(
    'a number that a person entered goes',
    "parcel === undefined && shipment.source === 'person')",
    'parcel === undefined && look.now < 0)',
    0,
    byHand,
  ),
  end(
    'the store is not told that six weeks are over',
    "po.progress === 'shipped' ? stopped : withEvent(",
    "po.progress !== 'none' ? stopped : ((stopped: Po, ..._: readonly unknown[]) => stopped)(",
    0,
    sixWeeks,
  ),
  end(
    'after a stop by hand it is still watched',
    "const stopped = closed(withNote({ ...po, tracking: 'stopped' }, now, text, by));\n  return withDerived(withEvent(",
    "const stopped = withNote({ ...po, tracking: 'stopped' }, now, text, by);\n  return withDerived(withEvent(",
    0,
    noMore,
  ),
  end(
    'who goes on looking does not look',
    "owed: [...resumed.owed, { kind: 'watch' }]",
    'owed: [...resumed.owed]',
    0,
    byHand,
  ),
  end(
    'another six weeks are what is left of the first',
    'trackUntil: addSeconds(now, seconds.watch) }',
    'trackUntil: po.trackUntil }',
    0,
    byHand,
  ),
];
