import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/** The rooms, and into which other rooms their imports may point. Arrows point inward: everything may know the domain, it knows nobody. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': [],
  'shared/dialog': [],
  'shared/client': [],
  'shared/contract': ['shared/domain'],
  'shared/distributors': ['shared/domain'],
  'shared/notices': ['shared/domain', 'shared/distributors', 'shared/webhooks'],
  'shared/webhooks': ['shared/domain', 'shared/notices'],
  'shared/accounts': ['shared/domain', 'shared/distributors'],
  'shared/ordering': ['shared/domain', 'shared/distributors', 'shared/accounts', 'shared/notices'],
  'shared/tracking': ['shared/domain', 'shared/distributors', 'shared/accounts', 'shared/ordering', 'shared/notices'],
  'shared/orders': ['shared/domain', 'shared/contract', 'shared/ordering', 'shared/notices'],
  'shared/settings': [
    'shared/domain',
    'shared/contract',
    'shared/distributors',
    'shared/accounts',
    'shared/notices',
    'shared/webhooks',
  ],
  'shared/http': ['shared/accounts', 'shared/domain', 'shared/distributors', 'shared/contract', 'shared/ordering'],
  'shared/aws': ['shared/domain', 'shared/distributors', 'shared/ordering', 'shared/notices'],
  functions: ['shared'],
  infra: ['shared'],
  'infra/local': ['infra', 'shared'],
  'infra/simulators': ['shared/domain', 'infra/local', 'infra/command'],
  'infra/probe': ['shared/domain', 'shared/distributors', 'infra/local/process', 'infra/command'],
};

/** Packages that a room may use; a room that is not named may use any. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': ['valibot', 'node:crypto'],
  'shared/dialog': ['lit', 'valibot'],
  'shared/client': ['openapi-fetch', 'standardwebhooks'],
  'shared/contract': ['valibot', '@valibot/to-json-schema'],
  'shared/accounts': ['valibot'],
  'shared/distributors': ['valibot', 'ky'],
  'shared/ordering': ['valibot'],
  'shared/tracking': ['valibot', 'node:crypto'],
  functions: ['valibot'],
};

const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const roomOf = (file: string): string => rooms.find((room) => file.startsWith(`${room}/`)) ?? file;

type Arrow = { readonly file: string; readonly to: string };

const arrowsOf = (file: string): readonly Arrow[] =>
  parseSync(file, readFileSync(file, 'utf8')).module.staticImports.map(({ moduleRequest: { value } }) => ({
    file,
    to: value.startsWith('.') ? normalize(join(dirname(file), value)) : value,
  }));

const files = globSync(['shared/**/*.ts', 'functions/*.ts', 'infra/**/*.ts']);
const arrows = files.flatMap(arrowsOf);
const isFile = (to: string): boolean => /^(shared|functions|infra)\//.test(to);

const strays = (room: string): readonly string[] =>
  arrows
    .filter(({ file, to }) => roomOf(file) === room && isFile(to) && roomOf(to) !== room)
    .filter(({ to }) => !(mayImport[room] ?? []).some((allowed) => to.startsWith(`${allowed}/`)))
    .map(({ file, to }) => `${file} → ${to}`);

describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(arrows.filter(({ to }) => isFile(to)).length).toBeGreaterThan(300);
  });

  it.each(rooms)('of %s point inward', (room) => {
    expect(files.some((file) => roomOf(file) === room)).toBe(true);
    expect(strays(room)).toEqual([]);
  });

  it('of the contract are, in the use cases, its types only: they say what came of it, the door makes an answer of that', () => {
    const useCases = files.filter((file) => /^shared\/(orders|settings)\//.test(file));
    const values = useCases.flatMap((file) =>
      parseSync(file, readFileSync(file, 'utf8'))
        .module.staticImports.filter(({ entries }) => entries.some(({ isType }) => !isType))
        .map(({ moduleRequest: { value } }) => normalize(join(dirname(file), value)))
        .filter((to) => roomOf(to) === 'shared/contract')
        .map((to) => `${file} → ${to}`),
    );
    expect(values).toEqual([]);
  });

  it('of an AWS SDK stand in shared/aws only, or in the local run', () => {
    const elsewhere = arrows
      .filter(({ to }) => to.startsWith('@aws-sdk/'))
      .map(({ file }) => roomOf(file))
      .filter((room) => room !== 'shared/aws' && !room.startsWith('infra/local'));
    expect(elsewhere).toEqual([]);
  });

  it.each(Object.entries(mayUse))('of %s name only packages that belong there', (room, allowed) => {
    const used = arrows.filter(({ file, to }) => roomOf(file) === room && !isFile(to)).map(({ to }) => to);
    expect([...new Set(used)].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('close no circle between files', () => {
    const next = new Map<string, readonly string[]>(
      files.map((file) => [
        file,
        arrowsOf(file)
          .map(({ to }) => to)
          .filter(isFile),
      ]),
    );
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const to of next.get(file) ?? []) {
        const found = circle(to, [...path, file]);
        if (found !== null) return found;
      }
      done.add(file);
      return null;
    };
    expect(files.map((file) => circle(file, [])).filter((found) => found !== null)).toEqual([]);
  });
});

/** To take time or chance from the world instead of from an argument. */
const taken = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bsetTimeout\(|(?<![.\w])random(?:UUID|Bytes)\(/;
const imported = /import [^;]*\brandom(?:UUID|Bytes)\b[^;]*from 'node:crypto'/;

describe('time, chance and the network', () => {
  it.each(files.filter((file) => /^(shared|functions)\//.test(file) && !/^shared\/(aws|dialog)\//.test(file)))(
    'reach %s through its arguments only',
    (file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code.match(imported)).toBeNull();
      expect(code.replaceAll(/(?<![.\w])randomBytes\(/g, '').match(taken)).toBeNull();
    },
  );
});
