import * as v from 'valibot';
import { type OpenOrder, type Refused, type SubmitVerdict, safeText, type Unknown } from '../domain/verdicts.ts';
import type { OrderToPlace, ShippingMethod } from '../domain/vocabulary.ts';
import type { Distributor, DistributorRequest, OpenedAccount } from './distributor.ts';
import { isSamePart } from './holding.ts';
import { anyText, entry, listOf, orderNumber, read, readableIn, text, textWithin, textWithout } from './lenient.ts';
import { cappedAt, cents, inAll, level, quoted, whereCapped } from './offer.ts';
import { tuckerRockyProfile as profile } from './profiles/tucker-rocky.ts';
import { type Redact, redactorFor } from './redact.ts';
import { askAll, chunks, type EndOfAsking, halveList, readPart } from './sweep.ts';
import { unlessTakenBack } from './taken-back.ts';
import { type Seen, sentIn, trackedIn, trackVerdict } from './tracking.ts';
import {
  type Answer,
  codeOf,
  credentialsRefused,
  type Dictionary,
  doubtful,
  either,
  followed,
  mayBeEcho,
  noAnswer,
  notOffered,
  notTaken,
  pauseIn,
  readWithout,
  submitWithout,
  unknown,
} from './verdict.ts';

/** Unknown, and set here: whether a line may come from several warehouses, and an item that is surely listed. */
const settings = {
  splitLines: 'YES',
  verifyItem: '160942',
  maxQuery: 1_700,
  // A level of 9 is 9 or more.
  mostTold: 9,
} as const;

// Their schemas

const head = { status: text, errormsg: text };
const LineIn = entry({ errormsg: text });
const LineOut = entry({ itemnum: text, errormsg: text });
const Ord = entry({
  ...head,
  orderinput: v.nullish(entry({ orderline: listOf(LineIn) }), null),
  orderoutput: v.nullish(entry({ ordernum: orderNumber, orderline: listOf(LineOut) }), null),
});
type Ord = v.InferOutput<typeof Ord>;
const Placed = entry({ ORD: Ord });
const Parcels = readableIn(
  unlessTakenBack(
    v.union([
      v.pipe(
        textWithout('carrier', 'trackingnum'),
        v.transform((trackingnum) => ({ carrier: null, trackingnum })),
      ),
      entry({ carrier: textWithin('name', 'code'), trackingnum: textWithin('trackingnumber', 'number') }),
    ]),
  ),
);
const Shipment = entry({ ordernum: orderNumber, shipmentline: listOf(entry({ trackingnumbers: Parcels })) });
type Shipment = v.InferOutput<typeof Shipment>;
const Shipments = entry({ SHP: entry({ ...head, shipment: listOf(Shipment) }) });
const Stock = entry({ INV: entry({ ...head, item: listOf(v.unknown()) }) });
const ListedItem = entry({
  itemnum: anyText,
  inventory: level,
  price: cents,
  errormsg: anyText,
  dc: listOf(entry({ dcname: anyText, dcinv: level })),
});
const Quoted = entry({ INP: entry({ ...head, item: listOf(ListedItem) }) });
const Head = entry(head);

// The dictionary

const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'UG' };
const success = /^successful$/i;

const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'bad-credentials': /api.?key|customer (number|id)|unauthori[sz]ed|credential|authentication|\bcust\b/i,
  'not-allowed': /may not|not allowed|restrict|prohibited/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  payment: /credit|payment|\bcard\b|past due|on hold/i,
  'unknown-part': either(
    followed(/\b(item|part|sku)\b/i, /not found|invalid|unknown|not on file/i),
    /(invalid|unknown|no such) (item|part|sku)/i,
  ),
  'bad-address': /address|zip|postal|city|state\b/i,
};

// To theirs

const asking = (
  { credentials }: OpenedAccount,
  effect: DistributorRequest['effect'],
  type: string,
  more: readonly (readonly [string, string])[],
) =>
  ({
    effect,
    method: 'GET',
    path: '',
    query: [
      ['apikey', credentials.apiKey ?? ''],
      ['cust', credentials.customerNumber ?? ''],
      ['output', 'JSON'],
      ['type', type],
      ...more,
    ],
  }) satisfies DistributorRequest;

