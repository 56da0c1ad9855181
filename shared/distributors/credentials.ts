import * as v from 'valibot';
import type { CredentialSet, DistributorSettingsRow } from '../domain/account/store.ts';
import type { Vault } from '../domain/ports/vault.ts';
import type { Profile } from '../domain/profile.ts';
import type { Mode } from '../domain/vocabulary.ts';

const Fields = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** What a sealed set holds: the fields that are not empty. Throws when it does not open. */
export const openSet = async (
  vault: Vault,
  { storeId, distributor }: Pick<DistributorSettingsRow, 'storeId' | 'distributor'>,
  mode: Mode,
  { sealed }: CredentialSet,
): Promise<Readonly<Record<string, string>>> =>
  v.parse(Fields, await vault.open(sealed, { storeId, purpose: distributor, mode }));

/** Credentials that are whole, with the version that a stop would name; or what people call the fields that are empty. */
export type UsableCredentials =
  | { readonly version: string; readonly credentials: Readonly<Record<string, string>> }
  | { readonly missing: readonly string[] };

/** Opens the credential set of one mode. Nothing is opened when a field is empty. Throws when the set does not open. */
export const usableCredentials = async (
  vault: Vault,
  settings: DistributorSettingsRow,
  mode: Mode,
  profile: Profile,
): Promise<UsableCredentials> => {
  const set = settings[mode];
  const missing = profile.credentials.filter(({ name }) => set?.shown[name] === undefined).map(({ label }) => label);
  if (set === null || missing.length > 0) return { missing };
  return { version: set.version, credentials: await openSet(vault, settings, mode, set) };
};
