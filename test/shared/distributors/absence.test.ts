import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import { listHeadersIn } from '../../../shared/distributors/whole-list.ts';
import type { OpenOrder } from '../../../shared/domain/verdicts.ts';
import { answer, scriptedAccount, textAnswer } from './replies.ts';

const open: OpenOrder = {
  poNumber: 'PO-1001-ABCDEF-77',
  partNumber: '26-1772',
  quantity: 2,
  orderNumbers: [],
  submittedAt: '2026-11-20T17:00:00.000Z',
  postalCode: '83702',
};
const now = Date.UTC(2026, 10, 22);

/** A look-up whose list is answered so; the single look-up, where there is one, says "no such order". */
const look = {
  wps: (...list: readonly DistributorReply[]) =>
    distributors.wps.find(
      scriptedAccount(distributors.wps, {
        [`GET /orders/${open.poNumber}`]: answer(404, { message: 'No such order' }),
        'GET /orders': list,
      }).account,
      open,
      now,
    ),
  automatic: (...list: readonly DistributorReply[]) =>
    distributors.automatic.find(
      scriptedAccount(distributors.automatic, {
        [`GET /order/purchase-number/${open.poNumber}`]: answer(404, {
          code: 'E201',
          message: 'Not found on the Gateway service side',
        }),
        'GET /order/find/range': list,
      }).account,
      open,
      now,
    ),
  'parts-unlimited': (...list: readonly DistributorReply[]) =>
    distributors['parts-unlimited'].find(
      scriptedAccount(distributors['parts-unlimited'], { 'GET /v2/orders/dropship': list }).account,
      open,
      now,
    ),
} as const;
const slugs = ['wps', 'automatic', 'parts-unlimited'] as const;

