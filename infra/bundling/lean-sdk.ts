import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** The commands that functions send, of each client of the SDK. */
export const sentCommands: Readonly<Record<string, readonly string[]>> = {
  'client-dynamodb': ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'TransactWriteItems'],
  'client-kms': ['Decrypt', 'GenerateDataKeyWithoutPlaintext'],
  'client-ses': ['SendEmail'],
  'client-sqs': ['SendMessage'],
};

/** What the SDK loads for machines other than Lambda's Node, and for who asks it otherwise than we do. */
export const unusedParts = [
  // Where Node were built without its own.
  'core/dist-es/submodules/checksum/md5/Md5Js.js',
  'core/dist-es/submodules/checksum/sha256/Sha256Js.js',
  // The environment says the region.
  'core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js',
  // There are no configuration files.
  'core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js',
  'core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js',
  // Retries that slow down all requests of a client (`AWS_RETRY_MODE=adaptive`).
  'core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js',
  'core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js',
  // Every list is read page by page where it is needed.
  'lib-dynamodb/dist-es/pagination/QueryPaginator.js',
  'lib-dynamodb/dist-es/pagination/ScanPaginator.js',
];

/** What the SDK loads and we write shorter. */
export const shortenedParts: Readonly<Record<string, string>> = {
  // The global `crypto`, which this makes UUIDs with, loads all of Web Crypto.
  'core/dist-es/submodules/serde/uuid/v4.js':
    "import { randomUUID } from 'node:crypto'; export const bindV4 = () => () => randomUUID();",
  // No client is given a log of its own; to prepare what is told to none took a tenth of the processor time of a call.
  'core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js': `export const loggerMiddleware = () => (next) => next;
export const loggerMiddlewareOptions = {};
export const getLoggerPlugin = () => ({ applyToStack: () => undefined });`,
};

/** Where the SDK's parts lie whatever its version; the name of the client is taken out of the path. */
const clientFile = /@aws-sdk[/\\](client-[a-z-]+)[/\\]/;

/**
 * Leaves out of the SDK's clients what a bundler cannot know to be unused: each registers every error of its service when it is loaded,
 * and reads its version out of its whole `package.json`. An error that is answered to none of our commands still arrives, under its name
 * and as the service's own kind of error; those that are keep their class and what they hold.
 */
export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[/\\]client-[a-z-]+[/\\]dist-es[/\\]schemas[/\\]schemas_0\.js$/ }, ({ path }) => ({
      contents: withPlainKeys(withoutErrors(readFileSync(path, 'utf8'), expectedErrors(path))),
    }));
    onLoad({ filter: /@aws-sdk[/\\]client-[a-z-]+[/\\]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /@(?:smithy|aws-sdk)[/\\](?:core|lib-dynamodb)[/\\]dist-es[/\\]/ }, ({ path }) => {
      const isAt = (end: string): boolean => path.replaceAll('\\', '/').endsWith(`/${end}`);
      const [, contents] = Object.entries(shortenedParts).find(([end]) => isAt(end)) ?? [];
      if (contents !== undefined) return { contents };
      return unusedParts.some(isAt) ? { contents: leftOut(readFileSync(path, 'utf8'), path) } : undefined;
    });
  },
};

/** What is exported there, which throws when it is used. */
const leftOut = (code: string, path: string): string => {
  const names = [...code.matchAll(/^export (?:class|const|(?:async )?function) (\w+)/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`Nothing is exported by ${path}.`);
  return `function leftOut() { throw new Error('Left out of the bundles: ${basename(path)}'); }
export { ${names.map((name) => `leftOut as ${name}`).join(', ')} };`;
};

/** Every error that the SDK's declarations name for the commands that we send. */
const expectedErrors = (schemas: string): ReadonlySet<string> => {
  const [, client = ''] = clientFile.exec(schemas) ?? [];
  const commands = sentCommands[client] ?? [];
  const declared = commands.map((command) =>
    readFileSync(join(dirname(schemas), `../../dist-types/commands/${command}Command.d.ts`), 'utf8'),
  );
  return new Set(
    declared.flatMap((text) => [...text.matchAll(/@throws \{@link (\w+)\}/g)].map(([, name = '']) => name)),
  );
};

/** The schemas of a client that registers these errors alone, and its own base of all of them. */
export const withoutErrors = (code: string, expected: ReadonlySet<string>): string => {
  const registered = new Set<string>();
  const lean = code.replaceAll(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (line, name: string) => {
    registered.add(name);
    return expected.has(name) ? line : '';
  });
  const missing = [...expected].filter((name) => !registered.has(name) && !name.endsWith('ServiceException'));
  if (expected.size === 0 || missing.length > 0)
    throw new Error(`The SDK registers its errors in another way: ${missing.join(', ') || 'none is declared'}.`);
  return lean;
};

/**
 * `{ [_n]: 1 }` with `const _n = "name"` as `{ "name": 1 }`: to a bundler, which keeps what might have an effect, a computed key is a call,
 * and so every schema is used that has one.
 */
const withPlainKeys = (code: string): string => {
  const constants = new Map(
    [...code.matchAll(/^const (\w+) = ("(?:[^"\\]|\\.)*");$/gm)].map(([, name = '', text = '']) => [name, text]),
  );
  return code.replaceAll(/\[(\w+)\]:/g, (key, name: string) => (constants.has(name) ? `${constants.get(name)}:` : key));
};
