import { promisify } from 'node:util';
import type middy from '@middy/core';
import type { HttpResult } from './event.ts';

/** A smaller body is not worth the time. In characters. */
const worthIt = 8_192;

/**
 * Compresses a large answer for whoever says that it takes gzip: API Gateway's HTTP APIs do not do it. Caches on the way are told
 * that there are two of it, whichever this is.
 */
export const compressed: middy.MiddlewareObj<unknown, HttpResult> = {
  after: async (request) => {
    const { response } = request;
    if (!response || response.body.length < worthIt) return;
    const headers = { ...response.headers, vary: 'accept-encoding' };
    request.response = takesGzip(request.event) ? await zipped({ ...response, headers }) : { ...response, headers };
  },
};

/** Node's compression is loaded at the first large answer: most instances give none before their first request to the table. */
const zipped = async (response: HttpResult): Promise<HttpResult> => {
  const { gzip } = await import('node:zlib');
  return {
    ...response,
    headers: { ...response.headers, 'content-encoding': 'gzip' },
    body: (await promisify(gzip)(response.body)).toString('base64'),
    isBase64Encoded: true,
  };
};

const takesGzip = (event: unknown): boolean => {
  if (typeof event !== 'object' || event === null || !('headers' in event)) return false;
  const { headers } = event;
  if (typeof headers !== 'object' || headers === null || !('accept-encoding' in headers)) return false;
  return String(headers['accept-encoding']).split(',').some(isGzip);
};

/** `gzip`, with or without a weight above zero. */
const isGzip = (coding: string): boolean => {
  const [name, weight, ...more] = coding
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (name !== 'gzip' || more.length > 0) return false;
  return weight === undefined || (/^q=[01](\.\d{0,3})?$/.test(weight) && Number(weight.slice(2)) > 0);
};
