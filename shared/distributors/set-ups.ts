import type { SetUp } from '../domain/order/eligibility.ts';
import { type DistributorSlug, forEachDistributor } from '../domain/vocabulary.ts';
import type { Hosts } from './hosts.ts';
import { profiles } from './profiles.ts';

/** Every distributor with the hosts of this deployment. */
export const setUpsWith = (hosts: Hosts): Readonly<Record<DistributorSlug, SetUp>> =>
  forEachDistributor((slug) => ({ profile: profiles[slug].profile, hosts: hosts[slug] }));
