import { expect, test } from 'vitest';
import { judgePattern, literalsIn } from './patterns.ts';

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

test.each([
  ['-+$', 'vulnerable'],
  ['^-+$', 'safe'],
  // Too long for automata: attacks are tried.
  ['^(?:a{1,63}){2,63}$', 'vulnerable'],
  ['^(?:[a-z]{1,63}\\.){1,63}[a-z]{2,63}$', 'safe'],
])('the checker knows of %s that it is %s', async (source, status) => {
  expect((await judgePattern(source, '')).status).toBe(status);
});
