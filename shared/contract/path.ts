import { DistributorSlug } from '../domain/vocabulary.ts';
import { Id, KeyId, PoNumber, text } from './bodies/text.ts';

/** What may stand in the braces of a route. */
const names = {
  storeId: Id,
  orderId: Id,
  itemId: Id,
  distributor: DistributorSlug,
  poNumber: PoNumber,
  keyId: KeyId,
  trackingNumber: text(60),
};

const { storeId, orderId, itemId, distributor, poNumber, keyId, trackingNumber } = names;

export const inStore = { storeId };
export const inAllStoresKey = { keyId };
export const inKey = { storeId, keyId };
export const inDistributor = { storeId, distributor };
export const inOrder = { storeId, orderId };
export const inItem = { storeId, orderId, itemId };
export const inPurchaseOrder = { storeId, poNumber };
export const inShipment = { storeId, poNumber, trackingNumber };
