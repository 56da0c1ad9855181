/** The three forms of a date that HTTP knows (RFC 9110, 5.6.7). All are in GMT, which the last does not say. */
const isDate = /^[A-Z][a-z]{2,8},? [\w -]{6,12} [\d:]{8} (?:\d{4}|GMT)$/;

/**
 * `Retry-After` as whole seconds from now, in either of its forms, or with a fraction, which some write; null where it is absent or
 * none of these. A parser of dates alone would make one of much else, of `-1` the year 2001.
 */
export const secondsUntil = (retryAfter: string | null | undefined, now: number): number | null => {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text));
  const at = isDate.test(text) ? Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
};
