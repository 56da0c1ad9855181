import * as v from 'valibot';
import { RowParts, storedObject } from '../ports/table.ts';

/** A PO number that was used at a distributor account, and by which store: no other order there carries it, ever. */
export const NumberRow = storedObject({ ...RowParts, storeId: v.string(), poNumber: v.string() });
export type NumberRow = v.InferOutput<typeof NumberRow>;

/** Who orders with these credentials: the store that came first, and whether there ever was another. */
export const SharingRow = storedObject({ ...RowParts, storeId: v.string(), shared: v.boolean() });
export type SharingRow = v.InferOutput<typeof SharingRow>;
