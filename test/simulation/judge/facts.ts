import type { Order } from '../../../infra/simulators/orders.ts';
import type { ApiRequest, World } from '../world/state.ts';

/**
 * What the judge knows: what the distributors hold, what callers asked, and nothing of the service. It reads no row, no profile and
 * no sentence of ours; that `judge/` imports nothing from the service is a test.
 */
const hour = 3_600_000;
/** Every order that was acknowledged is at rest or before a person so long after the last fault. */
export const settledWithin = 25 * hour;

const slugs = ['parts-unlimited', 'wps', 'tucker-rocky', 'automatic'] as const;

/** What all distributors hold, cancelled orders left out. */
export const held = (world: World): readonly Order[] =>
  slugs.flatMap((slug) => world.distributors[slug].orders).filter(({ cancelled }) => !cancelled);

export const heldUnder = (world: World, poNumber: string, mode: string): readonly Order[] =>
  held(world).filter((order) => order.poNumber === poNumber && order.mode === mode);

/** In these worlds an order's PO numbers begin with its id, as the dialog proposes them. */
export const orderIdOf = (poNumber: string): string => poNumber.split('-')[0] ?? '';

/** Which item an order is of: what was said of its number; else the only item that anybody entered for such an order. */
export const ownItem = (world: World, poNumber: string): string => {
  const said = world.judged.said.get(poNumber)?.item;
  if (said !== undefined && said !== null) return said;
  const orderId = orderIdOf(poNumber);
  const { stores, itemIds } = enteredFor(world, orderId);
  const items = stores.flatMap((storeId) => itemIds.map((itemId) => `${storeId}/${orderId}/${itemId}`));
  return items.length === 1 ? (items[0] ?? poNumber) : poNumber;
};

/** The secrets of these worlds, wherever one may turn up. */
export const secret = /(LIVE|TEST)-[a-z0-9]+-(parts-unlimited|wps|tucker-rocky|automatic)-\d+/;

const bodyField = ({ body }: ApiRequest, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
const textField = (value: unknown, name: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
};

const asks = (world: World, route: RegExp): readonly ApiRequest[] =>
  world.asked.filter((each) => route.test(each.route));

/** What people and webstores entered for an order, at any time: every part, quantity and city. */
export const enteredFor = (world: World, orderId: string) => {
  const puts = asks(world, /\/orders\/\{orderId\}$/).filter(
    ({ path, method }) => method === 'PUT' && path.orderId === orderId,
  );
  const submits = asks(world, /\/drop-ship$/).filter(({ path }) => path.orderId === orderId);
  const items = puts.flatMap((put) => {
    const all = bodyField(put, 'items');
    return Array.isArray(all) ? all : [];
  });
  return {
    cities: [...puts, ...submits].map((each) => textField(bodyField(each, 'shipTo'), 'city')),
    itemIds: [...new Set(items.map((item) => String(Reflect.get(item, 'itemId'))))],
    quantities: items.map((item) => Number(Reflect.get(item, 'quantity'))),
    parts: items.flatMap((item) => {
      const parts: unknown = Reflect.get(item, 'distributorParts');
      return Array.isArray(parts) ? parts.map((part) => textField(part, 'partNumber')) : [];
    }),
    emails: puts.map((put) => textField(bodyField(put, 'customer'), 'email')),
    stores: [...new Set(puts.map(({ path }) => path.storeId ?? ''))],
  };
};

/** What a person said of a purchase order. */
export const resolvedAs = (world: World, poNumber: string): readonly unknown[] =>
  asks(world, /\/resolve$/)
    .filter(({ path }) => path.poNumber === poNumber)
    .map((request) => bodyField(request, 'outcome'));

/** The distributor has taken it, and said no to a copy of the request. */
export const saidNoThere = ({ copiesRefused }: World, poNumber: string): boolean => copiesRefused.includes(poNumber);

/** The tracking numbers that people entered, and for which order. */
export const enteredNumbers = (world: World): readonly (readonly [string, string])[] =>
  asks(world, /\/shipments$/).map((request) => [
    String(bodyField(request, 'trackingNumber')),
    orderIdOf(request.path.poNumber ?? ''),
  ]);

/** Whether a store's account at a distributor was ever to be used in this mode. */
export const wasEverIn = (world: World, slug: string, mode: string): boolean =>
  asks(world, /\/distributors\/\{distributor\}$/).some(
    (request) => request.path.distributor === slug && bodyField(request, 'testMode') === (mode === 'test'),
  );
