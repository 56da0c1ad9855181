import { describe } from 'vitest';
import { contract } from './contract.ts';

describe('the contract', () => {
  contract('parts-unlimited', { retryAfterSeconds: 60, secondOrder: 'duplicate-po', callsForSixty: 5 });
});
