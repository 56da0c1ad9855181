/**
 * What stands around a list in an answer: whether it says that something went wrong, or that there is more than the list shows. A
 * list is a proof of what it does not hold only where it says neither.
 */

/** How deep what stands around a list is looked at, and how many fields of each object. */
const most = { depth: 3, fields: 60 } as const;

/** Whether a list of this length may be a page of somebody's usual size: 10, 15, 25, 100. */
export const mayBePage = (length: number): boolean => length > 0 && length % 5 === 0;

const wrong =
  /^(?:errors?|warnings?|error_?(?:message|msg|code|description|info|details?)|mainframe_?errors|exceptions?|faults?|failures?)$/;
const more =
  /^(?:next|next_?(?:page|cursor|token|link|url|page_?(?:url|token|link))|continuation_?token|has_?(?:more|next)(?:_?pages?)?|more|is_?truncated|truncated|incomplete(?:_results)?|partial|is_?partial|timed_?out)$/;
const total =
  /^(?:total|count|(?:total|record|result|item|order)_?(?:count|results|records|items|elements|orders|rows))$/;
const pages = /^(?:last_?page|total_?pages|page_?count|pages)$/;
const well = /^(?:success|succeeded|successful|ok)$/;
const verdict = /^(?:status|result|outcome)$/;
const words = /^(?:message|msg|notice|info|note|status_?message)$/;
/** What is said beside a list that is not what was asked for, or not all of it. */
const notAll =
  /permission|denied|unauthori|forbidden|error|fail|invalid|not valid|unavailable|time ?d? ?out|limited|truncated|partial|incomplete|stale|cache|maintenance|degraded|ignored|delayed|read.?only|at least|more than|narrow/i;
const code = /^(?:status_?code|http_?(?:status|code)|code|status)$/;

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

const numberIn = (value: unknown): number =>
  (typeof value === 'number' || typeof value === 'string') && /^\d{1,9}$/.test(String(value)) ? Number(value) : 0;

const saysWrongBy = ([name, value]: Field): boolean =>
  (wrong.test(name) && !isNothing(value)) ||
  (well.test(name) && /^(?:false|0|no)$/i.test(String(value))) ||
  (words.test(name) && typeof value === 'string' && notAll.test(value.slice(0, 500))) ||
  (verdict.test(name) && typeof value === 'string' && /^(?:error|fail)/i.test(value)) ||
  (code.test(name) && numberIn(value) >= 300 && numberIn(value) < 600);

/** Whether what stands around a list says that something went wrong. */
export const saysWrong = (json: unknown): boolean => fieldsOf(json).some(saysWrongBy);

/** Whether what stands around the last page of a list tells of more than these things, or than these pages. */
export const saysMore = (json: unknown, read: { readonly things: number; readonly pages: number }): boolean =>
  fieldsOf(json).some(
    ([name, value]) =>
      (more.test(name) && !isNothing(value)) ||
      (total.test(name) && numberIn(value) > read.things) ||
      (pages.test(name) && numberIn(value) > read.pages),
  );
