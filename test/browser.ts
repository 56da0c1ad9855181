import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The first that is there: the one without windows takes half of the processor time. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A real browser. Where there is none the tests that need it fail and say so: nothing is skipped in silence. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(
      'No browser: the tests in Chromium were not run. Install it (Debian: apt-get install chromium-headless-shell).',
    );
  }
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // One process draws all pages: each that starts costs as much as a short test.
    '--renderer-process-limit=1',
    '--disable-site-isolation-trials',
  ];
  return chromium.launch({ executablePath, headless: true, args });
};
