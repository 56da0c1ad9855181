import { beforeEach, describe, expect, it, test } from 'vitest';
import { network } from '../../../infra/simulators/network.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { type DistributorSlug, distributorSlugs, instant } from '../../../shared/domain/vocabulary.ts';
import { advance } from '../../../shared/ordering/advance.ts';
import {
  dialogOf,
  inStore,
  itemBody,
  motoHut,
  orderBody,
  placed,
  putOrder,
  settingsOf,
  setUp,
  submit,
} from '../../moto-hut.ts';
import { accountRow, callAt, hour, inDoubt, noon } from '../../rows.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const po = (poNumber = '1001-1') => hut.purchaseOrder(poNumber);
const orderAt = (slug: DistributorSlug) => putOrder(hut, '1001', orderBody([itemBody({ slug })]));
const submits = (slug: DistributorSlug) => hut.callsTo(slug, 'submit').length;
const minutes = (count: number) => hut.pass(count * 60);
/** As if its request had left, and its doubt begun, a day ago. */
const aDayLater = async () => {
  const { call, ...row } = po();
  const ago = instant(hut.now() - seconds.day * 1000);
  await hut.put({
    ...row,
    call: call && { ...call, begunAt: ago, settleAt: ago },
    doubtSince: ago,
    dueAt: instant(hut.now()),
  });
};
const byAnswers = ['wps', 'automatic'] as const;

test.each(distributorSlugs)('%s: an order is placed once, watched, told of and counted', async (slug) => {
  await orderAt(slug);
  await submit(hut, '1001');
  await minutes(30);
  expect(po()).toMatchObject({ state: 'accepted', sends: 1, owed: [] });
  expect(hut.ordersAt(slug)).toHaveLength(1);
  expect(hut.watches()).toMatchObject([{ poNumber: '1001-1', orderNumbers: po().orderNumbers }]);
  expect(hut.notices()).toEqual([{ type: 'purchase_order.accepted', poNumber: '1001-1', reason: null }]);
  expect(hut.account(slug)).toMatchObject({ watchesOpened: 1, due: 'sweep' });
  expect(hut.counted.filter(({ metric }) => metric.startsWith('Orders'))).toEqual([
    { metric: 'OrdersAccepted', value: 1, by: { distributor: slug, mode: 'live' } },
  ]);
  expect(hut.failures).toEqual([]);
});

describe('bad credentials', () => {
  test.each(distributorSlugs)(
    'at %s: refused, the account stopped, nobody asks on, the store told once',
    async (slug) => {
      await setUp(hut, slug, { live: 'BAD-key-that-is-long-enough' });
      await orderAt(slug);
      await putOrder(hut, '2000', orderBody([itemBody({ slug })]));
      const answers = [await submit(hut, '1001'), await submit(hut, '2000')];
      expect(answers).toMatchObject([
        { status: 422, body: { code: 'bad-credentials' } },
        { status: 422, body: { type: 'urn:problem:drop-ship:not-eligible' } },
      ]);
      expect(JSON.stringify(answers)).not.toContain('BAD-key');
      expect(hut.account(slug).stopped?.message).not.toContain('BAD-key');
      const calls = hut.control(slug).calls().length;
      await minutes(60);
      expect(hut.control(slug).calls()).toHaveLength(calls);
      expect(hut.notices().filter(({ type }) => type === 'account.stopped')).toHaveLength(1);
      expect(hut.ordersAt(slug)).toEqual([]);
    },
  );

  it('are over when new ones are entered', async () => {
    hut.fault('wps', 'submit', 'bad-credentials');
    await submit(hut, '1001');
    await setUp(hut, 'wps', { live: 'new-key' });
    expect((await submit(hut, '1001')).status).toBe(201);
  });

  it('refused between claim and begin: nothing is sent', async () => {
    await putOrder(hut, '2000');
    hut.fault('wps', 'submit', 'bad-credentials');
    const [first, second] = await hut.askAll([
      ['POST', dialogOf('1001'), { body: { confirm: true }, wait: 20 }],
      ['POST', dialogOf('2000'), { body: { confirm: true }, wait: 0 }],
    ]);
    await minutes(5);
    expect([first?.status, second?.status]).toEqual([422, 202]);
    expect(po('2000-1')).toMatchObject({ state: 'refused', sends: 0, refusal: { code: 'bad-credentials' } });
    expect(hut.ordersAt('wps')).toEqual([]);
  });
});

