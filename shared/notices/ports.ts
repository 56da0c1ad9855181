import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import type { Queues } from '../domain/ports/queues.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Vault } from '../domain/ports/vault.ts';
import type { Profile } from '../domain/profile.ts';
import type { DistributorSlug } from '../domain/vocabulary.ts';
import type { Deliver } from './delivery.ts';
import type { SendMail } from './mailer.ts';

/** What sending notices needs of the world. */
export type NoticePorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly deliver: Deliver;
  readonly sendMail: SendMail;
  /** The platform's address, which mails come from. */
  readonly mailFrom: string;
  readonly distributors: Readonly<Record<DistributorSlug, { readonly profile: Pick<Profile, 'name' | 'contact'> }>>;
  readonly meter: Meter;
  readonly log: Log;
};
