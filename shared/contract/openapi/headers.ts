/** Every header that an answer may have, by its name. */
const all = {
  'x-correlation-id': {
    description:
      'Names the request in our log: your own `x-correlation-id` where it is 1 to 64 of `A-Z a-z 0-9 . _ -`, else one of ours.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
    example: 'webstore-7f3a',
  },
  RateLimit: {
    description: 'What this key may still ask (IETF draft): `r` requests are left, `t` seconds until all are again.',
    schema: { type: 'string' },
    example: '"key";r=199;t=1',
  },
  'RateLimit-Policy': {
    description: 'How often this key may ask: `q` requests at once, which refill in `w` seconds.',
    schema: { type: 'string' },
    example: '"key";q=200;w=4',
  },
  'Retry-After': {
    description: 'Seconds after which to ask again.',
    schema: { type: 'integer', minimum: 1 },
    example: 30,
  },
  Location: {
    description: 'Where it is found from now on.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/stores/moto-hut/purchase-orders/1001-1',
  },
  'Content-Location': {
    description: 'The name under which this very module never changes.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/drop-ship-dialog-0123456789abcdef.js',
  },
  'idempotency-replayed': {
    description: '`true` where the request was answered before, and nothing was done again; else it is not there.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  Allow: {
    description: 'The methods that there are instead.',
    schema: { type: 'string' },
    example: 'GET',
  },
  'WWW-Authenticate': { description: 'How to say who calls.', schema: { type: 'string' }, example: 'Bearer' },
  'apigw-requestid': {
    description: 'API Gateway’s own name of the request: in the answers that it makes itself, and beside ours.',
    schema: { type: 'string' },
    example: 'JKJaXmPLvHcESHA=',
  },
} as const;

export type HeaderName = keyof typeof all;

/** As the document keeps them. */
export const headerComponents = all;

/** References to these headers, as a response has them. */
export const headersNamed = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** The headers of every answer of an operation: those of the rate limit only where a key is needed. */
export const usualHeaders = (needsKey: boolean): readonly HeaderName[] => [
  'x-correlation-id',
  'apigw-requestid',
  ...(needsKey ? (['RateLimit', 'RateLimit-Policy'] as const) : []),
];
