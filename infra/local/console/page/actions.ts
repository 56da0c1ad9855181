import * as api from './api.ts';
import { heldOf, purchaseOrderOf, state } from './state.ts';
import { orderBody, type Story, stories, trackingNumber } from './stories.ts';

const store = '/v1/stores/showroom';
const names: ReadonlyMap<string, string> = new Map([
  ['wps', 'WPS'],
  ['parts-unlimited', 'Parts Unlimited'],
  ['tucker-rocky', 'Tucker Rocky'],
  ['automatic', 'Automatic'],
]);
export const nameOf = (distributor: string): string => names.get(distributor) ?? distributor;

let draw: () => void = () => undefined;
/** Told whenever the state has changed. */
export const onChange = (redraw: () => void): void => {
  draw = redraw;
};

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Does one thing, says meanwhile what, and shows what came of it. One at a time. */
const act = async (sentence: string, work: () => Promise<string | null>): Promise<void> => {
  if (state.busy !== null) return;
  Object.assign(state, { busy: sentence, outcome: null, trouble: null });
  draw();
  try {
    state.outcome = await work();
  } catch (error) {
    state.trouble = sentenceOf(error);
  }
  await refresh().catch(() => undefined);
  state.busy = null;
  draw();
};

const say = (sentence: string): void => {
  state.busy = sentence;
  draw();
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
    ...[...names.keys()].map(async (distributor) =>
      state.held.set(distributor, await api.get(api.Held, `/_local/distributors/${distributor}/orders`)),
    ),
  ]);
  for (const order of orders.items) state.orders.set(order.orderId, order);
  if (selected === state.selected) state.timeline = timeline.items;
  Object.assign(state, { now: hello.now, mails, webhooks, distributors, graphs, attention: attention.items });
  draw();
};

/** Looks at another order. */
export const select = (orderId: string): void => {
  Object.assign(state, { selected: orderId, timeline: [] });
  draw();
  showOrder();
  void refresh().catch(() => undefined);
};

/** On a phone the order stands below what was clicked. */
const showOrder = (): void => {
  if (matchMedia('(max-width: 46rem)').matches) document.querySelector('#order-title')?.scrollIntoView();
};

const nextOrderOf = ({ firstOrder }: Story): string => {
  let number = firstOrder;
  while (state.orders.has(String(number))) number += 10;
  return String(number);
};

/** The webstore tells the service of the order; where the story says so, the next answer of the distributor gets lost. */
const enter = async (story: Story): Promise<string> => {
  const orderId = nextOrderOf(story);
  say(`The webstore tells the service of order ${orderId} …`);
  const body = orderBody(story, orderId, state.now ?? new Date().toISOString());
  state.orders.set(orderId, await api.ask(api.Order, 'PUT', `${store}/orders/${orderId}`, body));
  Object.assign(state, { selected: orderId, timeline: [] });
  draw();
  showOrder();
  if (story.losesAnswer) await breakNext(story.distributor, 'submit', 'timeout-after');
  return orderId;
};

const Placed = api.PurchaseOrder;

/** A story, on a click: the order comes, the Drop Ship dialog is submitted, the distributor answers. */
export const play = (story: Story): Promise<void> =>
  act('…', async () => {
    const orderId = await enter(story);
    if (story.item.catalog !== 'aftermarket') {
      openDialog(orderId);
      return `Order ${orderId} is here, and its item cannot be drop-shipped: the dialog says why.`;
    }
    const name = nameOf(story.distributor);
    say(
      story.losesAnswer
        ? `${name} has taken the order, and its answer gets lost: the service waits ten seconds for it …`
        : `The Drop Ship dialog is submitted: ${name} is asked …`,
    );
    const path = `${store}/orders/${orderId}/items/1/drop-ship`;
    // Long enough to see what becomes of an answer that never comes.
    const prefer = { prefer: story.losesAnswer ? 'wait=11' : 'wait=5' };
    const po = await api.ask(Placed, 'POST', path, { confirm: true }, prefer).catch((error: unknown) => {
      if (error instanceof api.Refused && error.distributorMessage !== null) return error.distributorMessage;
      throw error;
    });
    if (typeof po === 'string')
      return `${name} said no: “${po}” There is no purchase order, and the item is free again.`;
    return po.status === 'accepted'
      ? `${name} said yes to ${po.poNumber}.`
      : `Nobody knows whether ${name} took ${po.poNumber}. The item is locked; nothing is sent twice. Let an hour pass: it is looked up.`;
  });

/** The same by hand: the order comes, and a person fills the dialog. */
export const byHand = (story: Story): Promise<void> =>
  act('…', async () => {
    openDialog(await enter(story));
    return null;
  });

export const openDialog = (orderId: string): void => {
  const dialog = document.createElement('drop-ship-dialog');
  dialog.setAttribute('order-id', orderId);
  dialog.setAttribute('item-id', '1');
  dialog.setAttribute('endpoint', '/_local/console/backend');
  dialog.addEventListener('drop-ship-closed', () => {
    dialog.remove();
    void refresh();
  });
  for (const news of ['accepted', 'pending', 'refused'])
    dialog.addEventListener(`drop-ship-${news}`, () => void refresh().catch(() => undefined));
  document.body.append(dialog);
};

