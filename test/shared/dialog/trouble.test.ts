import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../browser.ts';
import { portOf } from './webstore-backend.ts';

/** The dialog before a backend that answers as a test wants it to: no service stands behind it. */
let browser: Browser;
let page: Page;
let shop: Server;
let module = '';
const posted: { readonly path: string; readonly body: string }[] = [];
const asked: string[] = [];
type Answers = (path: string, method: string) => readonly [status: number, body: unknown, headers?: object] | null;
let answers: Answers = () => [404, ''];

const address = {
  name: 'Ada Rider',
  line1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  postalCode: '83702',
  country: 'US',
};
const dialogOf = (orderId: string, more: object = {}) => ({
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
const purchaseOrder = (status: string, orderId = '1') => ({
  poNumber: `${orderId}-1`,
  orderId,
  mode: 'live',
  distributor: 'wps',
  status,
  attention: null,
  distributorOrderNumbers: [],
  trackUntil: null,
  shipments: [],
});
const orderIn = (path: string): string => /\/orders\/([^/]+)/.exec(path)?.[1] ?? '';

const document = (attributes: string) => `<!doctype html><html lang="en"><head><title>Shop</title>
<script type="module" src="/dialog.js"></script></head><body><button id="opener">Drop ship</button><drop-ship-dialog ${attributes}></drop-ship-dialog>
<script>window.events=[];for(const n of ['accepted','pending','refused','closed'])addEventListener('drop-ship-'+n,(e)=>events.push([n,e.detail?.orderId??null]))</script></body></html>`;
let attributes = '';

const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const { url = '', method = '' } = incoming;
  if (url === '/dialog.js') return void outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(module);
  if (url === '/admin') return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end(document(attributes));
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  asked.push(url);
  if (method === 'POST') posted.push({ path: url, body: Buffer.concat(chunks).toString() });
  const answer = answers(url, method);
  if (answer === null) return void outgoing.destroy();
  const [status, body, headers = {}] = answer;
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  outgoing
    // Chromium itself sends a POST again when a connection that it used before is cut.
    .writeHead(status, { 'content-type': type, connection: 'close', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
};

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../../shared/dialog/drop-ship-dialog.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  module = outputFiles[0]?.text ?? '';
  browser = await openBrowser();
  shop = createServer((incoming, outgoing) => void serve(incoming, outgoing)).listen(0, '127.0.0.1');
});
beforeEach(async () => {
  page = await browser.newPage();
  posted.length = 0;
  asked.length = 0;
  attributes = 'order-id="1" item-id="1" endpoint="/drop-ship/"';
});
afterEach(async () => page.close());
afterAll(async () => {
  await browser?.close();
  shop?.close();
});

const open = () => page.goto(`http://127.0.0.1:${portOf(shop)}/admin`);
const review = () => page.getByRole('button', { name: 'Review the order' }).click();
const place = () => page.getByRole('button', { name: 'Place the order' }).click();
const events = () => page.evaluate('window.events');

describe('the dialog before a backend in trouble', () => {
  it.each([
    [401, '<html>', 'not signed in any more'],
    [403, '<html>Forbidden', 'does not let you do this'],
    [404, '', 'does not know this address'],
    [413, '<html>', 'too large'],
    [429, '<html>Slow down', 'asked too often'],
    [502, '<html>', 'has a problem just now'],
    [409, '<html>', 'could not be read'],
    [410, '<html>', 'could not be read'],
    [422, { message: 'no' }, 'could not be read'],
    [200, '', 'could not be read'],
    [200, { checks: [] }, 'could not be read'],
    [200, { checks: null, form: null }, 'could not be read'],
    [200, [], 'could not be read'],
  ])('says what to do at %i with %j', async (status, body, words) => {
    answers = () => [status, body];
    await open();
    await page.getByRole('alert').getByText(words).waitFor();
    answers = (path) => [200, dialogOf(orderIn(path))];
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Item of 1').waitFor();
  });

  it('follows no redirect, and names the page where one signs in', async () => {
    answers = () => [302, '', { location: 'http://login.example/' }];
    await open();
    await page.getByText('most likely to where you sign in').waitFor();
    expect(asked).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
  });

  it.each(['', 'order-id="1" item-id="1"', 'endpoint="/drop-ship" item-id="1"'])(
    'asks nothing and says what is missing with the attributes %j',
    async (given) => {
      attributes = given;
      await open();
      await page.getByText('has to name its endpoint, order-id and item-id').waitFor();
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['the end of a session', [401, '<html>']],
    ['an early time-out of the service', [503, { type: 'urn:problem:timeout', title: 'Time-out' }]],
    ['a page with status 200', [200, '<html>']],
    ['silence', null],
  ] as const)('keeps what was entered through %s at the submit, and submits nothing by itself', async (_, answer) => {
    let signedIn = true;
    answers = (path, method) => {
      if (method === 'POST') signedIn = false;
      if (!signedIn) return answer;
      return [200, dialogOf(orderIn(path))];
    };
    await open();
    await page.getByLabel('City').fill('Meridian');
    await review();
    await place();
    await page.getByText('not known whether the order was submitted').waitFor();
    signedIn = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The service has no order of this item.').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Meridian');
    expect(posted).toHaveLength(1);
  });

  it('says that an order in doubt cannot be asked for, asks seldomer and seldomer, and goes on when it can', async () => {
    await page.clock.install();
    let looks = 0;
    answers = (path) => {
      if (!path.includes('purchase-orders')) return [200, dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') })];
      looks += 1;
      return [401, '<html>'];
    };
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    for (const [seconds, expected] of [
      [5, 1],
      [5, 2],
      [9, 2],
      [1, 3],
      [19, 3],
      [1, 4],
    ] as const) {
      await page.clock.fastForward(seconds * 1000);
      await expect.poll(() => looks).toBe(expected);
      await page.getByText('How it stands could not be asked just now').waitFor();
    }
    await page.getByText('not signed in any more').waitFor();
    answers = () => [200, purchaseOrder('accepted')];
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await page.getByText('could not be asked').count()).toBe(0);
    expect(await events()).toEqual([['accepted', '1']]);
  });

  it('takes no page of a proxy for a refusal, and no needed person for an acceptance', async () => {
    await page.clock.install();
    answers = (path) =>
      path.includes('purchase-orders')
        ? [410, '<html>Gone']
        : [200, dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') })];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await page.clock.fastForward(5000);
    await page.getByText('could not be asked').waitFor();
    answers = () => [200, purchaseOrder('needs-person')];
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.getByText('a person has to ask the distributor').waitFor();
    expect(await events()).toEqual([['pending', '1']]);
  });

  it('asks nothing any more once it is closed, and looks at once when it is put back', async () => {
    await page.clock.install();
    answers = (path) =>
      path.includes('purchase-orders')
        ? [200, purchaseOrder('in-doubt')]
        : [200, dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') })];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await page.evaluate("window.kept = document.querySelector('drop-ship-dialog'); kept.remove()");
    await page.clock.fastForward(60_000);
    expect(asked).toHaveLength(1);
    await page.evaluate('document.body.append(kept)');
    await expect.poll(() => asked.length).toBe(2);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(events).toEqual([['closed', null]]);
    await page.clock.fastForward(60_000);
    expect(asked).toHaveLength(2);
  });
});

describe('the dialog and the page around it', () => {
  it('submits what is shown to the item that is shown, whatever becomes of its attributes', async () => {
    let release = (): void => undefined;
    answers = (path) => [200, dialogOf(orderIn(path))];
    await open();
    await page.getByLabel('City').fill('Meridian');
    await review();
    await page.route('**/orders/1/**', async (route) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      await route.continue();
    });
    await place();
    await page.evaluate("document.querySelector('drop-ship-dialog').setAttribute('order-id', '2')");
    await page.getByText('Item of 2').waitFor();
    answers = (path, method) => (method === 'POST' ? [201, purchaseOrder('accepted')] : [200, dialogOf(orderIn(path))]);
    release();
    await expect.poll(events).toEqual([['accepted', '1']]);
    expect(await page.getByText('Item of 2').count()).toBe(1);
    expect(await page.getByLabel('City').inputValue()).toBe('Boise');
    expect(posted.map(({ path }) => path)).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
    expect(JSON.parse(posted[0]?.body ?? '')).toMatchObject({ poNumber: '1-1', shipTo: { city: 'Meridian' } });
  });

  it('keeps what was entered when another part is chosen', async () => {
    answers = (path) => [
      200,
      dialogOf(
        '1',
        path.includes('automatic') ? { distributor: 'automatic', partNumber: '45-1', limits: { city: 5 } } : {},
      ),
    ];
    await open();
    await page.getByLabel('City').fill('Meridian');
    await page.getByRole('combobox', { name: 'Part' }).selectOption('1');
    await page.getByText('City has 8 characters; this distributor takes 5.').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Meridian');
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Rider');
  });

  it('places no order on a double click or a key held down, and one with the keyboard alone', async () => {
    await page.setViewportSize({ width: 640, height: 300 });
    answers = (path, method) => (method === 'POST' ? [201, purchaseOrder('accepted')] : [200, dialogOf(orderIn(path))]);
    await open();
    await page.getByRole('button', { name: 'Review the order' }).dblclick();
    await page.getByText('This places a real order').waitFor();
    expect(posted).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByLabel('City').focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('Enter');
    await page.getByText('This places a real order').waitFor();
    expect(posted).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(posted).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect.poll(events).toEqual([
      ['accepted', '1'],
      ['closed', null],
    ]);
  });

  it('shows what does not fit and has no field, and does not stand in the way for it', async () => {
    const errors = [{ pointer: '/items/0/quantity', limit: null, detail: 'At most 9 pieces.' }];
    answers = (path, method) =>
      method === 'POST'
        ? [422, { type: 'urn:problem:does-not-fit', title: 'Does not fit', errors }]
        : [200, dialogOf(orderIn(path))];
    await open();
    await review();
    await place();
    await page.getByRole('alert').getByText('At most 9 pieces.').waitFor();
    await review();
    await page.getByText('This places a real order').waitFor();
  });
});
