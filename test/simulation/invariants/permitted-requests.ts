import * as v from 'valibot';
import { modeOf } from '../../../shared/domain/order/eligibility.ts';
import type { OrderRow } from '../../../shared/domain/order/order.ts';
import type { Key } from '../../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { nameOfRequest, placeOf } from '../world/distributors.ts';
import { kindOfRequest } from '../world/sites.ts';
import type { SentRequest, World } from '../world/state.ts';
import { purchaseOrders, settingsAt, wrong } from './remembered.ts';
import { verifiesInTurn } from './stopped-accounts.ts';
import { watchSweep } from './sweep-requests.ts';

/** What every request to a distributor must respect: store, mode, credentials, pauses, the bucket, and that the order may still be placed. */
const secret = /(LIVE|TEST)-([a-z0-9]+)-(parts-unlimited|wps|tucker-rocky|automatic)-\d+/;

const rowAt = (world: World, { pk, sk }: Key) => world.rows.get(`${pk}\u0000${sk}`);

/** Whose request it is: what its credentials say. */
const callerOf = (world: World, sent: SentRequest) => {
  const { slug, mode } = placeOf(sent);
  const found = secret.exec(decodeURIComponent(sent.url)) ?? secret.exec(JSON.stringify(sent.headers));
  const [text = 'none', whose = '', storeId = '', distributor = ''] = found ?? [];
  const version = settingsAt(world, storeId, slug)?.[mode]?.version ?? '';
  return {
    slug,
    mode,
    storeId,
    text,
    isRight: whose.toLowerCase() === mode && distributor === slug,
    name: `${text}@${version}`,
  };
};

const Body = v.record(v.string(), v.unknown());
const poNumberIn = ({ url, body }: SentRequest): string | null => {
  const parsed = v.safeParse(Body, body === null ? null : JSON.parse(body));
  const { po_number, purchase_order_number, ponumber } = parsed.success ? parsed.output : {};
  const named = po_number ?? purchase_order_number ?? ponumber;
  return typeof named === 'string' ? named : new URL(url).searchParams.get('po');
};

const isVerify = (sent: SentRequest): boolean => /GET \/items$|pricing|INV$|find\/range$/.test(nameOfRequest(sent));

/** Looks at every request when it arrives at the distributor's door. */
export const watchRequest = (world: World, sent: SentRequest, functionName: string): void => {
  const caller = callerOf(world, sent);
  const { slug, mode, storeId } = caller;
  if (!caller.isRight) wrong(world, `A request to the ${mode} host of ${slug} bore the credentials "${caller.text}".`);
  if (kindOfRequest(sent) === 'order') watchOrder(world, caller, poNumberIn(sent));
  if (isVerify(sent)) {
    // It is answered truly: yes.
    const refusedSecrets = world.observed.refusedSecrets.filter((name) => name !== caller.name);
    world.observed = { ...world.observed, refusedSecrets };
    if (functionName === 'sweep-tracking') verifiesInTurn(world, caller);
    return;
  }
  const account = `${storeId}/${slug}/${mode}`;
  if (functionName === 'sweep-tracking') watchSweep(world, caller, sent);
  if (!world.running.fresh) return;
  if ((world.observed.pauses[account] ?? 0) - Math.max(5_000, world.apart) > world.now)
    wrong(world, `${account} was asked although it had asked for a pause.`);
  if (world.observed.refusedSecrets.includes(caller.name))
    wrong(world, `${account} was asked with credentials that it had refused.`);
  takeToken(world, account);
};

const watchOrder = (
  world: World,
  { slug, mode, storeId, text }: ReturnType<typeof callerOf>,
  poNumber: string | null,
): void => {
  const isCallers = (row: PurchaseOrderRow): boolean =>
    row.storeId === storeId || JSON.stringify(settingsAt(world, row.storeId, slug) ?? null).includes(text);
  const po = purchaseOrders(world).find((row) => row.poNumber === poNumber && isCallers(row));
  if (po === undefined) {
    wrong(world, `An order was sent for PO ${poNumber}, of which store ${storeId} knows nothing.`);
    return;
  }
  if (po.mode !== mode || po.distributor !== slug) {
    wrong(world, `PO ${poNumber} of mode ${po.mode} for ${po.distributor} was sent to the ${mode} host of ${slug}.`);
  }
  const since = world.observed.forbidden[nameOf(po)];
  if (since !== undefined && world.running.id > since) {
    wrong(world, `PO ${poNumber} was sent although its order, item or mode no longer allowed it.`);
  }
};

