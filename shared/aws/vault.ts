import { isDeepStrictEqual } from 'node:util';
import { KMSClient } from '@aws-sdk/client-kms';
import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { errorOfNever, type Vault } from '../domain/ports/vault.ts';
import { type DataKeyPorts, dataKeys } from './data-keys.ts';
import { quickRequests } from './request-limits.ts';

export const kmsClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: 3,
    requestHandler: quickRequests,
  });

const cipher = { alg: 'dir', enc: 'A256GCM' } as const;
const accepted = { keyManagementAlgorithms: [cipher.alg], contentEncryptionAlgorithms: [cipher.enc] };

/**
 * Secrets sealed under a data key of this stage, which KMS wraps: to open one costs no request to KMS. A sealed text is a compact
 * JWE; its header, authenticated with it, names the data key and what the text is sealed for.
 */
export const kmsVault = (client: KMSClient, KeyId: string, ports: DataKeyPorts): Vault => {
  const keys = dataKeys(client, KeyId, ports);
  return {
    async seal(text, sealedFor) {
      const kid = await keys.sealing();
      const jwe = new CompactEncrypt(Buffer.from(text)).setProtectedHeader({ ...cipher, kid, sealedFor });
      return jwe.encrypt(await keys.open(kid));
    },

    async open(sealed, context) {
      const { plaintext, protectedHeader } = await compactDecrypt(
        sealed,
        ({ kid = '' }) => keys.open(kid),
        accepted,
      ).catch((error: unknown) => {
        throw error instanceof errors.JOSEError ? errorOfNever(error.message) : error;
      });
      if (!isDeepStrictEqual(protectedHeader.sealedFor, context)) throw errorOfNever('Sealed for something else.');
      return Buffer.from(plaintext).toString();
    },

    async fingerprint(text) {
      const mac = await crypto.subtle.sign('HMAC', await keys.fingerprinting(), Buffer.from(text));
      return Buffer.from(mac).toString('hex');
    },
  };
};