/** A GET that buys. The number may never be used twice: that is what makes a second try safe. */
const placing = (
  account: OpenedAccount,
  { poNumber, partNumber, quantity, shipTo }: OrderToPlace,
  carrier: string,
): DistributorRequest =>
  asking(account, 'write', 'ORD', [
    ['name', shipTo.name],
    ['address1', shipTo.line1],
    ...(shipTo.line2 ? [['address2', shipTo.line2] as const] : []),
    ['city', shipTo.city],
    ['state', shipTo.state],
    ['zip', shipTo.postalCode],
    ['po', poNumber],
    ['allowduplicatepo', 'NO'],
    ['carrier', carrier],
    ['splitlines', settings.splitLines],
    ['submit', 'YES'],
    ['line', `${partNumber},${quantity}`],
  ]);

const shipmentsOf = (account: OpenedAccount, orders: readonly OpenOrder[]): DistributorRequest =>
  asking(
    account,
    'read',
    'SHP',
    orders.flatMap(({ orderNumbers }) => orderNumbers.map((number) => ['ordernum', number] as const)),
  );

// From theirs

const errorsIn = ({ errormsg, orderinput, orderoutput }: Ord): readonly string[] =>
  [
    errormsg,
    ...[...(orderinput?.orderline ?? []), ...(orderoutput?.orderline ?? [])].map((line) => line.errormsg),
  ].flatMap((error) => error ?? []);

/** A definite no, unless it may be the echo of our own request: a status other than `SUCCESSFUL`, words of what is wrong, and no order number. */
const refusalIn = (ord: Ord, redact: Redact, resend: boolean): Refused | Unknown | null => {
  const words = errorsIn(ord).join(' ');
  const isNo = ord.status !== null && !success.test(ord.status) && words !== '' && !ord.orderoutput?.ordernum;
  if (!isNo) return null;
  const code = codeOf(dictionary, words);
  // A duplicate is a person's at once: nothing here could look it up.
  if (!resend && code !== 'duplicate-po' && mayBeEcho(code, words)) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};

const placedIn = (answer: Answer, { partNumber }: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  const ord = read(Placed, answer.json)?.ORD ?? null;
  if (ord === null && answer.status === 429) return notTaken('rate-limited', answer.retryAfterSeconds);
  if (ord === null || answer.status >= 500) return unknown('The answer of Tucker Rocky could not be read.');
  const refusal = refusalIn(ord, redact, resend);
  if (refusal !== null) return refusal;
  const number = ord.orderoutput?.ordernum ?? null;
  if (number === null || ord.status === null)
    return unknown('The answer of Tucker Rocky was neither its yes nor its no.');
  const items = (ord.orderoutput?.orderline ?? []).flatMap(({ itemnum }) => itemnum ?? []);
  if (items.length > 0 && !items.some((item) => isSamePart(item, partNumber)))
    return unknown('The answer was about another item.');
  const others = items.filter((item) => !isSamePart(item, partNumber)).map((item) => `It also holds ${item}.`);
  const failed = success.test(ord.status) ? [] : [`Tucker Rocky gave an order number and the status ${ord.status}.`];
  const differences = [...failed, ...errorsIn(ord), ...others];
  if (differences.length === 0) return { verdict: 'accepted', orderNumbers: [number] };
  return { verdict: 'accepted-but-different', orderNumbers: [number], message: redact(differences.join(' ')) };
};

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
const stopIn = (answer: Answer, type: 'SHP' | 'INV' | 'INP', redact: Redact): EndOfAsking | null => {
  const pause = pauseIn(answer);
  if (pause !== null) return pause;
  if (answer.status >= 500) return noAnswer('Tucker Rocky is not available.');
  const said = read(v.record(v.string(), v.unknown()), answer.json)?.[type];
  const { status = null, errormsg = null } = read(Head, said) ?? {};
  const isRefused =
    status !== null && !success.test(status) && codeOf(dictionary, errormsg ?? '') === 'bad-credentials';
  if (isRefused) return credentialsRefused(redact(errormsg ?? ''));
  return said === undefined && answer.status >= 400
    ? noAnswer(`Tucker Rocky answered with status ${answer.status}.`)
    : null;
};

const isWell = ({ status }: { readonly status: string | null }): boolean => status === null || success.test(status);

const shipmentsIn = ({ json }: Answer): readonly Shipment[] | null => {
  const said = read(Shipments, json)?.SHP;
  return said !== undefined && isWell(said) ? said.shipment : null;
};

/** Neither part nor pieces nor dates are told here. */
const seenIn = (shipments: readonly Shipment[], redact: Redact): Seen => {
  const parcels = shipments
    .flatMap(({ shipmentline }) => shipmentline)
    .flatMap(({ trackingnumbers }) => trackingnumbers);
  return {
    lines: [],
    sent: [...Map.groupBy(parcels, ({ carrier }) => carrierBy(carrier))].map(([carrier, of]) =>
      sentIn(
        of.map(({ trackingnum }) => trackingnum),
        { carrier, date: null, quantity: null },
        redact,
      ),
    ),
  };
};

