import * as v from 'valibot';
import { isElsewhere } from '../domain/postal-code.ts';
import {
  type Accepted,
  type FindVerdict,
  type NotTaken,
  type Offer,
  type OpenOrder,
  type Refused,
  type SubmitVerdict,
  safeText,
  type Unknown,
} from '../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode, ShippingMethod } from '../domain/vocabulary.ts';
import { type Days, undashed } from './dates.ts';
import type { Distributor, DistributorReply, DistributorRequest, OpenedAccount } from './distributor.ts';
import { byPoNumber, isNearlyOurs, isSamePart, isSamePo, judge } from './holding.ts';
import {
  anyCount,
  anyText,
  count,
  entry,
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
import { cappedAt, cents, endOfAll, inAll, type Level, level, quoted, whereCapped, yesOrNo } from './offer.ts';
import { type Page, readPages } from './pages.ts';
import { wpsProfile as profile } from './profiles/wps.ts';
import { type Redact, redactorFor } from './redact.ts';
import { calledOffIn } from './standing.ts';
import { askAll, daysOf, type EndOfAsking, halve, isWithin, type Part, readPart } from './sweep.ts';
import { unlessTakenBack } from './taken-back.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  type Dictionary,
  doubted,
  doubtful,
  either,
  followed,
  isLimit,
  isNoByStatus,
  mayBeEcho,
  noAnswer,
  noEntry,
  notTaken,
  pauseIn,
  readWithout,
  submitWithout,
  unknown,
} from './verdict.ts';
import { mayBePage } from './whole-list.ts';
import { wordsIn, wordsOf } from './words.ts';

/** Ours to choose: how the order is paid (`OO` open order, `CC` the card on file), and what a cart may do. */
const settings = {
  payType: 'OO',
  allowBackorder: false,
  multipleWarehouse: true,
  ordersAskedOneByOne: 20,
  pageSize: 500,
  maxPages: 50,
  // Levels are told up to this many pieces a warehouse.
  mostTold: 25,
} as const;

// Their schemas

const Item = entry({ sku: anyText, order_quantity: anyCount, ship_quantity: anyCount });
const TrackingNumber = textWithin('tracking_number', 'trackingnumber', 'number', 'tracking');
const Detail = entry({
  order_number: v.fallback(orderNumber, null),
  order_status: anyText,
  ship_date: textWithin('date'),
  ship_via: textWithin('code', 'name'),
  tracking_numbers: readableIn(unlessTakenBack(TrackingNumber)),
  items: readableIn(Item),
});
type Detail = v.InferOutput<typeof Detail>;
const PurchaseOrder = entry({ po_number: anyText, ship_zip: anyText, order_details: readableIn(Detail) });
type PurchaseOrder = v.InferOutput<typeof PurchaseOrder>;
const Details = entry({ order_details: v.nullish(v.unknown(), null) });
const Numbered = entry({ po_number: text });
const Wrapped = entry({ data: v.nonNullish(v.unknown()) });
const Cursor = entry({ meta: entry({ cursor: entry({ next: text }) }) });
const Meta = entry({ meta: entry({ cursor: entry({}) }) });
/** Levels are capped: `25+` is at least 25. */
const cappedCount = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value) => (typeof value === 'string' ? value.replace(/ ?\+$/, '') : value)),
  count,
);
const CartMade = entry({ po_number: text });
const ItemAdded = entry({ available_quantity: cappedCount, backorder_quantity: count });
const Cart = entry({
  po_number: text,
  ship_zip: anyText,
  items: listOf(entry({ item: text, sku: text, item_sku: text, quantity: count })),
});
const Placed = entry({ order_number: orderNumber, po_number: text, status: anyText, order_status: anyText });
const ListedItem = entry({
  sku: text,
  standard_dealer_price: cents,
  drop_ship_eligible: yesOrNo,
  drop_ship_fee: cents,
  status: anyText,
  superseded_sku: anyText,
});
const ListedItems = entry({ data: listOf(ListedItem) });
const warehouses = ['CA', 'GA', 'ID', 'IN', 'PA', 'PA2', 'TX'] as const;
const Stock = entry({
  ca_warehouse: level,
  ga_warehouse: level,
  id_warehouse: level,
  in_warehouse: level,
  pa_warehouse: level,
  pa2_warehouse: level,
  tx_warehouse: level,
});
const Stocks = entry({ data: listOf(Stock) });

