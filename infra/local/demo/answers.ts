import * as v from 'valibot';

const Refusing = v.object({ name: v.string(), passed: v.boolean(), message: v.string() });

/** What the story reads of the answers; everything else in them is the contract's, and tested elsewhere. */
export const Dialog = v.object({
  eligible: v.boolean(),
  checks: v.array(Refusing),
  form: v.object({ poNumber: v.string() }),
  lastRejection: v.nullable(v.object({ code: v.string(), distributorMessage: v.string() })),
  purchaseOrder: v.unknown(),
});
export const Refusal = v.object({ type: v.string(), code: v.string(), distributorMessage: v.string() });
export const Misfits = v.object({
  type: v.string(),
  errors: v.array(v.object({ pointer: v.string(), limit: v.nullable(v.number()), detail: v.string() })),
});
export const Placed = v.object({
  poNumber: v.string(),
  status: v.string(),
  shipTo: v.record(v.string(), v.unknown()),
  distributorOrderNumbers: v.array(v.string()),
});
export const NotHere = v.object({ contact: v.unknown(), distributorOrderNumbers: v.array(v.string()) });
export const Held = v.array(v.object({ poNumber: v.string(), shipTo: v.unknown() }));
export const OrderSeen = v.object({
  items: v.array(v.object({ itemId: v.string(), shipments: v.array(v.object({ trackingNumber: v.string() })) })),
  notes: v.array(v.object({ at: v.string(), text: v.string() })),
});
export const Mails = v.array(
  v.object({ to: v.array(v.string()), subject: v.string(), text: v.string(), html: v.string() }),
);
export const Webhooks = v.array(v.object({ verified: v.boolean(), body: v.unknown() }));
