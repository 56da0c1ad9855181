import * as v from 'valibot';
import type { Profile } from '../domain/profile.ts';
import type {
  Absent,
  AcceptedButDifferent,
  FindVerdict,
  OpenOrder,
  Refused,
  SubmitVerdict,
} from '../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode, ShippingMethod } from '../domain/vocabulary.ts';
import { dayOf, undashed } from './dates.ts';
import type { Distributor, DistributorRequest, OpenedAccount } from './distributor.ts';
import { judge, type Wanted } from './holding.ts';
import { count, entry, listOf, orderNumber, read, text } from './lenient.ts';
import { type Redact, redactorFor } from './redact.ts';
import { askAll, chunks, type EndOfAsking, halveList, readPart } from './sweep.ts';
import { type Seen, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  credentialsRefused,
  type Dictionary,
  noAnswer,
  notOffered,
  notTaken,
  readWithout,
  submitWithout,
  unknown,
} from './verdict.ts';

const settings = { maxQuery: 1_700 } as const;

const profile: Profile = {
  slug: 'automatic',
  name: 'Automatic Distributors',
  status: 'active',
  sunset: null,
  contact: { name: 'Automatic Distributors', site: 'https://www.autodist.com' },
  credentials: [{ name: 'apiToken', label: 'API token', secret: true }],
  limits: {
    poNumber: 22,
    name: null,
    company: null,
    line1: null,
    line2: null,
    city: null,
    state: 2,
    postalCode: null,
    country: 2,
    phone: null,
  },
  countries: null,
  characters: 'any',
  shippingMethods: ['ground'],
  offersTestMode: true,
  resend: true,
  lookUp: 'by-number',
  settleSeconds: 600,
  // Its host is not public: to be configured.
  hosts: { live: null, test: null },
};

// Their schemas

/** How an order number is spelt is not public: as `ponumber` is, or as the query's `orderNumbers`. */
const Header = entry({ ponumber: text, orderNumber, ordernumber: orderNumber, invoiceDate: text });
const Tracking = entry({ trackingNumber: text, proNumber: text });
const Generation = entry({
  header: Header,
  items: listOf(entry({ number: text, quantity: count })),
  shipToAddress: v.nullish(entry({ zip: text }), null),
  trackingNumbers: listOf(Tracking),
});
type Generation = v.InferOutput<typeof Generation>;
/** One PO number can own several orders, and an order several generations; whether they are wrapped is not known. */
const Orders = v.union([
  v.array(Generation),
  v.pipe(
    Generation,
    v.transform((only) => [only]),
  ),
]);
/** Where the code sits is not public: beside the message, in an `error`, or within the words. */
const errorEntries = { code: text, message: text };
const Failure = entry({ ...errorEntries, error: v.nullish(entry(errorEntries), null) });

// The dictionary

/** A guess: no ship method is public. */
const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'ground' };

const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed)/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  'not-allowed': /restrict|not allowed|may not|prohibited|carb\b/i,
  payment: /payment|credit|\bcard\b|past due|on hold/i,
  'unknown-part': /\b(item|part|sku)\b.*(unknown|not found|invalid)|(unknown|invalid|no such) (item|part|sku)/i,
  'bad-address': /address|zip|postal|city|state\b/i,
  'bad-credentials': /authori[sz]ation|api.?key|token|credential/i,
};

type No = { readonly status: number; readonly error: string; readonly code: RefusalCode | 'by-words' };
/** The errors that are a definite no. E000, E200 and E201 are none: an order may stand behind a gateway that failed. */
const definiteNo: readonly No[] = [
  { status: 401, error: 'E001', code: 'bad-credentials' },
  { status: 423, error: 'E002', code: 'bad-credentials' },
  { status: 406, error: 'E004', code: 'other' },
  { status: 422, error: 'E005', code: 'not-allowed' },
  { status: 400, error: 'E100', code: 'by-words' },
  { status: 400, error: 'E202', code: 'bad-address' },
];
const rateLimit = { status: 403, error: 'E003' } as const;
const noSuchOrder = { status: 404, error: 'E201' } as const;

