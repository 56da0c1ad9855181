import { beforeEach, describe, expect, it, test } from 'vitest';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { type DistributorSlug, distributorSlugs, instant } from '../../../shared/domain/vocabulary.ts';
import { drainOutbox } from '../../../shared/ordering/drain-outbox.ts';
import { sweep } from '../../../shared/tracking/sweep.ts';
import { inStore, itemBody, motoHut, orderBody, placed, putOrder, settingsOf, setUp, submit } from '../../moto-hut.ts';
import { accepted, accountRow, day, hour, noon, watchRow } from '../../rows.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const po = (poNumber = '1001-1') => hut.purchaseOrder(poNumber);
const hours = (count: number) => hut.pass(count * 3600);
const tracks = (slug: DistributorSlug = 'wps') => hut.callsTo(slug, 'track').length;
const ups = (trackingNumber: string, quantity?: number) => ({
  carrier: 'UPS',
  trackingNumber,
  ...(quantity === undefined ? {} : { quantity }),
});
const [one, two, three] = ['1Z5R89390357567127', '1Z879E930346834440', '1Z410E7W0392751591'];
const mailsOwed = () => hut.memory.rows().filter(({ sk, due }) => sk === 'MAIL#live' && due !== undefined).length;
const eventsOf = (poNumber: string) =>
  hut.notices().flatMap((notice) => (notice.poNumber === poNumber ? notice.type : []));
const several = async (count: number, slug: DistributorSlug = 'wps', quantity = 1): Promise<readonly string[]> => {
  const numbers: string[] = [];
  for (let order = 0; order < count; order++) numbers.push(await placed(hut, `${2000 + order}`, { slug, quantity }));
  return numbers;
};

describe('a sweep', () => {
  test.each([
    // Its list comes in pages of ten.
    ['parts-unlimited', 2],
    ['wps', 2],
    ['tucker-rocky', 1],
    ['automatic', 1],
  ] as const)('of twelve open orders asks %s %i times', async (slug, calls) => {
    const [poNumber = ''] = await several(12, slug);
    hut.control(slug).ship(poNumber, [ups(one)]);
    await hours(1);
    const before = tracks(slug);
    await hours(1);
    expect(tracks(slug) - before).toBeLessThanOrEqual(calls);
    expect(po(poNumber)).toMatchObject({ status: 'shipped', shipments: [{ trackingNumber: one, carrier: 'ups' }] });
    expect(eventsOf(poNumber)).toEqual(['purchase_order.accepted', 'purchase_order.shipped']);
    expect(mailsOwed()).toBe(1);
    expect(hut.counted.filter(({ metric }) => metric === 'ShipmentsFound')).toHaveLength(1);
    expect(hut.failures).toEqual([]);
  });

  test.each(distributorSlugs)('of %s that finds nothing new writes nothing per order', async (slug) => {
    const [poNumber = ''] = await several(8, slug, 3);
    hut.control(slug).ship(poNumber, [ups(one, 1)]);
    await hours(2);
    hut.written.length = 0;
    const before = tracks(slug);
    await hours(6);
    expect(tracks(slug)).toBeGreaterThan(before);
    const keys = hut.written.map((change) =>
      'put' in change ? change.put.sk : 'remove' in change ? change.remove.sk : '',
    );
    expect(new Set(keys)).toEqual(new Set(['SCHEDULE']));
  });

  it('looks every hour in the first days, and daily later', async () => {
    await several(1);
    const lookedIn = async (days: number) => {
      const before = new Set(hut.callsTo('wps', 'track').map(({ at }) => at)).size;
      await hut.pass(days * 86_400);
      return new Set(hut.callsTo('wps', 'track').map(({ at }) => at)).size - before;
    };
    const first = await lookedIn(1);
    expect(first).toBeGreaterThanOrEqual(22);
    expect(first).toBeLessThanOrEqual(25);
    await lookedIn(2);
    expect(await lookedIn(1)).toBeLessThanOrEqual(7);
    await lookedIn(16);
    expect(await lookedIn(3)).toBeLessThanOrEqual(4);
  });

  it('asks nothing where everything has shipped', async () => {
    const [poNumber = ''] = await several(1);
    hut.control('wps').ship(poNumber, [ups(one, 1)]);
    await hours(2);
    expect(po(poNumber)).toMatchObject({ status: 'shipped', tracking: 'complete', owed: [] });
    expect(hut.watches()).toEqual([]);
    const before = tracks();
    await hut.pass(3 * 86_400);
    expect(tracks()).toBe(before);
    expect(hut.account('wps').dueAt).toBeUndefined();
  });
});

