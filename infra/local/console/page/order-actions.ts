import { act, refresh, say, store } from './act.ts';
import * as api from './api.ts';
import { breakNext } from './distributor-actions.ts';
import { heldOf, state } from './state.ts';
import { orderBody, type Story, trackingNumber } from './stories.ts';
import { nameOf, repaint } from './words.ts';

/** Looks at another order. */
export const select = (orderId: string): void => {
  Object.assign(state, { selected: orderId, timeline: [] });
  repaint();
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
  repaint();
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
