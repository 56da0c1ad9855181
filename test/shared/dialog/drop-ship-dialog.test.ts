import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/run.ts';
import { openBrowser } from '../../browser.ts';
import { address } from './scripted-shop.ts';
import { dropShipProxy, portOf } from './webstore-backend.ts';

/** The first start after a change synthesizes. */
const patience = 180_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let local: Local;
let browser: Browser;
let page: Page;
let backend: Server;
let shop: Server;
/** What the webstore's backend does instead of passing on, for one test. */
let instead: ((response: ServerResponse) => void) | null = null;
/** The next order reaches the service, and what the service says does not reach the page. */
let losesAnswer = false;
/** The body of every submit that reached the service. */
const submitted: string[] = [];
const complaints: string[] = [];
const strangers: string[] = [];

const html = (
  orderId: string,
  more = '',
) => `<!doctype html><html lang="en"><head><title>Shop</title><script type="module" src="${local.url}/v1/drop-ship-dialog.js"></script></head>
<body><main><h1>Order</h1><drop-ship-dialog order-id="${orderId}" item-id="1" endpoint="/drop-ship" ${more}></drop-ship-dialog></main>
<script>window.events=[];for(const n of ['accepted','pending','refused','closed'])addEventListener('drop-ship-'+n,(e)=>events.push([n,e.detail?.poNumber??null]))</script></body></html>`;

