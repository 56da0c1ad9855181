import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';

/** An order of the rehearsal, and how its distributor goes wrong at its submission. */
export type Rehearsed = {
  readonly orderId: string;
  readonly distributor: DistributorSlug;
  readonly fault?: 'rate-limit' | 'timeout-after' | 'timeout-before';
};

const before: readonly Rehearsed[] = [
  { orderId: '9001', distributor: 'wps' },
  { orderId: '9002', distributor: 'automatic', fault: 'rate-limit' },
];

const after: readonly Rehearsed[] = [
  { orderId: '9101', distributor: 'wps' },
  { orderId: '9102', distributor: 'parts-unlimited' },
  { orderId: '9103', distributor: 'tucker-rocky' },
  { orderId: '9105', distributor: 'wps', fault: 'timeout-after' },
  { orderId: '9106', distributor: 'parts-unlimited', fault: 'timeout-before' },
  { orderId: '9104', distributor: 'automatic' },
];

/** Placed before the table is saved, and after. All of the later ones are forgotten; of the earlier ones one is believed unsent, and is taken later. */
export const orders = { before, after, expectedToReconcile: after.length + 1, takenLater: 'automatic 9002-1' };

/** As the webstore sends it. */
export const orderBody = ({ orderId, distributor }: Rehearsed) => ({
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: { name: 'Ada Rider', line1: '1 Main St', city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' },
  items: [
    {
      itemId: '1',
      sku: `SKU-${orderId}`,
      title: 'Oil filter',
      quantity: 1,
      catalog: 'aftermarket',
      distributorParts: [{ distributor, partNumber: '26-1772' }],
    },
  ],
});
