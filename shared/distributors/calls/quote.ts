import { quote as automatic } from '../automatic/offer.ts';
import type { Calls } from '../distributor.ts';
import { quote as partsUnlimited } from '../parts-unlimited/offer.ts';
import { quote as tuckerRocky } from '../tucker-rocky/offer.ts';
import { quote as wps } from '../wps/offer.ts';

/** How each of them is asked for a part's stock and price. */
export const quote: Calls<'quote'> = { 'parts-unlimited': partsUnlimited, wps, 'tucker-rocky': tuckerRocky, automatic };
