import { OrderRow, withOrderNote } from '../domain/order/order.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { Telling } from './mails/customer-mail.ts';
import type { MailRow } from './notice.ts';
import { type NoticeOwing, oweEvent } from './owe.ts';

/** At least one purchase order has something to tell. */
export type Some = readonly [Telling, ...(readonly Telling[])];

type Untold = {
  readonly message: string;
  readonly addressMark: string;
  readonly how?: keyof typeof words;
};

const words = {
  'not-sent': 'could not be sent',
  bounced: 'came back',
  unwanted: 'was reported as unwanted',
} as const;

/**
 * Tells the store that its customer could not be mailed of these parcels, or did not get or want the mail: an event, named after the newest of them, and a note
 * on the order. The same failure is told once, also when a crash has it happen again.
 */
export const tellStore = async (
  ports: NoticeOwing,
  mail: MailRow,
  telling: Some,
  { message: reason, addressMark, how = 'not-sent' }: Untold,
): Promise<void> => {
  const { storeId, orderId, mode } = mail;
  const parcels = telling.flatMap((each) => each.parcels);
  const newest = parcels
    .map(({ foundAt }) => foundAt)
    .toSorted()
    .at(-1);
  await oweEvent(ports, {
    storeId,
    id: `${newest}.mail.${orderId}.${mode}.${addressMark}`,
    type: 'customer_mail.failed',
    orderId,
    poNumber: null,
    account: { distributor: telling[0].po.distributor, mode },
    reason,
  });
  const text = `The e-mail about ${namesOf(parcels)} ${words[how]}: ${reason}`;
  await amend(ports, keys.order(storeId, orderId), OrderRow, (order) =>
    order === undefined || order.notes.some((note) => note.text === text)
      ? null
      : withOrderNote(order, ports.clock.now(), text, { kind: 'mail-failed' }),
  );
};

/** More of them are counted: a note is cut where it is long, and the reason stands at its end. */
const mostNamed = 10;

const namesOf = (parcels: Telling['parcels']): string => {
  const names = parcels.slice(0, mostNamed).map(({ trackingNumber }) => trackingNumber);
  const more = parcels.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
};
