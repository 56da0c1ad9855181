import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { nothingObserved } from './invariants/remembered.ts';
import { judge, judgeEnd } from './judge/judge.ts';
import { scenarioNamed } from './scenarios/catalogue.ts';
import { replay } from './search/schedule.ts';
import { emptyWorld, fork, type World } from './world/state.ts';

/** A world in which one order was accepted and its two parcels told. */
let ended: World = emptyWorld(nothingObserved());
beforeAll(async () => {
  ended = (await replay(scenarioNamed('two parcels of wps'), [])).world;
});

const judged = async (change: (world: World) => void): Promise<string> => {
  const world = fork(ended);
  change(world);
  await judge(world);
  await judgeEnd(world);
  return world.observed.wrongs.join('\n');
};

const [path, who] = [{ storeId: 's1', orderId: 'O1', itemId: 'A' }, 'a person'];
const answer = (world: World, status: number, body: unknown): void => {
  const route = 'POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship';
  world.told = [...world.told, { who, route, path, status, body }];
};
const shipTo = { city: 'Boise' };
const accepted = {
  poNumber: 'O1-A',
  storeId: 's1',
  mode: 'live',
  status: 'accepted',
  quantity: 2,
  shipTo,
  shipments: [],
};
const withOrders = (
  world: World,
  change: (orders: World['distributors']['wps']['orders']) => World['distributors']['wps']['orders'],
): void => {
  const { wps } = world.distributors;
  world.distributors = { ...world.distributors, wps: { ...wps, orders: change(wps.orders) } };
};

describe('the judge from outside', () => {
  it('finds nothing wrong in a world where all went well', async () => {
    expect(ended.distributors.wps.orders).toHaveLength(1);
    expect(await judged((world) => answer(world, 201, accepted))).toBe('');
  });

  it('sees two orders of one item, though nobody here knows of the second', async () => {
    const twice = await judged((world) =>
      withOrders(world, (orders) => [...orders, ...orders.map((order) => ({ ...order, poNumber: 'O1-A-2' }))]),
    );
    expect(twice).toContain('TWO ORDERS: distributors hold 2 of item s1/O1/A (live).');
  });

  it('sees a yes without an order', async () => {
    const gone = await judged((world) => {
      withOrders(world, () => []);
      answer(world, 201, accepted);
    });
    expect(gone).toContain('Somebody is told that PO O1-A is accepted, and distributors hold 0 orders of it.');
  });

  it('sees a no of what the distributor holds', async () => {
    const no = await judged((world) =>
      answer(world, 422, { poNumber: 'O1-A', code: 'payment', distributorMessage: 'No.' }),
    );
    expect(no).toContain('NO WAS NOT NO');
  });

  it('hears a no of what the distributor holds as the distributor said it of a copy', async () => {
    const no = await judged((world) => {
      world.copiesRefused = ['O1-A'];
      answer(world, 422, { poNumber: 'O1-A', code: 'payment', distributorMessage: 'No.' });
    });
    expect(no).toBe('');
  });

  it('sees content that nobody entered, and content that is told otherwise', async () => {
    const other = await judged((world) =>
      withOrders(world, (orders) =>
        orders.map((order) => ({ ...order, placedAt: order.placedAt + 1, shipTo: { ...order.shipTo, city: 'Salem' } })),
      ),
    );
    expect(other).toContain('PO O1-A is at the distributor as nobody entered it.');
    expect(await judged((world) => answer(world, 201, { ...accepted, quantity: 3 }))).toContain('other content');
  });

  it('sees an order in a mode that nobody set', async () => {
    const test = await judged((world) =>
      withOrders(world, (orders) => orders.map((order) => ({ ...order, mode: 'test' as const }))),
    );
    expect(test).toContain('PO O1-A went to the test host of wps, which nobody set.');
  });

  it('sees an order that was acknowledged and is forgotten', async () => {
    const lost = await judged((world) => {
      answer(world, 202, { ...accepted, poNumber: 'O9-A', status: 'submitting' });
    });
    expect(lost).toContain('LOST: nothing is known of PO O9-A, at the end.');
  });

  it('sees mails to strangers, secrets, and what is another store’s', async () => {
    const mail = await judged((world) => {
      world.mails = world.mails.map((each) => (each.to.startsWith('ada@') ? { ...each, to: 'eve@o2.example' } : each));
      world.judged = { ...world.judged, mails: 0 };
    });
    expect(mail).toContain('eve@o2.example is mailed of 1Z999AA10123456784, a parcel of order O1.');
    expect(await judged((world) => answer(world, 400, { detail: 'LIVE-s1-wps-1' }))).toContain('shows a secret');
    expect(await judged((world) => answer(world, 200, { ...accepted, storeId: 's2' }))).toContain('tells of s2');
  });

  it('sees a parcel that never left', async () => {
    const shipments = [{ trackingNumber: '1Z0000000000000000' }];
    expect(await judged((world) => answer(world, 200, { ...accepted, shipments }))).toContain('never left');
  });

  it('knows nothing of the service', () => {
    const files = globSync('test/simulation/judge/*.ts');
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/from '[./]*\/(shared|functions)\//);
  });
});
