import * as v from 'valibot';
import type { PurchaseOrderRow } from '../../shared/domain/purchase-order.ts';
import { placeOf } from './distributors.ts';
import { kindOfRequest } from './sites.ts';
import type { SentRequest, World } from './state.ts';

/** What the invariants remember of the past. The service never sees it. */
export type Ghost = {
  /** How each attempt ended, when that was first seen. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What has gone wrong, as sentences. */
  readonly wrongs: readonly string[];
  readonly lastFaultAt: number;
  /** How much longer than usual it may take to settle: a pause that was asked for, a day without credentials. */
  readonly patience: number;
  /** Crashes that fell between SES's yes and our write: each may repeat one mail. */
  readonly mailsMayRepeat: number;
};

export const newGhost = (): Ghost => ({ outcomes: {}, wrongs: [], lastFaultAt: 0, patience: 0, mailsMayRepeat: 0 });

export const wrong = (world: World, sentence: string): void => {
  if (world.ghost.wrongs.includes(sentence)) return;
  world.ghost = { ...world.ghost, wrongs: [...world.ghost.wrongs, sentence] };
};

export const purchaseOrders = (world: World): readonly PurchaseOrderRow[] =>
  [...world.rows.values()].filter(({ sk }) => sk === 'PO').map((row) => row as PurchaseOrderRow);

/** Every secret of these worlds says whose it is: `LIVE-store1-wps-1`. */
export const secretOf = (storeId: string, slug: string, mode: string, version: number): string =>
  `${mode.toUpperCase()}-${storeId}-${slug}-${version}`;
const secret = /(LIVE|TEST)-([a-z0-9]+)-(parts-unlimited|wps|tucker-rocky|automatic)-\d+/;

const Body = v.record(v.string(), v.unknown());
const poNumberIn = ({ url, body }: SentRequest): string | null => {
  const parsed = v.safeParse(Body, body === null ? null : JSON.parse(body));
  const named = parsed.success
    ? (parsed.output.po_number ?? parsed.output.purchase_order_number ?? parsed.output.ponumber)
    : null;
  return typeof named === 'string' ? named : new URL(url).searchParams.get('po');
};

/** Every request must bear the credentials of its host's mode and distributor, and order only what its own store's purchase order says. */
export const watchRequest = (world: World, sent: SentRequest): void => {
  const { slug, mode } = placeOf(sent);
  const found = secret.exec(decodeURIComponent(sent.url)) ?? secret.exec(JSON.stringify(sent.headers));
  const [, whose = '', store = '', distributor = ''] = found ?? [];
  if (whose.toLowerCase() !== mode || distributor !== slug) {
    wrong(world, `A request to the ${mode} host of ${slug} bore the credentials "${found?.[0] ?? 'none'}".`);
  }
  if (kindOfRequest(sent) !== 'order') return;
  const poNumber = poNumberIn(sent);
  const po = purchaseOrders(world).find((row) => row.poNumber === poNumber && row.storeId === store);
  if (po === undefined) wrong(world, `An order was sent for PO ${poNumber}, of which store ${store} knows nothing.`);
  else if (po.mode !== mode || po.distributor !== slug) {
    wrong(world, `PO ${poNumber} of mode ${po.mode} for ${po.distributor} was sent to the ${mode} host of ${slug}.`);
  }
};
