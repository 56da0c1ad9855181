import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { kmsClient, kmsVault } from '../../../shared/aws/vault.ts';

const kms = mockClient(KMSClient);
const hut = { storeId: 'moto-hut', purpose: 'wps', mode: 'live' } as const;
const vault = () => kmsVault(kmsClient(), 'key-1');

beforeEach(() => {
  kms.reset();
  kms.on(EncryptCommand).resolves({ CiphertextBlob: Buffer.from('sealed') });
  kms.on(DecryptCommand).resolves({ Plaintext: Buffer.from('secret') });
});

it('seals with the store, the purpose and the mode as context', async () => {
  expect(await vault().seal('secret', hut)).toBe(Buffer.from('sealed').toString('base64'));
  expect(kms.commandCalls(EncryptCommand)[0]?.args[0].input).toMatchObject({ KeyId: 'key-1', EncryptionContext: hut });
});

it('opens under the same context, and asks KMS once for the same blob in the same context', async () => {
  const opening = vault();
  expect(await opening.open('c2VhbGVk', hut)).toBe('secret');
  expect(await opening.open('c2VhbGVk', hut)).toBe('secret');
  expect(kms.commandCalls(DecryptCommand)).toHaveLength(1);
  await opening.open('c2VhbGVk', { ...hut, mode: 'test' });
  const contexts = kms.commandCalls(DecryptCommand).map(({ args }) => args[0].input.EncryptionContext);
  expect(contexts).toEqual([hut, { ...hut, mode: 'test' }]);
});

it('throws, and remembers nothing, where KMS refuses', async () => {
  const opening = vault();
  kms
    .on(DecryptCommand)
    .rejectsOnce(new Error('InvalidCiphertextException'))
    .resolves({ Plaintext: Buffer.from('secret') });
  await expect(opening.open('c2VhbGVk', hut)).rejects.toThrow('InvalidCiphertext');
  expect(await opening.open('c2VhbGVk', hut)).toBe('secret');
});

it('forgets the oldest beyond five hundred', async () => {
  const opening = vault();
  for (let n = 0; n <= 500; n++) await opening.open(`c2VhbGVk${n}`, hut);
  await opening.open('c2VhbGVk500', hut);
  expect(kms.commandCalls(DecryptCommand)).toHaveLength(501);
  await opening.open('c2VhbGVk0', hut);
  expect(kms.commandCalls(DecryptCommand)).toHaveLength(502);
});
