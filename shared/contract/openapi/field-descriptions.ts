/** An address of a person or firm. */
const address = {
  line1: 'Street and number.',
  line2: 'Flat, suite, building.',
  city: 'City.',
  state: 'State or province; two letters in the United States and Canada. Empty where the country has none.',
  postalCode: 'Postal code, as it is written there. Empty where the country has none.',
  country: 'Country in two capital letters (ISO 3166-1 alpha-2).',
  phone: 'Telephone number of whoever receives the parcel.',
  company: 'Firm at the address; where the distributor has no place for it, submitting asks for `leaveOut`.',
  name: 'Name of a person, a store or a firm.',
  shipTo: 'Where the parcel goes. Sent as it was entered: never cut, padded or changed.',
} as const;

const settings = {
  serviceEmail: 'Where the store is told what needs a person when it has no webhook, and where its customers reply to.',
  overrideDropShipRules: 'True: the check `marked-for-drop-ship` passes whatever the items say.',
  webhook: 'Where events are sent to; null = nowhere.',
  url: 'A whole URL. For webhooks https only, and never an address inside a private network.',
  lastDeliveredAt: 'When the webhook last took an event.',
  lastFailure: 'Why and when the webhook last failed; null = it never did.',
  secret: 'Signs the webhooks (Standard Webhooks). Shown this once.',
  customerMail: 'Whether the service mails tracking numbers to the customers. False: the platform does it itself.',
  brand: 'How the mails to customers look.',
  color: 'Colour of the headline and the buttons, as `#rrggbb`.',
  website: 'The store’s public site.',
  adminUrl: 'Template of the webstore’s own page of an order, for buttons in the store’s mails; holds `{orderId}`.',
  ordersPerDay: 'How many orders a store may submit in a day; null = no limit.',
  customerMailsPerDay: 'How many mails its customers get in a day, the rest waits; null = no limit.',
  keyId: 'Names the key, and is no secret.',
  scopes: 'What the key may do.',
  token:
    'The whole key, for the header `Authorization: Bearer …`. Shown this once; null when an earlier answer is repeated.',
  createdAt: 'When it was made.',
  expiresAt: 'When the key ends by itself; null = never.',
  previousRetiresAt: 'Until then the secret before this one signs beside it.',
} as const;

const accounts = {
  configured: 'Whether the credential set of the current mode is complete.',
  testMode: 'True: everything goes to the distributor’s test host with the test credentials.',
  live: 'The credentials for live orders.',
  test: 'The credentials for test orders.',
  dealerNumber: 'Your dealer number (Parts Unlimited).',
  customerNumber: 'Your customer number (Tucker Rocky).',
  apiKey: 'API key (Parts Unlimited, Tucker Rocky).',
  apiToken: 'API token (WPS, Automatic).',
  credentials: 'Which fields are set. Secrets are never shown: at most their last four characters.',
  capabilities: 'What this distributor can do at all.',
  sunset: 'The last day on which it takes orders (`YYYY-MM-DD`); null = none is known.',
  shippingMethods: 'What may be chosen as `shippingMethod`.',
  countries: 'Countries that it ships to (ISO 3166-1 alpha-2); null = no limit is known.',
  characters: 'Which characters it takes in addresses and PO numbers.',
  credentialFields: 'The fields of its credential sets.',
  label: 'What a person calls the field.',
  contact: 'Whom to ask or call there.',
  site: 'Its public site.',
  stopped:
    'The account is stopped because its credentials were refused; `verify` or new credentials end it. Null = it works.',
  pausedUntil: 'The distributor asked for a pause: nothing is sent before. Null = none.',
  ok: 'The credentials work.',
} as const;

const orders = {
  storeId: 'The store: a name that the platform chose.',
  orderId: 'The order: the webstore’s own id.',
  itemId: 'The item of the order: the webstore’s own id.',
  displayNumber: 'What people call the order; shown in mails in place of its id.',
  placedAt: 'When the customer placed the order.',
  revision: 'Grows with every change: a lower one than the stored one is refused (`stale-revision`).',
  customer: 'Who ordered; null once the personal data was erased.',
  email: 'Where the customer is told of parcels; null = not told, the store is.',
  items: 'One after the other.',
  sku: 'The webstore’s own number of the part.',
  title: 'What it is, for people.',
  quantity: 'How many pieces; null where nobody told.',
  catalog: 'Which catalog the item is from: only aftermarket parts can be drop-shipped.',
  markedForDropShip: 'Whether the webstore marked the item; null = it does not say, which is no obstacle.',
  distributorParts: 'Who sells the part and under which number, in order of preference.',
  removed: 'The webstore left the item out after an attempt: kept for its history, no longer eligible.',
  notes: 'What happened to the order, oldest first.',
  text: 'A sentence for people.',
  by: 'Who did it.',
  kind: 'What kind of step it was.',
} as const;

