import type { OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { byPoNumber, isSamePart } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, isWithin, readPart } from '../sweep.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from '../tracking.ts';
import { type Answer, isYes } from '../verdict.ts';
import { isNotFound, stopIn, unwrapped } from './answers.ts';
import { askDays } from './list.ts';
import { type Detail, distinct, heldIn, isWhole, poNumberOf, readOrder } from './orders.ts';
import { orderPath, reading } from './requests.ts';
import { carriersByCode, settings } from './settings.ts';

/** The carrier of a code; of another code (`CPU`) nobody's; other words are the carrier's name. */
const carrierBy = (shipVia: string | null): string | null => {
  const code = (shipVia ?? '').toUpperCase();
  return carriersByCode.get(code) ?? (/^[A-Z\d]{1,5}$/.test(code) && shipVia === code ? null : shipVia);
};

/** What one warehouse has sent, unless it sends only other parts. */
const sentBy = (detail: Detail, part: string, redact: Redact): readonly Sent[] => {
  const { items, tracking_numbers, ship_via, ship_date } = detail;
  const ours = items.filter(({ sku }) => sku !== null && isSamePart(sku, part));
  if (items.length > 0 && ours.length === 0) return [];
  const told = ours.flatMap(({ ship_quantity }) => ship_quantity ?? []);
  const quantity = told.length === 0 ? null : told.reduce((sum, pieces) => sum + pieces, 0);
  return [sentIn(tracking_numbers, { quantity, carrier: carrierBy(ship_via), date: ship_date }, redact)];
};

const seenIn = (orders: readonly unknown[], { partNumber }: OpenOrder, redact: Redact): Seen => {
  const read = orders.flatMap((order) => readOrder(order) ?? []);
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

export const track: Distributor['track'] = async (account, orders, now) => {
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
