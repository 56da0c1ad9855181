import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** Always so deep below the root, so that the paths in the source maps, and with them the assets' hashes, are everywhere the same. */
const drafts = join(import.meta.dirname, '../node_modules/.cache/bundles');

const bundled = new Map<string, string>();

/** The code of one function: `<folder>/<name>.ts` and all that it imports, the AWS SDK too, in one file `index.cjs`. */
export function bundleOf(scope: Construct, folder: string, name: string): Code {
  // Whoever only looks at the template asks for no bundles (context `aws:cdk:bundling-stacks`).
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(folder);
  const place = bundled.get(folder) ?? buildFunctions(folder);
  bundled.set(folder, place);
  return Code.fromAsset(join(place, name));
}

/**
 * The bundles of all functions of the folder, each in a folder of its name, as they are deployed; gone when the process ends.
 * In one run of esbuild: it reads what they share once, and that is nearly everything.
 */
export function buildFunctions(folder: string): string {
  mkdirSync(drafts, { recursive: true });
  const outdir = mkdtempSync(join(drafts, 'draft-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const files = globSync(`${folder}/*.ts`);
  buildSync({
    entryPoints: Object.fromEntries(files.map((file) => [`${basename(file, '.ts')}/index`, file])),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    // Starts quicker than an ES module: importing `node:http` as one loads all that its namespace names, a second HTTP client too.
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../shared/aws/lambda-credentials.ts'),
      '@aws-sdk/middleware-endpoint-discovery': join(import.meta.dirname, '../shared/aws/no-endpoint-discovery.ts'),
      '@smithy/core/event-streams': join(import.meta.dirname, '../shared/aws/no-event-streams.ts'),
    },
    logLevel: 'warning',
  });
  if (files.some((file) => basename(file) === 'serve-contract.ts')) buildDialog(join(outdir, 'serve-contract'));
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
