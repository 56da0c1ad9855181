import * as v from 'valibot';

/** Of an answer about a purchase order its number is kept: all else is read from its row. */
export const keptNumber = {
  kept: v.object({ poNumber: v.string() }),
  keep: ({ body: { poNumber } }: { readonly body: { readonly poNumber: string } }) => ({ poNumber }),
};
