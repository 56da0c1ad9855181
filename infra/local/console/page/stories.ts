/** What is played on a click: an order with one item, and what befalls it. */
export type Story = {
  readonly title: string;
  /** What there is to see. */
  readonly says: string;
  /** The first order of it; each further one is ten higher. */
  readonly firstOrder: number;
  readonly distributor: string;
  readonly item: {
    readonly sku: string;
    readonly title: string;
    readonly quantity: number;
    readonly catalog: string;
    readonly partNumber: string;
  };
  readonly customer: { readonly name: string; readonly email: string };
  readonly shipTo: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
  /** The distributor takes the order, and its answer never arrives. */
  readonly losesAnswer?: true;
  /** Each parcel with this many pieces. */
  readonly parcels: readonly number[];
};

const item = (title: string, partNumber: string, quantity = 1, catalog = 'aftermarket') => ({
  sku: `MS-${partNumber}`,
  title,
  quantity,
  catalog,
  partNumber,
});

export const stories: readonly Story[] = [
  {
    title: 'It works',
    says: 'Parts Unlimited says yes within a second and ships one parcel.',
    firstOrder: 1001,
    distributor: 'parts-unlimited',
    item: item('Helmet, matte black', '0101-3337'),
    customer: { name: 'Ada Rider', email: 'ada@example.com' },
    shipTo: { line1: '1 Main St', city: 'Boise', state: 'ID', postalCode: '83702' },
    parcels: [1],
  },
  {
    title: 'An original part',
    says: 'Only aftermarket parts are drop-shipped: the dialog says so, and who can mend it.',
    firstOrder: 1002,
    distributor: 'wps',
    item: item('Fender, original', '87-5520', 1, 'oem'),
    customer: { name: 'Bo Miles', email: 'bo@example.com' },
    shipTo: { line1: '22 Canyon Rd', city: 'Moab', state: 'UT', postalCode: '84532' },
    parcels: [],
  },
  {
    title: 'The distributor says no',
    says: 'Tucker Rocky does not know the part: its words are shown, and the item is free again.',
    firstOrder: 1003,
    distributor: 'tucker-rocky',
    item: item('Oil filter', 'UNKNOWN-160942'),
    customer: { name: 'Cleo Park', email: 'cleo@example.com' },
    shipTo: { line1: '7 Lake Ave', city: 'Duluth', state: 'MN', postalCode: '55802' },
    parcels: [],
  },
  {
    title: 'The answer is lost',
    says: 'WPS takes the order, and nobody hears of it. Ordered or not? It is looked up; only one order ever exists.',
    firstOrder: 1004,
    distributor: 'wps',
    item: item('Chain kit', '19-0411'),
    customer: { name: 'Dev Santos', email: 'dev@example.com' },
    shipTo: { line1: '410 Palm Ct', city: 'Tampa', state: 'FL', postalCode: '33602' },
    losesAnswer: true,
    parcels: [1],
  },
  {
    title: 'Two parcels',
    says: 'Automatic ships from two warehouses: one mail tells the customer of both parcels.',
    firstOrder: 1005,
    distributor: 'automatic',
    item: item('Brake pads', 'SPLIT-45-1120', 2),
    customer: { name: 'Eve Okafor', email: 'eve@example.com' },
    shipTo: { line1: '95 Harbor Way', city: 'Portland', state: 'ME', postalCode: '04101' },
    parcels: [1, 1],
  },
];

/** The order's story, by its number. */
export const storyOf = (orderId: string): Story | undefined =>
  stories.find(({ firstOrder }) => Number(orderId) >= firstOrder && (Number(orderId) - firstOrder) % 10 === 0);

/** The body of the webstore's PUT. */
export const orderBody = ({ item, distributor, customer, shipTo }: Story, orderId: string, placedAt: string) => ({
  displayNumber: `MS-${orderId}`,
  status: 'New',
  placedAt,
  customer,
  shipTo: { name: customer.name, ...shipTo, country: 'US' },
  items: [
    {
      itemId: '1',
      sku: item.sku,
      title: item.title,
      quantity: item.quantity,
      catalog: item.catalog,
      markedForDropShip: true,
      distributorParts: [{ distributor, partNumber: item.partNumber }],
    },
  ],
});

/** A UPS number of this order's parcel, its check digit right. */
export const trackingNumber = (orderId: string, parcel: number): string => {
  const body = `999AA101${orderId.padStart(5, '0').slice(-5)}${String(parcel).padStart(2, '0')}`;
  const values = [...body].map((character) =>
    /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10,
  );
  const sum = values.reduce((total, value, place) => total + value * (place % 2 === 0 ? 1 : 2), 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
};
