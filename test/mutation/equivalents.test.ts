import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equivalents, isOf } from './equivalents.ts';
import { mutantsOf } from './rules.ts';

const mutants = (file: string) => mutantsOf(file, readFileSync(file, 'utf8'));

describe('what is listed as changing nothing', () => {
  it.each(equivalents)('$file, in $inside: $text: is one mutant, no more and no less', (each) => {
    expect(mutants(each.file).filter((mutant) => isOf(each, mutant))).toHaveLength(1);
  });

  it('is not the same text at another place', () => {
    const source = `const one = (n: number): number =>\n  n * 1000;\nexport const other = (n: number): number =>\n  n * 1000;\nconst last = (n: number) => 1 - n * 1000;`;
    const thousands = mutantsOf('a.ts', source).filter(({ was }) => was === '1000');
    expect(thousands.map(({ inside, text, line }) => [inside, text, line])).toEqual([
      ['one', 'n * 1000;', 2],
      ['other', 'n * 1000;', 4],
      ['last', 'const last = (n: number) => 1 - n * 1000;', 5],
    ]);
    const [first] = thousands;
    const listed = { file: 'a.ts', inside: 'one', text: 'n * 1000;', was: '1000', becomes: '1001', reason: '' };
    expect(thousands.filter((mutant) => isOf(listed, mutant))).toEqual([first]);
  });
});
