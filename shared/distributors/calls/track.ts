import { track as automatic } from '../automatic/track.ts';
import type { Calls } from '../distributor.ts';
import { track as partsUnlimited } from '../parts-unlimited/track.ts';
import { track as tuckerRocky } from '../tucker-rocky/track.ts';
import { track as wps } from '../wps/track.ts';

/** How each of them is asked for open orders. */
export const track: Calls<'track'> = { 'parts-unlimited': partsUnlimited, wps, 'tucker-rocky': tuckerRocky, automatic };
