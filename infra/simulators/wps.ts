import { Hono } from 'hono';
import { packed } from './days.ts';
import type { Fault } from './faults.ts';
import { type Asked, type Call, type Desk, receive } from './front-desk.ts';
import { isInStock, prices } from './parts.ts';
import { query } from './reading.ts';
import { ordersOf } from './warehouse.ts';
import { addItem, dropCart, openCart, orderCart, showCart, tell } from './wps-carts.ts';
import { invalid, manner, no } from './wps-refusals.ts';
import { cursorAt, shown, Window } from './wps-words.ts';

const find = (asked: Asked): Response => {
  const { c, state, mode, account } = asked;
  const poNumber = c.req.param('po');
  const found = ordersOf(state, mode, account).filter((placed) => placed.poNumber === poNumber);
  const [data] = shown(found);
  return data ? tell(asked, data) : no(c, 404, `No order was found with the po number ${poNumber}.`);
};

const list = ({ c, state, mode, account, read }: Asked): Response => {
  const sent = read(Window, query(c));
  if (!('value' in sent)) return invalid(c, sent);
  const { from_date, to_date, 'page[size]': size, 'page[cursor]': cursor } = sent.value;
  const within = (at: number): boolean => packed(at) >= from_date && packed(at) <= to_date;
  const all = shown(ordersOf(state, mode, account).filter(({ placedAt }) => within(placedAt)));
  const data = all.slice(cursor, cursor + size);
  const next = cursor + size < all.length ? cursorAt(cursor + size) : null;
  const current = cursor === 0 ? null : cursorAt(cursor);
  return c.json({ data, meta: { cursor: { current, prev: null, next, count: data.length } } });
};

const items = ({ c, fate }: Asked): Response => {
  const sku = c.req.query('filter[sku]') ?? '26-1772';
  const item = { id: 1, sku, name: `Item ${sku}`, list_price: prices.list.toFixed(2) };
  const terms = {
    standard_dealer_price: prices.dealer.toFixed(2),
    status: 'STK',
    drop_ship_eligible: fate(sku) !== 'denied',
  };
  const stock = { inventory: { data: stockOf(sku, item.id, isInStock(fate(sku))) } };
  const included = c.req.query('include')?.split(',').includes('inventory') ? stock : {};
  const fee = { drop_ship_fee: prices.dropShipFee.toFixed(2) };
  const data = fate(sku) === 'unknown' ? [] : [{ ...item, ...terms, ...fee, ...included }];
  return c.json({ data, meta: { cursor: { current: null, prev: null, next: null, count: data.length } } });
};

const stockOf = (sku: string, item_id: number, isInStock: boolean) => {
  const level = isInStock ? 25 : 0;
  const near = { ca_warehouse: level, ga_warehouse: level, id_warehouse: level, in_warehouse: level };
  const far = { pa_warehouse: level, pa2_warehouse: level, tx_warehouse: level, total: 7 * level };
  return { id: item_id, item_id, sku, ...near, ...far };
};

const inventory = ({ c, fate }: Asked): Response => {
  const sku = c.req.query('filter[sku]') ?? '26-1772';
  const data = [stockOf(sku, Number(c.req.query('filter[item_id]') ?? 1), isInStock(fate(sku)))];
  return c.json({ data, meta: { cursor: { current: null, prev: null, next: null, count: 1 } } });
};

/** A submit takes three requests. Each of its faults strikes where it belongs: the token at the first, the part at the second, all else at the order. */
const submitFault =
  (...faults: Fault['fault'][]) =>
  ({ call, fault }: Fault): boolean =>
    call === 'submit' && faults.includes(fault);
/** A fault of a quote is meant for a question about stock and price. */
const never = (): boolean => false;
const notAtTheOrder = submitFault('bad-credentials', 'reject-part', 'out-of-stock');

const calls = {
  openCart: { kind: () => 'quote', strikes: submitFault('bad-credentials'), answer: openCart },
  addItem: { kind: () => 'quote', strikes: submitFault('reject-part', 'out-of-stock'), answer: addItem },
  showCart: { kind: () => 'quote', strikes: never, answer: showCart },
  dropCart: { kind: () => 'quote', strikes: never, answer: dropCart },
  order: {
    kind: () => 'submit',
    strikes: (fault) => fault.call === 'submit' && !notAtTheOrder(fault),
    answer: orderCart,
  },
  find: { kind: () => 'find', answer: find },
  list: { kind: () => 'track', answer: list },
  items: { kind: (c) => (c.req.query('filter[sku]') === undefined ? 'verify' : 'quote'), answer: items },
  inventory: { kind: () => 'quote', answer: inventory },
} satisfies Record<string, Call>;

/** WPS. It has a live host only. A cart orders nothing and is a `quote`; only `POST /orders` is a `submit`. */
export const wps = (desk: Desk): Hono => {
  const at = (call: Call) => receive(desk, 'live', manner, call);
  return new Hono({ strict: desk.ways.reading === 'strict' })
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
