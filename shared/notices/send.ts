import * as v from 'valibot';
import type { Nudge } from '../domain/ports/queues.ts';
import { MailRow, NoticeRow } from './notice.ts';
import type { NoticePorts } from './ports.ts';
import { RedeliveryRow, walkRedelivery } from './redelivery.ts';
import { sendCustomerMail } from './send-customer-mail.ts';
import { sendEvent } from './send-event.ts';

/** Sends whatever this row owes. A row that is gone, or owes nothing, is no error: nudges come late and twice. */
export const send = async (ports: NoticePorts, { pk, sk }: Nudge): Promise<void> => {
  const row = await ports.table.get({ pk, sk });
  if (row === undefined) return;
  if (sk === 'REDELIVERY') return walkRedelivery(ports, v.parse(RedeliveryRow, row));
  if (sk.startsWith('MAIL#')) return sendCustomerMail(ports, v.parse(MailRow, row));
  if (sk.startsWith('NOTICE#')) return sendEvent(ports, v.parse(NoticeRow, row));
  throw new Error('This row is no notice.');
};