describe('a rate limit', () => {
  test.each(byAnswers)('of %s pauses the account: nobody asks until it is over, and nothing is lost', async (slug) => {
    await orderAt(slug);
    await putOrder(hut, '2000', orderBody([itemBody({ slug })]));
    hut.fault(slug, 'submit', 'rate-limit');
    expect(await submit(hut, '1001', { wait: 5 })).toMatchObject({ status: 202, body: { status: 'submitting' } });
    expect(hut.account(slug).pausedUntil).toBe(instant(noon + 60_000));
    expect((await submit(hut, '2000', { wait: 5 })).status).toBe(202);
    await hut.pass(45);
    expect(submits(slug)).toBe(1);
    await minutes(5);
    expect([po('1001-1').state, po('2000-1').state]).toEqual(['accepted', 'accepted']);
    expect(po('1001-1').sends).toBe(1);
    expect(hut.ordersAt(slug)).toHaveLength(2);
    expect(hut.counted.filter(({ metric }) => metric === 'RateLimited')).toHaveLength(1);
  });

  it('that lasts for a day ends refused: nothing was sent', async () => {
    await hut.put(accountRow({ pausedUntil: instant(noon + 30 * hour) }));
    await submit(hut, '1001', { wait: 0 });
    await hut.pass(24 * 3600 - 60);
    expect(po().status).toBe('submitting');
    await hut.pass(120);
    expect(po()).toMatchObject({
      state: 'refused',
      refusal: { code: 'other', message: expect.stringMatching(/Nothing was sent/) },
    });
    expect(hut.control('wps').calls()).toEqual([]);
    await hut.pass(6 * 3600);
    expect((await submit(hut, '1001')).status).toBe(201);
  });
});

describe('a distributor that is down', () => {
  const goDown = () => {
    const { fetch } = hut.ports;
    const asked: number[] = [];
    hut.ports.fetch = (...request) => {
      asked.push((hut.now() - noon) / 60_000);
      return network(new Map())(...request);
    };
    const comeUp = () => {
      hut.ports.fetch = fetch;
    };
    return { asked, comeUp };
  };

  it('is asked less and less often, and takes the order when it is up again', async () => {
    await orderAt('automatic');
    const { asked, comeUp } = goDown();
    expect(await submit(hut, '1001', { wait: 5 })).toMatchObject({ status: 202, body: { status: 'submitting' } });
    await minutes(24);
    // The poller comes by every minute.
    expect(asked).toEqual([0, 1, 2, 4, 8, 16]);
    comeUp();
    await minutes(15);
    expect(po()).toMatchObject({ state: 'accepted', sends: 1 });
  });

  test.each(distributorSlugs)('at %s, for a day: refused, nothing was sent', async (slug) => {
    await orderAt(slug);
    const { asked } = goDown();
    await submit(hut, '1001', { wait: 0 });
    await hut.pass(24 * 3600 - 60);
    expect(po()).toMatchObject({ status: 'submitting', sends: 0 });
    await hut.pass(120);
    expect(po()).toMatchObject({
      state: 'refused',
      refusal: { message: expect.stringContaining('Nothing was sent') },
    });
    // A quarter of an hour apart in the end; a read is repeated twice.
    expect(new Set(asked.map(Math.round)).size).toBeLessThan(110);
    expect(hut.ordersAt(slug)).toEqual([]);
  });
});

