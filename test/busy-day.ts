import { authorizeRequest } from '../functions/authorize-request.ts';
import { distributorSlugs, instant } from '../shared/domain/vocabulary.ts';
import type { Delivered } from '../shared/notices/delivery.ts';
import type { MailOutcome } from '../shared/notices/mailer.ts';
import { recordReturn } from '../shared/notices/record-return.ts';
import { send } from '../shared/notices/send.ts';
import { poll } from '../shared/ordering/poll.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, placed, putOrder, settingsOf } from './moto-hut.ts';
import { seenAs } from './rights.ts';
import { type Service, service } from './service.ts';

/** A day in which this and that goes wrong: everything that a function does is done at least once, with the rights that it has. */
export const busyDay = async (): Promise<Service> => {
  const hut = await motoHut(service());
  const token = await settings(hut);
  await orders(hut);
  await tracking(hut);
  await lost(hut);
  await notices(hut);
  await authorizeRequest(seenAs('authorize-request', hut.ports))({
    headers: { authorization: `Bearer ${token}` },
    requestContext: { requestId: 'request-1' },
  });
  return hut;
};

const settings = async (hut: Service): Promise<string> => {
  const webhook = { url: 'https://motohut.example/hook' };
  await hut.ask('PUT', inStore, { body: { name: 'Moto Hut', serviceEmail: 'service@motohut.example', webhook } });
  await hut.ask('GET', '/v1/stores');
  const { body } = await hut.ask('POST', `${inStore}/keys`, { body: { scopes: ['orders:read'], name: 'a key' } });
  await hut.ask('GET', `${inStore}/keys`);
  await hut.ask('DELETE', `${inStore}/keys/${body.keyId}`);
  await hut.ask('POST', `${inStore}/webhooks/test`, { body: {} });
  await hut.ask('GET', `${inStore}/webhooks/deliveries`);
  await hut.ask('DELETE', `${inStore}/distributors/automatic`);
  await hut.ask('PUT', `${inStore}/distributors/automatic`, { body: settingsOf('automatic') });
  return body.token;
};

/** More orders of each account than its bucket has tokens, one cancelled, one in many with its key asked for again. */
const orders = async (hut: Service): Promise<void> => {
  for (const [index, slug] of distributorSlugs.entries()) {
    const ids = Array.from({ length: 8 }, (_, n) => `${index + 1}00${n}`);
    for (const id of ids) await putOrder(hut, id, orderBody([itemBody({ slug })]));
    await hut.askAll(ids.map((id) => ['POST', dialogOf(id), { body: { confirm: true }, wait: 0 }] as const));
    await hut.pass(300);
    await putOrder(hut, ids[0] ?? '', orderBody([itemBody({ slug })], { status: 'Cancelled' }));
    await hut.ask('GET', `${dialogOf(ids[1] ?? '')}/offer`);
  }
  for (const query of [{}, { status: 'New' }]) await hut.ask('GET', `${inStore}/orders`, { query });
  // An order whose history has grown beyond its row.
  const row = hut.memory.rows().find(({ pk, sk }) => pk === 'ORDER#moto-hut#1000' && sk === 'ORDER');
  if (row !== undefined) await hut.put({ ...row, ...{ notesMoved: 1 } });
  await hut.ask('GET', `${inStore}/orders/1000/timeline`);
  await putOrder(hut, '5001');
  const headers = { 'idempotency-key': 'b3f2a7c1-1111-2222-3333-444455556666' };
  const body = { confirm: true, items: [{ orderId: '5001', itemId: '1' }] };
  for (let count = 0; count < 2; count++) await hut.ask('POST', `${inStore}/drop-ships`, { body, headers });
  await hut.pass(120);
};

const parcel = { carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 };

const tracking = async (hut: Service): Promise<void> => {
  for (const query of [{}, { status: 'accepted' }]) await hut.ask('GET', `${inStore}/purchase-orders`, { query });
  await hut.ask('GET', '/v1/purchase-orders');
  const byHand = await placed(hut, '6001');
  await hut.ask('POST', `${inStore}/purchase-orders/${byHand}/shipments`, { body: parcel });
  await hut.ask('POST', `${inStore}/purchase-orders/${byHand}/stop-tracking`, {
    body: { reason: 'Cancelled by telephone' },
  });
  const found = [await placed(hut, '6002'), await placed(hut, '6003')];
  await hut.pass(60);
  for (const poNumber of found) hut.control('wps').ship(poNumber, [parcel]);
  // The sweep that finds the second parcel cannot owe its mail: whoever comes next to that purchase order does.
  const { write } = hut.ports.table;
  hut.ports.table.write = async (changes) => {
    if (changes.some((change) => 'put' in change && change.put.pk === 'ORDER#moto-hut#6003'))
      throw new Error('Throttled');
    return write(changes);
  };
  await hut.pass(3700);
  hut.ports.table.write = write;
  await hut.pass(3700);
};

/** Every message is lost; the poller finds again what they were about. */
const lost = async (hut: Service): Promise<void> => {
  for (const [index, slug] of distributorSlugs.entries()) {
    await putOrder(hut, `700${index}`, orderBody([itemBody({ slug })]));
    await hut.ask('POST', dialogOf(`700${index}`), { body: { confirm: true }, wait: 0 });
    hut.loseMessages();
  }
  const time = { remainingMilliseconds: () => 50_000 };
  await hut.pass(240);
  await hut.run(poll(seenAs('poll-due', hut.ports), new Map(), time));
};

/** Every notice is sent, fails, is sent again. */
const notices = async (hut: Service): Promise<void> => {
  const answers: readonly (readonly [MailOutcome, Delivered])[] = [
    [
      { outcome: 'try-later', message: 'Later.' },
      { outcome: 'failed', status: 500, reason: 'Answered with status 500.' },
    ],
    [
      { outcome: 'refused', message: 'No.' },
      { outcome: 'delivered', status: 204 },
    ],
  ];
  for (const [mail, delivered] of answers) {
    const ports = { ...hut.ports, deliver: async () => delivered, mailFrom: 'tracking@drop-ship.example' };
    const watched = seenAs('send-notice', { ...ports, sendMail: async () => mail });
    const due = hut.memory.rows().filter((row) => row.due === 'mail' || row.due === 'webhook');
    for (const { pk, sk } of due) await hut.run(send(watched, { pk, sk })).catch(() => undefined);
    await hut.pass(600);
  }
  await putOrder(hut, '6001', orderBody(undefined, { customer: { name: 'Ada Rider', email: 'new@example.com' } }));
  await hut.ask('POST', `${inStore}/webhooks/redeliver`, { body: { since: '2026-11-20T00:00:00Z' } });
  const redelivery = hut.memory.rows().find(({ sk }) => sk === 'REDELIVERY');
  const watched = seenAs('send-notice', {
    ...hut.ports,
    sendMail: async () => ({ outcome: 'sent' }) as const,
    mailFrom: 'a@b.example',
  });
  if (redelivery !== undefined) await hut.run(send(watched, { pk: redelivery.pk, sk: redelivery.sk }));
  const owed = hut.memory.rows().filter((row) => row.due === 'mail');
  for (const { pk, sk } of owed) await hut.run(send(watched, { pk, sk }));
  await recordReturn(seenAs('record-bounce', hut.ports), {
    storeId: 'moto-hut',
    orderId: '6001',
    recipient: 'new@example.com',
    sentAt: instant(hut.now()),
    how: 'bounced',
    forGood: true,
    reason: 'No such mailbox.',
  });
  await hut.pass(600);
};
