/** Every kind of problem, by the slug that ends its `type`. The status decides who can mend it. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'The API key is not valid' },
  forbidden: { status: 403, title: 'The API key may not do this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'cancel-not-supported': { status: 405, title: 'A purchase order cannot be cancelled here' },
  'stale-revision': { status: 409, title: 'A later revision of the order is known' },
  'purchase-order-exists': { status: 409, title: 'The item has a purchase order already' },
  'po-number-taken': { status: 409, title: 'The PO number has been used' },
  'nothing-to-resolve': { status: 409, title: 'The purchase order needs no person' },
  'in-progress': { status: 409, title: 'The same is being done already' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'test-mode-not-offered': { status: 422, title: 'This distributor offers no test mode' },
  'credentials-refused': { status: 422, title: 'The credentials do not work' },
  /** 410 when asked for afterwards: there was one, and the distributor said no. */
  'rejected-by-distributor': { status: 422, title: 'The order was not placed' },
  'not-eligible': { status: 422, title: 'The item cannot be drop-shipped now' },
  'does-not-fit': { status: 422, title: 'The distributor cannot take it as it was entered' },
  'tracking-number-suspect': { status: 422, title: 'The tracking number cannot be right' },
  'too-many': { status: 422, title: 'There are as many as there may be' },
  'too-many-requests': { status: 429, title: 'Too many requests: wait' },
  'daily-limit': { status: 429, title: 'The store has had as many orders today as it may' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'try-again': { status: 503, title: 'Not possible just now' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemSlug = keyof typeof problems;

/** What is wrong with one field: where (RFC 6901; path and query parameters as `/path/…`, `/query/…`), and how to mend it. */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** What a problem has beside its own kind. */
export type ProblemOptions = {
  /** Another status than the kind's own. */
  readonly status?: number;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The answer to a request that cannot be granted. `detail` is for a person: what is wrong and what to do; it never repeats the input. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly detail: string | null;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(slug: ProblemSlug, detail: string | null, options: ProblemOptions = {}) {
    super(slug);
    this.name = 'Problem';
    this.slug = slug;
    this.detail = detail;
    this.status = options.status ?? problems[slug].status;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}

/** A problem as its body (RFC 9457): also what the bulk answer holds for an item. */
export const problemBody = ({ slug, status, detail, members }: Problem) => ({
  type: `urn:problem:drop-ship:${slug}`,
  title: problems[slug].title,
  status,
  ...(detail === null ? {} : { detail }),
  ...members,
});

/** 400, with every field that is wrong. */
export const invalid = (errors: readonly FieldError[]): Problem =>
  new Problem('invalid-request', 'The request does not keep to the contract: see errors, mend it and send it again.', {
    members: { errors },
  });

/** A field that has to be there. */
export const missingField = (name: string): FieldError => ({ pointer: `/${name}`, detail: 'Is missing: add it.' });

/** 404, with a sentence that says what was not found. */
export const notFound = (detail: string): Problem => new Problem('not-found', detail);

/** 429: the same may be asked again after these seconds. */
export const tooManyRequests = (detail: string, retryAfterSeconds: number): Problem =>
  new Problem('too-many-requests', detail, { headers: retryAfter(retryAfterSeconds) });

/** 429: the platform allows the store no more today. */
export const dailyLimit = (limit: number, retryAfterSeconds: number): Problem =>
  new Problem(
    'daily-limit',
    `The platform lets this store submit ${limit} live orders a day (UTC), and today it has: submit it tomorrow, or ask the platform to raise the limit. Nothing was sent.`,
    { members: { limit }, headers: retryAfter(retryAfterSeconds) },
  );

const retryAfter = (seconds: number) => ({ 'retry-after': String(Math.max(1, Math.ceil(seconds))) });

/** 503: nothing is wrong with the request, and it may be sent again after these seconds. */
export const tryAgain = (detail: string, retryAfterSeconds = 1): Problem =>
  new Problem('try-again', detail, { headers: retryAfter(retryAfterSeconds) });

/** What is said of a store that is not there, and of one that is another's: the same. */
export const noSuchStore = (): Problem =>
  notFound('There is no such store. Create it first with PUT /v1/stores/{storeId}.');
