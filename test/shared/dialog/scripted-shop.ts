import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser.ts';
import { portOf } from './webstore-backend.ts';

/** An answer of the shop's backend; null = the connection is cut. */
type Answers = (path: string, method: string) => readonly [status: number, body: unknown, headers?: object] | null;

/** A page of the shop's admin with the dialog in it, and a backend that answers as a test says: no service stands behind it. */
export type ScriptedShop = {
  readonly browser: Browser;
  answers: Answers;
  /** Attributes of the element. */
  attributes: string;
  /** What the page holds around `<!--dialog-->`, its head included. */
  around: string;
  /** Headers of the page. */
  headers: Readonly<Record<string, string>>;
  readonly posted: { readonly path: string; readonly body: string }[];
  readonly asked: string[];
  readonly open: (page: Page) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const plain = '<body><button id="opener">Drop ship</button><!--dialog-->';
const telling = `<script>window.events=[];for(const n of ['accepted','pending','refused','closed'])addEventListener('drop-ship-'+n,(e)=>events.push([n,e.detail?.orderId??null]))</script>`;
export const elementOf = (attributes: string): string => `<drop-ship-dialog ${attributes}></drop-ship-dialog>`;
export const ofOrder1 = 'order-id="1" item-id="1" endpoint="/drop-ship/"';

export const openScriptedShop = async (): Promise<ScriptedShop> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../../shared/dialog/drop-ship-dialog.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const module = outputFiles[0]?.text ?? '';
  const pageOf = ({ around, attributes }: ScriptedShop): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><script type="module" src="/dialog.js"></script>${
      shop.headers['content-security-policy'] === undefined ? telling : ''
    }</head>${around.replace('<!--dialog-->', elementOf(attributes))}</html>`;
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { url = '', method = '' } = incoming;
    if (url.startsWith('/dialog.js'))
      return void outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(module);
    if (url === '/admin')
      return void outgoing.writeHead(200, { 'content-type': 'text/html', ...shop.headers }).end(pageOf(shop));
    if (!url.startsWith('/drop-ship/')) return void outgoing.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    shop.asked.push(url);
    if (method === 'POST') shop.posted.push({ path: url, body: Buffer.concat(chunks).toString() });
    const answer = shop.answers(url, method);
    if (answer === null) return void outgoing.destroy();
    const [status, body, headers = {}] = answer;
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    outgoing
      // Chromium itself sends a POST again when a connection that it used before is cut.
      .writeHead(status, { 'content-type': type, connection: 'close', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing)).listen(0, '127.0.0.1');
  const shop: ScriptedShop = {
    browser: await openBrowser(),
    answers: () => [404, ''],
    attributes: ofOrder1,
    around: plain,
    headers: {},
    posted: [],
    asked: [],
    open: (page) => page.goto(`http://127.0.0.1:${portOf(server)}/admin`),
    close: async () => {
      await shop.browser.close();
      server.close();
    },
  };
  return shop;
};

/** As it was before a test. */
export const tidy = (shop: ScriptedShop): void => {
  Object.assign(shop, { attributes: ofOrder1, around: plain, headers: {} });
  shop.posted.length = 0;
  shop.asked.length = 0;
};

export const address = {
  name: 'Ada Rider',
  line1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  postalCode: '83702',
  country: 'US',
};

/** What the dialog is answered about an order of one item, which two distributors have. */
export const dialogOf = (orderId: string, more: object = {}) => ({
  eligible: true,
  distributor: 'wps',
  name: 'WPS',
  partNumber: '26-1772',
  mode: 'live',
  item: { itemId: '1', title: `Item of ${orderId}`, sku: null, quantity: 1 },
  checks: [{ name: 'order-new', passed: true, message: 'The order is New.' }],
  form: {
    poNumber: `${orderId}-1`,
    shipTo: address,
    shippingMethod: 'ground',
    shippingMethods: ['ground'],
    leftOut: [],
  },
  limits: { city: 17 },
  misfits: [],
  alternatives: [
    { distributor: 'wps', name: 'WPS', partNumber: '26-1772', mode: 'live', eligible: true, failed: [] },
    { distributor: 'automatic', name: 'Automatic', partNumber: '45-1', mode: 'live', eligible: true, failed: [] },
  ],
  lastRejection: null,
  purchaseOrder: null,
  testPurchaseOrder: null,
  ...more,
});

export const purchaseOrderOf = (status: string, more: object = {}) => ({
  poNumber: '1-1',
  orderId: '1',
  mode: 'live',
  distributor: 'wps',
  status,
  attention: null,
  distributorOrderNumbers: [],
  trackUntil: null,
  shipments: [],
  ...more,
});

export const orderIn = (path: string): string => /\/orders\/([^/]+)/.exec(path)?.[1] ?? '';
