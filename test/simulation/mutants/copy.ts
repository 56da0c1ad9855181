import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Mutant } from './mutant.ts';

const root = join(import.meta.dirname, '../../..');
/** All that the simulation runs on. */
const needed = ['package.json', 'functions', 'shared', 'infra/simulators', 'test/memory-table.ts', 'test/simulation'];

/** The source with one sabotage in it; throws where the patch no longer applies. */
const sabotaged = (source: string, { file, find, replace, what }: Mutant): string => {
  const times = source.split(find).length - 1;
  if (times !== 1)
    throw new Error(`The mutant "${what}" no longer applies to ${file}: its text stands there ${times} times.`);
  return source.replace(find, () => replace);
};

/** A copy of the source tree with this sabotage in it. */
export const copyWith = (mutant: Mutant): { readonly folder: string; readonly remove: () => void } => {
  const text = sabotaged(readFileSync(join(root, mutant.file), 'utf8'), mutant);
  const folder = mkdtempSync(join(tmpdir(), 'drop-ship-mutant-'));
  for (const path of needed) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, mutant.file), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Mutants that can no longer be made. */
export const inapplicable = (mutants: readonly Mutant[]): readonly string[] =>
  mutants.flatMap((mutant) => {
    try {
      sabotaged(readFileSync(join(root, mutant.file), 'utf8'), mutant);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : relative(root, mutant.file)];
    }
  });
