import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { packed } from './days.ts';
import type { Fault } from './faults.ts';
import { type Asked, type Call, type Desk, type Manner, nameOf, receive } from './front-desk.ts';
import { prices, type Refusal, refusalIn } from './parts.ts';
import { jsonBody, query, read } from './reading.ts';
import type { Cart } from './state.ts';
import { nextNumber, ordersOf } from './warehouse.ts';
import { CartItem, day, drafted, NewCart, PurchaseOrder, shown } from './wps-words.ts';

const no = (c: Context, status: 401 | 402 | 404 | 422, message: string): Response => c.json({ message }, status);
const invalid = (c: Context, { field, wrong }: { field: string; wrong: string }): Response =>
  no(c, 422, `The ${field} is invalid: ${wrong}`);

const refusals: Record<Refusal, (c: Context, part: string) => Response> = {
  unknown: (c, part) => no(c, 422, `The item ${part} was not found.`),
  'no-stock': (c, part) => no(c, 422, `The item ${part} is not available and the cart does not allow a backorder.`),
  payment: (c) => no(c, 402, 'The payment was declined: there is a problem with the card on file.'),
  denied: (c, part) => no(c, 422, `The item ${part} may not be ordered by this dealer.`),
};

const manner: Manner = {
  caller: (c) => {
    const secret = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    return secret === undefined ? null : { account: nameOf(secret), secret };
  },
  unauthorized: (c, secret) => no(c, 401, `Unauthenticated: the token ${secret} is not valid.`),
  rateLimited: (c) => c.json({ message: 'Too Many Attempts.' }, 429, { 'Retry-After': '60' }),
  serverError: (c) => c.json({ message: 'Server Error' }, 500),
  refused: (c, refusal, part) => refusals[refusal](c, part),
};

const cartOf = ({ state, account }: Asked, poNumber: string | undefined): Cart | undefined =>
  state.carts.find((cart) => cart.account === account && cart.draft.poNumber === poNumber);

/** What a second cart under the same number would do is not known: it is refused, so nothing is ordered that was left from before. */
const openCart = async (asked: Asked): Promise<Response> => {
  const { c, state, mode, account } = asked;
  const sent = read(NewCart, await jsonBody(c));
  if (!('value' in sent)) return invalid(c, sent);
  const { po_number, allow_backorder } = sent.value;
  if (cartOf(asked, po_number)) return no(c, 422, `The po number ${po_number} has an open cart already.`);
  const cartNumber = nextNumber(state);
  const draft = drafted(sent.value, mode, account);
  state.carts.push({ cartNumber, account, draft, allowBackorder: allow_backorder, items: [] });
  return c.json({ data: { cart_number: cartNumber, po_number, shipment_type: draft.shippingMethod } }, 201);
};

const addItem = async (asked: Asked): Promise<Response> => {
  const { c, fate } = asked;
  const cart = cartOf(asked, c.req.param('po'));
  if (!cart) return no(c, 404, 'The cart was not found.');
  const sent = read(CartItem, await jsonBody(c));
  if (!('value' in sent)) return invalid(c, sent);
  const { item_sku: sku, quantity } = sent.value;
  const refusal = refusalIn(fate(sku));
  if (refusal === 'unknown' || refusal === 'denied') return refusals[refusal](c, sku);
  const available = refusal === 'no-stock' ? 0 : quantity;
  cart.items.push({ partNumber: sku, quantity, available });
  const name = `Item ${sku}`;
  const dealer_price = prices.dealer.toFixed(2);
  return c.json(
    { data: { sku, name, available_quantity: available, backorder_quantity: quantity - available, dealer_price } },
    201,
  );
};

const showCart = (asked: Asked): Response => {
  const cart = cartOf(asked, asked.c.req.param('po'));
  if (!cart) return no(asked.c, 404, 'The cart was not found.');
  const items = cart.items.map(({ partNumber, quantity }) => ({ item: partNumber, quantity }));
  return asked.c.json({ data: { cart_number: cart.cartNumber, po_number: cart.draft.poNumber, items } });
};

const dropCart = (asked: Asked): Response => {
  const cart = cartOf(asked, asked.c.req.param('po'));
  if (!cart) return no(asked.c, 404, 'The cart was not found.');
  asked.state.carts = asked.state.carts.filter((open) => open !== cart);
  return asked.c.body(null, 204);
};

