import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutants } from './all.ts';

it.each(mutants.map((mutant) => [mutant.what, mutant] as const))(
  'the sabotage "%s" has its place in the source',
  (_, mutant) => {
    expect(readFileSync(mutant.file, 'utf8').split(mutant.find)).toHaveLength(2);
    expect(mutant.replace).not.toBe(mutant.find);
  },
);
