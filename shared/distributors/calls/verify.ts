import { verify as automatic } from '../automatic/verify.ts';
import type { Calls } from '../distributor.ts';
import { verify as partsUnlimited } from '../parts-unlimited/verify.ts';
import { verify as tuckerRocky } from '../tucker-rocky/verify.ts';
import { verify as wps } from '../wps/verify.ts';

/** How each of them is asked whether credentials work. */
export const verify: Calls<'verify'> = {
  'parts-unlimited': partsUnlimited,
  wps,
  'tucker-rocky': tuckerRocky,
  automatic,
};
