import { describe, expect, it } from 'vitest';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { oweRedelivery } from '../../../shared/notices/redelivery.ts';
import { send } from '../../../shared/notices/send.ts';
import { monday, noticeRow, storeRow, world } from './world.ts';

const hooked = storeRow({ webhook: { url: 'https://hooks.motohut.example/drop-ship' } });
const all = { since: instant(0), until: null, type: null, id: null };

/** Notices that were sent, one a minute until Monday. */
const sent = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const id = `${instant(monday - n * 60_000)}-x`;
    const { due: _due, dueAt: _dueAt, ...row } = noticeRow();
    return {
      ...row,
      ...keys.notice('s1', id),
      id,
      type: 'purchase_order.accepted' as const,
      outcome: 'delivered' as const,
    };
  });

const made = async (...rows: Parameters<typeof world>) => {
  const here = world(...rows);
  await here.ready;
  const owed = () => here.table.rows().filter(({ sk, due }) => sk.startsWith('NOTICE#') && due === 'webhook').length;
  const walk = () => here.send(keys.redelivery('s1'));
  return { ...here, owed, walk };
};

describe('notices that are to be sent again', () => {
  it('are owed again by a worker, all of those in the time that was asked for', async () => {
    const { ports, owed, walk, seen } = await made(hooked, ...sent(120));
    const wanted = { ...all, since: instant(monday - 99 * 60_000), until: instant(monday - 10 * 60_000) };
    expect(await oweRedelivery(ports, 's1', wanted)).toBe('owed');
    expect(owed()).toBe(0);
    expect(seen.nudged).toEqual([['REDELIVERY', undefined]]);
    await walk();
    expect(owed()).toBe(90);
    expect(await oweRedelivery(ports, 's1', wanted)).toBe('owed');
  });

  it('are owed for a second time only when the first is over', async () => {
    const { ports } = await made(hooked, ...sent(3));
    await oweRedelivery(ports, 's1', all);
    expect(await oweRedelivery(ports, 's1', all)).toBe('in-progress');
  });

  it('are owed by one of two who are nudged at the same time', async () => {
    const { ports, owed, walk } = await made(hooked, ...sent(60));
    await oweRedelivery(ports, 's1', all);
    await Promise.all([walk(), walk()]);
    expect(owed()).toBe(60);
    expect(await oweRedelivery(ports, 's1', all)).toBe('owed');
  });

  it('are left to another worker that has taken them over in the middle', async () => {
    const { ports, owed, table } = await made(hooked, ...sent(60));
    await oweRedelivery(ports, 's1', all);
    const isProgress = (row: object) => 'after' in row && row.after !== null;
    const write: typeof table.write = async (changes) =>
      changes.some((change) => 'put' in change && isProgress(change.put)) ? 'conflict' : table.write(changes);
    await send({ ...ports, table: { ...table, write } }, keys.redelivery('s1'));
    expect(owed()).toBe(25);
    expect(await oweRedelivery(ports, 's1', all)).toBe('in-progress');
  });

  it('are those of one kind, or the one that is named', async () => {
    const rows = sent(5);
    const { ports, owed, walk } = await made(hooked, ...rows);
    await oweRedelivery(ports, 's1', { ...all, type: 'account.stopped' });
    await walk();
    expect(owed()).toBe(0);
    await oweRedelivery(ports, 's1', { ...all, id: rows[2]?.id ?? '' });
    await walk();
    expect(owed()).toBe(1);
  });

  it('are the one that is named as it was sent, by its webhook-id', async () => {
    const rows = sent(3);
    const { ports, owed, walk } = await made(hooked, ...rows);
    expect(rows[1]?.id).toBe('2026-11-23T07:59:00.000Z-x');
    await oweRedelivery(ports, 's1', { ...all, id: '2026-11-23T07:59:00_000Z-x' });
    await walk();
    expect(owed()).toBe(1);
  });

  it('are walked a thousand at a time, and the next turn goes on where the last one ended', async () => {
    const { ports, owed, walk, table, state } = await made(hooked, ...sent(1100));
    await oweRedelivery(ports, 's1', all);
    await walk();
    expect(owed()).toBe(1000);
    expect(await table.get(keys.redelivery('s1'))).toMatchObject({ due: 'webhook', dueAt: instant(monday) });
    state.now += 60_000;
    await walk();
    expect(owed()).toBe(1100);
    expect(await table.get(keys.redelivery('s1'))).not.toHaveProperty('due');
  });

  it('are not owed where there is no webhook: what was mailed is not mailed twice', async () => {
    const { ports, owed, walk } = await made(storeRow(), ...sent(3));
    await oweRedelivery(ports, 's1', all);
    await walk();
    expect(owed()).toBe(0);
    expect(await oweRedelivery(ports, 's1', all)).toBe('owed');
  });
});
