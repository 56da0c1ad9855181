import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactor, redactorFor } from '../../../shared/distributors/redact.ts';
import { startWork } from '../../work.ts';
import { leaksIn } from './leaks.ts';
import { address } from './world.ts';

const secret = 'Ab+9/x=&"é 7\'<q>';
const html = (text: string, write: (code: number) => string) =>
  [...text].map((character) => write(character.codePointAt(0) ?? 0)).join('');
const writings: readonly (readonly [string, string])[] = [
  ['plain', secret],
  ['in capitals', secret.toUpperCase()],
  ['percent-encoded', encodeURIComponent(secret)],
  ['percent-encoded in small letters', encodeURIComponent(secret).toLowerCase()],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
  [
    'percent-encoded to the last letter',
    [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  ],
  ['as a form', new URLSearchParams([['k', secret]]).toString()],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64 without its end', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['base64 for URLs', Buffer.from(secret).toString('base64url')],
  ['base64 with a user before it', Buffer.from(`user:${secret}`).toString('base64')],
  ['as JSON', JSON.stringify(secret)],
  ['as JSON in JSON', JSON.stringify(JSON.stringify({ k: secret }))],
  [
    'as JSON of plain letters',
    [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['in hex', Buffer.from(secret).toString('hex')],
  ['in hex of capitals', Buffer.from(secret).toString('hex').toUpperCase()],
  [
    'in hex with colons',
    Buffer.from(secret)
      .toString('hex')
      .replace(/..(?=.)/g, '$&:'),
  ],
  [
    'in hex over two lines',
    Buffer.from(secret)
      .toString('hex')
      .replace(/^.{11}/, '$&\n'),
  ],
  ['over two lines', `${secret.slice(0, 7)}\r\n  ${secret.slice(7)}`],
  ['base64 over two lines', Buffer.from(secret).toString('base64').replace(/^.{9}/, '$&\n')],
  ['percent-encoded over two lines', encodeURIComponent(secret).replace(/^.{9}/, '$&\n')],
  ['as HTML', html(secret, (code) => `&#${code};`)],
  ['as HTML in hexadecimals', html(secret, (code) => `&#x${code.toString(16).toUpperCase()};`)],
  [
    'as HTML by name',
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  ],
];

describe('a distributor’s words', () => {
  test.each(writings)('hide a credential written %s', (_, written) => {
    const words = redactor([secret])(`the key ${written} is wrong`);
    expect(words).toContain('[redacted]');
    expect(leaksIn(words, [secret])).toEqual([]);
    expect(words).not.toContain(written);
  });

  test('hide it when something stands within it', () => {
    expect(redactor(['topsecret99'])('key top<b>secret</b>99 or top\u200bsecret\u000099')).not.toMatch(/99/);
  });

  test('hide a credential that holds another one', () => {
    expect(redactor(['12345', 'key-12345-abc'])('INVALID KEY key-12345-abc OF 12345')).toBe(
      'INVALID KEY [redacted] OF [redacted]',
    );
  });

  test('hide a credential that was cut short: what is left of it tells nothing of the rest', () => {
    const key = 'topsecret99-abcdefghij';
    for (let kept = 11; kept < key.length; kept += 1) {
      expect(redactor([key])(`key ${key.slice(0, kept)}… is wrong`)).toBe('key [redacted]… is wrong');
      expect(redactor([key])(`key …${key.slice(-kept)} is wrong`)).toBe('key …[redacted] is wrong');
    }
    expect(redactor([key])(`key ${Buffer.from(key.slice(0, 15)).toString('hex')} is wrong`)).toBe(
      'key [redacted] is wrong',
    );
  });

  test.each([
    ['backslashes', `UNKNOWN-${'\\'.repeat(50)}`],
    ['backslashes and a letter', `${'\\'.repeat(29)}a`],
    ['percents', `${'%25'.repeat(40)}a`],
    ['entities', `${'&#0'.repeat(60)}a`],
    ['one letter', 'a'.repeat(200)],
  ])('take no time where a value is made of %s, and the words of much of it', (_, value) => {
    const work = startWork();
    redactor([value, secret])(`no such part ${value.slice(0, -1)} `.repeat(20_000));
    redactor([value, secret])(`${value.slice(0, -1)}`.repeat(20_000));
    expect(work()).toBeLessThan(5_000);
  });

  test('hide short values only where they stand alone', () => {
    expect(redactor(['7'])('dealer 7 has 17 orders')).toBe('dealer [redacted] has 17 orders');
  });

  test('hide whom the parcel is for', () => {
    const redact = redactorFor({ apiKey: 'k' }, { ...address, phone: '208-555-0100' });
    expect(redact('No Ada Rider at 1 main st, Boise (208-555-0100)')).toBe(
      'No [redacted] at [redacted], Boise ([redacted])',
    );
  });

  test('lose markup and control characters', () => {
    const page =
      '<html><style>p{}</style><p onclick="x()">No&nbsp;&lt;i&gt;stock&lt;/i&gt;</p>\r\n\u0007<script>alert(1)</script>left < right';
    expect(redactor([])(page)).toBe('No stock left right');
  });

  test('are at most 500 characters, and no half ones', () => {
    expect(redactor([])('x'.repeat(600))).toHaveLength(500);
    const cut = redactor([])(`x${'😀'.repeat(400)}`);
    expect(cut.length).toBeLessThanOrEqual(500);
    expect(cut.isWellFormed()).toBe(true);
  });

  test('are cut after a credential has been hidden, never within it', () => {
    expect(redactor(['topsecret99'])(`${'x'.repeat(495)}topsecret99`)).not.toContain('top');
  });

  test('stay as they are otherwise', () => {
    expect(redactor([secret])('Part 26-1772: quantity 2, état & co. (100%)')).toBe(
      'Part 26-1772: quantity 2, état & co. (100%)',
    );
  });

  test('hide any credential in any surroundings', () => {
    const credential = fc
      .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 })
      .filter((text) => text.trim().length >= 8 && !/[<>]/.test(text));
    fc.assert(
      fc.property(
        credential,
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        fc.nat(3),
        (value, before, after, at) => {
          const written =
            [value, encodeURIComponent(value), JSON.stringify(value), Buffer.from(value).toString('base64')][at] ??
            value;
          expect(redactor([value])(`${before} ${written} ${after}`)).not.toContain(written);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  test('of a megabyte take no time', () => {
    const work = startWork();
    redactor([secret, 'DLR777'])('<%25&#x'.repeat(150_000));
    expect(work()).toBeLessThan(2_000);
  });
});
