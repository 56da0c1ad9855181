import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Which tests reach a source file by their imports, and through how many files: the nearest first. */
const importsOf = (file: string): readonly string[] => {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  return [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)]
    .map(({ moduleRequest }) => moduleRequest?.value ?? '')
    .filter((path) => path.startsWith('.'))
    .map((path) => join(dirname(file), path));
};

/** The tests of one part of the program: what starts a whole service, a browser or a template is not among them. */
const unitTests = (): readonly string[] => globSync('test/{functions,shared}/**/*.test.ts').sort();

type Distances = ReadonlyMap<string, number>;

const distancesFrom = (test: string, imports: (file: string) => readonly string[]): Distances => {
  const distances = new Map([[test, 0]]);
  for (const [file, distance] of distances) {
    for (const next of imports(file)) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
};

/** For each source file, the unit tests that reach it, the nearest first. */
export const relatedTests = (): ((file: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>();
  const imports = (file: string): readonly string[] => {
    const own = known.get(file) ?? (file.endsWith('.ts') ? importsOf(file) : []);
    known.set(file, own);
    return own;
  };
  const distances = unitTests().map((test) => ({ test, to: distancesFrom(test, imports) }));
  return (file) =>
    distances
      .flatMap(({ test, to }) => (to.has(file) ? [{ test, far: to.get(file) ?? 0 }] : []))
      .sort((one, other) => one.far - other.far)
      .map(({ test }) => test);
};
