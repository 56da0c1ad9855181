import type { Distributors } from '../distributors/distributor.ts';
import type { Hosts } from '../distributors/hosts.ts';
import { pausedAt, withoutStop } from '../domain/account/account-rules.ts';
import { DistributorSettingsRow } from '../domain/account/store.ts';
import { modeOf } from '../domain/order/eligibility.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds } from '../domain/time.ts';
import { type DistributorSlug, type Instant, milliseconds } from '../domain/vocabulary.ts';
import { openAccount } from './open.ts';
import { amendAccount, pauseAccount, reserveAccount, stopAccount } from './schedule.ts';

export type VerifyPorts = {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly distributors: Distributors<'verify'>;
  readonly hosts: Hosts;
  readonly fetch: typeof fetch;
  readonly random: () => number;
  readonly meter: Meter;
};

/** Whether the credentials work; or why that is not known. `detail` and `name` are for a person. */
export type Verified =
  | { readonly kind: 'works' }
  | { readonly kind: 'refused'; readonly detail: string; readonly distributorMessage: string | null }
  /** The distributor asked for a pause (`asked`), or we spare it ourselves. */
  | { readonly kind: 'wait'; readonly until: Instant; readonly name: string; readonly asked: boolean }
  | { readonly kind: 'no-answer'; readonly reason: string };

/** An HTTP API waits 30 seconds at most; a request and its repeats have to be over before. In milliseconds. */
const timeLimit = 22_000;

const refused = (detail: string, distributorMessage: string | null = null): Verified => ({
  kind: 'refused',
  detail,
  distributorMessage,
});

/**
 * Asks the distributor whether the current mode's credentials work: a yes ends a stop, and a no begins one. It takes its turn
 * in the account's bucket and obeys its pause, as everything does that asks the distributor.
 */
export const verify = async (
  ports: VerifyPorts,
  id: { readonly storeId: string; readonly distributor: DistributorSlug },
): Promise<Verified> => {
  const { profile, verify: ask } = ports.distributors[id.distributor];
  const { name } = profile;
  const settings = await load(ports.table, keys.distributor(id.storeId, id.distributor), DistributorSettingsRow);
  const account = { ...id, mode: modeOf(settings ?? null) };
  const opened = await openAccount(ports, account, ports.clock.now() + timeLimit);
  if (!opened.usable) return refused(`${opened.reason} Enter the credentials first.`);
  const turn = await reserveAccount(ports, account, { known: opened.schedule });
  const asked = opened.schedule !== undefined && pausedAt(opened.schedule, ports.clock.now());
  if (!turn.granted) return { kind: 'wait', until: turn.at, name, asked };
  const verdict = await ask(opened.account, ports.clock.now());
  switch (verdict.verdict) {
    case 'ok':
      await amendAccount(ports, account, (row, now) => (row.stopped === null ? null : withoutStop(row, now)));
      return { kind: 'works' };
    case 'credentials-refused':
      await stopAccount(ports, account, opened.credentialVersion, verdict.message);
      return refused(`${name} refused the ${account.mode} credentials: enter them again.`, verdict.message);
    case 'not-taken':
      if (verdict.reason !== 'rate-limited') return { kind: 'no-answer', reason: `${name} could not be reached.` };
      await pauseAccount(ports, account, verdict.retryAfterSeconds);
      return { kind: 'wait', until: await pauseOf(ports, account), name, asked: true };
    case 'no-answer':
      return { kind: 'no-answer', reason: verdict.reason };
  }
};

type Account = Parameters<typeof pauseAccount>[1];

/** When the pause that was just written ends. */
const pauseOf = async (ports: VerifyPorts, account: Account): Promise<Instant> => {
  const now = ports.clock.now();
  const { row } = await amendAccount(ports, account, () => null);
  const until = row?.pausedUntil ?? null;
  return until !== null && milliseconds(until) > now ? until : addSeconds(now, 1);
};