// The dictionary

const methods: Readonly<Record<ShippingMethod, string>> = { ground: 'BEST', 'second-day': 'UP2D', 'next-day': 'UP1D' };

/** Who carries what was sent by a code of `ship_via`: those that the documentation names, and those that clients send. */
const carriersByCode: ReadonlyMap<string, string> = new Map([
  ['AH2D', 'FedEx'],
  // The best ground service is of one of the carriers that the documentation names.
  ['BEST', 'UPS, FedEx, USPS or OnTrac'],
  ['CO5', 'OnTrac'],
  ['FDXG', 'FedEx'],
  ['FE1D', 'FedEx'],
  ['FE2D', 'FedEx'],
  ['UP1D', 'UPS'],
  ['UP2D', 'UPS'],
  ['UPS', 'UPS'],
  ['US1C', 'USPS'],
  ['US4C', 'USPS'],
]);

const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|placed|ordered|taken|exists)/i,
  'bad-credentials': /unauthenticated|unauthori[sz]ed|token|permission|scope|\babilit/i,
  'not-allowed':
    /may not (?!be (greater|less|more|longer|fewer|empty|blank)\b)|not allowed|restrict|prohibited|not eligible|drop.?ship/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  payment: /payment|credit|\bcard\b|past due|on hold|\bpay type\b|\bcc last four\b/i,
  'unknown-part': either(
    followed(/\b(item|sku|part|product)\b/i, /not found|invalid|unknown|does not exist/i),
    /(invalid|unknown) (item|sku|part)/i,
  ),
  'bad-address': /address|zip|postal|city|state\b|ship.?(name|to)/i,
};

/** What the call that orders may be refused with. Of a 404 (the cart is gone) or a conflict our own request may be the cause. */
const noAtOrder = new Set([400, 402, 403, 422]);

// To theirs

const headers = ({ credentials }: OpenedAccount) => ({ authorization: `Bearer ${credentials.apiToken ?? ''}` });
const cartPath = (poNumber: string): string => `/carts/${encodeURIComponent(poNumber)}`;

const reading = (
  account: OpenedAccount,
  path: string,
  query: DistributorRequest['query'] = [],
): DistributorRequest => ({
  effect: 'read',
  method: 'GET',
  path,
  query,
  headers: headers(account),
});
const writing = (account: OpenedAccount, path: string, body: unknown): DistributorRequest => ({
  effect: 'write',
  method: 'POST',
  path,
  body,
  headers: headers(account),
});
const dropping = (account: OpenedAccount, poNumber: string): DistributorRequest => ({
  effect: 'write',
  method: 'DELETE',
  path: cartPath(poNumber),
  headers: headers(account),
});
const listing = (account: OpenedAccount, { first, last }: Days, cursor: string | null): DistributorRequest => ({
  ...reading(account, '/orders', [
    ['from_date', undashed(first)],
    ['to_date', undashed(last)],
    ['page[size]', String(settings.pageSize)],
    ...(cursor === null ? [] : [['page[cursor]', cursor] as const]),
  ]),
  repeatWhenSlow: false,
});

/** An empty field is left out: what WPS makes of an empty one is not known. */
const cartFor = ({ poNumber, shipTo, shippingMethod }: OrderToPlace) => ({
  po_number: poNumber,
  ship_via: methods[shippingMethod],
  ship_name: shipTo.name,
  ship_address1: shipTo.line1,
  ...(shipTo.line2 ? { ship_address2: shipTo.line2 } : {}),
  ship_city: shipTo.city,
  ship_state: shipTo.state,
  ship_zip: shipTo.postalCode,
  ...(shipTo.phone ? { ship_phone: shipTo.phone } : {}),
  allow_backorder: settings.allowBackorder,
  hold_order: false,
  multiple_warehouse: settings.multipleWarehouse,
  pay_type: settings.payType,
});

// From theirs

/** Things come wrapped in `data`, though one client reads an order unwrapped. */
const unwrapped = (json: unknown): unknown => read(Wrapped, json)?.data ?? json;
const isYes = ({ status }: Answer): boolean => status >= 200 && status < 300;
const isGone = (reply: DistributorReply): boolean => reply.kind === 'answer' && reply.status === 404;
/** The answer, when it is a yes. */
const yesIn = (reply: DistributorReply): Answer | null => (reply.kind === 'answer' && isYes(reply) ? reply : null);

