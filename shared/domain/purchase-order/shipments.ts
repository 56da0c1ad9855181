import { seconds } from '../time-limits.ts';
import { carrierOf, identityOf, sameNumber } from '../tracking-numbers/carrier-of.ts';
import type { Parcel } from '../verdicts.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';

/**
 * What news of parcels makes of a purchase order's shipments. `changed` false = nothing to write; `shown` false = nothing that
 * anybody is told; `notes` are for people.
 */
export type Merged = {
  readonly shipments: Shipment[];
  readonly changed: boolean;
  readonly shown: boolean;
  readonly notes: readonly string[];
};

/** How many shipments a purchase order holds, those that are gone among them: what is told beyond them is counted in a note. */
export const mostShipments = 200;

/** So long a change must last once the distributor has taken one back. */
const steadyMilliseconds = 86_400_000;

/**
 * Merges everything that the distributor tells now (all parcels of the order, not only new ones) into what is known. Known
 * facts are filled in, never emptied. A number that it tells no more is gone, unless a person entered it; where exactly one
 * went and exactly one came (or came back), that one corrects the other. Once a number has come back, the distributor's
 * answers differ from look to look, and a change of what it tells counts when it has lasted a day.
 */
export const mergeParcels = (known: readonly Shipment[], told: readonly Parcel[], now: number): Merged => {
  const at = instant(now);
  const parcels = onePerNumber(told);
  const numbers = new Set(known.map(({ trackingNumber }) => identityOf(trackingNumber)));
  const unknown = [...parcels].filter(([number]) => !numbers.has(number)).map(([, parcel]) => parcel);
  const came = unknown.slice(0, Math.max(0, mostShipments - known.length));
  const isUnsteady = known.some(({ returns = 0 }) => returns > 0);
  const seen = known.map((shipment) =>
    toldAgain(shipment, parcels.get(identityOf(shipment.trackingNumber)), { at, now, isUnsteady }),
  );
  const went = known.filter(({ goneAt }, index) => goneAt === null && seen[index]?.goneAt !== null);
  const returned = seen.filter(({ goneAt }, index) => goneAt === null && known[index]?.goneAt !== null);
  const gone = went.length === 1 && came.length + returned.length === 1 ? (went[0]?.trackingNumber ?? null) : null;
  const added = came.map((parcel) => found(parcel, at, gone));
  const kept = seen.map((shipment) => correcting(shipment, returned, gone));
  const notes = [
    ...notesOfNew(added),
    ...(unknown.length > came.length && known.length < mostShipments
      ? [noteOfTooMany(unknown.length - came.length)]
      : []),
    ...went
      .filter(() => gone === null)
      .map(({ trackingNumber }) => `The distributor no longer shows tracking number ${trackingNumber}.`),
    ...returned.map(({ trackingNumber }) => noteOfReturn(trackingNumber, gone)),
    ...(returned.length > 0 && !isUnsteady ? [unsteadyNote] : []),
  ];
  return merged(known, [...kept, ...added], notes);
};

const merged = (before: readonly Shipment[], shipments: Shipment[], notes: readonly string[]): Merged => ({
  shipments,
  changed: shipments.length !== before.length || shipments.some((shipment, index) => !isSame(shipment, before[index])),
  shown: shipments.length !== before.length || shipments.some((shipment, index) => !looksSame(shipment, before[index])),
  notes,
});

