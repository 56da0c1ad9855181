import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { CryptoKey } from 'jose';
import { once } from '../domain/once.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { type DataKey, errorOfNever, sealingKey, VaultRow } from '../domain/ports/vault.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';

export type DataKeyPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId };

/** Keys that seal, open in memory. */
type DataKeys = {
  /** The id of the key to seal with; a new key where there is none younger than a year. */
  sealing(): Promise<string>;
  /** The key of this id, unwrapped; throws when there is none. KMS is asked once for each while the function stays warm. */
  open(id: string): Promise<CryptoKey>;
  /** The key that fingerprints: made from the first data key of the stage, so that it never changes. */
  fingerprinting(): Promise<CryptoKey>;
};

/** What KMS binds a wrapped key to: under another id it does not unwrap. */
const boundTo = (id: string): Record<string, string> => ({ purpose: 'vault', id });

/** The stage's data keys: wrapped in the table, unwrapped by KMS, never out of memory in the clear. */
export const dataKeys = (client: KMSClient, KeyId: string, ports: DataKeyPorts): DataKeys => {
  const opened = new Map<string, Promise<CryptoKey>>();

  const sealing = async (): Promise<string> => {
    const now = ports.clock.now();
    const key = sealingKey(await load(ports.table, keys.vault(), VaultRow), now);
    if (key !== undefined) return key.id;
    const made = await make(client, KeyId, ports.newId(), now);
    return (await kept(ports, made, now)).id;
  };

  const fingerprinting = once(async (): Promise<CryptoKey> => {
    await sealing();
    const first = (await load(ports.table, keys.vault(), VaultRow))?.keys[0];
    if (first === undefined) throw new Error('There is no data key.');
    return fingerprintKeyOf(await unwrapped(client, KeyId, first));
  });

  return {
    sealing,

    fingerprinting,

    open(id) {
      const known = opened.get(id);
      if (known !== undefined) return known;
      const opening = find(ports.table, id).then((key) => unwrap(client, KeyId, key));
      opened.set(id, opening);
      opening.catch(() => opened.delete(id));
      return opening;
    },
  };
};

/** A new key as KMS wraps it. Nobody has seen it: to be used it is opened like any other. */
const make = async (client: KMSClient, KeyId: string, id: string, now: number): Promise<DataKey> => {
  const { CiphertextBlob } = await client.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: boundTo(id) }),
  );
  if (CiphertextBlob === undefined) throw new Error('KMS made no data key.');
  return { id, wrapped: Buffer.from(CiphertextBlob).toString('base64'), createdAt: instant(now) };
};

/** The key that is kept: this one, or that of somebody who was faster. */
const kept = async (ports: DataKeyPorts, made: DataKey, now: number): Promise<DataKey> => {
  const { row } = await amend(ports, keys.vault(), VaultRow, (current) =>
    sealingKey(current, now) === undefined ? { ...keys.vault(), keys: [...(current?.keys ?? []), made] } : null,
  );
  return sealingKey(row, now) ?? made;
};

const find = async (table: Table, id: string): Promise<DataKey> => {
  const row = await load(table, keys.vault(), VaultRow);
  const key = row?.keys.find((each) => each.id === id);
  if (key === undefined) throw errorOfNever('There is no such data key.');
  return key;
};

const unwrapped = async (client: KMSClient, KeyId: string, { id, wrapped }: DataKey): Promise<Buffer<ArrayBuffer>> => {
  const { Plaintext } = await client.send(
    new DecryptCommand({ KeyId, CiphertextBlob: Buffer.from(wrapped, 'base64'), EncryptionContext: boundTo(id) }),
  );
  if (Plaintext === undefined) throw new Error('KMS opened no data key.');
  return Buffer.from(Plaintext);
};

const unwrap = async (client: KMSClient, KeyId: string, key: DataKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await unwrapped(client, KeyId, key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A key of its own, so that no key does two things. */
const fingerprintKeyOf = async (bytes: Buffer<ArrayBuffer>): Promise<CryptoKey> => {
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: Buffer.from('fingerprint') };
  return crypto.subtle.deriveKey(hkdf, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
};
