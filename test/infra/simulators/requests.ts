import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { Reply, Sent, world } from './world.ts';

/** How to ask each distributor for the same thing, written by hand from what is known of them. */
export type Requests = {
  /** The request that orders, and what must come before it. */
  readonly prepare: (ask: Ask) => Promise<void>;
  readonly submit: [line: string, sent: Sent];
  readonly find: [line: string, sent: Sent] | null;
  readonly track: [line: string, sent: Sent];
  readonly verify: [line: string, sent: Sent];
};
type Ask = (line: string, sent?: Sent) => Promise<Reply>;

const key = 'secret-key-1234';
const trws = `GET /bin/trws?apikey=${key}&cust=C100&output=JSON`;
const lines = [{ line_number: 1, part_number: 'A', quantity: 1 }];
const ship_to_address = {
  name: 'Jane Doe',
  address_line_1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  postal_code: '83702',
};
const pu = { headers: { 'api-key': key } };
const wps = { headers: { authorization: `Bearer ${key}` } };
const automatic = { headers: { authorization: key } };
const shipToAddress = { name: 'Jane Doe', address1: '1 Main St', city: 'Boise', state: 'ID', zip: '83702' };

export const requests: Readonly<Record<DistributorSlug, Requests>> = {
  'parts-unlimited': {
    prepare: async () => {},
    submit: [
      'POST /api/v2/orders/dropship',
      {
        ...pu,
        body: {
          dealer_number: 'ABC123',
          purchase_order_number: 'PO-1',
          shipping_method: 'ground',
          validate_price: false,
          ship_to_address,
          line_items: lines,
        },
      },
    ],
    find: ['GET /api/v2/orders/dropship?order_date_start=2026-11-22&order_date_end=2026-11-24&page_num=1', pu],
    track: ['GET /api/v2/orders/dropship?order_date_start=2026-11-01&order_date_end=2026-11-24&page_num=1', pu],
    verify: ['GET /api/v1/parts/pricing/01013337', pu],
  },
  wps: {
    prepare: async (ask) => {
      await ask('POST /carts', { ...wps, body: { po_number: 'PO-1' } });
      await ask('POST /carts/PO-1/items', { ...wps, body: { item_sku: 'A', quantity: 1 } });
    },
    submit: ['POST /orders', { ...wps, body: { po_number: 'PO-1' } }],
    find: ['GET /orders/PO-1', wps],
    track: ['GET /orders?from_date=20261101&to_date=20261124', wps],
    verify: ['GET /items?page[size]=1', wps],
  },
  'tucker-rocky': {
    prepare: async () => {},
    submit: [
      `${trws}&type=ORD&name=Jane&address1=1+Main+St&city=Boise&state=ID&zip=83702&po=PO-1&allowduplicatepo=NO&submit=YES&line=A,1`,
      {},
    ],
    find: null,
    track: [`${trws}&type=SHP&ordernum=7000001`, {}],
    verify: [`${trws}&type=PRC&item=A`, {}],
  },
  automatic: {
    prepare: async () => {},
    submit: [
      'POST /order/create',
      { ...automatic, body: { ponumber: 'PO-1', shipToAddress, items: [{ number: 'A', quantity: 1 }] } },
    ],
    find: ['GET /order/purchase-number/PO-1', automatic],
    track: ['GET /order/headers?purchaseNumbers=PO-1', automatic],
    verify: ['GET /order/find/range?dateType=C&startDate=20261123&endDate=20261123', automatic],
  },
};

/** A distributor in which all is ready for the request that orders. */
export const ready = async (made: ReturnType<typeof world>, slug: DistributorSlug) => {
  await requests[slug].prepare(made.live);
  const [line, sent] = requests[slug].submit;
  const submit = (signal?: AbortSignal): Promise<Reply> => made.live(line, signal ? { ...sent, signal } : sent);
  return { ...made, submit };
};
