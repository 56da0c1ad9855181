import * as v from 'valibot';
import {
  type AcceptedButDifferent,
  type FindVerdict,
  type OpenOrder,
  type QuoteVerdict,
  type Refused,
  type SubmitVerdict,
  safeText,
  type Unknown,
} from '../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode, ShippingMethod } from '../domain/vocabulary.ts';
import { type Days, dayOf, undashed } from './dates.ts';
import type { Distributor, DistributorRequest, OpenedAccount } from './distributor.ts';
import { byPoNumber, isNearlyOurs, isSamePart, isSamePo, judge, type Wanted } from './holding.ts';
import {
  anyCount,
  anyText,
  count,
  entry,
  entryInAnyCase,
  itemsOf,
  listOf,
  orderNumber,
  read,
  readableIn,
  rows,
  text,
  textWithin,
  textWithout,
} from './lenient.ts';
import { cents, type Level, level, quoted, yesOrNo } from './offer.ts';
import { inOnePage } from './pages.ts';
import { automaticProfile as profile } from './profiles/automatic.ts';
import { type Redact, redactorFor } from './redact.ts';
import { askAll, chunks, daysOf, type EndOfAsking, halve, halveList, readPart } from './sweep.ts';
import { unlessTakenBack } from './taken-back.ts';
import { type Seen, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  credentialsRefused,
  type Dictionary,
  doubted,
  doubtful,
  either,
  followed,
  isGateways,
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
import { mayBePage } from './whole-list.ts';
import { wordsOf } from './words.ts';

const settings = { maxQuery: 1_700 } as const;

// Their schemas

/** Names are read in any case: `ponumber` is said of one call only, and others may write it otherwise. */
const generationWith = (pieces: v.GenericSchema<unknown, number | null>) =>
  entryInAnyCase({
    header: entryInAnyCase({
      ponumber: text,
      ordernumber: orderNumber,
      invoicedate: textWithin('date'),
      trackingnumber: textWithin('number'),
      pronumber: textWithin('number'),
      status: anyText,
      orderstatus: anyText,
    }),
    status: anyText,
    items: listOf(entryInAnyCase({ number: text, quantity: pieces })),
    shiptoaddress: v.fallback(v.nullish(entryInAnyCase({ zip: anyText }), null), null),
    trackingnumbers: readableIn(unlessTakenBack(Tracking)),
    trackingnumber: textWithin('number'),
    pronumber: textWithin('number'),
  });
const Tracking = v.union([
  v.pipe(
    textWithout('trackingnumber', 'pronumber'),
    v.transform((trackingnumber) => ({ trackingnumber, pronumber: null })),
  ),
  entryInAnyCase({ trackingnumber: textWithin('number'), pronumber: textWithin('number') }),
]);
type Generation = v.InferOutput<ReturnType<typeof generationWith>>;
/** Several, or one alone, in a field of this name. */
const wrappedIn = (name: string, generation: ReturnType<typeof generationWith>) =>
  v.pipe(
    entryInAnyCase({ [name]: v.pipe(v.nonNullish(v.unknown()), v.transform(itemsOf), v.array(generation)) }),
    v.transform((wrapped) => Object.values(wrapped).flat()),
  );
/** One PO number can own several orders, and an order several generations; whether they are wrapped is not known. */
const ordersOf = (generation: ReturnType<typeof generationWith>) =>
  v.union([
    v.pipe(rows, v.array(generation)),
    v.pipe(
      generation,
      v.transform((only) => [only]),
    ),
    wrappedIn('data', generation),
    wrappedIn('orders', generation),
    wrappedIn('results', generation),
  ]);
const Orders = ordersOf(generationWith(count));
/** Where parcels are looked for, an odd count spoils nothing. */
const OrdersToTrack = ordersOf(generationWith(anyCount));
/** What the answer to a question about an item is made of is not public: these names are a guess, kept in this one place. */
const Stock = entryInAnyCase({
  number: anyText,
  available: v.fallback(v.union([yesOrNo, v.null()]), null),
  availablequantity: level,
  quantity: level,
  price: cents,
});
const Failure = entry({ code: anyText, error: v.fallback(v.nullish(entry({ code: anyText }), null), null) });

// The dictionary

/** A guess: no ship method is public. */
const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'ground' };

