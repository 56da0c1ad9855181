import { expect, it } from 'vitest';
import type { Key } from '../../../shared/domain/ports/table.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { rememberingTable } from '../../../shared/ordering/remembering-table.ts';
import { memoryTable } from '../../memory-table.ts';
import { orderRow, poRow, storeRow } from '../../rows.ts';

const made = async () => {
  const memory = memoryTable();
  const order = orderRow();
  await memory.write([storeRow(), order, poRow()].map((put) => ({ put, was: null })));
  const read: Key[] = [];
  const lists: string[] = [];
  const counting: typeof memory = {
    ...memory,
    get: (key) => {
      read.push(key);
      return memory.get(key);
    },
    query: (query) => {
      lists.push(query.prefix ?? '');
      return memory.query(query);
    },
  };
  const table = rememberingTable(counting);
  return { memory, table, order, last: () => read.splice(0).map(({ sk }) => sk), asked: () => lists.splice(0) };
};

const storeKey = keys.store('moto-hut');
const orderKey = keys.order('moto-hut', '1001');

it('reads the store and the order once, also for many who ask at the same time', async () => {
  const { table, last } = await made();
  await Promise.all([table.get(storeKey), table.get(storeKey), table.get(orderKey), table.get(orderKey)]);
  expect(await table.get(storeKey)).toMatchObject({ name: 'Moto Hut' });
  expect(last()).toEqual(['STORE', 'ORDER']);
});

it('reads purchase orders every time: whoever settles them writes nothing else', async () => {
  const { table, last } = await made();
  const key = keys.purchaseOrder('moto-hut', '1001-1');
  await table.get(key);
  await table.get(key);
  expect(last()).toEqual(['PO', 'PO']);
});

it('knows an order as it has written it', async () => {
  const { table, order, last } = await made();
  await table.get(orderKey);
  const mine = { ...order, rev: 'mine', revision: 8 };
  expect(await table.write([{ put: mine, was: order.rev }])).toBe('done');
  expect(await table.get(orderKey)).toMatchObject({ rev: 'mine', revision: 8 });
  expect(last()).toEqual(['ORDER']);
});

it('reads all anew when somebody else has written', async () => {
  const { memory, table, order, last } = await made();
  await Promise.all([table.get(orderKey), table.get(storeKey)]);
  last();
  await memory.write([{ put: { ...order, rev: 'theirs' }, was: order.rev }]);
  expect(await table.write([{ put: { ...order, rev: 'mine' }, was: order.rev }])).toBe('conflict');
  expect(await table.get(orderKey)).toMatchObject({ rev: 'theirs' });
  await table.get(storeKey);
  expect(last()).toEqual(['ORDER', 'STORE']);
});

it('reads the settings of a store once, until somebody else has written; other lists every time', async () => {
  const { memory, table, order, asked } = await made();
  const settings = keys.distributors('moto-hut');
  const notices = { pk: 'NOTICES#moto-hut', prefix: 'NOTICE#' };
  for (const query of [settings, settings, notices, notices]) await table.query(query);
  expect(asked()).toEqual(['DISTRIBUTOR#', 'NOTICE#', 'NOTICE#']);
  await memory.write([{ put: { ...order, rev: 'theirs' }, was: order.rev }]);
  await table.write([{ put: { ...order, rev: 'mine' }, was: order.rev }]);
  await table.query(settings);
  expect(asked()).toEqual(['DISTRIBUTOR#']);
});

it('reads again what could not be read, and what may have been written', async () => {
  const { memory, order } = await made();
  let broken = true;
  const table = rememberingTable({
    ...memory,
    get: async (key) => {
      if (broken) throw new Error('Slow down');
      return memory.get(key);
    },
    write: async (changes) => {
      await memory.write(changes);
      throw new Error('No answer');
    },
  });
  await expect(table.get(orderKey)).rejects.toThrow('Slow down');
  broken = false;
  expect(await table.get(orderKey)).toMatchObject({ rev: order.rev });
  await expect(table.write([{ put: { ...order, rev: 'mine' }, was: order.rev }])).rejects.toThrow('No answer');
  expect(await table.get(orderKey)).toMatchObject({ rev: 'mine' });
});
