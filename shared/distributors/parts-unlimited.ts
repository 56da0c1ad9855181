import * as v from 'valibot';
import {
  type FindVerdict,
  type OpenOrder,
  type Refused,
  type SubmitVerdict,
  safeText,
  type Unknown,
} from '../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode, ShippingMethod } from '../domain/vocabulary.ts';
import { type Days, dashed } from './dates.ts';
import type { Distributor, DistributorReply, DistributorRequest, OpenedAccount } from './distributor.ts';
import { byPoNumber, type HeldLine, isSamePart, isSamePo, judge } from './holding.ts';
import {
  anyCount,
  anyText,
  count,
  entry,
  entryInAnyCase,
  hasField,
  itemsOf,
  listOf,
  orderNumber,
  read,
  readableIn,
  rows,
  text,
  textWithin,
} from './lenient.ts';
import { cents, endOfAll, inAll, level, quoted, whereCapped, yesOrNo } from './offer.ts';
import { type Page, readPages } from './pages.ts';
import { partsUnlimitedProfile as profile } from './profiles/parts-unlimited.ts';
import { type Redact, redactorFor } from './redact.ts';
import { askAll, daysOf, type EndOfAsking, halve, isWithin, type Part, piecesOf } from './sweep.ts';
import { unlessTakenBack } from './taken-back.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  credentialsRefused,
  type Dictionary,
  doubted,
  doubtful,
  either,
  followed,
  isLimit,
  mayBeEcho,
  noAnswer,
  noEntry,
  notOffered,
  notTaken,
  pauseIn,
  readWithout,
  submitWithout,
  unknown,
} from './verdict.ts';
import { wordsIn } from './words.ts';

/** Unknown, and set here: what becomes of an order that is short (the one value ever seen), and a part that is surely listed. */
const settings = { cancellationPolicy: 'back_order', verifyPart: '01013337', maxPages: 200, maxOrders: 2_000 } as const;

// Their schemas

const Shipped = entry({ quantity: count, ship_date: text, shipped_via: text, tracking_numbers: listOf(text) });
const Line = entry({
  part_number: text,
  ordered: v.nullish(entry({ quantity: count }), null),
  shipped: listOf(Shipped),
});
type Line = v.InferOutput<typeof Line>;
const order = { purchase_order_number: text, reference_number: orderNumber, line_items: listOf(Line) };
/** In the list one odd field spoils nothing: what can be read is. */
const TrackingNumber = textWithin('tracking_number', 'trackingnumber', 'number', 'tracking');
const ListedShipped = entry({
  quantity: anyCount,
  ship_date: textWithin('date'),
  shipped_via: textWithin('name', 'carrier'),
  tracking_numbers: readableIn(unlessTakenBack(TrackingNumber)),
  tracking_number: readableIn(unlessTakenBack(TrackingNumber)),
});
const ListedLine = entry({
  part_number: anyText,
  ordered: v.fallback(v.nullish(entry({ quantity: anyCount }), null), null),
  shipped: readableIn(ListedShipped),
});
const Listed = entry({
  purchase_order_number: text,
  reference_number: v.fallback(orderNumber, null),
  status_message: anyText,
  line_items: readableIn(ListedLine),
});
const Lines = entry({ line_items: v.nullish(v.unknown(), null) });
type Listed = v.InferOutput<typeof Listed>;
const Numbered = entry({ purchase_order_number: text });
const Referenced = entry({ reference_number: text });
const said = {
  status_code: count,
  status_message: text,
  mainframeErrors: v.pipe(
    v.nullish(v.unknown(), null),
    v.check((told) => typeof told !== 'number', 'a list, an error, or words'),
    listOf(
      v.union([
        text,
        v.pipe(
          entry({ text }),
          v.transform((error) => error.text),
        ),
      ]),
    ),
  ),
};
const Said = entry(said);
type Said = v.InferOutput<typeof Said>;
const Placed = entry({ ...said, ...order });
/** How the list is wrapped is not known: bare, or under one of these names. */
const Listing = v.union([
  rows,
  v.pipe(
    entry({ orders: rows }),
    v.transform(({ orders }) => orders),
  ),
  v.pipe(
    entry({ data: rows }),
    v.transform(({ data }) => data),
  ),
]);
const Pricing = entry({ pricing: v.array(v.unknown()) });
const Price = entryInAnyCase({ partnumber: text, found: yesOrNo, dealerprice: cents });
const Warehouse = entryInAnyCase({ warehouse: anyText, name: anyText, quantity: level });
const Available = entryInAnyCase({ partnumber: anyText, part_number: anyText, warehouses: listOf(Warehouse) });
const Availability = entry({ availability: listOf(Available) });

