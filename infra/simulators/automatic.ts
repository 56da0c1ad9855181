import { type Context, Hono } from 'hono';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { created, drafted, generationsOf, NewOrder, numbersIn, Range, withoutPro } from './automatic-words.ts';
import { daysIn, packed } from './days.ts';
import { type Asked, type Call, type Desk, nameOf, receive } from './front-desk.ts';
import type { Manner } from './manner.ts';
import type { Draft, Order } from './orders.ts';
import { isInStock, type Refusal, refusalIn } from './parts.ts';
import { query } from './reading.ts';
import { firstShippedAt, isBegun, ordersOf } from './warehouse.ts';

type Status = 400 | 401 | 403 | 404 | 422 | 500;

/** Where the code sits in the body is not public: `{ code, message }` is inferred. */
const no = (c: Context, status: Status, code: string, message: string): Response => c.json({ code, message }, status);
const invalid = (c: Context, message: string): Response => no(c, 400, 'E100', `Validation error: ${message}`);

const refusals: Record<Refusal, (c: Context, part: string) => Response> = {
  unknown: (c, part) => invalid(c, `the item number ${part} is unknown`),
  'no-stock': (c, part) => invalid(c, `the item number ${part} is out of stock`),
  payment: (c) => invalid(c, 'there is a payment problem with the account'),
  denied: (c) => no(c, 422, 'E005', 'The item number is restricted for processing'),
};

const manner: Manner = {
  caller: (c) => {
    const secret = c.req.header('authorization');
    return secret === undefined || secret.startsWith('Bearer ') ? null : { account: nameOf(secret), secret };
  },
  unauthorized: (c, secret) => no(c, 401, 'E001', `Authorization error: ${secret}`),
  rateLimited: (c) => no(c, 403, 'E003', 'Too Many Requests'),
  serverError: (c) => no(c, 500, 'E000', 'Unspecified internal error'),
  refused: (c, refusal, part) => refusals[refusal](c, part),
};

const notFound = (c: Context): Response => no(c, 404, 'E201', 'Not found on the Gateway service side');

/** Its number is required only of accounts with a flag for it. */
const oftenLeftOut = { ponumber: 'NO-PO' };

const understood = async ({ c, mode, account, fate, read, body }: Asked): Promise<Draft | Response> => {
  const sent = read(NewOrder, await body(), oftenLeftOut);
  if (!('value' in sent)) return invalid(c, `${sent.field} ${sent.wrong}`);
  const draft = drafted(sent.value, mode, account);
  for (const { partNumber } of draft.lines) {
    const refusal = refusalIn(fate(partNumber));
    if (refusal !== null) return refusals[refusal](c, partNumber);
  }
  return draft;
};

/** Whether a number can be used twice is not known: it is refused, unless the state says otherwise. */
const create = async (asked: Asked): Promise<Response> => {
  const draft = await understood(asked);
  if (draft instanceof Response) return draft;
  const order = asked.place(draft, asked.state.takesDuplicates ? 'accepted' : 'refused');
  if (order === null) return invalid(asked.c, `duplicate ponumber ${draft.poNumber}`);
  return asked.c.json(created(order));
};

/** A dry run: the same checks, and the items as they would be ordered. */
const calculate = async (asked: Asked): Promise<Response> => {
  const draft = await understood(asked);
  if (draft instanceof Response) return draft;
  const items = draft.lines.map(({ partNumber, quantity }) => ({ number: partNumber, quantity }));
  return asked.c.json({ header: { ponumber: draft.poNumber }, items });
};

const own = ({ state, mode, account }: Asked): Order[] => ordersOf(state, mode, account);
const asPath = ({ c }: Asked) => ({
  orderNumbers: [c.req.param('order')].filter((sent) => sent !== undefined),
  purchaseNumbers: [c.req.param('po')].filter((sent) => sent !== undefined),
});
const among = (orders: readonly Order[], { orderNumbers, purchaseNumbers }: ReturnType<typeof asPath>): Order[] =>
  orders.filter(
    (order) => orderNumbers.includes(order.shares[0].orderNumber) || purchaseNumbers.includes(order.poNumber),
  );

const bulk = (asked: Asked): Response => {
  const numbers = numbersIn(new URL(asked.c.req.url).searchParams);
  if (numbers === null)
    return invalid(asked.c, 'only orderNumbers and purchaseNumbers can be asked for, and one at least');
  return asked.c.json(among(own(asked), numbers).flatMap(generationsOf));
};

const one = (asked: Asked): Response => {
  const found = among(own(asked), asPath(asked)).flatMap(generationsOf);
  return found.length > 0 ? asked.c.json(found) : notFound(asked.c);
};

const trackingNumbers = (asked: Asked): Response => {
  const found = among(own(asked), asPath(asked)).flatMap(generationsOf);
  return found.length > 0 ? asked.c.json(found.flatMap((order) => order.trackingNumbers)) : notFound(asked.c);
};

/** Revokes every order under the number; none, once a parcel has left. */
const cancel = (asked: Asked): Response => {
  const found = among(own(asked), asPath(asked));
  if (found.length === 0) return notFound(asked.c);
  if (found.some(({ shares }) => isBegun(shares))) return invalid(asked.c, 'the order has been shipped');
  for (const order of found) order.cancelled = true;
  return asked.c.json(found.flatMap(generationsOf));
};

const range = (asked: Asked): Response => {
  const sent = asked.read(Range, query(asked.c));
  if (!('value' in sent)) return invalid(asked.c, `${sent.field} ${sent.wrong}`);
  const { dateType, startDate, endDate } = sent.value;
  const dayOf = (order: Order): string => packed(dateType === 'C' ? order.placedAt : firstShippedAt(order.shares));
  const within = own(asked).filter((order) => dayOf(order) >= startDate && dayOf(order) <= endDate);
  return asked.c.json(within.flatMap(generationsOf).map(withoutPro));
};

const availability = ({ c, fate }: Asked): Response => {
  const number = c.req.param('number') ?? '';
  const fated = fate(number);
  if (fated === 'unknown') return notFound(c);
  return fated === 'denied' ? refusals.denied(c, number) : c.json({ number, available: isInStock(fated) });
};

/** One day, at most, is how credentials are tried; a longer range is a sweep. */
const rangeKind = (c: Context): 'verify' | 'track' =>
  daysIn(c.req.query('startDate') ?? '', c.req.query('endDate') ?? '') > 1 ? 'track' : 'verify';

/** Automatic: orders in one call, looked up by number, in bulk or by days. Its rate limit is a 403. */
export const automatic = (desk: Desk, mode: Mode): Hono => {
  const as = (kind: ReturnType<Call['kind']>, answer: Call['answer']) =>
    receive(desk, mode, manner, { kind: () => kind, answer });
  return new Hono({ strict: desk.ways.reading === 'strict' })
    .get('/item/avail/:number', as('quote', availability))
    .post('/order/calculate', as('quote', calculate))
    .post('/order/create', as('submit', create))
    .get('/order/find', as('find', bulk))
    .get('/order/find/range', receive(desk, mode, manner, { kind: rangeKind, answer: range }))
    .get('/order/headers', as('track', bulk))
    .get('/order/number/:order', as('find', one))
    .get('/order/purchase-number/:po', as('find', one))
    .get('/order/number/:order/tracking-numbers', as('track', trackingNumbers))
    .get('/order/purchase-number/:po/tracking-numbers', as('track', trackingNumbers))
    .post('/order/number/cancel/:order', as('quote', cancel))
    .post('/order/purchase-number/cancel/:po', as('quote', cancel))
    .notFound((c) => c.text('404 Not Found', 404));
};
