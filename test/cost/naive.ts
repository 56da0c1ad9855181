import { assumed } from './order-life.ts';
import type { Use } from './prices.ts';

/**
 * The same by the design that comes to mind first: a workflow an order (this many steps), a poller that asks the distributor for each open order
 * every hour, a secret for each account, a metric for each store, every line at DEBUG.
 */
const steps = 25;
const hoursOpen = 72;
const accountsAStore = 4;
const metricsAStore = 5;

/** For one order that is open for three days until its parcel is found. */
export const naiveOrder: Use = {
  'workflow steps': steps + 2 * hoursOpen,
  invocations: 12 + hoursOpen,
  gigabyteSeconds:
    ((12 + hoursOpen) * (assumed.distributorAnswers + assumed.workerComputes) * assumed.gigabytes) / 1000,
  'table reads': 20 + hoursOpen,
  'table writes': 40 + 3 * hoursOpen,
  'api requests': 5,
  logBytes: (12 + hoursOpen) * 3000,
  'key requests': 12 + hoursOpen,
  mails: 1,
};

/** For a month of this many stores. */
export const naiveMonth = (stores: number): Use => ({
  secrets: stores * accountsAStore,
  metrics: stores * metricsAStore,
  keys: 1,
  'alarm metrics': 10,
  dashboards: 1,
});