// The dictionary

const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'ground' };

const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'not-allowed': /restrict|not allowed|may not|prohibited|carb\b/i,
  'out-of-stock': /stock|unavailable|not available|insufficient|back.?order/i,
  'unknown-part': either(
    followed(/\b(part|item|sku|product)\b/i, /\b(unknown|invalid|not (on file|found|valid))/i),
    /(unknown|invalid|no such) (part|item|sku|product)/i,
  ),
  payment: /payment|credit|past due|on hold/i,
  'bad-credentials': /api.?key|unauthori[sz]ed|credential|authentication|dealer (number|code)/i,
  'bad-address': /address|postal|zip|city|state\b/i,
};

/** The body's `status_code` is the verdict, never the status line. */
const success = new Set([200, 201, 202, 203]);
/** A definite no: one of these codes with words beside it. 408 and 5xx are none: the order may stand. */
const isDefiniteNo = (code: number): boolean => code >= 400 && code < 500 && code !== 408;
const codes: Readonly<Record<number, RefusalCode>> = { 401: 'bad-credentials', 402: 'payment' };
/** A gateway that lets nobody in: nothing was ordered, unless the body says so. A 403 that is no JSON may be about anything. */
const isShut = (answer: Answer): boolean =>
  (answer.status === 401 && noEntryIn(answer, safeText)?.verdict === 'credentials-refused') ||
  (answer.status === 403 && read(Said, answer.json) !== null);
const noEntryIn = (answer: Answer, redact: Redact) => noEntry(profile.name, dictionary, answer, redact);

// To theirs

const headers = ({ credentials }: OpenedAccount) => ({ 'api-key': credentials.apiKey ?? '' });

const placing = (
  account: OpenedAccount,
  { poNumber, partNumber, quantity, shipTo }: OrderToPlace,
  method: string,
): DistributorRequest => ({
  effect: 'write',
  method: 'POST',
  path: '/v2/orders/dropship',
  headers: headers(account),
  body: {
    dealer_number: account.credentials.dealerNumber,
    order_type: 'DS',
    purchase_order_number: poNumber,
    shipping_method: method,
    validate_price: false,
    cancellation_policy: settings.cancellationPolicy,
    ship_to_address: {
      name: shipTo.name,
      company: shipTo.company ?? '',
      address_line_1: shipTo.line1,
      address_line_2: shipTo.line2 ?? '',
      city: shipTo.city,
      state: shipTo.state,
      postal_code: shipTo.postalCode,
      country: shipTo.country,
    },
    line_items: [{ line_number: 1, part_number: partNumber, quantity }],
  },
});

const listing = (account: OpenedAccount, { first, last }: Days, page: string): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path: '/v2/orders/dropship',
  headers: headers(account),
  repeatWhenSlow: false,
  query: [
    ['order_date_start', dashed(first)],
    ['order_date_end', dashed(last)],
    ['page_num', page],
  ],
});

const aboutPart = (account: OpenedAccount, what: 'pricing' | 'inventory', part: string): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path: `/v1/parts/${what}/${encodeURIComponent(part)}`,
  headers: headers(account),
});

// From theirs

const errorsIn = ({ mainframeErrors }: Said): readonly string[] => mainframeErrors.flatMap((error) => error ?? []);

