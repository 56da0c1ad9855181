import { createHash, timingSafeEqual } from 'node:crypto';
import { type Scope, scopes } from '../contract/routes.ts';
import { ApiKeyRow } from '../domain/account/store.ts';
import type { Clock, NewId, RandomBytes } from '../domain/ports/ports.ts';
import type { Key, RowReader, Table } from '../domain/ports/table.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type ReadingPorts, readable } from '../domain/rows/readable.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { Verdict } from './event.ts';

export type ApiKeyPorts = {
  readonly table: Table;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
};

/** `ds_<keyId>_<secret>`: no key id holds the sign that parts it from the secret. */
const token = /^ds_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{20,128})$/;

/** Enough to rotate, few enough to know what each is for. */
export const mostKeys = 10;

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Whose key this is, and what it may do. Throws when the table cannot be read: that is no reason to say no. */
export const judgeToken = async (table: RowReader, given: string, now: number): Promise<Verdict> => {
  const [, keyId, secret] = token.exec(given) ?? [];
  if (keyId === undefined || secret === undefined) return { verdict: 'unauthorized' };
  const row = await load(table, keys.apiKey(keyId), ApiKeyRow);
  const found = row !== undefined && timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(row.secretHash));
  return found && isLive(row, now)
    ? { verdict: 'ok', keyId, storeId: row.storeId ?? '*', scopes: row.scopes.join(' ') }
    : { verdict: 'unauthorized' };
};

const isLive = ({ endsAt }: ApiKeyRow, now: number): boolean => endsAt === null || milliseconds(endsAt) > now;

/** What is asked for: `storeId` null = to all stores. */
export type NewKey = {
  readonly storeId: string | null;
  readonly scopes: readonly Scope[];
  readonly name?: string | null;
  readonly endsAt?: Instant | null;
};

/** A key as it is listed: never its secret. */
type KeyView = {
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  readonly name: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};

/** A new key. Only here is its token known. */
export const createKey = async (
  { table, newId, clock, randomBytes }: ApiKeyPorts,
  { storeId, scopes: granted, name = null, endsAt = null }: NewKey,
): Promise<KeyView & { readonly token: string }> => {
  const keyId = hex(randomBytes(10));
  const secret = Buffer.from(randomBytes(32)).toString('base64url');
  const row = {
    ...keys.apiKey(keyId),
    rev: newId(),
    keyId,
    storeId,
    scopes: [...granted],
    secretHash: hash(secret),
    createdAt: instant(clock.now()),
    name,
    endsAt,
  };
  const written = await table.write([row, { ...row, ...listedAt(storeId, keyId) }].map((put) => ({ put, was: null })));
  // A conflict is our own write, whose answer got lost and which was then repeated.
  if (written === 'conflict' && (await load(table, keys.apiKey(keyId), ApiKeyRow))?.rev !== row.rev) {
    throw new Error('A key id was given out twice');
  }
  return { ...viewKey(row), token: `ds_${keyId}_${secret}` };
};

/** Where a key stands in the list of its store's keys, or of those to all stores. */
const listedAt = (storeId: string | null, keyId: string): Key =>
  storeId === null ? keys.allStoresApiKey(keyId) : keys.storeApiKey(storeId, keyId);

const keyRows = async ({ table, log }: ReadingPorts, storeId: string | null): Promise<readonly ApiKeyRow[]> => {
  const { pk, sk } = listedAt(storeId, '');
  return readable((await table.query({ pk, prefix: sk })).rows, ApiKeyRow, log);
};

const viewKey = ({ keyId, scopes: granted, name, createdAt, endsAt }: ApiKeyRow): KeyView => ({
  keyId,
  scopes: scopes.filter((scope) => granted.includes(scope)),
  name,
  createdAt,
  expiresAt: endsAt,
});

/** Whether the store has as many live keys as it may have. */
export const hasAllKeys = async (ports: ReadingPorts, storeId: string, now: number): Promise<boolean> =>
  (await keyRows(ports, storeId)).filter((row) => isLive(row, now)).length >= mostKeys;

/** The keys of a store, or (null) those to all stores, oldest first; those that have ended too. */
export const listKeys = async (ports: ReadingPorts, storeId: string | null): Promise<readonly KeyView[]> =>
  (await keyRows(ports, storeId)).map(viewKey).sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** From its return on the key is refused. `false` when this store has no such key, or (null) there is none to all stores. */
export const revokeKey = async (table: Table, storeId: string | null, keyId: string): Promise<boolean> => {
  const [listed, asked] = await Promise.all([
    load(table, listedAt(storeId, keyId), ApiKeyRow),
    load(table, keys.apiKey(keyId), ApiKeyRow),
  ]);
  // One to all stores that is older than their list is known by its id alone.
  const rows = [listed, asked].filter((row) => row !== undefined).filter((row) => row.storeId === storeId);
  if (rows.length === 0 || (storeId !== null && listed === undefined)) return false;
  // Key rows never change: a conflict says that another request has removed them already.
  await table.write(rows.map(({ pk, sk, rev }) => ({ remove: { pk, sk }, was: rev })));
  return true;
};
