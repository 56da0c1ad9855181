import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page, Route } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../../../infra/local/run.ts';
import { openBrowser } from '../../../browser.ts';

/** The first start after a change synthesizes. */
const patience = 180_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let local: Local;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const strangers: string[] = [];

beforeAll(async () => {
  [local, browser] = await Promise.all([startLocal({}), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (each) => new URL(each.url()).hostname !== '127.0.0.1' && strangers.push(each.url()));
  page.setDefaultTimeout(100_000);
  await page.goto(local.url);
  await page.getByRole('article', { name: 'Automatic' }).waitFor();
}, patience);

afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const json = async (path: string): Promise<unknown> =>
  (await fetch(`${local.url}${path}`, { headers: { authorization: `Bearer ${local.token}` } })).json();

/** Presses a button and waits until what it began is done. */
const press = async (name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('progress.idle').waitFor({ state: 'attached' });
};
const says = (words: string) => page.getByText(words).first().waitFor();

const violations = async (): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))');
};

describe('the console', { timeout: 120_000 }, () => {
  it('plays the lost answer: in doubt, found, one order; it ships, the customer hears of it, and after six weeks nobody asks any more', async () => {
    await press('Play: The answer is lost');
    await says('Nobody knows whether WPS took 1004-1.');
    await says('in doubt');
    await press('+1 hour');
    await says('Let it ship, then let an hour pass.');
    expect(await json('/_local/distributors/wps/orders')).toMatchObject([{ poNumber: '1004-1' }]);
    expect(await page.getByText('1 order of this item').count()).toBe(1);
    await press('Let WPS ship it');
    await press('+1 hour');
    await says('The customer was told');
    const mail = page.frameLocator('.phone iframe');
    await mail.getByRole('heading', { name: '1004' }).waitFor();
    expect(await mail.getByRole('link', { name: /Track/ }).getAttribute('href')).toMatch(/^https:\/\/www\.ups\.com\//);
    expect(await page.getByText('✓ signature verified').count()).toBe(2);
    await press('+6 weeks');
    await says('Six weeks have passed, and the service asks no more.');
    expect(await json('/_local/distributors/wps/orders')).toHaveLength(1);
  }, 120_000);

  it('shows the distributor’s no in its own words, and a dialog that says why an original part is not sent', async () => {
    await press('Play: The distributor says no');
    await says('Tucker Rocky said no: “');
    await page
      .getByRole('listitem')
      .filter({ hasText: /purchase_order\.rejected\s+1003-1/ })
      .waitFor();
    await press('Play: An original part');
    await page.getByRole('dialog').getByText('Only aftermarket parts are drop-shipped').waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('verifies credentials, switches to test mode, and says both', async () => {
    const automatic = page.getByRole('article', { name: 'Automatic' });
    await automatic.getByRole('button', { name: 'Verify the credentials' }).click();
    await automatic.getByText('✓ It takes them.').waitFor();
    await automatic.getByLabel('Test mode').check();
    await says('Automatic is in test mode');
    await press('Play: Two parcels');
    await says('TEST MODE: nothing is bought');
    expect(await json('/_local/distributors/automatic/orders')).toMatchObject([{ poNumber: '1005-1', mode: 'test' }]);
  });

  it('asks a person what no look-up can tell, and settles it with a button', async () => {
    const parts = page.getByRole('article', { name: 'Parts Unlimited' });
    await parts.getByLabel(/Break something/).selectOption({ label: 'it answers an order with an error of its own' });
    await parts.getByRole('button', { name: 'Break it' }).click();
    await says('Parts Unlimited, next time: it answers an order with an error of its own.');
    await press('Play: It works');
    await says('Nobody knows whether Parts Unlimited took 1001-1.');
    await press('+1 hour');
    await page.getByRole('heading', { name: '1001-1 with Parts Unlimited' }).waitFor();
    await press('It does not');
    await page.getByText('Nothing. When no look-up can tell').waitFor();
    expect(await json('/v1/purchase-orders')).toMatchObject({ items: [] });
  }, 60_000);

  it('says that a distributor is stopped, what ends that, and nothing of what was verified before', async () => {
    const parts = page.getByRole('article', { name: 'Parts Unlimited' });
    const verify = parts.getByRole('button', { name: 'Verify the credentials' });
    await verify.click();
    await parts.getByText('✓ It takes them.').waitFor();
    await parts.getByLabel(/Break something/).selectOption({ label: 'it refuses the credentials, and quotes them' });
    await parts.getByRole('button', { name: 'Break it' }).click();
    await says('Parts Unlimited, next time: it refuses the credentials');
    await press('Play again: It works');
    await parts.getByText('until its credentials are verified').waitFor();
    expect(await parts.getByText('✓ It takes them.').count()).toBe(0);
    await verify.click();
    await parts.getByText('✓ It takes them.').waitFor();
    expect(await parts.getByText('Stopped').count()).toBe(0);
  }, 60_000);

  it('is done with the time that passes, however late it hears of it', async () => {
    const later = (milliseconds: number) => async (route: Route) => {
      await wait(milliseconds);
      await route.continue();
    };
    await page.route('**/_local', later(1500));
    await page.route('**/_local/clock', later(600));
    await press('+1 hour');
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('draws what the functions counted', async () => {
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: 'Orders that distributors accepted' }).getByText('2').waitFor();
  });

  it('leaves the demo store empty', async () => {
    expect(await json('/v1/stores/demo/purchase-orders')).toEqual({ items: [], nextCursor: null });
  });

  it('has no accessibility violations, in light and in dark', async () => {
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('fits a page of 360 pixels without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const mail = page.locator('.phone iframe');
    await mail.scrollIntoViewIfNeeded();
    await mail.contentFrame().getByRole('heading', { level: 1 }).waitFor();
    const { width = 0, height = 0 } = (await mail.boundingBox()) ?? {};
    expect([width > 300, height > 400]).toEqual([true, true]);
    await page.evaluate('scrollTo(0, 0)');
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  it('asks no other host, and the browser has no complaint but of the distributor’s no', () => {
    expect(strangers).toEqual([]);
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});

/** The status of an answer to a request with these headers, as a page of another site would have them sent. */
const statusOf = async (path: string, method: string, headers: Record<string, string>): Promise<number | undefined> => {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request(`${local.url}${path}`, { method, headers }, (answer) => {
    answer.resume();
    resolve(answer.statusCode);
  })
    .on('error', reject)
    .end(method === 'POST' ? '{"advanceSeconds":0}' : undefined);
  return promise;
};

describe('what is served on this machine only', () => {
  it.each(['/', '/_local', '/_local/mail', '/_local/console/console.js', '/_local/distributors/wps/orders'])(
    'answers %s to this machine’s names and no other',
    async (path) => {
      expect(await statusOf(path, 'GET', { host: 'localhost:3000' })).toBe(200);
      expect(await statusOf(path, 'GET', { host: 'console.attacker.example' })).toBe(403);
      expect(await statusOf(path, 'GET', { host: '127.0.0.1.attacker.example' })).toBe(403);
    },
  );

  it('is changed by JSON only, which no page of another site may send', async () => {
    expect(await statusOf('/_local/clock', 'POST', { 'content-type': 'text/plain' })).toBe(415);
    expect(await statusOf('/_local/clock', 'POST', { 'content-type': 'application/json' })).toBe(200);
  });

  it('has a strict content security policy on the page and on every mail', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${local.url}${path}`)).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(await policyOf('/_local/console/mails/0')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';.*sandbox/,
    );
    const inbox = (await fetch(local.inbox)).headers.get('content-security-policy');
    expect(inbox).toMatch(/^default-src 'none';.*connect-src 'self';.*frame-ancestors 'none'$/);
    expect(v.parse(v.string(), await policyOf('/_local/console/mails/0'))).not.toContain('script');
  });

  it.each([
    '/_local',
    '/_local/nothing',
    '/_local/console/mails/9999',
    '/_local/why/NONE-1',
    '/_local/console/backend/keys',
  ])('lets %s run and load nothing', async (path) => {
    const { headers } = await fetch(`${local.url}${path}`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets the dialog’s backend pass on what the dialog needs, and nothing else', async () => {
    const asked = async (path: string) => (await fetch(`${local.url}/_local/console/backend${path}`)).status;
    expect(await asked('/orders/1004/items/1/drop-ship')).toBe(200);
    expect(await asked('/purchase-orders/1004-1')).toBe(200);
    expect(await asked('/keys')).toBe(404);
    expect(await asked('/purchase-orders/../keys')).toBe(404);
    expect(await asked('/orders/1004')).toBe(404);
  });
});
