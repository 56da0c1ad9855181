import { describe, expect, it } from 'vitest';
import { mayReach, whyNoTarget } from '../../../shared/webhooks/address-guard.ts';

const deployed = { loopback: false };
const local = { loopback: true };

describe('an address', () => {
  it.each(['8.8.8.8', '52.94.236.248', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is of the public internet',
    (address) => {
      expect(mayReach(address, deployed)).toBe(true);
    },
  );

  it.each([
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.8.9.10'],
    ['loopback', '::1'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared', '100.64.0.1'],
    ['link-local, with the metadata', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['unique-local', 'fc00::1'],
    ['unique-local, with the metadata', 'fd00:ec2::254'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['protocol', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['benchmark', '198.18.0.1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, even a public one', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6, as it was once', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64, local', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::7f00:1'],
    ['documentation', '2001:db8::1'],
    ['given out to nobody', '4000::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('%s is refused: %s', (_, address) => {
    expect(mayReach(address, deployed)).toBe(false);
  });

  it('of this machine may be reached in the local run, and no other private one', () => {
    expect(mayReach('127.0.0.1', local)).toBe(true);
    expect(mayReach('::1', local)).toBe(true);
    expect(mayReach('10.0.0.1', local)).toBe(false);
    expect(mayReach('::ffff:127.0.0.1', local)).toBe(false);
    expect(mayReach('169.254.169.254', local)).toBe(false);
  });
});

describe('a URL', () => {
  it.each([
    'https://hooks.motohut.example/drop-ship',
    'https://hooks.motohut.example:8443/x?y=z',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s may be a target', (url) => {
    expect(whyNoTarget(url, deployed)).toBeNull();
  });

  it.each([
    'not a url',
    'http://hooks.motohut.example/',
    'ftp://hooks.motohut.example/',
    'javascript:alert(1)',
    'https://user:word@hooks.motohut.example/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://x.localhost/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'http://localhost/',
  ])('%s may not', (url) => {
    expect(whyNoTarget(url, deployed)).toEqual(expect.any(String));
  });

  it('of this machine may be a target in the local run, without TLS too', () => {
    expect(whyNoTarget('http://127.0.0.1:3000/_local/hook', local)).toBeNull();
    expect(whyNoTarget('http://localhost:3000/', local)).toBeNull();
    expect(whyNoTarget('http://[::1]:3000/', local)).toBeNull();
    expect(whyNoTarget('https://localhost/', local)).toBeNull();
    expect(whyNoTarget('http://hooks.motohut.example/', local)).toEqual(expect.any(String));
    expect(whyNoTarget('https://10.0.0.1/', local)).toEqual(expect.any(String));
  });
});
