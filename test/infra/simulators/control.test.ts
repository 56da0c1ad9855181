import { describe, expect, test } from 'vitest';
import { controlRoutes } from '../../../infra/simulators/control-routes.ts';
import { simulate } from '../../../infra/simulators/simulate.ts';
import { ready } from './requests.ts';
import { giveUp, stoppedClock, world } from './world.ts';

/** The control routes, and WPS behind them with one order. */
const local = async () => {
  const made = await ready(world('wps'), 'wps');
  await made.submit();
  const clock = stoppedClock();
  const routes = controlRoutes({
    'parts-unlimited': simulate('parts-unlimited', { clock }).control,
    wps: made.control,
    'tucker-rocky': simulate('tucker-rocky', { clock }).control,
    automatic: simulate('automatic', { clock }).control,
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await routes.request(`/_local/distributors/${path}`, {
      method,
      ...(body === undefined ? {} : { body: sent }),
    });
    const text = await reply.text();
    return { status: reply.status, json: text === '' ? undefined : JSON.parse(text) };
  };
  return { ...made, ask };
};
const parcel = { carrier: 'ups', trackingNumber: '1Z1', quantity: 1 };

describe('The controls of a simulated distributor', () => {
  test('show what it holds', async () => {
    const { ask } = await local();
    expect(await ask('GET', 'wps/orders')).toMatchObject({
      status: 200,
      json: [
        {
          poNumber: 'PO-1',
          orderNumber: '7000002',
          mode: 'live',
          lines: [{ partNumber: 'A', quantity: 1 }],
          shipments: [],
        },
      ],
    });
    expect(await ask('GET', 'automatic/orders')).toEqual({ status: 200, json: [] });
  });

  test('show what it was asked', async () => {
    const { ask } = await local();
    const { json } = await ask('GET', 'wps/calls');
    expect(json).toHaveLength(3);
    expect(json[2]).toMatchObject({ call: 'submit', mode: 'live', at: '2026-11-23T17:00:00.000Z' });
  });

  test('let it ship', async () => {
    const { ask } = await local();
    expect((await ask('POST', 'wps/orders/PO-1/ship', { packages: [parcel] })).status).toBe(200);
    expect((await ask('GET', 'wps/orders')).json).toMatchObject([{ shipments: [parcel] }]);
  });

  test('let it fail, and be well again', async () => {
    const { ask, live } = await local();
    const verify = () => live('GET /items?page[size]=1', { headers: { authorization: 'Bearer abc' } });
    expect((await ask('POST', 'wps/faults', { call: 'verify', fault: 'server-error', times: 2 })).status).toBe(201);
    expect((await verify()).status).toBe(500);
    expect((await ask('DELETE', 'wps/faults')).status).toBe(204);
    expect((await verify()).status).toBe(200);
  });

  test.each([
    ['GET', 'acme/orders', undefined, 404, 'distributor'],
    ['POST', 'wps/orders/PO-9/ship', { packages: [parcel] }, 404, 'poNumber'],
    ['POST', 'wps/orders/PO-1/ship', { packages: [] }, 400, 'packages'],
    ['POST', 'wps/orders/PO-1/ship', { packages: [{ ...parcel, quantity: 0 }] }, 400, 'packages.0.quantity'],
    ['POST', 'wps/orders/PO-1/ship', { packages: [{ ...parcel, weight: 1 }] }, 400, 'packages.0.weight'],
    ['POST', 'wps/faults', { call: 'cancel', fault: 'late' }, 400, 'call'],
    ['POST', 'wps/faults', { call: 'find', fault: 'earthquake' }, 400, 'fault'],
    ['POST', 'wps/faults', { call: 'find', fault: 'late', times: 0 }, 400, 'times'],
    ['POST', 'wps/faults', '{', 400, 'body'],
  ])('refuse %s %s %j with %i and name the field', async (method, path, body, status, field) => {
    const { ask } = await local();
    expect(await ask(method, path, body)).toMatchObject({
      status,
      json: { status, detail: expect.stringMatching(`^${field}: `) },
    });
  });
});

describe('What a simulated distributor knows', () => {
  test('can be kept as JSON and put back', async () => {
    const made = await ready(world('wps'), 'wps');
    await made.submit();
    const kept = JSON.parse(JSON.stringify(made.control.snapshot()));
    const again = world('wps', kept);
    expect(again.control.orders()).toEqual(made.control.orders());
    await ready(again, 'wps').then(({ submit }) => submit());
    expect(again.control.orders().map(({ orderNumber }) => orderNumber)).toEqual(['7000002', '7000004']);
    expect(made.control.orders()).toHaveLength(1);
  });

  test('goes back to what it was, also what is still late', async () => {
    const { control, submit, clock } = await ready(world('parts-unlimited'), 'parts-unlimited');
    const before = control.snapshot();
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp(submit);
    const late = control.snapshot();
    clock.advance(60);
    expect(control.orders()).toHaveLength(1);
    control.restore(before);
    expect(control.orders()).toEqual([]);
    control.restore(late);
    expect(control.orders()).toHaveLength(1);
    control.restore(before);
    expect(control.orders()).toEqual([]);
    expect(late.orders).toEqual([]);
  });

  test('is told of when it changes', async () => {
    let changes = 0;
    const changed = () => {
      changes += 1;
    };
    const { app, control } = simulate('wps', { clock: stoppedClock(), changed });
    await app('live').request('/items');
    control.addFault({ call: 'find', fault: 'late', times: 1 });
    expect(changes).toBe(2);
  });
});

describe('A parcel', () => {
  test('without a quantity holds all that is still owed', async () => {
    const { control, live } = world('tucker-rocky');
    await live(
      'GET /bin/trws?apikey=k&cust=C&output=JSON&type=ORD&name=J&address1=1&city=B&state=ID&zip=8&po=PO-1&allowduplicatepo=NO&submit=YES&line=A,5',
    );
    control.ship('PO-1', [{ carrier: 'ups', trackingNumber: '1', quantity: 2 }]);
    control.ship('PO-1', [{ carrier: 'ups', trackingNumber: '2' }]);
    expect(control.orders()).toMatchObject([{ shipments: [{ quantity: 2 }, { quantity: 3 }] }]);
  });

  test('goes out under the order that still owes some, when a number was used twice', async () => {
    const made = await ready(world('wps'), 'wps');
    await made.submit();
    await ready(made, 'wps').then(({ submit }) => submit());
    made.control.ship('PO-1', [parcel]);
    made.control.ship('PO-1', [{ ...parcel, trackingNumber: '1Z2' }]);
    expect(made.control.orders()).toMatchObject([
      { shipments: [{ trackingNumber: '1Z1' }] },
      { shipments: [{ trackingNumber: '1Z2' }] },
    ]);
  });
});
