import type { OpenOrder } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { DistributorRequest, OpenedAccount } from '../distributor.ts';
import { settings } from './settings.ts';

export const asking = (
  { credentials }: OpenedAccount,
  effect: DistributorRequest['effect'],
  type: string,
  more: readonly (readonly [string, string])[],
) =>
  ({
    effect,
    method: 'GET',
    path: '',
    query: [
      ['apikey', credentials.apiKey ?? ''],
      ['cust', credentials.customerNumber ?? ''],
      ['output', 'JSON'],
      ['type', type],
      ...more,
    ],
  }) satisfies DistributorRequest;

/** A GET that buys. The number may never be used twice: that is what makes a second try safe. */
export const placing = (
  account: OpenedAccount,
  { poNumber, partNumber, quantity, shipTo }: OrderToPlace,
  carrier: string,
): DistributorRequest =>
  asking(account, 'write', 'ORD', [
    ['name', shipTo.name],
    ['address1', shipTo.line1],
    ...(shipTo.line2 ? [['address2', shipTo.line2] as const] : []),
    ['city', shipTo.city],
    ['state', shipTo.state],
    ['zip', shipTo.postalCode],
    ['po', poNumber],
    ['allowduplicatepo', 'NO'],
    ['carrier', carrier],
    ['splitlines', settings.splitLines],
    ['submit', 'YES'],
    ['line', `${partNumber},${quantity}`],
  ]);

export const shipmentsOf = (account: OpenedAccount, orders: readonly OpenOrder[]): DistributorRequest =>
  asking(
    account,
    'read',
    'SHP',
    orders.flatMap(({ orderNumbers }) => orderNumbers.map((number) => ['ordernum', number] as const)),
  );
