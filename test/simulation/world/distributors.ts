import type { Hono } from 'hono';
import type { Order } from '../../../infra/simulators/orders.ts';
import { type Simulated, simulate } from '../../../infra/simulators/simulate.ts';
import type { State } from '../../../infra/simulators/state.ts';
import { hostsWith } from '../../../shared/distributors/hosts.ts';
import { type DistributorSlug, distributorSlugs, type Mode } from '../../../shared/domain/vocabulary.ts';
import { knownBy } from './known-by.ts';
import type { IllTold, Place, SentRequest, World } from './state.ts';

/** Every distributor's hosts; those of Automatic are not public. */
export const hosts = hostsWith({
  automatic: { live: 'https://live.automatic.example', test: 'https://test.automatic.example' },
});

/** An answer of a distributor, as plain data. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const modes: readonly Mode[] = ['live', 'test'];
const time = { now: 0 };
const clock = { now: () => time.now, sleep: () => Promise.reject(new Error('A distributor never sleeps.')) };

const simulated: Readonly<Record<DistributorSlug, Simulated>> = {
  'parts-unlimited': simulate('parts-unlimited', { clock }),
  wps: simulate('wps', { clock }),
  'tucker-rocky': simulate('tucker-rocky', { clock }),
  automatic: simulate('automatic', { clock }),
};

const byOrigin: ReadonlyMap<string, Place> = new Map(
  distributorSlugs.flatMap((slug) =>
    modes.flatMap((mode) => {
      const host = hosts[slug][mode];
      return host === null ? [] : [[new URL(host).origin, { slug, mode }] as const];
    }),
  ),
);

/** Whose host this is; throws for a host of nobody: the service must never ask one. */
export const placeOf = knownBy(({ url }: SentRequest): Place => {
  const place = byOrigin.get(new URL(url).origin);
  if (place === undefined) throw new Error(`The service asked ${new URL(url).origin}, which is nobody's host.`);
  return place;
});

const apps = new Map<string, Hono>();
const appOf = ({ slug, mode }: Place): Hono => {
  const name = `${slug} ${mode}`;
  const app = apps.get(name) ?? simulated[slug].app(mode);
  apps.set(name, app);
  return app;
};

type Struck = Parameters<Simulated['control']['addFault']>[0];

/** What a request came to: its answer, and what the distributor knows then. */
type Received = { readonly answer: Answer; readonly state: State };

const exchange = async (
  before: State,
  sent: SentRequest,
  fault: Struck | undefined,
  isGone: boolean,
): Promise<Received> => {
  const place = placeOf(sent);
  const { control } = simulated[place.slug];
  control.restore({ ...before, faults: fault === undefined ? [] : [fault] });
  const { method, headers, body, url } = sent;
  const signal = isGone ? AbortSignal.abort() : null;
  const answer = await appOf(place).fetch(new Request(url, { method, headers, body, signal }));
  const text = await answer.text();
  const asksOnly = method === 'GET' && place.slug !== 'tucker-rocky';
  const state = asksOnly ? before : { ...control.snapshot(), faults: [], calls: [] };
  return { answer: { status: answer.status, headers: Object.fromEntries(answer.headers), body: text }, state };
};

const textOf = knownBy((sent: SentRequest) => JSON.stringify(sent));

/** A distributor answers the same to the same request at the same time from what it knows: many runs come to that. */
const exchanges = new WeakMap<State, Map<string, Received>>();

/** The distributor takes the request, and what it then knows is in the world. `fault` = it is to answer this way. */
export const receive = async (world: World, sent: SentRequest, fault?: Struck, isGone = false): Promise<Answer> => {
  const { slug } = placeOf(sent);
  const before = world.distributors[slug];
  time.now = world.now;
  const known = exchanges.get(before) ?? new Map<string, Received>();
  exchanges.set(before, known);
  const asked = `${world.now} ${isGone} ${JSON.stringify(fault)} ${textOf(sent)}`;
  const { answer, state } = known.get(asked) ?? (await exchange(before, sent, fault, isGone));
  known.set(asked, { answer, state });
  world.distributors = { ...world.distributors, [slug]: state };
  return answer;
};

/** The distributor receives an order whose caller has given up; it will take it at that time, and nobody hears of it. */
export const receiveLate = async (world: World, sent: SentRequest, takesEffectAt: number): Promise<void> => {
  const { slug } = placeOf(sent);
  const known = world.distributors[slug].late.length;
  const fault = { call: 'submit', fault: 'late', times: 1 } as const;
  await receive(world, sent, fault, true);
  const state = world.distributors[slug];
  const late = state.late.map((order, at) => (at < known ? order : { ...order, due: takesEffectAt }));
  world.distributors = { ...world.distributors, [slug]: { ...state, late } };
};

