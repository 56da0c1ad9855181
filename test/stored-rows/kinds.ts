import type * as v from 'valibot';
import { AccountRow, WatchRow } from '../../shared/domain/account/account.ts';
import { NumberRow, SharingRow } from '../../shared/domain/account/account-number.ts';
import { DayCountRow } from '../../shared/domain/account/day-count.ts';
import { ApiKeyRow, DistributorSettingsRow, StoreRow } from '../../shared/domain/account/store.ts';
import { OrderRow } from '../../shared/domain/order/order.ts';
import type { Key } from '../../shared/domain/ports/table.ts';
import { VaultRow } from '../../shared/domain/ports/vault.ts';
import { PurchaseOrderRow } from '../../shared/domain/purchase-order/purchase-order.ts';
import { HistoryRow } from '../../shared/domain/rows/history.ts';
import { KeptItem } from '../../shared/http/idempotency/hold.ts';
import { KeptRequest } from '../../shared/http/idempotency/kept-request.ts';
import { EndpointRow } from '../../shared/notices/endpoint.ts';
import { MailRow, NoticeRow, SequenceRow } from '../../shared/notices/notice.ts';
import { RedeliveryRow } from '../../shared/notices/redelivery.ts';

type Kind = { readonly name: string; readonly schema: v.GenericSchema; readonly at: RegExp };

const kind = (name: string, at: RegExp, schema: v.GenericSchema): Kind => ({ name, at, schema });

/** Every kind of stored row, and where it lies: partition and sort key, with a blank between them. */
export const rowKinds: readonly Kind[] = [
  kind('VaultRow', /^VAULT KEYS$/, VaultRow),
  kind('StoreRow', /^STORE#\S+ STORE$/, StoreRow),
  kind('EndpointRow', /^STORE#\S+ WEBHOOK$/, EndpointRow),
  kind('RedeliveryRow', /^STORE#\S+ REDELIVERY$/, RedeliveryRow),
  kind('DistributorSettingsRow', /^STORE#\S+ DISTRIBUTOR#/, DistributorSettingsRow),
  kind('ApiKeyRow', /^(KEY#\S+ KEY$|KEYS KEY#|STORE#\S+ KEY#)/, ApiKeyRow),
  kind('DayCountRow', /^DAY#\S+ DAY$/, DayCountRow),
  kind('OrderRow', /^ORDER#\S+ ORDER$/, OrderRow),
  kind('MailRow', /^ORDER#\S+ MAIL#/, MailRow),
  kind('SequenceRow', /^ORDER#\S+ SEQUENCE$/, SequenceRow),
  kind('HistoryRow', /^(ORDER|PO)#\S+ HISTORY#/, HistoryRow),
  kind('PurchaseOrderRow', /^PO#\S+ PO$/, PurchaseOrderRow),
  kind('NumberRow', /^NUMBER#\S+ NUMBER$/, NumberRow),
  kind('SharingRow', /^SHARING#\S+ SHARING$/, SharingRow),
  kind('AccountRow', /^ACCOUNT#\S+ SCHEDULE$/, AccountRow),
  kind('WatchRow', /^ACCOUNT#\S+ WATCH#/, WatchRow),
  kind('KeptRequest', /^REQUEST#\S+ REQUEST$/, KeptRequest),
  kind('KeptItem', /^REQUEST#\S+ ITEM#/, KeptItem),
  kind('NoticeRow', /^NOTICES#\S+ NOTICE#/, NoticeRow),
];

/** The kind of the row at this key; throws where there is none. */
export const kindOf = ({ pk, sk }: Key): Kind => {
  const found = rowKinds.find(({ at }) => at.test(`${pk} ${sk}`));
  if (found === undefined) throw new Error(`No kind of row lies at ${pk} ${sk}.`);
  return found;
};
