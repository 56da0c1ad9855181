import type { Profile } from '../../domain/profile.ts';

export const partsUnlimitedProfile: Profile = {
  slug: 'parts-unlimited',
  name: 'Parts Unlimited',
  status: 'active',
  sunset: null,
  contact: { name: 'Parts Unlimited', site: 'https://www.parts-unlimited.com' },
  credentials: [
    { name: 'dealerNumber', label: 'Dealer number', secret: false },
    { name: 'apiKey', label: 'API key', secret: true },
  ],
  limits: {
    poNumber: 20,
    name: null,
    company: null,
    line1: null,
    line2: null,
    city: null,
    state: 2,
    postalCode: null,
    country: 2,
    phone: 0,
  },
  countries: null,
  characters: 'any',
  shippingMethods: ['ground'],
  offersTestMode: true,
  // Its list is not known to show an order at once.
  resend: false,
  lookUp: 'by-window',
  absence: ['not-listed'],
  warning: null,
  settleSeconds: 600,
  hosts: { live: 'https://api.parts-unlimited.com/api', test: 'https://stage-api.lemansplatform.com/api' },
};