const sentenceOf = (answer: Answer): string =>
  wordsOf(answer).join(' ') || `WPS answered with status ${answer.status}.`;

const codeFor = (answer: Answer, words: string): RefusalCode => {
  if (noEntry(profile.name, dictionary, answer, safeText)?.verdict === 'credentials-refused') return 'bad-credentials';
  return answer.json === undefined ? 'other' : codeOf(dictionary, words, answer);
};

/** A no before the third call: nothing can have been ordered, whoever says it. */
const refusalIn = (answer: Answer, redact: Redact): Refused => {
  const words = sentenceOf(answer);
  return { verdict: 'refused', code: codeFor(answer, words), message: redact(words) };
};

/** What a request that wrote to the cart may still do there, although its answer was lost: its name is not used before that is over. */
const unsettled = notTaken('unavailable', profile.settleSeconds);
const lostBehindGateway = new Set([502, 504]);

/** What a failure before the third call means: nothing has been ordered. */
const failureIn = (reply: DistributorReply, redact: Redact, effect: 'read' | 'write'): NotTaken | Refused => {
  if (reply.kind === 'not-sent') return notTaken('unreachable');
  if (reply.kind === 'lost') return effect === 'write' ? unsettled : notTaken('unavailable');
  if (isNoByStatus(reply.status) && !isLimit(reply)) return refusalIn(reply, redact);
  if (effect === 'write' && lostBehindGateway.has(reply.status)) return unsettled;
  return pauseIn(reply) ?? notTaken('unavailable');
};

/** A no to the order itself counts when it says what is wrong, and cannot be the echo of our own request having been taken. */
const noToOrderIn = (answer: Answer, redact: Redact, resend: boolean): Refused | Unknown => {
  const { status, json } = answer;
  const words = wordsIn(json).join(' ');
  if (status === 401 && codeFor(answer, words) === 'bad-credentials') return refusalIn(answer, redact);
  const isNo = words !== '' && (noAtOrder.has(status) || (resend && isNoByStatus(status)));
  if (!isNo) return unknown(`WPS answered with status ${status}.`);
  const code = status === 402 ? 'payment' : codeOf(dictionary, words, answer);
  if (!resend && (code === 'other' || mayBeEcho(code, words))) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};

const placedIn = (
  reply: DistributorReply,
  { poNumber }: OrderToPlace,
  redact: Redact,
  resend: boolean,
): SubmitVerdict => {
  if (reply.kind !== 'answer') return submitWithout(reply);
  if (isLimit(reply)) return notTaken('rate-limited', reply.retryAfterSeconds);
  if (!isYes(reply)) return noToOrderIn(reply, redact, resend);
  const placed = read(Placed, unwrapped(reply.json));
  if (placed === null || placed.order_number === null)
    return unknown('WPS said yes, but no order number could be read.');
  if (!isSamePo(placed.po_number ?? poNumber, poNumber)) return unknown('The answer was about another order.');
  const orderNumbers: Accepted['orderNumbers'] = [placed.order_number];
  const off = calledOffIn([placed.status, placed.order_status]);
  if (off !== null) return { verdict: 'accepted-but-different', orderNumbers, message: redact(off) };
  return doubted({ verdict: 'accepted', orderNumbers }, reply, redact);
};

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null =>
  pauseIn(answer) ??
  noEntry(profile.name, dictionary, answer, redact) ??
  (answer.status >= 500 ? noAnswer('WPS is not available.') : null);

/** "No such order" is a 404 that says so in JSON. Something in between may say the same: alone it proves nothing. */
const isNotFound = ({ status, json }: Answer): boolean => status === 404 && wordsIn(json).length > 0;
const isFreshNotFound = (answer: Answer): boolean => isNotFound(answer) && answer.isFromCache !== true;

const heldIn = ({ order_details, ship_zip }: PurchaseOrder) => ({
  orderNumbers: order_details.map((detail) => detail.order_number),
  lines: order_details.flatMap(({ items }) =>
    items.map(({ sku, order_quantity }) => ({ part: sku, quantity: order_quantity })),
  ),
  postalCode: ship_zip,
  statuses: order_details.map(({ order_status }) => order_status),
});

