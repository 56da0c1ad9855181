import * as v from 'valibot';
import { leavable } from '../../domain/order/address-limits.ts';
import { checkNames } from '../../domain/order/eligibility.ts';
import { longestPartNumber } from '../../domain/order/sendable.ts';
import { RefusedBy } from '../../domain/rows/history.ts';
import { DistributorSlug, Mode, RefusalCode, ShippingMethod } from '../../domain/vocabulary.ts';
import { fields } from '../fields.ts';
import { AddressAnswer, EnteredAddress } from './address.ts';
import { ContactAnswer, LimitsAnswer } from './distributor.ts';
import { PurchaseOrderAnswer } from './purchase-order.ts';
import { At, Id, optional, PoNumber, text } from './text.ts';

export const CheckAnswer = v.object({ name: v.picklist(checkNames), passed: v.boolean(), message: v.string() });

/** What does not fit a distributor: nothing is ever cut short. */
export const MisfitAnswer = v.object({
  pointer: v.pipe(v.string(), v.description('The field: a JSON pointer into the form, such as /shipTo/city.')),
  limit: v.pipe(
    v.nullable(v.number()),
    v.description('How many characters it may have: 0 = there is no place for it; null = it is not the length.'),
  ),
  length: v.pipe(v.number(), v.description('How many characters it has.')),
  detail: v.string(),
});

/** A part as the webstore names it. */
const PartNumber = text(longestPartNumber);

/** Which part the dialog is asked for; what is left out is chosen. */
export const DialogQuery = fields({
  distributor: v.optional(v.pipe(DistributorSlug, v.description('Judge the part of this distributor.'))),
  partNumber: v.optional(v.pipe(PartNumber, v.description('Judge this one of the item’s parts.'))),
});

const LastRejection = v.object({
  code: RefusalCode,
  distributorMessage: v.nullable(v.string()),
  by: RefusedBy,
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

/** A part of the item, and what became of it if it were chosen. */
const AlternativeAnswer = v.object({
  distributor: v.pipe(v.string(), v.description('A slug, as the webstore wrote it: one of the four, or another.')),
  name: v.pipe(v.string(), v.description('What people call this distributor.')),
  partNumber: v.string(),
  mode: Mode,
  eligible: v.boolean(),
  failed: v.pipe(v.array(v.picklist(checkNames)), v.description('The checks that it would fail.')),
});

export const DialogAnswer = v.object({
  eligible: v.boolean(),
  distributor: v.pipe(v.nullable(v.string()), v.description('The slug; null when the webstore names no part.')),
  name: v.pipe(v.nullable(v.string()), v.description('What people call the distributor.')),
  partNumber: v.pipe(v.nullable(v.string()), v.description('The part that would be ordered.')),
  contact: v.pipe(v.nullable(ContactAnswer), v.description('Whom to ask there.')),
  warning: v.pipe(
    v.nullable(v.string()),
    v.description('A sentence to show where it is in doubt whether the distributor still takes orders.'),
  ),
  mode: Mode,
  item: v.object({ itemId: v.string(), sku: v.nullable(v.string()), title: v.string(), quantity: v.number() }),
  checks: v.array(CheckAnswer),
  form: Form,
  limits: v.nullable(LimitsAnswer),
  misfits: v.pipe(v.array(MisfitAnswer), v.description('What of the pre-filled form this distributor would not take.')),
  alternatives: v.pipe(
    v.array(AlternativeAnswer),
    v.description('Every part of the item, in the webstore’s order of preference.'),
  ),
  lastRejection: v.nullable(LastRejection),
  purchaseOrder: v.pipe(v.nullable(PurchaseOrderAnswer), v.description('The live one, whatever mode is set now.')),
  testPurchaseOrder: v.nullable(PurchaseOrderAnswer),
});

const submitted = {
  distributor: optional(DistributorSlug),
  partNumber: optional(
    v.pipe(PartNumber, v.description('Which of the item’s parts, where it has several of one distributor.')),
  ),
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
      problem: v.optional(
        v.objectWithRest(
          {
            type: v.string(),
            title: v.string(),
            status: v.number(),
            detail: v.optional(v.string()),
            retryAfter: v.optional(v.number()),
          },
          v.unknown(),
        ),
      ),
    }),
  ),
});
