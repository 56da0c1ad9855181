import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { Answer } from './distributors.ts';
import type { Detour } from './state.ts';

/** How each distributor words what any request may be answered; after distributors.md. */
type Wording = {
  readonly limited: Answer;
  readonly unauthorized: (type: string) => Answer;
  /** A no to an order, after it was taken once: its payment is booked. Left out: where that is not known. */
  readonly unpaid?: Answer;
  /** What something in between says where it knows no such path. */
  readonly unrouted: (name: string) => Answer;
};

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
});

const wait = { 'retry-after': '60' };

export const wordings: Readonly<Record<DistributorSlug, Wording>> = {
  'parts-unlimited': {
    limited: json(429, { status_code: 429, status_message: 'Too many requests' }, wait),
    unauthorized: () => json(200, { status_code: 401, status_message: 'Invalid api-key' }),
    unpaid: json(200, { status_code: 402, status_message: 'Credit limit exceeded' }),
    unrouted: () => json(404, { message: 'no Route matched with those values' }),
  },
  wps: {
    limited: json(429, { message: 'Too Many Attempts.' }, wait),
    unauthorized: () => json(401, { message: 'Unauthenticated.' }),
    unpaid: json(402, { message: 'Credit limit exceeded' }),
    unrouted: () => json(404, { message: 'Not Found' }),
  },
  'tucker-rocky': {
    limited: text(429, 'Too Many Requests', wait),
    unauthorized: (type) => json(200, { [type]: { status: 'FAILED', errormsg: 'INVALID APIKEY' } }),
    unrouted: () => text(404, '<h1>Not Found</h1>'),
  },
  automatic: {
    limited: json(403, { code: 'E003', message: 'Too Many Requests' }),
    unauthorized: () => json(401, { code: 'E001', message: 'Authorization error' }),
    unpaid: json(400, { code: 'E100', message: 'Credit limit exceeded' }),
    // Of an order its gateway says the very words that mean "no such order".
    unrouted: (name) =>
      name.endsWith('/:po')
        ? json(404, { code: 'E201', message: 'Not found on the Gateway service side' })
        : json(404, { message: 'Not Found' }),
  },
};

/** What something between us and them says: nobody knows whether the request arrived. */
export const broken: Answer = text(502, '<h1>Bad Gateway</h1>');
/** The same in other clothes. */
export const unroutedPage: Answer = text(404, '<html><head><title>404 Not Found</title></head></html>');
export const methodRefused: Answer = json(405, { message: 'Method Not Allowed' });
export const notImplemented: Answer = text(501, 'Not Implemented');
/** A good status with a piece of an answer. */
export const cut: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"data":{"order_num',
};

/** A list that was cut before its first order: it says that it goes on, and repeats itself. Where lists have no pages, it ends in the middle. */
const cutLists: Readonly<Partial<Record<DistributorSlug, Answer>>> = {
  wps: json(200, { data: [], meta: { cursor: { current: null, prev: null, next: 'again', count: 0 } } }),
};

/** An empty page, the last of its list, with more around it than usual. */
const emptyPage = (around: object, inMeta: object = {}): Answer =>
  json(200, {
    ...around,
    data: [],
    meta: { ...inMeta, cursor: { current: null, prev: null, next: null, count: 0 } },
  });

/** Lists as WPS gives them: one that counts more orders than it shows, and one that failed, with a good status. */
const doubtfulLists = {
  'short-list': emptyPage({}, { total: 1 }),
  'failed-list': emptyPage({ success: false }),
} as const;

/** Where each distributor tells of an order's parcels. */
const parcelsStandIn: Readonly<Record<DistributorSlug, string>> = {
  'parts-unlimited': 'shipped',
  wps: 'order_details',
  'tucker-rocky': 'trackingnumbers',
  automatic: 'trackingNumbers',
};

/** What nobody reads a number out of. */
const unreadable = [{ kept: { in: { another: { place: 'here' } } } }];

/** The answer, in which what stands where an order's parcels are told cannot be read. */
export const toldInPart = (slug: DistributorSlug, answer: Answer): Answer => ({
  ...answer,
  body: JSON.stringify(
    JSON.parse(answer.body, (name, value: unknown) => (name === parcelsStandIn[slug] ? unreadable : value)),
  ),
});

/** What comes in place of this answer. */
export const detoured = ({ as, slug, name }: Detour, answer: Answer): Answer => {
  if (as === 'copied') return answer;
  if (as === 'unrouted') return wordings[slug].unrouted(name);
  if (as === 'cut-list') return cutLists[slug] ?? cut;
  if (as !== 'nameless-list') return doubtfulLists[as];
  return { ...answer, body: answer.body.replaceAll(/"(po_?number)":"[^"]*"/g, '"$1":null') };
};