const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  'not-allowed': /restrict|not allowed|may not|prohibited|carb\b/i,
  payment: /payment|credit|\bcard\b|past due|on hold/i,
  'unknown-part': either(
    followed(/\b(item|part|sku)\b/i, /unknown|not found|invalid/i),
    /(unknown|invalid|no such) (item|part|sku)/i,
  ),
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
/** The vendor's own sentences, which may come without their code. */
const sentences: readonly (readonly [sentence: string, code: string])[] = [
  ['unspecified internal error', 'E000'],
  ['authorization error', 'E001'],
  ['api access is disabled', 'E002'],
  ['too many requests', 'E003'],
  ['http is not allowed', 'E004'],
  ['item number is restricted', 'E005'],
  ['validation error', 'E100'],
  ['unspecified gateway service error', 'E200'],
  ['not found on the gateway service side', 'E201'],
  ['no shipping options available', 'E202'],
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

/** Orders created on some days. */
const inRange = (account: OpenedAccount, { first, last }: Days): DistributorRequest => ({
  ...reading(account, '/order/find/range', [
    ['dateType', 'C'],
    ['startDate', undashed(first)],
    ['endDate', undashed(last)],
  ]),
  repeatWhenSlow: false,
});

/** As the one generated client writes a list; how else it may be written is not known. */
const indexed = (name: string, values: readonly string[]) =>
  values.map((value, at) => [`${name}[${at}]`, value] as const);

// From theirs

/** A code at the beginning, in brackets, or behind the name for one: anywhere else it may be a part's number. */
const codeInWords = /(?:^|[[(]|\b(?:error|code|status)\W{0,3})(E\d{3})(?!\w|-\w)/i;
const aboutPart = /"(?:item|number|part|sku)\w{0,20}"\s?:\s?$/i;
const codeInBody = (body: string): string | undefined =>
  [...body.matchAll(/"(E\d{3})"/gi)].find(
    ({ index }) => !aboutPart.test(body.slice(Math.max(0, index - 40), index)),
  )?.[1];
const codeIn = (words: readonly string[], body: string): string | undefined =>
  words.flatMap((word) => codeInWords.exec(word)?.[1] ?? [])[0] ?? codeInBody(body.slice(0, 4_000));

/** Other gateways' codes, `400` or `VALIDATION_FAILED`, tell nothing beside the status. */
const isCode = (code: string | null | undefined): boolean => /^E\d{3}$/.test(code ?? '');

type Failure = { readonly code: string | null; readonly message: string };

/** A failure's code and words, wherever they stand: where they do is not public. */
const failureIn = (answer: Answer): Failure | null => {
  const { json, text: body } = answer;
  const words = wordsOf(answer);
  if (words.length === 0) return null;
  const said = read(Failure, json);
  const all = words.join(' ');
  const named = [said?.code, said?.error?.code].find(isCode) ?? codeIn(words, body)?.toUpperCase();
  const code = named ?? sentences.find(([sentence]) => all.toLowerCase().includes(sentence))?.[1] ?? null;
  return { code, message: words.filter((word) => word !== code).join(' ') || (code ?? '') };
};

const isFailure = (answer: Answer, { status, error }: { readonly status: number; readonly error: string }): boolean =>
  answer.status === status && failureIn(answer)?.code === error;

/** A code decides together with its status; words without a code are a no where the status has no other meaning. */
const refusalIn = (answer: Answer, redact: Redact, resend: boolean): Refused | Unknown | null => {
  const failure = failureIn(answer);
  const row = definiteNo.find(({ status, error }) => status === answer.status && (failure?.code ?? error) === error);
  if (failure === null || row === undefined) return null;
  if (row.code === 'bad-credentials' && failure.code === null && isGateways(answer)) return null;
  const code = row.code === 'by-words' ? codeOf(dictionary, failure.message, answer) : row.code;
  if (!resend && mayBeEcho(code, failure.message)) return doubtful(redact(failure.message));
  return { verdict: 'refused', code, message: redact(failure.message) };
};

const isRateLimit = (answer: Answer): boolean => isLimit(answer) || isFailure(answer, rateLimit);
const isYes = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Something in between may say the same: alone it proves nothing. */
const isNotFound = (answer: Answer): boolean => answer.json !== undefined && isFailure(answer, noSuchOrder);
const isFreshNotFound = (answer: Answer): boolean => isNotFound(answer) && answer.isFromCache !== true;
/** Its lists are not known to have pages: a usual size of one, not the smallest, is doubted all the same. */
const mayBeCut = (found: readonly unknown[]): boolean => found.length >= 10 && mayBePage(found.length);

const heldIn = (orders: readonly Generation[]) => ({
  orderNumbers: orders.map(({ header }) => header.ordernumber),
  lines: orders.flatMap(({ items }) => items.map(({ number, quantity }) => ({ part: number, quantity }))),
  postalCode: orders[0]?.shiptoaddress?.zip ?? null,
  statuses: orders.map(({ header, status }) => status ?? header.status ?? header.orderstatus),
});

const isAbout = (orders: readonly Generation[], poNumber: string): boolean =>
  orders.length > 0 && orders.every(({ header }) => isSamePo(header.ponumber ?? poNumber, poNumber));

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  if (isRateLimit(answer)) return notTaken('rate-limited', answer.retryAfterSeconds);
  if (!isYes(answer))
    return refusalIn(answer, redact, resend) ?? unknown(`Automatic answered with status ${answer.status}.`);
  const orders = read(Orders, answer.json);
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return unknown('The answer of Automatic could not be read.');
  const verdict = judge(wanted, heldIn(orders), redact);
  return verdict === null || verdict.verdict === 'someone-elses'
    ? unknown('The answer was about another part, or had no order number.')
    : doubted(verdict, answer, redact);
};

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null => {
  if (isRateLimit(answer)) return notTaken('rate-limited', answer.retryAfterSeconds);
  const pause = pauseIn(answer);
  if (pause !== null) return pause;
  const no = refusalIn(answer, redact, true);
  if (no?.verdict === 'refused' && no.code === 'bad-credentials') return credentialsRefused(no.message);
  if (answer.status === 401 || answer.status === 403) return noEntry(profile.name, dictionary, answer, redact);
  return answer.status >= 500 ? noAnswer('Automatic is not available.') : null;
};

const foundIn = (answer: Answer, wanted: Wanted & { readonly poNumber: string }, redact: Redact): FindVerdict => {
  const orders = isYes(answer) ? read(Orders, answer.json) : null;
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return noAnswer('The answer of Automatic could not be read.');
  return judged(orders, wanted, redact);
};

const judged = (orders: readonly Generation[], wanted: Wanted, redact: Redact): FindVerdict => {
  const held = heldIn(orders);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('Automatic does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

const generationsIn = (answer: Answer): readonly Generation[] | null => {
  if (isNotFound(answer)) return [];
  return isYes(answer) ? read(OrdersToTrack, answer.json) : null;
};

/** Freight has a PRO number in the place of a tracking number. Pieces of a parcel are not told. */
const seenIn = (orders: readonly Generation[], redact: Redact): Seen => {
  const { lines, postalCode, statuses } = heldIn(orders);
  return {
    lines,
    postalCode,
    statuses,
    sent: orders.flatMap(({ header, trackingnumbers, trackingnumber, pronumber }) =>
      [...trackingnumbers, { trackingnumber, pronumber }, header].map(({ trackingnumber, pronumber }) =>
        sentIn(
          [trackingnumber ?? pronumber],
          { carrier: trackingnumber === null ? 'Freight' : null, date: header.invoicedate, quantity: null },
          redact,
        ),
      ),
    ),
  };
};

// The calls

const orderPath = (poNumber: string): string => `/order/purchase-number/${encodeURIComponent(poNumber)}`;

const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
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
  const verdict = placedIn(reply, wanted, redact, resend);
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
  if (reply.kind !== 'answer') return verdict;
  const told = stopIn(reply, redact);
  if (told?.verdict === 'not-taken' || told?.verdict === 'credentials-refused') return { ...verdict, aside: told };
  const found = foundIn(reply, wanted, redact);
  return found.verdict === 'accepted' ? found : verdict;
};

const find: Distributor['find'] = async (account, wanted, now) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  return isFreshNotFound(reply) ? foundInRange(account, wanted, now, redact) : foundIn(reply, wanted, redact);
};

/** The second sign: the orders created on its days do not hold it either. */
const foundInRange = async (
  account: OpenedAccount,
  wanted: OpenOrder,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const ask = async (days: Days) => {
    const reply = await account.client(inRange(account, days));
    const ordersIn = (answer: Answer) => (isYes(answer) ? read(Orders, answer.json) : null);
    const part = inOnePage(
      reply,
      readPart(reply, (answer) => stopIn(answer, redact), ordersIn),
    );
    return part.kind === 'read' && mayBeCut(part.found) ? { ...part, isWhole: false } : part;
  };
  const listed = await askAll(daysOf([wanted], now), ask, halve);
  if (listed.stop !== null) return listed.stop;
  const same = listed.found.filter(({ header }) => isSamePo(header.ponumber ?? '', wanted.poNumber));
  if (same.length > 0) return judged(same, wanted, redact);
  const isComplete = listed.unanswered.length + listed.unreadable.length === 0;
  if (!isComplete || listed.found.some(({ header }) => header.ponumber === null))
    return noAnswer('Automatic says that there is no such order, but its list could not be read whole.');
  if (listed.found.some((order) => isNearlyOurs(wanted, order.header.ponumber, heldIn([order]), redact)))
    return noAnswer('Automatic lists an order of this part to this postal code under a number that is nearly ours.');
  return { verdict: 'absent' };
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
  const told = trackedIn(
    orders,
    byPoNumber(orders, found, ({ header }) => header.ponumber),
    (some) => seenIn(some, redact),
    redact,
  );
  return trackVerdict(told, { rest: unanswered.flat(), unreadable: unreadable.flat() }, orders.length, stop);
};

const verify: Distributor['verify'] = async (account, now) => {
  const today = dayOf(now);
  const reply = await account.client(inRange(account, { first: today, last: today }));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return generationsIn(reply) === null ? noAnswer('The answer of Automatic could not be read.') : { verdict: 'ok' };
};

/** Its dry run would need an address: the question about one item tells whether that quantity can be had. */
const quote: Distributor['quote'] = async (account, { partNumber, quantity }) => {
  const redact = redactorFor(account.credentials);
  const path = `/item/avail/${encodeURIComponent(partNumber)}`;
  const reply = await account.client(reading(account, path, [['quantity', String(quantity)]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  if (!isYes(reply)) return withoutStock(reply, redact);
  const stock = read(Stock, reply.json);
  if (stock === null || !isSamePart(stock.number ?? partNumber, partNumber))
    return noAnswer('The answer of Automatic could not be read.');
  const told = stock.availablequantity ?? null;
  const sentence =
    told !== null || stock.available === null
      ? null
      : safeText(
          `Automatic says that ${pieces(quantity)} ${stock.available ? 'can' : 'cannot'} be had, and not how many there are.`,
        );
  return quoted({ available: availableOf(told, stock.available, quantity), cost: stock.price }, sentence);
};

const pieces = (quantity: number): string => (quantity === 1 ? '1 piece' : `${quantity} pieces`);

/** Of a yes as many as were asked for are there; of a no to one piece none. */
const availableOf = (told: Level | null, isAvailable: boolean | null, quantity: number): number | null => {
  if (told !== null) return told.pieces;
  if (isAvailable === null) return null;
  return isAvailable ? quantity : quantity === 1 ? 0 : null;
};

/** A part that it does not know, or may not sell us; else no answer. */
const withoutStock = (answer: Answer, redact: Redact): QuoteVerdict => {
  const failure = failureIn(answer);
  if (failure === null) return noAnswer(`Automatic answered with status ${answer.status}.`);
  const isRestricted = failure.code === 'E005';
  return quoted(isRestricted ? { dropShipAllowed: false } : {}, redact(failure.message));
};

const expectedOf: Distributor['expectedOf'] = ({ path }) => {
  if (path.startsWith('/item/avail/')) return Stock;
  return path.startsWith('/order/') ? listOf(generationWith(anyCount)) : null;
};

/** Automatic Distributors: one call that places, look-up by our own number. Facts: distributors.md, section 6. */
export const automatic: Distributor = { profile, submit, find, track, verify, quote, expectedOf };