/** What has been received and is due takes effect. */
export const takeEffect = (world: World): void => {
  time.now = world.now;
  for (const slug of distributorSlugs) {
    if (!world.distributors[slug].late.some(({ due }) => due <= world.now)) continue;
    const { control } = simulated[slug];
    control.restore(world.distributors[slug]);
    control.settle(world.now);
    world.distributors = { ...world.distributors, [slug]: control.snapshot() };
  }
};

/** What the distributor would answer if orders younger than this were not in its look-ups yet. Nothing changes there. */
export const receiveLagging = async (world: World, sent: SentRequest, youngerThan: number): Promise<Answer> => {
  const { slug } = placeOf(sent);
  const all = world.distributors[slug];
  const old = { ...all, orders: all.orders.filter(({ placedAt }) => placedAt < youngerThan) };
  return receive({ ...world, distributors: { ...world.distributors, [slug]: old } }, sent);
};

/** What the distributor would answer if this order were of another part. Nothing changes there. */
export const receiveStrange = async (world: World, sent: SentRequest, { poNumber, as }: IllTold): Promise<Answer> => {
  const { slug } = placeOf(sent);
  const all = world.distributors[slug];
  const told = as === 'sent elsewhere' ? elsewhere : strange;
  const orders = all.orders.map((order) => (order.poNumber === poNumber ? told(order) : order));
  return receive({ ...world, distributors: { ...world.distributors, [slug]: { ...all, orders } } }, sent);
};

const elsewhere = (order: Order): Order => ({ ...order, shipTo: { ...order.shipTo, postalCode: '99501' } });

const another = { partNumber: 'ANOTHER-1' };
const strange = (order: Order): Order => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, ...another })),
  shares: mapAll(order.shares, (share) => ({
    ...share,
    lines: share.lines.map((line) => ({ ...line, ...another })),
    packages: share.packages.map((each) => ({ ...each, ...another })),
  })),
});
const mapAll = <T>([first, ...others]: readonly [T, ...T[]], change: (one: T) => T): [T, ...T[]] => [
  change(first),
  ...others.map(change),
];

/** A parcel leaves: of the order under this number. */
export const shipParcel = (
  world: World,
  slug: DistributorSlug,
  poNumber: string,
  parcel: { readonly carrier: string; readonly trackingNumber: string; readonly quantity?: number },
): void => {
  const { control } = simulated[slug];
  time.now = world.now;
  control.restore(world.distributors[slug]);
  control.ship(poNumber, [parcel]);
  world.distributors = { ...world.distributors, [slug]: { ...control.snapshot(), calls: [] } };
};

/** Somebody at the distributor changes the orders under this number. */
const changeOrders = (world: World, slug: DistributorSlug, poNumber: string, change: (order: Order) => Order): void => {
  const all = world.distributors[slug];
  const orders = all.orders.map((order) => (order.poNumber === poNumber ? change(order) : order));
  world.distributors = { ...world.distributors, [slug]: { ...all, orders } };
};

export const changeQuantity = (world: World, slug: DistributorSlug, poNumber: string, quantity: number): void =>
  changeOrders(world, slug, poNumber, (order) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, quantity })),
    shares: mapAll(order.shares, (share) => ({ ...share, lines: share.lines.map((line) => ({ ...line, quantity })) })),
  }));

/** Somebody at the distributor enters the order anew, under the number that it has. */
export const enterAnew = (world: World, slug: DistributorSlug, poNumber: string): void =>
  changeOrders(world, slug, poNumber, (order) => ({ ...order, placedAt: world.now }));

export const takeParcelBack = (world: World, slug: DistributorSlug, poNumber: string, trackingNumber: string): void =>
  changeOrders(world, slug, poNumber, (order) => ({
    ...order,
    shares: mapAll(order.shares, (share) => ({
      ...share,
      packages: share.packages.filter((parcel) => parcel.trackingNumber !== trackingNumber),
    })),
  }));

/** What a request is called where faults are listed: method, path and what is asked, without numbers. */
export const nameOfRequest = knownBy((sent: SentRequest): string => {
  const { url, method } = sent;
  const { slug } = placeOf(sent);
  const { pathname, searchParams } = new URL(url);
  if (slug === 'tucker-rocky') return `${slug} ${searchParams.get('type') ?? '?'}`;
  const known =
    /^(api|v1|v2|orders|dropship|carts|items|parts|pricing|order|create|find|range|headers|purchase-number)$/;
  const path = pathname
    .split('/')
    .filter(Boolean)
    .map((part) => (known.test(part) ? part : ':po'))
    .join('/');
  return `${slug} ${method} /${path}`;
});
