import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dialogOf,
  openScriptedShop,
  orderIn,
  purchaseOrderOf as purchaseOrder,
  type ScriptedShop,
  tidy,
} from './scripted-shop.ts';

let shop: ScriptedShop;
let page: Page;

/** Whether the page's clock was taken over: then the next test has another page. */
let isClocked = false;

beforeAll(async () => {
  shop = await openScriptedShop();
  page = await shop.browser.newPage();
});
beforeEach(() => tidy(shop));
afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.setViewportSize({ width: 1280, height: 720 });
  if (!isClocked) return;
  isClocked = false;
  await page.close();
  page = await shop.browser.newPage();
});
afterAll(async () => shop?.close());

const takeClock = async (time?: Date): Promise<void> => {
  isClocked = true;
  await page.clock.install(time === undefined ? {} : { time });
};
const open = () => shop.open(page);
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
    shop.answers = () => [status, body];
    await open();
    await page.getByRole('alert').getByText(words).waitFor();
    shop.answers = (path) => [200, dialogOf(orderIn(path))];
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Item of 1').waitFor();
  });

  it('understands what a backend passes on as a page with status 200: a refusal, and an acceptance', async () => {
    const asPage = { 'content-type': 'text/html; charset=UTF-8' };
    const refusal = {
      type: 'urn:problem:drop-ship:rejected-by-distributor',
      title: 'Refused',
      status: 422,
      distributorMessage: 'No such part',
    };
    let said: object = refusal;
    shop.answers = (path, method) => [200, method === 'POST' ? said : dialogOf(orderIn(path)), asPage];
    await open();
    await review();
    await place();
    await page.getByText('No such part').waitFor();
    said = purchaseOrder('accepted');
    await review();
    await place();
    await page.getByText('The distributor has accepted the order.').waitFor();
    await expect.poll(events).toEqual([
      ['refused', null],
      ['accepted', '1'],
    ]);
  });

  it('says where one signs in when a page comes in the place of an answer', async () => {
    shop.answers = () => [200, '<html>Sign in'];
    await open();
    await page.getByRole('alert').getByText('a page came in its place, perhaps the one where you sign in').waitFor();
  });

  it('is ready to order again after a refusal: with a number of its own, and with the checks as they stand then', async () => {
    const message = 'No such part';
    const lastRejection = { distributorMessage: message, poNumber: '1-1' };
    const checks = [{ name: 'credentials-configured', passed: true, message: 'The credentials were entered anew.' }];
    let refused = false;
    shop.answers = (path, method) => {
      const dialog = dialogOf(orderIn(path));
      if (method === 'GET')
        return [
          200,
          refused ? { ...dialog, checks, lastRejection, form: { ...dialog.form, poNumber: '1-1-2' } } : dialog,
        ];
      if (refused) return [201, purchaseOrder('accepted')];
      refused = true;
      return [422, { type: 'urn:problem:drop-ship:rejected-by-distributor', title: 'No', distributorMessage: message }];
    };
    await open();
    await page.getByLabel('City').fill('Meridian');
    await review();
    await place();
    await page.getByText(message).waitFor();
    await page.getByText('The credentials were entered anew.').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Meridian');
    await review();
    await place();
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(shop.posted.map(({ body }) => JSON.parse(body))).toMatchObject([
      { poNumber: '1-1', shipTo: { city: 'Meridian' } },
      { poNumber: '1-1-2', shipTo: { city: 'Meridian' } },
    ]);
  });

  it('says that the distributor refused where the answer that said so was lost', async () => {
    let submitted = false;
    const lastRejection = { distributorMessage: 'No such part', poNumber: '1-1' };
    shop.answers = (path, method) => {
      if (method === 'GET') return [200, dialogOf(orderIn(path), submitted ? { lastRejection } : {})];
      submitted = true;
      return [502, '<html>'];
    };
    await open();
    await review();
    await place();
    await page.getByRole('alert').getByText('The distributor says: No such part').waitFor();
    expect(await events()).toEqual([['refused', null]]);
  });

  it('is not turned back by an answer that comes late, and tells of the outcome once', async () => {
    await takeClock();
    let late = (): void => undefined;
    shop.answers = (path) => [
      200,
      path.includes('purchase-orders')
        ? purchaseOrder('accepted')
        : dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') }),
    ];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await page.route('**/purchase-orders/**', (route) => route.abort(), { times: 1 });
    await page.clock.fastForward(5000);
    const askNow = page.getByRole('button', { name: 'Ask now' });
    await askNow.waitFor();
    await page.route(
      '**/purchase-orders/**',
      async (route) => {
        await new Promise<void>((resolve) => {
          late = resolve;
        });
        await route.fulfill({ json: purchaseOrder('in-doubt') });
      },
      { times: 1 },
    );
    await Promise.all([page.waitForRequest('**/purchase-orders/**'), askNow.click()]);
    await askNow.click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    const finished = page.waitForEvent('requestfinished');
    late();
    await finished;
    await page.clock.runFor(10);
    expect(await page.getByText('The distributor has accepted the order.').count()).toBe(1);
    expect(await events()).toEqual([['accepted', '1']]);
  });

  it('does not go on asking when it is taken out while an answer is awaited', async () => {
    await takeClock();
    shop.answers = (path) => [
      200,
      path.includes('purchase-orders')
        ? purchaseOrder('in-doubt')
        : dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') }),
    ];
    let late = (): void => undefined;
    await page.route(
      '**/drop-ship/**',
      async (route) => {
        await new Promise<void>((resolve) => {
          late = resolve;
        });
        await route.continue();
      },
      { times: 1 },
    );
    await Promise.all([page.waitForRequest('**/drop-ship/**'), open()]);
    await page.evaluate("window.kept = document.querySelector('drop-ship-dialog'); kept.remove()");
    late();
    await expect.poll(() => page.evaluate('kept.shadowRoot.textContent')).toContain('may or may not have been placed');
    await page.clock.fastForward(60_000);
    await page.evaluate("fetch('/drop-ship/last')");
    expect(shop.asked).toEqual(['/drop-ship/orders/1/items/1/drop-ship', '/drop-ship/last']);
  });

  it('shows no time that is none', async () => {
    const order = purchaseOrder('in-doubt', { trackUntil: 'soon', nextLookAt: 'never' });
    shop.answers = () => [200, dialogOf('1', { purchaseOrder: order }), { date: 'Thu, 26 Nov 2026 08:00:00 GMT' }];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    expect(await page.getByText(/Invalid|NaN|Next look|looked for until/).count()).toBe(0);
  });

  it('tells in a region that is there from the beginning what is being done and how the order stands, and no more', async () => {
    shop.answers = (path, method) =>
      method === 'POST'
        ? [202, purchaseOrder('in-doubt', { nextLookAt: '2026-11-26T08:09:30Z' })]
        : [200, dialogOf(orderIn(path))];
    await open();
    await page.evaluate(`(() => {
      const region = document.querySelector('drop-ship-dialog').shadowRoot.querySelector('dialog > div > [role=status]');
      window.told = [region.innerText];
      new MutationObserver(() => told.push(region.innerText)).observe(region, { childList: true, subtree: true, characterData: true });
    })()`);
    await review();
    await place();
    await page.getByText('may or may not have been placed').waitFor();
    const told = JSON.stringify(await page.evaluate('told'));
    expect(told).toMatch(/Sending the order.*Purchase order 1-1.*may or may not have been placed/);
    expect(told).not.toContain('Next look');
  });

  it.each([
    ['accepted', 'accepted'],
    ['in-doubt', 'pending'],
    ['needs-person', 'pending'],
  ])('tells the page of an order that the item has already, %s, as of one that it has placed', async (status, news) => {
    const exists = { type: 'urn:problem:drop-ship:purchase-order-exists', title: 'It has one', status: 409 };
    shop.answers = (path, method) =>
      method === 'POST' ? [409, { ...exists, purchaseOrder: purchaseOrder(status) }] : [200, dialogOf(orderIn(path))];
    await open();
    await review();
    await place();
    await page.getByRole('heading', { name: 'Purchase order 1-1' }).waitFor();
    expect(await events()).toEqual([[news, '1']]);
  });

  it.each([
    ['accepted', 'accepted'],
    ['in-doubt', 'pending'],
  ])('tells of what it finds after an answer was lost as it is: %s', async (status, news) => {
    let placed = false;
    shop.answers = (path, method) => {
      if (method === 'POST') {
        placed = true;
        return [502, '<html>'];
      }
      return [200, dialogOf(orderIn(path), placed ? { purchaseOrder: purchaseOrder(status) } : {})];
    };
    await open();
    await review();
    await place();
    await page.getByRole('heading', { name: 'Purchase order 1-1' }).waitFor();
    await expect.poll(events).toEqual([[news, '1']]);
    expect(shop.posted).toHaveLength(1);
  });

  it('follows no redirect, and names the page where one signs in', async () => {
    shop.answers = () => [302, '', { location: 'http://login.example/' }];
    await open();
    await page.getByText('most likely to where you sign in').waitFor();
    expect(shop.asked).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
  });

  it.each(['', 'order-id="1" item-id="1"', 'endpoint="/drop-ship" item-id="1"'])(
    'asks nothing and says what is missing with the attributes %j',
    async (given) => {
      shop.attributes = given;
      await open();
      await page.getByText('has to name its endpoint, order-id and item-id').waitFor();
      expect(shop.asked).toEqual([]);
    },
  );

  it.each([
    ['the end of a session', [401, '<html>']],
    ['an early time-out of the service', [503, { type: 'urn:problem:timeout', title: 'Time-out' }]],
    ['a page with status 200', [200, '<html>']],
    ['silence', null],
  ] as const)('keeps what was entered through %s at the submit, and submits nothing by itself', async (_, answer) => {
    let signedIn = true;
    shop.answers = (path, method) => {
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
    expect(shop.posted).toHaveLength(1);
  });

  it('says that an order in doubt cannot be asked for, asks seldomer and seldomer, and goes on when it can', async () => {
    await takeClock();
    let looks = 0;
    shop.answers = (path) => {
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
    shop.answers = () => [200, purchaseOrder('accepted')];
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(await page.getByText('could not be asked').count()).toBe(0);
    expect(await events()).toEqual([['accepted', '1']]);
  });

  it('takes no page of a proxy for a refusal, and no needed person for an acceptance', async () => {
    await takeClock();
    shop.answers = (path) =>
      path.includes('purchase-orders')
        ? [410, '<html>Gone']
        : [200, dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') })];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await page.clock.fastForward(5000);
    await page.getByText('could not be asked').waitFor();
    shop.answers = () => [200, purchaseOrder('needs-person')];
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.getByText('a person has to ask the distributor').waitFor();
    expect(await events()).toEqual([['pending', '1']]);
  });

  it.each([
    ['2026-11-26T08:00:00Z', 'accepted', '2027-01-07T08:00:00Z', /:00\sAM: 42 days more\.$/],
    ['2026-11-26T08:00:01Z', 'accepted', '2026-11-27T08:00:00Z', ': 1 day more'],
    ['2027-01-07T08:00:00Z', 'accepted', '2027-01-07T08:00:00Z', 'Tracking was looked for until'],
    ['', 'accepted', '2027-01-07T08:00:00Z', /Tracking is looked for until [^:]*:00\sAM\.$/],
    ['2026-11-26T08:00:00Z', 'in-doubt', '2026-11-26T08:09:30Z', 'Next look: in 10 minutes.'],
    ['2026-11-26T08:00:00Z', 'in-doubt', '2026-11-26T07:59:00Z', 'Next look: within a minute.'],
    ['2026-11-26T08:00:00Z', 'in-doubt', '2026-11-26T12:00:00Z', /Next look: Nov 26, 2026, \d+:00\s[AP]M\.$/],
    ['', 'in-doubt', '2026-11-26T08:09:30Z', /Next look: Nov 26, 2026, \d+:09\s[AP]M\.$/],
  ])(
    'counts by the backend’s clock (%j), whatever this computer’s says: %s until %s',
    async (now, status, at, words) => {
      await takeClock(new Date('2031-01-01T00:00:00Z'));
      const date = now === '' ? '' : new Date(now).toUTCString();
      const times = status === 'accepted' ? { trackUntil: at } : { nextLookAt: at };
      shop.answers = () => [200, dialogOf('1', { purchaseOrder: purchaseOrder(status, times) }), { date }];
      await open();
      await page.getByRole('dialog').getByText(words).waitFor();
    },
  );

  it('asks nothing any more once it is closed, and looks at once when it is put back', async () => {
    await takeClock();
    shop.answers = (path) =>
      path.includes('purchase-orders')
        ? [200, purchaseOrder('in-doubt')]
        : [200, dialogOf('1', { purchaseOrder: purchaseOrder('in-doubt') })];
    await open();
    await page.getByText('may or may not have been placed').waitFor();
    await page.evaluate("window.kept = document.querySelector('drop-ship-dialog'); kept.remove()");
    await page.clock.fastForward(60_000);
    expect(shop.asked).toHaveLength(1);
    await page.evaluate('document.body.append(kept)');
    await expect.poll(() => shop.asked.length).toBe(2);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(events).toEqual([['closed', null]]);
    await page.clock.fastForward(60_000);
    expect(shop.asked).toHaveLength(2);
  });
});

describe('the dialog and the page around it', () => {
  it('submits what is shown to the item that is shown, whatever becomes of its attributes', async () => {
    let release = (): void => undefined;
    shop.answers = (path) => [200, dialogOf(orderIn(path))];
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
    shop.answers = (path, method) =>
      method === 'POST' ? [201, purchaseOrder('accepted')] : [200, dialogOf(orderIn(path))];
    release();
    await expect.poll(events).toEqual([['accepted', '1']]);
    expect(await page.getByText('Item of 2').count()).toBe(1);
    expect(await page.getByLabel('City').inputValue()).toBe('Boise');
    expect(shop.posted.map(({ path }) => path)).toEqual(['/drop-ship/orders/1/items/1/drop-ship']);
    expect(JSON.parse(shop.posted[0]?.body ?? '')).toMatchObject({ poNumber: '1-1', shipTo: { city: 'Meridian' } });
  });

  it('counts against the 60 characters that the service takes where no limit of the distributor is known', async () => {
    shop.answers = (path) => [200, dialogOf(orderIn(path), { limits: { city: null } })];
    await open();
    await page.getByText('City 5 of 60').waitFor();
    await page.getByRole('textbox', { name: /^City/ }).fill('W'.repeat(61));
    await page.getByText('City has 61 characters; this distributor takes 60.').waitFor();
    await page.getByLabel(/^Purchase order number/).fill('1'.repeat(21));
    await page.getByText('Purchase order number has 21 characters; this distributor takes 20.').waitFor();
  });

  it('keeps what was entered when another part is chosen', async () => {
    shop.answers = (path) => [
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
    shop.answers = (path, method) =>
      method === 'POST' ? [201, purchaseOrder('accepted')] : [200, dialogOf(orderIn(path))];
    await open();
    await page.getByRole('button', { name: 'Review the order' }).dblclick();
    await page.getByText('This places a real order').waitFor();
    expect(shop.posted).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByLabel('City').focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('Enter');
    await page.getByText('This places a real order').waitFor();
    expect(shop.posted).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The distributor has accepted the order.').waitFor();
    expect(shop.posted).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect.poll(events).toEqual([
      ['accepted', '1'],
      ['closed', null],
    ]);
  });

  it('shows what does not fit and has no field, and does not stand in the way for it', async () => {
    const errors = [{ pointer: '/items/0/quantity', limit: null, detail: 'At most 9 pieces.' }];
    shop.answers = (path, method) =>
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

describe('whatever is written in an answer', () => {
  const evil = `\u202e<img src=x onerror="pwned=1"><b>${'W'.repeat(90)}</b> javascript:alert(1)`;
  const contact = { name: evil, site: 'javascript:alert(1)', phone: evil };
  const fields = ['name', 'company', 'line1', 'line2', 'city', 'state', 'postalCode', 'country', 'phone'];
  const everyField = <Value>(value: Value) => Object.fromEntries(fields.map((name) => [name, value]));
  const misfits = [{ pointer: '/items/0', limit: 1, detail: evil }];
  const part = { distributor: 'wps', name: evil, partNumber: evil, mode: 'live', eligible: false, failed: [evil] };
  const evilDialog = dialogOf('1', {
    name: evil,
    partNumber: evil,
    warning: evil,
    contact,
    item: { title: evil, sku: evil, quantity: 1 },
    checks: [{ name: evil, passed: false, message: evil }],
    form: { poNumber: '1-1', shipTo: everyField(evil), shippingMethod: evil, shippingMethods: [evil, 'ground'] },
    limits: everyField(500),
    alternatives: [part, { ...part, distributor: 'other' }],
    lastRejection: { distributorMessage: evil, poNumber: evil },
  });
  const evilOrder = purchaseOrder('accepted', {
    poNumber: evil,
    status: evil,
    attention: { whatToDo: evil, contact },
    distributorOrderNumbers: [evil, evil],
    trackUntil: evil,
    nextLookAt: evil,
    shipments: [
      { carrier: evil, trackingNumber: evil, trackingUrl: 'javascript:alert(1)' },
      { carrier: evil, trackingNumber: evil, trackingUrl: 'https://carrier.example/"onclick="pwned=1' },
    ],
  });
  const judge = () =>
    page.evaluate(`(() => {
      const root = document.querySelector('drop-ship-dialog').shadowRoot;
      const dialog = root.querySelector('dialog');
      return {
        ran: window.pwned ?? null,
        markup: root.querySelectorAll('img, b').length,
        links: [...root.querySelectorAll('a')].map(({ protocol, host }) => protocol + host),
        sideways: dialog.scrollWidth - dialog.clientWidth,
        turned: /[\\u202a-\\u202e]/.test(dialog.innerText),
      };
    })()`);
  const harmless = { ran: null, markup: 0, links: [], sideways: 0, turned: false };

  it('is text in every state of the dialog: no markup, no script, no turned direction, and never wider than 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const offer = { available: 1, cost: evil, currency: evil, fee: evil, dropShipAllowed: false, message: evil };
    shop.answers = (path) => [200, path.includes('/offer') ? offer : evilDialog];
    await open();
    await page.getByRole('button', { name: 'Stock and cost' }).click();
    await page.getByText('1 in stock').waitFor();
    expect(await judge()).toEqual(harmless);
    await review();
    await page.getByText('This places a real order').waitFor();
    expect(await judge()).toEqual(harmless);
    const problem = { type: 'urn:problem:drop-ship:rejected-by-distributor', title: evil, detail: evil };
    const checks = [{ name: evil, passed: false, message: evil }];
    shop.answers = () => [422, { ...problem, distributorMessage: evil, errors: misfits, checks }];
    await place();
    await page.getByText('The distributor says').waitFor();
    expect(await judge()).toEqual(harmless);
    shop.answers = () => [200, { ...evilDialog, purchaseOrder: evilOrder }];
    await open();
    await page.getByRole('heading', { name: 'Parcels' }).waitFor();
    expect(await judge()).toEqual({ ...harmless, links: ['https:carrier.example'] });
  });
});
