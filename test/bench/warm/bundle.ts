import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Functions bundled and minified, as all are that are deployed (as modules ours would take a quarter longer, the common one no longer),
 * together with what asks it and answers in place of AWS. Gives the places of the programs.
 */
export const bundled = (files: readonly string[]): ReadonlyMap<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return new Map(files.map((file) => [file, bundledIn(join(folder, file), file)]));
};

const bundledIn = (folder: string, file: string): string => {
  const outfile = join(folder, 'index.cjs');
  buildSync({
    stdin: {
      contents: `import { handler } from './${file}';
        import { measure } from './test/bench/warm/measure.ts';
        measure(handler);`,
      resolveDir: join(import.meta.dirname, '../../..'),
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
    logLevel: 'error',
  });
  return outfile;
};
