import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Address, AddressAnswer, EnteredAddress } from './bodies/address.ts';
import { DistributorAnswer, DistributorBody } from './bodies/distributor.ts';
import { DialogAnswer, SubmitBody } from './bodies/drop-ship.ts';
import { OrderAnswer, OrderBody } from './bodies/order.ts';
import { PurchaseOrderAnswer, ShipmentAnswer } from './bodies/purchase-order.ts';
import { StoreAnswer, StoreBody } from './bodies/store.ts';
import type { Schema } from './operation.ts';

/** Schemas with a name of their own in the document. */
const named: Readonly<Record<string, Schema>> = {
  Address,
  EnteredAddress,
  AddressAnswer,
  Store: StoreBody,
  StoreAnswer,
  DistributorSettings: DistributorBody,
  DistributorAnswer,
  Order: OrderBody,
  OrderAnswer,
  Dialog: DialogAnswer,
  Submit: SubmitBody,
  Shipment: ShipmentAnswer,
  PurchaseOrder: PurchaseOrderAnswer,
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
export const namedSchemas = () => toJsonSchemaDefs(named, conversion);

/** A schema as JSON Schema, with references to the named ones. */
export const jsonSchema = (schema: Schema): object => {
  const { $schema: _dialect, $defs: _named, ...rest } = toJsonSchema(schema, { ...conversion, definitions: named });
  return rest;
};

const WithProperties = v.object({
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  required: v.optional(v.array(v.string()), []),
});

/** The fields of an object, one by one: as parameters are described. */
export const fieldSchemas = (schema: Schema) => {
  const { properties, required } = v.parse(WithProperties, jsonSchema(schema));
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
};
