import { afterEach, describe, expect, test } from 'vitest';
import { network } from '../../../infra/simulators/network.ts';
import { type Served, serveDistributors } from '../../../infra/simulators/serve.ts';
import { simulate } from '../../../infra/simulators/simulate.ts';
import { stoppedClock } from './world.ts';

let served: Served | undefined;
afterEach(() => served?.close());

const headers = { authorization: 'abc', 'content-type': 'application/json' };
const shipToAddress = { name: 'Jane Doe', address1: '1 Main St', city: 'Boise', state: 'ID', zip: '83702' };
const body = JSON.stringify({ ponumber: 'PO-1', shipToAddress, items: [{ number: 'A', quantity: 1 }] });

describe('The simulated distributors on loopback', () => {
  test('have a host for each mode, with the path of the real one; WPS has no test host', async () => {
    served = await serveDistributors({ clock: stoppedClock() });
    const port = 'http://127\\.0\\.0\\.1:\\d+';
    expect(served.hosts).toEqual({
      'parts-unlimited': { live: expect.stringMatching(`^${port}/api$`), test: expect.stringMatching(`^${port}/api$`) },
      wps: { live: expect.stringMatching(`^${port}$`), test: null },
      'tucker-rocky': {
        live: expect.stringMatching(`^${port}/bin/trws$`),
        test: expect.stringMatching(`^${port}/bin/trws$`),
      },
      automatic: { live: expect.stringMatching(`^${port}$`), test: expect.stringMatching(`^${port}$`) },
    });
    const price = await fetch(`${served.hosts['parts-unlimited'].live}/v1/parts/pricing/A`, {
      headers: { 'api-key': 'k' },
    });
    expect(await price.json()).toMatchObject({ pricing: [{ found: true }] });
    const item = await fetch(`${served.hosts['tucker-rocky'].live}?apikey=k&cust=C&output=JSON&type=PRC&item=A`);
    expect(await item.json()).toMatchObject({ PRC: { status: 'SUCCESSFUL' } });
  });

  test('never answer a caller that gives up, and may have taken the order', async () => {
    const clock = stoppedClock();
    served = await serveDistributors({ clock });
    const { control, hosts } = served;
    control.automatic.addFault({ call: 'submit', fault: 'late', times: 1 });
    const signal = AbortSignal.timeout(50);
    const call = fetch(`${hosts.automatic.live}/order/create`, { method: 'POST', headers, body, signal });
    await expect(call).rejects.toThrow();
    await expect.poll(() => control.automatic.snapshot().late).toHaveLength(1);
    expect(control.automatic.orders()).toEqual([]);
    clock.advance(30);
    expect(control.automatic.orders()).toHaveLength(1);
  });

  test('go on where they left off', async () => {
    const clock = stoppedClock();
    const first = await serveDistributors({ clock });
    await fetch(`${first.hosts.automatic.live}/order/create`, { method: 'POST', headers, body });
    await first.close();
    served = await serveDistributors({ clock, state: first.snapshot() });
    const found = await fetch(`${served.hosts.automatic.live}/order/purchase-number/PO-1`, { headers });
    expect(found.status).toBe(200);
  });

  test('can be closed while a caller hangs', async () => {
    served = await serveDistributors({ clock: stoppedClock() });
    served.control.wps.addFault({ call: 'verify', fault: 'timeout-before', times: 1 });
    const call = fetch(`${served.hosts.wps.live}/items`, { headers });
    const lost = expect(call).rejects.toThrow('fetch failed');
    await expect.poll(() => served?.control.wps.calls()).toHaveLength(1);
    await served.close();
    await lost;
  });
});

describe('The network without sockets', () => {
  const clock = stoppedClock();
  const { app, control } = simulate('automatic', { clock });
  const fetchThere = network(new Map([['https://automatic.example', app('live')]]));

  test('reaches its hosts and no others', async () => {
    const reply = await fetchThere('https://automatic.example/order/create', { method: 'POST', headers, body });
    expect(reply.status).toBe(200);
    const elsewhere = fetchThere('https://elsewhere.example/');
    await expect(elsewhere).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNREFUSED' } });
  });

  test('fails with the caller’s own reason when it gives up', async () => {
    control.addFault({ call: 'find', fault: 'timeout-before', times: 1 });
    const caller = new AbortController();
    const { signal } = caller;
    const call = fetchThere('https://automatic.example/order/purchase-number/PO-1', { headers, signal });
    const lost = expect(call).rejects.toThrow('enough');
    caller.abort(new Error('enough'));
    await lost;
  });
});