/** Statuses with words beside them that are a no where the body gives no code of its own. */
const noByHttp = new Set([400, 402, 422]);

/** The no in an answer, doubtful where it may be the echo of our own request; null when it is not one of the shapes that are a no. */
const refusalIn = (answer: Answer, said: Said, redact: Redact, resend: boolean): Refused | Unknown | null => {
  const words = wordsIn(answer.json).join(' ') || errorsIn(said).join(' ');
  const { status_code } = said;
  const isNo =
    status_code === null
      ? isShut(answer) || errorsIn(said).length > 0 || (noByHttp.has(answer.status) && words !== '')
      : isDefiniteNo(status_code) && words !== '';
  if (!isNo) return null;
  const code = codes[status_code ?? answer.status] ?? codeOf(dictionary, words, answer);
  if (!resend && mayBeEcho(code, words)) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words || 'Unauthorized') };
};

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  if (answer.status >= 500) return unknown(`Parts Unlimited answered with status ${answer.status}.`);
  const placed = read(Placed, isShut(answer) ? (answer.json ?? {}) : answer.json);
  const number = placed?.reference_number ?? null;
  if (number === null && (isLimit(answer) || isLimit({ ...answer, status: placed?.status_code ?? 0 })))
    return notTaken('rate-limited', answer.retryAfterSeconds);
  if (placed === null) return unknown('The answer of Parts Unlimited could not be read.');
  const refusal = number === null ? refusalIn(answer, placed, redact, resend) : null;
  if (refusal !== null) return refusal;
  if (number === null || !success.has(placed.status_code ?? 0))
    return unknown('The answer of Parts Unlimited was neither its yes nor its no.');
  if (!isSamePo(placed.purchase_order_number ?? wanted.poNumber, wanted.poNumber))
    return unknown('The answer was about another order.');
  const [error] = errorsIn(placed);
  if (error !== undefined) return { verdict: 'accepted-but-different', orderNumbers: [number], message: redact(error) };
  const lines = heldIn(placed.line_items);
  const verdict = judge(wanted, { orderNumbers: [number], lines, statuses: [placed.status_message] }, redact);
  return verdict === null || verdict.verdict === 'someone-elses'
    ? unknown('The answer was about another part.')
    : doubted(verdict, answer, redact);
};

const heldIn = (lines: readonly Pick<Line, 'part_number' | 'ordered'>[]): readonly HeldLine[] =>
  lines.map(({ part_number, ordered }) => ({ part: part_number, quantity: ordered?.quantity ?? null }));

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null => {
  const said = read(Said, answer.json);
  const code = said?.status_code ?? answer.status;
  const pause = pauseIn({ ...answer, status: Math.max(answer.status, code) });
  if (pause !== null) return pause;
  if (answer.status >= 500 || code >= 500) return noAnswer('Parts Unlimited is not available.');
  if (said?.status_code === 401) return credentialsRefused(redact(wordsIn(answer.json).join(' ') || 'Unauthorized'));
  return noEntryIn(answer, redact);
};

const poNumberOf = (listed: unknown): string | null => read(Numbered, listed)?.purchase_order_number ?? null;

/** Whether every line below an order could be read. */
const isWhole = (listed: unknown): boolean =>
  itemsOf(read(Lines, listed)?.line_items).every(
    (line) => hasField(line, 'part_number', 'ordered', 'shipped') && read(ListedLine, line) !== null,
  );

/** Listed orders that can be read, each once: one may stand on two pages when the list grows between them. */
const distinct = (listed: readonly unknown[]): readonly Listed[] => [
  ...new Map(
    listed.flatMap((order) => read(Listed, order) ?? []).map((order) => [order.reference_number, order]),
  ).values(),
];

