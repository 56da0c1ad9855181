import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { day } from '../domain/time.ts';
import { type Instant, instant } from '../domain/vocabulary.ts';
import { MailRow, NoticeRow } from '../notices/notice.ts';

type Ports = { readonly table: Table; readonly clock: Clock; readonly newId: NewId; readonly log: Log };

/** Notices are kept for 30 days, and the table deletes late. */
const mostDays = 40;

/** What stands in place of a reason: a notice of that type has one. */
const erased = 'Erased with the customer’s data.';

/** Takes the words out of an order's notices since then: they hold reasons of people and words of distributors. */
export const eraseNotices = async (ports: Ports, storeId: string, orderId: string, since: Instant): Promise<void> => {
  const oldest = instant(ports.clock.now() - mostDays * day);
  const { pk, sk: from } = keys.notice(storeId, since > oldest ? since : oldest);
  const { sk: to } = keys.notice(storeId, '~');
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<Table['query']>> = await ports.table.query({
      pk,
      between: [from, to],
      ...(after === undefined ? {} : { after }),
    });
    const notices = readable(page.rows, NoticeRow, ports.log).filter((notice) => notice.orderId === orderId);
    for (const notice of notices) {
      await amend(ports, notice, NoticeRow, (current) =>
        current === undefined || current.reason === null || current.reason === erased
          ? null
          : { ...current, reason: erased },
      );
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
};

/** The words of the mail service may hold the address that failed; that it failed stays. */
export const eraseMailFailure = async (ports: Ports, storeId: string, orderId: string): Promise<void> => {
  for (const mode of ['live', 'test'] as const) {
    await amend(ports, keys.mail(storeId, orderId, mode), MailRow, (current) =>
      current?.failed && current.failed.reason !== erased
        ? { ...current, failed: { ...current.failed, reason: erased } }
        : null,
    );
  }
};
