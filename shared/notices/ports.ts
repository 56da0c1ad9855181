import type { Meter } from '../domain/metrics.ts';
import type { Deliver } from '../domain/notices/delivery.ts';
import type { SendMail } from '../domain/notices/mailer.ts';
import type { Clock, Log, NewId } from '../domain/ports.ts';
import type { Profile } from '../domain/profile.ts';
import type { Queues } from '../domain/queues.ts';
import type { Table } from '../domain/table.ts';
import type { Vault } from '../domain/vault.ts';
import type { DistributorSlug } from '../domain/words.ts';

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
