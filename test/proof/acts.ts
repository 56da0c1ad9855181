import type { DistributorSlug } from '../../shared/domain/words.ts';
import { shipParcel } from './distributors.ts';
import type { ApiRequest, World } from './state.ts';

/** What the world does by itself: somebody calls the API, or a parcel leaves a distributor. */
export type Act =
  | { readonly do: 'request'; readonly request: ApiRequest }
  | {
      readonly do: 'ship';
      readonly slug: DistributorSlug;
      readonly poNumber: string;
      readonly parcel: { readonly carrier: string; readonly trackingNumber: string; readonly quantity?: number };
    };

/** An act that needs no function of ours. */
export const happen = (world: World, act: Exclude<Act, { do: 'request' }>): void =>
  shipParcel(world, act.slug, act.poNumber, act.parcel);

export const describeAct = (act: Act): string =>
  act.do === 'request'
    ? `${act.request.who} sends ${act.request.method} ${act.request.route}`
    : `${act.slug} ships ${act.parcel.trackingNumber} of ${act.poNumber}`;
