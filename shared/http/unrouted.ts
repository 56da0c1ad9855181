import { notFound, Problem } from '../contract/problem.ts';
import { type RouteKey, routes } from '../contract/routes.ts';
import type { DoorPorts, Route } from './route.ts';

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** Is there only to say whom to call: no method to offer to anybody. */
const neverDone: RouteKey = 'DELETE /v1/stores/{storeId}/purchase-orders/{poNumber}';

/** Every route's method, and the paths that it answers. */
const known = Object.keys(routes)
  .filter((key) => key !== neverDone)
  .map((key) => key.split(' '))
  .flatMap(([method, path]) =>
    method === undefined || path === undefined
      ? []
      : [{ method, path: new RegExp(`^${escaped(path).replace(/\{\w+\}/g, '[^/]+')}$`) }],
  );

const key: RouteKey = '$default';

/** What no route answers: 405 with the methods that there are, or 404 where there is nothing at all. */
export const unrouted: Route<DoorPorts> = {
  key,
  answer: async ({ rawPath }) => {
    const allow = known.filter(({ path }) => path.test(rawPath)).map(({ method }) => method);
    if (allow.length === 0) throw notFound('There is nothing here: see GET /v1/openapi.json for what there is.');
    throw methodNotAllowed(allow);
  },
};

export const methodNotAllowed = (allow: readonly string[]): Problem =>
  new Problem('method-not-allowed', `Use ${allow.join(' or ')} here.`, { headers: { allow: allow.join(', ') } });
