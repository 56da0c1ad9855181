import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import type { Instant } from '../../../shared/domain/vocabulary.ts';
import type { World } from '../world/state.ts';
import { settingsAt, wrong } from './remembered.ts';

/** The parcels that the distributor has handed over for this purchase order. */
export const parcelsThere = (world: World, po: PurchaseOrderRow) =>
  world.distributors[po.distributor].orders
    .filter((order) => order.poNumber === po.poNumber && order.mode === po.mode)
    .flatMap(({ shares }) => shares.flatMap(({ packages }) => packages));

const isCorrected = ({ asked }: World, number: string): boolean =>
  asked.some(({ body }) => Reflect.get(Object(body), 'corrects') === number);

/** It stands, or a person has put another in its place. */
const isKnown = (world: World, po: PurchaseOrderRow, number: string): boolean =>
  po.shipments.some(({ trackingNumber, goneAt }) => trackingNumber === number && goneAt === null) ||
  isCorrected(world, number);

/** Every parcel that left is known. */
export const parcelsAreKnown = (world: World, po: PurchaseOrderRow): boolean =>
  parcelsThere(world, po).every(({ trackingNumber }) => isKnown(world, po, trackingNumber));

/** None was found when nobody should have asked any more; what a person entered stays. */
export const checkShipments = (world: World, { poNumber, shipments }: PurchaseOrderRow, trackUntil: Instant): void => {
  for (const { source, foundAt, goneAt, trackingNumber, replaced = false } of shipments) {
    if (source === 'distributor' && foundAt > trackUntil)
      wrong(world, `PO ${poNumber} was asked for after its six weeks: ${trackingNumber}.`);
    if (source === 'person' && goneAt !== null && !replaced)
      wrong(world, `${trackingNumber}, which a person entered for PO ${poNumber}, is gone.`);
  }
};

type Limits = { readonly calm: number; readonly within: number };

/** Every parcel is known so long after it has left. */
export const checkParcels = (world: World, po: PurchaseOrderRow, { calm, within }: Limits): void => {
  if (hasOtherCredentials(world, po)) return;
  const late = parcelsThere(world, po).find(
    ({ trackingNumber, shippedAt }) =>
      world.now > Math.max(calm, shippedAt) + within && !isKnown(world, po, trackingNumber),
  );
  if (late !== undefined) wrong(world, `The parcel ${late.trackingNumber} of PO ${po.poNumber} has not been found.`);
};

/** Other credentials may be another account, which does not show the orders of the first. */
const hasOtherCredentials = (world: World, { storeId, distributor, mode, call }: PurchaseOrderRow): boolean =>
  settingsAt(world, storeId, distributor)?.[mode]?.version !== call?.credentialVersion;
