import type { Asked } from './front-desk.ts';
import { prices, refusalIn } from './parts.ts';
import type { Cart } from './state.ts';
import { nextNumber } from './warehouse.ts';
import { invalid, no, refusals } from './wps-refusals.ts';
import { CartItem, drafted, NewCart, PurchaseOrder } from './wps-words.ts';

/** Two clients read such answers in `data`, two without it. */
export const tell = ({ c, ways }: Asked, data: object, status: 200 | 201 = 200): Response =>
  c.json(ways.isWrapped ? { data } : data, status);

const cartOf = ({ state, account }: Asked, poNumber: string | undefined): Cart | undefined =>
  state.carts.find((cart) => cart.account === account && cart.draft.poNumber === poNumber);

/** What a second cart under the same number would do is not known: it is refused, so nothing is ordered that was left from before. */
export const openCart = async (asked: Asked): Promise<Response> => {
  const { c, state, mode, account } = asked;
  const sent = asked.read(NewCart, await asked.body());
  if (!('value' in sent)) return invalid(c, sent);
  const { po_number, allow_backorder } = sent.value;
  if (cartOf(asked, po_number)) return no(c, 422, `The po number ${po_number} has an open cart already.`);
  const cartNumber = nextNumber(state);
  const draft = drafted(sent.value, mode, account);
  state.carts.push({ cartNumber, account, draft, allowBackorder: allow_backorder, items: [] });
  return tell(asked, { cart_number: cartNumber, po_number, shipment_type: draft.shippingMethod }, 201);
};

export const addItem = async (asked: Asked): Promise<Response> => {
  const { c, fate } = asked;
  const cart = cartOf(asked, c.req.param('po'));
  if (!cart) return no(c, 404, 'The cart was not found.');
  const sent = asked.read(CartItem, await asked.body());
  if (!('value' in sent)) return invalid(c, sent);
  const { item_sku: sku, quantity } = sent.value;
  const refusal = refusalIn(fate(sku));
  if (refusal === 'unknown' || refusal === 'denied') return refusals[refusal](c, sku);
  const available = refusal === 'no-stock' ? 0 : quantity;
  cart.items.push({ partNumber: sku, quantity, available });
  const name = `Item ${sku}`;
  const dealer_price = prices.dealer.toFixed(2);
  const backorder_quantity = quantity - available;
  return tell(asked, { sku, name, available_quantity: available, backorder_quantity, dealer_price }, 201);
};

export const showCart = (asked: Asked): Response => {
  const cart = cartOf(asked, asked.c.req.param('po'));
  if (!cart) return no(asked.c, 404, 'The cart was not found.');
  const items = cart.items.map(({ partNumber, quantity }) => ({ item: partNumber, quantity }));
  return tell(asked, { cart_number: cart.cartNumber, po_number: cart.draft.poNumber, items });
};

export const dropCart = (asked: Asked): Response => {
  const cart = cartOf(asked, asked.c.req.param('po'));
  if (!cart) return no(asked.c, 404, 'The cart was not found.');
  asked.state.carts = asked.state.carts.filter((open) => open !== cart);
  return asked.c.body(null, 204);
};

/** Orders the cart. A number that was used before is taken again: nothing here stops a double order. */
export const orderCart = async (asked: Asked): Promise<Response> => {
  const { c, state, fate, place } = asked;
  const sent = asked.read(PurchaseOrder, await asked.body());
  if (!('value' in sent)) return invalid(c, sent);
  const cart = cartOf(asked, sent.value.po_number);
  if (!cart) return no(c, 404, 'The cart was not found.');
  if (cart.items.length === 0) return no(c, 422, 'The cart is empty.');
  for (const { partNumber, quantity, available } of cart.items) {
    if (fate(partNumber) === 'payment') return refusals.payment(c, partNumber);
    if (available < quantity && !cart.allowBackorder) return refusals['no-stock'](c, partNumber);
  }
  const lines = cart.items.map(({ partNumber, quantity }) => ({ partNumber, quantity }));
  const placed = place({ ...cart.draft, lines }, 'accepted');
  state.carts = state.carts.filter((open) => open !== cart);
  if (placed === null) return no(c, 422, 'The order could not be placed.');
  return tell(asked, { order_number: placed.shares[0].orderNumber, status: placed.onHold ? 'Held' : 'Open' }, 201);
};
