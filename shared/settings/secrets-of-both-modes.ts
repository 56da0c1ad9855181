import type * as v from 'valibot';
import type { DistributorBody } from '../contract/bodies/distributor.ts';
import type { FieldError } from '../contract/problem.ts';
import { openSet } from '../distributors/credentials.ts';
import type { DistributorSettingsRow } from '../domain/account/store.ts';
import { neverOpens, type Vault } from '../domain/ports/vault.ts';
import type { Profile } from '../domain/profile.ts';
import type { Mode } from '../domain/vocabulary.ts';

type Body = v.InferOutput<typeof DistributorBody>;
type Settings = Pick<DistributorSettingsRow, 'storeId' | 'distributor'> & {
  readonly current: DistributorSettingsRow | undefined;
};

const noneIfNever = (error: unknown): Readonly<Record<string, string>> => {
  if (neverOpens(error)) return {};
  throw error;
};

/** The secrets that would stand in both modes: nothing of a test may use a live credential. What never opens is none; throws when the vault fails. */
export const secretsOfBothModes = async (
  vault: Vault,
  { credentials }: Profile,
  settings: Settings,
  body: Body,
): Promise<readonly FieldError[]> => {
  if (!body.live && !body.test) return [];
  const valuesIn = async (mode: Mode): Promise<Readonly<Record<string, string | null | undefined>>> => {
    const given = body[mode];
    const stored = settings.current?.[mode] ?? null;
    if (given !== undefined) return given ?? {};
    return stored === null ? {} : openSet(vault, settings, mode, stored).catch(noneIfNever);
  };
  const [live, test] = await Promise.all([valuesIn('live'), valuesIn('test')]);
  return credentials
    .filter(({ name, secret }) => secret && live[name] && live[name] === test[name])
    .map(({ name }) => ({
      pointer: `/${body.test ? 'test' : 'live'}/${name}`,
      detail:
        'Is the same in `live` and `test`: nothing of a test may use a live credential. Enter the one that is for tests, or none.',
    }));
};
