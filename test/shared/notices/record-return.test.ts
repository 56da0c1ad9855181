import { describe, expect, it } from 'vitest';
import { recordBounce } from '../../../functions/record-bounce.ts';
import { OrderRow } from '../../../shared/domain/order/order.ts';
import { load } from '../../../shared/domain/rows/amend.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { oweCustomerMail, oweMailAgain } from '../../../shared/notices/owe.ts';
import { readMailEvent } from '../../../shared/notices/returned.ts';
import { monday, orderRow, poRow, shipments, storeRow, world } from './world.ts';

const mail = { storeId: 's1', orderId: '1001', mode: 'live' } as const;
const minute = 60_000;
const tag = (text: string) => [Buffer.from(text).toString('base64url')];

/** A message of SES about the mail of this order, as event publishing writes it. */
const event = (more: object, timestamp = instant(monday), destination = 'ada@example.com') =>
  JSON.stringify({
    mail: {
      timestamp,
      source: 'tracking@drop-ship.example',
      messageId: '0100017a',
      destination: [destination],
      tags: { 'ses:configuration-set': ['drop-ship-prod'], store: tag('s1'), order: tag('1001') },
    },
    ...more,
  });
const bounce = (bounceType: string, bounceSubType: string, to = 'ada@example.com', emailAddress = to) =>
  event(
    {
      eventType: 'Bounce',
      bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress, action: 'failed', status: '5.1.1' }] },
    },
    instant(monday),
    to,
  );
const complaintOf = (complaintFeedbackType?: string) =>
  event({
    eventType: 'Complaint',
    complaint: { complainedRecipients: [{ emailAddress: 'ada@example.com' }], complaintFeedbackType },
  });
const complaint = complaintOf('abuse');

/** A customer's mail of one parcel was sent a minute ago. */
const sent = async (email = 'ada@example.com') => {
  const made = world(storeRow(), orderRow({ customer: { name: 'Ada', email } }), poRow());
  await made.ready;
  await oweCustomerMail(made.ports, mail);
  await made.send(keys.mail('s1', '1001', 'live'));
  made.state.now += minute;
  return {
    ...made,
    hear: recordBounce(made.ports),
    order: () => load(made.table, keys.order('s1', '1001'), OrderRow),
    told: async () => {
      const { pk, sk } = keys.notice('s1', '');
      return (await made.table.query({ pk, between: [sk, `${sk}~`], limit: 9 })).rows;
    },
  };
};

describe('a customer’s mail that comes back', () => {
  it('is told to the store once, however often SES tells of it: an event and a note on the order', async () => {
    const { hear, told, order, mailed } = await sent();
    for (let count = 0; count < 3; count++) await hear(bounce('Permanent', 'NoEmail'));
    const reason = 'The customer’s mailbox takes no mail (NoEmail): it is not mailed again.';
    expect(await told()).toMatchObject([{ type: 'customer_mail.failed', orderId: '1001', reason, due: 'webhook' }]);
    expect((await order())?.notes.map(({ text }) => text)).toEqual([
      `The e-mail about 1Z5R89390357567127 came back: ${reason}`,
    ]);
    expect(await mailed()).toMatchObject({ mailed: [], failed: { reason, forGood: true } });
  });

  it('is not mailed again: what is found later is told to the store', async () => {
    const { hear, told, change, ports, send, seen, mailed } = await sent();
    await hear(bounce('Permanent', 'General'));
    const later = ['1Z5R89390357567128', '1Z5R89390357567129', '1Z5R89390357567130'];
    for (const [n] of later.entries()) {
      await change(poRow({ shipments: shipments('1Z5R89390357567127', ...later.slice(0, n + 1)) }));
      await oweCustomerMail(ports, mail);
      await send(keys.mail('s1', '1001', 'live'));
      expect(await mailed()).toMatchObject({ failed: { forGood: true } });
    }
    expect(seen.mails).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await told()).toMatchObject([{ reason: expect.stringContaining('it is not mailed again') }]);
  });

  it('is sent to another address as soon as there is one, with all that the first did not get', async () => {
    const { hear, change, ports, send, seen, mailed } = await sent();
    await hear(bounce('Permanent', 'NoEmail'));
    await change(orderRow({ customer: { name: 'Ada Rider', email: 'new@example.com' } }));
    await oweMailAgain(ports, mail, 'new@example.com');
    await send(keys.mail('s1', '1001', 'live'));
    expect(seen.mails.map(({ to }) => to)).toEqual(['ada@example.com', 'new@example.com']);
    expect(seen.mails[1]?.text).toContain('1Z5R89390357567127');
    expect(await mailed()).toMatchObject({ mailed: ['PO-1/1Z5R89390357567127'], failed: null });
  });

  it('changes nothing where the address is another one by then, but is told', async () => {
    const { hear, change, told, mailed } = await sent();
    await change(orderRow({ customer: { name: 'Ada Rider', email: 'new@example.com' } }));
    await hear(bounce('Permanent', 'NoEmail'));
    expect(await told()).toHaveLength(1);
    expect(await mailed()).toMatchObject({ mailed: ['PO-1/1Z5R89390357567127'], failed: null });
  });

  it('that a full mailbox did not take is told, and may be mailed again', async () => {
    const { hear, told, mailed } = await sent();
    await hear(bounce('Transient', 'MailboxFull'));
    expect(await told()).toMatchObject([{ reason: expect.stringContaining('did not take the mail') }]);
    expect(await mailed()).toMatchObject({ failed: { forGood: false } });
  });

  it('that a full mailbox did not take changes nothing when SES tells of it once more', async () => {
    const { hear, state, mailed } = await sent();
    await hear(bounce('Transient', 'MailboxFull'));
    const first = await mailed();
    state.now += minute;
    await hear(bounce('Transient', 'MailboxFull'));
    expect(await mailed()).toEqual(first);
  });

  it('waits while it is still being sent: SES can be quicker than our own row', async () => {
    const { hear, change, told, mailed } = await sent();
    const row = await mailed();
    const until = instant(monday + minute + 30_000);
    await change({ ...row, due: 'mail', dueAt: until, ...{ sendingUntil: until } });
    await expect(hear(bounce('Permanent', 'NoEmail'))).rejects.toThrow('being sent');
    expect(await told()).toEqual([]);
  });

  it.each(['"Ada Rider" <ada@example.com>', '<ada@example.com>', '"Ada <3 Rider>" <ada@example.com>'])(
    'with its address in a header’s form, %s, is the same address',
    async (address) => {
      const { hear, mailed } = await sent();
      await hear(bounce('Permanent', 'NoEmail', address));
      expect(await mailed()).toMatchObject({ failed: { forGood: true } });
    },
  );

  it.each([
    ['Ada@Example.COM', 'Ada@example.com'],
    ['ada@bücher.example', 'ada@bücher.example'],
    // Where the mail came to in the end: an alias, a mailbox that takes any case.
    ['ada@example.com', 'ada@mail.example.com'],
    ['Ada@example.com', 'ada@example.com'],
  ])('to %s is told of that address, also where SES tells of %s', async (email, final) => {
    const { hear, seen, ports, change, send, mailed } = await sent(email);
    await hear(bounce('Permanent', 'NoEmail', seen.mails[0]?.to, final));
    expect(await mailed()).toMatchObject({ mailed: [], failed: { forGood: true } });
    await change(poRow({ shipments: shipments('1Z5R89390357567127', '1Z5R89390357567128') }));
    await oweCustomerMail(ports, mail);
    await send(keys.mail('s1', '1001', 'live'));
    expect(seen.mails).toHaveLength(1);
  });
});

