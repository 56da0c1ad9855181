import * as v from 'valibot';
import { noSuchStore, Problem } from '../contract/problem.ts';
import { type RouteKey, routes, scopes } from '../contract/routes.ts';
import { openObject } from '../domain/open-object.ts';
import { type Caller, type HttpEvent, Verdict } from './event.ts';

const Authorized = openObject({ lambda: Verdict });

/** Who calls this route, or null where anybody may. Without the authorizer's yes nothing is answered but 401. */
export const admit = (event: HttpEvent, key: RouteKey): Caller | null => {
  const { scope } = routes[key];
  if (scope === null) return null;
  const caller = callerOf(event);
  if (!caller.scopes.includes(scope)) throw new Problem('forbidden', `This needs a key with the scope ${scope}.`);
  if (!key.includes('{storeId}') && caller.storeId !== null) {
    throw new Problem('forbidden', 'This needs a key to all stores.');
  }
  return caller;
};

const callerOf = (event: HttpEvent): Caller => {
  const authorized = v.safeParse(Authorized, event.requestContext.authorizer);
  if (!authorized.success || authorized.output.lambda.verdict !== 'ok') {
    throw new Problem('unauthorized', 'Send a valid key as "Authorization: Bearer ds_…"; it may have been revoked.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const { keyId, storeId, scopes: granted } = authorized.output.lambda;
  const named = granted.split(' ');
  return { keyId, storeId: storeId === '*' ? null : storeId, scopes: scopes.filter((scope) => named.includes(scope)) };
};

/** Another store is as if it were not there. */
export const keepToStore = (caller: Caller | null, path: object): void => {
  if (caller === null || caller.storeId === null || !('storeId' in path)) return;
  if (path.storeId !== caller.storeId) throw noSuchStore();
};
