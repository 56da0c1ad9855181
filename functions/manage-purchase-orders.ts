import * as v from 'valibot';
import { awsLog } from '../shared/aws/log.ts';
import { awsQueues } from '../shared/aws/queues.ts';
import { newId, systemClock } from '../shared/aws/system.ts';
import { awsTable } from '../shared/aws/table.ts';
import type { ShipmentBody } from '../shared/contract/bodies/purchase-order.ts';
import { nothing } from '../shared/contract/fields.ts';
import {
  CancelPurchaseOrder,
  EnterShipment,
  GetPurchaseOrder,
  ListAttention,
  ListPurchaseOrders,
  ResolvePurchaseOrder,
  ResumeTracking,
  StopTracking,
  TakeBackShipment,
} from '../shared/contract/operations/purchase-orders.ts';
import { invalid, notFound, Problem } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { profiles } from '../shared/distributors/profiles.ts';
import { failure, tagged } from '../shared/domain/ports/log.ts';
import type { Clock } from '../shared/domain/ports/ports.ts';
import type { Queues } from '../shared/domain/ports/queues.ts';
import type { Table } from '../shared/domain/ports/table.ts';
import {
  type EntryVerdict,
  judgeEntry,
  mostHandEntries,
  numbersIn,
} from '../shared/domain/purchase-order/hand-entry.ts';
import { resolve } from '../shared/domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../shared/domain/purchase-order/purchase-order.ts';
import { type HandEntry, standing } from '../shared/domain/purchase-order/shipments.ts';
import { resume, stopByHand } from '../shared/domain/purchase-order/tracking.ts';
import { applyManualShipment, removeManualShipment } from '../shared/domain/purchase-order/tracking-news.ts';
import { amend, type Draft, load } from '../shared/domain/rows/amend.ts';
import { keys } from '../shared/domain/rows/keys.ts';
import { instant } from '../shared/domain/vocabulary.ts';
import { cursorOf, placeOf } from '../shared/http/cursor.ts';
import { httpHandler } from '../shared/http/door.ts';
import { postRoute } from '../shared/http/idempotency/post-route.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { locationOf, rejection, shownPurchaseOrder, viewRejection } from '../shared/http/submitted.ts';
import { drainOutbox } from '../shared/ordering/drain-outbox.ts';
import { type Listed, listAttention, listOfStore, type Narrowed } from '../shared/ordering/list.ts';

export type ManagePurchaseOrdersPorts = DoorPorts & {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
};

type Named = { readonly storeId: string; readonly poNumber: string };
type Transition = (row: PurchaseOrderRow, now: number) => Draft<PurchaseOrderRow> | null;

/** The attempt under this number, refused or not; 404 for a number never used. */
const known = async ({ table }: ManagePurchaseOrdersPorts, { storeId, poNumber }: Named): Promise<PurchaseOrderRow> => {
  const row = await load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow);
  if (row === undefined) throw notFound('There is no purchase order with this number.');
  return row;
};

/** The purchase order; 410 for one that the distributor refused. */
const find = async (ports: ManagePurchaseOrdersPorts, named: Named): Promise<PurchaseOrderRow> => {
  const row = await known(ports, named);
  if (row.status === 'refused') throw rejection(row, 410);
  return row;
};

/**
 * Moves a purchase order on and pays what it then owes; undefined when there was nothing to change. What cannot be paid now
 * stays due in the table: the change has been made, and that is what is answered.
 */
const move = async (ports: ManagePurchaseOrdersPorts, named: Named, transition: Transition) => {
  const found = await find(ports, named);
  const { written, row } = await amend(ports, found, PurchaseOrderRow, (current) =>
    current === undefined ? null : transition(current, ports.clock.now()),
  );
  if (!written || row === undefined) return undefined;
  const { storeId, poNumber } = row;
  const log = tagged(ports.log, { storeId, poNumber });
  log.info('purchase-order-changed', { state: row.state, status: row.status });
  await drainOutbox(ports, row).catch((error: unknown) => log.warn('paid-later', failure(error)));
  return row;
};

/** What narrows a list, as it is asked for. */
const narrowedBy = ({
  updatedSince,
  ...query
}: Omit<Narrowed, 'updatedSince'> & { updatedSince?: string | undefined }) => ({
  ...query,
  updatedSince: updatedSince === undefined ? undefined : instant(Date.parse(updatedSince)),
});

const onlyAttention = () =>
  invalid([{ pointer: '/query/status', detail: 'Must be needs-person: over all stores, nothing else is listed.' }]);

const page = ({ rows, next }: Listed) => ({
  items: rows.map(shownPurchaseOrder),
  nextCursor: cursorOf(next),
});

const notOpen = (detail: string) => new Problem('nothing-to-resolve', detail);

/** A person's entry: one number, taken out of what it was pasted with. */
const entryIn = ({ carrier, trackingNumber, quantity, corrects }: v.InferOutput<typeof ShipmentBody>): HandEntry => {
  const [number, ...others] = numbersIn(trackingNumber);
  if (number === undefined || others.length > 0)
    throw invalid([{ pointer: '/trackingNumber', detail: 'Holds several tracking numbers: enter one at a time.' }]);
  return { carrier, trackingNumber: number, quantity, corrects };
};

