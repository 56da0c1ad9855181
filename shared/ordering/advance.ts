import * as v from 'valibot';
import { tagged } from '../domain/ports/log.ts';
import type { MetricName } from '../domain/ports/metrics.ts';
import type { Key } from '../domain/ports/table.ts';
import { markInDoubt } from '../domain/purchase-order/attempt.ts';
import { nextStep } from '../domain/purchase-order/due.ts';
import { purchaseOrderTags } from '../domain/purchase-order/log-tags.ts';
import { recheckLater } from '../domain/purchase-order/look-up.ts';
import { endUndecided } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { isOverdue, salvaged } from '../domain/purchase-order/salvaged.ts';
import { assumeShipped, stopAtCutoff } from '../domain/purchase-order/tracking.ts';
import { statusOf } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { seconds } from '../domain/time-limits.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import { drainOutbox } from './drain-outbox.ts';
import { find } from './find.ts';
import { place } from './place.ts';
import type { OrderingPorts, TimeLeft } from './ports.ts';
import { mayGoOn, recheck } from './recheck.ts';
import { transition } from './transition.ts';

/**
 * Does for one purchase order whatever is due now, and pays what it then owes. Safe to run twice, at once, late or never
 * again: every step is a conditional write, and what is not done stays due in the table.
 */
export const advance = async (world: OrderingPorts, key: Key, time: TimeLeft): Promise<void> => {
  const found = await world.table.get(key);
  if (found === undefined) return;
  const read = v.safeParse(PurchaseOrderRow, found);
  if (!read.success) return setAside(world, key, found);
  const po = read.output;
  const ports = { ...world, log: tagged(world.log, purchaseOrderTags(po)) };
  await step(ports, po, time);
  const after = await load(ports.table, key, PurchaseOrderRow);
  if (after === undefined) return;
  report(ports, po, after);
  await drainOutbox(ports, after);
};

/**
 * A row that cannot be read, and not only because a deploy is under way, is put before a person; one that cannot even be named stays
 * where it is, and its message rings.
 */
const setAside = async ({ table, clock, newId, log }: OrderingPorts, key: Key, found: unknown): Promise<void> => {
  const readable = isOverdue(found, clock.now()) ? salvaged(found, clock.now()) : null;
  log.error('row-unreadable', { pk: key.pk, sk: key.sk, fields: readable?.wrong.join(' ') ?? null });
  if (readable === null) throw new Error('The row of a purchase order cannot be read.');
  const { beside = [], ...row } = readable.row;
  await table.write([
    { put: { ...row, rev: newId() }, was: readable.was },
    ...beside.map((put) => ({ put, was: null })),
  ]);
};

const step = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<void> => {
  switch (nextStep(po, ports.clock.now())) {
    case 'begin':
      return (await mayGoOn(ports, po, time)) ? place(ports, po, time) : undefined;
    case 'doubt':
      return transition(ports, po, markInDoubt);
    case 'look-up':
      return find(ports, po, time);
    case 'recheck':
      return recheckAtLast(ports, po, time);
    case 'give-up':
      // The day may have gone by because nobody worked: what was never looked for is looked for once.
      if (po.state === 'in-doubt' && po.absentAt === null && po.missesInARow === 0) await lastLook(ports, po, time);
      return transition(ports, po, (row, now) => (nextStep(row, now) === 'give-up' ? endUndecided(row, now) : null));
    case 'stop-tracking':
      return transition(ports, po, stopAtCutoff);
    case 'call-shipped':
      return transition(ports, po, assumeShipped);
    case 'nothing':
      return;
  }
};

/** Whatever stands in its way (credentials that cannot be opened, a row that cannot be read), a person is asked all the same. */
const lastLook = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<void> => {
  try {
    await find(ports, po, time);
  } catch (error) {
    ports.log.error('last-look-failed', { reason: error instanceof Error ? error.name : null });
  }
};

/** The same of a refused number that is looked up: what stands in the way is tried again for a day, and then a person asks. */
const recheckAtLast = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<void> => {
  try {
    await recheck(ports, po, time);
  } catch (error) {
    const refusedAt = milliseconds(po.refusal?.at ?? instant(0));
    if (ports.clock.now() < refusedAt + seconds.day * 1000) throw error;
    ports.log.error('last-look-failed', { reason: error instanceof Error ? error.name : null });
    await transition(ports, po, (row, now) => recheckLater(row, now, instant(now)));
  }
};

const metricOf: { readonly [state in PurchaseOrderRow['state']]?: MetricName } = {
  accepted: 'OrdersAccepted',
  refused: 'OrdersRefused',
  'in-doubt': 'OrdersInDoubt',
};

/** Counts what became of it, once a change. */
const report = ({ meter, log, clock }: OrderingPorts, before: PurchaseOrderRow, after: PurchaseOrderRow): void => {
  const { distributor, mode, state } = after;
  const by = { distributor, mode };
  const secondsSince = (at: Instant): number => (clock.now() - milliseconds(at)) / 1000;
  if (state !== before.state) {
    log.info('purchase-order-moved', { state });
    const metric = statusOf(after) === 'submitting' ? undefined : metricOf[state];
    if (metric !== undefined) meter(metric, 1, metric === 'OrdersRefused' ? { ...by, code: after.refusal?.code } : by);
  }
  if (after.attention !== null && after.attention.since !== before.attention?.since) meter('OrdersNeedPerson', 1, by);
  if (state === 'in-doubt' && after.doubtSince !== null) {
    meter('TimeInDoubt', secondsSince(after.doubtSince), by);
  }
  if (statusOf(after) === 'submitting') meter('TimeWaiting', secondsSince(after.submittedAt), by);
  if (after.tracking === 'stopped' && before.tracking !== 'stopped') meter('TrackingStopped', 1, by);
};