const putOfOrder = 'PUT /v1/stores/{storeId}/orders/{orderId}';

/** What the webstore last said of an order, and was told that it is taken. */
const Put = v.object({ status: v.string(), items: v.array(v.object({ itemId: v.string() })) });
const lastPut = ({ told }: World, { storeId, orderId }: PurchaseOrderRow): v.InferOutput<typeof Put> | null => {
  const last = told.findLast(
    ({ route, path, status }) =>
      route === putOfOrder && path.storeId === storeId && path.orderId === orderId && status < 300,
  );
  const read = v.safeParse(Put, last?.body);
  return read.success ? read.output : null;
};

/** Whoever begins to call for a purchase order knows what the webstore was told before that: that its item is no longer wanted. */
export const watchBegins = (world: World, before: World['rows'], written: readonly Key[]): void => {
  for (const key of written.filter(({ sk }) => sk === 'PO')) {
    const po = rowAt(world, key) as PurchaseOrderRow | undefined;
    const was = before.get(`${key.pk}\u0000${key.sk}`);
    if (po?.state !== 'calling' || was === undefined || Reflect.get(was, 'state') !== 'claimed') continue;
    const put = lastPut(world, po);
    const isWanted = put === null || (put.status === 'New' && put.items.some(({ itemId }) => itemId === po.itemId));
    if (!isWanted) wrong(world, `NO WAS NOT NO: PO ${po.poNumber} was begun when the webstore no longer wanted it.`);
  }
};

/** Clocks may differ by two seconds either way. */
const tolerance = 4;
const burst = 5;

/** One submit or sweep takes one token, at its first request. */
const takeToken = (world: World, account: string): void => {
  const { buckets } = world.observed;
  const bucket = buckets[account] ?? { tokens: burst, at: world.now, run: 0 };
  if (bucket.run === world.running.id) return;
  const tokens = Math.min(burst, bucket.tokens + Math.max(0, world.now - bucket.at) / 1000) - 1;
  if (tokens < -tolerance) wrong(world, `${account} was asked more often than its bucket allows.`);
  const next = { tokens, at: Math.max(world.now, bucket.at), run: world.running.id };
  world.observed = { ...world.observed, buckets: { ...buckets, [account]: next } };
};

const nameOf = ({ storeId, poNumber }: PurchaseOrderRow): string => `${storeId}/${poNumber}`;

const mayBeSent = (world: World, po: PurchaseOrderRow): boolean => {
  const order = rowAt(world, keys.order(po.storeId, po.orderId)) as OrderRow | undefined;
  const item = order?.items.find(({ itemId }) => itemId === po.itemId);
  const settings = settingsAt(world, po.storeId, po.distributor) ?? null;
  return order?.status === 'New' && item?.removed === false && settings !== null && modeOf(settings) === po.mode;
};

/** Remembers since when a purchase order must not be sent. */
export const noteForbidden = (world: World): void => {
  const { forbidden } = world.observed;
  const open = purchaseOrders(world).filter((po) => !mayBeSent(world, po));
  const next = Object.fromEntries(open.map((po) => [nameOf(po), forbidden[nameOf(po)] ?? world.serial]));
  if (JSON.stringify(next) !== JSON.stringify(forbidden)) world.observed = { ...world.observed, forbidden: next };
};

/** The service has dealt with an answer that told it to stay away, or that its credentials are no good. */
export const noteAnswer = (
  world: World,
  fault: 'rate-limited' | 'bad-credentials',
  sent: SentRequest,
  at: number,
): void => {
  const { slug, mode, storeId, name } = callerOf(world, sent);
  const { observed } = world;
  world.observed =
    fault === 'rate-limited'
      ? { ...observed, pauses: { ...observed.pauses, [`${storeId}/${slug}/${mode}`]: at + 60_000 } }
      : { ...observed, refusedSecrets: [...observed.refusedSecrets, name] };
};
