import * as v from 'valibot';
import type { CredentialSetBody, DistributorBody } from '../contract/bodies/distributor.ts';
import type { FieldError } from '../contract/problem.ts';
import { openSet } from '../distributors/credentials.ts';
import type { Distributors } from '../distributors/distributor.ts';
import { AccountRow } from '../domain/account/account.ts';
import { SharingRow } from '../domain/account/account-number.ts';
import { withoutStop } from '../domain/account/account-rules.ts';
import { type CredentialSet, DistributorSettingsRow } from '../domain/account/store.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Change, Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import type { Profile } from '../domain/profile.ts';
import { Contended, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type ReadingPorts, readableRow } from '../domain/rows/readable.ts';
import type { DistributorSlug, Mode } from '../domain/vocabulary.ts';
import { secretsOfBothModes } from './secrets-of-both-modes.ts';
import { shownOf } from './shown.ts';

export type DistributorSettingsPorts = ReadingPorts & {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly distributors: Distributors<never>;
};

type Body = v.InferOutput<typeof DistributorBody>;
type Place = { readonly storeId: string; readonly distributor: DistributorSlug };
const modes: readonly Mode[] = ['live', 'test'];
const tries = 8;

/** Why settings are not taken: the distributor has no test mode, or no such fields, or nothing says yet which mode it is, or live and test are one. */
export type SettingsRefused =
  | { readonly kind: 'no-test-mode'; readonly name: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'wrong-fields'; readonly errors: readonly FieldError[] };

/** Sets test mode and credential sets. New values end the stop that the old ones caused, and their account is due at once. */
export const putSettings = async (
  ports: DistributorSettingsPorts,
  place: Place,
  body: Body,
): Promise<'done' | SettingsRefused> => {
  const { profile } = ports.distributors[place.distributor];
  if (body.testMode && !profile.offersTestMode) return { kind: 'no-test-mode', name: profile.name };
  const errors = strangeFields(profile, body);
  if (errors.length > 0) return { kind: 'wrong-fields', errors };
  for (let attempt = 0; attempt < tries; attempt++) {
    const put = await putOnce(ports, place, body);
    if (put === 'done' || typeof put === 'object') return put;
  }
  throw new Contended('Too many others change these settings at once.');
};

const putOnce = async (ports: DistributorSettingsPorts, place: Place, body: Body) => {
  const { table, newId } = ports;
  const key = keys.distributor(place.storeId, place.distributor);
  const found = await table.get(key);
  const current = readableRow(found, DistributorSettingsRow, ports.log);
  // Of what cannot be read nothing can be kept: it is replaced as a whole, or not at all.
  const needed = found === undefined || current !== undefined ? (['testMode'] as const) : wholeOf(ports, place);
  const missing = needed.filter((name) => body[name] === undefined && current?.[name] === undefined);
  const testMode = body.testMode ?? current?.testMode;
  if (missing.length > 0 || testMode === undefined) return { kind: 'incomplete', missing } as const;
  const { profile } = ports.distributors[place.distributor];
  const errors = await secretsOfBothModes(ports.vault, profile, { ...place, current }, body);
  if (errors.length > 0) return { kind: 'wrong-fields', errors } as const;
  const live = await decided(ports, place, 'live', current?.live ?? null, body.live);
  const test = await decided(ports, place, 'test', current?.test ?? null, body.test);
  const put = { ...current, ...key, ...place, rev: newId(), testMode, live, test };
  const renewed = modes.filter((mode) => put[mode] !== null && put[mode]?.version !== current?.[mode]?.version);
  const accounts = await Promise.all(renewed.map((mode) => accountRenewed(ports, place, mode)));
  const sharing = await Promise.all(
    modes.map((mode) => sharingOf(ports, place.storeId, put[mode]?.fingerprint, current?.[mode]?.fingerprint)),
  );
  return table.write([{ put, was: revOf(found) }, ...accounts.flat(), ...sharing.flat()]);
};

const wholeOf = ({ distributors }: DistributorSettingsPorts, { distributor }: Place) =>
  distributors[distributor].profile.offersTestMode
    ? (['testMode', ...modes] as const)
    : (['testMode', 'live'] as const);

