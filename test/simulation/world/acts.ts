import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { changeQuantity, enterAnew, shipParcel, takeParcelBack } from './distributors.ts';
import { returnMail } from './returned-mail.ts';
import type { ApiRequest, IllTold, World } from './state.ts';

/** What the world does by itself: somebody calls the API, or a parcel leaves a distributor. */
export type Act =
  | { readonly do: 'request'; readonly request: ApiRequest }
  | { readonly do: 'outage'; readonly slug: DistributorSlug; readonly hours: number }
  | { readonly do: 'tell-ill'; readonly slug: DistributorSlug; readonly told: IllTold }
  /** Somebody at the distributor changes an order, or takes back the number of a parcel. */
  | { readonly do: 'change'; readonly slug: DistributorSlug; readonly poNumber: string; readonly quantity: number }
  /** SES tells of the last mail to this address: it came back, or its reader does not want it. */
  | { readonly do: 'return-mail'; readonly to: string; readonly how: 'bounced' | 'unwanted' }
  | { readonly do: 'enter-anew'; readonly slug: DistributorSlug; readonly poNumber: string }
  | {
      readonly do: 'unship';
      readonly slug: DistributorSlug;
      readonly poNumber: string;
      readonly trackingNumber: string;
    }
  | {
      readonly do: 'ship';
      readonly slug: DistributorSlug;
      readonly poNumber: string;
      readonly parcel: { readonly carrier: string; readonly trackingNumber: string; readonly quantity?: number };
    };

/** An act that needs no function of ours. */
export const happen = (world: World, act: Exclude<Act, { do: 'request' }>): void => {
  if (act.do === 'ship') shipParcel(world, act.slug, act.poNumber, act.parcel);
  else if (act.do === 'change') changeQuantity(world, act.slug, act.poNumber, act.quantity);
  else if (act.do === 'enter-anew') enterAnew(world, act.slug, act.poNumber);
  else if (act.do === 'return-mail') returnMail(world, act.to, act.how);
  else if (act.do === 'unship') takeParcelBack(world, act.slug, act.poNumber, act.trackingNumber);
  else if (act.do === 'tell-ill') world.illTold = { ...world.illTold, [act.slug]: act.told };
  else world.outages = { ...world.outages, [act.slug]: world.now + act.hours * 3_600_000 };
};

export const describeAct = (act: Act): string => {
  switch (act.do) {
    case 'request':
      return `${act.request.who} sends ${act.request.method} ${act.request.route}`;
    case 'outage':
      return `${act.slug} is down for ${act.hours} hours`;
    case 'enter-anew':
      return `${act.slug} enters ${act.poNumber} anew`;
    case 'tell-ill':
      return `${act.slug} tells of ${act.told.poNumber} as ${act.told.as}`;
    case 'return-mail':
      return `SES tells that the mail to ${act.to} is ${act.how}`;
    case 'change':
      return `${act.slug} changes the quantity of ${act.poNumber} to ${act.quantity}`;
    case 'unship':
      return `${act.slug} takes ${act.trackingNumber} of ${act.poNumber} back`;
    case 'ship':
      return `${act.slug} ships ${act.parcel.trackingNumber} of ${act.poNumber}`;
  }
};
