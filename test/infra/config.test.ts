import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingSettings, readConfig, settingNames } from '../../infra/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'stages-'));
const settings = {
  mailFrom: 'tracking@store.example',
  mailIdentity: 'existing',
  alarmsTo: 'ops@store.example',
  docsUrl: 'https://docs.store.example',
  monthlyBudget: 500,
  canary: true,
  concurrency: 1000,
  retentionDays: 90,
  requestsPerSecond: 50,
  requestBurst: 200,
  distributorHosts: {},
};
const stage = (file: object, context: object = {}) => {
  writeFileSync(join(folder, 'blue.json'), JSON.stringify(file));
  return readConfig({ stage: 'blue', ...context }, folder);
};

describe('the settings of a stage', () => {
  it('are those of its file', () => {
    expect(stage(settings)).toEqual({ ...settings, stage: 'blue', distributorHosts: '{}' });
  });

  it('are replaced one by one on the command line, where everything is text', () => {
    const context = { concurrency: '10', distributorHosts: '{"automatic":{"live":"https://a.example"}}' };
    expect(stage(settings, context)).toMatchObject({
      mailFrom: 'tracking@store.example',
      concurrency: 10,
      distributorHosts: context.distributorHosts,
    });
  });

  it.each(['@aws-cdk/core:bundlingDocker', 'aws:cdk:enable-path-metadata', 'availability-zones:account=1'])(
    'leave %s to the CDK',
    (name) => {
      expect(Object.keys(stage(settings, { [name]: true }))).not.toContain(name);
    },
  );

  it.each([
    ['an unknown name in the file', { ...settings, mailform: 'a@b.example' }, {}, 'mailform'],
    ['an unknown name on the command line', settings, { mailform: 'a@b.example' }, 'mailform'],
    ['a name that is missing', { ...settings, alarmsTo: undefined }, {}, 'alarmsTo'],
    ['fewer functions at once than AWS gives anybody', { ...settings, concurrency: 9 }, {}, 'concurrency'],
    ['a sender that is no address', { ...settings, mailFrom: 'nobody' }, {}, 'mailFrom'],
    ['docs that cannot be opened from a mail', { ...settings, docsUrl: 'docs' }, {}, 'docsUrl'],
    ['docs that anybody on the way can change', { ...settings, docsUrl: 'http://docs.store.example' }, {}, 'docsUrl'],
    ['hosts that are no JSON', settings, { distributorHosts: 'wps' }, 'distributorHosts'],
    [
      'a host of no distributor',
      { ...settings, distributorHosts: { acme: { live: 'https://a.example' } } },
      {},
      'acme',
    ],
    [
      'one host for both modes',
      { ...settings, distributorHosts: { automatic: { live: 'https://a.example', test: 'https://a.example' } } },
      {},
      'distributorHosts',
    ],
  ])('refuse %s, by its name', (_, file, context, named) => {
    expect(() => stage(file, context)).toThrow(named);
  });

  it('refuse a stage that has no file, and one that fits no name', () => {
    expect(() => readConfig({ stage: 'green' }, folder)).toThrow('infra/stages/green.json');
    expect(() => readConfig({ stage: '../prod' }, folder)).toThrow('There is no stage "../prod"');
  });
});

describe('the stages of the repository', () => {
  it.each(['dev', 'prod', 'local'])('%s is right as far as it is known', (name) => {
    expect(readConfig({ stage: name }).stage).toBe(name);
  });

  it('prod has what a month of work needs, and dev fits an account that is new', () => {
    const [prod, dev] = [readConfig({ stage: 'prod' }), readConfig({ stage: 'dev' })];
    expect(prod).toMatchObject({
      concurrency: 1000,
      canary: true,
      monthlyBudget: 500,
      retentionDays: 90,
    });
    expect(dev).toMatchObject({ concurrency: 10, monthlyBudget: 50 });
    // What is known of no repository is nobody's address.
    for (const stage of [prod, dev])
      expect(stage).toMatchObject({ mailFrom: '', alarmsTo: '', docsUrl: '', mailIdentity: 'existing' });
  });

  it('say what must be known before they are deployed: the docs, too, where somebody is woken by an alarm', () => {
    expect(missingSettings(readConfig({ stage: 'dev' }))).toEqual(['mailFrom', 'alarmsTo']);
    expect(missingSettings(readConfig({ stage: 'prod' }))).toEqual(['mailFrom', 'alarmsTo', 'docsUrl']);
    expect(missingSettings(stage(settings))).toEqual([]);
  });

  it('without a choice it is dev', () => {
    expect(readConfig({}).stage).toBe('dev');
  });
});

describe('docs/settings.md', () => {
  const [local = '', stages = ''] = readFileSync('docs/settings.md', 'utf8').split('## A stage');
  /** What stands in the first column of a table. */
  const named = (section: string) =>
    [...section.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );

  it('tells of every setting of a stage, and of no other', () => {
    expect(named(stages).toSorted()).toEqual(settingNames.toSorted());
  });

  it('tells of every variable that the local run reads, and of no other', () => {
    const code = globSync('infra/local/**/*.{ts,mjs}').map((file) => readFileSync(file, 'utf8'));
    const read = code.flatMap((text) => [...text.matchAll(/process\.env\.(\w+)/g)].map(([, name = '']) => name));
    // Of the machine and of npm, and what the run tells its own functions.
    const others = ['PATH', 'npm_lifecycle_event', 'WEBHOOK_LOOPBACK'];
    expect(named(local).toSorted()).toEqual([...new Set(read)].filter((name) => !others.includes(name)).toSorted());
  });

  it('gives the values of the repository’s stages as they are', () => {
    const shown = (value: unknown): string =>
      value === undefined || value === '{}' ? 'none' : value === '' ? 'to be filled in' : String(value);
    const [prod, dev] = ['prod', 'dev'].map(
      (name) => new Map<string, unknown>(Object.entries(readConfig({ stage: name }))),
    );
    for (const name of settingNames)
      expect(stages).toContain(`\n| \`${name}\` | ${shown(prod?.get(name))} | ${shown(dev?.get(name))} | `);
  });
});
