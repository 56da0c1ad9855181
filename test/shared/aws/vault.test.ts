import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { base64url, decodeProtectedHeader } from 'jose';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localAws } from '../../../infra/local/local-aws.ts';
import { startKms } from '../../../infra/local/process/kms.ts';
import type { Listener } from '../../../infra/local/process/listen.ts';
import { kmsVault } from '../../../shared/aws/vault.ts';
import { neverOpens, VaultRow } from '../../../shared/domain/ports/vault.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { type MemoryTable, memoryTable } from '../../memory-table.ts';

const hut = { storeId: 'moto-hut', purpose: 'wps', mode: 'live' } as const;
const secret = '{"apiToken":"geheim-§-7351"}';
const day = 24 * 3600 * 1000;
const generate = 'GenerateDataKeyWithoutPlaintextCommand';
const decrypt = 'DecryptCommand';

let kms: Listener;
let table: MemoryTable;
let now: number;
let ids: number;
let reads: number;
/** What KMS was asked. */
let asked: string[];
/** The command that KMS refuses for now. */
let refused: string | null;

beforeAll(async () => {
  kms = await startKms(undefined);
});
afterAll(() => kms.stop());
beforeEach(() => {
  table = memoryTable();
  now = Date.parse('2026-11-20T17:00:00Z');
  [ids, reads, asked, refused] = [0, 0, [], null];
});

const kmsClient = () => {
  const client = new KMSClient({ ...localAws, endpoint: kms.url });
  const watch = { step: 'initialize', name: 'watch' } as const;
  client.middlewareStack.add((next, { commandName = '' }) => {
    return async (args) => {
      asked.push(commandName);
      if (commandName === refused) throw new Error('KMS refuses.');
      return next(args);
    };
  }, watch);
  return client;
};

/** A function instance: a memory of its own, the table and KMS of the stage. */
const instance = () =>
  kmsVault(kmsClient(), 'key-1', {
    table: {
      ...table,
      get: (key) => {
        reads += 1;
        return table.get(key);
      },
    },
    clock: { now: () => now, sleep: () => Promise.reject(new Error('A vault never sleeps.')) },
    newId: () => `id-${++ids}`,
  });

const row = async () => v.parse(VaultRow, await table.get(keys.vault()));
const kidOf = (sealed: string) => decodeProtectedHeader(sealed).kid;
const withHeader = (sealed: string, change: object) => {
  const header = JSON.stringify({ ...decodeProtectedHeader(sealed), ...change });
  return sealed.replace(/^[^.]*/, base64url.encode(header));
};