describe('shipments', () => {
  it('from two warehouses complete the order at WPS, each mailed when it is found', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ partNumber: 'SPLIT-1', quantity: 4 })]));
    await submit(hut, '1001');
    hut.control('wps').ship('1001-1', [ups(one, 2)]);
    await hours(1.1);
    expect(po()).toMatchObject({ status: 'partly-shipped', tracking: 'open' });
    hut.control('wps').ship('1001-1', [ups(two, 2)]);
    await hours(1.1);
    expect(po()).toMatchObject({ status: 'shipped', tracking: 'complete' });
    expect(po().shipments.map(({ trackingNumber, quantity }) => [trackingNumber, quantity])).toEqual([
      [one, 2],
      [two, 2],
    ]);
    expect(eventsOf('1001-1')).toEqual([
      'purchase_order.accepted',
      'purchase_order.partly_shipped',
      'purchase_order.shipped',
    ]);
  });

  it('without quantities (Automatic) stay partly shipped until two weeks are quiet; the watch stays to its end', async () => {
    const [poNumber = ''] = await several(1, 'automatic', 3);
    hut.control('automatic').ship(poNumber, [ups(one, 1), ups(two, 1)]);
    await hours(2);
    expect(po(poNumber)).toMatchObject({ status: 'partly-shipped', shipments: [{}, {}] });
    await hut.pass(13 * 86_400);
    expect(po(poNumber).status).toBe('partly-shipped');
    await hut.pass(2 * 86_400);
    expect(po(poNumber)).toMatchObject({ status: 'shipped', tracking: 'open' });
    hut.control('automatic').ship(poNumber, [ups(three, 1)]);
    await hut.pass(86_400 + 3600);
    expect(po(poNumber).shipments).toHaveLength(3);
  });

  it('are found by a number of which the answer was lost and which a person resolved', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'tucker-rocky' })]));
    hut.fault('tucker-rocky', 'submit', 'timeout-after');
    await submit(hut, '1001');
    await hours(1);
    const [order] = hut.ordersAt('tucker-rocky');
    const body = { outcome: 'accepted', distributorOrderNumber: order?.orderNumber, reason: 'By telephone' };
    await hut.ask('POST', `${inStore}/purchase-orders/1001-1/resolve`, { body });
    hut.control('tucker-rocky').ship('1001-1', [ups(one)]);
    await hours(2);
    expect(po()).toMatchObject({ status: 'shipped', shipments: [{ trackingNumber: one }] });
  });

  it('of an order that is not ours are given to a person, not to the customer', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    const { account = '' } = hut.ordersAt('automatic')[0] ?? {};
    const state = hut.control('automatic').snapshot();
    for (const order of state.orders) for (const line of order.lines) line.partNumber = 'OTHER-1';
    for (const order of state.orders)
      for (const share of order.shares) for (const line of share.lines) line.partNumber = 'OTHER-1';
    hut.control('automatic').restore(state);
    hut.control('automatic').ship(poNumber, [ups(one)], account);
    await hours(3);
    expect(po(poNumber)).toMatchObject({ shipments: [], attention: { reason: 'someone-elses' } });
    expect(mailsOwed()).toBe(0);
    expect(eventsOf(poNumber)).toEqual(['purchase_order.accepted', 'purchase_order.needs_person']);
  });

  it.each(['wps', 'automatic'] as const)(
    'of an order that %s sends to another postal code are given to a person, after an erasure too',
    async (slug) => {
      const [first = '', second = '', third = ''] = await several(3, slug);
      const state = hut.control(slug).snapshot();
      for (const order of state.orders.filter((each) => each.poNumber !== third))
        order.shipTo = { ...order.shipTo, postalCode: '99501' };
      hut.control(slug).restore(state);
      for (const poNumber of [second, third])
        await hut.ask('DELETE', `${inStore}/orders/${po(poNumber).orderId}/customer`);
      await hut.pass(60);
      const { account = '' } = hut.ordersAt(slug)[0] ?? {};
      hut.control(slug).ship(first, [ups(one)], account);
      hut.control(slug).ship(second, [ups(two)], account);
      hut.control(slug).ship(third, [ups(three)], account);
      await hours(3);
      for (const poNumber of [first, second])
        expect(po(poNumber)).toMatchObject({
          shipments: [],
          attention: { reason: 'someone-elses', whatToDo: expect.stringContaining('goes to another postal code') },
        });
      expect(JSON.stringify(hut.memory.rows())).not.toContain('99501');
      expect(po(second).shipTo).toBeNull();
      expect(po(third)).toMatchObject({ shipTo: null, attention: null, shipments: [{ trackingNumber: three }] });
    },
  );

  /** What the distributor shows of an order's parcels from now on. */
  const reship = (poNumber: string, ...numbers: string[]) => {
    const state = hut.control('automatic').snapshot();
    for (const order of state.orders.filter((each) => each.poNumber === poNumber)) {
      const [first] = order.shares[0].packages;
      if (first === undefined) throw new Error('Nothing was shipped');
      order.shares[0].packages = numbers.map((trackingNumber) => ({ ...first, trackingNumber }));
    }
    hut.control('automatic').restore(state);
  };

  it('whose number is corrected are owed to the customer again, and the order keeps one', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    hut.control('automatic').ship(poNumber, [ups(one)]);
    await hours(1.1);
    reship(poNumber, two);
    await hours(1.1);
    const order = await hut.ask('GET', `${inStore}/purchase-orders/${poNumber}`);
    expect(order.body.shipments).toMatchObject([{ trackingNumber: two }]);
    expect(po(poNumber).shipments).toMatchObject([
      { trackingNumber: one, goneAt: expect.any(String) },
      { corrects: one },
    ]);
    expect(po(poNumber).history.at(-1)?.text).toBe(`Tracking number ${two} takes the place of ${one}.`);
  });

  it('that vanish are noted and shown no more', async () => {
    const [poNumber = ''] = await several(1, 'automatic', 2);
    hut.control('automatic').ship(poNumber, [ups(one, 1), ups(two, 1)]);
    await hours(1.1);
    reship(poNumber, one);
    await hours(1.1);
    const order = await hut.ask('GET', `${inStore}/purchase-orders/${poNumber}`);
    expect(order.body.shipments).toMatchObject([{ trackingNumber: one }]);
    expect(po(poNumber).history.at(-1)?.text).toBe(`The distributor no longer shows tracking number ${two}.`);
  });

  it('are applied once, also when the sweep breaks off before it has remembered them', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    hut.control('automatic').ship(poNumber, [ups(one)]);
    const { write } = hut.ports.table;
    let broken = 0;
    hut.ports.table.write = async (changes) => {
      const remembers = changes.some((change) => 'put' in change && change.put.sk.startsWith('WATCH#'));
      if (remembers && broken < 2) {
        broken += 1;
        throw new Error('The table is down');
      }
      return write(changes);
    };
    await hours(3);
    expect(broken).toBe(2);
    expect(po(poNumber)).toMatchObject({ status: 'shipped', shipments: [{ trackingNumber: one }] });
    expect(eventsOf(poNumber)).toEqual(['purchase_order.accepted', 'purchase_order.shipped']);
    expect(hut.watches()).toMatchObject([{ seen: expect.any(String) }]);
  });

  it('entered by hand do not end the watch, and are not entered again when the distributor tells of them', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    await hut.ask('POST', `${inStore}/purchase-orders/${poNumber}/shipments`, { body: ups(one) });
    expect(hut.watches()).toHaveLength(1);
    hut.control('automatic').ship(poNumber, [ups(one), ups(two)]);
    await hours(2);
    expect(po(poNumber).shipments.map(({ trackingNumber, source }) => [trackingNumber, source])).toEqual([
      [one, 'person'],
      [two, 'distributor'],
    ]);
  });
});

