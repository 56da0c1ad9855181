import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endUndecided } from '../../shared/domain/purchase-order/outcome.ts';
import { monday, poRow } from '../shared/notices/world.ts';
import { synthesized } from './synthesized.ts';

const prod = synthesized('prod');
const stacks = ['drop-ship-prod', 'drop-ship-prod-data'];
/** Every name that AWS knows something of the stage by. */
const names = new Set(
  [prod.ofData, prod.ofService].flatMap((template) =>
    Object.values<{ Properties?: object }>(template.toJSON().Resources).flatMap(({ Properties = {} }) =>
      Object.entries(Properties).flatMap(([property, value]) =>
        property.endsWith('Name') && typeof value === 'string'
          ? [value.replace(/^\/aws\/(lambda|vendedlogs\/apis)\//, '')]
          : [],
      ),
    ),
  ),
);
const outputs = [prod.ofData, prod.ofService].flatMap((template) => Object.keys(template.toJSON().Outputs ?? {}));
const queries = Object.values(prod.ofService.findResources('AWS::Logs::QueryDefinition')).map(({ Properties }) =>
  String(Properties.Name).replace('drop-ship-prod/', ''),
);

const pages = [...globSync('docs/runbook/*.md'), 'docs/first-hour.md', 'docs/first-deployment.md'];
const all = pages.map(
  (page) => [basename(page), readFileSync(page, 'utf8').replaceAll('drop-ship-$STAGE', 'drop-ship-prod')] as const,
);

describe.each(all)('%s', (page, text) => {
  it('names nothing that the stage does not have', () => {
    const said = [...text.matchAll(/\bdrop-ship-prod(?:-[a-z]+)*\b(?![-/]?[A-Z$…<])/g)].map(([name]) => name);
    expect(said.filter((name) => !names.has(name) && !stacks.includes(name))).toEqual([]);
  });

  it('speaks of outputs that there are', () => {
    const said = [...text.matchAll(/outputs? `(\w+)`|OutputKey=='(\w+)'/g)].map(([, one, other]) => one ?? other ?? '');
    expect(said.filter((name) => !outputs.includes(name) && !/^(dkim\d|bouncedomain)$/.test(name))).toEqual([]);
  });

  it('speaks of saved queries that there are', () => {
    const said = [...text.matchAll(/saved quer(?:y|ies) \*([^*]+)\*|\*(Which [^*]+)\* is a saved query/g)].map(
      ([, one, other]) => (one ?? other ?? '').replaceAll(/\s+/g, ' '),
    );
    for (const each of said) expect(queries.some((name) => name.startsWith(each))).toBe(true);
  });

  it('begins with who is hurt, where an alarm leads to it', () => {
    const rings = JSON.stringify(prod.ofService.findResources('AWS::CloudWatch::Alarm')).includes(`runbook/${page}`);
    if (rings && page !== 'README.md') expect(text).toMatch(/^# .+\n\n\*\*Who is hurt\*\*/);
  });
});

it('what is sent back is not deleted in the same breath', () => {
  const blocks = all.flatMap(([, text]) => [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? ''));
  expect(blocks.filter((block) => block.includes('start-message-move-task')).length).toBeGreaterThan(0);
  expect(blocks.filter((block) => /start-message-move-task[\s\S]*purge-queue/.test(block))).toEqual([]);
});

it('the page that stops a distributor quotes what a store is told a day later', () => {
  const claimed = poRow({
    state: 'claimed',
    sends: 0,
    acceptedAt: null,
    tracking: null,
    progress: 'none',
    shipments: [],
  });
  const { refusal } = endUndecided(claimed, monday);
  expect(refusal).toMatchObject({ code: 'other', by: 'service' });
  expect(readFileSync('docs/runbook/stop-a-distributor.md', 'utf8')).toContain(`"${refusal?.message}"`);
});