const isSame = (a: Shipment, b: Shipment | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
const looksSame = (a: Shipment, b: Shipment | undefined): boolean => b !== undefined && looks(a) === looks(b);
const looks = ({ trackingNumber, carrier, trackingUrl, shippedAt, quantity, source, goneAt }: Shipment): string =>
  JSON.stringify([trackingNumber, carrier, trackingUrl, shippedAt, quantity, source, goneAt === null]);

export type HandEntry = {
  readonly carrier: string | null;
  readonly trackingNumber: string;
  readonly quantity: number | null;
  /** The number that this one takes the place of. */
  readonly corrects?: string | null;
};

/** The shipment under this number that stands. */
export const standing = (known: readonly Shipment[], trackingNumber: string): Shipment | undefined =>
  known.find((shipment) => shipment.goneAt === null && sameNumber(shipment.trackingNumber, trackingNumber));

/**
 * A tracking number that a person enters. One that is known already is not added twice: the carrier and the pieces that the entry
 * names are taken, pieces only where the distributor has told of none. One that had gone comes back as the person's. A number that a
 * person corrected stays away, whatever the distributor tells.
 */
export const enterByHand = (known: readonly Shipment[], entry: HandEntry, now: number): Merged => {
  const at = instant(now);
  const there = known.find(({ trackingNumber }) => sameNumber(trackingNumber, entry.trackingNumber));
  const wrong = standing(known, entry.corrects ?? '');
  const corrects = wrong === undefined || wrong === there ? null : wrong.trackingNumber;
  const others = known.map((shipment) =>
    corrects !== null && shipment === wrong ? { ...shipment, goneAt: at, replaced: true } : shipment,
  );
  if (there !== undefined && there.goneAt === null) {
    const said = withEntry(there, entry);
    const changed = { ...said, corrects: corrects ?? there.corrects };
    return merged(
      known,
      others.map((shipment) => (shipment === there ? changed : shipment)),
      [...noteOfEntry(there, said), ...correctionNote(changed.trackingNumber, corrects)],
    );
  }
  const parcel = { ...entry, carrierHint: entry.carrier, shippedAt: null };
  const entered: Shipment = {
    ...found(parcel, there?.foundAt ?? at, corrects),
    source: 'person',
    ...(there === undefined ? {} : { retold: (there.retold ?? 0) + 1 }),
  };
  const notes = [
    `Tracking number ${entered.trackingNumber} was entered by hand.`,
    ...correctionNote(entered.trackingNumber, corrects),
  ];
  return {
    ...merged(known, [...others.filter((shipment) => shipment !== there), entered], notes),
    changed: true,
    shown: true,
  };
};

const isTold = ({ source, confirmed }: Shipment): boolean => source === 'distributor' || confirmed === true;

/** Whether the distributor tells of the parcel and of its pieces: what a person counted is no word of it. */
const isToldPieces = (shipment: Shipment): boolean =>
  shipment.quantity !== null && isTold(shipment) && countedBy(shipment) === 'distributor';

type Counter = Shipment['source'];
export const countedBy = ({ countedBy, source }: Shipment): Counter => countedBy ?? source;

/** The pieces as they were just counted; null = nobody counted. */
const withPieces = (shipment: Shipment, quantity: number | null, by: Counter): Shipment =>
  quantity === null ? shipment : { ...shipment, quantity, ...(countedBy(shipment) === by ? {} : { countedBy: by }) };

/** Whether a person's entry counts other pieces of a parcel than the distributor, whose next answer would count. */
export const contradictsPieces = (shipment: Shipment, { quantity }: HandEntry): boolean =>
  isToldPieces(shipment) && quantity !== null && quantity !== shipment.quantity;

/** A parcel that is known, as a person says that it is. */
export const withEntry = (shipment: Shipment, { carrier, quantity }: HandEntry): Shipment => ({
  ...(isToldPieces(shipment) ? shipment : withPieces(shipment, pieces(quantity), 'person')),
  ...(carrier === null ? {} : carrierOf(shipment.trackingNumber, carrier)),
});

const noteOfEntry = (before: Shipment, after: Shipment): readonly string[] => [
  ...(after.carrier === before.carrier
    ? []
    : [`${after.carrier} was entered by hand as the carrier of tracking number ${after.trackingNumber}.`]),
  ...(after.quantity === before.quantity
    ? []
    : [`${after.quantity} was entered by hand as the quantity of tracking number ${after.trackingNumber}.`]),
];

const correctionNote = (trackingNumber: string, corrects: string | null): readonly string[] =>
  corrects === null ? [] : [`Tracking number ${trackingNumber} takes the place of ${corrects}, by hand.`];

/**
 * A person takes an entry back. One that the distributor tells too stays as the distributor's, with the pieces that it counted.
 * Undefined: no entry of a person.
 */
export const takeBack = (known: readonly Shipment[], trackingNumber: string, now: number): Merged | undefined => {
  const there = standing(known, trackingNumber);
  if (there === undefined || there.source !== 'person') return undefined;
  const { confirmed = false } = there;
  const told = { quantity: isToldPieces(there) ? there.quantity : null, source: 'distributor' } as const;
  const left: Shipment = { ...there, ...told, confirmed: false, goneAt: confirmed ? null : instant(now) };
  const note = `Tracking number ${there.trackingNumber} was taken back by hand.`;
  return merged(
    known,
    known.map((shipment) => (shipment === there ? left : shipment)),
    [note],
  );
};

/** A count of pieces; zero is as good as not told. */
const pieces = (quantity: number | null): number | null => (quantity !== null && quantity > 0 ? quantity : null);

/** A number told twice is one parcel: what the first leaves open, the second may tell. */
const onePerNumber = (told: readonly Parcel[]): ReadonlyMap<string, Parcel> => {
  const parcels = new Map<string, Parcel>();
  for (const parcel of told) {
    const number = identityOf(parcel.trackingNumber);
    const first = parcels.get(number) ?? parcel;
    parcels.set(number, {
      trackingNumber: first.trackingNumber,
      carrierHint: first.carrierHint ?? parcel.carrierHint,
      shippedAt: first.shippedAt ?? parcel.shippedAt,
      quantity: pieces(first.quantity) ?? pieces(parcel.quantity),
    });
  }
  return parcels;
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

type Look = { readonly at: Instant; readonly now: number; readonly isUnsteady: boolean };

const toldAgain = (shipment: Shipment, parcel: Parcel | undefined, look: Look): Shipment => {
  if (shipment.replaced === true) return shipment;
  const isThere = shipment.goneAt === null;
  if (isThere && parcel === undefined && shipment.source === 'person')
    return shipment.confirmed === true ? { ...shipment, confirmed: false } : shipment;
  if (isThere === (parcel !== undefined)) return steady(parcel === undefined ? shipment : filled(shipment, parcel));
  if (look.isUnsteady && !hasLasted(shipment, look))
    return { ...shipment, doubtedSince: shipment.doubtedSince ?? look.at };
  if (parcel === undefined) return steady({ ...shipment, goneAt: look.at });
  return steady({ ...filled(shipment, parcel), goneAt: null, corrects: null, returns: (shipment.returns ?? 0) + 1 });
};

const filled = (shipment: Shipment, parcel: Parcel): Shipment => ({
  ...withPieces(shipment, parcel.quantity, 'distributor'),
  ...(shipment.carrier === null ? carrierOf(shipment.trackingNumber, parcel.carrierHint) : {}),
  shippedAt: shipment.shippedAt ?? parcel.shippedAt,
  ...(shipment.source === 'person' ? { confirmed: true } : {}),
});

/** What is told now is what is shown. */
const steady = (shipment: Shipment): Shipment =>
  (shipment.doubtedSince ?? null) === null ? shipment : { ...shipment, doubtedSince: null };

const hasLasted = ({ doubtedSince }: Shipment, { now }: Look): boolean =>
  (doubtedSince ?? null) !== null && now - Date.parse(doubtedSince ?? '') >= steadyMilliseconds;

/** A number that came back was not wrong after all: what took its place is a parcel of its own, or is wrong in its turn. */
const correcting = (shipment: Shipment, returned: readonly Shipment[], gone: string | null): Shipment => {
  if (gone !== null && returned.includes(shipment))
    return { ...shipment, corrects: gone, retold: (shipment.retold ?? 0) + 1 };
  const isRight = returned.some(
    ({ trackingNumber }) => shipment.corrects !== null && sameNumber(shipment.corrects, trackingNumber),
  );
  return isRight ? { ...shipment, corrects: null } : shipment;
};

const unsteadyNote =
  'The distributor takes its tracking numbers back: from now on, a change of them counts when it has lasted a day.';

/** More than these are told in one note. */
const singly = 5;

const notesOfNew = (added: readonly Shipment[]): readonly string[] =>
  added.length > singly
    ? [`${added.length} tracking numbers were found, ${added[0]?.trackingNumber} the first.`]
    : added.map(noteOfNew);

const noteOfNew = ({ trackingNumber, corrects }: Shipment): string =>
  corrects === null
    ? `Tracking number ${trackingNumber} was found.`
    : `Tracking number ${trackingNumber} takes the place of ${corrects}.`;

const noteOfReturn = (trackingNumber: string, gone: string | null): string =>
  gone === null
    ? `The distributor shows tracking number ${trackingNumber} again.`
    : `The distributor shows tracking number ${trackingNumber} again, in place of ${gone}.`;

const noteOfTooMany = (more: number): string =>
  `The distributor tells of ${more} more tracking numbers than the ${mostShipments} that a purchase order holds.`;

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
  const counted = shipments.filter(isToldPieces);
  if (shipments.length === 0) return { state: 'accepted', watchEnds: false };
  if ((complete && shipments.some(isTold)) || piecesIn(counted) >= row.quantity)
    return { state: 'shipped', watchEnds: true };
  if (piecesIn(shipments) >= row.quantity) return { state: 'shipped', watchEnds: false };
  if (shipments.every(({ quantity }) => quantity !== null)) return { state: 'partly-shipped', watchEnds: false };
  const isQuiet = row.shipmentsChangedAt !== null && now - milliseconds(row.shipmentsChangedAt) >= seconds.quiet * 1000;
  return { state: row.quantity === 1 || isQuiet ? 'shipped' : 'partly-shipped', watchEnds: false };
};

export const piecesIn = (shipments: readonly Shipment[]): number =>
  shipments.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);

/** Whether the quantities that were told say that more parcels will follow. */
export const moreWillFollow = ({ quantity, shipments }: Pick<PurchaseOrderRow, 'quantity' | 'shipments'>): boolean => {
  const standing = shipments.filter(({ goneAt }) => goneAt === null);
  return standing.length > 0 && standing.every((each) => each.quantity !== null) && piecesIn(standing) < quantity;
};