const Standing = v.optional(v.object({ rev: v.string() }));

/** What stands there, readable or not, as a write that replaces it must name it. */
const revOf = (found: unknown): string | null => v.parse(Standing, found)?.rev ?? null;

/** The set as it shall stand: left out = kept, null = removed; a new version only when a value is new. */
const decided = async (
  { vault, newId }: DistributorSettingsPorts,
  place: Place,
  mode: Mode,
  current: CredentialSet | null,
  given: CredentialSetBody | null | undefined,
): Promise<CredentialSet | null> => {
  if (given === undefined) return current;
  if (given === null) return null;
  const values = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const fingerprint = await fingerprintOf(vault, place, mode, values);
  if (current !== null && (await holds(vault, place, mode, current, values))) return { ...current, fingerprint };
  const sealed = await vault.seal(JSON.stringify(values), { storeId: place.storeId, purpose: place.distributor, mode });
  return { version: newId(), sealed, fingerprint, shown: shownOf(values) };
};

/** What names the account: the same values entered by another store give the same. */
const fingerprintOf = (
  vault: Vault,
  { distributor }: Place,
  mode: Mode,
  values: Readonly<Record<string, string>>,
): Promise<string> => {
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return vault.fingerprint(JSON.stringify([distributor, mode, sorted]));
};

/**
 * Notes that this store orders with these credentials, where that is news. Those that take the place of shared ones (`before`) are shared:
 * most likely they are new ones of the same account, which the other stores are yet to enter.
 */
const sharingOf = async (
  { table, newId }: DistributorSettingsPorts,
  storeId: string,
  fingerprint: string | undefined,
  before: string | undefined,
): Promise<readonly Change[]> => {
  if (fingerprint === undefined) return [];
  const key = keys.sharing(fingerprint);
  const [row, old] = await Promise.all([
    load(table, key, SharingRow),
    before === undefined || before === fingerprint ? undefined : load(table, keys.sharing(before), SharingRow),
  ]);
  const shared = (row !== undefined && row.storeId !== storeId) || old?.shared === true;
  if (row !== undefined && (row.shared || !shared)) return [];
  const put: SharingRow = { storeId, ...row, ...key, rev: newId(), shared };
  return [{ put, was: row?.rev ?? null }];
};

/** Whether the sealed set is this one already. What does not open any more is not: to enter it again mends it. */
const holds = async (
  vault: Vault,
  place: Place,
  mode: Mode,
  set: CredentialSet,
  values: Readonly<Record<string, string>>,
): Promise<boolean> => {
  const stored = await openSet(vault, place, mode, set).catch(() => null);
  if (stored === null) return false;
  const names = new Set([...Object.keys(stored), ...Object.keys(values)]);
  return [...names].every((name) => stored[name] === values[name]);
};

const accountRenewed = async ({ table, clock, newId }: DistributorSettingsPorts, place: Place, mode: Mode) => {
  const account = await load(table, keys.account(place.storeId, place.distributor, mode), AccountRow);
  if (account === undefined) return [];
  const put = { ...withoutStop(account, clock.now()), rev: newId() };
  return [{ put, was: account.rev }] satisfies Change[];
};

const strangeFields = (profile: Profile, body: Body) => {
  const own = profile.credentials.map(({ name }) => name);
  return modes.flatMap((mode) =>
    Object.keys(body[mode] ?? {})
      .filter((name) => !own.includes(name))
      .map((name) => ({
        pointer: `/${mode}/${name}`,
        detail: `Is not a field of ${profile.name}, which has ${own.join(' and ')}.`,
      })),
  );
};

/** Removes settings and credentials; the account's schedule stays. Nothing happens when there are none. */
export const removeSettings = async ({ table }: { readonly table: Table }, place: Place): Promise<void> => {
  const key = keys.distributor(place.storeId, place.distributor);
  for (let attempt = 0; attempt < tries; attempt++) {
    const was = revOf(await table.get(key));
    if (was === null || (await table.write([{ remove: key, was }])) === 'done') return;
  }
  throw new Contended('Too many others change these settings at once.');
};
