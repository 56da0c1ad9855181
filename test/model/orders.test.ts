import fc from 'fast-check';
import { expect, it } from 'vitest';
import { motoHut } from '../moto-hut.ts';
import { service } from '../service.ts';
import { asking, type OrdersModel, ordersModel, type PutItem } from './orders.ts';

type Doors = ReturnType<typeof asking>;
type World = { readonly doors: Doors };

/** A step that is asked of both, and what it is called when a sequence that fails is shown. */
const step = (name: string, run: (doors: Doors) => Promise<void>): fc.AsyncCommand<OrdersModel, World> => ({
  check: () => true,
  run: (_, { doors }) => run(doors),
  toString: () => name,
});

const orderIds = fc.constantFrom('2001', '__proto__', 'toString');
const itemIds = fc.constantFrom('1', 'prototype', 'constructor');
const items: fc.Arbitrary<readonly PutItem[]> = fc.uniqueArray(
  fc.record({ itemId: itemIds, part: fc.constantFrom('good', 'good', 'unknown') }),
  { selector: ({ itemId }) => itemId, minLength: 1, maxLength: 3 },
);
const everyItem: readonly PutItem[] = [
  { itemId: '1', part: 'good' },
  { itemId: 'prototype', part: 'good' },
  { itemId: 'constructor', part: 'unknown' },
];
const numbers = fc.option(fc.constantFrom('A-1', 'A-2'), { freq: 2 });

const submit = fc
  .tuple(orderIds, itemIds, numbers)
  .map((given) => step(`submit ${given}`, (doors) => doors.submit(...given)));

const steps = [
  fc
    .tuple(orderIds, fc.constantFrom('New', 'New', 'New', 'Cancelled'), items)
    .map((given) => step(`put ${JSON.stringify(given)}`, ({ put }) => put(...given))),
  ...[submit, submit, submit, submit],
  orderIds.map((orderId) => step(`look at ${orderId}`, ({ look }) => look(orderId))),
  fc.option(orderIds).map((orderId) => step(`list ${orderId}`, ({ list }) => list(orderId))),
  orderIds.map((orderId) => step(`erase ${orderId}`, ({ erase }) => erase(orderId))),
];

it('puts, submits, erasures and lists in any order are answered as a small model says, and the distributor holds what it says', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
      const hut = await motoHut(service());
      const model = ordersModel();
      const doors = asking(hut, model, seen);
      for (const orderId of ['2001', '__proto__']) await doors.put(orderId, 'New', everyItem);
      await fc.asyncModelRun(() => ({ model, real: { doors } }), commands);
      await doors.list(null);
      expect(
        hut
          .ordersAt('wps')
          .map(({ poNumber }) => poNumber)
          .toSorted(),
      ).toEqual(model.numbers());
      expect(hut.failures).toEqual([]);
    }),
    { numRuns: 25, seed: 20_261_126 },
  );
  // What the sequences must have come to, or they have shown nothing.
  expect([...seen.keys()].toSorted()).toEqual([
    '201,',
    '404,not-found',
    '409,po-number-taken',
    '409,purchase-order-exists',
    '422,not-eligible',
    '422,rejected-by-distributor',
  ]);
});
