import { describe, expect, it } from 'vitest';
import type { Row } from '../../../shared/domain/ports/table.ts';
import { assertingTable } from '../../../shared/ordering/asserting-table.ts';
import { looksUpByResend, throwing } from '../../assertions.ts';
import { memoryTable } from '../../memory-table.ts';
import { accepted, calling, inDoubt, needsPerson, poRow, refused } from '../../rows.ts';

const notDue = { due: undefined, dueAt: undefined } as const;

/** What is told of a row that is written, and whether it was written all the same. */
const writing = async (row: Row) => {
  const told: string[] = [];
  const rows = memoryTable();
  const table = assertingTable(rows, looksUpByResend, (assertion, { pk }) => void told.push(`${pk}: ${assertion}`));
  const result = await table.write([{ put: row, was: null }]);
  return { told: told.map((each) => each.replace(/^PO#\S+ /, '')), result, rows: rows.rows().length };
};

describe('the table holds what we write against what must hold of it', () => {
  it.each([
    ['claimed', poRow()],
    ['calling', calling()],
    ['in doubt', inDoubt()],
    ['accepted', accepted()],
    ['refused', refused()],
    ['before a person', needsPerson()],
    ['sent again after two absences', calling({ sends: 2, absentAt: '2026-11-23T11:00:00.000Z' })],
    ['sent again to ask, where nothing else can be asked', calling({ sends: 3, distributor: 'tucker-rocky' })],
  ])('nothing is told of a purchase order that is %s', async (_, row) => {
    expect(await writing(row)).toEqual({ told: [], result: 'done', rows: 1 });
  });

  it.each([
    [
      'owes something to nobody',
      { ...accepted({ tracking: 'complete', owed: [{ kind: 'mail' }] }), ...notDue },
      'what is owed is due',
    ],
    ['is claimed for ever', { ...poRow(), ...notDue }, 'what is open is due'],
    ['is in doubt for ever', { ...inDoubt(), ...notDue }, 'what is open is due'],
    ['is tracked for ever', { ...accepted(), ...notDue }, 'what is open is due'],
    [
      'is to be looked for once more by nobody',
      { ...refused({ recheckAt: '2026-11-23T13:00:00.000Z' }), ...notDue },
      'what is open is due',
    ],
    ['is none', { ...poRow(), owed: null } as unknown as Row, 'a purchase order can be read'],
    ['is called for by nobody', calling({ call: null }), 'who calls has begun'],
    ['is sent again unproven', calling({ sends: 2, absentAt: null }), 'what is sent again was absent'],
    ['is before a person who is told nothing', needsPerson({ attention: null }), 'a person is told why'],
  ])('a purchase order that %s is told of, and written', async (_, row, assertion) => {
    expect(await writing(row)).toEqual({ told: [assertion], result: 'done', rows: 1 });
  });

  it('a notice that is being sent is found again only where it is due', async () => {
    const notice = { pk: 'STORE#s1', sk: 'NOTICE#1', rev: 'r1', sendingUntil: '2026-11-23T12:02:00.000Z' };
    expect((await writing(notice)).told).toHaveLength(1);
    expect((await writing({ ...notice, due: 'webhook' })).told).toEqual([]);
    expect((await writing({ ...notice, sendingUntil: null } as Row)).told).toEqual([]);
  });

  it('where what it tells throws, as in tests, nothing is written', async () => {
    const rows = memoryTable();
    const table = assertingTable(rows, looksUpByResend, throwing);
    await expect(table.write([{ put: { ...poRow(), ...notDue }, was: null }])).rejects.toThrow('what is open is due');
    expect(rows.rows()).toEqual([]);
  });
});
