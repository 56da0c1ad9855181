import { Problem, tryAgain } from '../contract/problem.ts';
import { connect } from '../distributors/client.ts';
import { usableCredentials } from '../distributors/credentials.ts';
import type { Distributor, OpenedAccount } from '../distributors/distributor.ts';
import { type Hosts, hostFor } from '../distributors/hosts.ts';
import { AccountRow } from '../domain/account/account.ts';
import { withoutStop } from '../domain/account/account-rules.ts';
import { DistributorSettingsRow } from '../domain/account/store.ts';
import { modeOf } from '../domain/order/eligibility.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type DistributorSlug, type Mode, milliseconds } from '../domain/vocabulary.ts';
import { amendAccount, pauseAccount } from './schedule.ts';

export type VerifyPorts = {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly distributors: Readonly<Record<DistributorSlug, Distributor>>;
  readonly hosts: Hosts;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly meter: Meter;
};

type Place = { readonly storeId: string; readonly distributor: DistributorSlug };

/** An HTTP API waits 30 seconds at most; a request and its repeats have to be over before. */
const patience = 22_000;
/** Seconds after which to ask again a distributor that gave no answer. */
const later = 30;

const refused = (detail: string, distributorMessage: string | null = null) =>
  new Problem('credentials-refused', detail, { members: { distributorMessage } });

/** Asks the distributor whether the current mode's credentials work. Returns when they do, which ends a stop; otherwise throws the problem. */
export const verify = async (ports: VerifyPorts, place: Place): Promise<void> => {
  const { profile, verify: ask } = ports.distributors[place.distributor];
  const settings = await load(ports.table, keys.distributor(place.storeId, place.distributor), DistributorSettingsRow);
  const mode = modeOf(settings ?? null);
  const account = { ...place, mode };
  await refusePaused(ports, account, profile.name);
  const verdict = await ask(await open(ports, account, settings), ports.clock.now());
  switch (verdict.verdict) {
    case 'ok':
      await amendAccount(ports, account, (row, now) => (row.stopped === null ? null : withoutStop(row, now)));
      return;
    case 'credentials-refused':
      throw refused(`${profile.name} refused the ${mode} credentials: enter them again.`, verdict.message);
    case 'not-taken': {
      if (verdict.reason !== 'rate-limited') throw noAnswer(profile.name);
      await pauseAccount(ports, account, verdict.retryAfterSeconds);
      await refusePaused(ports, account, profile.name);
      throw noAnswer(profile.name);
    }
    case 'no-answer':
      throw noAnswer(profile.name);
  }
};

const noAnswer = (name: string): Problem => tryAgain(`${name} did not answer: ask again in a moment.`, later);

type AccountPlace = Place & { readonly mode: Mode };

/** Whoever works for an account obeys its pause. */
const refusePaused = async (
  { table, clock }: VerifyPorts,
  { storeId, distributor, mode }: AccountPlace,
  name: string,
) => {
  const row = await load(table, keys.account(storeId, distributor, mode), AccountRow);
  const seconds = row?.pausedUntil ? (milliseconds(row.pausedUntil) - clock.now()) / 1000 : 0;
  if (seconds > 0) throw tryAgain(`${name} has asked us to wait: ask again later.`, seconds);
};

const open = async (
  { vault, hosts, fetch, clock, random, distributors }: VerifyPorts,
  { distributor, mode }: AccountPlace,
  settings: DistributorSettingsRow | undefined,
): Promise<OpenedAccount> => {
  const { profile } = distributors[distributor];
  if (settings === undefined) throw refused(`No credentials of ${profile.name} are configured: enter them first.`);
  const set = await usableCredentials(vault, settings, mode, profile);
  if ('missing' in set) {
    throw refused(`The ${mode} credentials of ${profile.name} lack ${set.missing.join(' and ')}: enter them first.`);
  }
  const host = hostFor(hosts, distributor, mode);
  if (host === null) throw refused(`No ${mode} host of ${profile.name} is configured: an administrator has to set it.`);
  const client = connect({ host, fetch, clock, random, deadline: clock.now() + patience });
  return { mode, credentials: set.credentials, client };
};
