import { AccountRow } from '../domain/account.ts';
import { type AccountId, newAccount, paused, reserve, stopped } from '../domain/account-rules.ts';
import { amend, type Draft } from '../domain/amend.ts';
import { keys } from '../domain/keys.ts';
import type { Clock, NewId } from '../domain/ports.ts';
import type { Table } from '../domain/table.ts';
import type { Instant } from '../domain/words.ts';

export type AccountPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId };

/** Changes an account's schedule, which comes into being with its first change. `decide` gives null to leave it. */
export const amendAccount = (
  ports: AccountPorts,
  id: AccountId,
  decide: (account: Draft<AccountRow>, now: number) => Draft<AccountRow> | null,
) =>
  amend(ports, keys.account(id.storeId, id.distributor, id.mode), AccountRow, (current) => {
    const now = ports.clock.now();
    return decide(current ?? newAccount(id, now), now);
  });

/** Whoever is about to work for an account takes a token first: `granted`, or when to come again. */
export const reserveAccount = async (
  ports: AccountPorts,
  id: AccountId,
): Promise<{ readonly granted: true } | { readonly granted: false; readonly at: Instant }> => {
  let refusal: { readonly granted: false; readonly at: Instant } | undefined;
  const { written } = await amendAccount(ports, id, (account, now) => {
    const reservation = reserve(account, now);
    refusal = reservation.granted ? undefined : reservation;
    return reservation.granted ? reservation.account : null;
  });
  return written || refusal === undefined ? { granted: true } : refusal;
};

export const pauseAccount = (ports: AccountPorts, id: AccountId, retryAfterSeconds: number | null) =>
  amendAccount(ports, id, (account, now) => paused(account, now, retryAfterSeconds));

export const stopAccount = (ports: AccountPorts, id: AccountId, credentialVersion: string, message: string) =>
  amendAccount(ports, id, (account, now) => stopped(account, now, credentialVersion, message));
