import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
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
      Array.from({ length }, (_, n) => ({ po_number: `OTHER-${n}`, order_details: [{ order_number: `9${n}` }] }));
    for (const length of [10, 15, 25, 100])
      for (const json of [others(length), { data: others(length) }])
        expect(await look.wps(answer(200, json))).toMatchObject({ verdict: 'no-answer' });
    expect(await look.wps(answer(200, others(11)))).toEqual({ verdict: 'absent' });
    expect(await look.wps(answer(200, { data: others(10), meta: { cursor: { next: null } } }))).toEqual({
      verdict: 'absent',
    });
  });

  test('proves nothing at WPS where it holds the order under a number that was cut or written otherwise', async () => {
    const listed = (po_number: string, sku = '26-1772', ship_zip = '83702-0001') =>
      answer(200, { data: [{ po_number, ship_zip, order_details: [{ order_number: '1', items: [{ sku }] }] }] });
    for (const number of [
      'PO-1001-ABCDEF',
      'PO1001ABCDEF77',
      'po1001abcd',
      'PO-1001-ABCDEF-77-1',
      'C7-PO-1001-ABCDEF-77',
    ])
      expect(await look.wps(listed(number))).toMatchObject({ verdict: 'no-answer' });
    for (const other of [
      listed('PO-1001-ABCDEF', '99-0001'),
      listed('PO-1001-ABCDEF', '26-1772', '99501'),
      listed('PO-1001-XYZ'),
      listed('PO-1'),
    ])
      expect(await look.wps(other)).toEqual({ verdict: 'absent' });
  });

  test('proves nothing at Automatic where it holds the order under a number that was cut or written otherwise', async () => {
    const listed = (ponumber: string, number = '26-1772', zip = '83702-0001') =>
      answer(200, [{ header: { ponumber, orderNumber: '1' }, items: [{ number }], shipToAddress: { zip } }]);
    for (const number of ['PO-1001-ABCDEF', 'PO1001ABCDEF77', 'C7-PO-1001-ABCDEF-77'])
      expect(await look.automatic(listed(number))).toMatchObject({ verdict: 'no-answer' });
    for (const other of [listed('PO-1001-ABCDEF', '99-0001'), listed('PO-1001-ABCDEF', '26-1772', '99501')])
      expect(await look.automatic(other)).toEqual({ verdict: 'absent' });
  });

  test('proves nothing at Automatic where it has a usual page’s length', async () => {
    const others = (length: number) =>
      Array.from({ length }, (_, n) => ({ header: { ponumber: `OTHER-${n}`, orderNumber: `9${n}` } }));
    for (const length of [10, 25, 100])
      expect(await look.automatic(answer(200, others(length)))).toMatchObject({ verdict: 'no-answer' });
    for (const length of [5, 11])
      expect(await look.automatic(answer(200, others(length)))).toEqual({ verdict: 'absent' });
  });
});

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
