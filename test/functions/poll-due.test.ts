import type { Context, SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { pollDue } from '../../functions/poll-due.ts';
import { worker } from '../../shared/aws/worker.ts';
import type { AccountRow } from '../../shared/domain/account/account.ts';
import type { DuePartition, Nudge, QueueName } from '../../shared/domain/ports/queues.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { seconds } from '../../shared/domain/time-limits.ts';
import { instant } from '../../shared/domain/vocabulary.ts';
import type { PollPorts } from '../../shared/ordering/poll.ts';
import { type MemoryTable, memoryTable } from '../memory-table.ts';
import { accountRow, hour, minute, noon, poRow, second } from '../rows.ts';

let table: MemoryTable;
let now: number;
let sent: { queue: QueueName; nudges: readonly Nudge[] }[];
let counted: [string, number][];
const countedOf = (name: string) => counted.filter(([metric]) => metric === name).map(([, value]) => value);
let instance: ReturnType<typeof pollDue>;
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
  coldStart();
});

/** One tick of the instance that runs; `coldStart` has another one run. */
const poll = (remaining: () => number = () => 50 * second) => instance({}, { getRemainingTimeInMillis: remaining });
const coldStart = () => {
  instance = pollDue(ports);
};
const owe = async (poNumber: string, dueAt: number, distributor: 'wps' | 'automatic' = 'wps') => {
  const row = poRow({ ...keys.purchaseOrder('moto-hut', poNumber), poNumber, distributor });
  await table.write([{ put: { ...row, dueAt: instant(dueAt) }, was: null }]);
};
const dueAgain = async (poNumber: string, dueAt: number) => {
  const row = poRow({ ...keys.purchaseOrder('moto-hut', poNumber), poNumber });
  await table.write([{ put: { ...row, rev: 'rev-2', dueAt: instant(dueAt) }, was: 'rev-po' }]);
};
const oweSweep = (storeId: string, due: DuePartition = 'sweep') =>
  table.write([
    { put: accountRow({ ...keys.account(storeId, 'wps', 'live'), storeId, due, dueAt: instant(noon) }), was: null },
  ]);
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

  it('puts 25 accounts into a message, the slow ones apart, and an order or a notice alone', async () => {
    for (let n = 0; n < 27; n++) await oweSweep(`store-${n}`);
    await oweSweep('slowest', 'sweep-slowest');
    for (let n = 0; n < 2; n++) await oweSweep(`slow-${n}`, 'sweep-slow');
    for (let n = 0; n < 2; n++) await owe(`P-${n}`, noon);
    await poll();
    const messages = sent.map(({ queue, nudges }) => [queue, nudges.length]);
    expect(messages.toSorted()).toEqual([
      ['submit-wps', 1],
      ['submit-wps', 1],
      ['sweep', 1],
      ['sweep', 2],
      ['sweep', 2],
      ['sweep', 25],
    ]);
    const slow = sent.find(({ nudges }) => nudges.some(({ pk }) => pk.includes('slow-')));
    expect(slow?.nudges.map(({ pk }) => pk)).toEqual(['ACCOUNT#slow-0#wps#live', 'ACCOUNT#slow-1#wps#live']);
  });

  it('leaves what is not due, and what is owed nothing', async () => {
    await owe('P-1', noon + 1);
    await table.write([{ put: accountRow(), was: null }]);
    await poll();
    expect(sent).toEqual([]);
  });

  it('nudges the same again only after a lease, so a backlog does not multiply', async () => {
    for (let order = 0; order < 30; order++) await owe(`P-${order}`, noon);
    await poll();
    for (now = noon + minute; now < noon + seconds.lease * second; now += minute) await poll();
    expect(sent).toHaveLength(30);
    now = noon + seconds.lease * second;
    await poll();
    expect(sent).toHaveLength(60);
    now += minute;
    await poll();
    expect(sent).toHaveLength(60);
  });

  it('nudges at once what has become due another time', async () => {
    await owe('P-1', noon);
    await poll();
    now = noon + minute;
    await dueAgain('P-1', now);
    await poll();
    expect(numbers()).toEqual(['P-1', 'P-1']);
  });

  it('forgets at a cold start, and then nudges everything that is due once more', async () => {
    await owe('P-1', noon);
    await poll();
    now = noon + minute;
    coldStart();
    await poll();
    await poll();
    expect(numbers()).toEqual(['P-1', 'P-1']);
  });

  it('writes nothing: whoever works for the row is never in its way', async () => {
    await owe('P-1', noon);
    const before = table.rows();
    await poll();
    expect(table.rows()).toEqual(before);
  });

  it('goes through all that is due, page by page, the oldest first', async () => {
    for (let order = 0; order < 1010; order++) await owe(`P-${order}`, noon - order * second);
    await poll();
    expect(sent).toHaveLength(1010);
    expect(numbers().slice(0, 20).toSorted()).toContain('P-1009');
    expect(new Set(numbers()).size).toBe(1010);
  });

  it('gets past rows that nobody can do: those behind them are nudged all the same', async () => {
    for (let order = 0; order < 600; order++) await owe(`STUCK-${order}`, noon - hour);
    await poll();
    now = noon + minute;
    await owe('P-1', now);
    sent = [];
    await poll();
    expect(numbers()).toEqual(['P-1']);
  });

  it('begins no other page when its time is nearly up; the next tick goes on', async () => {
    for (let order = 0; order < 700; order++) await owe(`P-${order}`, noon);
    await poll(() => 9 * second);
    expect(sent).toHaveLength(500);
    await poll();
    expect(new Set(numbers()).size).toBe(700);
    expect(sent).toHaveLength(700);
  });

  it('counts what has been due for more than a quarter of an hour, however often it was nudged', async () => {
    await owe('P-1', noon);
    await owe('P-2', noon, 'automatic');
    for (now = noon; now <= noon + 15 * minute; now += minute) await poll();
    expect(new Set(countedOf('OverdueWork'))).toEqual(new Set([0]));
    counted.length = 0;
    for (; now <= noon + 20 * minute; now += minute) await poll();
    expect(countedOf('OverdueWork')).toEqual([2, 2, 2, 2, 2]);
  });

  it('counts none where there is nothing', async () => {
    await poll();
    expect(counted.toSorted()).toEqual([
      ['NeedPerson', 0],
      ['OldestSweepDue', 0],
      ['OverdueWork', 0],
    ]);
  });
});

