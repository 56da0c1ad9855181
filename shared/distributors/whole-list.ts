import { parseJson } from './body.ts';
import { isList } from './lenient.ts';

/**
 * What stands around a list in an answer: whether it says that something went wrong, or that there is more than the list shows. A
 * list is a proof of what it does not hold only where it says neither.
 */

/** How deep what stands around a list is looked at, and how many fields of each object. */
const most = { depth: 3, fields: 60, orders: 1000 } as const;

/** Whether a list of this length may be a page of somebody's usual size: 10, 15, 25, 100. */
export const mayBePage = (length: number): boolean => length > 0 && length % 5 === 0;

/** Names as they are compared: of `@odata.nextLink` and `next_page_url` the letters. */
const plainName = (name: string): string => name.replace(/[^a-z]/g, '').replace(/^odata/, '');

const wrong =
  /^(?:errors?|warnings?|errno|error(?:message|msg|code|description|info|details?)|mainframeerrors|exceptions?|exceptionmessage|faults?|faultstring|failures?|alerts?)$/;
const more =
  /^(?:next|next(?:page|cursor|token|link|url|page(?:url|token|link))|continuationtoken|(?:has)?(?:more|next)(?:pages?)?|(?:is)?(?:truncated|partial|stale)|(?:is)?incomplete(?:results)?|timedout)$/;
/** What is said of a list that is all of it, and of a page that is the last. */
const whole = /^(?:is)?(?:complete|whole|exhaustive|last|lastpage|final)$/;
const total =
  /^(?:total|count|numfound|total(?:count|size|hits|found|results|records|items|elements|orders|rows)|num(?:berof)?(?:results|records|items|orders|rows)|(?:records?|results?|items?|elements?|orders?|rows?|hits?)(?:count|totals?))$/;
const pages = /^(?:lastpage|totalpages|pagecount|pages)$/;
/** Where in a list a page begins, and which one it is. */
const start = /^(?:offset|skip|startindex)$/;
const current = /^(?:currentpage|page|pagenum|pagenumber)$/;
const well = /^(?:success|succeeded|successful|ok)$/;
const verdict = /^(?:status|result|outcome|state)$/;
const words = /^(?:messages?|msg|notices?|info|notes?|statusmessage)$/;
/** What is said beside a list that is not what was asked for, or not all of it. */
const notAll =
  /permission|denied|unauthori|forbidden|error|fail|invalid|not valid|unavailable|time ?d? ?out|limited|truncated|partial|incomplete|stale|cache|maintenance|degraded|ignored|delayed|read.?only|at least|more than|narrow|offline|too long|try again|out of date|not (?:all|every)/i;
const notWell =
  /^(?:err|fail|time.?d?.?out|partial|incomplete|degraded|abort|unavailable|busy|pending|processing|running)/i;
const code = /^(?:statuscode|http(?:status|code)|code|status)$/;

export type Field = readonly [name: string, value: unknown];

/** The fields around a list, not those of what it holds. */
export const fieldsOf = (json: unknown, depth: number = most.depth): readonly Field[] => {
  if (typeof json !== 'object' || json === null || isList(json) || depth === 0) return [];
  return Object.entries(json)
    .slice(0, most.fields)
    .flatMap(([name, value]) => [[name.toLowerCase(), value] as const, ...fieldsOf(value, depth - 1)]);
};

/** Whether a field that tells of something wrong, or of more, tells of nothing. */
export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (typeof value === 'object'
    ? Object.keys(value).length === 0
    : /^(?:0|false|no|none|null)?$/i.test(String(value).trim()));

/** A number, `"12"`, `"12 orders"`, or `{"value":12}`. */
const numberIn = (value: unknown): number => {
  if (typeof value === 'object' && value !== null) return 'value' in value ? numberIn(value.value) : 0;
  const told = typeof value === 'number' || typeof value === 'string' ? /^\d{1,9}\b/.exec(String(value)) : null;
  return Number(told?.[0] ?? 0);
};

const textIn = (value: unknown): string =>
  (typeof value === 'string' ? value : Array.isArray(value) ? JSON.stringify(value.slice(0, 20)) : '').slice(0, 500);
