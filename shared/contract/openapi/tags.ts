/** The parts of the contract in the order in which they are read, and which paths belong to each: the first that fits. */
const parts: readonly { readonly name: string; readonly description: string; readonly path: RegExp }[] = [
  {
    name: 'Stores',
    description: 'What a store is called, where it is told what needs a person, and how its mails look.',
    path: /^\/v1\/stores(\/\{storeId\})?$/,
  },
  {
    name: 'Keys',
    description: 'API keys of a store, and those of the platform’s own backend to all stores.',
    path: /\/keys(\/|$)/,
  },
  {
    name: 'Distributors',
    description: 'A store’s credentials with each of the four distributors, and what these can do.',
    path: /\/distributors(\/|$)/,
  },
  {
    name: 'Drop Ship dialog',
    description: 'What a person sees before submitting an order item, and the submit itself, for one item or many.',
    path: /\/drop-ships?(\/|$)/,
  },
  {
    name: 'Orders',
    description: 'The webstore tells of its orders, and reads what became of them.',
    path: /\/orders(\/|$)/,
  },
  {
    name: 'Tracking',
    description: 'Tracking numbers entered by hand, and whether they are looked for at all.',
    path: /\/(shipments|stop-tracking|resume-tracking)(\/|$)/,
  },
  {
    name: 'Purchase orders',
    description: 'What was placed at the distributors, and what needs a person.',
    path: /\/purchase-orders(\/|$)/,
  },
  {
    name: 'Webhooks',
    description: 'The signing secret, a test, what was delivered, and having it sent again.',
    path: /\/webhooks?(\/|$)/,
  },
  {
    name: 'Service',
    description: 'This document, the dialog as a web component, and whether anybody is there.',
    path: /^/,
  },
];

/** The tag of what is found at a path. */
export const tagOf = (path: string): string => parts.find((part) => part.path.test(path))?.name ?? 'Service';

/** In reading order. */
export const tags = [
  'Stores',
  'Keys',
  'Distributors',
  'Orders',
  'Drop Ship dialog',
  'Purchase orders',
  'Tracking',
  'Webhooks',
  'Service',
].flatMap((name) => parts.filter((part) => part.name === name).map(({ description }) => ({ name, description })));
