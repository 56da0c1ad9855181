import type { Distributors } from './distributor.ts';
import { automaticProfile } from './profiles/automatic.ts';
import { partsUnlimitedProfile } from './profiles/parts-unlimited.ts';
import { tuckerRockyProfile } from './profiles/tucker-rocky.ts';
import { wpsProfile } from './profiles/wps.ts';

/** What each distributor is, for the functions that never ask one: the adapters are four times as long as all the rest. */
export const profiles: Distributors<never> = {
  'parts-unlimited': { profile: partsUnlimitedProfile },
  wps: { profile: wpsProfile },
  'tucker-rocky': { profile: tuckerRockyProfile },
  automatic: { profile: automaticProfile },
};
