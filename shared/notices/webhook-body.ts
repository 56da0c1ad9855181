import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { type Contacts, refusedBy, statusOf, viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import type { NoticeRow } from './notice.ts';

/**
 * The body of a webhook: the event, and the whole purchase order as it is now, so that a missed one does no harm. Of one type the
 * `data` always has the same members. Null = there is nothing to tell any more: what needed a person has come to nothing since, of which
 * another event tells.
 */
export const webhookBody = (notice: NoticeRow, po: PurchaseOrderRow | undefined, contacts: Contacts): string | null => {
  const data = dataOf(notice, po, contacts);
  if (data === null) return null;
  return JSON.stringify({ type: notice.type, timestamp: notice.at, data: { sequence: notice.sequence, ...data } });
};

const dataOf = (notice: NoticeRow, po: PurchaseOrderRow | undefined, contacts: Contacts): object | null => {
  switch (notice.type) {
    case 'account.stopped':
      return stoppedAccount(notice, contacts);
    case 'customer_mail.failed':
      return notice.orderId === null ? null : failedMail(notice);
    case 'purchase_order.rejected':
      return po === undefined ? null : { rejection: rejectionOf(notice, po) };
    case 'purchase_order.needs_person':
    case 'purchase_order.tracking_stopped':
      return standing(po, contacts, (row) => ({
        reason: notice.reason ?? '',
        contact: contacts[row.distributor].profile.contact,
      }));
    default:
      return standing(po, contacts, () => ({}));
  }
};

const standing = (
  po: PurchaseOrderRow | undefined,
  contacts: Contacts,
  more: (row: PurchaseOrderRow) => object,
): object | null =>
  po === undefined || statusOf(po) === 'refused'
    ? null
    : { purchaseOrder: viewPurchaseOrder(po, contacts), ...more(po) };

const stoppedAccount = ({ storeId, account, reason }: NoticeRow, contacts: Contacts): object | null =>
  account === null
    ? null
    : { storeId, ...account, message: reason ?? '', contact: contacts[account.distributor].profile.contact };

const failedMail = ({ storeId, orderId, account, reason }: NoticeRow): object => ({
  storeId,
  orderId,
  mode: account?.mode ?? 'live',
  reason: reason ?? '',
});

/** Why there is no purchase order, also when the distributor took it all the same in the end. */
const rejectionOf = ({ reason, at }: NoticeRow, po: PurchaseOrderRow) => ({
  storeId: po.storeId,
  orderId: po.orderId,
  itemId: po.itemId,
  poNumber: po.poNumber,
  mode: po.mode,
  distributor: po.distributor,
  code: po.refusal?.code ?? 'other',
  distributorMessage: po.erasedAt === undefined ? (po.refusal?.message ?? reason ?? '') : '',
  by: refusedBy(po.refusal),
  at: po.refusal?.at ?? at,
});