/** The order under our number among all that the list showed. What cannot be told from ours proves nothing. */
const foundIn = (all: readonly unknown[], wanted: OpenOrder, redact: Redact): FindVerdict => {
  const same = all.filter((listed) => isSamePo(poNumberOf(listed) ?? '', wanted.poNumber));
  const isDoubtful = all.some((listed) => poNumberOf(listed) === null);
  if (same.length === 0)
    return isDoubtful ? noAnswer('An order in the list could not be read.') : { verdict: 'absent' };
  const orders = distinct(same);
  const lines = orders.flatMap(({ line_items }) => heldIn(line_items));
  if (same.some((listed) => read(Listed, listed) === null) || lines.length === 0)
    return noAnswer('The order in the list could not be read.');
  const verdict = judge(
    wanted,
    {
      orderNumbers: orders.map(({ reference_number }) => reference_number),
      lines,
      statuses: orders.map(({ status_message }) => status_message),
    },
    redact,
  );
  return verdict ?? noAnswer('The order in the list has no order number yet.');
};

const seenIn = (listed: readonly unknown[], { partNumber }: OpenOrder, redact: Redact): Seen => {
  const orders = distinct(listed);
  const lines = orders.flatMap(({ line_items }) => line_items);
  const ours = lines.filter(({ part_number }) => part_number !== null && isSamePart(part_number, partNumber));
  return {
    lines: heldIn(lines),
    sent: ours.flatMap((line) => sentOf(line, redact)),
    statuses: orders.map(({ status_message }) => status_message),
  };
};

const sentOf = ({ shipped }: Listed['line_items'][number], redact: Redact): readonly Sent[] =>
  shipped.map(({ quantity, ship_date, shipped_via, tracking_numbers, tracking_number }) =>
    sentIn([...tracking_numbers, ...tracking_number], { quantity, carrier: shipped_via, date: ship_date }, redact),
  );
const jsonIn = (reply: DistributorReply): unknown =>
  reply.kind === 'answer' && reply.status < 300 ? reply.json : undefined;

/** What is told of a part's price; null = nothing that could be read. */
const priceIn = (reply: DistributorReply, part: string, redact: Redact) => {
  const prices = read(Pricing, jsonIn(reply))?.pricing;
  if (prices === undefined) return null;
  const entries = prices.flatMap((price) => read(Price, price) ?? []);
  const price = entries.find(({ partnumber }) => partnumber !== null && isSamePart(partnumber, part));
  const isListed = price !== undefined && price.found !== false;
  return {
    cost: isListed ? price.dealerprice : null,
    message: isListed ? null : redact(`Parts Unlimited does not list the part ${part}.`),
  };
};

/** How much lies in each warehouse; of an entry that names no part only when it is the only one. Null = it could not be read. */
const levelsIn = (reply: DistributorReply, part: string) => {
  const told = read(Availability, jsonIn(reply))?.availability ?? null;
  const named = told?.find(({ partnumber, part_number }) => isSamePart(partnumber ?? part_number ?? '', part));
  const [only, ...more] = told ?? [];
  const isOnly = more.length === 0 && (only?.partnumber ?? only?.part_number ?? null) === null;
  const entry = named ?? (isOnly ? only : undefined);
  return (
    entry?.warehouses.flatMap(({ warehouse, name, quantity }) =>
      quantity === null ? [] : [[warehouse ?? name ?? '', quantity] as const],
    ) ?? null
  );
};

// The calls

const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const method = methods[wanted.shippingMethod];
  if (method === undefined) return notOffered(profile.name);
  const reply = await account.client(placing(account, wanted, method));
  if (reply.kind !== 'answer') return submitWithout(reply);
  return placedIn(reply, wanted, redactorFor(account.credentials, wanted.shipTo), resend);
};

/** A page; an empty one is the end. Some lists answer 404 beyond their last page, which proves nothing of what they do not hold. */
const pageIn = ({ status, json }: Answer, mark: string | null): Page | null => {
  if (status === 404 && mark !== null) return { items: [], next: null, isEnd: false };
  const items = status < 300 ? read(Listing, json) : null;
  return items === null
    ? null
    : { items, next: items.length === 0 ? null : String(Number(mark ?? 1) + 1), isEnd: items.length === 0 };
};

