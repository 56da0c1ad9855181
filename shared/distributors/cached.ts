/** Longer values tell no more. */
const longest = 200;

/** A header that gives a cache its orders, or names what it keeps, tells nothing of where the answer came from. */
const ordersOrNames = /cache-(?:control|key|tags?|ttl|expires)$/;
/** `HIT`, `TCP_NEGATIVE_HIT`, `OriginShieldHit`, `"proxy"; hit`. */
const kept = /hit(?![a-z])|(?<![a-z])(?:stale|updating|fresh)(?![a-z])/i;
/** Headers that count what a cache has kept, or say yes to it: `x-cache-hits: 3`, `x-from-cache: 1`. */
const countsOrSaysYes = /hits?$|cached$|from-cache$/;
const manyOrYes = /[1-9]|yes|true/i;

/** What caches say of an answer that they did not have. */
const notKept =
  /miss|dynamic|bypass|expired|no[-_ ]?cache|none|revalidated|uncacheable|private|error|disabled|^(?:pass|off|no|false)$|^[0, ]*$/i;

const isOfCache = (name: string): boolean => name.includes('cache') && !ordersOrNames.test(name);

const saysKept = (name: string, value: string): boolean => {
  if (name === 'age') return /[1-9]/.test(value);
  if (name === 'warning') return /\b11[0-3]\b/.test(value);
  // The second number is of the request whose answer was kept.
  if (name === 'x-varnish') return /\d\s\d/.test(value);
  return isOfCache(name) && (kept.test(value) || (countsOrSaysYes.test(name) && manyOrYes.test(value)));
};

/** Whether something in between gave an answer that it had kept: of what has come since, that says nothing. */
export const isFromCache = (headers: Headers): boolean =>
  [...headers].some(([name, value]) => saysKept(name, value.slice(0, longest)));

const mayBeKept = (name: string, value: string): boolean =>
  name === 'warning' || /^\s?cached?\s?$/i.test(value) || (isOfCache(name) && !notKept.test(value));

/** Whether a header speaks of a cache and does not say that it had nothing: enough to doubt that an order is absent. */
export const mayBeFromCache = (headers: Headers): boolean =>
  [...headers].some(([name, value]) => mayBeKept(name, value.slice(0, longest)));
