import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierOf, isSuspect, sameNumber } from '../../../../shared/domain/tracking-numbers/carrier-of.ts';
import { shownWord } from '../../../../shared/domain/tracking-numbers/carriers.ts';
import { readTrackingText } from '../../../../shared/domain/tracking-numbers/tracking-text.ts';
import { publicNumbers } from './public-numbers.ts';

const hosts: ReadonlyMap<string, string> = new Map([
  ['ups', 'www.ups.com'],
  ['usps', 'tools.usps.com'],
  ['fedex', 'www.fedex.com'],
  ['dhl', 'www.dhl.com'],
  ['ontrac', 'www.ontrac.com'],
  ['amazon', 'track.amazon.com'],
  ['canada-post', 'www.canadapost-postescanada.ca'],
  ['purolator', 'www.purolator.com'],
  ['canpar', 'www.canpar.com'],
  ['gofo', 'www.gofoexpress.com'],
  ['landmark', 'track.landmarkglobal.com'],
  ['speedee', 'www.speedeedelivery.com'],
  ['yodel', 'www.yodel.co.uk'],
  ['yunexpress', 'www.yuntrack.com'],
]);

describe('public tracking numbers', () => {
  const all = publicNumbers.flatMap(({ numbers, ...block }) => numbers.map((number) => ({ ...block, number })));

  it('are at least 250, of at least 20 carriers, each with its source', () => {
    expect(new Set(all.map(({ number }) => number)).size).toBeGreaterThanOrEqual(250);
    expect(new Set(all.map(({ carrier }) => carrier)).size).toBeGreaterThanOrEqual(20);
    expect(all.every(({ source }) => source !== '')).toBe(true);
  });

  it.each(publicNumbers)(
    'of $carrier ($source) are known right or honestly unknown, and linked to no other',
    ({ code, numbers }) => {
      const told = numbers.map((number) => carrierOf(number, null));
      expect(told.filter(({ carrier }) => carrier !== null && carrier !== code)).toEqual([]);
      expect(
        told.filter(
          ({ carrier, trackingUrl }) => trackingUrl !== null && hosts.get(carrier ?? '') !== new URL(trackingUrl).host,
        ),
      ).toEqual([]);
    },
  );

  it.each(publicNumbers)('of $carrier ($source) are its own when it is named', ({ carrier, code, numbers }) => {
    const told = numbers.map((number) => carrierOf(number, carrier).carrier);
    expect(told.filter((each) => each !== (code ?? carrier) && each !== null)).toEqual([]);
  });

  it.each(publicNumbers)('of $carrier ($source) are found in whatever they are wrapped in', ({ numbers }) => {
    const wrappings = [
      (each: string) => `Tracking: ${each}`,
      (each: string) => `[${each}]`,
      (each: string) => `https://carrier.example/track?n=${each}&lang=en`,
      (each: string) => `  "${each}" `,
    ];
    for (const number of numbers)
      for (const wrap of wrappings)
        expect(readTrackingText(wrap(number)).numbers.map((found) => found.number)).toEqual([number]);
  });
});

