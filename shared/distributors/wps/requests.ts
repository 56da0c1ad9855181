import type { OrderToPlace } from '../../domain/vocabulary.ts';
import { type Days, undashed } from '../dates.ts';
import type { DistributorRequest, OpenedAccount } from '../distributor.ts';
import { methods, settings } from './settings.ts';

const headers = ({ credentials }: OpenedAccount) => ({ authorization: `Bearer ${credentials.apiToken ?? ''}` });

export const cartPath = (poNumber: string): string => `/carts/${encodeURIComponent(poNumber)}`;

export const orderPath = (poNumber: string): string => `/orders/${encodeURIComponent(poNumber)}`;

export const reading = (
  account: OpenedAccount,
  path: string,
  query: DistributorRequest['query'] = [],
): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path,
  query,
  headers: headers(account),
});

export const writing = (account: OpenedAccount, path: string, body: unknown): DistributorRequest => ({
  effect: 'write',
  method: 'POST',
  path,
  body,
  headers: headers(account),
});

export const dropping = (account: OpenedAccount, poNumber: string): DistributorRequest => ({
  effect: 'write',
  method: 'DELETE',
  path: cartPath(poNumber),
  headers: headers(account),
});

export const listing = (account: OpenedAccount, { first, last }: Days, cursor: string | null): DistributorRequest => ({
  ...reading(account, '/orders', [
    ['from_date', undashed(first)],
    ['to_date', undashed(last)],
    ['page[size]', String(settings.pageSize)],
    ...(cursor === null ? [] : [['page[cursor]', cursor] as const]),
  ]),
  repeatWhenSlow: false,
});

/** An empty field is left out: what WPS makes of an empty one is not known. */
export const cartFor = ({ poNumber, shipTo, shippingMethod }: OrderToPlace) => ({
  po_number: poNumber,
  ship_via: methods[shippingMethod],
  ship_name: shipTo.name,
  ship_address1: shipTo.line1,
  ...(shipTo.line2 ? { ship_address2: shipTo.line2 } : {}),
  ship_city: shipTo.city,
  ship_state: shipTo.state,
  ship_zip: shipTo.postalCode,
  ...(shipTo.phone ? { ship_phone: shipTo.phone } : {}),
  allow_backorder: settings.allowBackorder,
  hold_order: false,
  multiple_warehouse: settings.multipleWarehouse,
  pay_type: settings.payType,
});
