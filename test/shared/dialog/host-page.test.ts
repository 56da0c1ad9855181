import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dialogOf,
  elementOf,
  ofOrder1,
  openScriptedShop,
  orderIn,
  purchaseOrderOf,
  type ScriptedShop,
  tidy,
} from './scripted-shop.ts';

/** The dialog in pages that were not made for it: admin pages with styles, shortcuts, forms and scripts of their own. */
let shop: ScriptedShop;
let page: Page;

beforeAll(async () => {
  shop = await openScriptedShop();
  page = await shop.browser.newPage({ viewport: { width: 900, height: 800 } });
});
beforeEach(() => {
  tidy(shop);
  shop.answers = (path) => [200, dialogOf(orderIn(path))];
});
afterAll(async () => shop?.close());

const open = async (around = shop.around): Promise<void> => {
  shop.around = around;
  await shop.open(page);
};
const openForm = async (around?: string): Promise<void> => {
  await open(around);
  await page.getByText('Item of 1').waitFor();
};
const inDialog = (expression: string): Promise<unknown> =>
  page.evaluate(`((root) => ${expression})(document.querySelector('drop-ship-dialog').shadowRoot)`);
/** What has the focus in the dialog, by its name, its part or what it says. */
const focused = (): Promise<unknown> =>
  inDialog(
    "root.activeElement?.getAttribute('name') ?? root.activeElement?.getAttribute('part') ?? root.activeElement?.textContent ?? null",
  );
/** A page that a modal dialog blocks gives nothing the focus. */
const isBlocked = async (): Promise<boolean> =>
  (await page.evaluate("document.querySelector('#opener').focus(), document.activeElement.id")) !== 'opener';
const looks = (): Promise<unknown> =>
  inDialog(`['h2', 'label', '[part=item]', 'input', '[part=submit]'].map((each) => {
    const style = getComputedStyle(root.querySelector(each));
    return ['color', 'fontSize', 'fontStyle', 'fontFamily', 'textTransform', 'textAlign', 'letterSpacing', 'whiteSpace', 'lineHeight',
      'direction', 'visibility', 'cursor', 'textIndent', 'userSelect', 'wordBreak'].map((name) => style[name]).join();
  }).concat(String(root.querySelector('dialog').getBoundingClientRect().width))`);

describe('the dialog in a page of other styles', () => {
  it('looks the same whatever the page’s styles are, and however large they make 1rem', async () => {
    await openForm();
    const plain = await looks();
    for (const styles of [
      '* { font: italic 30px cursive !important; color: red !important; text-transform: uppercase !important; letter-spacing: 4px !important; line-height: 1 !important; direction: rtl !important; display: block !important; position: static !important; opacity: 0.5 !important }',
      'html { font-size: 62.5% } body { text-align: center; white-space: nowrap; cursor: wait; user-select: none; visibility: hidden; text-indent: 2em; word-break: break-all; transform: scale(0.5) }',
      'input, button, label, dialog, h2 { all: initial; display: none }',
    ]) {
      await openForm(`<head><style>${styles}</style></head><body><button id="opener">Drop ship</button><!--dialog-->`);
      expect(await looks()).toEqual(plain);
    }
  });

  it('is read from left to right, in English, in a page that is read from right to left', async () => {
    await openForm('<body dir="rtl" lang="ar"><!--dialog-->');
    expect(await inDialog("getComputedStyle(root.querySelector('[part=item]')).direction")).toBe('ltr');
    expect(await inDialog("root.querySelector('dialog').lang")).toBe('en');
    await page.getByLabel('Name').fill('آدا رايدر');
    expect(await inDialog("root.querySelector('[name=name]').matches(':dir(rtl)')")).toBe(true);
    expect(await inDialog("root.querySelector('[name=line1]').matches(':dir(ltr)')")).toBe(true);
  });

  it('needs nothing that a strict policy of content and of trusted types forbids', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    shop.headers = {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    };
    await openForm();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['400 % of 1280 × 1024 pixels', 320, 256],
    ['200 % of 1280 × 800 pixels', 640, 400],
    ['a phone', 360, 740],
    ['a screen', 900, 800],
  ])('shows whatever has the focus, wholly, at %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    await openForm();
    const hidden = await inDialog(`[...root.querySelectorAll('button, select, input, a')].filter((each) => {
      each.focus();
      const { left, top, width, height } = each.getBoundingClientRect();
      return ![4, height - 4].every((down) => [each, ...each.children].includes(root.elementFromPoint(left + width / 2, top + down)));
    }).map((each) => each.outerHTML)`);
    expect(hidden).toEqual([]);
    expect(await inDialog("root.querySelector('dialog').scrollWidth - root.querySelector('dialog').clientWidth")).toBe(
      0,
    );
    await page.setViewportSize({ width: 900, height: 800 });
  });

  it('marks a test order where colours are forced, and moves nothing where motion is not wanted', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    shop.answers = (path, method) => (method === 'POST' ? [200, ''] : [200, dialogOf(orderIn(path), { mode: 'test' })]);
    await openForm();
    const border = await inDialog("getComputedStyle(root.querySelector('[part=test]')).border");
    expect(border).toMatch(/^1px solid rgb\(/);
    await page.route('**/drop-ship', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('Sending the order').waitFor();
    expect(await inDialog("root.querySelector('progress').getClientRects().length")).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });
});

