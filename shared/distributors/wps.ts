import * as v from 'valibot';
import type { Profile } from '../domain/profile.ts';
import type { Absent, FindVerdict, NotTaken, OpenOrder, Refused, SubmitVerdict } from '../domain/verdicts.ts';
import type { OrderToPlace, ShippingMethod } from '../domain/vocabulary.ts';
import { type Days, undashed } from './dates.ts';
import type { Distributor, DistributorReply, DistributorRequest, OpenedAccount } from './distributor.ts';
import { isSamePart, judge } from './holding.ts';
import { count, entry, listOf, orderNumber, read, text } from './lenient.ts';
import { type Redact, redactorFor } from './redact.ts';
import { askAll, daysOf, type EndOfAsking, halve, isWithin, readPart } from './sweep.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  credentialsRefused,
  type Dictionary,
  noAnswer,
  notTaken,
  readWithout,
  submitWithout,
  unknown,
} from './verdict.ts';

/** Ours to choose: how the order is paid (`OO` open order, `CC` the card on file), and what a cart may do. */
const settings = { payType: 'OO', allowBackorder: false, multipleWarehouse: true, ordersAskedOneByOne: 20 } as const;

const profile: Profile = {
  slug: 'wps',
  name: 'WPS',
  status: 'active',
  sunset: null,
  contact: { name: 'Western Power Sports', site: 'https://www.wps-inc.com' },
  credentials: [{ name: 'apiToken', label: 'API token', secret: true }],
  limits: {
    poNumber: null,
    name: 30,
    company: 0,
    line1: 30,
    line2: 30,
    city: 17,
    state: 2,
    postalCode: 15,
    country: 0,
    phone: 15,
  },
  countries: ['US'],
  characters: 'any',
  shippingMethods: ['ground', 'second-day', 'next-day'],
  offersTestMode: false,
  resend: true,
  lookUp: 'by-number',
  settleSeconds: 600,
  hosts: { live: 'https://api.wps-inc.com', test: null },
};

// Their schemas

const Item = entry({ sku: text, order_quantity: count, ship_quantity: count });
const Detail = entry({
  order_number: orderNumber,
  ship_date: text,
  ship_via: text,
  tracking_numbers: listOf(text),
  items: listOf(Item),
});
type Detail = v.InferOutput<typeof Detail>;
const PurchaseOrder = entry({ po_number: text, ship_zip: text, order_details: listOf(Detail) });
type PurchaseOrder = v.InferOutput<typeof PurchaseOrder>;
const Numbered = entry({ po_number: text });
const Message = entry({ message: v.pipe(v.string(), v.trim(), v.nonEmpty()) });
const Wrapped = entry({ data: v.nonNullish(v.unknown()) });
const Cursor = entry({ meta: entry({ cursor: entry({ next: v.nonNullish(v.unknown()) }) }) });
const CartMade = entry({ po_number: text });
const ItemAdded = entry({ available_quantity: count, backorder_quantity: count });
const Cart = entry({ po_number: text, items: v.array(entry({ item: text, sku: text, quantity: count })) });
const Placed = entry({ order_number: orderNumber, po_number: text });

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
  'duplicate-po': /duplicate|already (been )?(used|placed|ordered)/i,
  'bad-credentials': /unauthenticated|unauthori[sz]ed|token|permission|scope/i,
  'not-allowed': /may not|not allowed|restrict|prohibited|not eligible|drop.?ship/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  payment: /payment|credit|\bcard\b|past due|on hold/i,
  'unknown-part':
    /\b(item|sku|part|product)\b.*(not found|invalid|unknown|does not exist)|(invalid|unknown) (item|sku|part)/i,
  'bad-address': /address|zip|postal|city|state\b|ship.?(name|to)/i,
};