describe('a pause', () => {
  test.each(['wps', 'automatic'] as const)('of %s is obeyed by sweeps and submits alike', async (slug) => {
    const [poNumber = ''] = await several(1, slug);
    hut.fault(slug, 'track', 'rate-limit');
    hut.control(slug).ship(poNumber, [ups(one)]);
    await hut.pass(3600 + 30);
    expect(hut.account(slug).pausedUntil).not.toBeNull();
    const calls = hut.control(slug).calls().length;
    await putOrder(hut, '3000', orderBody([itemBody({ slug })]));
    await submit(hut, '3000', { wait: 10 });
    expect(hut.control(slug).calls()).toHaveLength(calls);
    await hut.pass(10 * 60);
    expect(po(poNumber).shipments).toHaveLength(1);
    expect(po('3000-1').state).toBe('accepted');
    expect(hut.counted.filter(({ metric }) => metric === 'RateLimited')).toHaveLength(1);
  });

  it('keeps also a forced sweep away', async () => {
    await several(1);
    await hut.put({ ...hut.account('wps'), rev: 'rev-paused', pausedUntil: instant(hut.now() + 2 * hour) });
    const { pk, sk } = hut.account('wps');
    await hut.ports.queues.send('sweep', [{ pk, sk, force: true }]);
    await hours(1.9);
    expect(tracks()).toBe(0);
    await hours(0.3);
    expect(tracks()).toBeGreaterThan(0);
  });
});

