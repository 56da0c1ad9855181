import ipaddr from 'ipaddr.js';
import { invalid } from '../http/problem.ts';

/** Names that are looked up in somebody's own network. A single word (`localhost`, `intranet`) is one too. */
const ownNetwork = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/**
 * Whether a webhook may go there: over TLS, to a name or address of the public internet. What the name leads to is looked
 * at again by whoever sends. `allowLocal` (the local run only) lets loopback in, also without TLS.
 */
const isTarget = (url: URL, allowLocal: boolean): boolean => {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const address = ipaddr.isValid(host) ? ipaddr.process(host) : null;
  const isLoopback = address === null ? host === 'localhost' : address.range() === 'loopback';
  if (allowLocal && isLoopback) return true;
  if (url.protocol !== 'https:') return false;
  return address === null ? host.includes('.') && !ownNetwork.test(host) : address.range() === 'unicast';
};

/** 400 for a webhook URL that leads into a private network, or travels unencrypted. */
export const refuseTarget = (url: string, allowLocal: boolean): void => {
  if (isTarget(new URL(url), allowLocal)) return;
  throw invalid([{ pointer: '/webhook/url', detail: 'Must be an https:// URL of a host on the public internet.' }]);
};
