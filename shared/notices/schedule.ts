const minute = 60;
const hour = 60 * minute;

/** How long anything is tried, in seconds. */
const givenUpAfter = 72 * hour;

/**
 * Seconds to wait after each try that failed: the schedule of the Standard Webhooks specification, and a last wait after
 * which the last try falls three days after the first.
 */
export const webhookWaits: readonly number[] = upTo(givenUpAfter, [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
]);

/** The same for mail, of which a provider that is down or throttles wants less in the first minutes. */
export const mailWaits: readonly number[] = upTo(givenUpAfter, [
  1 * minute,
  5 * minute,
  15 * minute,
  1 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
  24 * hour,
]);

/** How long a webhook is tried, in milliseconds. */
export const webhookTried = givenUpAfter * 1000;

/** While our own account may not send, each mail is tried again after this, for as long as it takes. In milliseconds. */
export const notAllowedWait = 15 * minute * 1000;

/** Milliseconds since the epoch of the next try after `tries` failed ones, the last of them `now`; null = given up. */
export const nextTry = (waits: readonly number[], tries: number, now: number): number | null => {
  const wait = waits[tries - 1];
  return wait === undefined ? null : now + wait * 1000;
};

/** The waits, and a last one that ends when the time for all of them does. */
function upTo(limit: number, waits: readonly number[]): readonly number[] {
  return [...waits, waits.reduce((left, wait) => left - wait, limit)];
}
