/** What each value of a field means where only some are possible: by field, then by value. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: { live: 'buys', test: 'the distributor’s test host, which buys nothing' },
  status: {
    New: 'can be drop-shipped',
    Processed: 'the webstore has dealt with it',
    Shipped: 'all has shipped',
    Cancelled: 'nobody wants it any more',
    submitting: 'being sent for the first time',
    'in-doubt': 'sent without a readable answer: it is looked up, and nobody may submit meanwhile',
    'needs-person': 'cannot be decided by looking: ask the distributor, then resolve it',
    accepted: 'the distributor took it',
    'partly-shipped': 'some of it is on its way',
    shipped: 'all of it is on its way',
    'tracking-stopped': 'accepted, and nobody looks for tracking numbers any more',
    active: 'takes orders',
    retired: 'takes none any more',
  },
  state: {
    active: 'events get there',
    failing: 'the last one failed; asked again, less and less often',
    disabled: 'it answered 410 and is not asked again before the next PUT of the store',
    pending: 'not delivered yet',
    delivered: 'the webhook took it',
    mailed: 'mailed to the service address instead',
    gone: 'the webhook answered 410',
    'given-up': 'not taken for three days',
    'not-wanted': 'there was nobody to send it to',
  },
  code: {
    'bad-credentials': 'your credentials do not work there',
    'unknown-part': 'no such part number',
    'out-of-stock': 'not enough in stock',
    payment: 'your account there cannot pay for it',
    'bad-address': 'it does not ship to this address',
    'duplicate-po': 'it knows this PO number already',
    'not-allowed': 'you may not order this part, or not have it drop-shipped',
    other: 'something else: its own words say what',
  },
  scopes: {
    'orders:read': 'read orders, dialogs, purchase orders and settings',
    'orders:write': 'tell of orders and submit them',
    'settings:write': 'stores, credentials and webhooks',
    admin: 'keys, and what is over all stores',
  },
  catalog: {
    aftermarket: 'can be drop-shipped',
    oem: 'the maker’s own part: never drop-shipped',
    'private-label': 'the store’s own brand: never drop-shipped',
  },
  distributor: {
    'parts-unlimited': 'Parts Unlimited',
    wps: 'Western Power Sports',
    'tucker-rocky': 'Tucker Rocky',
    automatic: 'Automatic Distributors',
  },
  shippingMethod: { ground: 'the ordinary way', 'second-day': 'in two days', 'next-day': 'the next day' },
  source: { distributor: 'the distributor', person: 'somebody, by hand' },
  tracking: { open: 'looked for', stopped: 'not any more', complete: 'all has shipped' },
  characters: { ascii: 'printable ASCII only', any: 'any text' },
  leaveOut: { company: 'the firm', phone: 'the telephone number' },
  name: {
    aftermarket: 'the item is an aftermarket part',
    'order-new': 'the order is new',
    'distributor-part': 'the item names a part of the distributor',
    'distributor-supported': 'it is one of the four, active, with a host for this mode',
    'marked-for-drop-ship': 'the item is marked, does not say, or the store overrides the rule',
    'credentials-configured': 'the credentials are complete and the account is not stopped',
    'no-purchase-order': 'the item has no purchase order in this mode',
  },
  reason: {
    'cannot-be-decided': 'nobody can find out by looking whether it was placed',
    differs: 'the distributor holds another order than was sent',
    'someone-elses': 'what is held under the number looks like another’s order',
    'already-there': 'the distributor said that it had the number before it was sent',
    'refused-on-resend': 'refused when it was sent again: the first may stand',
    'no-usable-credentials': 'there are no credentials with which to look',
    'duplicate-suspected': 'an attempt that counted as refused turned up as an order',
    'tracking-unreadable': 'what the distributor tells of this order, or where tracking numbers stand, cannot be read',
    'order-cancelled': 'the webstore cancelled the order while the purchase order lives',
  },
  type: {
    'purchase_order.accepted': 'the distributor took it',
    'purchase_order.rejected': 'the distributor refused it, the item is free again',
    'purchase_order.needs_person': 'a person has to look into it',
    'purchase_order.shipped': 'all of it is on its way',
    'purchase_order.partly_shipped': 'a parcel is on its way',
    'purchase_order.tracking_stopped': 'nobody looks for tracking numbers any more',
    'account.stopped': 'the distributor refused the store’s credentials',
    'customer_mail.failed': 'the customer’s mail could not be sent',
    'webhook.test': 'somebody asked for a test',
  },
  outcome: {
    accepted: 'the distributor has it, under this number of its own',
    'not-placed': 'the distributor has no such order: the item is free again',
    noted: 'the purchase order stands, and the worry about it is over',
  },
};

const aliases: Readonly<Record<string, string>> = { shippingMethods: 'shippingMethod', failed: 'name' };

const byField: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(values).map(([field, some]) => [field, new Map(Object.entries(some))]),
);

/** What the value of a field means; undefined where nobody has said. */
export const describeValue = (field: string, value: string): string | undefined =>
  byField.get(aliases[field] ?? field)?.get(value);
