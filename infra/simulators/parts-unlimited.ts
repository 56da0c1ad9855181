import { type Context, Hono } from 'hono';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { dashed } from './days.ts';
import { type Asked, type Call, type Desk, nameOf, receive } from './front-desk.ts';
import type { Manner } from './manner.ts';
import { isInStock, prices, type Refusal, refusalIn } from './parts.ts';
import { drafted, listed, OlderOrder, OlderWindow, Order, type Page, pageOf, Window } from './parts-unlimited-words.ts';
import { query } from './reading.ts';
import type { State, Unanswered } from './state.ts';
import { ordersOf } from './warehouse.ts';

/** Says no inside HTTP 200: the body carries the verdict. */
const no = (c: Context, status_code: number, status_message: string): Response =>
  c.json({ status_code, status_message });

/** The texts and codes are not public: these are ours. */
const refusals: Record<Refusal, (c: Context, part: string) => Response> = {
  unknown: (c, part) => c.json({ mainframeErrors: [{ text: `PART ${part} NOT ON FILE` }] }),
  'no-stock': (c, part) => c.json({ mainframeErrors: [{ text: `PART ${part} OUT OF STOCK` }] }),
  payment: (c) => no(c, 402, 'Payment problem: the account is on credit hold'),
  denied: (c, part) => no(c, 403, `Part ${part} may not be sold by this dealer`),
};

const manner: Manner = {
  caller: (c) => {
    const secret = c.req.header('api-key');
    return secret === undefined ? null : { account: nameOf(secret), secret };
  },
  unauthorized: (c, secret) => no(c, 401, `Invalid api-key ${secret}`),
  rateLimited: (c) => c.json({ status_code: 429, status_message: 'Too many requests' }, 429, { 'Retry-After': '60' }),
  serverError: (c) => c.text('Internal Server Error', 500),
  refused: (c, refusal, part) => refusals[refusal](c, part),
};

const complaint = ({ field, wrong }: { field: string; wrong: string }): string => `${field} ${wrong}`;

/** What clients in production leave out. */
const oftenLeftOut = { validate_price: false };

const take =
  (schema: typeof Order | typeof OlderOrder) =>
  async ({ c, mode, account, fate, place, read, body }: Asked): Promise<Response> => {
    const sent = read(schema, await body(), oftenLeftOut);
    if (!('value' in sent)) return no(c, 400, complaint(sent));
    const draft = drafted(sent.value, mode, account);
    for (const { partNumber } of draft.lines) {
      const refusal = refusalIn(fate(partNumber));
      if (refusal !== null) return refusals[refusal](c, partNumber);
    }
    const order = place(draft, 'refused');
    if (order === null) return no(c, 409, `Duplicate purchase order number ${draft.poNumber}`);
    const { reference_number, order_total, line_items } = listed(order, 'older');
    const lines = line_items.map(({ part_number, ordered }) => ({ part_number, ordered }));
    return c.json({
      status_code: 200,
      status_message: 'Order accepted',
      reference_number,
      order_total,
      line_items: lines,
    });
  };

const list =
  (schema: typeof Window | typeof OlderWindow, version: 'older' | 'newer') =>
  ({ c, state, mode, account, read }: Asked): Response => {
    const sent = read(schema, query(c));
    if (!('value' in sent)) return no(c, 400, complaint(sent));
    const asked: Page = sent.value;
    return c.json(pageOf(ordersOf(state, mode, account), asked).map((order) => listed(order, version)));
  };

/** A doubt is over when the list has shown what it was about, placed within two minutes; or after a day. */
const isOver = ({ mode, account, at }: Unanswered, state: State, now: number): boolean =>
  now - at > 86_400_000 ||
  ordersOf(state, mode, account).some(({ placedAt }) => placedAt >= at && placedAt - at <= 120_000);

/**
 * One list serves two purposes. It is a search for one order when it begins on the day before, or of, a submit of this account that
 * was left without an answer, and nothing of it was shown since; else it is a sweep.
 */
const purpose: Call['kind'] = (c, { state, mode, account }) => {
  const from = c.req.query('order_date_start') || c.req.query('date_start') || '';
  const isAbout = ({ at }: Unanswered): boolean => [dashed(at), dashed(at - 86_400_000)].includes(from);
  const own = state.unanswered.filter((doubt) => doubt.mode === mode && doubt.account === account);
  return own.some(isAbout) ? 'find' : 'track';
};

/** That tells the two purposes apart only roughly, so a fault of either kind strikes: the first queued. */
const listing = (list: Call['answer']): Call => ({
  kind: purpose,
  strikes: ({ call }) => call === 'find' || call === 'track',
  answer: (asked) => {
    const { state, now } = asked;
    state.unanswered = state.unanswered.filter((doubt) => !isOver(doubt, state, now));
    return list(asked);
  },
});

/** The price of this one common part is how clients try whether their key works; that of another is a question about the part. */
const commonPart = '01013337';
const pricingKind: Call['kind'] = (c) => (c.req.param('parts') === commonPart ? 'verify' : 'quote');

const pricing = ({ c, fate }: Asked): Response =>
  c.json({
    pricing: (c.req.param('parts') ?? '')
      .split(',')
      .map((partNumber) =>
        fate(partNumber) === 'unknown'
          ? { partNumber, found: false }
          : { partNumber, found: true, retailPrice: prices.list, basePrice: prices.dealer, dealerPrice: prices.dealer },
      ),
  });

/** Clients that ask for several parts need the part's number in its entry. Quantities come as text. */
const inventory = ({ c, fate }: Asked): Response => {
  const parts = (c.req.param('parts') ?? '').split(',');
  const availability = parts.map((partNumber) => {
    const quantity = isInStock(fate(partNumber)) ? '12' : '0';
    return { partNumber, warehouses: ['WI', 'NV'].map((warehouse) => ({ warehouse, quantity })) };
  });
  return c.json({ availability });
};

/** Parts Unlimited, below `/api` as at its real hosts: orders in one call, a list by days, prices and stock. */
export const partsUnlimited = (desk: Desk, mode: Mode): Hono => {
  const at = (call: Call) => receive(desk, mode, manner, call);
  return new Hono({ strict: desk.ways.reading === 'strict' })
    .basePath('/api')
    .post('/orders/dropship', at({ kind: () => 'submit', answer: take(OlderOrder) }))
    .post('/v2/orders/dropship', at({ kind: () => 'submit', answer: take(Order) }))
    .get('/orders/dropship', at(listing(list(OlderWindow, 'older'))))
    .get('/v2/orders/dropship', at(listing(list(Window, 'newer'))))
    .get('/v1/parts/pricing/:parts', at({ kind: pricingKind, answer: pricing }))
    .get('/v1/parts/inventory/:parts', at({ kind: () => 'quote', answer: inventory }));
};
