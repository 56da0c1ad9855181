import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type LocatedPatch, patched } from '../mutants/patch.ts';

/**
 * The project's sources in as many versions as are asked for, side by side in one thread: each has modules of its own, and shares the
 * libraries, and every file that has no patch is read and stripped of its types once.
 */
const root = pathToFileURL(join(import.meta.dirname, '../../..')).href;
const libraries = `${root}/node_modules/`;

const versions: (readonly LocatedPatch[])[] = [];
const stripped = new Map<string, string>();

const sourceOf = (url: string): string => readFileSync(fileURLToPath(url), 'utf8');

/** A source as JavaScript. */
const scriptOf = (url: string, patches: readonly LocatedPatch[]): string => {
  const own = patches.filter((patch) => patch.url === url);
  if (own.length > 0) return stripTypeScriptTypes(own.reduce(patched, sourceOf(url)));
  const script = stripped.get(url) ?? stripTypeScriptTypes(sourceOf(url));
  stripped.set(url, script);
  return script;
};

const numberIn = (url: string | undefined): number => Number(/\?version=(\d+)$/.exec(url ?? '')?.[1] ?? Number.NaN);

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const version = numberIn(context.parentURL);
    const isOwn = found.url.startsWith(root) && !found.url.startsWith(libraries) && found.url.endsWith('.ts');
    return versions[version] === undefined || !isOwn ? found : { ...found, url: `${found.url}?version=${version}` };
  },
  load: (url, context, next) => {
    const patches = versions[numberIn(url)];
    if (patches === undefined) return next(url, context);
    const [file = ''] = url.split('?');
    return { format: 'module', source: scriptOf(file, patches), shortCircuit: true };
  },
});

/** What the module of this address is to be imported as, to have it and all that it imports with these patches, and anew. */
export const inVersionWith = (patches: readonly LocatedPatch[], url: string): string =>
  `${url}?version=${versions.push(patches) - 1}`;
