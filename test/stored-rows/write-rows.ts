import { writeFileSync } from 'node:fs';
import { anOrder, examples } from '../../shared/contract/examples.ts';
import type { Row } from '../../shared/domain/ports/table.ts';
import { distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { api } from '../api/api.ts';
import { settingsOf } from '../moto-hut.ts';

/**
 * `node test/stored-rows/write-rows.ts N`: the rows of a store's first days, as this version of the service writes them, into
 * `layout-N.json`. A layout that has been released is never written again: what reads it must go on reading it.
 */
const store = '/v1/stores/moto-hut';
const itemAt = (orderId: string) => `${store}/orders/${orderId}/items/1/drop-ship`;
const orderOf = (distributor: string, partNumber: string, quantity = 1) => ({
  ...anOrder,
  items: [{ ...anOrder.items[0], quantity, distributorParts: [{ distributor, partNumber }] }],
});

const rowsOfFirstDays = async (): Promise<readonly Row[]> => {
  const { world, ask, keyTo, sendNotices } = api();
  const token = await keyTo(null);
  const call = async (method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) => {
    const came = await ask(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
    if (came.status >= 500) throw new Error(`${method} ${path}: ${came.text}`);
    return came;
  };
  const put = (orderId: string, body: object) => call('PUT', `${store}/orders/${orderId}`, body);
  const submit = (orderId: string, headers = {}) => call('POST', itemAt(orderId), { confirm: true }, headers);
  const byHand = (poNumber: string, step: string, body?: object) =>
    call('POST', `${store}/purchase-orders/${poNumber}/${step}`, body);

  const brand = { color: '#1d4ed8', website: 'https://motohut.example' };
  const adminUrl = 'https://motohut.example/admin/{orderId}';
  const limits = { ordersPerDay: 1000, customerMailsPerDay: 1000 };
  await call('PUT', store, { ...examples.putStore, brand, adminUrl, limits });
  await call('PUT', '/v1/stores/other', { name: 'Other', serviceEmail: 'service@other.example' });
  for (const slug of distributorSlugs) await call('PUT', `${store}/distributors/${slug}`, settingsOf(slug));
  await call('PUT', '/v1/stores/other/distributors/wps', settingsOf('wps'));
  await call('POST', `${store}/keys`, { ...examples.createKey });

  // One that a person is needed for, because nobody could be asked for a day.
  world.fault('tucker-rocky', 'submit', 'timeout-before', 99);
  world.fault('tucker-rocky', 'find', 'server-error', 99);
  await put('1001', orderOf('tucker-rocky', 'TR-1'));
  await submit('1001');
  await world.pass(86_400 + 3600);
  // Accepted and shipped; in parts; refused; erased; cancelled; stopped and resumed until its history lies beside it.
  await put('1002', { ...orderOf('wps', '26-1772'), displayNumber: 'No. 1002' });
  const { poNumber: shipped } = (await submit('1002', { 'idempotency-key': 'one' })).body;
  world.control('wps').ship(shipped, [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
  await put('1003', orderOf('automatic', '4-100', 2));
  await submit('1003');
  await byHand('1003-1', 'shipments', { carrier: 'fedex', trackingNumber: '986578788855', quantity: 1 });
  await put('1004', orderOf('wps', 'NOSTOCK-1'));
  await submit('1004', { 'idempotency-key': 'two' });
  await put('1005', orderOf('parts-unlimited', 'PU-1'));
  await submit('1005');
  await call('DELETE', `${store}/orders/1005/customer`);
  await put('1006', orderOf('wps', '26-1773'));
  await submit('1006');
  await put('1006', { ...orderOf('wps', '26-1773'), status: 'Cancelled' });
  await put('1007', orderOf('wps', '26-1774'));
  const { poNumber: number } = (await submit('1007')).body;
  for (let count = 0; count < 35; count += 1) {
    await byHand(number, 'stop-tracking', { reason: 'Cancelled by telephone.' });
    await byHand(number, 'resume-tracking');
  }
  await world.pass(3700);
  await sendNotices();
  await call('POST', `${store}/webhooks/redeliver`, examples.redeliverWebhooks);
  // In test mode; in doubt; being called; only claimed, alone and in bulk.
  await call('PUT', `${store}/distributors/automatic`, { testMode: true });
  await put('1008', orderOf('automatic', '4-101'));
  await submit('1008');
  world.fault('parts-unlimited', 'submit', 'server-error');
  await put('1009', orderOf('parts-unlimited', 'PU-2'));
  await submit('1009', { prefer: 'wait=5' });
  await put('1010', orderOf('wps', '26-1775'));
  world.fault('wps', 'submit', 'timeout-before');
  await submit('1010', { prefer: 'wait=0' });
  await world.pass(2);
  await put('1011', orderOf('wps', '26-1776'));
  await put('1012', orderOf('wps', '26-1777'));
  await submit('1011', { prefer: 'wait=0', 'idempotency-key': 'three' });
  const items = [{ orderId: '1012', itemId: '1' }];
  await call('POST', `${store}/drop-ships`, { confirm: true, items }, { 'idempotency-key': 'four' });
  return world.memory.rows();
};

const layout = process.argv[2];
if (layout === undefined) throw new Error('Which layout?');
/** What KMS makes of a data key; the service in memory has a vault of its own. */
const vault = {
  pk: 'VAULT',
  sk: 'KEYS',
  rev: 'id-00000000000000000000',
  keys: [{ id: 'k1', wrapped: 'd3JhcHBlZA==', createdAt: '2026-11-23T12:00:00.000Z' }],
};
const lines = [vault, ...(await rowsOfFirstDays())].map((row) => JSON.stringify(row));
writeFileSync(new URL(`layout-${layout}.json`, import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
