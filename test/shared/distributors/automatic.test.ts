import { describe } from 'vitest';
import { contract } from './contract.ts';

describe('the contract', () => {
  contract('automatic', { retryAfterSeconds: null, secondOrder: 'duplicate-po', callsForSixty: 3 });
});
