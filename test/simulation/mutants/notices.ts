import { inFile, type Mutant } from './mutant.ts';

const flapping = 'a parcel of wps that is told by two numbers in turn';
const oneBox = 'two items from wps in one box';
const newAddress = 'a customer of wps whose mailbox is refused, and who has another';
const cancelled = 'an order of wps that is cancelled after it was accepted';
const shipments = inFile('shared/domain/purchase-order/shipments.ts');

/** Who hears of what, and how often. */
export const noticeMutants: readonly Mutant[] = [
  shipments(
    'every change of a list that changes and changes again counts',
    'if (look.isUnsteady && !hasLasted(shipment, look))',
    'if (look.isUnsteady && look.now < 0 && !hasLasted(shipment, look))',
    0,
    flapping,
  ),
  shipments(
    'a number that comes back is not told again',
    'corrects: gone, retold: (shipment.retold ?? 0) + 1 }',
    'corrects: gone, retold: shipment.retold ?? 0 }',
    0,
    flapping,
  ),
  inFile('shared/notices/mails/customer-mail.ts')(
    'a second mail of one parcel does not say so',
    'return other === undefined ? null : titleOfItem(other, order.items);',
    'return other === undefined || pos.length > 0 ? null : titleOfItem(other, order.items);',
    0,
    oneBox,
  ),
  inFile('shared/notices/owe.ts')(
    'a new mailbox is not written to',
    'row.failed.addressMark === addressMarkOf(orderId, email)',
    "row.failed.addressMark !== addressMarkOf(orderId, '')",
    0,
    newAddress,
  ),
  inFile('shared/domain/purchase-order/order-cancelled.ts')(
    'of a cancelled order that the distributor holds nobody hears',
    "po.state === 'accepted'\n      ? askAboutCancelled(told, now)",
    "po.state === 'claimed'\n      ? askAboutCancelled(told, now)",
    0,
    cancelled,
  ),
  {
    ...inFile('shared/notices/send-event.ts')(
      'where the webhook is gone, nobody hears that a person is needed',
      "if (told.outcome === 'gone') return withoutWebhook(notice, 'gone');",
      "if (told.outcome === 'gone') return end('gone');",
      1,
      cancelled,
    ),
    using: ['webhook-gone'],
  },
];
