import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { smallConstants } from '../search/small.ts';
import { mutants } from './all.ts';

it.each([...mutants, ...smallConstants].map((mutant) => [mutant.what, mutant] as const))(
  'the change "%s" has its place in the source',
  (_, mutant) => {
    expect(readFileSync(mutant.file, 'utf8').split(mutant.find)).toHaveLength(2);
    expect(mutant.replace).not.toBe(mutant.find);
  },
);
