import { describe, expect, it } from 'vitest';
import { distributors } from '../../../../shared/distributors/all.ts';
import { misfits, offeredAddress, withoutPhone } from '../../../../shared/domain/order/address-limits.ts';
import type { Address } from '../../../../shared/domain/vocabulary.ts';
import { address } from '../../../rows.ts';

const wps = distributors.wps.profile;
const partsUnlimited = distributors['parts-unlimited'].profile;
const automatic = distributors.automatic.profile;
const tucker = distributors['tucker-rocky'].profile;

const to = (more: Partial<Address>): Address => ({ ...address, ...more });
const pointers = (profile: typeof wps, more: Partial<Address>, poNumber = '1001-1') =>
  misfits(profile, poNumber, to(more)).map(({ pointer }) => pointer);

describe('an address', () => {
  it('fits where every field keeps to the limit', () => {
    const widest = to({ name: 'x'.repeat(30), line1: 'y'.repeat(30), line2: 'z'.repeat(30), city: 'c'.repeat(17) });
    expect(misfits(wps, '1001-1', widest)).toEqual([]);
  });

  it('one character longer does not, and says which field, the limit and the length', () => {
    expect(misfits(wps, '1001-1', to({ city: 'Rancho Palos Verdes' }))).toEqual([
      { pointer: '/shipTo/city', limit: 17, length: 19, detail: 'WPS takes at most 17 characters here; this is 19.' },
    ]);
  });

  it('names every field that does not fit', () => {
    expect(
      pointers(wps, { name: 'x'.repeat(31), line1: 'x'.repeat(31), state: 'Idaho', postalCode: '1'.repeat(16) }),
    ).toEqual(['/shipTo/name', '/shipTo/line1', '/shipTo/state', '/shipTo/postalCode']);
  });

  it.each(['United States', 'USA', 'us', 'XX'])('has no country %s: a person says which is meant', (country) => {
    for (const profile of [wps, partsUnlimited, automatic, tucker])
      expect(misfits(profile, '1001-1', to({ country }))).toMatchObject([
        { pointer: '/shipTo/country', limit: null, detail: expect.stringContaining('two capital letters, such as US') },
      ]);
  });

  it.each(['1 Main St\nApt 2', 'a\tb', 'a\u0000', 'a\u2028b', 'Boise\ufffd'])(
    'holds no %j: it is sent to nobody',
    (line1) => {
      for (const profile of [wps, partsUnlimited, automatic, tucker])
        expect(misfits(profile, '1001-1', to({ line1 }))).toMatchObject([
          {
            pointer: '/shipTo/line1',
            limit: null,
            detail: expect.stringMatching(/^This holds a (line break|broken character)/),
          },
        ]);
    },
  );

  it('needs a country at all four', () => {
    for (const profile of [wps, partsUnlimited, automatic, tucker])
      expect(misfits(profile, '1001-1', to({ country: '' }))).toMatchObject([
        { pointer: '/shipTo/country', detail: `${profile.name} needs a country: enter it here, or in the webstore.` },
      ]);
  });

  it('names what the distributor needs and the order lacks, and who can mend it', () => {
    expect(misfits(wps, '1001-1', to({ state: '', postalCode: '' }))).toMatchObject([
      { pointer: '/shipTo/state', detail: 'WPS needs a state or province: enter it here, or in the webstore.' },
      { pointer: '/shipTo/postalCode', detail: 'WPS needs a postal code: enter it here, or in the webstore.' },
    ]);
  });

  it('is held to sixty characters where no limit is known', () => {
    expect(pointers(partsUnlimited, { city: 'x'.repeat(60) })).toEqual([]);
    expect(misfits(partsUnlimited, '1001-1', to({ city: 'x'.repeat(61) }))).toMatchObject([
      {
        pointer: '/shipTo/city',
        limit: 60,
        length: 61,
        detail: 'How much Parts Unlimited takes here is not known, so we send at most 60 characters; this is 61.',
      },
    ]);
  });

  it('is counted in characters, not in halves of them', () => {
    expect(pointers(wps, { city: '𝒜'.repeat(17) })).toEqual([]);
    expect(pointers(wps, { city: '𝒜'.repeat(18) })).toEqual(['/shipTo/city']);
  });

  it('with a company does not fit where there is no place for one', () => {
    expect(misfits(wps, '1001-1', to({ company: 'Riders Inc' }))).toEqual([
      {
        pointer: '/shipTo/company',
        limit: 0,
        length: 10,
        detail: 'WPS has no place for a company: have it left out (“leaveOut”), or write it into another line.',
      },
    ]);
    expect(pointers(automatic, { company: 'Riders Inc' })).toEqual([]);
  });

  it('abroad does not fit a distributor that is not known to ship there', () => {
    expect(misfits(tucker, '1001-1', to({ country: 'CA' }))).toEqual([
      { pointer: '/shipTo/country', limit: null, length: 2, detail: 'Tucker Rocky ships to US only.' },
    ]);
    expect(pointers(partsUnlimited, { country: 'CA' })).toEqual([]);
  });

  it('with accents does not fit where only plain letters are taken', () => {
    const plain = { ...wps, characters: 'ascii' } as const;
    expect(misfits(plain, '1001-1', to({ name: 'Zoë Rider' }))).toEqual([
      {
        pointer: '/shipTo/name',
        limit: null,
        length: 9,
        detail: 'WPS takes unaccented letters, digits and signs only.',
      },
    ]);
    expect(pointers(plain, {})).toEqual([]);
    expect(pointers(wps, { name: 'Zoë Rider' })).toEqual([]);
  });
});

describe('a PO number', () => {
  const short = { ...wps, limits: { ...wps.limits, poNumber: 6 } };
  it('longer than the distributor takes does not fit', () => {
    expect(misfits(short, '1001-1', address)).toEqual([]);
    expect(misfits(short, '1001-12', address)).toEqual([
      {
        pointer: '/poNumber',
        limit: 6,
        length: 7,
        detail: 'WPS takes PO numbers of at most 6 characters; this is 7.',
      },
    ]);
  });
});

describe('what has no place', () => {
  const full = to({ company: 'Riders Inc', line2: 'Unit 2', phone: '208-555-0100' });

  it('is left out of the offered form, and listed', () => {
    expect(offeredAddress(full, tucker.limits)).toEqual({
      shipTo: { ...full, phone: null },
      leftOut: ['phone'],
    });
    expect(offeredAddress(full, automatic.limits)).toEqual({ shipTo: full, leftOut: [] });
  });

  it('is not listed where there was nothing to leave out', () => {
    expect(offeredAddress(address, tucker.limits)).toEqual({ shipTo: address, leftOut: [] });
  });

  it('is dropped from a given address only when it is the telephone', () => {
    expect(withoutPhone(full, tucker.limits)).toEqual({ ...full, phone: null });
    expect(withoutPhone(full, wps.limits)).toEqual(full);
  });
});
