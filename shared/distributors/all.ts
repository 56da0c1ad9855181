import type { DistributorSlug } from '../domain/vocabulary.ts';
import { automatic } from './automatic/automatic.ts';
import type { Adapter } from './distributor.ts';
import { partsUnlimited } from './parts-unlimited/parts-unlimited.ts';
import { tuckerRocky } from './tucker-rocky/tucker-rocky.ts';
import { wps } from './wps/wps.ts';

/** Every distributor that there is. A fifth is one adapter and one line here. */
export const distributors: Readonly<Record<DistributorSlug, Adapter>> = {
  'parts-unlimited': partsUnlimited,
  wps,
  'tucker-rocky': tuckerRocky,
  automatic,
};