const isNo = (value: unknown): boolean => /^(?:false|0|no)$/i.test(String(value));

/** Whether a field says that the list goes on, or that it is one of many pages. */
const saysMoreBy =
  (read: { readonly things: number; readonly pages: number }) =>
  ([name, value]: Field): boolean =>
    (more.test(name) && !isNothing(value)) ||
    (whole.test(name) && isNo(value)) ||
    (total.test(name) && numberIn(value) > read.things) ||
    (pages.test(name) && numberIn(value) > read.pages) ||
    (current.test(name) && numberIn(value) > read.pages) ||
    (start.test(name) && read.pages === 1 && numberIn(value) > 0);

const saysWrongBy = ([name, value]: Field): boolean =>
  (wrong.test(name) && !isNothing(value)) ||
  (well.test(name) && isNo(value)) ||
  (words.test(name) && notAll.test(textIn(value))) ||
  (verdict.test(name) && typeof value === 'string' && notWell.test(value)) ||
  (code.test(name) && numberIn(value) >= 300 && numberIn(value) < 600);

const plain = ([name, value]: Field): Field => [plainName(name), value];

/** Whether what stands around a list says that something went wrong. */
export const saysWrong = (json: unknown): boolean => fieldsOf(json).map(plain).some(saysWrongBy);

/** Whether what stands around the last page of a list tells of more than these things, or than these pages. */
export const saysMore = (
  { json, listHeaders = [] }: { readonly json: unknown; readonly listHeaders?: readonly Field[] },
  read: { readonly things: number; readonly pages: number },
): boolean => [...fieldsOf(json), ...listHeaders].map(plain).some(saysMoreBy(read));

/** What the number of an order is called, or of a purchase order. */
const numberOfOrder =
  /^(?:po|(?:customer|cust|client)?po(?:num|number|no|id)|(?:purchase)?order(?:num|number|no|id)?|purchasenumber|ref(?:erence)?(?:num|number|no)?)$/;
const isOrder = (entry: unknown): boolean =>
  fieldsOf(entry)
    .map(plain)
    .some(([name, value]) => numberOfOrder.test(name) && !isNothing(value));

/** Whether an answer holds more orders, in all its lists, than were read of it: others stand in a list beside. */
export const hasOthersBeside = (json: unknown, read: number): boolean => {
  const lists = fieldsOf(json).flatMap(([, value]) => (isList(value) ? [Object.values(value)] : []));
  return lists.flatMap((list) => list.slice(0, most.orders).filter(isOrder)).length > read;
};

/** A header's name without what says that it is a header's, and of a page. */
const ofHeader = /^(?:x|wp|pagination|paging|list|results?)-/;
const rangeOf = /^\s?(?:[a-z]{1,20} )?(?:\*|(\d{1,9})-\d{1,9})\/(\*|\d{1,9})\s?$/i;

const fieldsOfHeader = (name: string, value: string): readonly Field[] => {
  if (name === 'link') return /\brel\s?=\s?"?[^",;]{0,40}\bnext\b/i.test(value) ? [['next', value]] : [];
  if (name === 'content-range') {
    const [, first = '0', all = '*'] = rangeOf.exec(value) ?? [];
    return [all === '*' ? ['more', value] : ['total', all], ['offset', first]];
  }
  if (/^x-pagination$/.test(name)) return fieldsOf(parseJson(value));
  const said = name.replace(ofHeader, '').replace(ofHeader, '');
  const isAbout = [more, total, pages, current, start].some((names) => names.test(plainName(said)));
  return isAbout ? [[said, value]] : [];
};

/** So many letters of a header are looked at. */
const longestHeader = 2_000;

/** What the headers of an answer tell of a list, as fields: `X-Total-Count: 31`, `Link: <…>; rel="next"`, `Content-Range: orders 0-24/31`. */
export const listHeadersIn = (headers: Headers): readonly Field[] =>
  [...headers].flatMap(([name, value]) => fieldsOfHeader(name, value.slice(0, longestHeader)));
