import type { DistributorRequest } from './distributor.ts';

const withoutStops = (host: string): string => (host.endsWith('.') ? withoutStops(host.slice(0, -1)) : host);
const nameOf = ({ hostname }: URL): string => withoutStops(hostname);

const ipv4 = /^\d+(\.\d+){3}$/;
const isAddress = (host: string): boolean => host.startsWith('[') || ipv4.test(host);

/** Names of this machine. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (ipv4.test(host) && host.startsWith('127.'));

/**
 * Reads a distributor's base URL: TLS and a name, except on this machine; no query, no password. By its address one machine could stand
 * as two. Throws otherwise, naming no part of it.
 */
export const baseUrl = (host: string): URL => {
  if (!URL.canParse(host)) throw new TypeError('A distributor host is not a URL.');
  const url = new URL(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(nameOf(url))))
    throw new TypeError('A distributor host must be https (http only on this machine).');
  if (isAddress(nameOf(url)) && !isLoopback(nameOf(url)))
    throw new TypeError('A distributor host is a name, not an address.');
  if (url.search + url.hash + url.username + url.password !== '')
    throw new TypeError('A distributor host is a scheme, a name, a port and a path, nothing more.');
  while (url.pathname.length > 1 && url.pathname.endsWith('/')) url.pathname = url.pathname.slice(0, -1);
  return url;
};

/** The machine that answers, as the network tells it: a name with a full stop at its end, or another port of it, is the same. */
export const machineOf = (url: URL): string => (isLoopback(nameOf(url)) ? `this machine:${url.port}` : nameOf(url));

const pathShape = /^(?:\/[\w.~!$&'()*+,;=:@%-]+)*$/;

/** The URL of a request, or null when it would leave the base or cannot be written. */
export const addressOf = (base: URL, { path, query = [] }: DistributorRequest): URL | null => {
  if (!pathShape.test(path) || ![path, ...query.flat()].every((part) => part.isWellFormed())) return null;
  const root = base.pathname === '/' ? '' : base.pathname;
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const url = new URL(`${base.origin}${root}${path}${search && `?${search}`}`);
  const wanted = `${root}${path}` || '/';
  return url.origin === base.origin && url.pathname === wanted ? url : null;
};
