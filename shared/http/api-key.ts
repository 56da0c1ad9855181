import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { Problem } from '../contract/problem.ts';
import { type Scope, scopes } from '../contract/routes.ts';
import { ApiKeyRow } from '../domain/account/store.ts';
import type { Clock, NewId, RandomBytes } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';
import type { Caller, Verdict } from './event.ts';

export type ApiKeyPorts = {
  readonly table: Table;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
};

/** `ds_<keyId>_<secret>`: no key id holds the sign that parts it from the secret. */
const token = /^ds_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{20,128})$/;

/** Enough to rotate, few enough to know what each is for. */
const mostKeys = 10;

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Whose key this is, and what it may do. Throws when the table cannot be read: that is no reason to say no. */
export const judgeToken = async (table: Table, given: string): Promise<Verdict> => {
  const [, keyId, secret] = token.exec(given) ?? [];
  if (keyId === undefined || secret === undefined) return { verdict: 'unauthorized' };
  const row = await load(table, keys.apiKey(keyId), ApiKeyRow);
  const found = row !== undefined && timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(row.secretHash));
  return found
    ? { verdict: 'ok', keyId, storeId: row.storeId ?? '*', scopes: row.scopes.join(' ') }
    : { verdict: 'unauthorized' };
};

/** A new key; `storeId` null = all stores. Only here is its token known. 409 when the store has as many as it may have. */
export const createKey = async (
  { table, newId, clock, randomBytes }: ApiKeyPorts,
  { storeId, scopes: granted }: { readonly storeId: string | null; readonly scopes: readonly Scope[] },
): Promise<{ readonly keyId: string; readonly token: string; readonly scopes: readonly Scope[] }> => {
  if (storeId !== null && (await listKeys(table, storeId)).length >= mostKeys) {
    throw new Problem('too-many-keys', `A store has at most ${mostKeys} keys: revoke one that is not used any more.`);
  }
  const keyId = hex(randomBytes(10));
  const secret = Buffer.from(randomBytes(32)).toString('base64url');
  const createdAt = instant(clock.now());
  const key = { rev: newId(), keyId, storeId, scopes: [...granted], secretHash: hash(secret), createdAt };
  const rows = storeId === null ? [keys.apiKey(keyId)] : [keys.apiKey(keyId), keys.storeApiKey(storeId, keyId)];
  const written = await table.write(rows.map((place) => ({ put: { ...key, ...place }, was: null })));
  // A conflict is our own write, whose answer got lost and which was then repeated.
  if (written === 'conflict' && (await load(table, keys.apiKey(keyId), ApiKeyRow))?.rev !== key.rev) {
    throw new Error('A key id was given out twice');
  }
  return { keyId, token: `ds_${keyId}_${secret}`, scopes: granted };
};

const Listed = v.array(ApiKeyRow);

/** The keys of a store, oldest first; never a secret. */
export const listKeys = async (
  table: Table,
  storeId: string,
): Promise<readonly { readonly keyId: string; readonly scopes: Caller['scopes']; readonly createdAt: string }[]> => {
  const { pk, sk } = keys.storeApiKey(storeId, '');
  const rows = v.parse(Listed, (await table.query({ pk, prefix: sk })).rows);
  return rows
    .map(({ keyId, scopes: granted, createdAt }) => ({
      keyId,
      scopes: scopes.filter((scope) => granted.includes(scope)),
      createdAt,
    }))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
};

/** From its return on the key is refused. `false` when this store has no such key. */
export const revokeKey = async (table: Table, storeId: string, keyId: string): Promise<boolean> => {
  const [listed, asked] = await Promise.all([
    load(table, keys.storeApiKey(storeId, keyId), ApiKeyRow),
    load(table, keys.apiKey(keyId), ApiKeyRow),
  ]);
  if (listed === undefined) return false;
  const rows = asked === undefined ? [listed] : [asked, listed];
  // Key rows never change: a conflict says that another request has removed them already.
  await table.write(rows.map(({ pk, sk, rev }) => ({ remove: { pk, sk }, was: rev })));
  return true;
};
