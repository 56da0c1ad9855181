import { randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { kmsVault } from '../../../shared/aws/vault.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import type { Vault } from '../../../shared/domain/ports/vault.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { memoryTable } from '../../memory-table.ts';

/** The real vaults of some function instances, before a key service that counts what it is asked for. */
export const countedVaults = (clock: Clock) => {
  const dataKey = randomBytes(32);
  let [requests, ids] = [0, 0];
  const asked = <Answer>(answer: Answer) => {
    requests += 1;
    return answer;
  };
  const kms = mockClient(KMSClient);
  kms.on(GenerateDataKeyWithoutPlaintextCommand).callsFake(() => asked({ CiphertextBlob: dataKey }));
  kms.on(DecryptCommand).callsFake(() => asked({ Plaintext: dataKey }));
  const ports = { table: memoryTable(), clock, newId: () => `key-${++ids}` };
  return {
    /** The vault of a function instance that has just started. */
    cold: (): Vault => kmsVault(new KMSClient({}), 'key', ports),
    requests: (): number => requests,
  };
};

const credentials = JSON.stringify({
  apiToken: 'token-of-sixteen-or-more',
  apiKey: 'key-of-sixteen-or-more',
  dealerNumber: 'D00001',
  customerNumber: 'C00001',
});

export type Sealed = (storeId: string, distributor: DistributorSlug) => Promise<string>;

/** An account's credentials, as its settings hold them: sealed once, when they are first asked for. */
export const sealedBy = (vault: Vault): Sealed => {
  const known = new Map<string, string>();
  return async (storeId, distributor) => {
    const name = `${storeId} ${distributor}`;
    const sealed = known.get(name) ?? (await vault.seal(credentials, { storeId, purpose: distributor, mode: 'live' }));
    known.set(name, sealed);
    return sealed;
  };
};