describe('an answer that is lost', () => {
  test.each(distributorSlugs)('by %s, which took the order: one order there, whatever is done', async (slug) => {
    await orderAt(slug);
    hut.fault(slug, 'submit', 'timeout-after');
    expect((await submit(hut, '1001')).body.status).toBe('in-doubt');
    await minutes(40);
    expect(hut.ordersAt(slug)).toHaveLength(1);
    if (slug === 'tucker-rocky') {
      expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'already-there' }, sends: 2 });
    } else {
      expect(po()).toMatchObject({ state: 'accepted', sends: 1 });
      expect(po().orderNumbers).toEqual(hut.ordersAt(slug).map(({ orderNumber }) => orderNumber));
      // Found by the first look, half a minute after the answer was missed.
      expect(Date.parse(po().acceptedAt ?? '') - noon).toBeLessThan(2 * 60_000);
    }
  });

  test.each(byAnswers)('by %s, which never got it: absent twice, then sent once more', async (slug) => {
    await orderAt(slug);
    hut.fault(slug, 'submit', 'timeout-before');
    await submit(hut, '1001');
    await minutes(21);
    // Its last request may have left at the end of its invocation, S is ten minutes, two clocks differ by ten at the most.
    expect(po()).toMatchObject({ status: 'in-doubt', absentAt: null });
    await minutes(5);
    expect(submits(slug)).toBe(1);
    expect(po()).toMatchObject({ status: 'in-doubt', absentAt: expect.any(String) });
    await minutes(6);
    expect(po()).toMatchObject({ state: 'accepted', sends: 2 });
    expect([submits(slug), hut.ordersAt(slug).length]).toEqual([2, 1]);
  });

  it('at Parts Unlimited, which never got it: a person is asked, and nothing is sent again', async () => {
    await orderAt('parts-unlimited');
    hut.fault('parts-unlimited', 'submit', 'timeout-before');
    await submit(hut, '1001');
    await minutes(30);
    expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'cannot-be-decided' }, sends: 1 });
    expect(submits('parts-unlimited')).toBe(1);
    expect(hut.notices()).toMatchObject([{ type: 'purchase_order.needs_person' }]);
    expect(hut.counted.map(({ metric }) => metric)).toContain('OrdersNeedPerson');
  });

  it('at Tucker Rocky, which never got it: sent again with duplicates forbidden, not before it has settled', async () => {
    await orderAt('tucker-rocky');
    hut.fault('tucker-rocky', 'submit', 'timeout-before');
    await submit(hut, '1001');
    await minutes(21);
    expect(submits('tucker-rocky')).toBe(1);
    await minutes(4);
    expect(po()).toMatchObject({ state: 'accepted', sends: 2 });
    expect(hut.ordersAt('tucker-rocky')).toHaveLength(1);
  });

  test.each(distributorSlugs)('by %s, which takes the order late: one order there', async (slug) => {
    await orderAt(slug);
    hut.fault(slug, 'submit', 'late');
    await submit(hut, '1001');
    await minutes(40);
    expect(hut.ordersAt(slug)).toHaveLength(1);
    expect(po().state).toBe(slug === 'tucker-rocky' ? 'needs-person' : 'accepted');
  });

  test.each(['server-error', 'garbage'] as const)('as %s leaves it in doubt, too', async (fault) => {
    await orderAt('automatic');
    hut.fault('automatic', 'submit', fault);
    expect((await submit(hut, '1001')).body.status).toBe('in-doubt');
    await minutes(35);
    expect(po().state).toBe('accepted');
    expect(hut.ordersAt('automatic')).toHaveLength(1);
  });

  it('twice at WPS ends before a person', async () => {
    hut.fault('wps', 'submit', 'timeout-before', 2);
    await submit(hut, '1001');
    await minutes(60);
    expect(po()).toMatchObject({ state: 'needs-person', sends: 2, attention: { reason: 'cannot-be-decided' } });
    expect(submits('wps')).toBe(2);
  });

  it('while look-ups fail too: a person after a day', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    hut.fault('wps', 'find', 'server-error', 100_000);
    await submit(hut, '1001');
    await hut.pass(24 * 3600 + 120);
    expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'cannot-be-decided' } });
    // Less and less often: an hour apart in the end, three requests each at the most.
    expect(hut.callsTo('wps', 'find').length).toBeLessThan(3 * 40);
  });

  it.each([
    ['timeout-after', 'accepted'],
    ['timeout-before', 'needs-person'],
  ] as const)('that nobody worked on for a day is looked for once (%s): %s', async (fault, state) => {
    hut.fault('wps', 'submit', fault);
    await submit(hut, '1001');
    expect([po().state, hut.callsTo('wps', 'find').length]).toEqual(['in-doubt', 0]);
    await aDayLater();
    await minutes(3);
    expect([po().state, hut.callsTo('wps', 'find').length, submits('wps')]).toEqual([state, 1, 1]);
  });

  it('is put before a person after a day, although the account cannot be read any more', async () => {
    hut.fault('wps', 'submit', 'timeout-before');
    await submit(hut, '1001');
    await aDayLater();
    const damaged = { ...hut.account('wps'), bucket: 'full' };
    await hut.put(damaged);
    await minutes(5);
    expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'cannot-be-decided' }, sends: 1 });
  });

  it('and a look-up that is rate limited pauses the account', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    hut.fault('wps', 'find', 'rate-limit');
    await submit(hut, '1001');
    await hut.pass(60);
    expect(hut.account('wps').pausedUntil).not.toBeNull();
    await minutes(5);
    expect(po().state).toBe('accepted');
    expect(hut.counted.filter(({ metric }) => metric === 'RateLimited')).toHaveLength(1);
  });
});

