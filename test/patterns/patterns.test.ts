import { check } from 'recheck';
import { expect, test } from 'vitest';
import { literalsIn } from './patterns.ts';

test('every literal of a source text is found, and that it makes patterns at run time', () => {
  expect(literalsIn('a.ts', "const a = /x+$/gu; // /no/\nconst b = '/no/'.replace(/y/, '');")).toEqual({
    literals: [
      { file: 'a.ts', source: 'x+$', flags: 'gu' },
      { file: 'a.ts', source: 'y', flags: '' },
    ],
    makes: false,
  });
  expect(literalsIn('a.ts', 'new RegExp(text)').makes).toBe(true);
});

test('the checker knows a pattern that is not linear from one that is', async () => {
  expect((await check('-+$', '')).status).toBe('vulnerable');
  expect((await check('^-+$', '')).status).toBe('safe');
});
