import { describe } from 'vitest';
import { contract } from './contract.ts';

describe('the contract', () => {
  contract('tucker-rocky', { retryAfterSeconds: 60, secondOrder: 'duplicate-po', callsForSixty: 3 });
});