describe('a sealed text', () => {
  it('opens in every instance, and shows nothing of the text', async () => {
    const sealed = await instance().seal(secret, hut);
    expect(await instance().open(sealed, hut)).toBe(secret);
    expect(sealed).toMatch(/^[\w.-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('geheim');
  });

  it('is another one each time', async () => {
    const vault = instance();
    expect(await vault.seal(secret, hut)).not.toBe(await vault.seal(secret, hut));
  });

  it.each([{ storeId: 'other' }, { purpose: 'automatic' }, { mode: 'test' }, { mode: 'any' }] as const)(
    'does not open for %o, not even with a header that says so',
    async (other) => {
      const vault = instance();
      const sealed = await vault.seal(secret, hut);
      const elsewhere = { ...hut, ...other };
      await expect(vault.open(sealed, elsewhere)).rejects.toThrow('Sealed for something else');
      await expect(vault.open(withHeader(sealed, { sealedFor: elsewhere }), elsewhere)).rejects.toThrow('decryption');
    },
  );

  it('does not open when anything of it was changed', async () => {
    const vault = instance();
    const sealed = await vault.seal(secret, hut);
    for (const place of ['iv', 'text', 'tag'].map(
      (_, part) =>
        sealed
          .split('.')
          .slice(0, part + 2)
          .join('.').length + 2,
    )) {
      const changed = `${sealed.slice(0, place)}${sealed[place] === 'A' ? 'B' : 'A'}${sealed.slice(place + 1)}`;
      await expect(vault.open(changed, hut)).rejects.toThrow('decryption operation failed');
    }
    await expect(vault.open('no JWE at all', hut)).rejects.toThrow();
  });

  it('opens by the one cipher only, whatever its header says', async () => {
    const vault = instance();
    const sealed = await vault.seal(secret, hut);
    for (const other of [{ alg: 'A256GCMKW' }, { enc: 'A256CBC-HS512' }]) {
      await expect(vault.open(withHeader(sealed, other), hut)).rejects.toThrow('not allowed');
    }
  });
});

describe('KMS', () => {
  it('is asked once for a thousand different secrets that a cold instance opens at once, and later not at all', async () => {
    const sealing = instance();
    await sealing.seal(secret, hut);
    const stores = Array.from({ length: 1000 }, (_, n) => ({ ...hut, storeId: `store-${n}` }));
    const sealed = await Promise.all(stores.map((store) => sealing.seal(`secret of ${store.storeId}`, store)));
    expect(new Set(sealed).size).toBe(1000);
    [asked, reads] = [[], 0];
    const vault = instance();
    const openAll = () => Promise.all(stores.map((store, n) => vault.open(sealed[n] ?? '', store)));
    expect(await openAll()).toEqual(stores.map(({ storeId }) => `secret of ${storeId}`));
    await openAll();
    expect([asked, reads]).toEqual([[decrypt], 1]);
  });

  it('is thrown, and not remembered, when it does not open the data key', async () => {
    const sealed = await instance().seal(secret, hut);
    const vault = instance();
    refused = decrypt;
    const both = await Promise.allSettled([vault.open(sealed, hut), vault.open(sealed, hut)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(vault.open(sealed, hut)).rejects.toThrow('KMS refuses.');
    refused = null;
    expect(await vault.open(sealed, hut)).toBe(secret);
  });

  it('is thrown when it makes no data key, and none is kept', async () => {
    refused = generate;
    await expect(instance().seal(secret, hut)).rejects.toThrow('KMS refuses.');
    expect(await table.get(keys.vault())).toBeUndefined();
  });

  it('does not unwrap a data key that was put in the place of another', async () => {
    const first = await instance().seal(secret, hut);
    now += 365 * day;
    await instance().seal(secret, hut);
    const before = await row();
    const swapped = before.keys.map((key, n) => ({ ...key, wrapped: before.keys.at(n - 1)?.wrapped }));
    await table.write([{ put: { ...before, rev: 'swapped', ...{ keys: swapped } }, was: before.rev }]);
    await expect(instance().open(first, hut)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });
});

describe('a data key', () => {
  it('is one, whoever seals first at the same time', async () => {
    const [one, other] = [instance(), instance()];
    const sealed = await Promise.all([one.seal('one', hut), other.seal('other', hut)]);
    expect(asked.filter((command) => command === generate)).toHaveLength(2);
    expect((await row()).keys).toHaveLength(1);
    for (const vault of [one, other, instance()]) {
      expect(await Promise.all(sealed.map((each) => vault.open(each, hut)))).toEqual(['one', 'other']);
    }
  });

  it('seals for a year; what it has sealed opens ever after', async () => {
    const vault = instance();
    const first = await vault.seal('first', hut);
    now += 365 * day - 1;
    expect(kidOf(await vault.seal('same year', hut))).toBe(kidOf(first));
    now += 1;
    const second = await vault.seal('second', hut);
    expect(kidOf(second)).not.toBe(kidOf(first));
    expect(kidOf(await instance().seal('another instance', hut))).toBe(kidOf(second));
    expect((await row()).keys.map(({ id }) => id)).toEqual([kidOf(first), kidOf(second)]);
    for (const each of [vault, instance()]) {
      expect([await each.open(first, hut), await each.open(second, hut)]).toEqual(['first', 'second']);
    }
  });

  it('that another instance has made meanwhile is found', async () => {
    const vault = instance();
    await vault.seal('first', hut);
    now += 365 * day;
    expect(await vault.open(await instance().seal('second', hut), hut)).toBe('second');
  });

  it('that nobody knows is looked for once and asked of nobody', async () => {
    const vault = instance();
    const sealed = withHeader(await vault.seal(secret, hut), { kid: 'unknown' });
    [asked, reads] = [[], 0];
    await expect(vault.open(sealed, hut)).rejects.toThrow('no such data key');
    expect([asked, reads]).toEqual([[], 1]);
  });
});

it('tells a text that never opens from a vault that fails', async () => {
  const vault = instance();
  const sealed = await vault.seal(secret, hut);
  const told = async (opening: Promise<string>) => opening.then(() => 'opens', neverOpens);
  expect(await told(vault.open(sealed, { ...hut, mode: 'test' }))).toBe(true);
  expect(await told(vault.open(withHeader(sealed, { sealedFor: hut, a: 1 }), hut))).toBe(true);
  expect(await told(vault.open('no JWE', hut))).toBe(true);
  expect(await told(vault.open(withHeader(sealed, { kid: 'unknown' }), hut))).toBe(true);
  refused = decrypt;
  expect(await told(instance().open(sealed, hut))).toBe(false);
});

it('no error holds the text, the sealed text or the key', async () => {
  const vault = instance();
  const sealed = await vault.seal(secret, hut);
  const [stored] = (await row()).keys;
  const { Plaintext = [] } = await kmsClient().send(
    new DecryptCommand({
      CiphertextBlob: Buffer.from(stored?.wrapped ?? '', 'base64'),
      EncryptionContext: { purpose: 'vault', id: stored?.id ?? '' },
    }),
  );
  const key = Buffer.from(Plaintext);
  expect(key).toHaveLength(32);
  refused = decrypt;
  const failures = await Promise.allSettled([
    vault.open(sealed, { ...hut, mode: 'test' }),
    vault.open(`${sealed.slice(0, -1)}!`, hut),
    vault.open(withHeader(sealed, { sealedFor: { ...hut, mode: 'test' } }), { ...hut, mode: 'test' }),
    vault.open(withHeader(sealed, { alg: 'A256KW' }), hut),
    vault.open(withHeader(sealed, { kid: 'unknown' }), hut),
    vault.open(`no JWE: ${secret}`, hut),
    instance().open(sealed, hut),
  ]);
  const told = failures.map((failure) => inspect(failure, { depth: null, showHidden: true })).join();
  expect(failures.map(({ status }) => status)).toEqual(failures.map(() => 'rejected'));
  for (const part of [
    'geheim',
    ...sealed.split('.').filter((each) => each !== ''),
    key.toString('base64'),
    key.toString('hex'),
  ]) {
    expect(told).not.toContain(part);
  }
});

describe('a fingerprint', () => {
  it('is the same in every instance and after years of new data keys, another for another text, and no plain hash', async () => {
    const first = await instance().fingerprint(secret);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    now += 800 * day;
    await instance().seal(secret, hut);
    expect(v.parse(VaultRow, await table.get(keys.vault())).keys).toHaveLength(2);
    expect(await instance().fingerprint(secret)).toBe(first);
    expect(await instance().fingerprint(`${secret} `)).not.toBe(first);
    expect(createHash('sha256').update(secret).digest('hex')).not.toBe(first);
  });

  it('is made again where KMS did not answer at first', async () => {
    refused = decrypt;
    const vault = instance();
    await expect(vault.fingerprint(secret)).rejects.toThrow('KMS refuses');
    refused = null;
    expect(await vault.fingerprint(secret)).toMatch(/^[0-9a-f]{64}$/);
  });
});
