import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** Always so deep below the root, so that the paths in the source maps, and with them the assets' hashes, are everywhere the same. */
const drafts = join(import.meta.dirname, '../node_modules/.cache/bundles');

/** What the bundler would rewrite so that it is made at every start, used or not: a regular expression with `\p{…}`. */
const asWritten = { 'regexp-unicode-property-escapes': true } as const;

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
  const names = globSync(`${folder}/*.ts`).map((file) => basename(file, '.ts'));
  for (const name of names)
    asRequired(split(join(folder, `${name}.ts`), join(outdir, 'modules', name)), join(outdir, name));
  rmSync(join(outdir, 'modules'), { recursive: true });
  if (names.includes('serve-contract')) buildDialog(join(outdir, 'serve-contract'));
  return outdir;
}

/** The function as ES modules, which the bundler can split; returns their folder. */
function split(file: string, outdir: string): string {
  buildSync({
    entryPoints: { index: file },
    outdir,
    outExtension: { '.js': '.cjs' },
    chunkNames: '[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    supported: asWritten,
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'import.meta.dirname': '__dirname' },
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../shared/aws/lambda-credentials.ts'),
      '@aws-sdk/middleware-endpoint-discovery': join(import.meta.dirname, '../shared/aws/no-endpoint-discovery.ts'),
      '@smithy/core/event-streams': join(import.meta.dirname, '../shared/aws/no-event-streams.ts'),
      'node:fs/promises': join(import.meta.dirname, '../shared/aws/no-config-files.ts'),
    },
    // What the SDK tells browsers apart by.
    external: ['bowser'],
    logLevel: 'warning',
  });
  return outdir;
}

/**
 * The same as CommonJS, which starts quicker: importing `node:http` as an ES module loads all that its namespace names, a second HTTP
 * client too.
 */
function asRequired(modules: string, outdir: string): void {
  buildSync({
    entryPoints: globSync(`${modules}/*.cjs`),
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    supported: { ...asWritten, 'dynamic-import': false },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
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
