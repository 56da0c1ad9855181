import * as v from 'valibot';
import { type DistributorSlug, distributorSlugs } from '../vocabulary.ts';

/** The queues: one for each distributor's submissions, one for sweeps, one for mails, one for webhooks. */
export type QueueName = `submit-${DistributorSlug}` | 'sweep' | 'mail' | 'webhook';
/** The queues of what somebody is to be told. */
export type NoticeQueue = 'mail' | 'webhook';
export const submissions = (distributor: DistributorSlug): QueueName => `submit-${distributor}`;
export const queueNames: readonly QueueName[] = [...distributorSlugs.map(submissions), 'sweep', 'mail', 'webhook'];

/** Accounts that are due for a sweep, by how long that takes (`account-rules.ts`). */
export type SweepLane = 'sweep' | 'sweep-slow' | 'sweep-slowest';

/**
 * The partitions of `byDue`: what is owed lies under the queue that is to be nudged. Slow accounts lie apart, so that no quick
 * one waits, and is paid for, in a message with them.
 */
export type DuePartition = QueueName | SweepLane | 'notice' | 'erase';

/** Which queue is nudged for a partition of `byDue`, and how many rows one message speaks of at the most. */
export type Lane = { readonly due: DuePartition; readonly queue: QueueName; readonly together: number };

/**
 * A function that waits for many distributors at once costs what one costs that waits for one: as many accounts go together as
 * its memory holds. Whatever else is done alone.
 */
export const lanes: readonly Lane[] = [
  ...distributorSlugs.map((slug) => ({ due: submissions(slug), queue: submissions(slug), together: 1 })),
  { due: 'sweep', queue: 'sweep', together: 25 },
  { due: 'sweep-slow', queue: 'sweep', together: 20 },
  { due: 'sweep-slowest', queue: 'sweep', together: 10 },
  { due: 'mail', queue: 'mail', together: 1 },
  { due: 'webhook', queue: 'webhook', together: 1 },
  // Orders whose customer's data may no longer be needed. They can wait, so they wait where no mail does.
  { due: 'erase', queue: 'webhook', together: 25 },
  // Where notices of either kind were owed before they had queues of their own.
  { due: 'notice', queue: 'webhook', together: 1 },
];

/** The environment variable that holds a queue's URL: `submit-wps` → `QUEUE_SUBMIT_WPS`. */
export const queueVariable = (name: QueueName): string => `QUEUE_${name.replaceAll('-', '_').toUpperCase()}`;

/** A nudge: look at this row. It carries keys only, never a name, an address or a secret. */
export const Nudge = v.object({
  pk: v.string(),
  sk: v.string(),
  /** A sweep that was asked for by hand: due or not. */
  force: v.optional(v.boolean()),
});
export type Nudge = v.InferOutput<typeof Nudge>;

/**
 * The store that a nudge is about: the group in which its queue is fair, so that no store's backlog holds up another's. Null for
 * what is nobody's, and for a message about several stores.
 */
export const storeOfNudges = (nudges: readonly Nudge[]): string | null => {
  const stores = new Set(nudges.map(({ pk }) => pk.split('#')[1] ?? ''));
  const [store = ''] = stores;
  return stores.size === 1 && store !== '' ? store : null;
};

/** The queues, as a port. */
export interface Queues {
  /** Sends all these nudges in one message. Throws when it may not have been taken. */
  send(queue: QueueName, nudges: readonly Nudge[], delaySeconds?: number): Promise<void>;
}
