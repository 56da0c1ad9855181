import { seconds } from '../time-limits.ts';
import type { Parcel } from '../verdicts.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import { carrierOf, plainNumber, sameNumber } from './parcels.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';

/** What news of parcels makes of a purchase order's shipments. `changed` false = nothing to write; `notes` are for people. */
export type Merged = { readonly shipments: Shipment[]; readonly changed: boolean; readonly notes: readonly string[] };

/**
 * Merges everything that the distributor tells now (all parcels of the order, not only new ones) into what is known. Known
 * facts are filled in, never emptied. A number that it tells no more is gone, unless a person entered it; where exactly one
 * went and exactly one came, the new one corrects the old.
 */
export const mergeParcels = (known: readonly Shipment[], told: readonly Parcel[], now: number): Merged => {
  const at = instant(now);
  const parcels = onePerNumber(told);
  const came = parcels.filter((parcel) => !known.some((shipment) => isOf(shipment, parcel)));
  const went = known.filter((shipment) => mayGo(shipment) && !parcels.some((parcel) => isOf(shipment, parcel)));
  const [gone, fresh] = went.length === 1 && came.length === 1 ? [went[0], came[0]] : [];
  const kept = known.map((shipment) => toldAgain(shipment, parcels, at));
  const returned = kept.filter(({ goneAt }, index) => goneAt === null && known[index]?.goneAt !== null);
  const added = came.map((parcel) => found(parcel, at, parcel === fresh ? (gone?.trackingNumber ?? null) : null));
  const shipments = [...kept.map((shipment) => withoutCorrectionOf(shipment, returned)), ...added];
  return {
    shipments,
    changed: added.length > 0 || shipments.some((shipment, index) => !isSame(shipment, known[index])),
    notes: [
      ...added.map(noteOfNew),
      ...went
        .filter((shipment) => shipment !== gone)
        .map(({ trackingNumber }) => `The distributor no longer shows tracking number ${trackingNumber}.`),
      ...returned.map(({ trackingNumber }) => `The distributor shows tracking number ${trackingNumber} again.`),
    ],
  };
};

/** A tracking number that a person enters. One that is known already is not added twice; one that had gone comes back as his. */
export const enterByHand = (
  known: readonly Shipment[],
  entry: { readonly carrier: string; readonly trackingNumber: string; readonly quantity: number | null },
  now: number,
): Merged => {
  const at = instant(now);
  const there = known.find(({ trackingNumber }) => sameNumber(trackingNumber, entry.trackingNumber));
  if (there !== undefined && there.goneAt === null) return { shipments: [...known], changed: false, notes: [] };
  const parcel = { ...entry, carrierHint: entry.carrier, shippedAt: null };
  const entered: Shipment = { ...found(parcel, there?.foundAt ?? at, null), source: 'person' };
  const note = `Tracking number ${entered.trackingNumber} was entered by hand.`;
  return { shipments: [...known.filter((shipment) => shipment !== there), entered], changed: true, notes: [note] };
};

const isOf = ({ trackingNumber }: Shipment, parcel: Parcel): boolean =>
  sameNumber(trackingNumber, parcel.trackingNumber);
const mayGo = ({ source, goneAt }: Shipment): boolean => source === 'distributor' && goneAt === null;
const isSame = (a: Shipment, b: Shipment | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A count of pieces; nought is as good as not told. */
const pieces = (quantity: number | null): number | null => (quantity !== null && quantity > 0 ? quantity : null);

/** A number told twice is one parcel: what the first leaves open, the second may tell. */
const onePerNumber = (told: readonly Parcel[]): readonly Parcel[] => {
  const parcels = new Map<string, Parcel>();
  for (const parcel of told) {
    const first = parcels.get(plainNumber(parcel.trackingNumber)) ?? parcel;
    parcels.set(plainNumber(parcel.trackingNumber), {
      trackingNumber: first.trackingNumber,
      carrierHint: first.carrierHint ?? parcel.carrierHint,
      shippedAt: first.shippedAt ?? parcel.shippedAt,
      quantity: pieces(first.quantity) ?? pieces(parcel.quantity),
    });
  }
  return [...parcels.values()];
};

const found = (parcel: Parcel, foundAt: Instant, corrects: string | null): Shipment => ({
  trackingNumber: parcel.trackingNumber,
  ...carrierOf(parcel.trackingNumber, parcel.carrierHint),
  shippedAt: parcel.shippedAt,
  quantity: pieces(parcel.quantity),
  source: 'distributor',
  foundAt,
  goneAt: null,
  corrects,
});

const toldAgain = (shipment: Shipment, parcels: readonly Parcel[], at: Instant): Shipment => {
  const parcel = parcels.find((each) => isOf(shipment, each));
  if (parcel === undefined) return mayGo(shipment) ? { ...shipment, goneAt: at } : shipment;
  const carried = shipment.carrier === null ? carrierOf(shipment.trackingNumber, parcel.carrierHint) : {};
  return {
    ...shipment,
    ...carried,
    shippedAt: shipment.shippedAt ?? parcel.shippedAt,
    quantity: parcel.quantity ?? shipment.quantity,
    source: 'distributor',
    goneAt: null,
  };
};

/** A number that came back was not wrong after all: what took its place is a parcel of its own. */
const withoutCorrectionOf = (shipment: Shipment, returned: readonly Shipment[]): Shipment =>
  returned.some(({ trackingNumber }) => shipment.corrects !== null && sameNumber(shipment.corrects, trackingNumber))
    ? { ...shipment, corrects: null }
    : shipment;

const noteOfNew = ({ trackingNumber, corrects }: Shipment): string =>
  corrects === null
    ? `Tracking number ${trackingNumber} was found.`
    : `Tracking number ${trackingNumber} takes the place of ${corrects}.`;

export type ShippedState = {
  readonly state: 'accepted' | 'partly-shipped' | 'shipped';
  /** True when nothing more can come: the watch ends early. */
  readonly watchEnds: boolean;
};

/**
 * How far an accepted purchase order has shipped. `complete` = the distributor says that nothing more will come. Only that, or
 * quantities of its own that cover the order, end the watch; a person's entry counts for the state and never ends a watch.
 */
export const shippedState = (
  row: Pick<PurchaseOrderRow, 'quantity' | 'shipments' | 'shipmentsChangedAt'>,
  complete: boolean,
  now: number,
): ShippedState => {
  const shipments = row.shipments.filter(({ goneAt }) => goneAt === null);
  const told = shipments.filter(({ source }) => source === 'distributor');
  if (shipments.length === 0) return { state: 'accepted', watchEnds: false };
  if (told.length > 0 && (complete || piecesIn(told) >= row.quantity)) return { state: 'shipped', watchEnds: true };
  if (piecesIn(shipments) >= row.quantity) return { state: 'shipped', watchEnds: false };
  if (shipments.every(({ quantity }) => quantity !== null)) return { state: 'partly-shipped', watchEnds: false };
  const isQuiet = row.shipmentsChangedAt !== null && now - milliseconds(row.shipmentsChangedAt) >= seconds.quiet * 1000;
  return { state: row.quantity === 1 || isQuiet ? 'shipped' : 'partly-shipped', watchEnds: false };
};

const piecesIn = (shipments: readonly Shipment[]): number =>
  shipments.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
