import { describe } from 'vitest';
import { contract } from './contract.ts';

describe('the contract', () => {
  contract('wps', { retryAfterSeconds: 60, secondOrder: 'accepted', callsForSixty: 3 });
});
