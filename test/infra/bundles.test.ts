import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildFunctions } from '../../infra/bundles.ts';
import { type BundleSize, bundleSize, loadedAtStart } from '../bench/bundle-size.ts';

const folder = join(import.meta.dirname, '../../functions');
const Budget = v.record(v.string(), v.object({ start: v.number(), all: v.number() }));
const budget = v.parse(Budget, JSON.parse(readFileSync(join(import.meta.dirname, 'bundle-budget.json'), 'utf8')));

const names = readdirSync(folder).map((file) => basename(file, '.ts'));
const built = buildFunctions(folder);
const sizes: ReadonlyMap<string, BundleSize> = new Map(names.map((name) => [name, bundleSize(join(built, name))]));
const codeOf = (name: string): string =>
  readdirSync(join(built, name))
    .filter((file) => file.endsWith('.cjs'))
    .map((file) => readFileSync(join(built, name, file), 'utf8'))
    .join('\n');

it('every function has a budget, and nothing else has one', () => {
  expect(Object.keys(budget).toSorted()).toEqual(names.toSorted());
});

describe.each(names)(
  'the bundle of %s is no more than a twentieth larger than bundle-budget.json says (kB):',
  (name) => {
    it.each(['start', 'all'] as const)('%s', (what) => {
      expect(sizes.get(name)?.[what]).toBeLessThanOrEqual((budget[name]?.[what] ?? 0) * 1.05);
    });
  },
);

it('no bundle is larger than 450 kB, with all that it ever loads', () => {
  const largest = Math.max(...[...sizes.values()].map(({ all }) => all));
  expect(largest).toBeLessThanOrEqual(450);
});

it('adapters, the HTTP client, what opens credentials and the clients of KMS, SQS and SES are loaded late', () => {
  const late = [
    'mainframeErrors',
    'ForceRetryError',
    'A256GCM',
    'com.amazonaws.kms',
    'com.amazonaws.sqs',
    'com.amazonaws.ses',
  ];
  const all = names.map(codeOf).join('\n');
  expect(late.filter((part) => !all.includes(part))).toEqual([]);
  for (const name of names) {
    const atStart = [...loadedAtStart(join(built, name))].map((file) => readFileSync(join(built, name, file), 'utf8'));
    expect([name, late.filter((part) => atStart.join('\n').includes(part))]).toEqual([name, []]);
  }
});

it('no bundle holds the SDK’s chain of credentials, its event streams or a second HTTP client', () => {
  for (const name of names) {
    const code = codeOf(name);
    expect([name, /sso-oidc|credential-provider-imds|AWS_CONTAINER_CREDENTIALS/.exec(code)?.[0]]).toEqual([
      name,
      undefined,
    ]);
    expect([name, code.includes(':event-type')]).toEqual([name, false]);
    expect([name, code.includes('undici')]).toEqual([name, false]);
  }
});

it('no bundle loads what looks for the SDK’s configuration files, or Web Crypto to make a UUID, or makes regular expressions that nothing uses', () => {
  for (const name of names) {
    const code = codeOf(name);
    expect([name, code.includes('fs/promises')]).toEqual([name, false]);
    expect([name, code.includes('typeof crypto')]).toEqual([name, false]);
    expect([name, code.includes('Emoji_Presentation')]).toEqual([name, false]);
  }
});

it('the authorizer’s log is loaded late, and its line is written before the process does anything else', () => {
  const asked = `require(process.argv[1]).handler({ headers: {} }).then(() => setImmediate(() => console.log('next')));`;
  const { stdout } = spawnSync(process.execPath, ['-e', asked, join(built, 'authorize-request/index.cjs')], {
    env: { AWS_REGION: 'us-east-1', TABLE_NAME: 't', AWS_LAMBDA_FUNCTION_NAME: 'authorize-request' },
    encoding: 'utf8',
  });
  const [refused = '', next] = stdout.trim().split('\n');
  expect([JSON.parse(refused).message, next]).toEqual(['key-refused', 'next']);
});
