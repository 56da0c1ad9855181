import type { OrderToPlace } from '../../domain/vocabulary.ts';
import { type Days, undashed } from '../dates.ts';
import type { DistributorRequest, OpenedAccount } from '../distributor.ts';

export const headers = ({ credentials }: OpenedAccount) => ({ authorization: credentials.apiToken ?? '' });

export const orderPath = (poNumber: string): string => `/order/purchase-number/${encodeURIComponent(poNumber)}`;

/** The body is not public: a guess after the names of the answers, kept in this one place. */
export const orderFor = ({ poNumber, partNumber, quantity, shipTo }: OrderToPlace, shipMethod: string) => ({
  ponumber: poNumber,
  shipToAddress: {
    name: shipTo.name,
    company: shipTo.company ?? '',
    address1: shipTo.line1,
    address2: shipTo.line2 ?? '',
    city: shipTo.city,
    state: shipTo.state,
    zip: shipTo.postalCode,
    country: shipTo.country,
    phone: shipTo.phone ?? '',
  },
  shipMethod,
  items: [{ number: partNumber, quantity }],
});

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

/** Orders created on some days. */
export const inRange = (account: OpenedAccount, { first, last }: Days): DistributorRequest => ({
  ...reading(account, '/order/find/range', [
    ['dateType', 'C'],
    ['startDate', undashed(first)],
    ['endDate', undashed(last)],
  ]),
  repeatWhenSlow: false,
});

/** As the one generated client writes a list; how else it may be written is not known. */
export const indexed = (name: string, values: readonly string[]) =>
  values.map((value, at) => [`${name}[${at}]`, value] as const);
