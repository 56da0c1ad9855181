import { AccountRow } from '../domain/account/account.ts';
import { type AccountId, newAccount, reserve, withPause, withStop } from '../domain/account/account-rules.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { amend, type Draft } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { Instant } from '../domain/vocabulary.ts';

export type AccountPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId };

/** Changes an account's schedule, which comes into being with its first change. `decide` gives null to leave it. */
export const amendAccount = (
  ports: AccountPorts,
  id: AccountId,
  decide: (account: Draft<AccountRow>, now: number) => Draft<AccountRow> | null,
  known?: AccountRow,
) =>
  amend(
    ports,
    keys.account(id.storeId, id.distributor, id.mode),
    AccountRow,
    (current) => {
      const now = ports.clock.now();
      return decide(current ?? newAccount(id, now), now);
    },
    known,
  );

type Reserved =
  | { readonly granted: true; readonly account: AccountRow | undefined }
  | { readonly granted: false; readonly at: Instant };

/** Whoever is about to work for an account takes a token first: `granted`, or when to come again. */
export const reserveAccount = async (
  ports: AccountPorts,
  id: AccountId,
  { known, take = reserve }: { readonly known?: AccountRow | undefined; readonly take?: typeof reserve } = {},
): Promise<Reserved> => {
  let refusal: Extract<Reserved, { granted: false }> | undefined;
  const decide = (account: Draft<AccountRow>, now: number) => {
    const reservation = take(account, now);
    refusal = reservation.granted ? undefined : reservation;
    return reservation.granted ? reservation.account : null;
  };
  const { written, row } = await amendAccount(ports, id, decide, known);
  return written || refusal === undefined ? { granted: true, account: row } : refusal;
};

/** The distributor’s rate limit was reached: nobody works for this account until the pause is over. */
export const pauseAccount = async (
  ports: AccountPorts & { readonly meter: Meter },
  id: AccountId,
  retryAfterSeconds: number | null,
): Promise<void> => {
  ports.meter('RateLimited', 1, { distributor: id.distributor, mode: id.mode });
  await amendAccount(ports, id, (account, now) => withPause(account, now, retryAfterSeconds));
};

export const stopAccount = (ports: AccountPorts, id: AccountId, credentialVersion: string, message: string) =>
  amendAccount(ports, id, (account, now) => withStop(account, now, credentialVersion, message));