/** A definite no, with a `message` beside it: before the third call nothing can have been ordered; at it, a conflict may mean that it was. */
const noBeforeOrder = new Set([400, 401, 402, 403, 404, 409, 422]);
const noAtOrder = new Set([400, 401, 402, 403, 404, 422]);

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
const listing = (account: OpenedAccount, { first, last }: Days): DistributorRequest => ({
  ...reading(account, '/orders', [
    ['from_date', undashed(first)],
    ['to_date', undashed(last)],
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

const refusalIn = ({ status, json }: Answer, definite: ReadonlySet<number>, redact: Redact): Refused | null => {
  const words = read(Message, json)?.message ?? null;
  if (status === 401) return { verdict: 'refused', code: 'bad-credentials', message: redact(words ?? 'Unauthorized') };
  if (words === null || !definite.has(status)) return null;
  return { verdict: 'refused', code: codeOf(dictionary, words), message: redact(words) };
};

/** What a failure before the third call means: nothing has been ordered. */
const failureIn = (reply: DistributorReply, redact: Redact): NotTaken | Refused => {
  if (reply.kind === 'not-sent') return notTaken('unreachable');
  if (reply.kind === 'lost') return notTaken('unavailable');
  if (reply.status === 429) return notTaken('rate-limited', reply.retryAfterSeconds);
  return refusalIn(reply, noBeforeOrder, redact) ?? notTaken('unavailable');
};

const placedIn = (reply: DistributorReply, { poNumber }: OrderToPlace, redact: Redact): SubmitVerdict => {
  if (reply.kind !== 'answer') return submitWithout(reply);
  if (reply.status === 429) return notTaken('rate-limited', reply.retryAfterSeconds);
  if (!isYes(reply)) return refusalIn(reply, noAtOrder, redact) ?? unknown(`WPS answered with status ${reply.status}.`);
  const placed = read(Placed, unwrapped(reply.json));
  if (placed === null || placed.order_number === null)
    return unknown('WPS said yes, but no order number could be read.');
  if ((placed.po_number ?? poNumber) !== poNumber) return unknown('The answer was about another order.');
  return { verdict: 'accepted', orderNumbers: [placed.order_number] };
};

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = ({ status, json, retryAfterSeconds }: Answer, redact: Redact): EndOfAsking | null => {
  const words = read(Message, json)?.message ?? null;
  if (status === 429) return notTaken('rate-limited', retryAfterSeconds);
  if (status === 401 || (status === 403 && words !== null)) return credentialsRefused(redact(words ?? 'Unauthorized'));
  return status >= 500 ? noAnswer('WPS is not available.') : null;
};

/** "No such order" is a 404 that says so in JSON; another 404 comes from something between. */
const absentIn = ({ status, json }: Answer): Absent | null =>
  status === 404 && read(Message, json) !== null ? { verdict: 'absent' } : null;

const heldIn = ({ order_details, ship_zip }: PurchaseOrder) => ({
  orderNumbers: order_details.map((detail) => detail.order_number),
  lines: order_details.flatMap(({ items }) =>
    items.map(({ sku, order_quantity }) => ({ part: sku, quantity: order_quantity })),
  ),
  postalCode: ship_zip,
});

const foundIn = (answer: Answer, wanted: OpenOrder, redact: Redact): FindVerdict => {
  const order = isYes(answer) ? read(PurchaseOrder, unwrapped(answer.json)) : null;
  if (order === null || order.po_number !== wanted.poNumber) return noAnswer('The answer of WPS could not be read.');
  const held = heldIn(order);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('WPS does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

const seenIn = (orders: readonly unknown[], { partNumber }: OpenOrder, redact: Redact): Seen => {
  const read = orders.flatMap((order) => readOrder(order) ?? []);
  const details = read.flatMap(({ order_details }) => order_details);
  const [first] = read;
  return {
    lines: read.flatMap((order) => heldIn(order).lines),
    postalCode: first?.ship_zip ?? null,
    sent: details.flatMap((detail) => sentBy(detail, partNumber, redact)),
  };
};
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

// The calls

/** A step towards the order: null, or why it ends here. None of them orders anything. */
type Step = (account: OpenedAccount, wanted: OrderToPlace, redact: Redact) => Promise<NotTaken | Refused | null>;

/** A cart that an earlier try left behind would put its lines into ours. */
const clear: Step = async (account, { poNumber }, redact) => {
  const found = await account.client(reading(account, cartPath(poNumber)));
  if (isGone(found)) return null;
  if (yesIn(found) === null) return failureIn(found, redact);
  const dropped = await account.client(dropping(account, poNumber));
  return yesIn(dropped) !== null || isGone(dropped) ? null : failureIn(dropped, redact);
};

const open: Step = async (account, wanted, redact) => {
  const reply = await account.client(writing(account, '/carts', cartFor(wanted)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact);
  const made = read(CartMade, unwrapped(yes.json));
  return made !== null && (made.po_number ?? wanted.poNumber) === wanted.poNumber ? null : notTaken('unavailable');
};

const fill: Step = async (account, { poNumber, partNumber, quantity }, redact) => {
  const line = { item_sku: partNumber, quantity };
  const reply = await account.client(writing(account, `${cartPath(poNumber)}/items`, line));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact);
  const added = read(ItemAdded, unwrapped(yes.json));
  if (added === null) return notTaken('unavailable');
  const { available_quantity: available, backorder_quantity: lacking } = added;
  if ((lacking ?? 0) === 0 && (available ?? quantity) >= quantity) return null;
  return {
    verdict: 'refused',
    code: 'out-of-stock',
    message: `WPS has ${available ?? 'fewer'} of the ${quantity} pieces.`,
  };
};

/** The last look before the call that commits: exactly our line and nothing else. */
const check: Step = async (account, { poNumber, partNumber, quantity }, redact) => {
  const reply = await account.client(reading(account, cartPath(poNumber)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, redact);
  const cart = read(Cart, unwrapped(yes.json));
  if (cart === null || cart.items.length !== 1 || (cart.po_number ?? poNumber) !== poNumber)
    return notTaken('unavailable');
  const isOurs = cart.items.every(
    ({ item, sku, quantity: pieces }) => isSamePart(item ?? sku ?? '', partNumber) && pieces === quantity,
  );
  return isOurs ? null : notTaken('unavailable');
};

const prepare: Step = async (account, wanted, redact) => {
  for (const step of [clear, open, fill, check]) {
    const end = await step(account, wanted, redact);
    if (end !== null) return end;
  }
  return null;
};

/** Best effort: a cart left behind orders nothing, and the next try clears it. Nobody asks on under a rate limit. */
const tidy = async (
  account: OpenedAccount,
  { poNumber }: OrderToPlace,
  verdict: SubmitVerdict,
): Promise<SubmitVerdict> => {
  const isOver = verdict.verdict === 'refused' || (verdict.verdict === 'not-taken' && verdict.reason === 'unavailable');
  if (isOver) await account.client(dropping(account, poNumber));
  return verdict;
};

const submit: Distributor['submit'] = async (account, wanted) => {
  const redact = redactorFor(account.credentials, wanted.shipTo);
  const end = await prepare(account, wanted, redact);
  if (end !== null) return tidy(account, wanted, end);
  const reply = await account.client(writing(account, '/orders', { po_number: wanted.poNumber }));
  return tidy(account, wanted, placedIn(reply, wanted, redact));
};

const orderPath = (poNumber: string): string => `/orders/${encodeURIComponent(poNumber)}`;

const find: Distributor['find'] = async (account, wanted) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  return stopIn(reply, redact) ?? absentIn(reply) ?? foundIn(reply, wanted, redact);
};

/** A list that goes on elsewhere is only a part of the answer. */
const listIn = (answer: Answer): readonly unknown[] | null =>
  isYes(answer) && read(Cursor, answer.json) === null ? read(v.array(v.unknown()), unwrapped(answer.json)) : null;
const oneIn = (answer: Answer): readonly unknown[] | null => {
  if (absentIn(answer) !== null) return [];
  const order = isYes(answer) ? unwrapped(answer.json) : null;
  return readOrder(order) === null ? null : [order];
};

const track: Distributor['track'] = async (account, orders, now) => {
  const redact = redactorFor(account.credentials);
  const stop = (answer: Answer) => stopIn(answer, redact);
  const askDays = async (days: Days) => readPart(await account.client(listing(account, days)), stop, listIn);
  const askOne = async ({ poNumber }: OpenOrder) =>
    readPart(await account.client(reading(account, orderPath(poNumber))), stop, oneIn);
  const listed = await askAll(daysOf(orders, now), askDays, halve);
  const inList = new Set(listed.found.map(poNumberOf));
  const unlisted = [...listed.unanswered, ...listed.unreadable];
  const left = orders.filter((order) => !inList.has(order.poNumber) && isWithin(order, unlisted));
  const single = await askAll(
    listed.stop === null ? left.slice(0, settings.ordersAskedOneByOne) : [],
    askOne,
    () => [],
  );
  const byNumber = Map.groupBy([...listed.found, ...single.found], poNumberOf);
  const told = trackedIn(
    orders,
    ({ poNumber }) => byNumber.get(poNumber) ?? [],
    (found, order) => seenIn(found, order, redact),
    redact,
  );
  const rest = listed.stop === null ? [...single.unanswered, ...left.slice(settings.ordersAskedOneByOne)] : left;
  return trackVerdict(told, { rest, unreadable: single.unreadable }, orders.length, listed.stop ?? single.stop);
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

/** WPS: a cart, its line, and the one call that orders. Facts: distributors.md, section 4. */
export const wps: Distributor = { profile, submit, find, track, verify };
