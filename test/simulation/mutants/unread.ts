import { inFile, type Mutant } from './mutant.ts';

const inPartAt = (slug: string) => `an order of ${slug} of which a part cannot be read for three days`;
const inPart = inPartAt('wps');
const news = inFile('shared/domain/purchase-order/tracking-news.ts');

/** Guards of answers of which a part cannot be read. */
export const unreadMutants: readonly Mutant[] = [
  news(
    'what stands where nothing can be read is gone',
    'isPartial ? [...news.parcels, ...untold(po.shipments, news.parcels)] : news.parcels',
    'isPartial && now < 0 ? untold(po.shipments, news.parcels) : news.parcels',
    0,
    inPart,
  ),
  news(
    'of what cannot be read for days nobody hears',
    'return isLasting && po.attention === null',
    'return isLasting && now < 0 && po.attention === null',
    0,
    inPart,
  ),
  inFile('shared/tracking/record.ts')(
    'what cannot be read is looked at once',
    'lines.length === 0 && isPartial !== true ? 0',
    'lines.length === 0 ? 0',
    0,
    inPart,
  ),
  inFile('shared/distributors/parts-unlimited/orders.ts')(
    'a shipment of Parts Unlimited that cannot be read is none',
    'itemsOf(read(Sent, line)?.shipped).every(isShipmentRead)',
    'itemsOf(read(Sent, line)?.shipped).length >= 0',
    0,
    inPartAt('parts-unlimited'),
  ),
  inFile('shared/distributors/tucker-rocky/track.ts')(
    'a parcel of Tucker Rocky that cannot be read is none',
    'every(({ trackingnumbers }) => trackingnumbers.areRead)',
    'every(({ trackingnumbers }) => trackingnumbers.parcels.length >= 0)',
    0,
    inPartAt('tucker-rocky'),
  ),
  inFile('shared/distributors/automatic/track.ts')(
    'a parcel of Automatic that cannot be read is none',
    'every(({ trackingnumbers }) => trackingnumbers.areRead)',
    'every(({ trackingnumbers }) => trackingnumbers.parcels.length >= 0)',
    0,
    inPartAt('automatic'),
  ),
  inFile('shared/domain/purchase-order/erased.ts')(
    'what goes elsewhere is taken for an erased customer’s',
    "...(po.state === 'accepted' ? {} : { postalCodeHash: null }),",
    'postalCodeHash: null,',
    0,
    'an order under our number at wps that goes elsewhere, when the customer is erased',
  ),
];
