import { find as automatic } from '../automatic/look-up.ts';
import type { Calls } from '../distributor.ts';
import { find as partsUnlimited } from '../parts-unlimited/look-up.ts';
import { find as tuckerRocky } from '../tucker-rocky/look-up.ts';
import { find as wps } from '../wps/look-up.ts';

/** How each of them is asked for an order by its number. */
export const find: Calls<'find'> = { 'parts-unlimited': partsUnlimited, wps, 'tucker-rocky': tuckerRocky, automatic };
