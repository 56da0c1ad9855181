import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Of a function's code as it is deployed, in kB of 1,000 bytes: what is loaded when it starts, and all of it. */
export type BundleSize = { readonly start: number; readonly all: number };

export const bundleSize = (folder: string): BundleSize => {
  const kilobytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1000;
  return {
    start: kilobytes(loadedAtStart(folder)),
    all: kilobytes(readdirSync(folder).filter((file) => file.endsWith('.cjs'))),
  };
};

/** What `index.cjs` requires where it begins, and what that requires; what is imported late is required within a function. */
export const loadedAtStart = (folder: string): ReadonlySet<string> => {
  const files = new Set(['index.cjs']);
  for (const file of files) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, required = ''] of code.matchAll(/=require\("\.\/([A-Z0-9]{8}\.cjs)"\)/g)) files.add(required);
  }
  return files;
};