const dropShip = {
  distributor: 'The distributor’s slug.',
  partNumber: 'The distributor’s number of the part.',
  mode: 'Whether it buys.',
  eligible: 'Whether submitting could succeed now: every check passed.',
  checks: 'All checks, in a fixed order, passed or not.',
  passed: 'Whether it holds; one that cannot be judged does not.',
  message: 'A sentence for people: what is wrong and who can mend it.',
  form: 'What would be sent if nothing is changed.',
  shippingMethod: 'How fast.',
  leftOut: 'Fields of the address that are not sent, because this distributor has no place for them.',
  limits: 'How long a field may be at this distributor, in characters.',
  lastRejection: 'Why the last attempt was refused; null = there was none, or it was accepted.',
  code: 'Why the distributor refused, in our words.',
  distributorMessage:
    'The distributor’s own words, made safe to show; where `by` says so, the words of the store’s person or of the service. Null once they were erased.',
  purchaseOrder: 'The purchase order; null = there is none.',
  testPurchaseOrder: 'The one that was placed in test mode; null = there is none.',
  otherPurchaseOrders: 'Further live orders of this item at distributors, which a person has to settle.',
  item: 'The item that the dialog is about.',
  misfits: 'What of the form this distributor would not take, with the limit of each field.',
  alternatives: 'Every part of the item, with why or why not it could be ordered.',
  failed: 'The checks that fail there.',
  warning: 'A sentence where the distributor’s life is in doubt; null = nothing is known against it.',
  confirm: 'True: a person meant it.',
  leaveOut: 'Fields of the address that may be left out where the distributor has no place for them.',
  results: 'One verdict an item, in the order asked.',
  problem: 'Why it was not done: the same body that the request for this one item would have got.',
  available: 'Pieces in stock there; null = not told.',
  backordered: 'Pieces on order there; null = not told.',
  cost: 'What the dealer pays for a piece; null = not told.',
  currency: 'Of cost and fee (ISO 4217); null = not told.',
  fee: 'What drop-shipping costs on top; null = not told.',
  dropShipAllowed: 'Whether the distributor ships this part to customers; null = not told.',
  asOf: 'When the distributor said so.',
} as const;

const purchaseOrders = {
  poNumber: 'The purchase order’s number: unique in its store, for ever.',
  status: 'Where it stands.',
  attention: 'What a person has to do; null = nothing.',
  since: 'Since when.',
  whatToDo: 'A sentence for people: what to do, and whom to ask.',
  distributorOrderNumbers: 'The distributor’s own numbers: one or several, none before it accepted.',
  submittedAt: 'When it was submitted.',
  acceptedAt: 'When the distributor accepted; null = not yet.',
  updatedAt: 'When it last changed.',
  trackUntil: 'Tracking numbers are looked for until then; null = not any more, or not yet.',
  tracking: 'Whether tracking numbers are looked for; null = not yet.',
  nextLookAt: 'When the next look at the distributor is; null = none is planned.',
  shipments: 'The parcels that are known.',
  carrier: 'Who carries the parcel.',
  trackingNumber: 'The parcel’s number at the carrier.',
  trackingUrl: 'The parcel on the carrier’s site; null = none is known.',
  shippedAt: 'When it left; null = not told.',
  source: 'Who told of it.',
  corrects: 'The tracking number that this one takes the place of.',
  reason: 'Why, in a sentence.',
  outcome: 'How it ended.',
  distributorOrderNumber: 'The distributor’s own number, as it was told on the telephone.',
  nextCursor: 'Send it as `cursor` for the next page; null = this was the last.',
  limit: 'How many there may be.',
  cursor: 'The `nextCursor` of the page before.',
  updatedSince:
    'Only what changed at this time or later. An offset’s `+` is written `%2B` in a query; one that was not is understood too.',
} as const;

const webhooks = {
  id: 'Names the event; the same in every try (`webhook-id`).',
  type: 'What happened.',
  timestamp: 'When it happened.',
  data: 'What it is about.',
  sequence: 'Grows with every event of an order: one that arrives late is told by its lower number.',
  rejection: 'Why the distributor refused.',
  delivered: 'Whether the webhook took it (2xx).',
  milliseconds: 'How long the webhook took to answer.',
  tries: 'Every try, oldest first; at most the last 20.',
  error: 'Why it failed; null = it did not.',
  nextTryAt: 'When it is tried again; null = not any more.',
  until: 'Only those before.',
} as const;

