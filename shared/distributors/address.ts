import type { DistributorRequest } from './distributor.ts';

/** Names of this machine. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);

/** Reads a distributor's base URL: TLS only, except on this machine; no query, no password. Throws otherwise, naming no part of it. */
export const baseUrl = (host: string): URL => {
  if (!URL.canParse(host)) throw new TypeError('A distributor host is not a URL.');
  const url = new URL(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new TypeError('A distributor host must be https (http only on this machine).');
  if (url.search + url.hash + url.username + url.password !== '')
    throw new TypeError('A distributor host is a scheme, a name, a port and a path, nothing more.');
  while (url.pathname.length > 1 && url.pathname.endsWith('/')) url.pathname = url.pathname.slice(0, -1);
  return url;
};

/** The machine that answers, as the network tells it: a name with a full stop at its end, or another port of it, is the same. */
export const machineOf = (url: URL): string =>
  isLoopback(url) ? `this machine:${url.port}` : withoutStops(url.hostname);

const withoutStops = (host: string): string => (host.endsWith('.') ? withoutStops(host.slice(0, -1)) : host);

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
