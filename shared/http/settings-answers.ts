import * as v from 'valibot';
import type { Verified } from '../accounts/verify.ts';
import type { KeyBody } from '../contract/bodies/store.ts';
import { invalid, Problem, tooManyRequests, tryAgain } from '../contract/problem.ts';
import { type Scope, scopes } from '../contract/routes.ts';
import type { ReadingPorts } from '../domain/rows/readable.ts';
import { Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import { type ApiKeyPorts, createKey, hasAllKeys, listKeys, mostKeys } from './api-key.ts';
import type { Caller } from './event.ts';

/** A new key for this caller: none gives away what it has not. `storeId` null = to all stores. */
export const newKey = async (
  ports: ApiKeyPorts & ReadingPorts,
  storeId: string | null,
  { scopes: wanted, name, expiresAt }: v.InferOutput<typeof KeyBody>,
  caller: Caller | null,
) => {
  const lacking = wanted.filter((scope) => caller?.scopes.includes(scope) !== true);
  if (lacking.length > 0) {
    throw new Problem('forbidden', `Your own key lacks ${lacking.join(', ')}: a key cannot give what it has not.`);
  }
  const ends = expiresAt === null ? null : Date.parse(expiresAt);
  if (ends !== null && ends <= ports.clock.now()) {
    throw invalid([{ pointer: '/expiresAt', detail: 'Must lie in the future.' }]);
  }
  if (storeId !== null && (await hasAllKeys(ports, storeId, ports.clock.now()))) {
    throw new Problem('too-many', `A store has at most ${mostKeys} live keys: revoke one that is not used any more.`, {
      members: { limit: mostKeys },
    });
  }
  return createKey(ports, { storeId, scopes: wanted, name, endsAt: ends === null ? null : instant(ends) });
};

/** What is kept of a new key: not its token, nor its name, which people wrote. */
export const keptKey = {
  kept: v.object({
    keyId: v.string(),
    scopes: v.array(v.picklist(scopes)),
    createdAt: Instant,
    expiresAt: v.nullable(Instant),
  }),
  keep: ({ body: { keyId, scopes: granted, createdAt, expiresAt } }: { readonly body: KeptKey }) => ({
    keyId,
    scopes: [...granted],
    createdAt,
    expiresAt,
  }),
};

type KeptKey = {
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
};

/** The answer to a new key once more: without its token, and without its name where it was revoked since. */
export const keyAgain = async (ports: ReadingPorts, storeId: string | null, kept: KeptKey) => {
  const listed = (await listKeys(ports, storeId)).find(({ keyId }) => keyId === kept.keyId);
  return { ...kept, name: listed?.name ?? null, token: null };
};

/** Seconds after which to ask again a distributor that gave no answer. */
const askAgainAfter = 30;

/** Why it is not known that credentials work, or that they do not. */
export const verifyProblem = (verified: Exclude<Verified, { kind: 'works' }>, now: number): Problem => {
  switch (verified.kind) {
    case 'refused': {
      const { detail, distributorMessage } = verified;
      return new Problem('credentials-refused', detail, { members: { distributorMessage } });
    }
    case 'wait': {
      const seconds = (milliseconds(verified.until) - now) / 1000;
      return tooManyRequests(
        verified.asked
          ? `${verified.name} has asked us to wait before the next request: ask again then.`
          : `We ask ${verified.name} only so often for one account, and its next turn is not yet: ask again then.`,
        seconds,
      );
    }
    case 'no-answer':
      return tryAgain(`${verified.reason} Ask again in a moment.`, askAgainAfter);
  }
};