const problemFields = {
  detail: 'A sentence for people: what is wrong and what to do.',
  errors: 'Every field that is wrong.',
  pointer: 'Which field: a JSON pointer (RFC 6901) into the body; `/path/…` or `/query/…` for a parameter.',
  length: 'How long it is now, in characters.',
  correlationId: 'Names the request in our log: quote it when you ask about it.',
  suggested: 'A number that is free; null where only the other store knows.',
  retryAfter: 'Seconds after which to send this item again.',
  openapi: 'The version of OpenAPI.',
  at: 'When.',
} as const;

/** What a field means where its name alone says it differently: by the object that it stands in. */
const within: Readonly<Record<string, string>> = {
  'brand.name': 'The store’s name.',
  'Store.name': 'The store’s name, as its customers know it.',
  'Store.brand': 'How the mails to customers look; a member that is left out is kept, null removes it.',
  'Store.limits':
    'What the platform allows the store in a day: set by a key to all stores only. A member that is left out is kept, null removes it.',
  'StoreAnswer.limits': 'What the platform allows the store in a day.',
  'DistributorSettings.live': 'The credentials for live orders, all of them: they take the place of the set before.',
  'DistributorSettings.test': 'The credentials for test orders, all of them: they take the place of the set before.',
  'Address.country':
    'Country in two capital letters (ISO 3166-1 alpha-2). Whatever else you hold is taken in, and has to be mended in the dialog before anything is sent.',
  'Order.displayNumber': 'What people call the order, where that is not its id: shown in mails.',
  'StoreAnswer.name': 'The store’s name, as its customers know it.',
  'checks.name': 'Which check.',
  'credentialFields.name': 'The field’s name in `live` and `test`.',
  'credentialFields.secret': 'Whether it is a secret, and shown with four characters at most.',
  'capabilities.status': 'Whether it still takes orders.',
  'capabilities.testMode': 'Whether it offers a test mode.',
  'webhook.state': 'Whether events get there.',
  'items.state': 'What became of the event.',
  'KeyBody.name': 'What the key is for, so that people tell it from others.',
  'Key.name': 'What the key is for, so that people tell it from others; null = nobody said.',
  'NewKey.name': 'What the key is for, so that people tell it from others; null = nobody said.',
  'attention.reason': 'Why a person is needed.',
  'lastFailure.reason': 'Why it failed.',
  'errors.limit':
    'The most characters that it takes: 0 = it has no place for the field, null = it is not about the length.',
  'misfits.limit':
    'The most characters that it takes: 0 = it has no place for the field, null = it is not about the length.',
  'query.limit': 'How many on a page.',
  'query.status': 'One status, or several with commas between them.',
  'results.status': 'The status that the request for this one item would have got.',
  'tries.status': 'The status that the webhook answered with; null = it did not answer.',
  'WebhookTest.status': 'The status that the webhook answered with; null = it did not answer.',
  'Health.status': 'Alive.',
  'Problem.status': 'The HTTP status.',
  'Problem.type': 'Which kind of problem: a stable URI, to be compared as a whole.',
  'Problem.title': 'The kind of problem in words; the same for all of the kind.',
  'Shipment.confirm': 'Take the number although it looks wrong.',
  'EnterShipment.confirm':
    'True: take the number although its check digit is wrong, it does not read as one, or it is a number of the order.',
  'EnterShipment.carrier': 'Who carries the parcel: any name.',
  'Redeliver.since': 'Only events at this time or later.',
};

const all: Readonly<Record<string, string>> = {
  ...webhooks,
  ...address,
  ...settings,
  ...accounts,
  ...orders,
  ...dropShip,
  ...purchaseOrders,
  ...problemFields,
};

const byName: ReadonlyMap<string, string> = new Map([...Object.entries(all), ...Object.entries(within)]);

/** What a field means: by its name within the object `owner`, else by its name alone. */
export const describeField = (owner: string, name: string): string | undefined =>
  byName.get(`${owner}.${name}`) ?? (owner === 'limits' ? limitOf(name) : byName.get(name));

const limitOf = (name: string): string =>
  name === 'ordersPerDay' || name === 'customerMailsPerDay'
    ? (byName.get(name) ?? '')
    : '0 = has no place for it; null = no limit is known.';