/** Orders the cart. A number that was used before is taken again: nothing here stops a double order. */
const order = async (asked: Asked): Promise<Response> => {
  const { c, state, fate, place } = asked;
  const sent = read(PurchaseOrder, await jsonBody(c));
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
  return c.json({ data: { order_number: placed.shares[0].orderNumber, status: placed.onHold ? 'Held' : 'Open' } }, 201);
};

const find = ({ c, state, mode, account }: Asked): Response => {
  const poNumber = c.req.param('po');
  const found = ordersOf(state, mode, account).filter((placed) => placed.poNumber === poNumber);
  const [data] = shown(found);
  return data ? c.json({ data }) : no(c, 404, `No order was found with the po number ${poNumber}.`);
};

const list = ({ c, state, mode, account }: Asked): Response => {
  const sent = read(v.strictObject({ from_date: day, to_date: day }), query(c));
  if (!('value' in sent)) return invalid(c, sent);
  const { from_date, to_date } = sent.value;
  const within = (at: number): boolean => packed(at) >= from_date && packed(at) <= to_date;
  const data = shown(ordersOf(state, mode, account).filter(({ placedAt }) => within(placedAt)));
  return c.json({ data, meta: { cursor: { current: null, prev: null, next: null, count: data.length } } });
};

const items = ({ c }: Asked): Response => {
  const sku = c.req.query('filter[sku]') ?? '26-1772';
  const item = { id: 1, sku, name: `Item ${sku}`, list_price: prices.list.toFixed(2) };
  const terms = {
    standard_dealer_price: prices.dealer.toFixed(2),
    status: 'STK',
    drop_ship_eligible: !sku.startsWith('DENY-'),
  };
  const data = sku.startsWith('UNKNOWN-') ? [] : [{ ...item, ...terms, drop_ship_fee: prices.dropShipFee.toFixed(2) }];
  return c.json({ data, meta: { cursor: { current: null, prev: null, next: null, count: data.length } } });
};

const inventory = ({ c }: Asked): Response => {
  const level = /^(UNKNOWN|NOSTOCK)-/.test(c.req.query('filter[sku]') ?? '') ? 0 : 25;
  const near = { ca_warehouse: level, ga_warehouse: level, id_warehouse: level, in_warehouse: level };
  const data = [{ ...near, pa_warehouse: level, pa2_warehouse: level, tx_warehouse: level, total: 7 * level }];
  return c.json({ data, meta: { cursor: { current: null, prev: null, next: null, count: 1 } } });
};

/** A submit takes three requests. Each of its faults strikes where it belongs: the token at the first, the part at the second, all else at the order. */
const submitFault =
  (...faults: Fault['fault'][]) =>
  ({ call, fault }: Fault): boolean =>
    call === 'submit' && faults.includes(fault);
const notAtTheOrder = submitFault('bad-credentials', 'reject-part', 'out-of-stock');

const calls = {
  openCart: { kind: () => 'quote', strikes: submitFault('bad-credentials'), answer: openCart },
  addItem: { kind: () => 'quote', strikes: submitFault('reject-part', 'out-of-stock'), answer: addItem },
  showCart: { kind: () => 'quote', answer: showCart },
  dropCart: { kind: () => 'quote', answer: dropCart },
  order: { kind: () => 'submit', strikes: (fault) => fault.call === 'submit' && !notAtTheOrder(fault), answer: order },
  find: { kind: () => 'find', answer: find },
  list: { kind: () => 'track', answer: list },
  items: { kind: (c) => (c.req.query('filter[sku]') === undefined ? 'verify' : 'quote'), answer: items },
  inventory: { kind: () => 'quote', answer: inventory },
} satisfies Record<string, Call>;

/** WPS. It has a live host only. A cart orders nothing and is a `quote`; only `POST /orders` is a `submit`. */
export const wps = (desk: Desk): Hono => {
  const at = (call: Call) => receive(desk, 'live', manner, call);
  return new Hono()
    .post('/carts', at(calls.openCart))
    .post('/carts/:po/items', at(calls.addItem))
    .get('/carts/:po', at(calls.showCart))
    .delete('/carts/:po', at(calls.dropCart))
    .post('/orders', at(calls.order))
    .get('/orders', at(calls.list))
    .get('/orders/:po', at(calls.find))
    .get('/items', at(calls.items))
    .get('/inventory', at(calls.inventory))
    .notFound((c) => no(c, 404, `The route ${c.req.path} could not be found.`));
};
