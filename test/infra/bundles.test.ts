import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { buildFunctions } from '../../infra/bundles.ts';

const folder = join(import.meta.dirname, '../../functions');
const Budget = v.record(v.string(), v.number());
const budget = v.parse(Budget, JSON.parse(readFileSync(join(import.meta.dirname, 'bundle-budget.json'), 'utf8')));

const names = readdirSync(folder).map((file) => basename(file, '.ts'));
const built = buildFunctions(folder);
const kilobytes = (name: string): number => statSync(join(built, name, 'index.cjs')).size / 1000;

it('every function has a budget, and nothing else has one', () => {
  expect(Object.keys(budget).toSorted()).toEqual(names.toSorted());
});

it.each(names)('the bundle of %s is no more than a twentieth larger than bundle-budget.json says (kB)', (name) => {
  expect(kilobytes(name)).toBeLessThanOrEqual((budget[name] ?? 0) * 1.05);
});

it('no bundle holds the SDK’s chain of credentials, its event streams or a second HTTP client', () => {
  for (const name of names) {
    const code = readFileSync(join(built, name, 'index.cjs'), 'utf8');
    expect([name, /sso-oidc|credential-provider-imds|AWS_CONTAINER_CREDENTIALS/.exec(code)?.[0]]).toEqual([
      name,
      undefined,
    ]);
    expect([name, code.includes(':event-type')]).toEqual([name, false]);
    expect([name, code.includes('undici')]).toEqual([name, false]);
  }
});
