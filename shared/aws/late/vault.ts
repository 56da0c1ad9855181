import { once } from '../../domain/once.ts';
import type { Vault } from '../../domain/ports/vault.ts';
import type { DataKeyPorts } from '../data-keys.ts';
import { variable } from '../environment.ts';

/** This stage's vault, whose data keys KMS wraps. */
export const awsVault = (ports: DataKeyPorts): Vault => {
  const KeyId = variable('KMS_KEY_ID');
  const vault = once(async () => {
    const { kmsClient, kmsVault } = await import('../vault.ts');
    return kmsVault(kmsClient(), KeyId, ports);
  });
  return {
    seal: async (...what) => (await vault()).seal(...what),
    open: async (...what) => (await vault()).open(...what),
    fingerprint: async (text) => (await vault()).fingerprint(text),
  };
};