describe('the dialog in a page of other scripts', () => {
  it.each([
    '<div hidden id="panel"><!--dialog--></div>',
    '<div id="panel" style="display:none"><!--dialog--></div>',
    '<div id="panel" style="content-visibility:hidden"><!--dialog--></div>',
    '<details id="panel"><summary>Order</summary><!--dialog--></details>',
  ])('does not block a page that hides it, and is shown as soon as it is: %s', async (panel) => {
    await open(`<body><button id="opener">Drop ship</button>${panel}<script>const show = (yes) => {
        [panel.hidden, panel.open] = [!yes, yes];
        Object.assign(panel.style, { display: yes ? 'block' : 'none', contentVisibility: yes ? 'visible' : 'hidden' });
      }</script>`);
    await expect.poll(() => inDialog("root.querySelectorAll('input').length")).toBeGreaterThan(0);
    expect(await isBlocked()).toBe(false);
    await page.evaluate('show(true)');
    await page.getByRole('dialog').waitFor();
    expect(await isBlocked()).toBe(true);
    await page.getByLabel('City').fill('Meridian');
    await page.evaluate('show(false)');
    await expect.poll(isBlocked).toBe(false);
    await page.evaluate('show(true)');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Meridian');
    expect(await page.evaluate('window.events')).toEqual([]);
  });

  it('keeps its keys, its clicks and its changes to itself, and sends no form that stands around it', async () => {
    await openForm(`<body><form id="around" action="/elsewhere"><button id="opener">Drop ship</button><!--dialog--></form>
      <script>window.heard = []; for (const name of ['keydown', 'keyup', 'click', 'input', 'submit']) addEventListener(name, ({ type }) => heard.push(type))</script>`);
    await page.getByLabel('City').click();
    await page.keyboard.type('gs');
    await page.keyboard.press('Enter');
    await page.getByText('This places a real order').waitFor();
    expect(await page.evaluate('window.heard')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.events')).toEqual([['closed', null]]);
  });

  it('asks the backend of the page, also where the page has another base for its links', async () => {
    await openForm('<body><base href="http://cdn.example/"><!--dialog-->');
    expect(shop.asked).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
  });

  it('asks the backend of the page around it, in a frame that has no address', async () => {
    await open(`<body><iframe id="frame" title="Order"></iframe><script>document.querySelector('#frame').srcdoc =
      '<script type="module" src="/dialog.js"></' + 'script>${elementOf(ofOrder1)}'</script>`);
    await page.frameLocator('iframe').getByText('Item of 1').waitFor();
  });

  it.each(['click', 'Enter'])('goes on to the review by %s in a frame that may send no forms', async (by) => {
    await open();
    await page.evaluate(
      'document.body.innerHTML = \'<iframe title=Order sandbox="allow-scripts allow-same-origin" src=/admin></iframe>\'',
    );
    const frame = page.frameLocator('iframe');
    await frame.getByText('Item of 1').waitFor();
    if (by === 'click') await frame.getByRole('button', { name: 'Review the order' }).click();
    else await frame.getByLabel('City').press('Enter');
    await frame.getByText('This places a real order').waitFor();
  });

  it('takes what a browser or a password manager fills in and tells by a change alone', async () => {
    await openForm();
    await inDialog(
      "Object.assign(root.querySelector('[name=city]'), { value: 'Nampa' }).dispatchEvent(new Event('change', { bubbles: true }))",
    );
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByText('This places a real order').waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toContain('Nampa');
  });

  it('says how an order stands also where a translator has put its own elements in the place of every text', async () => {
    await page.clock.install();
    let status = 'in-doubt';
    shop.answers = (path) => {
      const purchaseOrder = purchaseOrderOf(status, { poNumber: '1-1' });
      return [200, path.includes('purchase-orders') ? purchaseOrder : dialogOf('1', { purchaseOrder })];
    };
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await inDialog(`(() => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) text.replaceWith(Object.assign(document.createElement('font'), { textContent: text.data }));
    })()`);
    status = 'accepted';
    await page.clock.fastForward(5000);
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await page.getByText('may or may not have been placed').count()).toBe(0);
    expect(await inDialog("root.querySelector('h3 bdi').translate")).toBe(false);
    await page.close();
    page = await shop.browser.newPage({ viewport: { width: 900, height: 800 } });
  });

  it('keeps what was entered when the page moves it, and is a modal dialog again', async () => {
    await openForm('<body><button id="opener">Drop ship</button><!--dialog--><div id="other"></div>');
    await page.getByLabel('City').fill('Meridian');
    await page.evaluate("other.append(document.querySelector('drop-ship-dialog'))");
    await page.getByRole('dialog').waitFor();
    expect([await isBlocked(), await page.getByLabel('City').inputValue()]).toEqual([true, 'Meridian']);
    expect(shop.asked).toHaveLength(1);
  });

  it('may be loaded twice, and stand in the page before it is loaded, with what scripts have set meanwhile', async () => {
    shop.attributes = '';
    await openForm(`<body><!--dialog--><script>Object.assign(document.querySelector('drop-ship-dialog'), { orderId: '1', itemId: '1', endpoint: '/drop-ship' })</script>
      <script type="module" src="/dialog.js?again"></script>`);
    expect(shop.asked).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
  });

  it('is one of two on a page, each with its own item', async () => {
    await open(`<body><!--dialog-->${elementOf(ofOrder1.replace('"1"', '"2"'))}`);
    await page.getByText('Item of 2').waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => page.getByText('Item of 2').isVisible()).toBe(false);
    await page.getByLabel('City').first().fill('Meridian');
    await page.getByRole('button', { name: 'Review the order' }).first().click();
    await page.getByText('This places a real order').waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toContain('Meridian');
  });

  it('is closed alone by Escape where two were opened at once', async () => {
    await open(`<body><!--dialog-->${elementOf(ofOrder1.replace('"1"', '"2"'))}`);
    await page.getByText('Item of 2').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.events')).toEqual([['closed', null]]);
    expect(await page.getByText('Item of 2').isVisible()).toBe(false);
    expect(await page.getByText('Item of 1').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.events.length')).toBe(2);
  });

  it('opens anew when the page shows another item after it was closed, and stays closed when the page only clears it', async () => {
    await openForm();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.events.length')).toBe(1);
    await page.evaluate("document.querySelector('drop-ship-dialog').removeAttribute('order-id')");
    expect(await isBlocked()).toBe(false);
    await page.evaluate("document.querySelector('drop-ship-dialog').setAttribute('order-id', '2')");
    await page.getByRole('dialog').getByText('Item of 2').waitFor();
    expect(await isBlocked()).toBe(true);
  });

  it('has the focus where a person left it, and first at the item', async () => {
    await openForm();
    expect(await focused()).toBe('item');
    await page.getByRole('button', { name: 'Review the order' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await focused()).toBe('submit');
    await page.getByRole('combobox', { name: 'Part' }).focus();
    await page.getByRole('combobox', { name: 'Part' }).selectOption('1');
    await expect.poll(() => shop.asked.length).toBe(2);
    await expect.poll(focused).toBe('distributor');
  });
});
