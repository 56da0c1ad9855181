import type { SetUp } from '../domain/eligibility.ts';
import type { DistributorSlug } from '../domain/words.ts';
import { distributors } from './all.ts';
import type { Hosts } from './hosts.ts';

/** Every distributor with the hosts of this deployment. */
export const setUpsWith = (hosts: Hosts): Readonly<Record<DistributorSlug, SetUp>> => ({
  'parts-unlimited': { profile: distributors['parts-unlimited'].profile, hosts: hosts['parts-unlimited'] },
  wps: { profile: distributors.wps.profile, hosts: hosts.wps },
  'tucker-rocky': { profile: distributors['tucker-rocky'].profile, hosts: hosts['tucker-rocky'] },
  automatic: { profile: distributors.automatic.profile, hosts: hosts.automatic },
});