/** `UG`, the one code that is known, is UPS Ground; other words are the carrier's name. */
const carrierBy = (carrier: string | null): string | null => (carrier === 'UG' ? 'UPS' : carrier);

// The calls

/** A line is a part, a comma and a count: `A,2` would be two pieces of part A. */
const unsayable: Refused = {
  verdict: 'refused',
  code: 'unknown-part',
  message: safeText(`${profile.name} cannot be told of a part number with a comma. Nothing was sent.`),
  before: true,
};

const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const carrier = methods[wanted.shippingMethod];
  if (carrier === undefined) return notOffered(profile.name);
  if (wanted.partNumber.includes(',')) return unsayable;
  const reply = await account.client(placing(account, wanted, carrier));
  if (reply.kind !== 'answer') return submitWithout(reply);
  return placedIn(reply, wanted, redactorFor(account.credentials, wanted.shipTo), resend);
};

/** No look-up by PO number is known: sending the order again with duplicates forbidden is the only one. */
const find: Distributor['find'] = async () => noAnswer('Tucker Rocky cannot be asked for a purchase order number.');

const track: Distributor['track'] = async (account, orders) => {
  const redact = redactorFor(account.credentials);
  const ask = async (some: readonly OpenOrder[]) =>
    readPart(await account.client(shipmentsOf(account, some)), (answer) => stopIn(answer, 'SHP', redact), shipmentsIn);
  const questions = chunks(
    orders,
    settings.maxQuery,
    ({ orderNumbers }) => orderNumbers.map((number) => `&ordernum=${number}`).join('').length,
  );
  const { found, unanswered, unreadable, stop } = await askAll(questions, ask, halveList);
  const byNumber = Map.groupBy(found, ({ ordernum }) => ordernum);
  const foundOf = ({ orderNumbers }: OpenOrder) => orderNumbers.flatMap((number) => byNumber.get(number) ?? []);
  const told = trackedIn(orders, foundOf, (shipments) => seenIn(shipments, redact), redact);
  return trackVerdict(told, { rest: unanswered.flat(), unreadable: unreadable.flat() }, orders.length, stop);
};

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(asking(account, 'read', 'INV', [['item', settings.verifyItem]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, 'INV', redactorFor(account.credentials));
  if (stop !== null) return stop;
  const said = read(Stock, reply.json)?.INV;
  return said !== undefined && isWell(said)
    ? { verdict: 'ok' }
    : noAnswer('The answer of Tucker Rocky could not be read.');
};

/** Stock and price in one question. The levels of its warehouses are told, or one for all. */
const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(asking(account, 'read', 'INP', [['item', partNumber]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, 'INP', redact);
  if (stop !== null) return stop;
  const said = read(Quoted, reply.json)?.INP;
  const [item, ...more] = said?.item ?? [];
  const isAbout = item !== undefined && more.length === 0 && isSamePart(item.itemnum ?? partNumber, partNumber);
  if (said === undefined || !isWell(said) || !isAbout) {
    const words = [said?.errormsg, item?.errormsg].flatMap((word) => word ?? []).join(' ');
    return words === '' ? noAnswer('The answer of Tucker Rocky could not be read.') : quoted({}, redact(words));
  }
  const places = item.dc.flatMap(({ dcname, dcinv }) => (dcinv === null ? [] : [[dcname ?? '', dcinv] as const]));
  const told = places.length > 0 || item.inventory === null ? places : [['', item.inventory] as const];
  const levels = told.map(([place, one]) => [place, cappedAt(one, settings.mostTold)] as const);
  return quoted(
    { available: inAll(levels.map(([, one]) => one)), cost: item.price },
    item.errormsg === null ? null : redact(item.errormsg),
    whereCapped(levels, redact),
  );
};

const expectedOf: Distributor['expectedOf'] = ({ query = [] }) => {
  const type = query.find(([name]) => name === 'type')?.[1];
  const known = new Map<string | undefined, v.GenericSchema>([
    ['INV', Stock],
    ['INP', Quoted],
    ['SHP', Shipments],
  ]);
  return known.get(type) ?? null;
};

/** Tucker Rocky: everything is a GET, and every answer a 200. Facts: distributors.md, section 5. */
export const tuckerRocky: Distributor = { profile, submit, find, track, verify, quote, expectedOf };
