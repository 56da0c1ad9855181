import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Address, AddressAnswer, EnteredAddress } from '../bodies/address.ts';
import { ContactAnswer, DistributorAnswer, DistributorBody, LimitsAnswer } from '../bodies/distributor.ts';
import { BulkAnswer, BulkBody, CheckAnswer, DialogAnswer, SubmitBody } from '../bodies/drop-ship.ts';
import { events } from '../bodies/event.ts';
import { HeldOrder, OrderAnswer } from '../bodies/order.ts';
import {
  PurchaseOrderAnswer,
  PurchaseOrderList,
  RejectionAnswer,
  ResolveBody,
  ShipmentAnswer,
  ShipmentBody,
} from '../bodies/purchase-order.ts';
import {
  DeliveriesAnswer,
  KeyBody,
  NewKeyAnswer,
  RedeliverAnswer,
  RedeliverBody,
  SigningSecretAnswer,
  StoreAnswer,
  StoreBody,
  StoresAnswer,
  WebhookTestAnswer,
} from '../bodies/store.ts';
import type { Schema } from '../operation.ts';
import { described } from './described.ts';
import { eventName } from './event-name.ts';

/** Schemas with a name of their own in the document. */
const named: Readonly<Record<string, Schema>> = {
  Address,
  EnteredAddress,
  AddressAnswer,
  Store: StoreBody,
  StoreAnswer,
  StoreList: StoresAnswer,
  KeyBody,
  NewKey: NewKeyAnswer,
  DistributorSettings: DistributorBody,
  DistributorAnswer,
  Contact: ContactAnswer,
  Limits: LimitsAnswer,
  Order: HeldOrder,
  OrderAnswer,
  Dialog: DialogAnswer,
  Check: CheckAnswer,
  Submit: SubmitBody,
  Bulk: BulkBody,
  BulkAnswer,
  Shipment: ShipmentAnswer,
  EnterShipment: ShipmentBody,
  PurchaseOrder: PurchaseOrderAnswer,
  PurchaseOrderList,
  Resolve: ResolveBody,
  Rejection: RejectionAnswer,
  SigningSecret: SigningSecretAnswer,
  WebhookTest: WebhookTestAnswer,
  Redeliver: RedeliverBody,
  RedeliverAnswer,
  DeliveryList: DeliveriesAnswer,
  ...Object.fromEntries(Object.entries(events).map(([type, schema]) => [eventName(type), schema])),
};

/** Where a named schema is found in the document. */
export const referenceTo = (name: string): string => `#/components/schemas/${name}`;

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  /** What these check stands in the metadata beside them, as far as JSON Schema can say it. */
  ignoreActions: ['check', 'raw_check', 'transform'],
  overrideRef: ({ referenceId }) => referenceTo(referenceId),
};

/** The named schemas as JSON Schema. */
export const namedSchemas = () =>
  Object.fromEntries(
    Object.entries(toJsonSchemaDefs(named, conversion)).map(([name, schema]) => [name, described(schema, name)]),
  );

/** A schema as JSON Schema, with references to the named ones; `owner` names it where its fields are described. */
export const jsonSchema = (schema: Schema, owner: string): object => {
  const { $schema: _dialect, $defs: _named, ...rest } = toJsonSchema(schema, { ...conversion, definitions: named });
  return described(rest, owner);
};

const WithProperties = v.object({
  properties: v.optional(v.record(v.string(), v.looseObject({ description: v.optional(v.string()) })), {}),
  required: v.optional(v.array(v.string()), []),
});

/** The fields of an object, one by one: as parameters are described. */
export const fieldSchemas = (schema: Schema, owner: string) => {
  const { properties, required } = v.parse(WithProperties, jsonSchema(schema, owner));
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: field,
  }));
};
