import type { Profile } from '../domain/profile.ts';
import type { DistributorSlug } from '../domain/vocabulary.ts';
import { automaticProfile } from './profiles/automatic.ts';
import { partsUnlimitedProfile } from './profiles/parts-unlimited.ts';
import { tuckerRockyProfile } from './profiles/tucker-rocky.ts';
import { wpsProfile } from './profiles/wps.ts';

/** What each distributor is, for the functions that never ask one: the adapters are four times as long as all the rest. */
export const profiles: Readonly<Record<DistributorSlug, { readonly profile: Profile }>> = {
  'parts-unlimited': { profile: partsUnlimitedProfile },
  wps: { profile: wpsProfile },
  'tucker-rocky': { profile: tuckerRockyProfile },
  automatic: { profile: automaticProfile },
};
