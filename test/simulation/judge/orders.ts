import type { Order } from '../../../infra/simulators/orders.ts';
import { wrong } from '../invariants/remembered.ts';
import type { World } from '../world/state.ts';
import { enteredFor, held, orderIdOf, ownItem, resolvedAs, wasEverIn } from './facts.ts';
import { remember } from './judged.ts';

/** Something in between delivers lines twice: what is held then is not as it was entered, and the service can only ask a person. */
const isCopied = ({ detours }: World): boolean => detours.some(({ as }) => as === 'copied');

/** What was entered is what is sent, in the mode that was set; one live order an item at the most. */
export const looksAtOrders = (world: World): void => {
  const orders = held(world);
  for (const order of orders) {
    if (world.judged.orders.some(({ poNumber, placedAt, mode }) => sameOrder(order, { poNumber, placedAt, mode })))
      continue;
    const { cities, quantities, parts } = enteredFor(world, orderIdOf(order.poNumber));
    const [line, ...more] = order.lines;
    const isEntered =
      (more.length === 0 || isCopied(world)) &&
      quantities.includes(line?.quantity ?? 0) &&
      parts.includes(line?.partNumber) &&
      cities.includes(order.shipTo.city);
    if (!isEntered) wrong(world, `PO ${order.poNumber} is at the distributor as nobody entered it.`);
  }
  for (const slug of ['parts-unlimited', 'wps', 'tucker-rocky', 'automatic'] as const) {
    for (const { mode, poNumber } of world.distributors[slug].orders)
      if (!wasEverIn(world, slug, mode))
        wrong(world, `PO ${poNumber} went to the ${mode} host of ${slug}, which nobody set.`);
  }
  for (const [item, all] of Map.groupBy(orders, ({ poNumber, mode }) => `${ownItem(world, poNumber)} (${mode})`)) {
    const unexcused = all.filter(({ poNumber }) => !resolvedAs(world, poNumber).includes('not-placed'));
    if (unexcused.length > 1) wrong(world, `TWO ORDERS: distributors hold ${unexcused.length} of item ${item}.`);
  }
  const parcels = new Map(world.judged.parcels);
  // A parcel of a test order is nobody's.
  for (const { poNumber, mode, shares } of orders)
    for (const { trackingNumber } of shares.flatMap(({ packages }) => packages))
      parcels.set(trackingNumber, mode === 'live' ? orderIdOf(poNumber) : '');
  if (parcels.size > world.judged.parcels.size) remember(world, { parcels });
  remember(world, { orders });
};

const sameOrder = (
  order: Order,
  { poNumber, placedAt, mode }: Pick<Order, 'poNumber' | 'placedAt' | 'mode'>,
): boolean => order.poNumber === poNumber && order.placedAt === placedAt && order.mode === mode;
