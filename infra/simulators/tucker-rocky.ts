import { type Context, Hono } from 'hono';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import type { CallKind } from './faults.ts';
import { type Asked, type Call, type Desk, receive } from './front-desk.ts';
import type { Manner } from './manner.ts';
import { isInStock, prices, type Refusal, refusalIn } from './parts.ts';
import type { Read } from './reading.ts';
import { drafted, Items, OrderQuery, queryOf, ShipmentQuery, shipmentOf, typeOf } from './tucker-rocky-words.ts';
import { ordersOf } from './warehouse.ts';

/** Every answer is HTTP 200 with a root named after the type; XML unless JSON is asked for (inferred, so only hinted at). */
const say = (c: Context, said: Record<string, unknown>): Response => {
  const type = typeOf(c);
  if (c.req.query('output') === 'JSON') return c.json({ [type]: said });
  const [status, errormsg] = [said.status, said.errormsg].map(String);
  return c.body(`<${type}><status>${status}</status><errormsg>${errormsg}</errormsg></${type}>`, 200, {
    'content-type': 'text/xml',
  });
};
const successful = { status: 'SUCCESSFUL', errormsg: '' };
/** Of an order that is refused the lines that were sent are always told: clients go through them unguarded. */
const no = (c: Context, errormsg: string): Response =>
  say(c, {
    status: 'FAILED',
    errormsg,
    ...(typeOf(c) === 'ORD'
      ? { orderinput: { orderline: (c.req.queries('line') ?? []).map(() => ({ errormsg: '' })) } }
      : {}),
  });

/** The texts are not public: these are ours. A fault of one part stands at its line, a fault of the order above. */
const lineErrors: Record<Refusal, string> = {
  unknown: 'ITEM NOT FOUND',
  'no-stock': 'ITEM OUT OF STOCK',
  payment: '',
  denied: 'ITEM MAY NOT BE SOLD BY THIS CUSTOMER',
};
const noFor = (c: Context, refusals: readonly (Refusal | null)[]): Response =>
  say(c, {
    status: 'FAILED',
    errormsg: refusals.includes('payment') ? 'CREDIT CARD ON FILE DECLINED' : 'ORDER HAS LINE ERRORS',
    orderinput: { orderline: refusals.map((refusal) => ({ errormsg: refusal === null ? '' : lineErrors[refusal] })) },
  });

const manner: Manner = {
  caller: (c) => {
    const [secret, account] = [c.req.query('apikey'), c.req.query('cust')];
    return secret === undefined || !account ? null : { account, secret };
  },
  unauthorized: (c, secret) => no(c, `INVALID APIKEY ${secret}`),
  rateLimited: (c) => c.text('Too Many Requests', 429, { 'Retry-After': '60' }),
  serverError: (c) => c.html('<h1>Internal Server Error</h1>', 500),
  refused: (c, refusal) => noFor(c, [refusal]),
};

const unreadable = (c: Context, { field, wrong }: Exclude<Read<never>, { value: never }>): Response =>
  no(c, `${field.toUpperCase()} ${wrong.toUpperCase()}`);

/** What a client in production leaves out; that a number may then be used twice is inferred, from the name of the switch. */
const oftenLeftOut = { po: 'NO-PO', allowduplicatepo: 'YES' };

/** `submit=NO` checks everything and places nothing, so it gives no order number. */
const order = ({ c, mode, account, fate, place, read }: Asked): Response => {
  const sent = read(OrderQuery, queryOf(c), oftenLeftOut);
  if (!('value' in sent)) return unreadable(c, sent);
  const draft = drafted(sent.value, mode, account);
  const refusals = draft.lines.map(({ partNumber }) => refusalIn(fate(partNumber)));
  if (refusals.some((refusal) => refusal !== null)) return noFor(c, refusals);
  const well = draft.lines.map(() => ({ errormsg: '' }));
  const orderline = draft.lines.map(({ partNumber }) => ({ itemnum: partNumber, errormsg: '' }));
  const accepted = (ordernum: string): Response =>
    say(c, { ...successful, orderinput: { orderline: well }, orderoutput: { ordernum, orderline } });
  if (sent.value.submit === 'NO') return accepted('');
  const placed = place(draft, sent.value.allowduplicatepo === 'NO' ? 'refused' : 'accepted');
  return placed === null ? no(c, `DUPLICATE PO ${draft.poNumber}`) : accepted(placed.shares[0].orderNumber);
};

/** Knows no PO numbers: only its own order numbers. One that it does not know, or that is not the caller's, is passed over. */
const shipments = ({ c, state, mode, account, read }: Asked): Response => {
  const sent = read(ShipmentQuery, queryOf(c));
  if (!('value' in sent)) return unreadable(c, sent);
  const orders = ordersOf(state, mode, account);
  const known = sent.value.ordernum.flatMap((number) => orders.filter((one) => one.shares[0].orderNumber === number));
  return say(c, { ...successful, shipment: known.map(shipmentOf) });
};

const items = ({ c, fate, read }: Asked): Response => {
  const sent = read(Items, queryOf(c));
  if (!('value' in sent)) return unreadable(c, sent);
  const { type, item } = sent.value;
  const stock = (part: string) => {
    const [level, near] = isInStock(fate(part)) ? ['9', '4'] : ['0', '0'];
    const dc = [
      { dcname: 'TX', dcinv: level },
      { dcname: 'CA', dcinv: near },
    ];
    return { inventory: level, dc };
  };
  const price = { price: prices.dealer.toFixed(2) };
  const about = (part: string) => ({ ...(type === 'PRC' ? {} : stock(part)), ...(type === 'INV' ? {} : price) });
  const unknown = (part: string) => ({ itemnum: part, errormsg: lineErrors.unknown });
  const told = item.map((part) => (fate(part) === 'unknown' ? unknown(part) : { itemnum: part, ...about(part) }));
  return say(c, { ...successful, item: told });
};

/** A stock or price question is how credentials are tried; the two together are a question about a part. */
const kinds: Readonly<Record<string, CallKind>> = { SHP: 'track', INV: 'verify', PRC: 'verify', INP: 'quote' };
const kindOf = (c: Context): CallKind => {
  if (typeOf(c) === 'ORD') return c.req.query('submit') === 'NO' ? 'quote' : 'submit';
  return kinds[typeOf(c)] ?? 'quote';
};

const answer: Call['answer'] = (asked) => {
  const type = typeOf(asked.c);
  if (type === 'ORD') return order(asked);
  if (type === 'SHP') return shipments(asked);
  return type in kinds ? items(asked) : no(asked.c, 'TYPE IS NOT KNOWN');
};

/** Tucker Rocky: one address, and the query says all. A resend with `allowduplicatepo=NO` is a `submit` too: only the answer tells. */
export const tuckerRocky = (desk: Desk, mode: Mode): Hono =>
  new Hono({ strict: false }).get('/bin/trws', receive(desk, mode, manner, { kind: kindOf, answer }));
