import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import * as v from 'valibot';
import { type Listener, listen } from './listen.ts';

const Base64 = v.pipe(v.string(), v.base64());
const Context = v.optional(v.record(v.string(), v.string()), {});
const GenerateDataKey = v.object({ KeyId: v.string(), KeySpec: v.literal('AES_256'), EncryptionContext: Context });
const Decrypt = v.object({ KeyId: v.optional(v.string()), CiphertextBlob: Base64, EncryptionContext: Context });

const nonceLength = 12;
const tagLength = 16;

const operations = new Map<string, (key: Buffer, body: unknown) => object>([
  ['GenerateDataKeyWithoutPlaintext', generate],
  ['Decrypt', open],
]);

/** A stand-in for KMS: makes and opens data keys as the SDK asks for them, the context bound to the key as KMS binds it. */
export async function startKms(dataDir: string | undefined): Promise<Listener> {
  const key = dataDir === undefined ? randomBytes(32) : keptKey(join(dataDir, 'kms.key'));
  const app = new Hono();
  app.post('/', async (context) => {
    const body: unknown = await context.req.json();
    const operation = context.req.header('x-amz-target')?.split('.')[1] ?? '';
    const answer = operations.get(operation)?.(key, body);
    if (answer === undefined) return context.json({ __type: 'UnsupportedOperationException', message: operation }, 400);
    return context.json(answer, '__type' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
  });
  return await listen(app.fetch, 0);
}

function keptKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}

function generate(key: Buffer, body: unknown) {
  const { KeyId, EncryptionContext } = v.parse(GenerateDataKey, body);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(KeyId, EncryptionContext));
  const dataKey = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()]);
  const id = Buffer.from(KeyId);
  const blob = Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), dataKey]);
  return { KeyId, CiphertextBlob: blob.toString('base64') };
}

function open(key: Buffer, body: unknown) {
  const { CiphertextBlob, EncryptionContext } = v.parse(Decrypt, body);
  const blob = Buffer.from(CiphertextBlob, 'base64');
  const start = 1 + (blob[0] ?? 0);
  const KeyId = blob.toString('utf8', 1, start);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(start, start + nonceLength));
    decipher.setAAD(bound(KeyId, EncryptionContext));
    decipher.setAuthTag(blob.subarray(start + nonceLength, start + nonceLength + tagLength));
    const text = Buffer.concat([decipher.update(blob.subarray(start + nonceLength + tagLength)), decipher.final()]);
    return { KeyId, Plaintext: text.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  } catch {
    // Whatever does not open was sealed by another key or for somebody else: KMS has one word for all of it.
    return { __type: 'InvalidCiphertextException' };
  }
}

/** The key's id and the context, in one order whatever order they came in. */
function bound(keyId: string, context: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(JSON.stringify([keyId, Object.entries(context).toSorted(([a], [b]) => (a < b ? -1 : 1))]));
}