describe('a list that does not hold the order', () => {
  test.each(slugs)('makes it absent at %s where nothing speaks against it', async (slug) => {
    const plain = { data: [], meta: { cursor: { current: null, prev: null, next: null, count: 0 } } };
    for (const json of [
      plain,
      { data: [], errors: [], error: null, has_more: false, total: 0, next_page_url: null, last_page: 1 },
      { data: [], status: 'OK', status_code: 200, success: true, message: 'Success' },
      { data: [], message: 'No orders found', warnings: [] },
      { data: [], last: true, number: 0, size: 20, numberOfElements: 0, totalElements: 0, offset: 0, page: 1 },
      { data: [], account: 70077, accountNumber: '70077', page_size: 500, limit: 500, state: 'open', alerts: [] },
      {
        data: [],
        meta: { pagination: { total: 0, count: 0, per_page: 15, current_page: 1, total_pages: 1, links: {} } },
      },
    ])
      expect(await look[slug](answer(200, json))).toEqual({ verdict: 'absent' });
  });

  test.each(slugs)('proves nothing at %s where what stands around it says that something went wrong', async (slug) => {
    for (const around of [
      { errors: ['Search service timed out'] },
      { errors: { from_date: ['The from date is invalid.'] } },
      { error: 'Index is being rebuilt' },
      { error: true },
      { errorMessage: 'ORDER FILE NOT AVAILABLE' },
      { mainframeErrors: [{ text: 'MAINFRAME UNAVAILABLE' }] },
      { status_code: 404, status_message: 'Dealer not found' },
      { statusCode: '500' },
      { status: 'error' },
      { status: 'Failed' },
      { success: false },
      { meta: { errors: ['shard 3 of 5 failed'] } },
      { warnings: ['from_date is not known, it was left out'] },
      { message: 'You do not have permission to view orders' },
      { notice: 'Results may be delayed' },
      { notice: 'Some warehouses are offline' },
      { messages: ['The search took too long'] },
      { alerts: ['IN warehouse offline'] },
      { exceptionMessage: 'ORDER FILE LOCKED' },
      { errno: 110 },
      { outcome: 'timeout' },
      { state: 'partial' },
      { status: 'processing' },
    ])
      expect(await look[slug](answer(200, { data: [], ...around }))).toMatchObject({ verdict: 'no-answer' });
  });

  test.each(slugs)('proves nothing at %s where there is more than was read', async (slug) => {
    for (const around of [
      { has_more: true },
      { hasMore: 'true' },
      { next_page_url: 'https://api.example/orders?page=2' },
      { links: { next: 'https://api.example/orders?page=2' } },
      { meta: { pagination: { total: 23, count: 0, per_page: 15, current_page: 1, total_pages: 2 } } },
      { total: 7 },
      { total_count: '7' },
      { last_page: 3, current_page: 1 },
      { is_truncated: true },
      { incomplete_results: true },
      { timed_out: true },
      { nextToken: 'eyJ2IjoxfQ' },
      { '@odata.nextLink': 'https://api.example/orders?$skip=10' },
      { '@odata.count': 4 },
      { d: { __count: '4' } },
      { recordsTotal: 5, recordsFiltered: 0 },
      { hits: { total: { value: 5 } } },
      { response: { numFound: 3 } },
      { totalSize: 7 },
      { rowCount: 7 },
      { total: '1 order' },
      { last: false, totalPages: 1 },
      { complete: false },
      { meta: { is_complete: 'no' } },
      { stale: true },
      { offset: 100 },
      { page: 3 },
    ])
      expect(await look[slug](answer(200, { data: [], ...around }))).toMatchObject({ verdict: 'no-answer' });
  });

  test.each(slugs)('proves nothing at %s with a status that is no plain yes', async (slug) => {
    for (const status of [201, 202, 203, 206, 207])
      expect(await look[slug](answer(status, { data: [] }))).toMatchObject({ verdict: 'no-answer' });
    expect(await look[slug](textAnswer(206, '{"data":[]}'))).toMatchObject({ verdict: 'no-answer' });
  });

  test('proves nothing at WPS where it has a usual page’s length and tells of no cursor', async () => {
    const others = (length: number) =>
      Array.from({ length }, (_, n) => ({
        po_number: `OTHER-${n}`,
        order_details: [{ order_number: `9${n}`, items: [{ sku: 'X-1' }] }],
      }));
    for (const length of [10, 15, 25, 100])
      for (const json of [others(length), { data: others(length) }])
        expect(await look.wps(answer(200, json))).toMatchObject({ verdict: 'no-answer' });
    expect(await look.wps(answer(200, others(11)))).toEqual({ verdict: 'absent' });
    expect(await look.wps(answer(200, { data: others(10), meta: { cursor: { next: null } } }))).toEqual({
      verdict: 'absent',
    });
  });

  const atWps = (po_number: string, sku = '26-1772', ship_zip: string | null = '83702-0001') =>
    answer(200, { data: [{ po_number, ship_zip, order_details: [{ order_number: '1', items: [{ sku }] }] }] });
  const atAutomatic = (ponumber: string, number = '26-1772', zip: string | null = '83702-0001') =>
    answer(200, [{ header: { ponumber, orderNumber: '1' }, items: [{ number }], shipToAddress: { zip } }]);
  const atPartsUnlimited = (purchase_order_number: string, part_number = '26-1772') => [
    answer(200, { data: [{ purchase_order_number, reference_number: '1', line_items: [{ part_number }] }] }),
    answer(200, { data: [] }),
  ];
  const altered = [
    'PO-1001-ABCDEF',
    'PO1001ABCDEF77',
    'po1001abcd',
    'PO-1001-ABCDEF-77-1',
    'C7-PO-1001-ABCDEF-77',
    'WEB-PO-1001-ABCDEF-77-A',
    'PO_01001_ABCDEF_077',
    '1001 77',
    '1001',
  ];

  test('proves nothing where it holds the order under a number that was cut or written otherwise', async () => {
    for (const number of altered) {
      expect(await look.wps(atWps(number, '26-1772', null))).toMatchObject({ verdict: 'no-answer' });
      expect(await look.automatic(atAutomatic(number, '26-1772', null))).toMatchObject({ verdict: 'no-answer' });
      expect(await look['parts-unlimited'](...atPartsUnlimited(number))).toMatchObject({ verdict: 'no-answer' });
    }
    for (const [number, part, postalCode] of [
      ['PO-1001-ABCDEF', '99-0001', '83702'],
      ['PO-1001-ABCDEF', '26-1772', '99501'],
      ['PO-1', '99-0001', null],
    ] as const) {
      expect(await look.wps(atWps(number, part, postalCode))).toEqual({ verdict: 'absent' });
      expect(await look.automatic(atAutomatic(number, part, postalCode))).toEqual({ verdict: 'absent' });
    }
    for (const number of ['PO-1001-ABCDEF', 'X'])
      expect(await look['parts-unlimited'](...atPartsUnlimited(number, '99-0001'))).toEqual({ verdict: 'absent' });
  });

  test('proves nothing where it may hold our part for our postal code, under any number at all', async () => {
    for (const number of ['PO-1', 'WEB7788', 'X'])
      for (const zip of ['83702-0001', null]) {
        expect(await look.wps(atWps(number, '26-1772', zip))).toMatchObject({ verdict: 'no-answer' });
        expect(await look.automatic(atAutomatic(number, '26-1772', zip))).toMatchObject({ verdict: 'no-answer' });
        expect(await look['parts-unlimited'](...atPartsUnlimited(number))).toMatchObject({ verdict: 'no-answer' });
      }
    const untold = answer(200, { data: [{ po_number: 'X', order_details: [{ order_number: '1' }] }] });
    expect(await look.wps(untold)).toMatchObject({ verdict: 'no-answer' });
  });

  test('proves all the same where every such number is known to be another order of ours', async () => {
    const accounts = {
      wps: {
        [`GET /orders/${open.poNumber}`]: answer(404, { message: 'No such order' }),
        'GET /orders': atWps('PO-1'),
      },
      'parts-unlimited': { 'GET /v2/orders/dropship': atPartsUnlimited('PO-1001-ABCDEF') },
      automatic: {
        [`GET /order/purchase-number/${open.poNumber}`]: answer(404, { code: 'E201', message: 'Not found' }),
        'GET /order/find/range': atAutomatic('PO-1001-ABCDEF'),
      },
    };
    for (const slug of slugs) {
      const asked: string[] = [];
      const { account } = scriptedAccount(distributors[slug], accounts[slug]);
      const isAnothers = async (...known: readonly unknown[]) => asked.push(JSON.stringify(known)) > 0;
      expect(await distributors[slug].find(account, open, now, isAnothers)).toEqual({ verdict: 'absent' });
      expect(asked).toEqual([JSON.stringify([slug === 'wps' ? 'PO-1' : 'PO-1001-ABCDEF', ['1']])]);
    }
  });

  test('asks about so many such numbers alone', async () => {
    const orders = Array.from({ length: 101 }, (_, n) => ({
      po_number: `X-${n}`,
      ship_zip: '83702',
      order_details: [{ order_number: `${n}1`, items: [{ sku: '26-1772' }] }],
    }));
    const asked: string[] = [];
    const { account } = scriptedAccount(distributors.wps, {
      [`GET /orders/${open.poNumber}`]: answer(404, { message: 'No such order' }),
      'GET /orders': answer(200, { data: orders }),
    });
    const isAnothers = async (number: string) => asked.push(number) > 0;
    expect(await distributors.wps.find(account, open, now, isAnothers)).toMatchObject({ verdict: 'no-answer' });
    expect(asked).toHaveLength(100);
  });

  test.each(slugs)('proves nothing at %s where other orders stand in a list beside', async (slug) => {
    for (const around of [
      { held: [{ po_number: 'WEB-7' }] },
      { meta: { backordered: [{ purchaseOrderNumber: 'WEB-7' }] } },
      { open: { 3: { header: { ponumber: 'WEB-7' } } } },
      { held: ['po-1001-abcdef-77'] },
      { note: 'PO-1001-ABCDEF-77 is on hold' },
      { held: { 'DS-PO-1001-ABCDEF-77': { status: 'open' } } },
      { held: ['WEB 7'] },
      { held: [['WEB-7']] },
      { held: '[{"po_number":"WEB-7"}]' },
      { a: { b: { c: { d: ['WEB-7'] } } } },
      Object.fromEntries([...Array(61).keys()].map((n) => [`size${'s'.repeat(n)}`, 0])),
      { warehouses: [{ id: 7, name: 'Boise' }] },
      { links: [{ rel: 'next', href: 'https://api.example/orders?page=2' }] },
    ])
      expect(await look[slug](answer(200, { data: [], ...around }))).toMatchObject({ verdict: 'no-answer' });
    for (const around of [
      { links: [{ url: null, label: 'Next', active: false }] },
      { links: { self: 'https://api.example/orders', prev: null } },
    ])
      expect(await look[slug](answer(200, { data: [], ...around }))).toEqual({ verdict: 'absent' });
  });

  test.each(slugs)('proves nothing at %s where something stands around it that nobody has heard of', async (slug) => {
    for (const around of [
      { cached: true },
      { meta: { from_cache: 1 } },
      { as_of: '2026-11-20' },
      { note: 'Results as of last night' },
      { has_errors: true },
      { degraded: 'yes' },
      { resultCode: 'E17' },
      { returnCode: 8 },
      { rc: 12, rcText: 'DB2 not reachable' },
      { message: 'Session expired' },
      { message: 'System is being upgraded' },
      { message: 'Showing 0 of 31' },
      { of: 31 },
      { remaining: 4 },
      { nextOffset: 10 },
      { continuation: 'eyJ2IjoxfQ' },
      { scroll_id: 'DXF1' },
      { moreResultsAvailable: true },
      { limitReached: true },
      { overLimit: 'Y' },
      { state: 'rebuilding' },
    ])
      expect(await look[slug](answer(200, { data: [], ...around })), JSON.stringify(around)).toMatchObject({
        verdict: 'no-answer',
      });
    for (const around of [
      { rc: 0, message: 'No orders found.', has_errors: false, errors: [null], error: { code: 0, message: '' } },
      { message: '0 results found', errorCode: '00', errorMessage: 'N/A' },
    ])
      expect(await look[slug](answer(200, { data: [], ...around })), JSON.stringify(around)).toEqual({
        verdict: 'absent',
      });
  });

  test.each(slugs)('proves nothing at %s where a header tells of a cache that may have had it', async (slug) => {
    const reply = { ...answer(200, { data: [] }), mayBeFromCache: true as const };
    expect(await look[slug](reply)).toMatchObject({ verdict: 'no-answer' });
  });

  test.each(slugs)('proves nothing at %s where its headers tell of more', async (slug) => {
    const told = (headers: Readonly<Record<string, string>>) => {
      const listHeaders = listHeadersIn(new Headers(headers));
      return look[slug]({ ...answer(200, { data: [] }), ...(listHeaders.length === 0 ? {} : { listHeaders }) });
    };
    for (const headers of [
      { link: '<https://api.example/orders?page=2>; rel="next"' },
      { link: '<https://api.example/orders?page=1>; rel="prev", <https://api.example/orders?page=3>; rel=next' },
      { link: '<https://api.example/orders?page=9>; rel="last next"' },
      { 'x-total-count': '31' },
      { 'x-total': '1' },
      { 'x-wp-total': '31' },
      { 'x-wp-totalpages': '4' },
      { 'x-next-page': '2' },
      { 'x-page': '3' },
      { 'x-has-more': 'true' },
      { 'pagination-count': '12' },
      { 'x-pagination-total-pages': '2' },
      { 'x-pagination': '{"TotalCount":31,"PageSize":10}' },
      { 'content-range': 'orders 0-24/31' },
      { 'content-range': 'items 0-24/*' },
      { 'content-range': '*/31' },
      { 'x-ms-continuation': 'eyJ2IjoxfQ' },
      { 'x-more-records': 'true' },
      { 'preference-applied': 'odata.maxpagesize=10' },
    ])
      expect(await told(headers), JSON.stringify(headers)).toMatchObject({ verdict: 'no-answer' });
    for (const headers of [
      { link: '<https://api.example/orders?page=1>; rel="self", <https://api.example/>; rel="nextcloud-less"' },
      { link: '<https://api.example/next>; rel="first"' },
      { 'x-total-count': '0', 'x-total-pages': '0', 'x-page': '1', 'x-next-page': '', 'x-per-page': '500' },
      { 'x-pagination': '{"TotalCount":0,"PageSize":10}' },
      { 'content-range': 'orders */0' },
      { 'x-ratelimit-remaining': '59', 'x-request-id': '12', 'x-runtime': '3' },
    ])
      expect(await told(headers), JSON.stringify(headers)).toEqual({ verdict: 'absent' });
  });

  test('proves nothing at Automatic where it has a usual page’s length', async () => {
    const others = (length: number) =>
      Array.from({ length }, (_, n) => ({
        header: { ponumber: `OTHER-${n}`, orderNumber: `9${n}` },
        items: [{ number: 'X-1' }],
      }));
    for (const length of [10, 25, 100])
      expect(await look.automatic(answer(200, others(length)))).toMatchObject({ verdict: 'no-answer' });
    for (const length of [5, 11])
      expect(await look.automatic(answer(200, others(length)))).toEqual({ verdict: 'absent' });
  });
});

