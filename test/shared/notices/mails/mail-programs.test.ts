import { doIUseEmail } from '@jsx-email/doiuse-email';
import { describe, expect, it } from 'vitest';
import { sampleMails } from './sample-mails.ts';

/** The programs that nearly everybody reads mail with, as caniemail.com knows them. */
const programs = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*'];

/** What some of them do not know, and what becomes of the mail there: it stays whole and can be read. */
const gracefully: Readonly<Record<string, string>> = {
  '@media': 'The dark and the narrow look are left out; the tables are as wide as the screen anyhow.',
  '<body> element': 'Its place is taken by an element of theirs; the ground is the first cell’s, too.',
  'role attribute': 'A screen reader there calls the tables tables.',
  'table-layout': 'Outlook for Windows gets a table of its own with a fixed width.',
  'border-radius': 'The corners are square.',
  'word-break': 'A word longer than the screen makes the page wider.',
  '<bdi> element': 'What it encloses is shown; signs that turn the direction were taken out before.',
};

const notSupported = (html: string): readonly string[] => {
  const judged = doIUseEmail(html, { emailClients: programs });
  const errors = judged.success ? [] : judged.errors;
  return [...new Set(errors.map((error) => /^`([^`]*)` is not supported/.exec(error)?.[1] ?? error))];
};

describe('the mails, as mail programs show them', () => {
  it.each(sampleMails)('use nothing that a program would break at: $name', ({ mail }) => {
    expect(notSupported(mail.html).filter((feature) => !Object.hasOwn(gracefully, feature))).toEqual([]);
  });

  it('allow nothing beyond what they use', () => {
    const used = new Set(sampleMails.flatMap(({ mail }) => notSupported(mail.html)));
    expect(Object.keys(gracefully).filter((feature) => !used.has(feature))).toEqual([]);
  });

  it.each(sampleMails)('are shown whole by Gmail, which cuts off what is longer than 102 kB: $name', ({ mail }) => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
  });

  it('give Outlook its font at every element, and are read from left to right everywhere', () => {
    for (const { mail } of sampleMails) {
      expect(mail.html).toMatch(
        /<!--\[if mso\]><style>body, td, th, p, h1, h2 \{ font-family: [^}]*sans-serif; \}<\/style><!\[endif\]-->/,
      );
      expect(mail.html).toMatch(/<body[^>]*>\s*<table [^>]*dir="ltr"/);
    }
  });

  it('give every button its padding and its colour by the cell, which Outlook heeds', () => {
    for (const { name, mail } of sampleMails) {
      const buttons = [...mail.html.matchAll(/<td class="button"[^>]*><a [^>]*>/g)].map(([tag]) => tag);
      expect(buttons.length > 0 || name === 'customer-largest').toBe(true);
      for (const button of buttons)
        expect(button).toMatch(
          /^<td[^>]* bgcolor="#[0-9a-f]{6}" style="padding:11px 22px;[^"]*"><a href="https:[^"]*" style="(?!.*(padding|background|display))/i,
        );
    }
  });
});