// To theirs

const headers = ({ credentials }: OpenedAccount) => ({ authorization: credentials.apiToken ?? '' });

/** The body is not public: a guess after the names of the answers, kept in this one place. */
const orderFor = ({ poNumber, partNumber, quantity, shipTo }: OrderToPlace, shipMethod: string) => ({
  ponumber: poNumber,
  shipToAddress: {
    name: shipTo.name,
    company: shipTo.company ?? '',
    address1: shipTo.line1,
    address2: shipTo.line2 ?? '',
    city: shipTo.city,
    state: shipTo.state,
    zip: shipTo.postalCode,
    country: shipTo.country,
    phone: shipTo.phone ?? '',
  },
  shipMethod,
  items: [{ number: partNumber, quantity }],
});

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

/** As the one generated client writes a list; how else it may be written is not known. */
const indexed = (name: string, values: readonly string[]) =>
  values.map((value, at) => [`${name}[${at}]`, value] as const);

// From theirs

type Failure = { readonly code: string | null; readonly message: string };

const failureIn = ({ json }: Answer): Failure | null => {
  const said = read(Failure, json);
  const message = said?.message ?? said?.error?.message ?? null;
  const code = said?.code ?? said?.error?.code ?? /\bE\d{3}\b/.exec(message ?? '')?.[0] ?? null;
  return code === null && message === null ? null : { code, message: message ?? code ?? '' };
};

const isFailure = (answer: Answer, { status, error }: { readonly status: number; readonly error: string }): boolean =>
  answer.status === status && failureIn(answer)?.code === error;

/** A code decides together with its status; words without a code are a no where the status has no other meaning. */
const refusalIn = (answer: Answer, redact: Redact): Refused | null => {
  const failure = failureIn(answer);
  const row = definiteNo.find(({ status, error }) => status === answer.status && (failure?.code ?? error) === error);
  if (failure === null || row === undefined) return null;
  const code = row.code === 'by-words' ? codeOf(dictionary, failure.message) : row.code;
  return { verdict: 'refused', code, message: redact(failure.message) };
};

const isRateLimit = (answer: Answer): boolean => answer.status === 429 || isFailure(answer, rateLimit);
const isYes = ({ status }: Answer): boolean => status >= 200 && status < 300;

const absentIn = (answer: Answer): Absent | null => (isFailure(answer, noSuchOrder) ? { verdict: 'absent' } : null);

const heldIn = (orders: readonly Generation[]) => ({
  orderNumbers: orders.map(({ header }) => header.orderNumber ?? header.ordernumber),
  lines: orders.flatMap(({ items }) => items.map(({ number, quantity }) => ({ part: number, quantity }))),
  postalCode: orders[0]?.shipToAddress?.zip ?? null,
});

const isAbout = (orders: readonly Generation[], poNumber: string): boolean =>
  orders.length > 0 && orders.every(({ header }) => (header.ponumber ?? poNumber) === poNumber);

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact): SubmitVerdict => {
  if (isRateLimit(answer)) return notTaken('rate-limited', answer.retryAfterSeconds);
  if (!isYes(answer)) return refusalIn(answer, redact) ?? unknown(`Automatic answered with status ${answer.status}.`);
  const orders = read(Orders, answer.json);
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return unknown('The answer of Automatic could not be read.');
  const verdict = judge(wanted, heldIn(orders), redact);
  return verdict === null || verdict.verdict === 'someone-elses'
    ? unknown('The answer was about another part, or had no order number.')
    : verdict;
};

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null => {
  if (isRateLimit(answer)) return notTaken('rate-limited', answer.retryAfterSeconds);
  const refusal = refusalIn(answer, redact);
  if (answer.status === 401 || refusal?.code === 'bad-credentials')
    return credentialsRefused(refusal?.message ?? 'Unauthorized');
  return answer.status >= 500 ? noAnswer('Automatic is not available.') : null;
};

