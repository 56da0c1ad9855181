import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import type { SealedFor, Vault } from '../domain/vault.ts';

export const kmsClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: 3,
    requestHandler: { requestTimeout: 2000, connectionTimeout: 1000, throwOnRequestTimeout: true },
  });

const contextOf = ({ storeId, purpose, mode }: SealedFor): Record<string, string> => ({ storeId, purpose, mode });

/** So many opened texts are remembered while the function stays warm: a sweep an hour need not be a request to KMS an hour. */
const remembered = 500;

/**
 * Secrets sealed by KMS itself: a credential set is far below its 4 KiB, so there is no cipher of ours. The encryption context
 * binds a blob to its store, purpose and mode.
 */
export const kmsVault = (client: KMSClient, KeyId: string): Vault => {
  const opened = new Map<string, string>();
  return {
    async seal(text, context) {
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId, Plaintext: Buffer.from(text), EncryptionContext: contextOf(context) }),
      );
      if (CiphertextBlob === undefined) throw new Error('KMS sealed nothing.');
      return Buffer.from(CiphertextBlob).toString('base64');
    },

    async open(sealed, context) {
      const name = JSON.stringify([sealed, contextOf(context)]);
      const known = opened.get(name);
      if (known !== undefined) return known;
      const { Plaintext } = await client.send(
        new DecryptCommand({
          KeyId,
          CiphertextBlob: Buffer.from(sealed, 'base64'),
          EncryptionContext: contextOf(context),
        }),
      );
      if (Plaintext === undefined) throw new Error('KMS opened nothing.');
      const text = Buffer.from(Plaintext).toString();
      const oldest = opened.keys().next();
      if (opened.size >= remembered && !oldest.done) opened.delete(oldest.value);
      opened.set(name, text);
      return text;
    },
  };
};