it('a mail that is reported as unwanted has arrived: the store is told, and nothing is owed to another address', async () => {
  const { hear, told, mailed } = await sent();
  await hear(complaintOf());
  await hear(complaint);
  expect(await told()).toMatchObject([{ type: 'customer_mail.failed', reason: expect.stringContaining('unwanted') }]);
  expect(await mailed()).toMatchObject({ mailed: ['PO-1/1Z5R89390357567127'], failed: { forGood: true } });
});

it.each([
  ['the line with which SES tries its topic out', 'Successfully validated SNS topic for Amazon SES event publishing.'],
  ['an answering machine', bounce('Transient', 'General')],
  [
    'a mail that is no customer’s',
    JSON.stringify({ ...JSON.parse(bounce('Permanent', 'NoEmail')), mail: { timestamp: 'x' } }),
  ],
  ['a complaint that is taken back', complaintOf('not-spam')],
  ['what a mail server complains of', complaintOf('auth-failure')],
  ['another kind of event', event({ eventType: 'Delivery', delivery: {} })],
  ['an order that is not there', bounce('Permanent', 'NoEmail').replace(tag('1001').join(), tag('1002').join())],
])('%s changes nothing', async (_, message) => {
  const { hear, told, mailed } = await sent();
  const before = await mailed();
  await hear(message);
  expect(await told()).toEqual([]);
  expect(await mailed()).toEqual(before);
});

it.each([
  ['whose order is gone', [keys.order('s1', '1001')], bounce('Permanent', 'NoEmail')],
  ['whose row is gone', [keys.mail('s1', '1001', 'live')], bounce('Permanent', 'NoEmail')],
  ['that was sent to nobody', [], bounce('Permanent', 'NoEmail').replace(/(?<="destination":)\[.*?\]/, '[]')],
])('a mail %s is told to nobody', async (_, gone, message) => {
  const { ports, told, table, hear: _hear } = await sent();
  const get: typeof table.get = async (key) =>
    gone.some(({ pk, sk }) => key.pk === pk && key.sk === sk) ? undefined : table.get(key);
  await recordBounce({ ...ports, table: { ...table, get } })(message);
  expect(await told()).toEqual([]);
});

it.each(['store', 'order'])('a mail without the tag of its %s is none of ours', (name) => {
  const { mail: sentMail, ...rest } = JSON.parse(complaint);
  const tags = Object.fromEntries(Object.entries(sentMail.tags).filter(([tag]) => tag !== name));
  expect(readMailEvent(complaint)).not.toBeNull();
  expect(readMailEvent(JSON.stringify({ ...rest, mail: { ...sentMail, tags } }))).toBeNull();
});
