import { describe } from 'vitest';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { wps } from './fixtures/wps.ts';

describe('the contract', () => {
  contract('wps', { retryAfterSeconds: 60, secondOrder: 'accepted', callsForSixty: 3 });
});

describe('answers', () => {
  answers(wps);
});
