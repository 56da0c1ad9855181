import type { Profile } from '../../domain/profile.ts';

export const automaticProfile: Profile = {
  slug: 'automatic',
  name: 'Automatic Distributors',
  status: 'active',
  sunset: null,
  contact: { name: 'Automatic Distributors', site: 'https://www.autodist.com' },
  credentials: [{ name: 'apiToken', label: 'API token', secret: true }],
  limits: {
    poNumber: 22,
    name: null,
    company: null,
    line1: null,
    line2: null,
    city: null,
    state: 2,
    postalCode: null,
    country: 2,
    phone: null,
  },
  countries: null,
  characters: 'any',
  shippingMethods: ['ground'],
  offersTestMode: true,
  resend: true,
  lookUp: 'by-number',
  absence: ['not-found', 'not-listed'],
  warning: null,
  settleSeconds: 600,
  // Its host is not public: to be configured.
  hosts: { live: null, test: null },
};
