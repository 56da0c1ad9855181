import { inFile, type Mutant } from './mutant.ts';

const thrice = 'requests to wps that are sent three times with their Idempotency-Key';
const hold = inFile('shared/http/idempotency/hold.ts');
const kept = inFile('shared/http/idempotency/kept-request.ts');

const after = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

/** Guards of requests that are sent again with their key. */
export const repeatedMutants: readonly Mutant[] = [
  after(
    hold(
      'a claim does not say whose it is',
      'rev: newId(), poNumber }, was: row.rev }',
      'rev: newId() }, was: row.rev }',
      1,
      thrice,
    ),
    'crash-after',
  ),
  after(
    hold(
      'what an item of a list has claimed is forgotten',
      'numbers: new Map(items.map(({ index, poNumber }) => [index, poNumber])),',
      'numbers: new Map(items.slice(items.length).map(({ index, poNumber }) => [index, poNumber])),',
      1,
      thrice,
    ),
    'crash-after',
  ),
  kept(
    'what was answered is worked on anew',
    'if (!resumes && (found.answer !== null || found.poNumber !== null)) return',
    'if (resumes && found.answer !== null) return',
    0,
    thrice,
  ),
];
