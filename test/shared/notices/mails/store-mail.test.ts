import { describe, expect, it } from 'vitest';
import { home } from '../../../../shared/contract/examples.ts';
import type { AttentionReason } from '../../../../shared/domain/purchase-order/purchase-order.ts';
import { type StoreNews, storeMail } from '../../../../shared/notices/mails/store-mail.ts';
import { noticeRow, orderRow, poRow, storeRow } from '../world.ts';

const profile = { name: 'Parts Unlimited', contact: { name: 'Parts Unlimited', site: 'https://parts.example' } };

const whatToDo = 'Looked up twice after it had settled, and not found. Ask the distributor whether it holds it.';
const inDoubt = (reason: AttentionReason = 'cannot-be-decided') =>
  poRow({
    poNumber: '5200-1',
    shipTo: home,
    shipments: [],
    orderNumbers: [],
    attention: { reason, since: '2026-11-23T08:00:00.000Z', whatToDo },
  });

const mailOf = (said: Partial<StoreNews> = {}) => {
  const mail = storeMail({
    store: storeRow(),
    notice: noticeRow({ type: 'purchase_order.needs_person', poNumber: '5200-1', reason: whatToDo }),
    po: inDoubt(),
    order: orderRow(),
    profile,
    from: 'tracking@drop-ship.example',
    ...said,
  });
  if (typeof mail === 'string') throw new Error(`There should be a mail, not ${mail}.`);
  return mail;
};

describe('the mail to a store', () => {
  it('says in its subject what to do, and is answered to the platform', () => {
    expect(mailOf()).toMatchObject({
      to: 'service@motohut.example',
      from: '"Drop-ship service" <tracking@drop-ship.example>',
      replyTo: 'tracking@drop-ship.example',
      subject: 'Check PO 5200-1 with Parts Unlimited: we don’t know whether it was placed',
    });
  });

  it.each<[AttentionReason, string]>([
    ['cannot-be-decided', 'Check PO 5200-1 with Parts Unlimited: we don’t know whether it was placed'],
    ['refused-on-resend', 'Check PO 5200-1 with Parts Unlimited: we don’t know whether it was placed'],
    ['no-usable-credentials', 'Check PO 5200-1 with Parts Unlimited: we don’t know whether it was placed'],
    ['differs', 'Settle PO 5200-1 with Parts Unlimited: it took the order otherwise than it was sent'],
    ['someone-elses', 'Check PO 5200-1 with Parts Unlimited: it shows an order there that is not ours'],
    ['already-there', 'Check PO 5200-1 with Parts Unlimited: it says that it has this number already'],
    ['duplicate-suspected', 'Check PO 5200-1 with Parts Unlimited: there may be two orders'],
    ['tracking-unreadable', 'Ask Parts Unlimited for the tracking number of PO 5200-1'],
    ['order-cancelled', 'Call Parts Unlimited about PO 5200-1: its order was cancelled'],
  ])('because of %s says what to do about it', (reason, subject) => {
    expect(mailOf({ po: inDoubt(reason) }).subject).toBe(subject);
  });

  it('says of a purchase order that is looked for no longer whether any parcel was found', () => {
    const notice = noticeRow({ type: 'purchase_order.tracking_stopped', poNumber: '5200-1' });
    expect(mailOf({ notice }).subject).toBe('Ask Parts Unlimited about PO 5200-1: no parcel was found');
    expect(mailOf({ notice, po: poRow() }).subject).toBe(
      'Ask Parts Unlimited about PO 5200-1 if a parcel is missing: we look no longer',
    );
  });

  it('as text, reads as it should', () => {
    expect(mailOf().text).toBe(`Check PO 5200-1 with Parts Unlimited: we don’t know whether it was placed

${whatToDo}

Whom to ask: Parts Unlimited, https://parts.example

Open order 1001 in your store’s admin to settle it.

Order: 1001
Item: Oil filter
Part: 26-1772 × 1
Ships to: Boise, ID
Purchase order: 5200-1
Distributor: Parts Unlimited

You get this e-mail because Moto Hut has no webhook that took it.
`);
  });

  it('has a button to the store’s own page of the order, its id written as a part of a URL', () => {
    const store = storeRow({ adminUrl: 'https://motohut.example/admin?order={orderId}' });
    const notice = noticeRow({ type: 'purchase_order.needs_person', orderId: 'a"b&c', poNumber: '5200-1' });
    const { html, text } = mailOf({ store, notice });
    expect(html).toContain('<a href="https://motohut.example/admin?order=a%22b%26c"');
    expect(html).toContain('>Open the order</a>');
    expect(text).toContain('Open the order: https://motohut.example/admin?order=a%22b%26c\n');
    for (const form of [html, text]) expect(form).not.toContain('in your store’s admin');
  });

  it('leads to the order in an admin page that has its routes behind a #', () => {
    const store = storeRow({ adminUrl: 'https://motohut.example/#/orders/{orderId}' });
    const notice = noticeRow({ type: 'purchase_order.needs_person', orderId: '5200', poNumber: '5200-1' });
    expect(mailOf({ store, notice }).html).toContain('<a href="https://motohut.example/#/orders/5200"');
  });

  it('makes no link of a template that is no page of the web', () => {
    const { html } = mailOf({ store: storeRow({ adminUrl: 'javascript:alert({orderId})' }) });
    expect(html).not.toContain('javascript:');
    expect(html).toContain('Open order 1001 in your store’s admin to settle it.');
  });

  it('shows what the webstore and the distributor wrote as text', () => {
    const typed = '</bdi><a href="https://evil.example">x</a>';
    const { html } = mailOf({
      order: orderRow({ displayNumber: typed }),
      notice: noticeRow({ type: 'purchase_order.needs_person', poNumber: '5200-1', reason: typed }),
    });
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual(['https://parts.example']);
  });
});