const foundIn = (answer: Answer, wanted: Wanted & { readonly poNumber: string }, redact: Redact): FindVerdict => {
  const orders = isYes(answer) ? read(Orders, answer.json) : null;
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return noAnswer('The answer of Automatic could not be read.');
  const held = heldIn(orders);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('Automatic does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

const generationsIn = (answer: Answer): readonly Generation[] | null => {
  if (absentIn(answer) !== null) return [];
  return isYes(answer) ? read(Orders, answer.json) : null;
};

/** Freight has a PRO number in the place of a tracking number. Pieces of a parcel are not told. */
const seenIn = (orders: readonly Generation[], redact: Redact): Seen => ({
  lines: heldIn(orders).lines,
  postalCode: heldIn(orders).postalCode,
  sent: orders.flatMap(({ header, trackingNumbers }) =>
    trackingNumbers.map(({ trackingNumber, proNumber }) =>
      sentIn(
        [trackingNumber ?? proNumber],
        { carrier: trackingNumber === null ? 'Freight' : null, date: header.invoiceDate, quantity: null },
        redact,
      ),
    ),
  ),
});

// The calls

const orderPath = (poNumber: string): string => `/order/purchase-number/${encodeURIComponent(poNumber)}`;

const submit: Distributor['submit'] = async (account, wanted) => {
  const method = methods[wanted.shippingMethod];
  if (method === undefined) return notOffered(profile.name);
  const redact = redactorFor(account.credentials, wanted.shipTo);
  const body = orderFor(wanted, method);
  const reply = await account.client({
    effect: 'write',
    method: 'POST',
    path: '/order/create',
    headers: headers(account),
    body,
  });
  if (reply.kind !== 'answer') return submitWithout(reply);
  const verdict = placedIn(reply, wanted, redact);
  return verdict.verdict === 'accepted-but-different' ? whole(account, wanted, verdict, redact) : verdict;
};

/** An answer may show one generation of several: before a person is troubled, all that stands under the number is read once. */
const whole = async (
  account: OpenedAccount,
  wanted: OrderToPlace,
  verdict: AcceptedButDifferent,
  redact: Redact,
): Promise<SubmitVerdict> => {
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  const found = reply.kind === 'answer' ? foundIn(reply, wanted, redact) : verdict;
  return found.verdict === 'accepted' ? found : verdict;
};

const find: Distributor['find'] = async (account, wanted) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  return stopIn(reply, redact) ?? absentIn(reply) ?? foundIn(reply, wanted, redact);
};

const track: Distributor['track'] = async (account, orders) => {
  const redact = redactorFor(account.credentials);
  const ask = async (some: readonly OpenOrder[]) => {
    const numbers = some.map(({ poNumber }) => poNumber);
    const reply = await account.client(reading(account, '/order/headers', indexed('purchaseNumbers', numbers)));
    return readPart(reply, (answer) => stopIn(answer, redact), generationsIn);
  };
  const questions = chunks(orders, settings.maxQuery, ({ poNumber }) => `&purchaseNumbers%5B999%5D=${poNumber}`.length);
  const { found, unanswered, unreadable, stop } = await askAll(questions, ask, halveList);
  const byNumber = Map.groupBy(found, ({ header }) => header.ponumber);
  const told = trackedIn(
    orders,
    ({ poNumber }) => byNumber.get(poNumber) ?? [],
    (some) => seenIn(some, redact),
    redact,
  );
  return trackVerdict(told, { rest: unanswered.flat(), unreadable: unreadable.flat() }, orders.length, stop);
};

const verify: Distributor['verify'] = async (account, now) => {
  const today = undashed(dayOf(now));
  const reply = await account.client(
    reading(account, '/order/find/range', [
      ['dateType', 'C'],
      ['startDate', today],
      ['endDate', today],
    ]),
  );
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return generationsIn(reply) === null ? noAnswer('The answer of Automatic could not be read.') : { verdict: 'ok' };
};

/** Automatic Distributors: one call that places, look-up by our own number. Facts: distributors.md, section 6. */
export const automatic: Distributor = { profile, submit, find, track, verify };
