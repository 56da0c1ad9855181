import { expect } from 'vitest';
import { dialogOf, inStore, itemBody, orderBody } from '../moto-hut.ts';
import type { Answered, Service } from '../service.ts';

/** What an item's part says: WPS takes it, or knows no such part. */
type Part = 'good' | 'unknown';
export type PutItem = { readonly itemId: string; readonly part: Part };

type Item = {
  readonly part: Part;
  readonly attempted: boolean;
  readonly removed: boolean;
  readonly number: string | null;
};
type Order = {
  readonly status: 'New' | 'Cancelled';
  readonly isErased: boolean;
  readonly items: ReadonlyMap<string, Item>;
};

/** All that there is to know of a store's orders: what the service must answer is said by it. */
export const ordersModel = () => {
  const orders = new Map<string, Order>();
  const used = new Set<string>();

  return {
    orders,

    /** The webstore's own is replaced; an item that ever had an attempt stays. */
    put(orderId: string, status: Order['status'], given: readonly PutItem[]): number {
      const current = orders.get(orderId);
      const kept = [...(current?.items ?? [])]
        .filter(([, item]) => item.attempted)
        .map(([id, item]) => [id, { ...item, removed: true }] as const);
      const before = new Map<string, Item>(kept);
      const items = new Map<string, Item>(before);
      for (const { itemId, part } of given) {
        const known = before.get(itemId);
        items.set(itemId, {
          attempted: known?.attempted ?? false,
          number: known?.number ?? null,
          part,
          removed: false,
        });
      }
      orders.set(orderId, { status, isErased: current?.isErased ?? false, items });
      return current === undefined ? 201 : 200;
    },

    /** What a submit must answer; what it then leaves is written by `submitted`. */
    submit(orderId: string, itemId: string, poNumber: string | null): readonly [status: number, slug: string | null] {
      const order = orders.get(orderId);
      const item = order?.items.get(itemId);
      if (order === undefined || item === undefined) return [404, 'not-found'];
      if (item.number !== null) return [409, 'purchase-order-exists'];
      if (order.status !== 'New' || item.removed || order.isErased) return [422, 'not-eligible'];
      if (poNumber !== null && used.has(poNumber)) return [409, 'po-number-taken'];
      return item.part === 'unknown' ? [422, 'rejected-by-distributor'] : [201, null];
    },

    submitted(orderId: string, itemId: string, poNumber: string, accepted: boolean): void {
      const order = orders.get(orderId);
      const item = order?.items.get(itemId);
      if (order === undefined || item === undefined) throw new Error('Nothing was submitted.');
      used.add(poNumber);
      const items = new Map(order.items).set(itemId, { ...item, attempted: true, number: accepted ? poNumber : null });
      orders.set(orderId, { ...order, items });
    },

    erase(orderId: string): number {
      const order = orders.get(orderId);
      if (order === undefined) return 404;
      orders.set(orderId, { ...order, isErased: true });
      return 204;
    },

    /** The numbers of all that was accepted. */
    numbers(orderId?: string): readonly string[] {
      return [...orders]
        .filter(([id]) => orderId === undefined || id === orderId)
        .flatMap(([, { items }]) => [...items.values()].flatMap(({ number }) => number ?? []))
        .toSorted();
    },
  };
};
export type OrdersModel = ReturnType<typeof ordersModel>;

const slugOf = ({ body }: Answered): string | null =>
  String(body?.type ?? '')
    .split(':')
    .at(-1) || null;

/** What is asked of the service and of the model at once. */
export const asking = (hut: Service, model: OrdersModel, seen: Map<string, number>) => ({
  put: async (orderId: string, status: Order['status'], items: readonly PutItem[]) => {
    const parts = items.map(({ itemId, part }) =>
      itemBody({ itemId, partNumber: part === 'good' ? '26-1772' : 'UNKNOWN-1' }),
    );
    const answer = await hut.ask('PUT', `${inStore}/orders/${orderId}`, { body: orderBody(parts, { status }) });
    expect(answer.status).toBe(model.put(orderId, status, items));
  },
  submit: async (orderId: string, itemId: string, poNumber: string | null) => {
    const body = { confirm: true, ...(poNumber === null ? {} : { poNumber }) };
    const expected = model.submit(orderId, itemId, poNumber);
    const answer = await hut.ask('POST', dialogOf(orderId, itemId), { body });
    expect([answer.status, slugOf(answer)]).toEqual(expected);
    seen.set(String(expected), (seen.get(String(expected)) ?? 0) + 1);
    const number = answer.body.poNumber;
    if (answer.status === 201 || slugOf(answer) === 'rejected-by-distributor')
      model.submitted(orderId, itemId, number, answer.status === 201);
  },
  erase: async (orderId: string) => {
    expect((await hut.ask('DELETE', `${inStore}/orders/${orderId}/customer`)).status).toBe(model.erase(orderId));
  },
  look: async (orderId: string) => {
    const { status, body } = await hut.ask('GET', `${inStore}/orders/${orderId}`);
    const order = model.orders.get(orderId);
    expect(status).toBe(order === undefined ? 404 : 200);
    const shown = (body.items ?? []).map(
      (item: { itemId: string; removed: boolean; purchaseOrder: { poNumber: string } | null }) => [
        item.itemId,
        item.removed,
        item.purchaseOrder?.poNumber ?? null,
      ],
    );
    const known = [...(order?.items ?? [])].map(([id, { removed, number }]) => [id, removed, number]);
    expect(new Set(shown.map(String))).toEqual(new Set(known.map(String)));
    if (order !== undefined) expect([body.status, body.customer === null]).toEqual([order.status, order.isErased]);
  },
  list: async (orderId: string | null) => {
    const listed: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { limit: '2', ...(orderId === null ? {} : { orderId }), ...(cursor === null ? {} : { cursor }) };
      const { body } = await hut.ask('GET', `${inStore}/purchase-orders`, { query });
      listed.push(...body.items.map(({ poNumber }: { poNumber: string }) => poNumber));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(listed.toSorted()).toEqual(model.numbers(orderId ?? undefined));
  },
});