describe('refused credentials', () => {
  it('stop the account, tell the store once, and are asked about once a day until they work', async () => {
    const [poNumber = ''] = await several(1);
    hut.fault('wps', 'track', 'bad-credentials', 1);
    hut.fault('wps', 'verify', 'bad-credentials', 2);
    await hut.pass((3 * hour) / 1000);
    expect(hut.account('wps').stopped).not.toBeNull();
    const asked = tracks();
    await hut.pass(2.5 * 86_400);
    expect(tracks()).toBe(asked);
    expect(hut.callsTo('wps', 'verify')).toHaveLength(2);
    expect(hut.notices().filter(({ type }) => type === 'account.stopped')).toHaveLength(1);
    hut.control('wps').ship(poNumber, [ups(one, 1)]);
    await hut.pass(86_400);
    expect(hut.account('wps').stopped).toBeNull();
    expect(po(poNumber).status).toBe('shipped');
  });

  it('are over at once with new ones', async () => {
    const [poNumber = ''] = await several(1);
    hut.fault('wps', 'track', 'bad-credentials');
    await hours(2);
    hut.control('wps').ship(poNumber, [ups(one, 1)]);
    await setUp(hut, 'wps', { live: 'live-key-2' });
    expect(hut.account('wps')).toMatchObject({ stopped: null, dueAt: instant(hut.now()) });
    const before = tracks();
    await hut.pass(120);
    expect(tracks()).toBeGreaterThan(before);
  });

  it('that cannot even be verified because of a rate limit pause the account', async () => {
    await several(1);
    hut.fault('wps', 'track', 'bad-credentials');
    hut.fault('wps', 'verify', 'rate-limit');
    await hut.pass(86_400 + 2 * 3600);
    expect(hut.callsTo('wps', 'verify')).toHaveLength(1);
    expect(hut.account('wps').pausedUntil).not.toBeNull();
  });
});

describe('a distributor that is down', () => {
  it('is asked less and less often, and recovers by itself; nobody else is kept waiting', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    const other = await placed(hut, '3000', { slug: 'wps' });
    hut.fault('automatic', 'track', 'server-error', 100_000);
    hut.control('wps').ship(other, [ups(two, 1)]);
    await hours(2);
    expect(po(other).status).toBe('shipped');
    await hours(22);
    const firstDay = tracks('automatic');
    // Five minutes, ten, twenty … six hours; three requests each.
    expect(firstDay).toBeLessThanOrEqual(3 * 10);
    hut.clearFaults('automatic');
    hut.control('automatic').ship(poNumber, [ups(one)]);
    await hours(7);
    expect(po(poNumber).status).toBe('shipped');
    expect(hut.account('automatic').failures).toBe(0);
  });
});

