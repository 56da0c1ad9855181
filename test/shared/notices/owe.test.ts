import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/domain/ports/table.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { MailRow, NoticeRow } from '../../../shared/notices/notice.ts';
import {
  type Event,
  type NoticeOwing,
  oweCustomerMail,
  owedAgain,
  oweEvent,
  oweMailAgain,
} from '../../../shared/notices/owe.ts';
import { type MemoryTable, memoryTable } from '../../memory-table.ts';

const now = Date.parse('2026-11-23T08:00:00.000Z');
const accepted = (id: string): Event => ({
  storeId: 's1',
  id,
  type: 'purchase_order.accepted',
  orderId: 'o1',
  poNumber: 'PO-1',
  account: { distributor: 'wps', mode: 'live' },
  reason: null,
});
const mail = { storeId: 's1', orderId: 'o1', mode: 'live' } as const;

let table: MemoryTable;
let nudged: unknown[];
let ports: NoticeOwing;
beforeEach(() => {
  table = memoryTable();
  nudged = [];
  let ids = 0;
  ports = {
    table,
    queues: { send: async (queue, nudges) => void nudged.push([queue, nudges]) },
    clock: { now: () => now, sleep: async () => {} },
    newId: () => `id-${++ids}`,
  };
});

const notice = async (id: string): Promise<NoticeRow> => v.parse(NoticeRow, await table.get(keys.notice('s1', id)));
const mailRow = async (): Promise<MailRow> => v.parse(MailRow, await table.get(keys.mail('s1', 'o1', 'live')));

/** Lets somebody else write first, the first `times` times. */
const beaten = (times: number, rival: () => Promise<unknown>): NoticeOwing => {
  let left = times;
  const write = async (changes: readonly Change[]) => {
    if (left-- > 0) await rival();
    return table.write(changes);
  };
  return { ...ports, table: { ...table, write } };
};

describe('an event that is owed to the store', () => {
  it('is nudged, due two minutes later should the message be lost, and kept 30 days', async () => {
    await oweEvent(ports, accepted('e1'));
    expect(await notice('e1')).toMatchObject({
      type: 'purchase_order.accepted',
      due: 'webhook',
      dueAt: '2026-11-23T08:02:00.000Z',
      at: '2026-11-23T08:00:00.000Z',
      expiresAt: Date.parse('2026-12-23T08:00:00.000Z') / 1000,
      sequence: 1,
      tries: 0,
      byMail: false,
      outcome: null,
    });
    expect(nudged).toEqual([['webhook', [keys.notice('s1', 'e1')]]]);
  });

  it('is owed once, however often it is told', async () => {
    await oweEvent(ports, accepted('e1'));
    const before = table.rows();
    await oweEvent(ports, accepted('e1'));
    expect(table.rows()).toEqual(before);
  });

  it('has the next number of its order', async () => {
    await oweEvent(ports, accepted('e1'));
    await oweEvent(ports, accepted('e2'));
    await oweEvent(ports, { ...accepted('e3'), orderId: 'other' });
    expect([(await notice('e1')).sequence, (await notice('e2')).sequence, (await notice('e3')).sequence]).toEqual([
      1, 2, 1,
    ]);
  });

  it('has no number when it is no order’s', async () => {
    await oweEvent(ports, { ...accepted('e1'), type: 'account.stopped', orderId: null, poNumber: null, reason: 'no' });
    expect(await notice('e1')).toMatchObject({ sequence: 0, orderId: null, reason: 'no' });
    expect(table.rows()).toHaveLength(1);
  });

  it('takes the number after one that another took meanwhile', async () => {
    let others = 0;
    await oweEvent(
      beaten(3, () => oweEvent(ports, accepted(`other-${++others}`))),
      accepted('e1'),
    );
    expect((await notice('e1')).sequence).toBe(4);
  });

  it('is tried eight times while others take the number', async () => {
    let others = 0;
    const rival = () => oweEvent(ports, accepted(`other-${++others}`));
    await oweEvent(beaten(7, rival), accepted('e1'));
    expect((await notice('e1')).sequence).toBe(8);
    await expect(oweEvent(beaten(8, rival), accepted('e2'))).rejects.toThrow('could not be owed');
    expect(others).toBe(15);
  });

  it('is left to the one who owed it first', async () => {
    await oweEvent(
      beaten(1, () => oweEvent(ports, accepted('e1'))),
      accepted('e1'),
    );
    expect((await notice('e1')).sequence).toBe(1);
  });

  it('says so when it cannot be owed', async () => {
    let others = 0;
    const never = beaten(100, () => oweEvent(ports, accepted(`other-${++others}`)));
    await expect(oweEvent(never, accepted('e1'))).rejects.toThrow('could not be owed');
  });

  it('is owed again from the start', async () => {
    await oweEvent(ports, accepted('e1'));
    const sent = { ...(await notice('e1')), due: undefined, dueAt: undefined, tries: 9, outcome: 'given-up' as const };
    expect(owedAgain(sent, now + 1000)).toMatchObject({
      due: 'webhook',
      dueAt: '2026-11-23T08:00:01.000Z',
      tries: 0,
      byMail: false,
      outcome: null,
      sequence: 1,
    });
  });
});

