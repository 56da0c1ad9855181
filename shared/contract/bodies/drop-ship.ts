import * as v from 'valibot';
import { leavable } from '../../domain/order/address-limits.ts';
import { checkNames } from '../../domain/order/eligibility.ts';
import { DistributorSlug, Mode, RefusalCode, ShippingMethod } from '../../domain/vocabulary.ts';
import { fields } from '../fields.ts';
import { AddressAnswer, EnteredAddress } from './address.ts';
import { LimitsAnswer } from './distributor.ts';
import { PurchaseOrderAnswer } from './purchase-order.ts';
import { At, Id, optional, PoNumber } from './text.ts';

export const CheckAnswer = v.object({ name: v.picklist(checkNames), passed: v.boolean(), message: v.string() });

/** Which distributor the dialog is asked for; left out: the one that is chosen. */
export const DialogQuery = fields({ distributor: v.optional(DistributorSlug) });

const LastRejection = v.object({
  code: RefusalCode,
  distributorMessage: v.string(),
  poNumber: v.string(),
  distributor: DistributorSlug,
  at: At,
});

/** What the dialog would send. A field that the distributor has no place for is left out, and named in `leftOut`. */
const Form = v.object({
  poNumber: v.string(),
  shipTo: v.nullable(v.partial(AddressAnswer)),
  shippingMethod: v.nullable(ShippingMethod),
  shippingMethods: v.array(ShippingMethod),
  leftOut: v.array(v.string()),
});

export const DialogAnswer = v.object({
  eligible: v.boolean(),
  distributor: v.nullable(v.string()),
  mode: Mode,
  checks: v.array(CheckAnswer),
  form: Form,
  limits: v.nullable(LimitsAnswer),
  lastRejection: v.nullable(LastRejection),
  purchaseOrder: v.pipe(v.nullable(PurchaseOrderAnswer), v.description('The live one, whatever mode is set now.')),
  testPurchaseOrder: v.nullable(PurchaseOrderAnswer),
});

const submitted = {
  distributor: optional(DistributorSlug),
  poNumber: optional(PoNumber),
  shipTo: optional(EnteredAddress),
  shippingMethod: optional(ShippingMethod),
  leaveOut: optional(
    v.pipe(
      v.array(v.picklist(leavable)),
      v.maxLength(leavable.length),
      v.description(
        'What of the address is not to be sent: needed for a company where the distributor has no place for one.',
      ),
    ),
  ),
};

/** `confirm` says that a person meant it. */
const Confirm = v.literal(true);

/** The dialog, submitted: what is left out is taken from the dialog. */
export const SubmitBody = fields({ confirm: Confirm, ...submitted });

/** The same for many items at once. */
export const BulkBody = fields({
  confirm: Confirm,
  items: v.pipe(v.array(fields({ orderId: Id, itemId: Id, ...submitted })), v.minLength(1), v.maxLength(100)),
});

/** One verdict an item, in the order asked. */
export const BulkAnswer = v.object({
  results: v.array(
    v.object({
      orderId: v.string(),
      itemId: v.string(),
      status: v.number(),
      purchaseOrder: v.optional(PurchaseOrderAnswer),
      problem: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
});