describe('a nudge', () => {
  const nudge = async (force?: boolean) => {
    const { pk, sk } = hut.account('wps');
    await sweep(hut.ports, { pk, sk, ...(force ? { force } : {}) }, { remainingMilliseconds: () => 120_000 });
  };

  it('that comes before the account is due changes nothing, nor does one that comes twice', async () => {
    await several(1);
    await hours(2);
    hut.written.length = 0;
    const before = tracks();
    await nudge();
    expect([hut.written, tracks()]).toEqual([[], before]);
    await hut.put({ ...hut.account('wps'), rev: 'rev-due', dueAt: instant(hut.now()) });
    await hours(0.9);
    await hut.put({ ...hut.account('wps'), rev: 'rev-due', dueAt: instant(hut.now()) });
    await nudge();
    await nudge();
    expect(tracks()).toBe(before + 1);
  });

  it('finds the account, its settings and its watches, each with one read, and writes twice', async () => {
    await several(3);
    await hours(5.5);
    const read: string[] = [];
    const { get, query } = hut.ports.table;
    hut.ports.table.get = (key) => {
      read.push(key.sk);
      return get(key);
    };
    hut.ports.table.query = (wanted) => {
      read.push('watches');
      return query(wanted);
    };
    hut.written.length = 0;
    await hours(1);
    // The young ones, and those whose last look is near.
    expect(read.sort()).toEqual(['DISTRIBUTOR#wps', 'SCHEDULE', 'watches', 'watches']);
    expect(hut.written).toHaveLength(2);
  });

  it('while somebody sweeps the account asks nobody', async () => {
    await several(1);
    await hours(0.9);
    await hut.put({ ...hut.account('wps'), rev: 'rev-due', dueAt: instant(hut.now()) });
    const before = tracks();
    await Promise.all([nudge(), nudge(), hut.pass(300)]);
    expect(tracks()).toBe(before + 1);
    expect(hut.account('wps').sweepingUntil).toBeNull();
    await hut.put({ ...hut.account('wps'), rev: 'rev-swept', sweepingUntil: instant(hut.now() + 60_000) });
    await hut.pass(59);
    await nudge(true);
    expect(tracks()).toBe(before + 1);
    await hut.pass(2);
    await nudge(true);
    expect(tracks()).toBe(before + 2);
  });
});

describe('an account whose sweep took long', () => {
  it('is swept with others of its kind for a day', async () => {
    await several(1, 'automatic');
    hut.fault('automatic', 'track', 'timeout-before', 3);
    await hut.pass(3600 + 120);
    expect(hut.account('automatic')).toMatchObject({ due: 'sweep-slowest', failures: 1 });
    await hours(1);
    expect(hut.account('automatic')).toMatchObject({ due: 'sweep-slowest', failures: 0 });
    expect(Date.parse(hut.account('automatic').dueAt ?? '') % (5 * 60_000)).toBe(0);
    await hut.pass(26 * 3600);
    expect(hut.account('automatic').due).toBe('sweep');
  });
});

