import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type LocatedPatch, patched } from '../mutants/patch.ts';

/**
 * The project's sources in as many versions as are asked for, side by side in one thread. What a patch changes, and all that imports it, is a
 * version's own; what nothing of this can reach is shared by all of them, and so are the libraries.
 */
const root = pathToFileURL(join(import.meta.dirname, '../../..')).href;
const libraries = `${root}/node_modules/`;

/** Which files are a version's own. */
type Version = { readonly patches: readonly LocatedPatch[]; readonly own: ReadonlySet<string> };
const versions: Version[] = [];

/** Each source without its types, and what it imports, now or late; read once. */
type Source = { readonly script: string; readonly imports: readonly string[] };
const sources = new Map<string, Source>();

const isOurs = (url: string): boolean => url.startsWith(root) && !url.startsWith(libraries) && url.endsWith('.ts');

const imported = /\b(?:from|import)\s*\(?\s*'(\.[^']*)'/g;

const readSource = (url: string): string => readFileSync(fileURLToPath(url), 'utf8');

const sourceOf = (url: string): Source => {
  const known = sources.get(url);
  if (known !== undefined) return known;
  const script = stripTypeScriptTypes(readSource(url));
  const imports = [...script.matchAll(imported)].map(([, path = '']) => new URL(path, url).href).filter(isOurs);
  sources.set(url, { script, imports });
  return { script, imports };
};

/** Every file that this one imports, directly or not, with those that import it. */
const importersFrom = (entry: string): ReadonlyMap<string, readonly string[]> => {
  const importers = new Map<string, string[]>([[entry, []]]);
  const left = [entry];
  for (let url = left.pop(); url !== undefined; url = left.pop()) {
    for (const each of sourceOf(url).imports) {
      const known = importers.get(each);
      if (known === undefined) left.push(each);
      importers.set(each, [...(known ?? []), url]);
    }
  }
  return importers;
};

/** These files, and all that comes to one of them by what it imports. */
const reaching = (files: readonly string[], importers: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const reached = new Set(files);
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
  return reached;
};

const numberIn = (url: string | undefined): number => Number(/\?version=(\d+)$/.exec(url ?? '')?.[1] ?? Number.NaN);

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const number = numberIn(context.parentURL);
    return versions[number]?.own.has(found.url) ? { ...found, url: `${found.url}?version=${number}` } : found;
  },
  load: (url, context, next) => {
    const version = versions[numberIn(url)];
    if (version === undefined) return next(url, context);
    const [file = ''] = url.split('?');
    const patches = version.patches.filter((patch) => patch.url === file);
    const source =
      patches.length === 0 ? sourceOf(file).script : stripTypeScriptTypes(patches.reduce(patched, readSource(file)));
    return { format: 'module', source, shortCircuit: true };
  },
});

/** What the module of this address is to be imported as, to have it and all that it imports with these patches. */
export const inVersionWith = (patches: readonly LocatedPatch[], url: string): string => {
  const own = reaching([url, ...patches.map((patch) => patch.url)], importersFrom(url));
  return `${url}?version=${versions.push({ patches, own }) - 1}`;
};