describe('who carries a parcel', () => {
  it.each([
    ['1Z5R89390357567127', null, 'ups', 'https://www.ups.com/track?tracknum=1Z5R89390357567127'],
    ['986578788855', 'FedEx', 'fedex', 'https://www.fedex.com/fedextrack/?trknbr=986578788855'],
    [
      '9400111202555842332669',
      null,
      'usps',
      'https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669',
    ],
    ['LX123456785US', null, 'usps', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=LX123456785US'],
    [
      '3318810025',
      'DHL Express',
      'dhl',
      'https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id=3318810025',
    ],
    ['C11031500001879', null, 'ontrac', 'https://www.ontrac.com/tracking/?number=C11031500001879'],
    ['1LSCXVE0058631Y', 'CO5', 'ontrac', 'https://www.ontrac.com/tracking/?number=1LSCXVE0058631Y'],
    ['TBA000000000000', null, 'amazon', 'https://track.amazon.com/tracking/TBA000000000000'],
    ['TBC000000000000', null, 'amazon', 'https://track.amazon.com/tracking/TBC000000000000'],
    [
      '32971514560102447849175802862014',
      null,
      'fedex',
      'https://www.fedex.com/fedextrack/?trknbr=32971514560102447849175802862014',
    ],
    [
      'GM295117494011169042',
      null,
      'dhl',
      'https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id=GM295117494011169042',
    ],
    [
      '60120172242323',
      'DHL eCommerce',
      'dhl',
      'https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id=60120172242323',
    ],
    ['802175016150142401', 'UPS', 'ups', 'https://www.ups.com/track?tracknum=802175016150142401'],
  ])('of %s, told %s, is %s', (number, word, carrier, trackingUrl) => {
    expect(carrierOf(number, word)).toEqual({ carrier, trackingUrl });
  });

  it('is read through blanks and small letters', () => {
    expect(carrierOf(' 1z 5r8 939 03 5756 7127 ', null)).toEqual(carrierOf('1Z5R89390357567127', null));
  });

  it.each(['1Z5R89390357567127', 'TBA305938274011', '9400111202555842332669', 'RB123456785US'])(
    'is told by %s, which can be nobody else’s, before any word',
    (number) => {
      expect(carrierOf(number, 'Old Dominion')).toEqual(carrierOf(number, null));
      expect(carrierOf(number, 'DHL')).toEqual(carrierOf(number, null));
    },
  );

  it.each([
    ['78045768393', 'Old Dominion', 'Old Dominion'],
    ['07209562763', 'Saia LTL Freight', 'Saia LTL Freight'],
    ['78045768393', 'Freight', 'Freight'],
    ['986578788855', 'R+L Carriers', 'R+L Carriers'],
    ['3318810025', 'FedEx Freight', 'fedex'],
    ['986578788855', 'FedEx Freight', 'fedex'],
    ['986578788855', 'FedEx LTL PRO', 'fedex'],
    ['PRO 12345', 'UPS Freight', 'ups'],
    ['78045768393', 'UPS', 'ups'],
  ])('of %s is the one that is named, %s, without a link', (number, word, carrier) => {
    expect(carrierOf(number, word)).toEqual({ carrier, trackingUrl: null });
  });

  it('is the one of several that are named whose shape the number has, or nobody', () => {
    const several = 'UPS, FedEx, USPS or OnTrac';
    expect(carrierOf('986578788855', several)).toEqual({
      carrier: 'fedex',
      trackingUrl: 'https://www.fedex.com/fedextrack/?trknbr=986578788855',
    });
    expect(carrierOf('78045768393', several)).toEqual({ carrier: null, trackingUrl: null });
  });

  it('is honestly unknown for digits that fit much and name nobody', () => {
    for (const number of ['986578788855', '3318810025', '78045768393', '320595463938', '60120172242323', '990728071'])
      expect(carrierOf(number, null)).toEqual({ carrier: null, trackingUrl: null });
  });

  it('is the post’s or nobody’s for another country’s postal number', () => {
    expect(carrierOf('RB123456785GB', 'UPS')).toEqual({ carrier: null, trackingUrl: null });
    expect(carrierOf('RB123456785GB', 'USPS').carrier).toBe('usps');
  });

  it('lets the word break the tie of a number that fits two carriers', () => {
    expect(carrierOf('9261292700768711948021', null).carrier).toBe('usps');
    expect(carrierOf('9261292700768711948021', 'FEDEX SMART POST').carrier).toBe('fedex');
    expect(carrierOf('9261292700768711948021', 'US Mail').carrier).toBe('usps');
  });

  it('is the freight carrier that is named, whatever the digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{7,21}$/), (number) => {
        fc.pre(!/^9[1-5]/.test(number));
        expect(carrierOf(number, 'Old Dominion')).toEqual({ carrier: 'Old Dominion', trackingUrl: null });
      }),
    );
  });

  it.each([
    'https://evil.example/1Z5R89390357567127',
    '1Z5R89390357567127?x=1',
    '<a>1Z5R89390357567127',
    '1Z5R89390357567127"onclick',
    `1Z5R89390357567127${' 0'.repeat(4000)}`,
  ])('has no link for what is more than a number', (number) => {
    expect(carrierOf(number, 'UPS').trackingUrl).toBeNull();
  });

  it('is never linked to another carrier’s page, whatever number and word are told', () => {
    const somewhere = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9A-Z -]{0,40}$/),
      fc.constantFrom(...publicNumbers.flatMap(({ numbers }) => numbers)),
    );
    fc.assert(
      fc.property(somewhere, fc.option(fc.string({ unit: 'binary' })), (number, word) => {
        const { carrier, trackingUrl } = carrierOf(number, word);
        if (trackingUrl !== null) expect(new URL(trackingUrl).host).toBe(hosts.get(carrier ?? ''));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a carrier’s word', () => {
  it.each([
    ['Saia LTL Freight', 'Saia LTL Freight'],
    ['  R+L   Carriers ', 'R+L Carriers'],
    ['<b>Saia</b>', 'b Saia /b'],
    ['Saia\u0000\u202e', 'Saia'],
  ])('%s is shown as %s', (word, shown) => {
    expect(shownWord(word)).toBe(shown);
  });

  it.each(['BEST', 'Ground', 'N/A', '', '12345', 'https://evil.example', 'a@evil.example', 'x'.repeat(61)])(
    '%s names nobody',
    (word) => {
      expect(shownWord(word)).toBeNull();
    },
  );
});

describe('a suspect number', () => {
  it.each([
    ['1Z5R89390357567128', 'UPS'],
    ['1Z5R89390357567128', null],
    ['986578788856', 'FedEx'],
    ['9400111206206406260788', 'usps'],
    ['3318810026', 'DHL'],
    ['RB123456786US', 'USPS'],
  ])('is %s of %s: its check digit is wrong', (number, word) => {
    expect(isSuspect(number, word)).toBe(true);
  });

  it.each([
    ['1Z5R89390357567127', 'UPS'],
    ['1Z5R89390357567127', 'FedEx'],
    ['986578788856', 'Saia'],
    ['986578788856', null],
    ['78045768393', 'FedEx Freight'],
    ['ABC-1234', 'UPS'],
  ])('is not %s of %s', (number, word) => {
    expect(isSuspect(number, word)).toBe(false);
  });
});

describe('the same number', () => {
  it('is compared without blanks and case', () => {
    expect(sameNumber('1z 5r8', '1Z5R8 ')).toBe(true);
    expect(sameNumber('1Z5R8', '1Z5R9')).toBe(false);
  });
});
