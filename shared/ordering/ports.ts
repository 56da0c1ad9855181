import type { Distributor } from '../distributors/distributor.ts';
import type { Hosts } from '../distributors/hosts.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import type { Queues } from '../domain/ports/queues.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import type { DistributorSlug } from '../domain/vocabulary.ts';

/** What placing and finding orders needs of the world. */
export type OrderingPorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly distributors: Readonly<Record<DistributorSlug, Distributor>>;
  readonly hosts: Hosts;
  readonly fetch: typeof fetch;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly meter: Meter;
};

/** How long the invocation still has. */
export type TimeLeft = { readonly remainingMilliseconds: () => number };