/** The distributor ships what it holds of this order. */
export const ship = (orderId: string, story: Story): Promise<void> =>
  act(`${nameOf(story.distributor)} packs and ships …`, async () => {
    const [held] = heldOf(orderId, story.distributor);
    if (held === undefined) return `${nameOf(story.distributor)} holds nothing of this order.`;
    const packages = story.parcels.map((quantity, parcel) => ({
      carrier: 'ups',
      trackingNumber: trackingNumber(orderId, parcel),
      quantity,
    }));
    const path = `/_local/distributors/${story.distributor}/orders/${encodeURIComponent(held.poNumber)}/ship`;
    await api.ask(api.Nothing, 'POST', path, { packages });
    return 'It is on its way, and the service does not know yet: it asks once an hour. Let an hour pass.';
  });

/** Lets time pass; the page sees how far it is. */
export const pass = (seconds: number, passed: string): Promise<void> =>
  act('Time passes …', async () => {
    const from = Date.parse((await api.get(api.Hello, '/_local')).now);
    const to = from + seconds * 1000;
    state.passing = { from, to, now: from };
    draw();
    const watching = setInterval(() => {
      void api
        .get(api.Hello, '/_local')
        .then(({ now }) => {
          // An answer may come when the time has passed already.
          if (state.passing?.to !== to) return;
          Object.assign(state, { now, passing: { from, to, now: Math.min(to, Date.parse(now)) } });
          draw();
        })
        .catch(() => undefined);
    }, 250);
    try {
      await api.ask(api.Nothing, 'POST', '/_local/clock', { advanceSeconds: seconds });
    } finally {
      clearInterval(watching);
      state.passing = null;
    }
    return passed;
  });

const breakNext = (distributor: string, call: string, fault: string): Promise<unknown> =>
  api.ask(api.Nothing, 'POST', `/_local/distributors/${distributor}/faults`, { call, fault, times: 1 });

/** The next call of this kind goes wrong. */
export const breakIt = (distributor: string, call: string, fault: string, words: string): Promise<void> =>
  act('…', async () => {
    await breakNext(distributor, call, fault);
    return `${nameOf(distributor)}, next time: ${words}.`;
  });

export const mend = (distributor: string): Promise<void> =>
  act('…', async () => {
    await api.ask(api.Nothing, 'DELETE', `/_local/distributors/${distributor}/faults`);
    return `All is well again at ${nameOf(distributor)}.`;
  });

export const verify = (distributor: string): Promise<void> =>
  act(`${nameOf(distributor)} is asked whether it takes the credentials …`, async () => {
    const answer = await api
      .ask(api.Nothing, 'POST', `${store}/distributors/${distributor}/verify`)
      .then(() => '✓ It takes them.')
      .catch((error: unknown) => `✗ ${sentenceOf(error)}`);
    state.verified.set(distributor, answer);
    return null;
  });

export const setTestMode = (distributor: string, testMode: boolean): Promise<void> =>
  act('…', async () => {
    await api.ask(api.Nothing, 'PUT', `${store}/distributors/${distributor}`, { testMode });
    return testMode
      ? `${nameOf(distributor)} is in test mode: its test host, its test key, and mails go to the store.`
      : `${nameOf(distributor)} is live again.`;
  });

/** A person asked the distributor, and says what came of it. */
export const resolve = (po: api.PurchaseOrder, outcome: 'accepted' | 'not-placed' | 'noted'): Promise<void> =>
  act('…', async () => {
    const held = (state.held.get(po.distributor) ?? []).find(({ poNumber }) => poNumber === po.poNumber);
    const reason = 'Asked by telephone.';
    const number = outcome === 'accepted' ? { distributorOrderNumber: held?.orderNumber ?? 'told by telephone' } : {};
    const path = `/v1/stores/${po.storeId}/purchase-orders/${po.poNumber}/resolve`;
    await api.ask(api.Nothing, 'POST', path, { outcome, ...number, reason });
    return `${po.poNumber} is settled.`;
  });

/** Begins with whatever an earlier visit has played. */
export const begin = (): Promise<void> =>
  act('Opening the showroom …', async () => {
    api.useToken((await api.get(api.Hello, '/_local')).token);
    await api.ask(api.Opened, 'POST', '/_local/console/showroom', {});
    await refresh();
    state.selected = [...state.orders.keys()][0] ?? null;
    return null;
  });

/** The order of a story that is shown: the one played last. */
export const lastOrderOf = ({ firstOrder }: Story): string | undefined =>
  [...state.orders.keys()]
    .filter(
      (orderId) =>
        stories.some((story) => story.firstOrder === firstOrder) && (Number(orderId) - firstOrder) % 10 === 0,
    )
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);

export const statusOf = (orderId: string): string | null => {
  const order = state.orders.get(orderId);
  return order === undefined ? null : (purchaseOrderOf(order)?.status ?? 'no purchase order');
};