describe('the gauges of the poller', () => {
  const needsPerson = async (poNumber: string, mode: 'live' | 'test' = 'live') => {
    const row = poRow({ ...keys.purchaseOrder('moto-hut', poNumber), poNumber, mode });
    const put = { ...row, attentionKey: 'open', attentionSince: instant(noon) };
    await table.write([{ put, was: null }]);
  };

  it('say every minute how many live orders need a person, as long as they do', async () => {
    for (const poNumber of ['P-1', 'P-2', 'P-3']) await needsPerson(poNumber);
    await needsPerson('P-4', 'test');
    await poll();
    now += minute;
    await poll();
    expect(countedOf('NeedPerson')).toEqual([3, 3]);
  });

  it('count no more than a hundred of them', async () => {
    for (let n = 0; n < 130; n++) await needsPerson(`P-${n}`);
    await poll();
    expect(countedOf('NeedPerson')).toEqual([100]);
  });

  it('say for how many seconds the account most behind has been due, in whatever lane', async () => {
    await oweSweep('quick');
    await oweSweep('slow', 'sweep-slow');
    now = noon + 20 * minute;
    await poll();
    expect(countedOf('OldestSweepDue')).toEqual([1200]);
  });

  it.each([
    ['OverdueWork', 'the index cannot be read', 'due', []],
    ['OverdueWork', 'the list of those that need a person cannot be read', 'list', [0]],
    ['OldestSweepDue', 'the index cannot be read', 'due', []],
    ['NeedPerson', 'the list of those that need a person cannot be read', 'list', []],
  ] as const)('%s does not say that all is well when %s', async (name, _, read, told) => {
    ports.table = { ...table, [read]: () => Promise.reject(new Error('Throttled')) };
    coldStart();
    await expect(poll()).rejects.toThrow('Throttled');
    expect(countedOf(name)).toEqual(told);
  });

  it('tell what they know where a part cannot be read: what is late there is late', async () => {
    await owe('P-1', noon - hour, 'automatic');
    await oweSweep('quick');
    now = noon + 20 * minute;
    ports.table = {
      ...table,
      due: async (query) => (query.due === 'submit-wps' ? Promise.reject(new Error('Throttled')) : table.due(query)),
    };
    coldStart();
    await expect(poll()).rejects.toThrow('Throttled');
    expect([countedOf('OverdueWork'), countedOf('OldestSweepDue')]).toEqual([[2], [1200]]);
  });

  it('hold up nothing when they cannot be read', async () => {
    await owe('P-1', noon);
    ports.table = { ...table, list: () => Promise.reject(new Error('Throttled')) };
    coldStart();
    await expect(poll()).rejects.toThrow('Throttled');
    expect(numbers()).toEqual(['P-1']);
  });
});

