const states = [
  'x-cache',
  'cf-cache-status',
  'x-cache-status',
  'x-proxy-cache',
  'x-varnish-cache',
  'cdn-cache',
  'cache-status',
];

/** Whether something in between gave an answer that it had kept: of what has come since, that says nothing. */
export const isFromCache = (headers: Headers): boolean =>
  Number(headers.get('age') ?? 0) > 0 ||
  /\b11[0-3]\b/.test((headers.get('warning') ?? '').slice(0, 200)) ||
  states.some((name) => /\b(?:hit|stale|updating)\b/i.test((headers.get(name) ?? '').slice(0, 200)));
