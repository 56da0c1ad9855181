import * as v from 'valibot';
import { type DistributorSlug, distributorSlugs } from './words.ts';

/** The queues, which are also the partitions of `byDue`: what is owed lies under the queue that is to be nudged. */
export type QueueName = `submit-${DistributorSlug}` | 'sweep' | 'notice';
export const submissions = (distributor: DistributorSlug): QueueName => `submit-${distributor}`;
export const queueNames: readonly QueueName[] = [...distributorSlugs.map(submissions), 'sweep', 'notice'];

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

/** The queues, as a port. Throws when the message may not have been taken. */
export interface Queues {
  send(queue: QueueName, nudge: Nudge, delaySeconds?: number): Promise<void>;
}
