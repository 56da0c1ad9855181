import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';

/** A pattern of the product, and where it stands. */
export type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** How many steps a pattern takes decides, never how long: to a busy machine safe ones looked like "4th degree polynomial". */
const byStepsAlone = { timeout: null, seedingTimeout: null, incubationTimeout: null, attackTimeout: null };

/** Whether a pattern takes time in proportion to what it reads. */
export const judgePattern = (source: string, flags: string) => check(source, flags, byStepsAlone);

const isRegExp = (callee: object): boolean => 'name' in callee && callee.name === 'RegExp';

/** The literals of a source text, and whether it makes patterns at run time as well. */
export const literalsIn = (file: string, code: string) => {
  const literals: Pattern[] = [];
  let makes = false;
  const seen = ({ callee }: { readonly callee: object }) => {
    makes ||= isRegExp(callee);
  };
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex) literals.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: seen,
    CallExpression: seen,
  }).visit(parseSync(file, code).program);
  return { literals, makes };
};

/** The patterns that a module makes when it is loaded. Throws where it makes them later only: nobody could check those. */
const madeIn = async (file: string): Promise<readonly Pattern[]> => {
  const made: Pattern[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct: (target, args: [string, string?]) => {
      const pattern = new target(...args);
      made.push({ file, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    await import(`${pathToFileURL(resolve(file)).href}?patterns`);
  } finally {
    globalThis.RegExp = real;
  }
  if (made.length === 0) throw new Error(`${file} makes patterns only while it runs: write them as literals.`);
  return made;
};

/** Every pattern in functions/ and shared/, each once. */
export const patternsOfProduct = async (): Promise<readonly Pattern[]> => {
  const found = globSync(['functions/**/*.ts', 'shared/**/*.ts']).map((file) => ({
    file,
    ...literalsIn(file, readFileSync(file, 'utf8')),
  }));
  const all = found.flatMap(({ literals }) => literals);
  for (const { file, makes } of found) if (makes) all.push(...(await madeIn(file)));
  return [...new Map(all.map((pattern) => [`${pattern.flags} ${pattern.source}`, pattern])).values()];
};