describe('trouble with one queue', () => {
  const down = (queueThatIsDown: QueueName) => {
    const { send } = ports.queues;
    ports.queues = {
      send: async (queue, nudges) => {
        if (queue === queueThatIsDown) throw new Error('This queue is down');
        return send(queue, nudges);
      },
    };
    coldStart();
    return () => {
      ports.queues.send = send;
    };
  };

  it('does not hold up the others, and is told in the end', async () => {
    await owe('P-1', noon - hour, 'wps');
    await owe('P-2', noon, 'automatic');
    down('submit-wps');
    await expect(poll()).rejects.toThrow('This queue is down');
    expect(numbers()).toEqual(['P-2']);
    expect(countedOf('OverdueWork')).toEqual([1]);
  });

  it('has a nudge that was not sent be sent at the next tick', async () => {
    await owe('P-1', noon);
    const up = down('submit-wps');
    await expect(poll()).rejects.toThrow('This queue is down');
    up();
    now = noon + minute;
    await poll();
    expect(numbers()).toEqual(['P-1']);
  });

  it('with its partition of the index, too, holds up no other', async () => {
    await owe('P-1', noon, 'wps');
    await owe('P-2', noon, 'automatic');
    ports.table = {
      ...table,
      due: async (query) => {
        if (query.due === 'submit-wps') throw new Error('Throttled');
        return table.due(query);
      },
    };
    coldStart();
    await expect(poll()).rejects.toThrow('Throttled');
    expect(numbers()).toEqual(['P-2']);
  });
});

describe('a message of several nudges, one of which fails', () => {
  const context = { getRemainingTimeInMillis: () => 50 * second } as Context;
  const record = (nudges: readonly Nudge[]) =>
    ({ messageId: 'm1', body: JSON.stringify(nudges), attributes: {}, eventSource: 'aws:sqs' }) as SQSRecord;

  it('comes back as a whole, and what is done is not done twice', async () => {
    for (let n = 0; n < 3; n++) await oweSweep(`store-${n}`);
    await poll();
    const asked: string[] = [];
    let isDown = true;
    // As every worker of ours: what is done is no longer due.
    const handle = async ({ pk, sk }: Nudge) => {
      const row = (await table.get({ pk, sk })) as AccountRow;
      if (row.due === undefined) return;
      asked.push(row.storeId);
      if (isDown && row.storeId === 'store-1') throw new Error('It cannot be reached');
      const { due: _due, dueAt: _dueAt, ...done } = row;
      await table.write([{ put: { ...done, rev: 'done' }, was: row.rev }]);
    };
    const work = worker(() => ({ handle, log: { info: () => {}, warn: () => {}, error: () => {} } }));
    const message = { Records: sent.map(({ nudges }) => record(nudges)) };
    expect(await work(message, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    isDown = false;
    expect(await work(message, context)).toEqual({ batchItemFailures: [] });
    expect(asked).toEqual(['store-0', 'store-1', 'store-2', 'store-1']);
  });
});
