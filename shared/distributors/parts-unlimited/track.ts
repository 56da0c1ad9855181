import type { OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { foundOfEach, isSamePart } from '../holding.ts';
import { read } from '../lenient.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, isWithin, piecesOf } from '../sweep.ts';
import { type Seen, type Sent, sentIn, trackedIn, trackVerdict } from '../tracking.ts';
import { pagesOf } from './list.ts';
import { distinct, heldIn, isWhole, Listed, poNumberOf } from './orders.ts';
import { settings } from './settings.ts';

const sentOf = ({ shipped }: Listed['line_items'][number], redact: Redact): readonly Sent[] =>
  shipped.map(({ quantity, ship_date, shipped_via, tracking_numbers, tracking_number }) =>
    sentIn([...tracking_numbers, ...tracking_number], { quantity, carrier: shipped_via, date: ship_date }, redact),
  );

const seenIn = (listed: readonly unknown[], { partNumber }: OpenOrder, redact: Redact): Seen => {
  const orders = distinct(listed);
  const lines = orders.flatMap(({ line_items }) => line_items);
  // Whether the field is called so is not public: a line that names no part is ours.
  const ours = lines.filter(({ part_number }) => part_number === null || isSamePart(part_number, partNumber));
  return {
    lines: heldIn(lines),
    sent: ours.flatMap((line) => sentOf(line, redact)),
    numbers: orders.map(({ reference_number }) => reference_number),
    statuses: orders.map(({ status_message }) => status_message),
  };
};

const names = {
  poNumberOf,
  orderNumbersOf: (listed: unknown) => [read(Listed, listed)?.reference_number ?? null],
};

export const track: Distributor['track'] = async (account, orders, now) => {
  const redact = redactorFor(account.credentials);
  const days = piecesOf(daysOf(orders, now), orders, settings.maxOrders);
  const { found, unanswered, unreadable, stop } = await askAll(days, pagesOf(account, redact), halve);
  const foundOf = foundOfEach(orders, found, names);
  const told = trackedIn(orders, foundOf, (listed, order) => seenIn(listed, order, redact), redact);
  const left = orders.filter((order) => foundOf(order).length === 0);
  const odd = orders.filter((order) => !foundOf(order).every(isWhole));
  const rest = left.filter((order) => isWithin(order, unanswered));
  const inVain = left.filter((order) => isWithin(order, unreadable) && !rest.includes(order));
  const missing = left.filter((order) => !rest.includes(order) && !inVain.includes(order));
  return trackVerdict(told, { rest, unreadable: [...inVain, ...odd], missing }, orders.length, stop);
};
