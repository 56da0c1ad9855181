import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { HostOverrides, hostFor, hostsWith } from '../../../shared/distributors/hosts.ts';

const read = (json: unknown) => hostsWith(v.parse(HostOverrides, json));

describe('hosts', () => {
  test('the known ones are the defaults; Automatic has none, and WPS none for tests', () => {
    const hosts = read({});
    expect(hostFor(hosts, 'parts-unlimited', 'live')).toBe('https://api.parts-unlimited.com/api');
    expect(hostFor(hosts, 'parts-unlimited', 'test')).toBe('https://stage-api.lemansplatform.com/api');
    expect(hostFor(hosts, 'wps', 'live')).toBe('https://api.wps-inc.com');
    expect(hostFor(hosts, 'tucker-rocky', 'live')).toBe('https://api.tucker.com/bin/trws');
    expect(hostFor(hosts, 'tucker-rocky', 'test')).toBe('https://apitest.tucker.com/bin/trws');
    expect([
      hostFor(hosts, 'wps', 'test'),
      hostFor(hosts, 'automatic', 'live'),
      hostFor(hosts, 'automatic', 'test'),
    ]).toEqual([null, null, null]);
  });

  test('a setting replaces one and leaves the others', () => {
    const hosts = read({
      automatic: { live: 'https://api.autodist.example' },
      'tucker-rocky': { test: 'http://127.0.0.1:4003/bin/trws' },
    });
    expect(hosts.automatic).toEqual({ live: 'https://api.autodist.example', test: null });
    expect(hosts['tucker-rocky']).toEqual({
      live: 'https://api.tucker.com/bin/trws',
      test: 'http://127.0.0.1:4003/bin/trws',
    });
  });

  test.each([
    ['of one distributor', { automatic: { live: 'https://a.example', test: 'https://a.example' } }],
    ['by another path', { automatic: { live: 'https://a.example/live', test: 'https://a.example/test' } }],
    ['in another case', { automatic: { live: 'https://a.example', test: 'https://A.EXAMPLE:443/' } }],
    ['with a full stop at its end', { automatic: { live: 'https://a.example', test: 'https://a.example.' } }],
    ['at another port', { automatic: { live: 'https://a.example', test: 'https://a.example:8443' } }],
    ['of this machine', { automatic: { live: 'http://127.0.0.1:4004', test: 'http://localhost:4004' } }],
    [
      'of this machine, with a full stop',
      { automatic: { live: 'http://127.0.0.1:4004', test: 'http://localhost.:4004' } },
    ],
    ['of two distributors', { automatic: { test: 'https://api.wps-inc.com' } }],
    [
      'that a setting replaces for live orders',
      { 'tucker-rocky': { live: 'https://tucker.example', test: 'https://api.tucker.com/bin/trws' } },
    ],
  ])('the same host in both modes stops the start, %s', (_, json) => {
    expect(() => read(json)).toThrow('both live and test');
  });

  test.each([
    'http://api.example.com',
    'nonsense',
    'https://api.example.com?x=1',
    'http://localhost.evil.example',
    'https://203.0.113.7',
    'https://0xcb.0.0x71.7',
    'https://[2001:db8::7]',
    'https://[::ffff:127.0.0.1]',
    'https://0.0.0.0',
  ])('an unfit host stops the start: %s', (live) => {
    expect(() => read({ automatic: { live } })).toThrow(/^A distributor host/);
  });

  test('a test host of a distributor that offers no test mode stops the start', () => {
    expect(() => read({ wps: { test: 'https://test.wps.example' } })).toThrow('offers no test mode');
  });

  test.each([{ helmet: {} }, { wps: { live: 7 } }])('what is not known is refused: %j', (json) => {
    expect(v.safeParse(HostOverrides, json).success).toBe(false);
  });
});
