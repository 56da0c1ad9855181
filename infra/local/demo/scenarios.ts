import { home } from '../../../shared/contract/examples.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';

/** What differs from distributor to distributor in the story. */
export type Scenario = {
  readonly distributor: DistributorSlug;
  readonly name: string;
  readonly partNumber: string;
  readonly title: string;
  /** An address that this distributor cannot take, and the field that says so. */
  readonly tooLong: { readonly field: 'city' | 'name'; readonly value: string };
  readonly trackingNumber: string;
};

export const scenarios: readonly Scenario[] = [
  {
    distributor: 'parts-unlimited',
    name: 'Parts Unlimited',
    partNumber: '0101-3337',
    title: 'Helmet, matte black',
    tooLong: { field: 'name', value: 'Adalbertina Wolfeschlegelsteinhausenbergerdorff-Montgomery-Smythe' },
    trackingNumber: '1Z999AA10123456784',
  },
  {
    distributor: 'wps',
    name: 'WPS',
    partNumber: '26-1772',
    title: 'Oil filter',
    tooLong: { field: 'city', value: 'Rancho Santa Margarita' },
    trackingNumber: '9400111202555842332669',
  },
  {
    distributor: 'tucker-rocky',
    name: 'Tucker Rocky',
    partNumber: '160942',
    title: 'Chain kit',
    tooLong: { field: 'name', value: 'Adalbertina Wolfeschlegelsteinhausenbergerdorff-Montgomery-Smythe' },
    trackingNumber: '1Z879E930346834440',
  },
  {
    distributor: 'automatic',
    name: 'Automatic',
    partNumber: '45-1120',
    title: 'Brake pads',
    tooLong: { field: 'name', value: 'Adalbertina Wolfeschlegelsteinhausenbergerdorff-Montgomery-Smythe' },
    trackingNumber: '986578788855',
  },
];

/** An order of three kinds of item; only the aftermarket part can be drop-shipped. */
export const orderOf = (scenario: Scenario, partNumber: string) => {
  const item = (itemId: string, catalog: string, title: string) => ({
    itemId,
    sku: `${scenario.distributor}-${itemId}`,
    title,
    quantity: 1,
    catalog,
    markedForDropShip: true,
    distributorParts: [{ distributor: scenario.distributor, partNumber }],
  });
  return {
    status: 'New',
    placedAt: '2026-11-20T17:03:00Z',
    customer: { name: 'Ada Rider', email: 'ada@example.com' },
    shipTo: home,
    items: [
      item('1', 'aftermarket', scenario.title),
      item('2', 'oem', 'Fender, original'),
      item('3', 'private-label', 'Shop shirt'),
    ],
  };
};
