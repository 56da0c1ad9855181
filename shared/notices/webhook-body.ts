import type { Profile } from '../domain/profile.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { viewAttempt } from '../domain/purchase-order/view.ts';
import { asksForPerson } from './mails/store-mail.ts';
import type { NoticeRow } from './notice.ts';

type Contact = Profile['contact'];

/**
 * The body of a webhook: the event, and the whole purchase order as it is now, so that a missed one does no harm. What asks
 * for a person says whom to ask.
 */
export const webhookBody = (notice: NoticeRow, po: PurchaseOrderRow | undefined, contact: Contact | null): string =>
  JSON.stringify({
    type: notice.type,
    timestamp: notice.at,
    data: { sequence: notice.sequence, ...about(notice, po), ...(hasContact(notice) ? { contact } : {}) },
  });

const hasContact = ({ type }: NoticeRow): boolean => asksForPerson(type) && type !== 'customer_mail.failed';

const about = (notice: NoticeRow, po: PurchaseOrderRow | undefined): object => {
  const { storeId, orderId, account, reason } = notice;
  if (notice.type === 'account.stopped') return { storeId, ...account, message: reason };
  if (notice.type === 'customer_mail.failed') return { storeId, orderId, mode: account?.mode ?? null, reason };
  const purchaseOrder = po === undefined ? null : viewAttempt(po);
  if (notice.type !== 'purchase_order.rejected') return { purchaseOrder, reason };
  const refusal = po?.refusal ?? null;
  return { purchaseOrder, code: refusal?.code ?? 'other', distributorMessage: refusal?.message ?? reason };
};
