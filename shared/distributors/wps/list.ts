import type { Days } from '../dates.ts';
import type { OpenedAccount } from '../distributor.ts';
import { entry, read, rows, text } from '../lenient.ts';
import { type Page, readPages } from '../pages.ts';
import type { Redact } from '../redact.ts';
import type { Part } from '../sweep.ts';
import { type Answer, isYes } from '../verdict.ts';
import { mayBePage } from '../whole-list.ts';
import { stopIn, unwrapped } from './answers.ts';
import { poNumberOf } from './orders.ts';
import { listing } from './requests.ts';
import { settings } from './settings.ts';

const Cursor = entry({ meta: entry({ cursor: entry({ next: text }) }) });
const Meta = entry({ meta: entry({ cursor: entry({}) }) });

/** A page of the list, and the cursor of the next. Where no cursor is told of, a full page, or one of a usual size, may have been cut. */
const pageIn = (answer: Answer): Page | null => {
  const items = isYes(answer) ? read(rows, unwrapped(answer.json)) : null;
  if (items === null) return null;
  const next = read(Cursor, answer.json)?.meta.cursor.next ?? null;
  return { items, next, isEnd: next !== null || read(Meta, answer.json) !== null || !mayBePage(items.length) };
};

/** `absent`: see `Paging`. */
export const askDays =
  (account: OpenedAccount, redact: Redact, absent?: string) =>
  (days: Days): Promise<Part<unknown>> =>
    readPages({
      ask: (cursor) => account.client(listing(account, days, cursor)),
      stopIn: (answer) => stopIn(answer, redact),
      pageIn,
      keyOf: (order) => poNumberOf(order) ?? '',
      maxPages: settings.maxPages,
      absent,
    });
