import createClient from 'openapi-fetch';
import type { components, paths } from './contract.d.ts';

type Schemas = components['schemas'];

/** A problem by the slug that ends its `type`. */
export type Problem<Slug extends string = string> = {
  readonly [Name in keyof Schemas]: Name extends `Problem-${Slug}` ? Schemas[Name] : never;
}[keyof Schemas];

/** Whether an error that was answered is this problem: then it has the members of its kind. */
export const isProblem = <const Slug extends string>(error: unknown, slug: Slug): error is Problem<Slug> =>
  typeof error === 'object' && error !== null && 'type' in error && error.type === `urn:problem:drop-ship:${slug}`;

export type ClientOptions = {
  /** Where the service is, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** In place of the runtime's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/** The service's operations with the types of its contract: `client.GET('/v1/stores/{storeId}', { params: { path: { storeId } } })`. */
export const dropShipClient = ({ url, token, fetch }: ClientOptions) =>
  createClient<paths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${token}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
