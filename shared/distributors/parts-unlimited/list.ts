import * as v from 'valibot';
import type { Days } from '../dates.ts';
import type { OpenedAccount } from '../distributor.ts';
import { entry, read, rows, text } from '../lenient.ts';
import { type Page, readPages } from '../pages.ts';
import type { Redact } from '../redact.ts';
import type { Part } from '../sweep.ts';
import type { Answer } from '../verdict.ts';
import { stopIn } from './answers.ts';
import { poNumberOf } from './orders.ts';
import { listing } from './requests.ts';
import { settings } from './settings.ts';

const Referenced = entry({ reference_number: text });

/** How the list is wrapped is not known: bare, or under one of these names. */
const Listing = v.union([
  rows,
  v.pipe(
    entry({ orders: rows }),
    v.transform(({ orders }) => orders),
  ),
  v.pipe(
    entry({ data: rows }),
    v.transform(({ data }) => data),
  ),
]);

/** A page; an empty one is the end. Some lists answer 404 beyond their last page, which proves nothing of what they do not hold. */
const pageIn = ({ status, json }: Answer, mark: string | null): Page | null => {
  if (status === 404 && mark !== null) return { items: [], next: null, isEnd: false };
  const items = status < 300 ? read(Listing, json) : null;
  return items === null
    ? null
    : { items, next: items.length === 0 ? null : String(Number(mark ?? 1) + 1), isEnd: items.length === 0 };
};

/** All pages of some days, to the empty one. `absent`: see `Paging`. */
export const pagesOf =
  (account: OpenedAccount, redact: Redact, absent?: string) =>
  (days: Days): Promise<Part<unknown>> =>
    readPages({
      ask: (page) => account.client(listing(account, days, page ?? '1')),
      stopIn: (answer) => stopIn(answer, redact),
      pageIn,
      keyOf: (listed) => JSON.stringify([poNumberOf(listed), read(Referenced, listed)?.reference_number]),
      maxPages: settings.maxPages,
      absent,
    });
