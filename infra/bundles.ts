import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** Always so deep below the root, so that the paths in the source maps, and with them the assets' hashes, are everywhere the same. */
const drafts = join(import.meta.dirname, '../node_modules/.cache/bundles');

const bundled = new Map<string, string>();

/** The code of one function: `<folder>/<name>.ts` and all that it imports, the AWS SDK too, as `index.cjs` and what that loads. */
export function bundleOf(scope: Construct, folder: string, name: string): Code {
  // Whoever only looks at the template asks for no bundles (context `aws:cdk:bundling-stacks`).
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(folder);
  const place = bundled.get(folder) ?? buildFunctions(folder);
  bundled.set(folder, place);
  return Code.fromAsset(join(place, name));
}

/**
 * The bundles of all functions of the folder, each in a folder of its name, as they are deployed; gone when the process ends. What a
 * function imports late (`import()`) is in files of its own beside `index.cjs`.
 */
export function buildFunctions(folder: string): string {
  mkdirSync(drafts, { recursive: true });
  const outdir = mkdtempSync(join(drafts, 'draft-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const bundle = [join(import.meta.dirname, 'bundling/bundle.ts'), folder, outdir];
  const { status, stderr } = spawnSync(process.execPath, bundle, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${folder} cannot be bundled: ${stderr}`);
  process.stderr.write(stderr);
  if (existsSync(join(outdir, 'serve-contract'))) buildDialog(join(outdir, 'serve-contract'));
  return outdir;
}

/** The dialog for browsers, beside the function that serves it. */
function buildDialog(outdir: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, '../shared/dialog/drop-ship-dialog.ts')],
    outdir,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
