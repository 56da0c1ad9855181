import { fieldsOf, isNothing } from './whole-list.ts';
import { wordsIn } from './words.ts';

/** A word for how an order stands is no longer than this; more is a sentence about something. */
const longestStatus = 80;
const called =
  /\b(?:cancel(?:l?ed|lation|lations)?|void(?:ed)?|reject(?:ed|ion)?|decline[ds]?|denied|refused|deleted|duplicate[ds]?|fail(?:ed|ure)?|errors?|abort(?:ed)?|abandoned|terminated|withdrawn|expired|killed|purged|unfulfillable|unfillable|not (?:accepted|approved|authori[sz]ed)|(?:unable|failed) to (?:fill|ship|process)|no longer available|cxl[ed]?d?|canc|canx|will not (?:ship|be (?:shipped|filled))|storniert|annul[ée]e?|annullat[oa]|cancelad[oa])(?![a-z])/gi;
/** Right before the word: "not cancelled", "0 errors", "cannot be cancelled". */
const denied =
  /\b(?:not?|never|non|cannot|unless|until|without|zero|0)(?:[ -](?:yet|been|be|any|lines?|items?|pieces?|orders?)){0,2}[ -]?$/i;
/** After it: "cancelled: 0", "rejected 0", "errors=none"; or what it is only about: "cancellation policy", "cancel by phone". */
const isNone =
  /^(?:[a-z ]{0,12}[:=])? ?0\b|^[a-z ]{0,12}[:=] ?(?:no|none|false|n)\b|^ (?:policy|dates?|by (?:tele)?phone|before|until|window|if|fees?|within|after|request)\b/i;
const clauses = /[.,;:()/]| [-–—] /;

/** Whether somebody's word for how an order stands says that nothing will come of it. The words are not public: these are usual ones. */
export const isCalledOff = (status: string | null): boolean =>
  status !== null &&
  status.length <= longestStatus &&
  [...status.matchAll(called)].some(({ 0: word, index }) => {
    const before = status.slice(0, index).split(clauses).at(-1) ?? '';
    return !denied.test(before) && !isNone.test(status.slice(index + word.length));
  });

/** What the words for how an order stands say that a person should know, as a sentence. */
export const calledOffIn = (statuses: readonly (string | null)[]): string | null => {
  const status = statuses.find(isCalledOff);
  return status === undefined ? null : `The distributor gives its status as “${status}”.`;
};

const wrong =
  /^(?:errors?|error_?(?:message|msg|code|description|info|details?)|exceptions?|faults?|failures?|failed|rejections?|rejected)$/;
const well = /^(?:success|succeeded|successful|ok|accepted)$/;

/** What an answer that says yes says of something gone wrong beside it, as a sentence; null = nothing. */
export const wrongBeside = (json: unknown): string | null => {
  const answers = Array.isArray(json) ? json.slice(0, 20) : [json];
  const fields = answers.flatMap((answer) => fieldsOf(answer));
  const bad = fields.find(
    ([name, value]) =>
      (wrong.test(name) && !isNothing(value)) || (well.test(name) && /^(?:false|0|no)$/i.test(String(value))),
  );
  if (bad === undefined) return null;
  const [name, value] = bad;
  return `The answer also says “${name}: ${wordsIn(value).join(' ') || (typeof value === 'object' ? '…' : String(value))}”.`;
};
