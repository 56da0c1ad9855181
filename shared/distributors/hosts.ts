import * as v from 'valibot';
import { type DistributorSlug, distributorSlugs, forEachDistributor, type Mode } from '../domain/vocabulary.ts';
import { baseUrl, machineOf } from './address.ts';
import { profiles } from './profiles.ts';

const bothModes = v.optional(v.strictObject({ live: v.optional(v.string()), test: v.optional(v.string()) }));

/** Hosts to be asked in place of the known ones, by distributor and mode. */
export const HostOverrides = v.strictObject(v.entriesFromList(distributorSlugs, bothModes));
export type HostOverrides = v.InferOutput<typeof HostOverrides>;

/** The host of every distributor and mode; null = none is known. */
export type Hosts = Readonly<Record<DistributorSlug, Readonly<Record<Mode, string | null>>>>;

/**
 * The hosts to be asked. Throws where one is not fit, or where a test host is a live one, also one that a setting replaces: a test order
 * must never reach a live host.
 */
export const hostsWith = (overrides: HostOverrides): Hosts => {
  const hosts: Hosts = forEachDistributor((slug) => hostsOf(slug, overrides[slug]));
  const known: Hosts = forEachDistributor((slug) => profiles[slug].profile.hosts);
  const live = [...machinesIn(hosts, 'live'), ...machinesIn(known, 'live')];
  if (machinesIn(hosts, 'test').some((machine) => live.includes(machine)))
    throw new Error('A distributor host is set for both live and test: a test order could buy.');
  return hosts;
};

type Override = { readonly live?: string | undefined; readonly test?: string | undefined } | undefined;

const hostsOf = (slug: DistributorSlug, override: Override): Hosts[DistributorSlug] => {
  const { hosts, offersTestMode } = profiles[slug].profile;
  if (override?.test !== undefined && !offersTestMode)
    throw new Error(`A distributor host is set for tests of ${slug}, which offers no test mode.`);
  return { live: override?.live ?? hosts.live, test: offersTestMode ? (override?.test ?? hosts.test) : null };
};

/** Compared as the network does: two paths or ports of one host, or two spellings of its name, are no wall. Throws on an unfit host. */
const machinesIn = (hosts: Hosts, mode: Mode): readonly string[] =>
  distributorSlugs.flatMap((slug) => {
    const host = hosts[slug][mode];
    return host === null ? [] : machineOf(baseUrl(host));
  });

/** The host to ask, or null when none is known for this mode. */
export const hostFor = (hosts: Hosts, slug: DistributorSlug, mode: Mode): string | null => hosts[slug][mode];
