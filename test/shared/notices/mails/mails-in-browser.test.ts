import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../browser.ts';
import { sampleMails } from './sample-mails.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A mail is a part of its program's page, which has the landmarks. */
const violations = `axe.run({ rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })
  .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`;

let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(() => browser?.close());

const looks = sampleMails.flatMap(({ name, mail }) =>
  [360, 640, 1200].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ name, mail, width, colorScheme })),
  ),
);

describe('the mails in a browser', () => {
  it.each(looks)('$name fits $width pixels and can be read in $colorScheme', async ({ mail, width, colorScheme }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(mail.html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe);
    expect(await page.evaluate(violations)).toEqual([]);
  });

  it('load nothing', () => {
    expect(asked).toEqual([]);
  });
});
