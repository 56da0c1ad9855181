import { expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';

const read = (given: Record<string, unknown>) => () => readConfig((name) => given[name]);

it('needs nothing: every setting has a default', () => {
  expect(read({})()).toMatchObject({ stage: 'dev', distributorHosts: '{}', logLevel: 'INFO' });
});

it.each([
  ['a stage that fits no name', { stage: 'Production!' }],
  ['a sender that is no address', { mailFrom: 'nobody' }],
  ['hosts that are no JSON', { distributorHosts: 'wps' }],
  ['a host of no distributor', { distributorHosts: '{"acme":{"live":"https://a.example"}}' }],
  [
    'one host for both modes',
    { distributorHosts: '{"automatic":{"live":"https://a.example","test":"https://a.example"}}' },
  ],
])('refuses %s', (_, given) => {
  expect(read(given)).toThrow();
});
