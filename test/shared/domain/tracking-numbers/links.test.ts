import { describe, expect, it } from 'vitest';
import { readTrackingText } from '../../../../shared/domain/tracking-numbers/tracking-text.ts';
import { startWork } from '../../../work.ts';

const ups = '1Z5R89390357567127';
const other = '1Z879E930346834440';
const fedex = '449044304137821';
const numbersIn = (text: string, carrier: string | null = null) =>
  readTrackingText(text, carrier).numbers.map(({ number }) => number);

describe('a link in a tracking field', () => {
  it.each([
    [`https://narvar.example/t/ups?tracking_numbers=${ups}&order_number=1009876543`, [ups]],
    [`https://shop.example/t?tn=${ups}&orderId=11298765432`, [ups]],
    [`https://shop.example/t?id=90812345&tracknum=${ups}`, [ups]],
    [`https://app.example/track/1029384756/${ups}`, [ups]],
    [`track.example.com/ups?tracknum=${ups}&customer=90812345`, [ups]],
    [`https://www.ups.com/x?InquiryNumber1=${ups}&InquiryNumber2=${other}&tracknums_displayed=2`, [ups, other]],
    [`https://www.fedex.com/fedextrack/?trknbr=${fedex}&trkqual=2459876543~${fedex}~FX`, [fedex]],
    [`https://www.fedex.com/fedextrack/?trknbr=${fedex}&trkqual=2459876543%7E${fedex}%7EFX`, [fedex]],
    [`https://www.fedex.com/apps/fedextrack/?tracknumbers=${fedex},920241085725456`, [fedex, '920241085725456']],
    [`https://a.example/track?q=${ups} https://a.example/track?q=${other}&amp;order=11298765432`, [ups, other]],
    ['https://tools.usps.com/go/x?qtc_tLabels1=9400%201112%200255%205842%203326%2069', ['9400111202555842332669']],
    ['https://www.odfl.com/Trace/result.faces?pro=07804576839', ['07804576839']],
    ['https://carrier.example/track?n=44123456781234&lang=en', ['44123456781234']],
    ['https://carrier.example/tracking/PKG88123456781/', ['PKG88123456781']],
    [`BOX 1 https://carrier.example/track?n=44123456781234, BOX 2 ${ups}`, ['44123456781234', ups]],
  ])('%s tells its parcels and nothing else', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
    expect(readTrackingText(text, null).unread).toBeNull();
  });

  it.each([
    'https://shop.example/orders/17654321098/tracking',
    'https://shop.example/account/orders?order=11298765432',
    'https://t.example/AbC1234567890',
    'https://shop.example/track?sig=9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
    'https://shop.example/track?a=44123456781234&b=55123456781234',
  ])('%s of which nobody can tell what is a parcel is left to a person', (text) => {
    expect(readTrackingText(text, null)).toMatchObject({ numbers: [], note: null, unread: text.slice(0, 80) });
  });

  it('without a number is noted', () => {
    const text = 'https://shop.example/track?order=15';
    expect(readTrackingText(text, null)).toEqual({ numbers: [], note: text, unread: null });
  });

  it('names the carrier of the numbers in it', () => {
    expect(readTrackingText(`https://www.fedex.com/fedextrack/?trknbr=${fedex}`, null).numbers[0]?.words).toMatch(
      /FEDEX/,
    );
  });

  it('is read in time linear in the text', () => {
    const text = `https://carrier.example/track?n=44123456781234&order=${'9'.repeat(9)} `.repeat(2_500);
    const work = startWork();
    readTrackingText(text, null);
    expect(work()).toBeLessThan(1_000);
  });
});

describe('a number that a spreadsheet or a program has shortened', () => {
  it.each([
    ['4.49044304137821E+14', '449044304137821'],
    ['7.71234567890E+11', '771234567890'],
    ['4,49044304137821E+14', '449044304137821'],
  ])('%s has lost nothing and is written out', (text, number) => {
    expect(numbersIn(text, 'FedEx')).toEqual([number]);
  });

  it.each([
    '9.400111202555843e+21',
    '9.40011120255584E+21',
    '4.4904430413782E+14',
    '7.7123456789E+11',
    '9.4E21',
    '9E+21',
    '1.23456789012345678E+17',
  ])('%s has lost some: a person is asked, and it is nobody’s number', (text) => {
    expect(readTrackingText(text, 'FedEx')).toEqual({ numbers: [], note: null, unread: text });
  });

  it('is asked about beside another one, too', () => {
    expect(readTrackingText(`${ups}, 9.400111202555843E+21`, null)).toMatchObject({
      numbers: [{ number: ups }],
      unread: expect.stringContaining('E+21'),
    });
  });
});
