import { numberKey } from '../../domain/number-key.ts';
import type { OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { foundOfEach, isSamePart, isSamePo } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, isWithin, readPart } from '../sweep.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from '../tracking.ts';
import { type Answer, isYes } from '../verdict.ts';
import { isNotFound, stopIn, unwrapped } from './answers.ts';
import { askDays } from './list.ts';
import { type Detail, distinct, heldIn, isWhole, type PurchaseOrder, poNumberOf, readOrder } from './orders.ts';
import { orderPath, reading } from './requests.ts';
import { carriersByCode, settings } from './settings.ts';

/** The carrier of a code; of another code (`CPU`) nobody's; other words are the carrier's name. */
const carrierBy = (shipVia: string | null): string | null => {
  const code = (shipVia ?? '').toUpperCase();
  return carriersByCode.get(code) ?? (/^[A-Z\d]{1,5}$/.test(code) && shipVia === code ? null : shipVia);
};

/** What one warehouse has sent, unless it sends only other parts. Of items without a part each is ours. */
const sentBy = (detail: Detail, part: string, redact: Redact): readonly Sent[] => {
  const { items, tracking_numbers, ship_via, ship_date } = detail;
  const ours = items.filter(({ sku }) => sku === null || isSamePart(sku, part));
  if (items.length > 0 && ours.length === 0) return [];
  const told = ours.flatMap(({ ship_quantity }) => ship_quantity ?? []);
  const quantity = told.length === 0 ? null : told.reduce((sum, pieces) => sum + pieces, 0);
  return [sentIn(tracking_numbers, { quantity, carrier: carrierBy(ship_via), date: ship_date }, redact)];
};

/** An order under another number than ours, or none, is ours as far as its order numbers are. */
const ofOurs = (order: PurchaseOrder, { poNumber, orderNumbers }: OpenOrder): PurchaseOrder => {
  if (isSamePo(order.po_number ?? '', poNumber)) return order;
  const ours = new Set(orderNumbers.map(numberKey));
  const isOurs = ({ order_number }: Detail): boolean => order_number !== null && ours.has(numberKey(order_number));
  return { ...order, order_details: order.order_details.filter(isOurs) };
};

const seenIn = (orders: readonly unknown[], wanted: OpenOrder, redact: Redact): Seen => {
  const { partNumber } = wanted;
  const read = orders.flatMap((order) => readOrder(order) ?? []).map((order) => ofOurs(order, wanted));
  const details = distinct(read);
  const [first] = read;
  return {
    ...heldIn({ po_number: null, ship_zip: first?.ship_zip ?? null, order_details: [...details] }),
    numbers: details.flatMap(({ order_number, invoice_number }) => [order_number, invoice_number]),
    sent: details.flatMap((detail) => sentBy(detail, partNumber, redact)),
  };
};

const oneIn = (answer: Answer): readonly unknown[] | null => {
  if (isNotFound(answer)) return [];
  const order = isYes(answer) ? unwrapped(answer.json) : null;
  return readOrder(order) === null ? null : [order];
};

const postalCodeOf = (order: unknown): string | null => readOrder(order)?.ship_zip ?? null;

const names = {
  poNumberOf,
  orderNumbersOf: (order: unknown) => readOrder(order)?.order_details.map(({ order_number }) => order_number) ?? [],
};

export const track: Distributor['track'] = async (account, orders, now) => {
  const redact = redactorFor(account.credentials);
  const stop = (answer: Answer) => stopIn(answer, redact);
  const askOne = async ({ poNumber }: OpenOrder) =>
    readPart(await account.client(reading(account, orderPath(poNumber))), stop, oneIn);
  const listed = await askAll(daysOf(orders, now), askDays(account, redact), halve);
  const inList = foundOfEach(orders, listed.found, names);
  const unlisted = [...listed.unanswered, ...listed.unreadable];
  const notInList = orders.filter((order) => inList(order).length === 0);
  const left = notInList.filter((order) => isWithin(order, unlisted));
  // A whole list may leave out an order that is held, or was placed by another way: asked for alone it may be told of.
  const missed = notInList.filter((order) => !left.includes(order));
  const turn = Math.floor(now / 3_600_000) * settings.ordersAskedOneByOne;
  const inTurn = missed.map((_, at) => missed[(at + turn) % missed.length] ?? null).filter((order) => order !== null);
  const toAsk = listed.stop === null ? [...left, ...inTurn].slice(0, settings.ordersAskedOneByOne) : [];
  const single = await askAll(toAsk, askOne, () => []);
  const foundOf = foundOfEach(orders, [...listed.found, ...single.found], names);
  const told = trackedIn(orders, foundOf, (found, order) => seenIn(found, order, redact), redact, postalCodeOf);
  const rest = listed.stop === null ? [...single.unanswered, ...left.slice(settings.ordersAskedOneByOne)] : left;
  const odd = orders.filter((order) => !foundOf(order).every(isWhole));
  const unreadable = [...new Set([...single.unreadable, ...odd])];
  const spoken = new Set([...rest, ...unreadable]);
  const missing = toAsk.filter((order) => foundOf(order).length === 0 && !spoken.has(order));
  return trackVerdict(told, { rest, unreadable, missing }, orders.length, listed.stop ?? single.stop);
};
