import * as v from 'valibot';
import { keyLimit } from '../shared/aws/environment.ts';
import { lateByHand } from '../shared/aws/late/by-hand.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { writingPorts } from '../shared/aws/writing-ports.ts';
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
import type { Clock } from '../shared/domain/ports/ports.ts';
import type { Queues } from '../shared/domain/ports/queues.ts';
import type { Table } from '../shared/domain/ports/table.ts';
import { PurchaseOrderRow } from '../shared/domain/purchase-order/purchase-order.ts';
import { load } from '../shared/domain/rows/amend.ts';
import { keys } from '../shared/domain/rows/keys.ts';
import { instant } from '../shared/domain/vocabulary.ts';
import { cursorOf, placeOf } from '../shared/http/cursor.ts';
import { httpHandler } from '../shared/http/door.ts';
import { postRoute } from '../shared/http/idempotency/post-route.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { storeOf } from '../shared/http/store-of.ts';
import { locationOf, rejection, shownPurchaseOrder, viewRejection } from '../shared/http/submitted.ts';
import type { ByHand } from '../shared/ordering/by-hand.ts';
import { type Listed, listAttention, listOfStore, type Narrowed } from '../shared/ordering/list.ts';

export type ManagePurchaseOrdersPorts = DoorPorts & {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly byHand: ByHand;
};

type Named = { readonly storeId: string; readonly poNumber: string };

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

const notAccepted = () => notOpen('Only an accepted purchase order has shipments.');
const notWatched = () => notOpen('Only an accepted purchase order is looked up for tracking.');

/** Why an entry is not taken. */
const entryProblems = {
  'not-open': notAccepted,
  'several-numbers': () =>
    invalid([{ pointer: '/trackingNumber', detail: 'Holds several tracking numbers: enter one at a time.' }]),
  suspect: () =>
    new Problem(
      'tracking-number-suspect',
      'The tracking number cannot be one of this carrier: its check digit is wrong. Look at it again, or send it with "confirm": true.',
    ),
  'no-number': () =>
    new Problem(
      'tracking-number-suspect',
      'This does not read as a tracking number, and would be mailed to the customer as it stands. Send the number alone, without words beside it; if this is it, send it with "confirm": true.',
    ),
  'own-number': () =>
    new Problem(
      'tracking-number-suspect',
      'This is the number of the order or of the part, not of a parcel. Look at it again; if the carrier uses the same number, send it with "confirm": true.',
    ),
  'told-otherwise': () =>
    notOpen(
      'The distributor tells of this parcel, and of another quantity: nothing was changed. Leave "quantity" out, or ask the distributor.',
    ),
  'nothing-to-correct': () =>
    invalid([{ pointer: '/corrects', detail: 'Must be the tracking number of a shipment of this purchase order.' }]),
};

const tooManyEntries = (limit: number) =>
  new Problem(
    'too-many',
    `People have entered ${limit} tracking numbers for this purchase order, and may enter no more.`,
    {
      members: { limit },
    },
  );

/** 201 for a parcel that is new, 200 for one that was known. */
const entered = (isNew: boolean, row: PurchaseOrderRow) =>
  isNew ? reply(201, shownPurchaseOrder(row), { location: locationOf(row) }) : reply(200, shownPurchaseOrder(row));

const settled = (row: PurchaseOrderRow) =>
  reply(200, row.status === 'refused' ? viewRejection(row) : shownPurchaseOrder(row));

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
    const listed = await listOfStore(ports, storeId, narrowedBy(query), { limit, after });
    // An empty list tells that there is nothing: of a store that is not there that would be untrue.
    if (listed.rows.length === 0) await storeOf(ports.table, storeId);
    return reply(200, page(listed));
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
      const came = await ports.byHand.enterShipment(ports, await find(ports, named), {
        ...body,
        confirm: body.confirm ?? false,
      });
      if (came.kind === 'too-many') throw tooManyEntries(came.limit);
      if (came.kind !== 'done') throw entryProblems[came.kind]();
      return entered(came.isNew, came.row);
    },
    {
      kept: v.object({ status: v.picklist([200, 201]) }),
      keep: ({ status }) => ({ status }),
      again: async ({ status }, named, ports) => entered(status === 201, await find(ports, named)),
    },
  ),

  route(TakeBackShipment, async ({ trackingNumber, ...named }, ports) => {
    const came = await ports.byHand.takeBackShipment(ports, await find(ports, named), trackingNumber);
    if (came.kind === 'no-such-shipment')
      throw notFound('The purchase order has no shipment with this tracking number.');
    if (came.kind === 'not-by-hand')
      throw notOpen('The distributor told of this number: only what was entered by hand is taken back.');
    return reply(200, shownPurchaseOrder(came.row));
  }),

  postRoute(
    StopTracking,
    async ({ body, ...named }, ports) => {
      const came = await ports.byHand.stopTracking(ports, await find(ports, named), body.reason);
      if (came.kind === 'not-open') throw notWatched();
      return reply(200, shownPurchaseOrder(came.row));
    },
    shownAgain,
  ),

  postRoute(
    ResumeTracking,
    async (named, ports) => {
      const came = await ports.byHand.resumeTracking(ports, await find(ports, named));
      if (came.kind === 'not-open') throw notWatched();
      return reply(200, shownPurchaseOrder(came.row));
    },
    shownAgain,
  ),

  postRoute(
    ResolvePurchaseOrder,
    async ({ body, ...named }, ports) => {
      const came = await ports.byHand.resolveByHand(ports, await find(ports, named), body);
      if (came.kind === 'not-open') throw notOpen('This purchase order does not need a person, or not for that.');
      return settled(came.row);
    },
    { kept: nothing, keep: () => ({}), again: async (_, named, ports) => settled(await known(ports, named)) },
  ),
]);

export const handler = lambda(managePurchaseOrders, () => ({
  ...writingPorts('manage-purchase-orders'),
  queues: awsQueues(),
  byHand: lateByHand(),
  rateLimit: keyLimit(),
}));
