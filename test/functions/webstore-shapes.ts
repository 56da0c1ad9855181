/**
 * Orders in the shapes in which four common webstores hand them out (fields and oddities as their documentation names them, values our
 * own), each mapped by the few lines that its backend would have: nothing of what they hold has to be repaired before it is sent.
 */
const named = (...words: readonly (string | null | undefined)[]) => words.filter((word) => word).join(' ');
const item = (
  itemId: number | string,
  title: string,
  quantity: number,
  sku: string | null,
  partNumber = '26-1772',
) => ({
  itemId: String(itemId),
  title,
  quantity,
  sku,
  catalog: 'aftermarket',
  distributorParts: sku ? [{ distributor: 'wps', partNumber }] : [],
});

// Shopify: ids are numbers, most fields of an address may be null, what was refunded stays in the order.
export const shopify = {
  id: 5_678_901_234_567,
  name: '#1042',
  created_at: '2026-11-20T12:03:00-05:00',
  cancelled_at: null,
  email: '',
  shipping_address: {
    first_name: null,
    last_name: 'Rider 🏍️',
    company: 'Ada’s Moto Übersee GmbH & Co. KG',
    address1: 'PSC 473 Box 12',
    address2: null,
    city: 'FPO',
    province_code: 'AP',
    zip: '96349',
    country_code: 'US',
    phone: '+1 (208) 555-0134 ext. 12',
  },
  line_items: [
    { id: 11, title: 'Oil filter', current_quantity: 2, sku: 'WPS-26-1772' },
    { id: 12, title: 'Gift card', current_quantity: 0, sku: null },
  ],
};
export const fromShopify = ({ shipping_address: to, ...order }: typeof shopify) => ({
  displayNumber: order.name,
  status: order.cancelled_at === null ? 'New' : 'Cancelled',
  placedAt: order.created_at,
  customer: { name: named(to.first_name, to.last_name), email: order.email },
  shipTo: {
    name: named(to.first_name, to.last_name),
    company: to.company,
    line1: to.address1,
    line2: to.address2,
    city: to.city,
    state: to.province_code,
    postalCode: to.zip,
    country: to.country_code,
    phone: to.phone,
  },
  items: order.line_items.map((line) => item(line.id, line.title, line.current_quantity, line.sku)),
});

// WooCommerce: empty texts instead of null, times without an offset, no shipping address where the order has nothing to ship.
const nowhere = { first_name: '', last_name: '', company: '', address_1: '', address_2: '', city: '', state: '' };
export const woo = {
  id: 897,
  number: 'GB-897',
  status: 'processing',
  date_created_gmt: '2026-11-20T17:03:00',
  billing: { first_name: 'ADA RIDER', last_name: '', email: 'ada+shop@example.com', phone: '' },
  shipping: { ...nowhere, postcode: '', country: '', phone: '' },
  line_items: [{ id: 1, name: '', quantity: 1, sku: 'WPS-26-1772' }],
};
export const fromWoo = ({ billing, shipping: to, ...order }: typeof woo) => ({
  displayNumber: order.number,
  status: order.status === 'cancelled' ? 'Cancelled' : 'New',
  placedAt: `${order.date_created_gmt}Z`,
  customer: { name: named(billing.first_name, billing.last_name), email: billing.email },
  shipTo: {
    name: named(to.first_name, to.last_name),
    company: to.company,
    line1: to.address_1,
    line2: to.address_2,
    city: to.city,
    state: to.state,
    postalCode: to.postcode,
    country: to.country,
    phone: to.phone,
  },
  items: order.line_items.map((line) => item(line.id, line.name, line.quantity, line.sku)),
});

// BigCommerce: times as mails have them, states and countries by name, addresses beside the order (here the country's name is sent).
export const bigCommerce = {
  id: 100,
  status: 'Awaiting Fulfillment',
  date_created: 'Fri, 20 Nov 2026 17:03:00 +0000',
  products: [{ id: 16, name: 'Chain\u00a0kit 520 × 120', quantity: 1, sku: 'KIT/520-120' }],
  address: {
    first_name: 'Ada',
    last_name: '',
    company: '',
    street_1: 'Box 7, R.R. #2',
    street_2: '',
    city: 'Saint-Jean-sur-Richelieu',
    zip: 'J2X 1A1',
    state: 'Quebec',
    country: 'Canada',
    email: 'ada@example.com',
    phone: '0',
  },
};
export const fromBigCommerce = ({ address: to, ...order }: typeof bigCommerce) => ({
  status: 'New',
  placedAt: new Date(order.date_created).toISOString(),
  customer: { name: named(to.first_name, to.last_name), email: to.email },
  shipTo: {
    name: named(to.first_name, to.last_name),
    company: to.company,
    line1: to.street_1,
    line2: to.street_2,
    city: to.city,
    state: to.state,
    postalCode: to.zip,
    country: to.country,
    phone: to.phone,
  },
  items: order.products.map((line) => item(line.id, line.name, line.quantity, line.sku)),
});

// Magento 2: a street of several lines, times in UTC with a blank and no offset, no region outside of some countries.
export const magento = {
  increment_id: '000000012',
  state: 'processing',
  created_at: '2026-11-20 17:03:00',
  customer_email: 'ada@example.com',
  address: {
    firstname: 'Ada',
    lastname: 'Rider',
    street: ['Building 4', 'c/o Depot', '12 Harbour Road'],
    city: 'Central',
    country_id: 'HK',
    telephone: '2345 6789',
  },
  items: [{ item_id: 7, name: 'Brake pads', qty_ordered: 2, qty_refunded: 2, sku: 'FA-123' }],
};
export const fromMagento = ({ address: to, ...order }: typeof magento) => ({
  status: order.state === 'canceled' ? 'Cancelled' : 'New',
  placedAt: `${order.created_at}Z`,
  customer: { name: named(to.firstname, to.lastname), email: order.customer_email },
  shipTo: {
    name: named(to.firstname, to.lastname),
    line1: to.street[0] ?? '',
    line2: to.street.slice(1).join(', '),
    city: to.city,
    state: '',
    postalCode: null,
    country: to.country_id,
    phone: to.telephone,
  },
  items: order.items.map((line) => item(line.item_id, line.name, line.qty_ordered - line.qty_refunded, line.sku)),
});
