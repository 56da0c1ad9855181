import { parseJson } from './body.ts';
import { isList } from './lenient.ts';

/**
 * What stands around a list in an answer: whether it says that something went wrong, or that there is more than the list shows. A
 * list is a proof of what it does not hold only where it says neither.
 */

/** How deep what stands around a list is looked at, and how many fields of each object. */
const most = { depth: 3, fields: 60 } as const;

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
export const isNothing = (value: unknown, depth: number = most.depth): boolean => {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value !== 'object') return nothing.test(String(value).slice(0, 40).trim());
  const values = Object.values(value);
  return (
    values.length === 0 ||
    (depth > 0 && values.length <= most.fields && values.every((one) => isNothing(one, depth - 1)))
  );
};
const nothing = /^(?:0+|false|no|none|null|n\/a|ok|success|no errors?)?$/i;

/** A number, `"12"`, `"12 orders"`, or `{"value":12}`. */
const numberIn = (value: unknown, depth: number = most.depth): number => {
  if (typeof value === 'object' && value !== null)
    return 'value' in value && depth > 0 ? numberIn(value.value, depth - 1) : 0;
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

/** Whether what stands around the last page of a list, or its headers, tells of more than these things, or than these pages. */
export const saysMore = (
  json: unknown,
  headers: readonly Field[],
  read: { readonly things: number; readonly pages: number },
): boolean => [...fieldsOf(json), ...headers].map(plain).some(saysMoreBy(read));

/** Fields that say nothing of what a list holds: whose it is, what was asked for, how it is paged, and where it is. */
const harmless =
  /^(?:account(?:num|number|id)?|dealer(?:num|number|id|code)?|customer(?:num|number|id)?|store(?:id)?|user(?:id|name)?|page(?:size|limit|len|length)?|perpage|limit|size|number|from(?:date)?|to(?:date)?|(?:start|end)(?:date)?|orderdate(?:start|end)|datetype|sort(?:by)?|orderby|direction|prev(?:ious)?(?:page|cursor|url|link|pageurl)?|first(?:page)?(?:url)?|lastpageurl|self|href|url|path|label|active|current(?:cursor)?|cursor|requestid|correlationid|traceid|version|apiversion|took|duration|elapsed|currency|locale|language)$/;
/** Fields whose values have been judged by then. */
const judged = [more, whole, total, pages, start, current, well, code];
const good = /^(?:ok|success(?:ful(?:ly)?)?|open|completed?|done|true)$/i;
const goodWords =
  /^(?:ok|success(?:ful(?:ly)?)?|done|(?:no|0) (?:matching )?(?:orders?|results?|records?|data|items?|rows?)(?: (?:were |was )?(?:found|available|returned|matched))?|(?:orders?|list|data|request) (?:retrieved|found|loaded|fetched|processed|completed)(?: successfully)?)[.!]?$/i;

const isKnown = ([name, value]: Field): boolean => {
  if (isNothing(value) || typeof value === 'object') return true;
  if (verdict.test(name)) return good.test(String(value));
  if (words.test(name)) return goodWords.test(String(value).trim());
  return harmless.test(name) || judged.some((names) => names.test(name));
};

/** Pages that a list is linked to; but for the next one they say nothing of it. */
const linksMore = (list: object): boolean =>
  Object.values(list).some((link) => /next/i.test(textIn([link])) && !/"url":null/.test(textIn([link])));

const isTooDeep = (json: unknown): boolean => {
  const within = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null || isList(value)) return false;
    const values = Object.values(value);
    return (
      values.length > most.fields || (depth === 0 && values.length > 0) || values.some((one) => within(one, depth - 1))
    );
  };
  return within(json, most.depth);
};

/**
 * Whether there is anything around a list of which this many entries were read that is not known to be harmless: a field that nobody has
 * heard of may say that the list is old, or cut; and what stands in a list beside may be the order that is looked for.
 */
export const isDoubtful = (json: unknown, read: number): boolean => {
  const fields = fieldsOf(json).map(plain);
  const lists = fields.flatMap(([name, value]) => (isList(value) && !isNothing(value) ? [{ name, value }] : []));
  const others = lists.filter(({ name }) => name !== 'links').flatMap(({ value }) => Object.keys(value));
  const links = lists.filter(({ name }) => name === 'links');
  return (
    isTooDeep(json) || !fields.every(isKnown) || others.length > read || links.some(({ value }) => linksMore(value))
  );
};

/** A header's name without what says that it is a header's, and of a page. */
const ofHeader = /^(?:x|wp|pagination|paging|list|results?|ms)-/;
const rangeOf = /^\s?(?:[a-z]{1,20} )?(?:\*|(\d{1,9})-\d{1,9})\/(\*|\d{1,9})\s?$/i;
const goesOn = /continuation|has-?more|more-|next|maxpagesize/;

/** Whether one of a header's links has `next` among its relations. */
const isNextIn = (link: string): boolean =>
  link
    .split(/[;,]/)
    .map((part) => /^ ?rel ?= ?"?([^"]*)/i.exec(part)?.[1] ?? '')
    .some((relations) => relations.toLowerCase().split(' ').includes('next'));

const fieldsOfHeader = (name: string, value: string): readonly Field[] => {
  if (name === 'link') return isNextIn(value) ? [['next', value]] : [];
  if (name === 'content-range') {
    const [, first = '0', all = '*'] = rangeOf.exec(value) ?? [];
    return [all === '*' ? ['more', value] : ['total', all], ['offset', first]];
  }
  if (name === 'x-pagination') return fieldsOf(parseJson(value));
  if (name === 'preference-applied') return goesOn.test(value) ? [['more', value]] : [];
  const said = name.replace(ofHeader, '').replace(ofHeader, '');
  if (goesOn.test(said)) return [['more', value]];
  return [total, pages, current, start].some((names) => names.test(plainName(said))) ? [[said, value]] : [];
};

/** So many letters of a header are looked at. */
const longestHeader = 2_000;

/** What the headers of an answer tell of a list, as fields: `X-Total-Count: 31`, `Link: <…>; rel="next"`, `Content-Range: orders 0-24/31`. */
export const listHeadersIn = (headers: Headers): readonly Field[] =>
  [...headers].flatMap(([name, value]) => fieldsOfHeader(name, value.slice(0, longestHeader)));