beforeAll(async () => {
  [local, browser] = await Promise.all([startLocal({}), openBrowser()]);
  backend = dropShipProxy(local.url, local.storeId, local.token).listen(0, '127.0.0.1');
  shop = createServer(async (incoming, outgoing) => {
    if (incoming.url?.startsWith('/admin/')) {
      const [, , orderId = '', theme = ''] = incoming.url.split('/');
      return outgoing
        .writeHead(200, { 'content-type': 'text/html' })
        .end(html(orderId, theme === '' ? '' : `theme="${theme}"`));
    }
    if (instead !== null) return instead(outgoing);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const key = incoming.headers['idempotency-key'];
    if (incoming.method === 'POST') submitted.push(body.toString());
    const answer = await fetch(`http://127.0.0.1:${portOf(backend)}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      ...(typeof key === 'string' ? { headers: { 'idempotency-key': key } } : {}),
      ...(body.length > 0 ? { body } : {}),
    });
    if (losesAnswer && incoming.method === 'POST') {
      losesAnswer = false;
      return outgoing.destroy();
    }
    outgoing
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      .end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => new URL(request.url()).hostname !== '127.0.0.1' && strangers.push(request.url()));
}, patience);

afterEach(() => {
  instead = null;
});

afterAll(async () => {
  await browser?.close();
  backend?.close();
  shop?.close();
  await local?.stop();
});

const service = async (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${local.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${local.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const partOf = (distributor: string, partNumber: string) => ({ distributor, partNumber });

const putOrder = async (
  orderId: string,
  partNumber = '26-1772',
  shipTo: object = address,
  distributorParts = [partOf('wps', partNumber)],
  title = 'Oil filter',
): Promise<void> => {
  const item = {
    itemId: '1',
    sku: 'WPS-1',
    title,
    quantity: 1,
    catalog: 'aftermarket',
    distributorParts,
  };
  const customer = { name: 'Ada Rider', email: 'ada@example.com' };
  const answer = await service('PUT', `/v1/stores/demo/orders/${orderId}`, {
    status: 'New',
    placedAt: '2026-11-20T17:03:00Z',
    customer,
    shipTo,
    items: [item],
  });
  expect(answer.status).toBe(201);
};

const open = async (orderId: string, theme = ''): Promise<void> => {
  await page.goto(`http://127.0.0.1:${portOf(shop)}/admin/${orderId}/${theme}`);
  await page.getByRole('dialog').waitFor();
};

/** How many orders the distributor really holds under numbers of this order. */
const held = async (orderId: string): Promise<number> => {
  const orders = v.parse(
    v.array(v.object({ poNumber: v.string() })),
    await (await service('GET', '/_local/distributors/wps/orders')).json(),
  );
  return orders.filter(({ poNumber }) => poNumber.startsWith(orderId)).length;
};
const events = (): Promise<unknown> => page.evaluate('window.events');

const violations = async (): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate(
    'axe.run({ rules: { region: { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
  );
};

describe('the dialog in a browser', () => {
  it('places an order with the keyboard alone, shows its numbers and tells the page', async () => {
    await putOrder('9001');
    await open('9001');
    await page.getByRole('button', { name: 'Review the order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('This places a real order').waitFor();
    await page.getByRole('button', { name: 'Place the order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('9001-1');
    expect(await held('9001')).toBe(1);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(events).toEqual([
      ['accepted', '9001-1'],
      ['closed', null],
    ]);
  });

  it('shows every check, and what a webstore wrote as text, never as markup', async () => {
    await putOrder('9002', '26-1772', { ...address, name: '<img src=x>Ada' });
    await open('9002');
    await page.getByText('Checks').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(7);
    await page.getByRole('button', { name: 'Review the order' }).click();
    expect(await page.getByText('<img src=x>Ada').count()).toBe(1);
    expect(await page.locator('drop-ship-dialog img').count()).toBe(0);
  });

  it.each(['light', 'dark'])('has no accessibility violations in its %s form', async (theme) => {
    await putOrder(`9003-${theme}`);
    await open(`9003-${theme}`, theme);
    await page.getByText('Checks').waitFor();
    expect(await violations()).toEqual([]);
  });

  it('keeps the form filled when the distributor refuses, with the distributor’s words', async () => {
    await putOrder('9004', 'UNKNOWN-1');
    await open('9004');
    await page.getByLabel('Telephone').fill('208 555 0100');
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('The distributor says');
    expect(await page.getByLabel('Telephone').inputValue()).toBe('208 555 0100');
    expect(await events()).toEqual([['refused', '9004-1']]);
    expect(await violations()).toEqual([]);
  });

  it('does not submit what is too long for this distributor, and says which field', async () => {
    await putOrder('9005');
    await open('9005');
    await page.getByRole('textbox', { name: /^City/ }).fill('Llanfairpwllgwyngyllgogerychwyrndrobwll');
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByText('City has 39 characters').waitFor();
    expect(await page.getByText('This places a real order').count()).toBe(0);
  });

  it('shows at its field what of the order does not fit, and goes on once it is mended', async () => {
    const shipTo = { ...address, company: 'Riders Inc', city: 'Rancho Palos Verdes', state: '' };
    await putOrder('9010', '26-1772', shipTo);
    await open('9010');
    await page.getByText('takes at most 17 characters here; this is 19').waitFor();
    await page.getByText('needs a state or province').waitFor();
    expect(await page.getByRole('textbox', { name: /^City/ }).getAttribute('aria-invalid')).toBe('true');
    const review = page.getByRole('button', { name: 'Review the order' });
    await page.getByRole('textbox', { name: /^City/ }).fill('Palos Verdes');
    await page.getByRole('textbox', { name: /^State/ }).fill('CA');
    await review.click();
    expect(await page.getByText('This places a real order').count()).toBe(0);
    await page.getByRole('checkbox').check();
    await review.click();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await held('9010')).toBe(1);
  });

  it('lets a person choose among the parts, also among several of one distributor, and orders that one', async () => {
    await putOrder('9011', '', address, [
      partOf('bell-helmets', 'B-1'),
      partOf('wps', 'W-1'),
      partOf('wps', 'W-2'),
      partOf('tucker-rocky', 'T-1'),
    ]);
    await open('9011');
    const parts = page.getByRole('combobox', { name: 'Part' });
    await parts.waitFor();
    expect(await parts.locator('option').allInnerTexts()).toEqual([
      'bell-helmets, part B-1 (not now: orders cannot be placed there, its credentials do not work or are not entered)',
      'WPS, part W-1',
      'WPS, part W-2',
      'Tucker Rocky, part T-1',
    ]);
    expect(await parts.inputValue()).toBe('1');
    await parts.selectOption('3');
    await page.getByText('Tucker Powersports sold its assets in 2023').waitFor();
    await page.getByRole('link', { name: 'https://www.tucker.com' }).waitFor();
    await parts.selectOption('2');
    await page.getByText('Western Power Sports').waitFor();
    expect(await page.getByText('sold its assets').count()).toBe(0);
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    const orders = await (await service('GET', '/_local/distributors/wps/orders')).json();
    expect(orders).toContainEqual(
      expect.objectContaining({ poNumber: '9011-1', lines: [{ partNumber: 'W-2', quantity: 1 }] }),
    );
  });

  it('says that nothing is known yet when an answer is lost, and orders once', async () => {
    await putOrder('9006');
    await service('POST', '/_local/distributors/wps/faults', { call: 'submit', fault: 'timeout-after', times: 1 });
    await open('9006');
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('may or may not have been placed').waitFor({ timeout: 60_000 });
    expect(await events()).toEqual([['pending', '9006-1']]);
    expect(await violations()).toEqual([]);
    expect(await held('9006')).toBe(1);
  }, 90_000);

  it.each([
    ['a login page', 200, 'text/html', '<html>Sign in</html>', 'could not be read'],
    ['an end of the session', 401, 'text/html', '', 'not signed in'],
    ['a fault', 500, 'application/json', '{"oops":true}', 'has a problem just now'],
    ['JSON of something else', 200, 'application/json', '{"hello":1}', 'could not be read'],
  ])('says what to do when the webstore’s backend answers with %s', async (_, status, type, body, words) => {
    instead = (response) => response.writeHead(status, { 'content-type': type }).end(body);
    await open('9007');
    await page.getByText(words).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    complaints.length = 0;
  });

  it('marks a test order in yellow before it is placed, when it is confirmed and afterwards', async () => {
    const settings = '/v1/stores/demo/distributors/automatic';
    expect(
      (await service('PUT', settings, { testMode: true, test: { apiToken: 'TEST-automatic-token-00000009' } })).status,
    ).toBe(200);
    await putOrder('9015', '', address, [partOf('automatic', '45-1120')]);
    await open('9015');
    const yellow = () =>
      page.evaluate(
        "getComputedStyle(document.querySelector('drop-ship-dialog').shadowRoot.querySelector('[part=test]')).backgroundColor",
      );
    await page.getByText('Checks').waitFor();
    expect(await yellow()).toBe('rgb(255, 228, 92)');
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByText('This places a test order.').waitFor();
    expect(await yellow()).toBe('rgb(255, 228, 92)');
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await yellow()).toBe('rgb(255, 228, 92)');
    expect(await violations()).toEqual([]);
    expect((await service('PUT', settings, { testMode: false })).status).toBe(200);
  });

  it.each([
    ['9012', '26-1772', 1, 'The distributor has accepted the order.', '9012-1'],
    ['9016', 'UNKNOWN-1', 0, 'The distributor says', '9016-1-2'],
  ])(
    'is sent again by the browser itself where a connection is cut, and orders no more by it: %s',
    async (orderId, partNumber, orders, words, nextNumber) => {
      await putOrder(orderId, partNumber);
      await open(orderId);
      await page.getByRole('button', { name: 'Review the order' }).click();
      submitted.length = 0;
      losesAnswer = true;
      await page.getByRole('button', { name: 'Place the order' }).click();
      await page.getByRole('dialog').getByText(words).first().waitFor();
      // Chromium did, though it is a POST: a connection that it had used before broke.
      expect(submitted).toHaveLength(2);
      expect(submitted[0]).toBe(submitted[1]);
      expect(await held(orderId)).toBe(orders);
      const dialog = v.parse(
        v.object({ form: v.object({ poNumber: v.string() }) }),
        await (await service('GET', `/v1/stores/demo/orders/${orderId}/items/1/drop-ship`)).json(),
      );
      expect([orderId, dialog.form.poNumber]).toEqual([orderId, nextNumber]);
      complaints.length = 0;
    },
  );

  it('waits for no answer forever, and says that none came', async () => {
    const impatient = await browser.newPage();
    await impatient.addInitScript(
      '{ const after = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (ms) => after(ms / 100); }',
    );
    instead = () => undefined;
    await impatient.goto(`http://127.0.0.1:${portOf(shop)}/admin/9007/`);
    await impatient.getByText('No answer came from the store’s backend.').waitFor();
    await impatient.close();
  });

  it('reads an answer that comes just before its patience ends', async () => {
    const impatient = await browser.newPage();
    // The backend answers after 25 seconds: a limit below that ends before the answer, and a longer one does not.
    await impatient.addInitScript(
      '{ const after = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (ms) => after(ms > 25_500 ? 600_000 : 1); }',
    );
    instead = (response) => void setTimeout(() => response.writeHead(401, { 'content-type': 'text/html' }).end(), 250);
    await impatient.goto(`http://127.0.0.1:${portOf(shop)}/admin/9007/`);
    await impatient.getByText('not signed in').waitFor();
    await impatient.close();
  });

  it('shows what shipped, what a person has to see to and what is no longer watched, without accessibility violations', async () => {
    const purchaseOrders = '/v1/stores/demo/purchase-orders';
    for (const orderId of ['9020', '9021', '9022']) {
      await putOrder(orderId);
      const placed = await service('POST', `/v1/stores/demo/orders/${orderId}/items/1/drop-ship`, { confirm: true });
      expect(placed.status).toBe(201);
    }
    await service('POST', `${purchaseOrders}/9020-1/shipments`, {
      carrier: 'ups',
      trackingNumber: '1Z5R89390357567127',
      quantity: 1,
    });
    await service('POST', `${purchaseOrders}/9021-1/stop-tracking`, { reason: 'Called them' });
    const cancelled = {
      status: 'Cancelled',
      placedAt: '2026-11-20T17:03:00Z',
      customer: null,
      shipTo: null,
      items: [],
    };
    expect((await service('PUT', '/v1/stores/demo/orders/9022', cancelled)).status).toBe(200);
    for (const [orderId, words] of [
      ['9020', '1Z5R89390357567127'],
      ['9021', 'no longer looked for'],
      ['9022', 'has cancelled the order'],
    ] as const) {
      await open(orderId);
      await page.getByText(words).first().waitFor();
      expect([orderId, await violations()]).toEqual([orderId, []]);
    }
  });

  it('orders once when two tabs order the same item, and both show that order', async () => {
    await putOrder('9013');
    const other = await browser.newPage();
    await open('9013');
    await other.goto(`http://127.0.0.1:${portOf(shop)}/admin/9013/`);
    const both = [page, other];
    for (const tab of both) await tab.getByRole('button', { name: 'Review the order' }).click();
    await Promise.all(both.map((tab) => tab.getByRole('button', { name: 'Place the order' }).click()));
    for (const tab of both) {
      await tab.getByText('The distributor has accepted the order.').waitFor();
      expect(await tab.getByRole('heading', { name: 'Purchase order 9013-1' }).count()).toBe(1);
    }
    expect(await held('9013')).toBe(1);
    await other.close();
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('409')));
  });

  it('reads back all that would be sent, before it is sent', async () => {
    await putOrder('9014', '26-1772', { ...address, line2: 'Unit 7' });
    await open('9014');
    await page.getByLabel('Telephone').fill('208 555 0100');
    await page.getByRole('button', { name: 'Review the order' }).click();
    const read = (await page.getByRole('definition').allInnerTexts()).join('|');
    expect(read).toBe('Ada Rider|1 Main St|Unit 7|Boise|ID|83702|US|208 555 0100|9014-1|ground');
    expect(await violations()).toEqual([]);
  });

  it.each(['\u200b', '\u202e', '\u2060', '\ufeff', '\u00ad', '\u3164'])(
    'tells at the field, and before it is sent, of %j in a text: it cannot be seen',
    async (hidden) => {
      const orderId = `90-${hidden.codePointAt(0)}`;
      await putOrder(orderId, '26-1772', address);
      await open(orderId);
      const notes = page.getByText('Characters that cannot be seen');
      await page.getByText('Checks').waitFor();
      expect(await notes.count()).toBe(0);
      await page.getByLabel('City').fill(`Boi${hidden}se`);
      await notes.waitFor();
      const described = await page.getByLabel('City').getAttribute('aria-describedby');
      expect(await page.locator(`drop-ship-dialog #${described}`).innerText()).toContain('cannot be seen');
      await page.getByRole('button', { name: 'Review the order' }).click();
      await page.getByRole('definition').filter({ hasText: 'Characters that cannot be seen' }).waitFor();
      expect(await violations()).toEqual([]);
    },
  );

  it('fits a page of 360 pixels without scrolling sideways, also with endless words that turn the direction', async () => {
    const endless = `\u202e${'W'.repeat(90)}<b>`;
    const parts = [partOf('wps', 'W'.repeat(60)), partOf('tucker-rocky', 'W'.repeat(60))];
    await putOrder('9008', '', { ...address, name: endless, line1: endless, city: endless }, parts, endless);
    await page.setViewportSize({ width: 360, height: 740 });
    await open('9008');
    await page.getByText('Checks').waitFor();
    expect(
      await page.evaluate(
        "(() => { const d = document.querySelector('drop-ship-dialog').shadowRoot.querySelector('dialog'); return [d.scrollWidth - d.clientWidth, d.getBoundingClientRect().right <= innerWidth]; })()",
      ),
    ).toEqual([0, true]);
    expect(await page.locator('drop-ship-dialog bdi').filter({ hasText: '<b>' }).count()).toBeGreaterThan(0);
    expect(await page.locator('drop-ship-dialog b').count()).toBe(0);
    await page.setViewportSize({ width: 900, height: 900 });
  });

  it('says what a person has to do when no look-up can tell, whom to call, and that it cannot be cancelled here', async () => {
    await putOrder('9023', '', address, [partOf('parts-unlimited', '0101-1')]);
    await service('POST', '/_local/distributors/parts-unlimited/faults', {
      call: 'submit',
      fault: 'server-error',
      times: 1,
    });
    await service('POST', '/v1/stores/demo/orders/9023/items/1/drop-ship', { confirm: true });
    await service('POST', '/_local/clock', { advanceSeconds: 3600 });
    await open('9023');
    await page.getByText('a person has to ask the distributor').waitFor();
    const shown = await page.getByRole('status').innerText();
    expect(shown).toContain('Purchase order 9023-1');
    expect(shown).toContain('Ask the distributor whether it holds PO 9023-1');
    expect(await page.getByText(/cannot be cancelled here: call Parts Unlimited/).count()).toBe(1);
    expect(await violations()).toEqual([]);
  });

  it('asks no other host, and the console has no complaint', () => {
    expect(strangers).toEqual([]);
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});

it('tells of every part and custom property in docs/embed-the-dialog.md', () => {
  const folder = join(import.meta.dirname, '../../../shared/dialog');
  const source = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  const docs = readFileSync(join(folder, '../../docs/embed-the-dialog.md'), 'utf8');
  const parts = [...source.matchAll(/ part="([a-z-]+)"/g)].map(([, name]) => name);
  const properties = [...source.matchAll(/var\((--drop-ship-[a-z-]+)/g)].map(([, name]) => name);
  expect([parts.length > 10, properties.length > 8]).toEqual([true, true]);
  expect([...parts, ...properties].filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
});

describe('the module', () => {
  const at = (path: string, headers: Record<string, string> = {}) => fetch(`${local.url}${path}`, { headers });

  it('is small, cacheable, open to every origin, and compressed on request', async () => {
    const answer = await at('/v1/drop-ship-dialog.js', { 'accept-encoding': 'identity' });
    expect(
      Object.fromEntries(
        ['content-type', 'access-control-allow-origin', 'cache-control', 'content-encoding'].map((name) => [
          name,
          answer.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'content-encoding': null,
    });
    const compressed = await at('/v1/drop-ship-dialog.js', { 'accept-encoding': 'gzip' });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect([answer, compressed].map(({ headers }) => headers.get('vary'))).toEqual(Array(2).fill('accept-encoding'));
    expect(await compressed.text()).toBe(await answer.text());
  });

  it('is given by the package, too, under its name', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "import 'drop-ship/drop-ship-dialog';", resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
    });
    expect(outputFiles[0]?.text).toContain('customElements.define("drop-ship-dialog"');
  });

  it('has no more than 30 kB compressed, with everything in it', async () => {
    const module = await (await at('/v1/drop-ship-dialog.js')).text();
    expect(gzipSync(module).length).toBeLessThan(30_000);
    expect(module).not.toMatch(/\bimport\s*["'{]/);
  });

  it('never changes under the name of its hash, and is not there under another', async () => {
    const named = (await at('/v1/drop-ship-dialog.js')).headers.get('content-location') ?? '';
    expect(named).toMatch(/^\/v1\/drop-ship-dialog-[0-9a-f]{16}\.js$/);
    const answer = await at(named);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await at('/v1/drop-ship-dialog-0000000000000000.js')).status).toBe(404);
  });
});
