import { sixWeeks } from './population.ts';

/** An answer takes so long, network included; nobody has measured the real ones. */
export const answerMilliseconds = 300;

/** Parts Unlimited: this many orders a page. Unknown; a list that ends with an empty page. */
const partsUnlimitedPage = 100;

const json = (body: unknown): Response => Response.json(body);
const day = 86_400_000;

/** Orders of which nothing has shipped yet, as each distributor shows them: of `open` orders spread evenly over six weeks. */
const listed = (open: number, from: number, to: number, now: number): readonly number[] => {
  const step = sixWeeks / open;
  const first = Math.ceil(Math.max(from, now - sixWeeks) / step);
  return Array.from({ length: Math.max(0, Math.floor(Math.min(to, now) / step) - first + 1) }, (_, n) => first + n);
};

/** The n-th order's number: the watch of what was opened at n·step ends six weeks later. */
const poNumber = (n: number, open: number): string => `PO${n + open}`;

const partsUnlimited = (url: URL, open: number, now: number): Response => {
  const from = Date.parse(url.searchParams.get('order_date_start') ?? '');
  const to = Date.parse(url.searchParams.get('order_date_end') ?? '') + day;
  const page = Number(url.searchParams.get('page_num'));
  const all = listed(open, from, to, now).slice((page - 1) * partsUnlimitedPage, page * partsUnlimitedPage);
  return json(
    all.map((n) => ({
      purchase_order_number: poNumber(n, open),
      reference_number: String(n),
      line_items: [{ part_number: '26-1772', ordered: { quantity: 1 }, shipped: [] }],
    })),
  );
};

const wps = (url: URL, open: number, now: number): Response => {
  const at = (name: string) => {
    const text = url.searchParams.get(name) ?? '';
    return Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
  };
  return json({
    data: listed(open, at('from_date'), at('to_date') + day, now).map((n) => ({
      po_number: poNumber(n, open),
      order_details: [
        {
          order_number: String(n),
          order_status: 'OPEN',
          tracking_numbers: [],
          items: [{ sku: '26-1772', order_quantity: 1, ship_quantity: 0 }],
        },
      ],
    })),
  });
};

const tuckerRocky = (url: URL): Response =>
  json({
    SHP: {
      status: 'SUCCESSFUL',
      errormsg: '',
      shipment: url.searchParams.getAll('ordernum').map((ordernum) => ({ ordernum, shipmentline: [] })),
    },
  });

const automatic = (url: URL): Response =>
  json(
    [...url.searchParams.entries()]
      .filter(([name]) => name.startsWith('purchaseNumbers'))
      .map(([, ponumber]) => ({
        header: { ponumber, orderNumber: '1', orderGenerationNumber: '00' },
        items: [{ number: '26-1772', quantity: 1 }],
        trackingNumbers: [],
      })),
  );

const hosts = {
  'api.parts-unlimited.com': partsUnlimited,
  'api.wps-inc.com': wps,
  'api.tucker.com': tuckerRocky,
  'automatic.example': automatic,
} as const;

/** What one account's distributor answers while nothing ships. */
export const quietAnswer = (address: string, open: number, now: number): Response => {
  const url = new URL(address);
  const answer = Object.entries(hosts).find(([host]) => host === url.host)?.[1];
  if (answer === undefined) throw new Error(`Nobody is at ${url.host}.`);
  return answer(url, open, now);
};
