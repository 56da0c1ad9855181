import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { optionsOf } from '../../infra/command/options.ts';
import { type Local, startLocal } from '../../infra/local/run.ts';
import { openBrowser } from '../browser.ts';
import { sampleMails } from '../shared/notices/mails/sample-mails.ts';

/** `npm run pictures`: the pictures of docs/pictures, taken anew from what really runs. */
const folder = join(import.meta.dirname, '../../docs/pictures');
const take = async (name: string, of: Page | Locator): Promise<void> => {
  await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`docs/pictures/${name}.png`);
};

optionsOf({});
const [local, browser] = await Promise.all([startLocal({}), openBrowser()]);
try {
  await tellStory(local, browser);
  await mails(browser);
} finally {
  await browser.close();
  await local.stop();
}

/** The story of the lost answer, and the dialog before, in between and after. */
async function tellStory({ url }: Local, opened: Browser): Promise<void> {
  const page = await opened.newPage({ viewport: { width: 1320, height: 900 } });
  const dialog = page.getByRole('dialog');
  const done = () => page.locator('progress.idle').waitFor({ state: 'attached', timeout: 120_000 });
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await done();
  };
  await page.goto(url);
  await page.getByRole('article', { name: 'Automatic' }).waitFor();
  await press('By hand: The answer is lost');
  await page.getByRole('heading', { name: 'Checks' }).waitFor();
  await take('dialog', dialog);
  await page.getByRole('button', { name: 'Review the order' }).click();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await dialog.getByText('may or may not have been placed').waitFor();
  await take('dialog-in-doubt', dialog);
  await page.keyboard.press('Escape');
  for (const button of ['+1 hour', 'Let WPS ship it', '+1 hour']) await press(button);
  await page.frameLocator('.phone iframe').getByRole('heading').first().waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await take('console', page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await press('By hand: An original part');
  await page.getByRole('heading', { name: 'Checks' }).waitFor();
  await take('dialog-dark', dialog);
  await page.close();
}

async function mails(opened: Browser): Promise<void> {
  const page = await opened.newPage({ viewport: { width: 640, height: 400 } });
  for (const { name, mail } of sampleMails) {
    if (name !== 'customer' && name !== 'store') continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 640, height: 100 });
      await page.setContent(mail.html);
      const height = await page.evaluate('document.documentElement.scrollHeight');
      if (typeof height === 'number') await page.setViewportSize({ width: 640, height });
      await take(`mail-${name}-${colorScheme}`, page);
    }
  }
  await page.close();
}