describe('what changes between claim and begin', () => {
  const claimed = async (slug: DistributorSlug = 'wps') => {
    await orderAt(slug);
    await submit(hut, '1001', { wait: 0 });
    hut.loseMessages();
  };

  it.each<[string, () => Promise<unknown>, string, DistributorSlug]>([
    [
      'the order was cancelled',
      () => putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' })),
      'not-allowed',
      'wps',
    ],
    ['the item was taken out', () => putOrder(hut, '1001', orderBody([])), 'not-allowed', 'wps'],
    ['the account was switched to test', () => setUp(hut, 'automatic', { testMode: true }), 'not-allowed', 'automatic'],
    ['the settings were deleted', () => hut.ask('DELETE', `${inStore}/distributors/wps`), 'not-allowed', 'wps'],
    [
      'a credential was removed',
      () => hut.ask('PUT', `${inStore}/distributors/wps`, { body: { testMode: false, live: null } }),
      'bad-credentials',
      'wps',
    ],
  ])('%s: refused, and nothing is sent', async (_, happens, _code, slug) => {
    await claimed(slug);
    await happens();
    await minutes(5);
    expect(po()).toMatchObject({
      state: 'refused',
      sends: 0,
      refusal: { message: expect.stringContaining('Nothing was sent to the distributor.') },
    });
    expect(hut.control(slug).calls()).toEqual([]);
    expect(hut.notices()).toMatchObject([{ type: 'purchase_order.rejected' }]);
  });

  it('the customer was erased: refused, and nothing is sent; the words are erased too', async () => {
    await claimed('wps');
    await hut.ask('DELETE', `${inStore}/orders/1001/customer`);
    await minutes(5);
    expect(po()).toMatchObject({ state: 'refused', sends: 0, shipTo: null, refusal: { code: 'other', message: '' } });
    expect(hut.control('wps').calls()).toEqual([]);
    expect(hut.notices()).toMatchObject([{ type: 'purchase_order.rejected' }]);
  });

  it('an account that was switched to test and back keeps its live order live', async () => {
    await claimed('automatic');
    await setUp(hut, 'automatic', { testMode: true });
    await setUp(hut, 'automatic', { testMode: false });
    await minutes(5);
    expect(hut.ordersAt('automatic')).toMatchObject([{ mode: 'live' }]);
  });
});

