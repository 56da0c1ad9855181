import { describe } from 'vitest';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { automatic } from './fixtures/automatic.ts';

describe('the contract', () => {
  contract('automatic', { retryAfterSeconds: null, secondOrder: 'duplicate-po', callsForSixty: 3 });
});

describe('answers', () => {
  answers(automatic);
});
