import { createServer } from 'node:http';
import { type ClientOptions, dropShipClient, isProblem } from '../../shared/client/client.ts';
import type { components } from '../../shared/client/contract.d.ts';
import { type Event, receiveEvent } from '../../shared/client/events.ts';

type Order = components['schemas']['Order'];
/** What the webstore keeps: its order, and what it was told of it. */
type Kept = { order: Order; revision: number; told: number; tracking: string[]; forPeople: string[] };

/** A small webstore's backend: tells the service of its orders, drop-ships an item, hears what became of it. */
export const webstore = (options: ClientOptions & { readonly storeId: string; readonly webhookSecret: string }) => {
  const { storeId, webhookSecret } = options;
  const service = dropShipClient(options);
  const orders = new Map<string, Kept>();
  const seen = new Set<string>();

  /** To be called at every change of an order, a cancellation too. What is older than what the service has is not an error. */
  const save = async (orderId: string, order: Order): Promise<void> => {
    const before = orders.get(orderId);
    const kept = { told: 0, tracking: [], forPeople: [], ...before, order, revision: (before?.revision ?? 0) + 1 };
    orders.set(orderId, kept);
    const { error } = await service.PUT('/v1/stores/{storeId}/orders/{orderId}', {
      params: { path: { storeId, orderId } },
      body: { ...order, revision: kept.revision },
    });
    if (error !== undefined && !isProblem(error, 'stale-revision')) throw new Error(JSON.stringify(error));
  };

  /** The button "Drop ship": what to say to the person who pressed it. */
  const dropShip = async (orderId: string, itemId: string, leaveOut: 'company'[] = []): Promise<string> => {
    const { data, error, response } = await service.POST(
      '/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship',
      {
        params: { path: { storeId, orderId, itemId }, header: { Prefer: 'wait=20' } },
        body: { confirm: true, leaveOut },
      },
    );
    if (data !== undefined && response.status === 201) return `Ordered: ${data.distributorOrderNumbers.join(', ')}`;
    if (data !== undefined) return `Sent as ${data.poNumber}. It is not known yet whether they took it: nothing to do.`;
    if (isProblem(error, 'rejected-by-distributor')) return `Refused: ${error.distributorMessage}`;
    if (isProblem(error, 'not-eligible')) {
      const failed = error.checks.filter(({ passed }) => !passed);
      return failed.map(({ message }) => message).join(' ');
    }
    if (isProblem(error, 'does-not-fit')) return error.errors.map(({ detail }) => detail).join(' ');
    if (isProblem(error, 'purchase-order-exists')) return `Ordered already: ${error.purchaseOrder.poNumber}`;
    return 'detail' in error && error.detail ? error.detail : `Not possible now (${response.status}): try again.`;
  };

  /** An event may come twice, late or out of order: `sequence` tells what is older. */
  const hear = (id: string, event: Event): void => {
    if (seen.has(id)) return;
    seen.add(id);
    switch (event.type) {
      case 'purchase_order.accepted':
      case 'purchase_order.shipped':
      case 'purchase_order.partly_shipped': {
        const { sequence, purchaseOrder } = event.data;
        const kept = orders.get(purchaseOrder.orderId);
        if (kept === undefined || sequence <= kept.told) return;
        kept.told = sequence;
        kept.tracking = purchaseOrder.shipments.map(({ trackingNumber }) => trackingNumber);
        return;
      }
      case 'purchase_order.rejected':
        orders.get(event.data.rejection.orderId)?.forPeople.push(event.data.rejection.distributorMessage);
        return;
      case 'purchase_order.needs_person':
      case 'purchase_order.tracking_stopped':
        orders.get(event.data.purchaseOrder.orderId)?.forPeople.push(event.data.reason);
        return;
      default:
        console.log(`Look into it: ${event.type}`);
    }
  };

  /** The webstore's own endpoint for the webhooks: 204 taken, 400 not signed with our secret. */
  const hook = (headers: Headers, body: string): number => {
    try {
      const event = receiveEvent(webhookSecret, headers, body);
      if (event !== null) hear(headers.get('webhook-id') ?? '', event);
      return 204;
    } catch {
      return 400;
    }
  };

  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      response.statusCode = request.url === '/hooks/drop-ship' ? hook(headers, Buffer.concat(chunks).toString()) : 404;
      response.end();
    });
  });
  return { orders, save, dropShip, server };
};
