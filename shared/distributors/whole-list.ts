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

type Field = readonly [name: string, value: unknown];

/** The fields around a list, not those of what it holds. */
export const fieldsOf = (json: unknown, depth: number = most.depth): readonly Field[] => {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth === 0) return [];
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

const saysWrongBy = ([name, value]: Field): boolean =>
  (wrong.test(name) && !isNothing(value)) ||
  (well.test(name) && isNo(value)) ||
  (words.test(name) && notAll.test(textIn(value))) ||
  (verdict.test(name) && typeof value === 'string' && notWell.test(value)) ||
  (code.test(name) && numberIn(value) >= 300 && numberIn(value) < 600);

const fieldsAround = (json: unknown): readonly Field[] =>
  fieldsOf(json).map(([name, value]) => [plainName(name), value] as const);

/** Whether what stands around a list says that something went wrong. */
export const saysWrong = (json: unknown): boolean => fieldsAround(json).some(saysWrongBy);

/** Whether what stands around the last page of a list tells of more than these things, or than these pages. */
export const saysMore = (json: unknown, read: { readonly things: number; readonly pages: number }): boolean =>
  fieldsAround(json).some(
    ([name, value]) =>
      (more.test(name) && !isNothing(value)) ||
      (whole.test(name) && isNo(value)) ||
      (total.test(name) && numberIn(value) > read.things) ||
      (pages.test(name) && numberIn(value) > read.pages) ||
      (current.test(name) && numberIn(value) > read.pages) ||
      (start.test(name) && read.pages === 1 && numberIn(value) > 0),
  );
