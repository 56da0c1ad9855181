import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { events } from '../../../shared/contract/bodies/event.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import type { Delivered } from '../../../shared/notices/delivery.ts';
import { owedAgain } from '../../../shared/notices/owe.ts';
import { send as sendOf } from '../../../shared/notices/send.ts';
import { monday, noticeRow, orderRow, poRow, storeRow, world } from './world.ts';

const hooked = storeRow({
  webhook: { url: 'https://hooks.motohut.example/drop-ship' },
  signingSecrets: [
    { sealed: 'retired', createdAt: '2026-11-01T00:00:00.000Z', retiresAt: '2026-11-23T08:00:00.000Z' },
    { sealed: 'older', createdAt: '2026-11-22T00:00:00.000Z', retiresAt: '2026-11-23T08:00:00.001Z' },
    { sealed: 'newer', createdAt: '2026-11-22T09:00:00.000Z', retiresAt: null },
  ],
});

const made = async (...rows: Parameters<typeof world>) => {
  const here = world(...rows);
  await here.ready;
  return here;
};

describe('a notice to a store with a webhook', () => {
  it('is delivered once, with the purchase order as it is now, signed with every secret that lives', async () => {
    const { send, seen, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    await send(noticeRow());
    await send(noticeRow());
    expect(seen.deliveries).toHaveLength(1);
    expect(seen.deliveries[0]).toMatchObject({
      url: 'https://hooks.motohut.example/drop-ship',
      id: 'n1',
      secrets: ['newer opened for s1 webhook any', 'older opened for s1 webhook any'],
    });
    expect(JSON.parse(seen.deliveries[0]?.body ?? '')).toMatchObject({
      type: 'purchase_order.shipped',
      timestamp: '2026-11-23T08:00:00.000Z',
      data: {
        sequence: 3,
        purchaseOrder: { poNumber: 'PO-1', status: 'shipped', shipments: [{ trackingNumber: '1Z5R89390357567127' }] },
      },
    });
    expect(await noticed()).toMatchObject({ outcome: 'delivered', tries: 1 });
    expect((await noticed()).due).toBeUndefined();
    expect((await noticed()).expiresAt).toBe(noticeRow().expiresAt);
    expect(seen.mails).toEqual([]);
  });

  it('that an older version wrote is delivered as well: nobody has mailed or tried it yet', async () => {
    const { byMail: _byMail, giveUpAt: _giveUpAt, log: _log, ...older } = noticeRow();
    const { send, seen, noticed } = await made(hooked, orderRow(), poRow(), older);
    await send(noticeRow());
    expect(seen.deliveries).toHaveLength(1);
    expect(seen.mails).toEqual([]);
    expect(await noticed()).toMatchObject({ outcome: 'delivered', byMail: false, log: [{ status: 200 }] });
  });

  it('has an id without full stops, which part what is signed', async () => {
    const notice = noticeRow({ id: '2026-11-23T08:00:00.000Z.PO-1.2' });
    const { send, seen } = await made(hooked, orderRow(), poRow(), notice);
    await send(notice);
    expect(seen.deliveries[0]?.id).toBe('2026-11-23T08:00:00_000Z_PO-1_2');
  });

  it('is tried on the schedule, never before its time, for three days, and then given up', async () => {
    const { send, seen, state, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    state.deliveries = [{ outcome: 'failed', status: 500, reason: 'Answered with status 500.' }];
    const at: number[] = [];
    for (let tried = 0; tried < 30 && (await noticed()).due !== undefined; tried += 1) {
      state.now = Date.parse((await noticed()).dueAt ?? '');
      if (tried > 0) {
        state.now -= 1;
        await send(noticeRow());
        state.now += 1;
      }
      await send(noticeRow());
      at.push((state.now - monday) / 1000);
    }
    expect(at).toEqual([0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 259_200]);
    expect(seen.deliveries).toHaveLength(10);
    expect(await noticed()).toMatchObject({ outcome: 'given-up', tries: 10 });
    expect(seen.nudged).toEqual([
      ['NOTICE#n1', 6],
      ['NOTICE#n1', 301],
    ]);
    expect(seen.counted).toHaveLength(10);
    expect(seen.counted[0]).toEqual(['WebhooksFailed', 1, { distributor: 'wps', mode: 'live' }]);
  });

  it('stops at a receiver that is gone', async () => {
    const { send, state, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    state.deliveries = [{ outcome: 'gone', status: 410 }];
    await send(noticeRow());
    expect(await noticed()).toMatchObject({ outcome: 'gone' });
    expect((await noticed()).due).toBeUndefined();
  });

  it('is sent by one of two who are nudged at the same time', async () => {
    const { send, seen } = await made(hooked, orderRow(), poRow(), noticeRow());
    await Promise.all([send(noticeRow()), send(noticeRow())]);
    expect(seen.deliveries).toHaveLength(1);
  });

  it('is sent again when that is asked for, also while it is being sent', async () => {
    const { send, seen, table, ports, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    await send(noticeRow());
    const sent = await noticed();
    await table.write([{ put: { ...owedAgain(sent, monday), rev: 'again' }, was: sent.rev }]);
    const meanwhile = {
      ...ports,
      deliver: async (...of: Parameters<typeof ports.deliver>) => {
        const now = await noticed();
        await table.write([{ put: { ...owedAgain(now, monday), rev: 'once more' }, was: now.rev }]);
        return ports.deliver(...of);
      },
    };
    await sendOf(meanwhile, noticeRow());
    expect(await noticed()).toMatchObject({ outcome: null, due: 'webhook' });
    await send(noticeRow());
    expect(seen.deliveries.map(({ id }) => id)).toEqual(['n1', 'n1', 'n1']);
    expect(await noticed()).toMatchObject({ outcome: 'delivered' });
  });

  it('keeps the last twenty of its tries, however often it is sent again, and is delivered in the end', async () => {
    const { send, state, table, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    state.deliveries = [{ outcome: 'failed', status: 500, reason: 'x'.repeat(300) }];
    for (let round = 0; round < 4; round += 1) {
      while ((await noticed()).due !== undefined) {
        state.now = Date.parse((await noticed()).dueAt ?? '');
        await send(noticeRow());
      }
      const given = await noticed();
      await table.write([{ put: { ...owedAgain(given, state.now), rev: `again ${round}` }, was: given.rev }]);
    }
    state.deliveries.splice(0, 1, { outcome: 'delivered', status: 200 });
    state.now += 24 * 3_600_000;
    await send(noticeRow());
    const { log, outcome } = await noticed();
    expect([outcome, log.length, log.at(-1)]).toEqual([
      'delivered',
      20,
      { at: instant(state.now), status: 200, error: null },
    ]);
    expect(JSON.stringify(await noticed()).length).toBeLessThan(10_000);
  });

  const contact = { name: 'Western Power Sports', site: 'https://wps.example' };
  const purchaseOrder = { poNumber: 'PO-1', storeId: 's1', status: 'accepted', attention: null, shipments: [] };
  const accepted: Parameters<typeof poRow>[0] = { progress: 'none', shipments: [] };
  const refused: Parameters<typeof poRow>[0] = {
    ...accepted,
    state: 'refused',
    refusal: { code: 'unknown-part', message: 'No such part.', at: instant(monday) },
  };
  const attention = { reason: 'cannot-be-decided', since: instant(monday), whatToDo: 'Ask them.' } as const;

  it.each([
    [noticeRow({ type: 'purchase_order.accepted' }), accepted, { purchaseOrder }],
    [noticeRow({ type: 'purchase_order.shipped' }), accepted, { purchaseOrder }],
    [noticeRow({ type: 'purchase_order.partly_shipped' }), accepted, { purchaseOrder }],
    [
      noticeRow({ type: 'purchase_order.tracking_stopped', reason: 'Six weeks have passed.' }),
      accepted,
      { purchaseOrder, reason: 'Six weeks have passed.', contact },
    ],
    [
      noticeRow({ type: 'purchase_order.needs_person', reason: 'Ask them.' }),
      { ...accepted, state: 'needs-person', attention },
      {
        purchaseOrder: { ...purchaseOrder, status: 'needs-person', attention: { ...attention, contact } },
        reason: 'Ask them.',
        contact,
      },
    ],
    [
      noticeRow({ type: 'purchase_order.rejected', reason: 'No such part.' }),
      refused,
      {
        rejection: {
          storeId: 's1',
          orderId: '1001',
          itemId: '1',
          poNumber: 'PO-1',
          mode: 'live',
          distributor: 'wps',
          code: 'unknown-part',
          distributorMessage: 'No such part.',
          at: instant(monday),
        },
      },
    ],
    // The distributor took it all the same, and a person let it stand: that it was refused is told as it was.
    [
      noticeRow({ type: 'purchase_order.rejected', reason: 'No such part.' }),
      accepted,
      { rejection: { code: 'other', distributorMessage: 'No such part.' } },
    ],
    [
      noticeRow({ type: 'account.stopped', orderId: null, poNumber: null, sequence: 0, reason: 'Bad key.' }),
      accepted,
      { sequence: 0, storeId: 's1', distributor: 'wps', mode: 'live', message: 'Bad key.', contact },
    ],
    [
      noticeRow({ type: 'customer_mail.failed', poNumber: null, reason: 'Refused.' }),
      accepted,
      { storeId: 's1', orderId: '1001', mode: 'live', reason: 'Refused.' },
    ],
  ] as const)('has exactly the members of its type, as the contract says: %#', async (notice, po, data) => {
    const { send, seen } = await made(hooked, orderRow(), poRow(po), notice);
    await send(notice);
    const body = JSON.parse(seen.deliveries[0]?.body ?? '');
    const { entries } = events[notice.type];
    expect(v.parse(v.strictObject({ ...entries, data: v.strictObject(entries.data.entries) }), body)).toEqual(body);
    expect(body.data).toMatchObject({ sequence: 3, ...data });
  });

  it('that asks for a person is not sent once the purchase order has come to nothing: another event tells that', async () => {
    const notice = noticeRow({ type: 'purchase_order.needs_person', reason: 'Ask them.' });
    const { send, seen, noticed } = await made(hooked, orderRow(), poRow(refused), notice);
    await send(notice);
    expect(seen.deliveries).toEqual([]);
    expect(await noticed()).toMatchObject({ outcome: 'not-wanted' });
  });
});

it('a notice to a store that is gone ends, and is sent to nobody', async () => {
  const { send, seen, noticed } = await made(orderRow(), poRow(), noticeRow());
  await send(noticeRow());
  expect([...seen.deliveries, ...seen.mails]).toEqual([]);
  expect(await noticed()).toMatchObject({ outcome: 'not-wanted' });
});

it('a notice that is told by no mail ends where it was to go by mail', async () => {
  const notice = noticeRow({ byMail: true, due: 'mail' });
  const { send, seen, noticed } = await made(hooked, orderRow(), poRow(), notice);
  await send(notice);
  expect([...seen.deliveries, ...seen.mails]).toEqual([]);
  expect(await noticed()).toMatchObject({ outcome: 'not-wanted' });
});

describe('a notice to a store without a webhook', () => {
  it.each(['purchase_order.needs_person', 'purchase_order.tracking_stopped', 'account.stopped'] as const)(
    '%s is a mail to its service address that says whom to ask',
    async (type) => {
      const notice = noticeRow({ type, reason: 'Because <b>of</b> it.' });
      const { send, seen, noticed } = await made(storeRow(), orderRow(), poRow(), notice);
      await send(notice);
      await send(notice);
      await send(notice);
      expect(seen.mails).toHaveLength(1);
      expect(seen.mails[0]).toMatchObject({
        to: 'service@motohut.example',
        from: '"Drop-ship service" <tracking@drop-ship.example>',
      });
      expect(seen.mails[0]?.text).toContain('Whom to ask: Western Power Sports, https://wps.example');
      expect(seen.mails[0]?.text).toContain('Because <b>of</b> it.');
      expect(seen.mails[0]?.html).toContain('Because &lt;b&gt;of&lt;/b&gt; it.');
      expect(await noticed()).toMatchObject({ outcome: 'mailed' });
    },
  );

  it('names the order as the webstore does', async () => {
    const notice = noticeRow({ type: 'purchase_order.needs_person', reason: 'Why.' });
    const { send, seen } = await made(storeRow(), orderRow({ displayNumber: 'W-77' }), poRow(), notice);
    await send(notice);
    await send(notice);
    expect(seen.mails[0]?.text).toContain('W-77');
  });

  it('is marked when it is about test mode', async () => {
    const notice = noticeRow({ type: 'account.stopped', account: { distributor: 'automatic', mode: 'test' } });
    const { send, seen } = await made(storeRow(), notice);
    await send(notice);
    await send(notice);
    expect(seen.mails[0]?.subject).toBe('[TEST] Check your credentials with Automatic: it refuses them');
  });

  it.each([
    'purchase_order.accepted',
    'purchase_order.rejected',
    'purchase_order.shipped',
    'purchase_order.partly_shipped',
  ] as const)('%s is not wanted', async (type) => {
    const { send, seen, noticed } = await made(storeRow(), orderRow(), poRow(), noticeRow({ type }));
    await send(noticeRow());
    expect(seen.mails).toEqual([]);
    expect(await noticed()).toMatchObject({ outcome: 'not-wanted' });
  });

  it('is tried later while SES does not take it', async () => {
    const notice = noticeRow({ type: 'account.stopped' });
    const { send, state, noticed } = await made(storeRow(), notice);
    state.mails = [{ outcome: 'try-later', message: 'Down.' }];
    await send(notice);
    await send(notice);
    expect(await noticed()).toMatchObject({ tries: 1, dueAt: instant(monday + 60_000) });
  });

  it('is given up when its mailbox is refused', async () => {
    const notice = noticeRow({ type: 'account.stopped' });
    const { send, state, noticed } = await made(storeRow(), notice);
    state.mails = [{ outcome: 'refused', message: 'No.' }];
    await send(notice);
    await send(notice);
    expect(await noticed()).toMatchObject({ outcome: 'given-up' });
  });
});

describe('a notice whose webhook fails for good', () => {
  const person = noticeRow({ type: 'purchase_order.needs_person', reason: 'Ask them.' });

  it('is mailed to the service address when it needs a person and the webhook answers 410', async () => {
    const { send, seen, state, noticed } = await made(hooked, orderRow(), poRow({ state: 'needs-person' }), person);
    state.deliveries = [{ outcome: 'gone', status: 410 }];
    await send(person);
    expect(seen.nudged.at(-1)).toEqual(['NOTICE#n1', undefined]);
    await send(person);
    expect(seen.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['service@motohut.example', 'Check PO PO-1 with WPS: we don’t know whether it was placed'],
    ]);
    expect(await noticed()).toMatchObject({ outcome: 'mailed', byMail: true, log: [{ status: 410, error: null }] });
  });

  it('is mailed when it needs a person and the webhook fails for three days', async () => {
    const { send, seen, state, noticed } = await made(hooked, orderRow(), poRow({ state: 'needs-person' }), person);
    state.deliveries = [{ outcome: 'failed', status: 500, reason: 'Answered with status 500.' }];
    for (let tried = 0; tried < 30 && (await noticed()).due !== undefined; tried += 1) {
      state.now = Date.parse((await noticed()).dueAt ?? '');
      await send(person);
    }
    expect(seen.deliveries).toHaveLength(10);
    expect(seen.mails).toHaveLength(1);
    expect((state.now - monday) / 3_600_000).toBe(72);
  });

  it('goes by mail at once while the endpoint is disabled, and is not asked of it', async () => {
    const other = noticeRow({ ...keys.notice('s1', 'n2'), id: 'n2', type: 'purchase_order.needs_person' } as object);
    const { send, seen, state } = await made(hooked, orderRow(), poRow({ state: 'needs-person' }), noticeRow(), other);
    state.deliveries = [
      { outcome: 'gone', status: 410 },
      { outcome: 'delivered', status: 200 },
    ];
    await send(noticeRow());
    await send(other);
    await send(other);
    expect(seen.deliveries).toHaveLength(1);
    expect(seen.mails).toHaveLength(1);
  });
});

it('is given up three days after its first try, to the second', async () => {
  const { send, state, noticed, table } = await made(hooked, orderRow(), poRow(), noticeRow());
  state.deliveries = [{ outcome: 'failed', status: 500, reason: 'It answered with status 500.' }];
  await send(noticeRow());
  expect(await noticed()).toMatchObject({ giveUpAt: instant(monday + 3 * 86_400_000) });
  expect(await table.get(keys.endpoint('s1'))).toMatchObject({ failures: 1, askAfter: instant(monday + 5000) });
});

describe('an endpoint that works', () => {
  it('costs each delivery no more than a look before and one after', async () => {
    const { table, ports } = await made(hooked, orderRow(), poRow(), noticeRow());
    let looks = 0;
    const counting: typeof table.get = async (key) => {
      looks += key.sk === keys.endpoint('s1').sk ? 1 : 0;
      return table.get(key);
    };
    await sendOf({ ...ports, table: { ...table, get: counting } }, noticeRow());
    expect(looks).toBe(2);
  });
});

/** What rests until `minutes` from now, after it failed. */
const resting = (minutes: number) => ({
  ...keys.endpoint('s1'),
  rev: 'endpoint',
  url: 'https://hooks.motohut.example/drop-ship',
  failures: 6,
  askAfter: instant(monday + minutes * 60_000),
  disabledAt: null,
  lastDeliveredAt: null,
  lastFailure: null,
});

describe('an endpoint that rests', () => {
  it.each([
    ['was not tried yet', null],
    ['is due at this moment', instant(monday)],
  ])('is not asked, and a notice that %s costs one write', async (_, sendingUntil) => {
    const notice = noticeRow({ sendingUntil });
    const { seen, noticed, table, ports } = await made(hooked, orderRow(), poRow(), notice, resting(30));
    let writes = 0;
    const counting: typeof table.write = async (changes) => {
      writes += 1;
      return table.write(changes);
    };
    await sendOf({ ...ports, table: { ...table, write: counting } }, noticeRow());
    expect(seen.deliveries).toEqual([]);
    expect(await noticed()).toMatchObject({ dueAt: instant(monday + 30 * 60_000), tries: 0 });
    expect(writes).toBe(1);
  });

  it.each([
    ['purchase_order.shipped', { outcome: 'given-up' }],
    ['purchase_order.needs_person', { outcome: null, byMail: true, due: 'mail' }],
  ] as const)('holds no %s beyond its three days', async (type, becomes) => {
    const notice = noticeRow({ type, giveUpAt: instant(monday) });
    const { send, seen, noticed } = await made(hooked, orderRow(), poRow(), notice, resting(30));
    await send(notice);
    expect(seen.deliveries).toEqual([]);
    expect(await noticed()).toMatchObject(becomes);
  });
});

describe('several notices at the end of their three days', () => {
  const notices = [1, 2, 3].map((n) =>
    noticeRow({ ...keys.notice('s1', `n${n}`), id: `n${n}`, giveUpAt: instant(monday), tries: 9 } as object),
  );
  const sentAtOnce = async (delivery: Delivered) => {
    const failing = { ...resting(0), failures: 6 };
    const { send, state, table } = await made(hooked, orderRow(), poRow(), ...notices, failing);
    state.deliveries = [delivery];
    const dueRows = () => table.rows().filter(({ sk, due }) => sk.startsWith('NOTICE#') && due !== undefined);
    for (let round = 0; round < 6 && dueRows().length > 0; round++) {
      await Promise.all(notices.map(send));
      state.now += 31_000;
    }
    return table.rows().flatMap((row) => (row.sk.startsWith('NOTICE#') ? [Reflect.get(row, 'outcome')] : []));
  };

  it('are each tried a last time, one after the other: a receiver that is well again gets them all', async () => {
    expect(await sentAtOnce({ outcome: 'delivered', status: 204 })).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('are given up at once when the first of them fails', async () => {
    const hangs = { outcome: 'failed', status: null, reason: 'No answer.' } as const;
    expect(await sentAtOnce(hangs)).toEqual(['given-up', 'given-up', 'given-up']);
  });
});

describe('an endpoint that says when to come again', () => {
  const busy = (retryAfterSeconds: number) =>
    ({ outcome: 'failed', status: 429, reason: 'Answered with status 429.', retryAfterSeconds }) as const;
  const second = noticeRow({ ...keys.notice('s1', 'n2'), id: 'n2' } as object);

  it('is not asked before, for no notice, and then gets both', async () => {
    const { send, seen, state, noticed } = await made(hooked, orderRow(), poRow(), noticeRow(), second);
    state.deliveries = [busy(600), { outcome: 'delivered', status: 204 }];
    await send(noticeRow());
    expect(await noticed()).toMatchObject({ dueAt: instant(monday + 600_000), tries: 1 });
    expect(seen.nudged).toEqual([['NOTICE#n1', 601]]);
    state.now = monday + 599_999;
    await send(noticeRow());
    await send(second);
    expect(seen.deliveries).toHaveLength(1);
    state.now = monday + 600_000;
    await send(noticeRow());
    await send(second);
    expect(seen.deliveries.map(({ id }) => id)).toEqual(['n1', 'n1', 'n2']);
    expect(await noticed()).toMatchObject({ outcome: 'delivered' });
  });

  it.each([
    ['sooner than the schedule does: the schedule stands', 1, 5],
    ['in a week: in an hour', 604_800, 3600],
  ])('%s', async (_, retryAfterSeconds, seconds) => {
    const { send, state, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    state.deliveries = [busy(retryAfterSeconds)];
    await send(noticeRow());
    expect(await noticed()).toMatchObject({ dueAt: instant(monday + seconds * 1000) });
  });

  it('again and again is asked for three days all the same, the last time at their end', async () => {
    const { send, state, noticed } = await made(hooked, orderRow(), poRow(), noticeRow());
    state.deliveries = [busy(3600)];
    const at: number[] = [];
    while ((await noticed()).due !== undefined) {
      state.now = Date.parse((await noticed()).dueAt ?? '');
      await send(noticeRow());
      at.push((state.now - monday) / 3_600_000);
    }
    expect(at).toEqual([0, 1, 2, 3, 5, 10, 20, 34, 54, 72]);
    expect(await noticed()).toMatchObject({ outcome: 'given-up', tries: 10 });
  });
});

describe('an endpoint that hangs', () => {
  const notices = Array.from({ length: 100 }, (_, n) =>
    noticeRow({ ...keys.notice('s1', `n${n}`), id: `n${n}` } as object),
  );
  const hangs = { outcome: 'failed', status: null, reason: 'No answer within 20 seconds.' } as const;

  it('is asked by one at a time once it has failed, and less and less often', async () => {
    const { send, seen, state, table } = await made(hooked, orderRow(), poRow(), ...notices);
    state.deliveries = [hangs];
    const [first, ...others] = notices;
    if (first === undefined) throw new Error('There is none.');
    await send(first);
    await Promise.all(others.map(send));
    expect(seen.deliveries).toHaveLength(1);
    const asked: number[] = [0];
    for (let round = 0; round < 8; round++) {
      const due = table.rows().flatMap(({ sk, dueAt }) => (sk.startsWith('NOTICE#') && dueAt ? [dueAt] : []));
      state.now = Math.max(...due.map((at) => Date.parse(at)));
      const before = seen.deliveries.length;
      await Promise.all(notices.map(send));
      expect(seen.deliveries.length - before).toBe(1);
      asked.push((state.now - monday) / 1000);
    }
    const gaps = asked.slice(1).map((at, n) => at - (asked[n] ?? 0));
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps[0]).toBe(5);
  });

  it('has failed once when many fail that were all sent before anything was known of it', async () => {
    const { send, seen, state, table } = await made(hooked, orderRow(), poRow(), ...notices);
    state.deliveries = [hangs];
    await Promise.all(notices.slice(0, 10).map(send));
    expect(seen.deliveries).toHaveLength(10);
    expect(await table.get(keys.endpoint('s1'))).toMatchObject({ failures: 1, askAfter: instant(monday + 5000) });
  });

  it('is owed nothing beyond a notice’s three days: one whose end comes before the next turn is due at its end', async () => {
    const [first, second] = notices;
    if (first === undefined || second === undefined) throw new Error('There are none.');
    const { send, state, table, change } = await made(hooked, orderRow(), poRow(), first, second);
    state.deliveries = [hangs];
    for (let tried = 0; tried < 6; tried++) {
      await send(first);
      const row = await table.get(keys.notice('s1', 'n0'));
      state.now = Date.parse(v.parse(v.object({ dueAt: v.string() }), row).dueAt);
    }
    await send(first);
    const end = instant(state.now + 60_000);
    await change({ ...second, dueAt: instant(state.now), ...{ giveUpAt: end } });
    await send(second);
    expect(await table.get(keys.notice('s1', 'n1'))).toMatchObject({ dueAt: end });
  });

  it('gets all that it missed once it answers again', async () => {
    const { send, seen, state, table } = await made(hooked, orderRow(), poRow(), ...notices);
    state.deliveries = [hangs, { outcome: 'delivered', status: 204 }];
    for (const notice of notices) await send(notice);
    for (let round = 0; round < 3; round++) {
      state.now += 3_600_000;
      for (const notice of notices) await send(notice);
    }
    const rows = table.rows().filter(({ sk }) => sk.startsWith('NOTICE#'));
    expect(rows.filter(({ due }) => due !== undefined)).toEqual([]);
    expect(seen.deliveries).toHaveLength(101);
  });
});

describe('a nudge', () => {
  it('to a row that is gone does nothing', async () => {
    const { send } = await made(storeRow());
    await expect(send(noticeRow())).resolves.toBeUndefined();
  });

  it('to a row that is no notice is a fault', async () => {
    const { send } = await made(storeRow());
    await expect(send(storeRow())).rejects.toThrow('no notice');
  });
});
