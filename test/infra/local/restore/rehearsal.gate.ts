import { expect, it } from 'vitest';
import { rehearse } from '../../../../infra/local/restore/rehearsal.ts';

it('the table is restored to an earlier time, and nothing is ordered twice', { timeout: 600_000 }, async () => {
  const said: string[] = [];
  expect(await rehearse((line) => said.push(line))).toBe(true);
  expect(said.filter((line) => line.endsWith(': found'))).toHaveLength(5);
  expect(said.filter((line) => line.endsWith(': person'))).toHaveLength(2);
});