test.each(slugs)(
  'a list whose surroundings are nested without end is no proof at %s, and throws nothing',
  async (slug) => {
    const deep = `{"data":[],"total":${'{"value":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    expect(await look[slug](textAnswer(200, deep))).toMatchObject({ verdict: 'no-answer' });
  },
);

describe('what something in between had kept', () => {
  const kept = (reply: ReturnType<typeof answer>) => ({ ...reply, isFromCache: true as const });

  test.each(slugs)('is no list that proves anything at %s', async (slug) => {
    expect(await look[slug](kept(answer(200, { data: [] })))).toMatchObject({ verdict: 'no-answer' });
  });

  test('is no "no such order" either', async () => {
    const script = { 'GET /orders/PO-1001-ABCDEF-77': kept(answer(404, { message: 'No such order' })) };
    const { account } = scriptedAccount(distributors.wps, { ...script, 'GET /orders': answer(200, { data: [] }) });
    expect(await distributors.wps.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
    const none = kept(answer(404, { code: 'E201', message: 'Not found on the Gateway service side' }));
    const other = scriptedAccount(distributors.automatic, {
      'GET /order/purchase-number/PO-1001-ABCDEF-77': none,
      'GET /order/find/range': answer(200, []),
    });
    expect(await distributors.automatic.find(other.account, open, now)).toMatchObject({ verdict: 'no-answer' });
  });
});
