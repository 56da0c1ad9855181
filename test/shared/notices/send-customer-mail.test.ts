import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { OrderRow } from '../../../shared/domain/order/order.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { addressMarkOf } from '../../../shared/notices/address-mark.ts';
import { oweCustomerMail, oweMailAgain } from '../../../shared/notices/owe.ts';
import { send as sendOf } from '../../../shared/notices/send.ts';
import { item, mailRow, monday, orderRow, poRow, shipments, storeRow, upsNumber, world } from './world.ts';

const mail = { storeId: 's1', orderId: '1001', mode: 'live' } as const;
const minute = 60_000;

const ordinary = async (...more: Parameters<typeof world>) => {
  const made = world(storeRow(), orderRow(), poRow(), mailRow(), ...more);
  await made.ready;
  return made;
};

describe('the customer’s mail', () => {
  it('tells of every parcel, once, and then owes nothing', async () => {
    const { send, seen, mailed } = await ordinary();
    await send(mailRow());
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    expect(seen.mails[0]).toMatchObject({ to: 'ada@example.com', replyTo: 'service@motohut.example' });
    expect(seen.mails[0]?.text).toContain('1Z5R89390357567127');
    expect(await mailed()).toMatchObject({ mailed: ['PO-1/1Z5R89390357567127'], sendingUntil: null, tries: 0 });
    expect((await mailed()).due).toBeUndefined();
    expect(seen.counted).toEqual([['MailsSent', 1, { distributor: 'wps', mode: 'live' }]]);
    expect(seen.nudged).toEqual([]);
  });

  it.each([
    ['order', [storeRow(), poRow(), mailRow()]],
    ['store', [orderRow(), poRow(), mailRow()]],
  ] as const)('is not sent, and not owed any more, where its %s is gone', async (_, rows) => {
    const { send, seen, mailed, ready } = world(...rows);
    await ready;
    await send(mailRow());
    expect(seen.mails).toEqual([]);
    expect((await mailed()).due).toBeUndefined();
  });

  it('holds the parcels of all purchase orders of the order', async () => {
    const made = world(
      storeRow(),
      orderRow({
        items: [item('1', 'Oil filter'), item('2', 'Helmet')],
        attempts: [
          { itemId: '1', mode: 'live', poNumber: 'PO-0' },
          { itemId: '1', mode: 'live', poNumber: 'PO-1' },
          { itemId: '2', mode: 'live', poNumber: 'PO-2' },
        ],
      }),
      poRow({ poNumber: 'PO-0', state: 'refused', shipments: [] }),
      poRow(),
      poRow({ poNumber: 'PO-2', itemId: '2', distributor: 'automatic', shipments: shipments('986578788855', 'PRO 1') }),
      mailRow(),
    );
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails).toHaveLength(1);
    expect(made.seen.mails[0]?.subject).toBe('Your order 1001 has shipped');
    expect((await made.mailed()).mailed).toEqual(['PO-1/1Z5R89390357567127', 'PO-2/986578788855', 'PO-2/PRO1']);
  });

  it('tells only of what is new, and of nothing that is gone', async () => {
    const gone = shipments('GONE-1').map((shipment) => ({ ...shipment, goneAt: instant(monday) }));
    const made = world(
      storeRow(),
      orderRow(),
      poRow({ shipments: [...shipments('OLD-1', 'NEW-2'), ...gone] }),
      mailRow('live', { mailed: ['PO-1/OLD-1'] }),
    );
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails[0]?.text).toContain('NEW-2');
    expect(made.seen.mails[0]?.text).not.toMatch(/OLD-1|GONE-1/);
  });

  it.each([
    ['nothing is new', orderRow(), poRow({ shipments: [] })],
    ['the customer was erased', orderRow({ customer: null }), poRow()],
  ])('is not sent when %s, and owes nothing', async (_, order, po) => {
    const made = world(storeRow(), order, po, mailRow());
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails).toEqual([]);
    expect((await made.mailed()).due).toBeUndefined();
  });

  it('is sent by one of two who are nudged at the same time', async () => {
    const { send, seen } = await ordinary();
    await Promise.all([send(mailRow()), send(mailRow()), send(mailRow())]);
    expect(seen.mails).toHaveLength(1);
  });

  it('is found again when its sender dies, and repeated then: the one repetition that there may be', async () => {
    const { send, seen, state, ports, table, mailed } = await ordinary();
    const dueBy = async (at: number) =>
      (await table.due({ due: 'mail', until: instant(at), limit: 9, after: null })).rows;
    const before = ports.sendMail;
    const dying = {
      ...ports,
      sendMail: async (...of: Parameters<typeof before>) => {
        await before(...of);
        throw new Error('Killed.');
      },
    };
    await expect(sendOf(dying, mailRow())).rejects.toThrow('Killed.');
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    expect(await dueBy(monday + 89_999)).toEqual([]);
    state.now = monday + 90_000;
    expect(await dueBy(state.now)).toHaveLength(1);
    await send(mailRow());
    await send(mailRow());
    expect(seen.mails).toHaveLength(2);
    expect((await mailed()).due).toBeUndefined();
  });

  it('stays owed when a parcel is found while it is being sent, and tells of that one next', async () => {
    const { send, seen, ports, change, mailed } = await ordinary();
    const { sendMail } = ports;
    const meanwhile = {
      ...ports,
      sendMail: async (...of: Parameters<typeof sendMail>) => {
        if (seen.mails.length === 0) {
          await change(poRow({ shipments: [...shipments('1Z5R89390357567127', '986578788855')] }));
          await oweCustomerMail(ports, mail);
        }
        return sendMail(...of);
      },
    };
    await sendOf(meanwhile, mailRow());
    expect(await mailed()).toMatchObject({ due: 'mail', dueAt: instant(monday), sendingUntil: null });
    // The first of them came in vain, while it was being sent.
    expect(seen.nudged).toEqual(Array(2).fill(['MAIL#live', undefined]));
    await send(mailRow());
    await send(mailRow());
    expect(seen.mails).toHaveLength(2);
    expect(seen.mails[1]?.text).toContain('986578788855');
    expect(seen.mails[1]?.text).not.toContain('1Z5R89390357567127');
    expect((await mailed()).due).toBeUndefined();
  });

  it('is tried later and later while SES does not take it, and not before', async () => {
    const { send, seen, state, mailed } = await ordinary();
    state.mails = [
      { outcome: 'try-later', message: 'Throttled.' },
      { outcome: 'try-later', message: 'Down.' },
      { outcome: 'sent' },
    ];
    await send(mailRow());
    expect(await mailed()).toMatchObject({ tries: 1, due: 'mail', dueAt: instant(monday + minute) });
    expect(seen.nudged).toEqual([['MAIL#live', 61]]);
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    state.now = monday + minute;
    await send(mailRow());
    expect(await mailed()).toMatchObject({ tries: 2, dueAt: instant(monday + 6 * minute) });
    state.now = monday + 6 * minute;
    await send(mailRow());
    expect(await mailed()).toMatchObject({ tries: 0, mailed: ['PO-1/1Z5R89390357567127'] });
    expect(seen.counted.map((count) => (count as string[])[0])).toEqual(['MailsFailed', 'MailsFailed', 'MailsSent']);
  });

  it('is nudged to be tried later when its row says so, and not before', async () => {
    const { ports, state, mailed } = await ordinary();
    state.mails = [{ outcome: 'try-later', message: 'Down.' }];
    const found: unknown[] = [];
    const queues = { send: async () => void found.push((await mailed()).tries) };
    await sendOf({ ...ports, queues }, mailRow());
    expect(found).toEqual([1]);
  });

  it('is given up after three days, and the store is told', async () => {
    const { send, seen, state, mailed, table } = await ordinary();
    state.mails = [{ outcome: 'try-later', message: 'Down.' }];
    for (let tried = 0; tried < 30 && (await mailed()).due !== undefined; tried += 1) {
      state.now = Date.parse((await mailed()).dueAt ?? '');
      await send(mailRow());
    }
    expect((state.now - monday) / 3_600_000).toBe(72);
    expect(await mailed()).toMatchObject({ failed: { reason: 'Down.' }, mailed: [] });
    expect(table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'))).toHaveLength(1);
    expect(seen.mails.length).toBe(11);
  });

  it('that SES refuses for good is told to the store once, and noted on the order', async () => {
    const { send, state, mailed, table } = await ordinary();
    state.mails = [{ outcome: 'refused', message: 'SES does not take this mailbox (MessageRejected).' }];
    await send(mailRow());
    await send(mailRow());
    expect((await mailed()).due).toBeUndefined();
    expect((await mailed()).failed).toEqual({
      at: instant(monday),
      reason: 'SES does not take this mailbox (MessageRejected).',
      addressMark: expect.stringMatching(/^[0-9a-f]{8}$/),
      forGood: false,
    });
    const notices = table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'));
    expect(notices).toMatchObject([
      { type: 'customer_mail.failed', orderId: '1001', sequence: 1, account: { mode: 'live' } },
    ]);
    expect(table.rows().find(({ sk }) => sk === 'ORDER')).toMatchObject({
      notes: [
        {
          text: 'The e-mail about 1Z5R89390357567127 could not be sent: SES does not take this mailbox (MessageRejected).',
        },
      ],
    });
  });

  it('that SES refuses for good is noted with ten of its numbers, and how many more there were', async () => {
    const numbers = Array.from({ length: 11 }, (_, place) => upsNumber(place));
    const made = world(storeRow(), orderRow(), poRow({ shipments: shipments(...numbers) }), mailRow());
    await made.ready;
    made.state.mails = [{ outcome: 'refused', message: 'No.' }];
    await made.send(mailRow());
    const order = made.table.rows().find(({ sk }) => sk === 'ORDER');
    expect(JSON.stringify(order)).toContain(`${numbers[9]} and 1 more`);
  });

  it('tells of the thousandth parcel of an order', async () => {
    const known = Array.from({ length: 999 }, (_, n) => `PO-1/A${n}`);
    const made = world(storeRow(), orderRow(), poRow(), mailRow('live', { mailed: known }));
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails).toHaveLength(1);
  });

  it('never fills its row: of more than a thousand parcels the store is told, in few words, and the rest of the order ends well', async () => {
    const numbers = (from: string, count: number) =>
      Array.from({ length: count }, (_, n) => `${from}${'𝕩'.repeat(52)}${String(n).padStart(4, '0')}`);
    const known = numbers('A', 990).map((number) => `PO-1/${number}`);
    const made = world(
      storeRow(),
      orderRow(),
      poRow({ shipments: shipments(...numbers('B', 30)) }),
      mailRow('live', { mailed: known }),
    );
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails).toEqual([]);
    expect(await made.mailed()).toMatchObject({
      failed: { reason: expect.stringMatching(/^We mail .* of 1000 parcels/) },
    });
    expect((await made.mailed()).due).toBeUndefined();
    const sizes = made.table.rows().map((row) => Buffer.byteLength(JSON.stringify(row)));
    expect(Math.max(...sizes)).toBeLessThan(400 * 1024);
    const [note] = v.parse(
      OrderRow,
      made.table.rows().find(({ sk }) => sk === 'ORDER'),
    ).notes;
    expect(note?.text).toMatch(/ and 20 more could not be sent: We mail /);
    expect(made.table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'))).toMatchObject([
      { type: 'customer_mail.failed' },
    ]);
  });

  it('is sent to a new address when the old one was refused, once', async () => {
    const { send, seen, state, ports, change, mailed } = await ordinary();
    state.mails = [{ outcome: 'refused', message: 'No.' }, { outcome: 'sent' }];
    await send(mailRow());
    await oweMailAgain(ports, mail, 'ada@example.com');
    expect((await mailed()).due).toBeUndefined();
    await change(orderRow({ customer: { name: 'Ada Rider', email: 'ada@new.example' } }));
    await oweMailAgain(ports, mail, 'ada@new.example');
    await send(mailRow());
    await oweMailAgain(ports, mail, 'ada@newer.example');
    await send(mailRow());
    expect(seen.mails.map(({ to }) => to)).toEqual(['ada@example.com', 'ada@new.example']);
    expect(await mailed()).toMatchObject({ failed: null, mailed: ['PO-1/1Z5R89390357567127'] });
  });

  it('is sent to an address of which an older version wrote that it failed, and not whether for good', async () => {
    const failed = { at: instant(monday), reason: 'Down.', addressMark: addressMarkOf('1001', 'ada@example.com') };
    const { send, seen, mailed, ready } = world(storeRow(), orderRow(), poRow(), { ...mailRow(), ...{ failed } });
    await ready;
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    expect(await mailed()).toMatchObject({ failed: null });
  });

  it('is sent to an address that was changed while the old one was tried', async () => {
    const { send, seen, state, ports, table, mailed } = await ordinary();
    state.mails = [{ outcome: 'refused', message: 'No.' }, { outcome: 'sent' }];
    const order = orderRow({ customer: { name: 'Ada Rider', email: 'ada@new.example' } });
    const changing: typeof ports.sendMail = async (written) => {
      await table.write([{ put: { ...order, rev: 'changed' }, was: 'order' }]);
      await oweMailAgain(ports, mail, 'ada@new.example');
      return ports.sendMail(written);
    };
    await sendOf({ ...ports, sendMail: changing }, mailRow());
    await send(mailRow());
    expect(seen.mails.map(({ to }) => to)).toEqual(['ada@example.com', 'ada@new.example']);
    expect(await mailed()).toMatchObject({ failed: null });
  });

  it('goes out once to a new address that the webstore tells of while it is being sent there', async () => {
    const failed = { at: instant(monday), reason: 'No.', addressMark: '00000000', forGood: false };
    const made = world(storeRow(), orderRow(), poRow(), mailRow('live', { failed }));
    await made.ready;
    const telling: typeof made.ports.sendMail = async (written) => {
      await oweMailAgain(made.ports, mail, 'ada@example.com');
      await made.send(mailRow());
      return made.ports.sendMail(written);
    };
    await sendOf({ ...made.ports, sendMail: telling }, mailRow());
    await made.send(mailRow());
    expect(made.seen.mails.map(({ to }) => to)).toEqual(['ada@example.com']);
    expect(await made.mailed()).toMatchObject({ failed: null, mailed: ['PO-1/1Z5R89390357567127'] });
    expect((await made.mailed()).due).toBeUndefined();
  });

  it('that our own account may not send is kept owed for as long as it takes, and nobody is told', async () => {
    const { send, seen, state, mailed, table } = await ordinary();
    state.mails = [{ outcome: 'not-allowed', message: 'Sandbox.' }];
    for (let tried = 0; tried < 400; tried += 1) {
      state.now = Date.parse((await mailed()).dueAt ?? '');
      await send(mailRow());
    }
    expect((state.now - monday) / 86_400_000).toBeGreaterThan(4);
    expect(await mailed()).toMatchObject({ due: 'mail', tries: 0, failed: null });
    expect(table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'))).toEqual([]);
    state.mails = [{ outcome: 'sent' }];
    state.now = Date.parse((await mailed()).dueAt ?? '');
    await send(mailRow());
    expect(await mailed()).toMatchObject({ mailed: ['PO-1/1Z5R89390357567127'] });
    expect(seen.mails).toHaveLength(401);
  });

  it('comes at most five times a day; what is found after that is told together, and none is dropped', async () => {
    const { send, seen, state, ports, change, mailed } = await ordinary();
    const numbers = ['1Z5R89390357567127', ...Array.from({ length: 7 }, (_, n) => `98657878885${n}`)];
    for (let count = 1; count <= numbers.length; count++) {
      await change(poRow({ shipments: [...shipments(...numbers.slice(0, count))] }));
      await oweCustomerMail(ports, mail);
      await send(mailRow());
      state.now += minute;
    }
    expect(seen.mails).toHaveLength(5);
    expect(await mailed()).toMatchObject({ due: 'mail', dueAt: instant(monday + 86_400_000) });
    state.now = monday + 86_400_000;
    await send(mailRow());
    expect(seen.mails).toHaveLength(6);
    for (const number of numbers.slice(5)) expect(seen.mails[5]?.text).toContain(number);
  });

  it('waits for the next day where the platform allows its store no more mails today', async () => {
    const { send, seen, state, ports, change, mailed, ready } = world(
      storeRow({ limits: { ordersPerDay: null, customerMailsPerDay: 1 } }),
      orderRow(),
      poRow(),
      mailRow(),
    );
    await ready;
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    await change(poRow({ shipments: [...shipments('1Z5R89390357567127', '986578788851')] }));
    await oweCustomerMail(ports, mail);
    await send(mailRow());
    expect(seen.mails).toHaveLength(1);
    const midnight = Math.ceil(monday / 86_400_000) * 86_400_000;
    expect(await mailed()).toMatchObject({ due: 'mail', dueAt: instant(midnight) });
    state.now = midnight;
    await send(mailRow());
    expect(seen.mails[1]?.text).toContain('986578788851');
  });

  it('is refused here when the address could be no mailbox', async () => {
    const made = world(
      storeRow(),
      orderRow({ customer: { name: 'Ada', email: 'ada@x.example\r\nBcc: eve@x.example' } }),
      poRow(),
      mailRow(),
    );
    await made.ready;
    await made.send(mailRow());
    expect(made.seen.mails).toEqual([]);
    expect((await made.mailed()).failed?.reason).toBe('The customer’s e-mail address is no mailbox.');
  });

  it('tells of the failed parcels too, when a new one comes and the address is mended', async () => {
    const { send, seen, state, ports, change, mailed } = await ordinary();
    state.mails = [{ outcome: 'refused', message: 'No.' }, { outcome: 'sent' }];
    await send(mailRow());
    await change(poRow({ shipments: [...shipments('1Z5R89390357567127', '986578788855')] }));
    await oweCustomerMail(ports, mail);
    await send(mailRow());
    expect(seen.mails[1]?.text).toMatch(/1Z5R89390357567127[\s\S]*986578788855/);
    expect(await mailed()).toMatchObject({ failed: null, mailed: expect.arrayContaining(['PO-1/986578788855']) });
  });

  it('is told to the store once, when a crash comes between telling and writing', async () => {
    const { send, state, ports, table, mailed } = await ordinary();
    state.mails = [{ outcome: 'refused', message: 'No.' }];
    let writes = 0;
    const dying = {
      ...ports,
      table: {
        ...table,
        write: (...of: Parameters<typeof table.write>) =>
          ++writes === 4 ? Promise.reject(new Error('Killed.')) : table.write(...of),
      },
    };
    await expect(sendOf(dying, mailRow())).rejects.toThrow('Killed.');
    state.now = monday + 90_000;
    await send(mailRow());
    expect((await mailed()).failed).not.toBeNull();
    expect(table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'))).toHaveLength(1);
    expect(table.rows().find(({ sk }) => sk === 'ORDER')).toMatchObject({ notes: [{}] });
  });
});

describe('in test mode', () => {
  it('the mail goes to the store and to nobody else, marked', async () => {
    const made = world(
      storeRow(),
      orderRow({ attempts: [{ itemId: '1', mode: 'test', poNumber: 'PO-1' }] }),
      poRow({ mode: 'test' }),
      mailRow('test'),
    );
    await made.ready;
    await made.send(mailRow('test'));
    expect(made.seen.mails).toHaveLength(1);
    expect(made.seen.mails[0]).toMatchObject({
      to: 'service@motohut.example',
      subject: '[TEST] Your order 1001 has shipped',
    });
    expect(made.seen.mails[0]?.text).toContain('This is a test.');
    expect(JSON.stringify(made.seen.mails)).not.toContain('ada@example.com');
  });

  it('a purchase order never reaches the customer, even if it were listed among the live ones', async () => {
    const made = world(storeRow(), orderRow(), poRow({ mode: 'test' }), mailRow('live'));
    await made.ready;
    await made.send(mailRow('live'));
    expect(made.seen.mails).toEqual([]);
  });
});
