import * as api from './api.ts';
import { state } from './state.ts';
import { distributorNames, repaint } from './words.ts';

/** The store of the console, on the JSON API. */
export const store = '/v1/stores/showroom';

export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Does one thing, says meanwhile what, and shows what came of it. One at a time. */
export const act = async (sentence: string, work: () => Promise<string | null>): Promise<void> => {
  if (state.busy !== null) return;
  Object.assign(state, { busy: sentence, outcome: null, trouble: null });
  repaint();
  try {
    state.outcome = await work();
  } catch (error) {
    state.trouble = sentenceOf(error);
  }
  await refresh().catch(() => undefined);
  state.busy = null;
  repaint();
};

/** What is being done at the moment. */
export const say = (sentence: string): void => {
  state.busy = sentence;
  repaint();
};

/** Everything that is shown, asked anew. */
export const refresh = async (): Promise<void> => {
  const { selected } = state;
  const [hello, orders, timeline, mails, webhooks, attention, distributors, graphs] = await Promise.all([
    api.get(api.Hello, '/_local'),
    api.get(api.Orders, `${store}/orders?limit=100`),
    selected === null ? { items: [] } : api.get(api.Timeline, `${store}/orders/${selected}/timeline?limit=100`),
    api.get(api.Mails, '/_local/mail'),
    api.get(api.Webhooks, '/_local/webhooks/showroom'),
    api.get(api.PurchaseOrders, '/v1/purchase-orders'),
    api.get(api.Distributors, `${store}/distributors`),
    api.get(api.GraphRows, '/_local/metrics'),
    ...[...distributorNames.keys()].map(async (distributor) =>
      state.held.set(distributor, await api.get(api.Held, `/_local/distributors/${distributor}/orders`)),
    ),
  ]);
  for (const order of orders.items) state.orders.set(order.orderId, order);
  if (selected === state.selected) state.timeline = timeline.items;
  Object.assign(state, { now: hello.now, mails, webhooks, distributors, graphs, attention: attention.items });
  repaint();
};

/** Begins with whatever an earlier visit has played. */
export const begin = (): Promise<void> =>
  act('Opening the showroom …', async () => {
    api.useToken((await api.get(api.Hello, '/_local')).token);
    await api.ask(api.Opened, 'POST', '/_local/console/showroom', {});
    await refresh();
    state.selected = [...state.orders.keys()][0] ?? null;
    return null;
  });