const foundIn = (answer: Answer, wanted: OpenOrder, redact: Redact): FindVerdict => {
  const [order] = isYes(answer) ? orderIn(answer) : [];
  if (order === undefined || !isSamePo(order.po_number ?? '', wanted.poNumber))
    return noAnswer('The answer of WPS could not be read.');
  return judged(order, wanted, redact);
};

/** A single order, or a list of one. */
const orderIn = ({ json }: Answer): readonly PurchaseOrder[] => {
  const told = unwrapped(json);
  const [only, ...more] = Array.isArray(told) ? told : [told];
  const order = more.length > 0 ? null : read(PurchaseOrder, only);
  return order === null ? [] : [order];
};

const judged = (order: PurchaseOrder, wanted: OpenOrder, redact: Redact): FindVerdict => {
  const held = heldIn(order);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('WPS does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

const seenIn = (orders: readonly unknown[], { partNumber }: OpenOrder, redact: Redact): Seen => {
  const read = orders.flatMap((order) => readOrder(order) ?? []);
  const details = distinct(read);
  const [first] = read;
  return {
    ...heldIn({ po_number: null, ship_zip: first?.ship_zip ?? null, order_details: [...details] }),
    sent: details.flatMap((detail) => sentBy(detail, partNumber, redact)),
  };
};
/** Each order once: one may stand on two pages, when the list grows between them. */
const distinct = (orders: readonly PurchaseOrder[]): readonly Detail[] => [
  ...new Map(
    orders.flatMap(({ order_details }) => order_details).map((detail) => [detail.order_number ?? detail, detail]),
  ).values(),
];
/** Whether everything below an order could be read as far as it matters. */
const isWhole = (order: unknown): boolean =>
  itemsOf(read(Details, order)?.order_details).every(
    (detail) => hasField(detail, 'order_number', 'tracking_numbers', 'items') && read(Detail, detail) !== null,
  );
const readOrder = (order: unknown): PurchaseOrder | null => read(PurchaseOrder, order);
const poNumberOf = (order: unknown): string | null => read(Numbered, order)?.po_number ?? null;

/** What one warehouse has sent, unless it sends only other parts. */
const sentBy = (detail: Detail, part: string, redact: Redact): readonly Sent[] => {
  const { items, tracking_numbers, ship_via, ship_date } = detail;
  const ours = items.filter(({ sku }) => sku !== null && isSamePart(sku, part));
  if (items.length > 0 && ours.length === 0) return [];
  const told = ours.flatMap(({ ship_quantity }) => ship_quantity ?? []);
  const quantity = told.length === 0 ? null : told.reduce((sum, pieces) => sum + pieces, 0);
  return [sentIn(tracking_numbers, { quantity, carrier: carrierBy(ship_via), date: ship_date }, redact)];
};

/** The carrier of a code; of another code (`CPU`) nobody's; other words are the carrier's name. */
const carrierBy = (shipVia: string | null): string | null => {
  const code = (shipVia ?? '').toUpperCase();
  return carriersByCode.get(code) ?? (/^[A-Z\d]{1,5}$/.test(code) && shipVia === code ? null : shipVia);
};
type StockLevels = readonly (readonly [warehouse: string, level: Level])[];
/** What lies in each warehouse that a level is told of; null = the answer could not be read. */
const levelsIn = (answer: Answer | null): StockLevels | null => {
  const stock = answer === null ? undefined : read(Stocks, answer.json)?.data[0];
  if (stock === undefined) return null;
  return Object.entries(stock).flatMap(([name, level]) => {
    const warehouse = warehouses.find((code) => name === `${code.toLowerCase()}_warehouse`);
    return level === null || warehouse === undefined ? [] : [[warehouse, cappedAt(level, settings.mostTold)] as const];
  });
};

/** What is told of a part; null = nothing that could be read. */
const termsIn = (answer: Answer | null, part: string, redact: Redact) => {
  const items = answer === null ? null : read(ListedItems, answer.json);
  if (items === null) return null;
  const item = items.data.find(({ sku }) => sku !== null && isSamePart(sku, part));
  if (item === undefined) return { told: {}, message: redact(`WPS does not list the part ${part}.`) };
  const told: Partial<Offer> = {
    cost: item.standard_dealer_price,
    fee: item.drop_ship_fee,
    dropShipAllowed: item.drop_ship_eligible,
  };
  const remarks = [
    item.drop_ship_eligible === false ? 'WPS does not drop-ship this part.' : null,
    item.superseded_sku === null ? null : `WPS has replaced it by ${item.superseded_sku}.`,
    item.status === null || item.status === 'STK' ? null : `WPS lists it with the status ${item.status}.`,
  ].flatMap((remark) => remark ?? []);
  return { told, message: remarks.length === 0 ? null : redact(remarks.join(' ')) };
};

// The calls

/** A step towards the order: null, or why it ends here. None of them orders anything. */
type Step = (account: OpenedAccount, wanted: OrderToPlace, redact: Redact) => Promise<NotTaken | Refused | null>;

type Cart = v.InferOutput<typeof Cart>;
const isOurLine = ({ item, sku, item_sku }: Cart['items'][number], part: string): boolean =>
  isSamePart(item ?? sku ?? item_sku ?? '', part);

/** Whether a cart under our number may be what an earlier try of this order left behind: nothing in it is another's. */
const isLeftover = (cart: Cart | null, { poNumber, partNumber, shipTo }: OrderToPlace): boolean =>
  cart?.items.every((line) => isOurLine(line, partNumber)) === true &&
  isSamePo(cart.po_number ?? poNumber, poNumber) &&
  !isElsewhere(shipTo.postalCode, cart.ship_zip);

const anothersCart: Refused = {
  verdict: 'refused',
  code: 'other',
  message: safeText(
    'WPS has an open cart under this PO number that is not of this order. Nothing was sent: take another number',
  ),
};

/** A cart that an earlier try left behind would put its lines into ours. Another store's is never touched. */
const clear: Step = async (account, wanted, redact) => {
  const { poNumber } = wanted;
  const found = await account.client(reading(account, cartPath(poNumber)));
  if (isGone(found)) return null;
  const yes = yesIn(found);
  if (yes === null) return failureIn(found, redact, 'read');
  if (yes.json === undefined) return notTaken('unavailable');
  if (!isLeftover(read(Cart, unwrapped(yes.json)), wanted)) return anothersCart;
  const dropped = await account.client(dropping(account, poNumber));
  return yesIn(dropped) !== null || isGone(dropped) ? null : failureIn(dropped, redact, 'write');
};

const open: Step = async (account, wanted, redact) => {
  const reply = await account.client(writing(account, '/carts', cartFor(wanted)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact, 'write');
  const made = read(CartMade, unwrapped(yes.json));
  return made !== null && isSamePo(made.po_number ?? wanted.poNumber, wanted.poNumber) ? null : notTaken('unavailable');
};

const fill: Step = async (account, { poNumber, partNumber, quantity }, redact) => {
  const line = { item_sku: partNumber, quantity };
  const reply = await account.client(writing(account, `${cartPath(poNumber)}/items`, line));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact, 'write');
  const added = read(ItemAdded, unwrapped(yes.json));
  if (added === null) return notTaken('unavailable');
  const { available_quantity: available, backorder_quantity: lacking } = added;
  if ((lacking ?? 0) === 0 && (available ?? quantity) >= quantity) return null;
  return {
    verdict: 'refused',
    code: 'out-of-stock',
    message: safeText(`WPS has ${available ?? 'fewer'} of the ${quantity} pieces.`),
  };
};

/** The last look before the call that commits: exactly our line and nothing else. */
const check: Step = async (account, { poNumber, partNumber, quantity }, redact) => {
  const reply = await account.client(reading(account, cartPath(poNumber)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact, 'read');
  const cart = read(Cart, unwrapped(yes.json));
  if (cart === null || cart.items.length !== 1 || !isSamePo(cart.po_number ?? poNumber, poNumber))
    return notTaken('unavailable');
  const isOurs = cart.items.every((line) => isOurLine(line, partNumber) && line.quantity === quantity);
  return isOurs ? null : notTaken('unavailable');
};

/** Why it ends before the order, and whether the cart may be ours by then. */
type Ended = { readonly end: NotTaken | Refused; readonly isOurs: boolean };

const prepare = async (account: OpenedAccount, wanted: OrderToPlace, redact: Redact): Promise<Ended | null> => {
  for (const step of [clear, open, fill, check]) {
    const end = await step(account, wanted, redact);
    if (end !== null) return { end, isOurs: step !== clear };
  }
  return null;
};

/** Best effort, of a cart that we have opened: one left behind orders nothing, and the next try clears it. Nobody asks on under a rate limit. */
const tidy = async <Verdict extends SubmitVerdict>(
  account: OpenedAccount,
  { poNumber }: OrderToPlace,
  verdict: Verdict,
): Promise<Verdict> => {
  const isOver = verdict.verdict === 'refused' || (verdict.verdict === 'not-taken' && verdict.reason === 'unavailable');
  if (isOver) await account.client(dropping(account, poNumber));
  return verdict;
};

/** What, as the answer to the order itself, would be less certain. */
const isLessCertainLater = (end: NotTaken | Refused): boolean =>
  end.verdict === 'refused' || end.reason === 'rate-limited';

const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const redact = redactorFor(account.credentials, wanted.shipTo);
  const ended = await prepare(account, wanted, redact);
  if (ended !== null) {
    const end = isLessCertainLater(ended.end) ? { ...ended.end, before: true as const } : ended.end;
    return ended.isOurs ? tidy(account, wanted, end) : end;
  }
  const reply = await account.client(writing(account, '/orders', { po_number: wanted.poNumber }));
  const verdict = placedIn(reply, wanted, redact, resend);
  return verdict.verdict === 'accepted' ? confirmed(account, wanted, verdict, redact) : tidy(account, wanted, verdict);
};

/** The order as it stands is read once: a line that came late would be in it. Without an answer the yes is believed. */
const confirmed = async (
  account: OpenedAccount,
  wanted: OrderToPlace,
  yes: Accepted,
  redact: Redact,
): Promise<SubmitVerdict> => {
  const reply = await account.client({ ...reading(account, orderPath(wanted.poNumber)), repeatWhenSlow: false });
  const order = reply.kind === 'answer' && isYes(reply) ? orderIn(reply) : [];
  const ours = order.filter(({ po_number }) => isSamePo(po_number ?? '', wanted.poNumber));
  const held = ours
    .map(heldIn)
    .find(({ orderNumbers }) => orderNumbers.some((number) => number === yes.orderNumbers[0]));
  const told = reply.kind === 'answer' ? stopIn(reply, redact) : readWithout(reply);
  if (told?.verdict === 'not-taken' || told?.verdict === 'credentials-refused') return { ...yes, aside: told };
  if (held === undefined || !held.lines.some(({ part }) => part !== null)) return yes;
  const verdict = judge(wanted, held, redact);
  if (verdict === null) return yes;
  if (verdict.verdict !== 'someone-elses') return verdict;
  return { verdict: 'accepted-but-different', orderNumbers: yes.orderNumbers, message: verdict.message };
};

const orderPath = (poNumber: string): string => `/orders/${encodeURIComponent(poNumber)}`;

const find: Distributor['find'] = async (account, wanted, now) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  return isFreshNotFound(reply) ? foundInList(account, wanted, now, redact) : foundIn(reply, wanted, redact);
};

/** The second sign: the list of its days, read to the end, does not hold it either. */
const foundInList = async (
  account: OpenedAccount,
  wanted: OpenOrder,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const listed = await askAll(daysOf([wanted], now), askDays(account, redact), halve);
  if (listed.stop !== null) return listed.stop;
  const same = listed.found.filter((order) => isSamePo(poNumberOf(order) ?? '', wanted.poNumber));
  if (same.length > 0) {
    const details = distinct(same.flatMap((order) => readOrder(order) ?? []));
    const [first] = same.flatMap((order) => readOrder(order) ?? []);
    return judged({ po_number: null, ship_zip: first?.ship_zip ?? null, order_details: [...details] }, wanted, redact);
  }
  const isComplete = listed.unanswered.length + listed.unreadable.length === 0;
  if (!isComplete || listed.found.some((order) => poNumberOf(order) === null))
    return noAnswer('WPS says that there is no such order, but its list could not be read whole.');
  if (listed.found.some((order) => mayBeOurs(order, wanted, redact)))
    return noAnswer('WPS lists an order of this part to this postal code under a number that is nearly ours.');
  return { verdict: 'absent' };
};

const mayBeOurs = (listed: unknown, wanted: OpenOrder, redact: Redact): boolean => {
  const order = readOrder(listed);
  return order !== null && isNearlyOurs(wanted, order.po_number, heldIn(order), redact);
};

/** A page of the list, and the cursor of the next. Where no cursor is told of, a full page, or one of a usual size, may have been cut. */
const pageIn = (answer: Answer): Page | null => {
  const items = isYes(answer) ? read(rows, unwrapped(answer.json)) : null;
  if (items === null) return null;
  const next = read(Cursor, answer.json)?.meta.cursor.next ?? null;
  return { items, next, isEnd: next !== null || read(Meta, answer.json) !== null || !mayBePage(items.length) };
};

const askDays =
  (account: OpenedAccount, redact: Redact) =>
  (days: Days): Promise<Part<unknown>> =>
    readPages({
      ask: (cursor) => account.client(listing(account, days, cursor)),
      stopIn: (answer) => stopIn(answer, redact),
      pageIn,
      keyOf: (order) => poNumberOf(order) ?? '',
      maxPages: settings.maxPages,
    });

const oneIn = (answer: Answer): readonly unknown[] | null => {
  if (isNotFound(answer)) return [];
  const order = isYes(answer) ? unwrapped(answer.json) : null;
  return readOrder(order) === null ? null : [order];
};

const track: Distributor['track'] = async (account, orders, now) => {
  const redact = redactorFor(account.credentials);
  const stop = (answer: Answer) => stopIn(answer, redact);
  const askOne = async ({ poNumber }: OpenOrder) =>
    readPart(await account.client(reading(account, orderPath(poNumber))), stop, oneIn);
  const listed = await askAll(daysOf(orders, now), askDays(account, redact), halve);
  const inList = byPoNumber(orders, listed.found, poNumberOf);
  const unlisted = [...listed.unanswered, ...listed.unreadable];
  const left = orders.filter((order) => inList(order).length === 0 && isWithin(order, unlisted));
  const single = await askAll(
    listed.stop === null ? left.slice(0, settings.ordersAskedOneByOne) : [],
    askOne,
    () => [],
  );
  const foundOf = byPoNumber(orders, [...listed.found, ...single.found], poNumberOf);
  const told = trackedIn(orders, foundOf, (found, order) => seenIn(found, order, redact), redact);
  const rest = listed.stop === null ? [...single.unanswered, ...left.slice(settings.ordersAskedOneByOne)] : left;
  const odd = orders.filter((order) => !foundOf(order).every(isWhole));
  const unreadable = [...new Set([...single.unreadable, ...odd])];
  return trackVerdict(told, { rest, unreadable }, orders.length, listed.stop ?? single.stop);
};

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(reading(account, '/items', [['page[size]', '1']]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return isYes(reply) && read(Wrapped, reply.json) !== null
    ? { verdict: 'ok' }
    : noAnswer('The answer of WPS could not be read.');
};

/** Two questions side by side: what the part is, and how much of it lies where. One of them may fail. */
const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const about = [['filter[sku]', partNumber]] as const;
  const replies = await Promise.all([
    account.client(reading(account, '/items', about)),
    account.client(reading(account, '/inventory', about)),
  ]);
  const end = endOfAll(replies, (answer) => stopIn(answer, redact));
  if (end !== null) return end;
  const [items, stock] = replies.map(yesIn);
  const [terms, levels] = [termsIn(items ?? null, partNumber, redact), levelsIn(stock ?? null)];
  if (terms === null && levels === null) return noAnswer('The answer of WPS could not be read.');
  return quoted(
    { ...terms?.told, available: levels === null ? null : inAll(levels.map(([, level]) => level)) },
    terms === null ? safeText('WPS did not tell its price.') : terms.message,
    levels === null ? safeText('WPS did not tell its stock.') : whereCapped(levels, redact),
  );
};

const expectedOf: Distributor['expectedOf'] = ({ path }) => {
  if (path === '/items') return ListedItems;
  if (path === '/inventory') return Stocks;
  if (path === '/orders') return entry({ data: listOf(PurchaseOrder), meta: entry({ cursor: entry({ next: text }) }) });
  return path.startsWith('/orders/') ? entry({ data: PurchaseOrder }) : null;
};

/** WPS: a cart, its line, and the one call that orders. Facts: distributors.md, section 4. */
export const wps: Distributor = { profile, submit, find, track, verify, quote, expectedOf };