describe('nothing is forgotten', () => {
  /** Another order is accepted just after a sweep has read the watches. */
  const acceptedMeanwhile = () => {
    const { query } = hut.ports.table;
    let opened = false;
    hut.ports.table.query = async (wanted) => {
      const page = await query(wanted);
      if (!opened) {
        opened = true;
        const row = accepted({
          poNumber: '9000-1',
          ...keys.purchaseOrder('moto-hut', '9000-1'),
          owed: [{ kind: 'watch' }],
        });
        await hut.put(row);
        await drainOutbox(hut.ports, row);
      }
      return page;
    };
  };

  it('a watch that is opened while a sweep runs', async () => {
    const [poNumber = ''] = await several(1);
    await hut.pass(20 * 86_400);
    const { pk, sk } = hut.account('wps');
    acceptedMeanwhile();
    await hut.ports.queues.send('sweep', [{ pk, sk, force: true }]);
    await hut.pass(1);
    expect(hut.watches().map((watch) => watch.poNumber)).toEqual([poNumber, '9000-1']);
    expect(Date.parse(hut.account('wps').dueAt ?? '') - hut.now()).toBeLessThanOrEqual(hour);
  });

  it('a watch that is opened while a sweep finds none', async () => {
    await hut.put(accountRow({ due: 'sweep', dueAt: instant(noon) }));
    acceptedMeanwhile();
    await hut.pass(120);
    expect(hut.account('wps')).toMatchObject({ due: 'sweep', watchesOpened: 1 });
    await hours(1);
    expect(tracks()).toBeGreaterThan(0);
  });

  it('the orders beside one whose answer can never be read', async () => {
    const [first = '', bad = '', last = ''] = await several(3, 'automatic');
    const { fetch } = hut.ports;
    hut.ports.fetch = async (input, init) => {
      const { url } = new Request(input, init);
      return url.includes('/order/headers') && url.includes(`=${bad}`) ? new Response('<html>') : fetch(input, init);
    };
    await hours(2.5);
    hut.control('automatic').ship(first, [ups(one)]);
    hut.control('automatic').ship(last, [ups(two)]);
    await hours(1.1);
    expect([po(first), po(bad), po(last)].map(({ shipments }) => shipments.length)).toEqual([1, 0, 1]);
    expect(hut.lines.some(({ event }) => event === 'answers-unreadable')).toBe(true);
    expect(hut.counted).toContainEqual({
      metric: 'AnswersUnreadable',
      value: 1,
      by: { distributor: 'automatic', mode: 'live' },
    });
    await hours(72);
    expect(po(bad)).toMatchObject({ status: 'accepted', attention: { reason: 'tracking-unreadable' } });
    expect([po(first), po(last)].map(({ attention }) => attention)).toEqual([null, null]);
    expect(hut.notices().filter(({ type }) => type === 'purchase_order.needs_person')).toHaveLength(1);
  });

  it('the orders beside one that can never be written', async () => {
    const [bad = '', good = ''] = await several(2);
    const { write } = hut.ports.table;
    hut.ports.table.write = async (changes) => {
      const isBad = changes.some((change) => 'put' in change && change.put.pk.endsWith(`#${bad}`));
      if (isBad) throw new Error('The row is too large');
      return write(changes);
    };
    hut.control('wps').ship(bad, [ups(one, 1)]);
    hut.control('wps').ship(good, [ups(two, 1)]);
    await hours(1.2);
    expect([po(bad).status, po(good).status]).toEqual(['accepted', 'shipped']);
    const before = tracks();
    await hours(3);
    // Once more soon, then with the regular look.
    expect(tracks() - before).toBeLessThanOrEqual(2 * 4 * 2);
    hut.ports.table.write = write;
    await hours(1.1);
    expect(po(bad).status).toBe('shipped');
  });

  it('the orders of an account whose settings were deleted and entered again', async () => {
    const [poNumber = ''] = await several(1);
    await hut.ask('DELETE', `${inStore}/distributors/wps`);
    await hut.pass(5 * 86_400);
    expect(tracks()).toBe(0);
    // Looked at again by itself, too: a host may be configured without anybody entering anything.
    expect(Date.parse(hut.account('wps').dueAt ?? '') - hut.now()).toBeLessThanOrEqual(day);
    hut.control('wps').ship(poNumber, [ups(one, 1)]);
    await hut.ask('PUT', `${inStore}/distributors/wps`, { body: settingsOf('wps') });
    await hut.pass(180);
    expect(po(poNumber).status).toBe('shipped');
  });

  it('an account without settings and without watches wants nothing', async () => {
    await hut.put(accountRow({ due: 'sweep', dueAt: instant(noon) }));
    await hut.ask('DELETE', `${inStore}/distributors/wps`);
    await hut.pass(120);
    expect(hut.account('wps').dueAt).toBeUndefined();
  });

  it('live orders are looked up with the live credentials while the account is in test mode', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    await setUp(hut, 'automatic', { testMode: true });
    const test = await placed(hut, '3000', { slug: 'automatic' });
    hut.control('automatic').ship(poNumber, [ups(one)]);
    hut.control('automatic').ship(test, [ups(two)]);
    await hours(2);
    expect([po(poNumber), po(test)]).toMatchObject([
      { mode: 'live', shipments: [{ trackingNumber: one }] },
      { mode: 'test', shipments: [{ trackingNumber: two }] },
    ]);
    const calls = hut.callsTo('automatic', 'track');
    expect(new Set(calls.map(({ mode, account }) => `${mode} ${account}`)).size).toBe(2);
    expect(
      hut.memory
        .rows()
        .filter(({ sk }) => sk.startsWith('MAIL#'))
        .map(({ sk }) => sk)
        .sort(),
    ).toEqual(['MAIL#live', 'MAIL#test']);
  });
});