describe('what changes while it is in doubt', () => {
  const doubtful = async (slug: DistributorSlug, fault: 'timeout-before' | 'timeout-after') => {
    await orderAt(slug);
    hut.fault(slug, 'submit', fault);
    hut.fault(slug, 'find', 'server-error', 3);
    await submit(hut, '1001');
  };

  it('other credentials: found still settles it', async () => {
    await doubtful('automatic', 'timeout-after');
    await hut.ask('PUT', `${inStore}/distributors/automatic`, { body: settingsOf('automatic', { test: 'TEST-2' }) });
    await minutes(40);
    expect(po().state).toBe('accepted');
  });

  test.each(['wps', 'automatic', 'tucker-rocky'] as const)(
    'at %s other credentials: absence proves nothing there, so a person is asked and nothing is sent to the other account',
    async (slug) => {
      await doubtful(slug, 'timeout-before');
      await setUp(hut, slug, { live: 'another-key' });
      await minutes(60);
      expect(po()).toMatchObject({ state: 'needs-person', sends: 1 });
      expect(submits(slug)).toBe(1);
      expect(hut.ordersAt(slug)).toEqual([]);
    },
  );

  test.each(distributorSlugs)(
    'at %s other credentials after it was cleared to be sent again: a person',
    async (slug) => {
      await orderAt(slug);
      const call = { ...callAt('t1', noon - hour), credentialVersion: 'older' };
      await hut.put(inDoubt({ distributor: slug, state: 'claimed', call }));
      await minutes(5);
      expect(po()).toMatchObject({
        state: 'needs-person',
        sends: 1,
        attention: { whatToDo: expect.stringContaining('The credentials have changed since it was sent.') },
      });
      expect(hut.control(slug).calls()).toEqual([]);
    },
  );

  it('test mode: the live order is still found with the live credentials', async () => {
    await doubtful('automatic', 'timeout-after');
    await setUp(hut, 'automatic', { testMode: true });
    await minutes(40);
    expect(po()).toMatchObject({ state: 'accepted', mode: 'live' });
    expect(
      new Set(
        hut
          .control('automatic')
          .calls()
          .map(({ mode }) => mode),
      ),
    ).toEqual(new Set(['live']));
  });

  it('no settings any more: a person is asked once it has settled', async () => {
    await doubtful('automatic', 'timeout-after');
    await hut.ask('DELETE', `${inStore}/distributors/automatic`);
    await minutes(30);
    expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'no-usable-credentials' } });
  });

  it('refused credentials: nobody asks on with them, and a person is asked', async () => {
    await orderAt('wps');
    hut.fault('wps', 'submit', 'timeout-after');
    hut.fault('wps', 'find', 'bad-credentials');
    await submit(hut, '1001');
    await minutes(30);
    expect(hut.callsTo('wps', 'find')).toHaveLength(1);
    expect(hut.account('wps').stopped).not.toBeNull();
    expect(po()).toMatchObject({ state: 'needs-person', attention: { reason: 'no-usable-credentials' } });
  });

  it('the order cancelled: found settles it, but it is never sent again', async () => {
    await doubtful('wps', 'timeout-before');
    await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' }));
    await minutes(60);
    expect(po()).toMatchObject({ state: 'needs-person', sends: 1 });
    expect(submits('wps')).toBe(1);
  });
});

