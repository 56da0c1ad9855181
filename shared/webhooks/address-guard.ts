import ipaddr from 'ipaddr.js';

/** Where webhooks may go. `loopback` is for the local run only: this machine itself, and there without TLS. */
export type GuardOptions = { readonly loopback: boolean };

/** All of the internet that is given out in IPv6; everything else there has a purpose of its own. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (where clouds keep their metadata),
 * unique-local, shared, reserved, multicast or unspecified, and not an IPv4 address in the clothes of IPv6.
 */
export const mayReach = (address: string, { loopback }: GuardOptions): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (loopback && parsed.range() === 'loopback') return true;
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast));
};

/** Why a URL cannot be a webhook's; null when it can, as far as can be seen without asking for its addresses. */
export const whyNoTarget = (text: string, options: GuardOptions): string | null => {
  if (!URL.canParse(text)) return 'It is not a URL.';
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') return 'It must not hold a name or a password.';
  if (options.loopback && isThisMachine(host) && url.protocol === 'http:') return null;
  if (url.protocol !== 'https:') return 'It must begin with https://.';
  if (ipaddr.isValid(host)) return mayReach(host, options) ? null : 'It must be an address of the public internet.';
  return isThisMachine(host) && !options.loopback ? 'It must be an address of the public internet.' : null;
};

/** The host as it is resolved: an IPv6 address without its brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const isThisMachine = (host: string): boolean =>
  /(^|\.)localhost\.?$/.test(host) || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');