const refusals: Readonly<Record<EntryVerdict, (() => Problem) | null>> = {
  fine: null,
  suspect: () =>
    new Problem(
      'tracking-number-suspect',
      'The tracking number cannot be one of this carrier: its check digit is wrong. Look at it again, or send it with "confirm": true.',
    ),
  'too-many': () =>
    new Problem(
      'too-many',
      `People have entered ${mostHandEntries} tracking numbers for this purchase order, and may enter no more.`,
      {
        members: { limit: mostHandEntries },
      },
    ),
  'nothing-to-correct': () =>
    invalid([{ pointer: '/corrects', detail: 'Must be the tracking number of a shipment of this purchase order.' }]),
};

/** A repeated request is answered with the purchase order as it stands today. */
const shownAgain = {
  kept: nothing,
  keep: () => ({}),
  again: async (_kept: object, named: Named, ports: ManagePurchaseOrdersPorts) =>
    reply(200, shownPurchaseOrder(await find(ports, named))),
};

export const managePurchaseOrders = httpHandler<ManagePurchaseOrdersPorts>([
  route(ListPurchaseOrders, async ({ storeId, query }, ports) => {
    const { limit, cursor } = query;
    const after = placeOf(cursor, storeId);
    return reply(200, page(await listOfStore(ports, storeId, narrowedBy(query), { limit, after })));
  }),

  route(ListAttention, async ({ query }, ports) => {
    const { limit, cursor, status, ...others } = query;
    if (status?.some((each) => each !== 'needs-person')) throw onlyAttention();
    const narrowed = narrowedBy(others);
    return reply(200, page(await listAttention(ports, narrowed, { limit, after: placeOf(cursor, null) })));
  }),

  route(GetPurchaseOrder, async (named, ports) => reply(200, shownPurchaseOrder(await find(ports, named)))),

  route(CancelPurchaseOrder, async (named, ports) => {
    const row = await known(ports, named);
    const { contact } = profiles[row.distributor].profile;
    throw new Problem('cancel-not-supported', `Call or write to ${contact.name}; nothing was changed here.`, {
      headers: { allow: 'GET' },
      members: { contact, distributorOrderNumbers: row.orderNumbers },
    });
  }),

  postRoute(
    EnterShipment,
    async ({ body, ...named }, ports) => {
      const entry = entryIn(body);
      const before = await find(ports, named);
      if (before.state !== 'accepted') throw notOpen('Only an accepted purchase order has shipments.');
      const refusal = refusals[judgeEntry(before, entry, body.confirm ?? false)];
      if (refusal !== null) throw refusal();
      const isNew = standing(before.shipments, entry.trackingNumber) === undefined;
      const row = await move(ports, named, (current, now) => applyManualShipment(current, now, entry));
      return isNew && row !== undefined
        ? reply(201, shownPurchaseOrder(row), { location: locationOf(row) })
        : reply(200, shownPurchaseOrder(row ?? (await find(ports, named))));
    },
    {
      kept: v.object({ status: v.picklist([200, 201]) }),
      keep: ({ status }) => ({ status }),
      again: async ({ status }, named, ports) => {
        const row = await find(ports, named);
        return status === 201
          ? reply(201, shownPurchaseOrder(row), { location: locationOf(row) })
          : reply(200, shownPurchaseOrder(row));
      },
    },
  ),

  route(TakeBackShipment, async ({ trackingNumber, ...named }, ports) => {
    const before = await find(ports, named);
    const shipment = standing(before.shipments, trackingNumber);
    if (shipment === undefined) throw notFound('The purchase order has no shipment with this tracking number.');
    const row = await move(ports, named, (current, now) => removeManualShipment(current, now, trackingNumber));
    if (row === undefined)
      throw notOpen('The distributor told of this number: only what was entered by hand is taken back.');
    return reply(200, shownPurchaseOrder(row));
  }),

  postRoute(
    StopTracking,
    async ({ body, ...named }, ports) => {
      const before = await find(ports, named);
      if (before.state !== 'accepted') throw notOpen('Only an accepted purchase order is looked up for tracking.');
      const row = await move(ports, named, (current, now) => stopByHand(current, now, body.reason));
      return reply(200, shownPurchaseOrder(row ?? before));
    },
    shownAgain,
  ),

  postRoute(
    ResumeTracking,
    async (named, ports) => {
      const row = await move(ports, named, resume);
      if (row === undefined) throw notOpen('Only an accepted purchase order is looked up for tracking.');
      return reply(200, shownPurchaseOrder(row));
    },
    shownAgain,
  ),

  postRoute(
    ResolvePurchaseOrder,
    async ({ body, ...named }, ports) => {
      const row = await move(ports, named, (current, now) => resolve(current, now, body));
      if (row === undefined) throw notOpen('This purchase order does not need a person, or not for that.');
      return reply(200, row.status === 'refused' ? viewRejection(row) : shownPurchaseOrder(row));
    },
    {
      kept: nothing,
      keep: () => ({}),
      again: async (_, named, ports) => {
        const row = await known(ports, named);
        return reply(200, row.status === 'refused' ? viewRejection(row) : shownPurchaseOrder(row));
      },
    },
  ),
]);

export const handler = lambda(managePurchaseOrders, () => ({
  table: awsTable(),
  queues: awsQueues(),
  clock: systemClock,
  newId,
  log: awsLog('manage-purchase-orders'),
}));
