import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mutant } from './mutant.ts';

/** A change of one source file: `find` must stand exactly once in it. */
export type Patch = Pick<Mutant, 'file' | 'find' | 'replace' | 'what'>;
/** The same, by the address under which the file is loaded. */
export type LocatedPatch = Patch & { readonly url: string };

const root = join(import.meta.dirname, '../../..');
export const located = (patch: Patch): LocatedPatch => ({ ...patch, url: pathToFileURL(join(root, patch.file)).href });

/** The source with one patch in it; throws where the patch no longer applies. */
export const patched = (source: string, { file, find, replace, what }: Patch): string => {
  const times = source.split(find).length - 1;
  if (times !== 1)
    throw new Error(`The mutant "${what}" no longer applies to ${file}: its text stands there ${times} times.`);
  return source.replace(find, () => replace);
};

/** Patches that can no longer be made. */
export const inapplicable = (patches: readonly Patch[]): readonly string[] =>
  patches.flatMap((patch) => {
    try {
      patched(readFileSync(join(root, patch.file), 'utf8'), patch);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : relative(root, patch.file)];
    }
  });
