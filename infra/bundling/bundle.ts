// node infra/bundling/bundle.ts FOLDER OUTDIR: what `buildFunctions` promises, in a process of its own, since a plugin of the bundler is
// asynchronous and a stack is made without waiting.
import { globSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { leanSdk, sentCommands } from './lean-sdk.ts';

const [folder = '', outdir = ''] = process.argv.slice(2);

/** What the bundler would rewrite so that it is made at every start, used or not: a regular expression with `\p{…}`. */
const asWritten = { 'regexp-unicode-property-escapes': true } as const;

const inPlace = (name: string): string => join(import.meta.dirname, '../../shared/aws', name);

/** The function as ES modules, which the bundler can split. */
const split = async (file: string, modules: string): Promise<void> => {
  const { metafile } = await build({
    entryPoints: { index: file },
    outdir: modules,
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
    metafile: true,
    define: { 'import.meta.dirname': '__dirname' },
    alias: {
      '@aws-sdk/credential-provider-node': inPlace('lambda-credentials.ts'),
      '@aws-sdk/middleware-endpoint-discovery': inPlace('no-endpoint-discovery.ts'),
      '@smithy/core/event-streams': inPlace('no-event-streams.ts'),
      '@stablelib/base64': inPlace('native-base64.ts'),
      'fast-sha256': inPlace('native-sha256.ts'),
      'node:fs/promises': inPlace('no-config-files.ts'),
    },
    // What the SDK tells browsers apart by.
    external: ['bowser'],
    plugins: [leanSdk],
    logLevel: 'warning',
  });
  refuseUnreachable(metafile, join(modules, 'index.cjs'));
  refuseUnknownCommands(metafile);
};

/**
 * What would be imported late by code that is left out is bundled all the same, and what it shares with what is used lies in files of its
 * own.
 */
const refuseUnreachable = ({ outputs }: Metafile, entry: string): void => {
  const files = new Set([relative('', entry)]);
  for (const file of files) {
    for (const { path, external } of outputs[file]?.imports ?? []) if (!external) files.add(path);
  }
  const unreachable = Object.entries(outputs).find(([file]) => !files.has(file));
  if (unreachable !== undefined)
    throw new Error(`${entry} never loads ${unreachable[1].entryPoint}: import it late in a file of its own.`);
};

const commandFile = /@aws-sdk[/\\](client-[a-z-]+)[/\\]dist-es[/\\]commands[/\\](\w+)Command\.js$/;

/** Of the client of DynamoDB itself, for a search for endpoints that it never makes. */
const neverSent = 'DescribeEndpoints';

/** The errors that a command may be answered are kept for those alone that are known to be sent. */
const refuseUnknownCommands = ({ outputs }: Metafile): void => {
  const bundled = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  for (const [path, { bytesInOutput }] of bundled) {
    const [, client = '', command = ''] = commandFile.exec(path) ?? [];
    if (command === '' || command === neverSent || bytesInOutput === 0 || sentCommands[client]?.includes(command))
      continue;
    throw new Error(`${command} of ${client} is bundled, and is not among the commands that are known to be sent.`);
  }
};

/**
 * The same as CommonJS, which starts quicker: importing `node:http` as an ES module loads all that its namespace names, a second HTTP
 * client too.
 */
const asRequired = async (modules: string, to: string): Promise<void> => {
  await build({
    entryPoints: globSync(`${modules}/*.cjs`),
    outdir: to,
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
};

const bundle = async (name: string): Promise<void> => {
  const modules = join(outdir, 'modules', name);
  await split(join(folder, `${name}.ts`), modules);
  await asRequired(modules, join(outdir, name));
};

await Promise.all(globSync(`${folder}/*.ts`).map((file) => bundle(basename(file, '.ts'))));
rmSync(join(outdir, 'modules'), { recursive: true });
