import { expect, test } from 'vitest';
import { distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { simulatedWorld } from '../world.ts';
import { submitDialog } from './world/requests.ts';

test.each(distributorSlugs)('an order at %s is placed, shipped and told of', async (slug) => {
  const world = await simulatedWorld({
    stores: [{ storeId: 's1', webhook: true }],
    accounts: [{ storeId: 's1', slug, testMode: false }],
    orders: [{ storeId: 's1', orderId: 'O1', slug }],
  });
  const answer = await world.ask(submitDialog('s1', 'O1', { wait: 20 }));
  await world.pass(60);
  expect(world.purchaseOrder('O1-A')).toMatchObject({ state: 'accepted', owed: [] });
  expect(world.ordersAt(slug)).toHaveLength(1);
  world.ship(slug, 'O1-A', { carrier: 'UPS', trackingNumber: '1Z999AA10123456784', quantity: 2 });
  await world.pass(3700);
  expect(world.purchaseOrder('O1-A')?.shipments).toHaveLength(1);
  expect(world.mails().map(({ to }) => to)).toEqual(['ada@o1.example']);
  expect(world.wrongs()).toEqual([]);
  expect(answer.status).toBe(201);
});