/** All pages of some days, to the empty one. */
const pagesOf =
  (account: OpenedAccount, redact: Redact) =>
  (days: Days): Promise<Part<unknown>> =>
    readPages({
      ask: (page) => account.client(listing(account, days, page ?? '1')),
      stopIn: (answer) => stopIn(answer, redact),
      pageIn,
      keyOf: (listed) => JSON.stringify([poNumberOf(listed), read(Referenced, listed)?.reference_number]),
      maxPages: settings.maxPages,
    });

/** A window may be halved to be read whole, but an answer that cannot be read proves nothing however small the next question. */
const find: Distributor['find'] = async (account, wanted, now) => {
  const redact = redactorFor(account.credentials);
  const ask = async (days: Days): Promise<Part<unknown>> => {
    const part = await pagesOf(account, redact)(days);
    return part.kind === 'unreadable' ? { ...part, kind: 'stop', stop: noAnswer('The list could not be read.') } : part;
  };
  const { found, unanswered, unreadable, stop } = await askAll(daysOf([wanted], now), ask, halve);
  if (stop !== null) return stop;
  const verdict = foundIn(found, wanted, redact);
  const isWhole = verdict.verdict !== 'absent' || unanswered.length + unreadable.length === 0;
  return isWhole ? verdict : noAnswer('A part of the list could not be read.');
};

const track: Distributor['track'] = async (account, orders, now) => {
  const redact = redactorFor(account.credentials);
  const days = piecesOf(daysOf(orders, now), orders, settings.maxOrders);
  const { found, unanswered, unreadable, stop } = await askAll(days, pagesOf(account, redact), halve);
  const foundOf = byPoNumber(orders, found, poNumberOf);
  const told = trackedIn(orders, foundOf, (listed, order) => seenIn(listed, order, redact), redact);
  const left = orders.filter((order) => foundOf(order).length === 0);
  const odd = orders.filter((order) => !foundOf(order).every(isWhole));
  const rest = left.filter((order) => isWithin(order, unanswered));
  const inVain = left.filter((order) => isWithin(order, unreadable) && !rest.includes(order));
  return trackVerdict(told, { rest, unreadable: [...inVain, ...odd] }, orders.length, stop);
};

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(aboutPart(account, 'pricing', settings.verifyPart));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return read(Pricing, reply.json) === null
    ? noAnswer('The answer of Parts Unlimited could not be read.')
    : { verdict: 'ok' };
};

/** Two questions side by side: the price, and how much lies where. One of them may fail. */
const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const replies = await Promise.all([
    account.client(aboutPart(account, 'pricing', partNumber)),
    account.client(aboutPart(account, 'inventory', partNumber)),
  ]);
  const end = endOfAll(replies, (answer) => stopIn(answer, redact));
  if (end !== null) return end;
  const [priced, stocked] = replies;
  const [price, levels] = [priceIn(priced, partNumber, redact), levelsIn(stocked, partNumber)];
  if (price === null && levels === null) return noAnswer('The answer of Parts Unlimited could not be read.');
  return quoted(
    { cost: price?.cost ?? null, available: levels === null ? null : inAll(levels.map(([, level]) => level)) },
    price === null ? safeText('Parts Unlimited did not tell its price.') : price.message,
    levels === null ? safeText('Parts Unlimited did not tell its stock.') : whereCapped(levels, redact),
  );
};

const expectedOf: Distributor['expectedOf'] = ({ path }) => {
  if (path.startsWith('/v1/parts/pricing/')) return entry({ pricing: listOf(Price) });
  if (path.startsWith('/v1/parts/inventory/')) return Availability;
  return path === '/v2/orders/dropship' ? listOf(Listed) : null;
};

/** Parts Unlimited: one call that places, one list that shows everything. Facts: distributors.md, section 3. */
export const partsUnlimited: Distributor = { profile, submit, find, track, verify, quote, expectedOf };
