import type { DistributorCall, Distributors } from '../distributors/distributor.ts';
import type { Hosts } from '../distributors/hosts.ts';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import type { Queues } from '../domain/ports/queues.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';

/** What asking distributors this needs of the world, with the queues. */
export type AskingPorts<Call extends DistributorCall = DistributorCall> = {
  readonly table: Table;
  readonly queues: Queues;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly distributors: Distributors<Call>;
  readonly hosts: Hosts;
  readonly fetch: typeof fetch;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly meter: Meter;
};

/** What placing and finding orders needs. */
export type OrderingPorts = AskingPorts<'submit' | 'find'>;

/** How long the invocation still has. */
export type TimeLeft = { readonly remainingMilliseconds: () => number };
