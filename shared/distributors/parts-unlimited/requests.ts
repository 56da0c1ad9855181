import type { OrderToPlace } from '../../domain/vocabulary.ts';
import { type Days, dashed } from '../dates.ts';
import type { DistributorRequest, OpenedAccount } from '../distributor.ts';
import { settings } from './settings.ts';

const headers = ({ credentials }: OpenedAccount) => ({ 'api-key': credentials.apiKey ?? '' });

export const placing = (
  account: OpenedAccount,
  { poNumber, partNumber, quantity, shipTo }: OrderToPlace,
  method: string,
): DistributorRequest => ({
  effect: 'write',
  method: 'POST',
  path: '/v2/orders/dropship',
  headers: headers(account),
  body: {
    dealer_number: account.credentials.dealerNumber,
    order_type: 'DS',
    purchase_order_number: poNumber,
    shipping_method: method,
    validate_price: false,
    cancellation_policy: settings.cancellationPolicy,
    ship_to_address: {
      name: shipTo.name,
      company: shipTo.company ?? '',
      address_line_1: shipTo.line1,
      address_line_2: shipTo.line2 ?? '',
      city: shipTo.city,
      state: shipTo.state,
      postal_code: shipTo.postalCode,
      country: shipTo.country,
    },
    line_items: [{ line_number: 1, part_number: partNumber, quantity }],
  },
});

export const listing = (account: OpenedAccount, { first, last }: Days, page: string): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path: '/v2/orders/dropship',
  headers: headers(account),
  repeatWhenSlow: false,
  query: [
    ['order_date_start', dashed(first)],
    ['order_date_end', dashed(last)],
    ['page_num', page],
  ],
});

export const aboutPart = (account: OpenedAccount, what: 'pricing' | 'inventory', part: string): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path: `/v1/parts/${what}/${encodeURIComponent(part)}`,
  headers: headers(account),
});
