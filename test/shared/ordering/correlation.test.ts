import { beforeEach, expect, it } from 'vitest';
import type { Delivery } from '../../../shared/notices/delivery.ts';
import type { NoticeRow } from '../../../shared/notices/notice.ts';
import { send } from '../../../shared/notices/send.ts';
import { dialogOf, inStore, motoHut } from '../../moto-hut.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
  const webhook = { url: 'https://motohut.example/hook' };
  await hut.ask('PUT', inStore, { body: { name: 'Moto Hut', serviceEmail: 'service@motohut.example', webhook } });
});

const correlationId = 'click-4711';
const submitted = async () => {
  const headers = { 'x-correlation-id': correlationId };
  const answer = await hut.ask('POST', dialogOf('1001'), { wait: 20, headers, body: { confirm: true } });
  await hut.pass(60);
  return answer;
};

it('one name leads from the request through answer, row and worker to the webhook', async () => {
  const { headers } = await submitted();
  expect(headers['x-correlation-id']).toBe(correlationId);
  expect(hut.purchaseOrder('1001-1').correlationId).toBe(correlationId);
  const moved = hut.lines.find(({ event }) => event === 'purchase-order-moved');
  expect(moved?.fields).toMatchObject({ correlationId, poNumber: '1001-1', storeId: 'moto-hut', orderId: '1001' });

  const deliveries: Delivery[] = [];
  const deliver = async (delivery: Delivery) => {
    deliveries.push(delivery);
    return { outcome: 'delivered', status: 204 } as const;
  };
  const ports = {
    ...hut.ports,
    deliver,
    sendMail: async () => ({ outcome: 'sent' }) as const,
    mailFrom: 'a@b.example',
  };
  const [notice] = hut.memory.rows().filter(({ sk }) => sk.startsWith('NOTICE#'));
  expect(notice).toMatchObject({ correlationId } satisfies Partial<NoticeRow>);
  await hut.run(send(ports, { pk: notice?.pk ?? '', sk: notice?.sk ?? '' }));
  expect(deliveries.map((each) => each.correlationId)).toEqual([correlationId]);
  expect(hut.lines.find(({ event }) => event === 'notice-delivered')?.fields).toMatchObject({ correlationId });
});

it('every line about a purchase order says which, and whose', async () => {
  await submitted();
  const about = hut.lines.filter(({ event }) => /^(purchase-order|notice|shipments)/.test(event));
  expect(about.length).toBeGreaterThan(1);
  for (const { fields } of about) expect(fields).toMatchObject({ poNumber: '1001-1', storeId: 'moto-hut' });
});