describe('the customer’s mail', () => {
  it('is owed by the order, nudged, and due two minutes later should the message be lost', async () => {
    await oweCustomerMail(ports, mail);
    expect(await mailRow()).toMatchObject({
      due: 'mail',
      dueAt: '2026-11-23T08:02:00.000Z',
      mailed: [],
      tries: 0,
      failed: null,
    });
    expect(nudged).toEqual([['mail', [keys.mail('s1', 'o1', 'live')]]]);
  });

  it('is not owed twice while nobody has chosen its parcels', async () => {
    await oweCustomerMail(ports, mail);
    const before = table.rows();
    await oweCustomerMail(ports, mail);
    expect(table.rows()).toEqual(before);
  });

  it('is owed again after it was sent, and remembers what it told', async () => {
    await oweCustomerMail(ports, mail);
    const { due: _, dueAt: __, ...sent } = { ...(await mailRow()), mailed: ['PO-1/A1'], tries: 2, rev: 'sent' };
    await table.write([{ put: sent, was: (await mailRow()).rev }]);
    await oweCustomerMail(ports, mail);
    expect(await mailRow()).toMatchObject({ due: 'mail', mailed: ['PO-1/A1'], tries: 0 });
  });

  it('takes the sender’s right to settle it away, and not his lease, when somebody is sending it', async () => {
    await oweCustomerMail(ports, mail);
    const lease = '2026-11-23T08:01:30.000Z' as const;
    const sending = { ...(await mailRow()), sendingUntil: lease, dueAt: lease, rev: 'sending' };
    await table.write([{ put: sending, was: (await mailRow()).rev }]);
    await oweCustomerMail(ports, mail);
    expect(await mailRow()).toEqual({ ...sending, rev: expect.not.stringMatching('sending') });
  });

  it.each([
    ['waits for its next try', '2026-11-23T14:00:00.000Z', null],
    ['is being sent at this moment', '2026-11-23T08:01:30.000Z', '2026-11-23T08:01:30.000Z'],
  ] as const)('goes to another address from the start of its tries, also while it %s', async (_, until, becomes) => {
    await oweCustomerMail(ports, mail);
    const failed = { at: instant(now), reason: 'No.', addressMark: 'other', forGood: false };
    const tried = { ...(await mailRow()), sendingUntil: until, dueAt: until, tries: 3, failed, rev: 'tried' };
    await table.write([{ put: tried, was: (await mailRow()).rev }]);
    await oweMailAgain(ports, mail, 'ada@new.example');
    expect(await mailRow()).toMatchObject({ due: 'mail', tries: 0, failed: null, sendingUntil: becomes });
    expect(nudged).toEqual(Array(2).fill(['mail', [keys.mail('s1', 'o1', 'live')]]));
  });

  it('survives a race with its sender', async () => {
    await oweCustomerMail(ports, mail);
    const { due: _, dueAt: __, ...idle } = { ...(await mailRow()), rev: 'idle' };
    await table.write([{ put: idle, was: (await mailRow()).rev }]);
    const rival = async () => table.write([{ put: { ...idle, rev: 'rival' }, was: 'idle' }]);
    await oweCustomerMail(beaten(1, rival), mail);
    expect((await mailRow()).due).toBe('mail');
  });
});
