import { describe } from 'vitest';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';

describe('the contract', () => {
  contract('parts-unlimited', { retryAfterSeconds: 60, secondOrder: 'duplicate-po', callsForSixty: 5 });
});

describe('answers', () => {
  answers(partsUnlimited);
});
