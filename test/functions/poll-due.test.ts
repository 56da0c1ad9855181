import { beforeEach, describe, expect, it } from 'vitest';
import { pollDue } from '../../functions/poll-due.ts';
import { keys } from '../../shared/domain/keys.ts';
import type { DuePartition, Nudge, QueueName } from '../../shared/domain/queues.ts';
import { seconds } from '../../shared/domain/time-limits.ts';
import { instant } from '../../shared/domain/words.ts';
import type { PollPorts } from '../../shared/ordering/poll.ts';
import { type MemoryTable, memoryTable } from '../memory-table.ts';
import { accountRow, minute, noon, poRow, second } from '../rows.ts';

let table: MemoryTable;
let now: number;
let sent: { queue: QueueName; nudges: readonly Nudge[] }[];
let counted: [string, number][];
let ports: { -readonly [name in keyof PollPorts]: PollPorts[name] };

beforeEach(() => {
  table = memoryTable();
  now = noon;
  sent = [];
  counted = [];
  ports = {
    table,
    clock: { now: () => now, sleep: async () => {} },
    queues: { send: async (queue, nudges) => void sent.push({ queue, nudges }) },
    meter: (metric, value) => void counted.push([metric, value]),
  };
});

const poll = () => pollDue(ports)();
const owe = async (poNumber: string, dueAt: number, distributor: 'wps' | 'automatic' = 'wps') => {
  const row = poRow({ ...keys.purchaseOrder('moto-hut', poNumber), poNumber, distributor });
  await table.write([{ put: { ...row, dueAt: instant(dueAt) }, was: null }]);
};
const oweSweep = (storeId: string, due: DuePartition = 'sweep') =>
  table.write([{ put: accountRow({ ...keys.account(storeId, 'wps', 'live'), due, dueAt: instant(noon) }), was: null }]);
const numbers = () => sent.flatMap(({ nudges }) => nudges.map(({ pk }) => pk.split('#')[2]));

describe('the poller', () => {
  it('nudges the queue of what is due, with nothing but the keys', async () => {
    await owe('P-1', noon);
    await owe('P-2', noon - minute, 'automatic');
    await table.write([{ put: accountRow({ due: 'sweep', dueAt: instant(noon - 1) }), was: null }]);
    await poll();
    expect(sent).toEqual([
      { queue: 'submit-wps', nudges: [{ pk: 'PO#moto-hut#P-1', sk: 'PO' }] },
      { queue: 'submit-automatic', nudges: [{ pk: 'PO#moto-hut#P-2', sk: 'PO' }] },
      { queue: 'sweep', nudges: [{ pk: 'ACCOUNT#moto-hut#wps#live', sk: 'SCHEDULE' }] },
    ]);
  });

  it('puts ten accounts into a message, the slow ones apart, and an order or a notice alone', async () => {
    for (let n = 0; n < 12; n++) await oweSweep(`store-${n}`);
    for (let n = 0; n < 2; n++) await oweSweep(`slow-${n}`, 'sweep-slow');
    for (let n = 0; n < 2; n++) await owe(`P-${n}`, noon);
    await poll();
    const messages = sent.map(({ queue, nudges }) => [queue, nudges.length]);
    expect(messages.toSorted()).toEqual([
      ['submit-wps', 1],
      ['submit-wps', 1],
      ['sweep', 10],
      ['sweep', 2],
      ['sweep', 2],
    ]);
    const slow = sent.find(({ nudges }) => nudges.some(({ pk }) => pk.includes('slow')));
    expect(slow?.nudges.map(({ pk }) => pk)).toEqual(['ACCOUNT#slow-0#wps#live', 'ACCOUNT#slow-1#wps#live']);
  });

  it('leaves what is not due, and what is owed nothing', async () => {
    await owe('P-1', noon + 1);
    await table.write([{ put: accountRow(), was: null }]);
    await poll();
    expect(sent).toEqual([]);
  });

  it('does not nudge the same again before its lease is over, so a backlog does not multiply', async () => {
    for (let order = 0; order < 30; order++) await owe(`P-${order}`, noon);
    await poll();
    for (now = noon + minute; now < noon + seconds.lease * second; now += minute) await poll();
    expect(sent).toHaveLength(30);
    now = noon + seconds.lease * second;
    await poll();
    expect(sent).toHaveLength(60);
  });

  it('nudges once where two run at once', async () => {
    for (let order = 0; order < 30; order++) await owe(`P-${order}`, noon);
    await Promise.all([poll(), poll()]);
    expect(new Set(numbers()).size).toBe(30);
    expect(sent).toHaveLength(30);
  });

  it('leaves alone who has just been worked for', async () => {
    await owe('P-1', noon);
    const { due } = table;
    ports.table = {
      ...table,
      due: async (query) => {
        const rows = await due(query);
        const row = rows.length > 0 ? await table.get(keys.purchaseOrder('moto-hut', 'P-1')) : undefined;
        if (row !== undefined) {
          const put = { ...poRow(keys.purchaseOrder('moto-hut', 'P-1')), dueAt: instant(noon + minute), rev: 'rev-2' };
          await table.write([{ put, was: 'rev-po' }]);
        }
        return rows;
      },
    };
    await poll();
    expect(sent).toEqual([]);
  });

  it('never gets in a worker’s way: a nudge does not change the `rev`', async () => {
    await owe('P-1', noon);
    await poll();
    expect(await table.get(keys.purchaseOrder('moto-hut', 'P-1'))).toMatchObject({
      rev: 'rev-po',
      dueAt: instant(noon + seconds.lease * second),
    });
  });

  it('takes the oldest first, five hundred of a queue at once', async () => {
    for (let order = 0; order < 510; order++) await owe(`P-${order}`, noon - order * second);
    await poll();
    expect(sent).toHaveLength(500);
    expect(numbers()).toContain('P-509');
    expect(numbers()).not.toContain('P-0');
    await poll();
    expect(sent).toHaveLength(510);
  });

  it('counts what has been due for more than a quarter of an hour, however often it was nudged', async () => {
    await owe('P-1', noon);
    await owe('P-2', noon, 'automatic');
    for (now = noon; now <= noon + 15 * minute; now += minute) await poll();
    expect(counted.every(([metric, value]) => metric === 'OverdueWork' && value === 0)).toBe(true);
    counted.length = 0;
    for (; now <= noon + 20 * minute; now += minute) await poll();
    expect(counted.reduce((most, [, value]) => Math.max(most, value), 0)).toBe(2);
  });

  it('counts none where there is nothing', async () => {
    await poll();
    expect(counted).toEqual([['OverdueWork', 0]]);
  });
});

describe('trouble with one queue', () => {
  it('does not hold up the others, and is told in the end', async () => {
    await owe('P-1', noon, 'wps');
    await owe('P-2', noon, 'automatic');
    const { send } = ports.queues;
    ports.queues = {
      send: async (queue, nudges) => {
        if (queue === 'submit-wps') throw new Error('This queue is down');
        return send(queue, nudges);
      },
    };
    await expect(poll()).rejects.toThrow('This queue is down');
    expect(numbers()).toEqual(['P-2']);
    expect(counted).toEqual([['OverdueWork', 0]]);
    // The lost nudge costs one lease.
    ports.queues = { send };
    now = noon + seconds.lease * second;
    await poll();
    expect(numbers()).toContain('P-1');
  });
});
