import { connect } from '../distributors/client.ts';
import { usableCredentials } from '../distributors/credentials.ts';
import type { Distributors, OpenedAccount } from '../distributors/distributor.ts';
import { type Hosts, hostFor } from '../distributors/hosts.ts';
import { AccountRow } from '../domain/account/account.ts';
import type { AccountId } from '../domain/account/account-rules.ts';
import { DistributorSettingsRow } from '../domain/account/store.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

/** An account with its credentials opened, ready to be asked; or why it cannot be. */
export type OpenAccount =
  | {
      readonly usable: true;
      readonly account: OpenedAccount;
      readonly credentialVersion: string;
      readonly settings: DistributorSettingsRow;
      readonly schedule: AccountRow | undefined;
      /** Why nobody may ask but to verify: the distributor refused these very credentials. Null = nothing of the kind. */
      readonly stop: string | null;
    }
  | { readonly usable: false; readonly reason: string; readonly settings: DistributorSettingsRow | undefined };

/** What opening an account needs of the world. */
type OpenPorts = {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly distributors: Distributors<never>;
  readonly hosts: Hosts;
  readonly fetch: typeof fetch;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  readonly meter: Meter;
};

type Opening = {
  /** Waited for before each request. */
  readonly pace?: () => Promise<void>;
  /** From this time on no request is begun; asked before each. */
  readonly askUntil?: () => number;
  /** The account's schedule, where it has just been read. */
  readonly schedule?: AccountRow;
  /** The store's settings at this distributor, where they have just been read. */
  readonly settings?: DistributorSettingsRow;
  /** Somebody waits: requests are cut off at the deadline, and not repeated. */
  readonly cutAtDeadline?: boolean;
};

/** Opens an account for one invocation. Mode chooses host and credential set together; there is no other way to a client. */
export const openAccount = async (
  ports: OpenPorts,
  id: AccountId,
  deadline: number,
  { pace, askUntil, schedule: known, settings: entered, cutAtDeadline = false }: Opening = {},
): Promise<OpenAccount> => {
  const { table, vault, hosts, clock, random } = ports;
  const { profile } = ports.distributors[id.distributor];
  const [settings, schedule] = await Promise.all([
    entered ?? load(table, keys.distributor(id.storeId, id.distributor), DistributorSettingsRow),
    known ?? load(table, keys.account(id.storeId, id.distributor, id.mode), AccountRow),
  ]);
  const no = (reason: string): OpenAccount => ({ usable: false, reason, settings });
  const host = hostFor(hosts, id.distributor, id.mode);
  if (host === null) return no(`No ${id.mode} host is configured for ${profile.name}.`);
  if (settings === undefined) return no(`The store has no settings for ${profile.name}.`);
  const set = await usableCredentials(vault, settings, id.mode, profile);
  if ('missing' in set) return no(`The ${id.mode} settings of ${profile.name} lack: ${set.missing.join(', ')}.`);
  const client = connect({
    host,
    fetch: timed(ports, id),
    clock,
    random,
    deadline,
    ...(askUntil === undefined ? {} : { askUntil }),
    cutAtDeadline,
    ...(pace === undefined ? {} : { pace }),
  });
  return {
    usable: true,
    account: { mode: id.mode, credentials: set.credentials, client },
    credentialVersion: set.version,
    settings,
    schedule,
    stop:
      schedule?.stopped?.credentialVersion === set.version
        ? `${profile.name} has refused the ${id.mode} credentials; the account is stopped.`
        : null,
  };
};

/** Counts how long the distributor takes to answer, or to give up. */
const timed =
  ({ fetch, clock, meter }: OpenPorts, { distributor, mode }: AccountId): typeof fetch =>
  async (input, init) => {
    const begun = clock.now();
    try {
      return await fetch(input, init);
    } finally {
      meter('DistributorLatency', clock.now() - begun, { distributor, mode });
    }
  };
