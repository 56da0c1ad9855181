import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { Answer } from './distributors.ts';

/** How each distributor words what any request may be answered; after distributors.md. */
type Wording = { readonly limited: Answer; readonly unauthorized: (type: string) => Answer };

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
  },
  wps: {
    limited: json(429, { message: 'Too Many Attempts.' }, wait),
    unauthorized: () => json(401, { message: 'Unauthenticated.' }),
  },
  'tucker-rocky': {
    limited: text(429, 'Too Many Requests', wait),
    unauthorized: (type) => json(200, { [type]: { status: 'FAILED', errormsg: 'INVALID APIKEY' } }),
  },
  automatic: {
    limited: json(403, { code: 'E003', message: 'Too Many Requests' }),
    unauthorized: () => json(401, { code: 'E001', message: 'Authorization error' }),
  },
};

/** What something between us and them says: nobody knows whether the request arrived. */
export const broken: Answer = text(502, '<h1>Bad Gateway</h1>');
/** A good status with a piece of an answer. */
export const cut: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"data":{"order_num',
};