describe('six weeks after acceptance', () => {
  test.each([
    ['the watch is deleted at once', true],
    ['the watch is never deleted', false],
  ])('nobody asks any more and the store is told, where %s', async (_, deleted) => {
    const [poNumber = ''] = await several(1, 'automatic');
    const end = Date.parse(po(poNumber).trackUntil ?? '');
    await hut.pass((end - hut.now()) / 1000 - 1);
    const last = Date.parse(hut.callsTo('automatic', 'track').at(-1)?.at ?? '');
    expect(end - last).toBeLessThanOrEqual(hour);
    expect(po(poNumber).status).toBe('accepted');
    if (deleted) hut.memory.expire(Math.floor(end / 1000));
    const before = tracks('automatic');
    await hut.pass(300);
    expect(po(poNumber)).toMatchObject({ status: 'tracking-stopped', owed: [] });
    expect(eventsOf(poNumber).at(-1)).toBe('purchase_order.tracking_stopped');
    await hut.pass(3 * 86_400);
    expect(tracks('automatic')).toBe(before);
    expect(hut.watches()).toEqual([]);
    expect(hut.account('automatic').dueAt).toBeUndefined();
    expect(hut.counted.filter(({ metric }) => metric === 'TrackingStopped')).toHaveLength(1);
    expect(end - noon).toBeGreaterThanOrEqual(42 * day);
  });

  it('a watch that was not deleted is not asked about, to the second', async () => {
    const time = { remainingMilliseconds: () => 120_000 };
    await hut.put(accountRow({ due: 'sweep', dueAt: instant(noon) }));
    const last = watchRow('1001-1', noon - 42 * day + 1000);
    await hut.put(last);
    await hut.run(sweep(hut.ports, hut.account('wps'), time));
    expect(tracks()).toBeGreaterThan(0);
    const before = tracks();
    await hut.memory.write([{ remove: last, was: hut.watches()[0]?.rev ?? '' }]);
    await hut.put(watchRow('1001-1', noon - 42 * day));
    await hut.run(sweep(hut.ports, { ...hut.account('wps'), force: true }, time));
    expect(tracks()).toBe(before);
    expect(hut.account('wps').dueAt).toBeUndefined();
  });

  it('it stops also while the account is stopped', async () => {
    const [poNumber = ''] = await several(1);
    hut.fault('wps', 'track', 'bad-credentials');
    hut.fault('wps', 'verify', 'bad-credentials', 100_000);
    await hut.pass(42 * 86_400 + 300);
    expect(po(poNumber).status).toBe('tracking-stopped');
  });

  it('a forced sweep does not ask either, to the second', async () => {
    const [poNumber = ''] = await several(1, 'automatic');
    const { pk, sk } = hut.account('automatic');
    const end = Date.parse(po(poNumber).trackUntil ?? '');
    const force = async (at: number) => {
      await hut.pass((at - hut.now()) / 1000);
      const before = tracks('automatic');
      await hut.ports.queues.send('sweep', [{ pk, sk, force: true }]);
      await hut.pass(0);
      await hut.pass(0);
      return tracks('automatic') - before;
    };
    expect(await force(end - 1000)).toBe(1);
    expect(await force(end)).toBe(0);
  });
});

it('a forced sweep looks now, due or not', async () => {
  const [poNumber = ''] = await several(1);
  hut.control('wps').ship(poNumber, [ups(one, 1)]);
  const { pk, sk } = hut.account('wps');
  await hut.ports.queues.send('sweep', [{ pk, sk, force: true }]);
  await hut.pass(1);
  expect(po(poNumber).status).toBe('shipped');
});
