import { describe } from 'vitest';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { tuckerRocky } from './fixtures/tucker-rocky.ts';

describe('the contract', () => {
  contract('tucker-rocky', { retryAfterSeconds: 60, secondOrder: 'duplicate-po', callsForSixty: 3 });
});

describe('answers', () => {
  answers(tuckerRocky);
});
