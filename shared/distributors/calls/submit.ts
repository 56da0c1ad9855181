import { submit as automatic } from '../automatic/place.ts';
import type { Calls } from '../distributor.ts';
import { submit as partsUnlimited } from '../parts-unlimited/place.ts';
import { submit as tuckerRocky } from '../tucker-rocky/place.ts';
import { submit as wps } from '../wps/place.ts';

/** How each of them is sent an order. */
export const submit: Calls<'submit'> = {
  'parts-unlimited': partsUnlimited,
  wps,
  'tucker-rocky': tuckerRocky,
  automatic,
};
