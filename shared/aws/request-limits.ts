/**
 * How long an attempt of a client of AWS may take, in milliseconds: until it is connected, until the answer begins, and between two parts of
 * it. To the SDK the second ends with the headers of an answer: without the third a body that stalls would be waited for until the function ends.
 */
export const quickRequests = {
  connectionTimeout: 1000,
  requestTimeout: 2000,
  socketTimeout: 2000,
  throwOnRequestTimeout: true,
} as const;

/** The same for a request that must not be cut short, because to ask again would do it again. */
export const patientRequests = {
  connectionTimeout: 2000,
  requestTimeout: 10_000,
  socketTimeout: 10_000,
  throwOnRequestTimeout: true,
} as const;
