import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrackingText } from '../../../../shared/domain/tracking-numbers/tracking-text.ts';
import { startWork } from '../../../work.ts';

const [one, two] = ['1Z5R89390357567127', '1Z879E930346834440'];
const numbersOf = (text: string): readonly string[] => readTrackingText(text).numbers.map(({ number }) => number);

describe('a tracking field', () => {
  it.each([
    ['UPS: 1Z879E930346834440', [two]],
    [`${one}\n${two}`, [one, two]],
    [`${one} ${two}`, [one, two]],
    [`${one},${two}`, [one, two]],
    [`${one};${two}`, [one, two]],
    [`${one} / ${two}`, [one, two]],
    [`${one}/${two}`, [one, two]],
    [`${one} & ${two}`, [one, two]],
    [`${one} AND ${two}`, [one, two]],
    [`${one}|${two}`, [one, two]],
    [`${one}\t${two}`, [one, two]],
    [`(${one}) [${two}]`, [one, two]],
    [`${one}, ${one}`, [one]],
    [`Box 1: ${one}, Box 2: ${two}`, [one, two]],
    [`https://www.ups.com/track?loc=en_US&tracknum=${one}&requester=WT/trackdetails`, [one]],
    [`<a href="https://www.ups.com/track?tracknum=${one}">${one}</a>`, [one]],
    ['1Z 5R8 939 03 5756 7127', [one]],
    ['1z5r8-939-03-5756-7127', [one]],
    ['１Ｚ５Ｒ８９３９０３５７５６７１２７', [one]],
    ['1Z5R8\u200b9390357567127', [one]],
    ['9400 1112 0108 0805 4830 16', ['9400111201080805483016']],
    [' 1 Z 8 V 9 2 A 7 0 3 6 7 2 0 3 0 2 4 ', ['1Z8V92A70367203024']],
    ['7905 3531 2317', ['790535312317']],
    ['449044304137821-1', ['449044304137821']],
    ['986578788855-02, 477179081230-1', ['986578788855', '477179081230']],
    ['123456789-1', ['123456789-1']],
    ['449044304137822-1', ['449044304137822-1']],
    ['FedEx 986578788855 477179081230', ['986578788855', '477179081230']],
    ['PRO# 78045768393', ['78045768393']],
    ['PRO 123-4567890', ['123-4567890']],
    ['1LS7119013618127-1', ['1LS7119013618127-1']],
    ['Shipped on 12/15 by UPS, 1Z879E930346834440', [two]],
    ['BACKORDER SHIPPED 1Z879E930346834440', [two]],
    ['SHIPPED BY FEDEX 986578788855 ON 2026-12-15', ['986578788855']],
    ['1Z5R89390357567128', ['1Z5R89390357567128']],
    [`UPS${one}`, [one]],
    [`TRACKING${one}`, [one]],
    [`TRK#${one}`, [one]],
    [`${one}${two}`, [one, two]],
    [`${one}-1`, [one]],
    [`${one}UPS`, [one]],
    ['FedEx986578788855', ['986578788855']],
    ['PRO78045768393', ['78045768393']],
    ['986578788855.0', ['986578788855']],
    ["'986578788855", ['986578788855']],
    ['["1Z5R89390357567127","1Z879E930346834440"]', [one, two]],
    [`${one} (2 boxes)`, [one]],
    [`${one} 12/15/26`, [one]],
    ['7905 3531 2317 12/15/26', ['790535312317']],
    ['7905 3531 2317 11/21', ['790535312317']],
    ['986578788855 2026-11-21 17:00', ['986578788855']],
    ['986578788855 83702-1234', ['986578788855']],
    ['986578788855 $12.50', ['986578788855']],
    ['986578788855-477179081230', ['986578788855', '477179081230']],
    ['986578788855.477179081230', ['986578788855', '477179081230']],
    ['PO 4500012345 TRK 986578788855', ['986578788855']],
    ['Order 123456789, tracking no. 986578788855', ['986578788855']],
    ['DHL 3318810025 PO 4500012345', ['3318810025']],
    ['PO123456785US', ['PO123456785US']],
    ['FedEx-986578788855', ['986578788855']],
    ['PRO-78045768393', ['78045768393']],
    ['TN986578788855', ['986578788855']],
    ['{"tracking":"80412957","invoice":"80412958"}', ['80412957']],
    ['{"document":"1Z5R89390357567127"}', [one]],
    ['Guía: 986578788851', ['986578788851']],
    ['Colis n° 986578788851', ['986578788851']],
    ['运单号 986578788851', ['986578788851']],
    ['Old Dominion 78045768393', ['78045768393']],
    ['Shipped via Estes 012-3456789', ['012-3456789']],
    ['R&L Carriers 80412957', ['80412957']],
    ['Freight bill 80412957', ['80412957']],
    ['Box 2: 80412957', ['80412957']],
    ['UPS Mail Innovations MI483029104857', ['MI483029104857']],
    ['USPS Ground Advantage 82001238', ['82001238']],
    ['FedEx Ground Residential 48302910', ['48302910']],
    ['Ship via Doc 1Z879E930346834440', [two]],
    // What a program wrote for the break between two lines, and did not read again.
    ['80412957\\n80412958', ['80412957', '80412958']],
    ['80412957\\r\\nT80412958', ['80412957', 'T80412958']],
    ['PO 4500012345, 80412957', ['80412957']],
    ['S/O 4500012345; UPS/80412957', ['80412957']],
  ])('%s holds %j', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it.each([
    '0',
    '000000000000',
    '0000-0000-0000',
    '999999999999',
    'BACKORDER ETA 12/15',
    'ETA 12/15/2026',
    'BO 20261215',
    'N/A',
    'n.a.',
    'TBD',
    'TBA',
    'PENDING',
    'WILL CALL',
    'Customer pickup',
    'See invoice 12345678',
    'Invoice #98765432',
    'PO 4500012345',
    'Order 123456789',
    'Call 800-555-1234',
    '208.555.0100',
    '2026-12-15',
    '12152026',
    '12345',
    'A1B2C3',
    'NONE',
    '-',
    'Shipped via our own truck',
    '2026-11-20T17:00:00.000Z',
    '2026-11-20 17:00:00',
    '11/20/2026 17:00',
    '20-NOV-2026',
    '21.11.26',
    '11-21-26',
    'USD 1234567.89',
    '12345678.90',
    '1,234,567.89',
    '1.234.567,89',
    '83702-1234',
    '(208) 555-0100',
    '+1 208 555 0100',
    '+49 89 1234567',
    'INV-12345678',
    'INVOICE12345678',
    'SO12345678',
    'PO-2026-000123',
    'Rechnung 12345678',
    'facture 12345678',
    'Bestellung 12345678',
    'pedido 12345678',
    'telefono 5551234567',
    'en rupture de stock',
    'TEST123456',
    '00000001',
    '1Z0000000000000000',
    '192.168.100.200',
    '550e8400-e29b-41d4-a716-446655440000',
    'customer 1234567',
    'DHL: see PO 4500012345',
    'Driver 2085550100',
    'Ph: 2085550100',
    'Text 2085550100',
    'cell 2085550100',
    '{"invoice":"80412957"}',
    'invoice=80412957',
    'Commande n° 80412957',
    'SP000000000000000000',
    'S/O 80412957',
    'B/O 80412957',
    'P/O 4500012345',
    'PO/4500012345',
    'TBD/80412957',
    'Invoice (80412957)',
    'INV [80412957]',
    '<invoice>80412957</invoice>',
    '{"invoice":["80412957"]}',
    '{"invoice":{"number":"80412957"}}',
    '800-555-1234x12',
    '8005551234x12',
    '1-800-555-1234X1234',
  ])('%s holds none, and is noted', (text) => {
    expect(readTrackingText(text)).toMatchObject({ numbers: [], unread: null });
    if (/[a-z\d]/i.test(text)) expect(readTrackingText(text).note).toBe(text);
  });

  it.each([
    `1${'2345'.repeat(20)}`,
    'ZZZZZZZZZZZZ123456',
    '9.40011E+21',
    '986,578,788,855',
    '123-456',
    '9.8658E+11',
    '20261120170000',
    '1234567890',
    'BOL 12345678',
    'REF 12345678',
    'Contact John 2085550100',
    'LOT 202611201',
    'Batch 20261120-01',
    'Pallet ID 00001234569',
    'Packing slip 80412957',
    'Packslip: 4500791382',
    'Delivery note #80412957',
    'Lieferschein 80412957',
    'Auftragsnummer 4500791382',
    'Orden de compra 4500791382',
    'Bon de livraison 80412957',
    'Factuur 80412957',
    'Zamówienie 4500791382',
    'Заказ 4500791382',
    '订单 4500791382',
    '注文番号 4500791382',
    'Confirmation 80412957',
    'Seal 80412957',
    'Trailer 804-12957',
    'Store 0080412957',
    'Claim no. 80412957',
    'Visa 4500791382',
    'P/N 80412957',
    'Smith 80412957',
    '{"document" : "80412957"}',
    '1Z1234567890123456',
    '1Z12345678901234567',
    'Case #87654321',
    'Ticket 87654321',
    'Serial 87654321A',
    'VIN 1HGCM82633A004352',
    'SSCC 00106141411234567897',
    '986578788855 PO 4500012345',
    'PO-1001 986578788855',
    '880011 00 11/21/26',
    'W/O 80412957',
    'B/L 80412957',
    'Invoice | 80412957',
    'Invoice #, 80412957',
    '"Invoice","80412957"',
    'Invoice<br>80412957',
    // A number of FedEx's in two groups.
    '79053531 2317',
    '986578788855 S/O 80412957',
    'X'.repeat(300_000),
  ])('%.20s may hold one that cannot be read', (text) => {
    const read = readTrackingText(text);
    expect(read.numbers).toEqual([]);
    expect(read.unread).toBe(text.slice(0, 80));
  });

  it.each([
    ['2085550100', null],
    ['12085550100', null],
    ['2085550100', 'UPS'],
    ['3318810026', 'DHL'],
    ['2085550100', 'Best Way'],
  ])('%s from %s may be a telephone number', (text, carrier) => {
    expect(readTrackingText(text, carrier)).toEqual({ numbers: [], note: null, unread: text });
  });

  it.each([
    ['3318810025', 'DHL'],
    ['DHL 3318810025', null],
    ['2085550100', 'Estes'],
    ['2085550100', 'FedEx Freight'],
    ['Tracking: 2085550100', null],
    ['0385550100', null],
    ['2085550100', undefined],
    ['Roadrunner 2080412957', 'Roadrunner Freight'],
  ])('%s from %s is a number', (text, carrier) => {
    expect(readTrackingText(text, carrier).numbers.map(({ number }) => number)).toEqual([text.slice(-10)]);
  });

  it.each([
    'VOID 1Z5R89390357567127',
    '1Z5R89390357567127 (VOIDED)',
    'Cancelled label: 1Z5R89390357567127',
    '1Z5R89390357567127 - return label',
    'RMA 1Z5R89390357567127',
    'DO NOT USE 1Z5R89390357567127',
    'Call tag 1Z5R89390357567127',
    'old: 1Z5R89390357567127 new: 1Z879E930346834440',
    '1Z5R89390357567127 replaced by 1Z879E930346834440',
    'IZ5R89390357567127',
    'lZ5R89390357567127',
  ])('%s names no parcel on its way to the customer', (text) => {
    expect(readTrackingText(text, null)).toEqual({ numbers: [], note: null, unread: text });
  });

  it.each([
    ['OLD DOMINION 78045768393', '78045768393'],
    ['Avoid delay: 1Z5R89390357567127', '1Z5R89390357567127'],
    ['(420) 83342 9400 1112 0255 5842 3326 69', '420833429400111202555842332669'],
  ])('%s names one', (text, number) => {
    expect(readTrackingText(text, null).numbers).toMatchObject([{ number }]);
  });

  it('believes a number that has the check digit of the carrier that is named elsewhere, whatever stands before it', () => {
    expect(readTrackingText('Doc 986578788855', 'FedEx').numbers).toMatchObject([{ number: '986578788855' }]);
    expect(readTrackingText('Doc 986578788856', 'FedEx').numbers).toEqual([]);
    // It has FedEx's check digit, by chance.
    for (const text of ['123456789012', 'FedEx 123456789012'])
      expect(readTrackingText(text, 'FedEx')).toMatchObject({ numbers: [], unread: text });
  });

  it('says which carrier stands beside a number', () => {
    const { numbers } = readTrackingText('FedEx 986578788855, OnTrac C11031500001879');
    expect(numbers.map(({ words }) => words)).toEqual(['FEDEX 986578788855', 'ONTRAC C11031500001879']);
    expect(readTrackingText('https://www.fedex.com/fedextrack/?trknbr=986578788855').numbers[0]?.words).toMatch(
      /FEDEX/,
    );
    expect(readTrackingText('986578788855').numbers[0]?.words).toBeNull();
  });

  it('never throws, and reads no more than letters, digits, dots and dashes as a number', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.stringMatching(/^[0-9A-Z \n,;/.&-]{0,200}$/)),
        (text) => {
          for (const number of numbersOf(text)) expect(number).toMatch(/^[A-Z\d][A-Z\d.-]{7,59}$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a list of numbers', '1Z999AA11000000001, '],
    ['single digits', '1 '],
    ['names and digits', 'PO 1 '],
    ['one long word', 'A'],
    ['dashes', '-'],
    ['dots and digits', '1.'],
    ['dates', '12/15/26 '],
    ['brackets', '+1 ('],
    ['the beginnings of numbers', '1Z'],
    ['numbers without end', '1Z5R89390357567127'],
    ['separators', ',;|'],
  ])('of ten times the length is no more than ten times the work, with room: %s', (_, piece) => {
    const workOf = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const spent = Array.from({ length: 3 }, () => {
        const work = startWork();
        readTrackingText(text);
        return work();
      });
      return Math.min(...spent);
    };
    expect(workOf(100_000)).toBeLessThan(50 + 40 * workOf(10_000));
  });

  it('tries a thousand times at most what a piece of a number might be put together to', () => {
    const work = startWork();
    readTrackingText('80412957 804129571 '.repeat(10_000));
    expect(work()).toBeLessThan(1_000);
  });
});