describe('a message', () => {
  it('that several workers hold at once is worked for by one of them', async () => {
    await submit(hut, '1001', { wait: 0 });
    hut.loseMessages();
    const time = { remainingMilliseconds: () => seconds.submitLimit * 1000 };
    await hut.run(Promise.all(Array.from({ length: 4 }, () => advance(hut.ports, po(), time))));
    expect([submits('wps'), hut.ordersAt('wps').length, po().sends]).toEqual([1, 1, 1]);
  });

  it('that comes with too little time left is given back, and nothing is sent', async () => {
    await submit(hut, '1001', { wait: 0 });
    hut.loseMessages();
    const time = { remainingMilliseconds: () => (seconds.submitNeeds - 1) * 1000 };
    await expect(hut.run(advance(hut.ports, po(), time))).rejects.toThrow('Too little time');
    expect(hut.control('wps').calls()).toEqual([]);
    expect(po()).toMatchObject({ state: 'claimed', sends: 0 });
  });

  it('delivered twice at once places one order', async () => {
    await submit(hut, '1001', { wait: 0 });
    const { pk, sk } = po();
    for (let copy = 0; copy < 5; copy++) await hut.ports.queues.send('submit-wps', [{ pk, sk }]);
    await minutes(2);
    expect([submits('wps'), hut.ordersAt('wps').length]).toEqual([1, 1]);
    for (let copy = 0; copy < 5; copy++) await hut.ports.queues.send('submit-wps', [{ pk, sk }]);
    await minutes(2);
    expect(submits('wps')).toBe(1);
    expect(hut.notices()).toHaveLength(1);
  });

  it('about a row that is not there does nothing', async () => {
    await hut.ports.queues.send('submit-wps', [{ pk: 'PO#moto-hut#NONE', sk: 'PO' }]);
    await minutes(1);
    expect(hut.failures).toEqual([]);
  });
});

it('two stores with the same order and number never meet', async () => {
  const other = '/v1/stores/other';
  await hut.ask('PUT', other, { body: { name: 'Other', serviceEmail: 'service@other.example' } });
  await hut.ask('PUT', `${other}/distributors/wps`, { body: settingsOf('wps', { live: 'other-key' }) });
  await putOrder(hut, '1001', orderBody(), other);
  const answers = [
    await submit(hut, '1001'),
    await hut.ask('POST', dialogOf('1001', '1', other), { body: { confirm: true }, wait: 20 }),
  ];
  expect(answers.map(({ body }) => [body.storeId, body.poNumber, body.status])).toEqual([
    ['moto-hut', '1001-1', 'accepted'],
    ['other', '1001-1', 'accepted'],
  ]);
  expect(new Set(hut.ordersAt('wps').map(({ account }) => account)).size).toBe(2);
  expect(hut.now() - noon).toBeLessThan(hour);
});

describe('a refusal that answered a copy of our request', () => {
  /** The distributor takes the order and says that it is not paid. */
  const takenAndRefused = async () => {
    hut.control('parts-unlimited').addFault({ call: 'submit', fault: 'reject-payment', times: 1 });
    await orderAt('parts-unlimited');
    await submit(hut, '1001');
    expect(po()).toMatchObject({ state: 'refused', attention: null });
    const there = await placed(hut, '1002', { slug: 'parts-unlimited' });
    const control = hut.control('parts-unlimited');
    const state = control.snapshot();
    control.restore({
      ...state,
      orders: state.orders.map((order) => (order.poNumber === there ? { ...order, poNumber: '1001-1' } : order)),
    });
  };

  it('is found by the one look after all has settled, and put before a person', async () => {
    await takenAndRefused();
    await minutes(40);
    expect(po()).toMatchObject({
      state: 'refused',
      status: 'needs-person',
      attention: { reason: 'duplicate-suspected' },
    });
  });

  it('is found before the item is sent once more: nothing is sent', async () => {
    await takenAndRefused();
    const before = submits('parts-unlimited');
    expect((await submit(hut, '1001')).status).toBe(422);
    expect(submits('parts-unlimited')).toBe(before);
    expect(po()).toMatchObject({ attention: { reason: 'duplicate-suspected' } });
    expect(po('1001-1-2')).toMatchObject({ state: 'refused', sends: 0, refusal: { code: 'not-allowed' } });
    expect((await submit(hut, '1001')).status).toBe(409);
  });
});
