import { beforeEach, expect, it } from 'vitest';
import type { Row } from '../../shared/domain/ports/table.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, placed, putOrder, settingsOf, submit } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';

const from = { wps: itemBody(), automatic: itemBody({ itemId: '2', slug: 'automatic', partNumber: 'A-1' }) };
const either = {
  ...itemBody({ itemId: '3' }),
  distributorParts: [from.wps, from.automatic].flatMap((i) => i.distributorParts),
};

let hut: Service;
/** WPS's settings are something that nobody can read: nobody knows whether they are in test mode. */
beforeEach(async () => {
  hut = await motoHut(service());
  await putOrder(hut, '1002', orderBody([from.wps, from.automatic, either]));
  const row = hut.memory.rows().find(({ sk }) => sk === keys.distributor('moto-hut', 'wps').sk);
  if (row === undefined) throw new Error('There are no settings');
  const spoiled: Row & { testMode: string } = { ...row, rev: 'spoiled', testMode: 'perhaps' };
  expect(await hut.memory.write([{ put: spoiled, was: row.rev }])).toBe('done');
});

const failed = (body: { checks: readonly { name: string; passed: boolean }[] }) =>
  body.checks.filter(({ passed }) => !passed).map(({ name }) => name);
const told = () => hut.lines.filter(({ event }) => event === 'row-unreadable').map(({ fields }) => fields);

it('are in no other distributor’s way, neither in the dialog nor in a submit', async () => {
  expect((await hut.ask('GET', dialogOf('1002', '2'))).body).toMatchObject({ eligible: true, mode: 'live' });
  expect((await submit(hut, '1002', { itemId: '2' })).status).toBe(201);
  expect((await hut.ask('GET', `${dialogOf('1002', '2')}/offer`)).body).toMatchObject({ available: 1 });
  expect(hut.ordersAt('automatic')).toHaveLength(1);
});

it('let nothing be ordered there, nor somewhere else instead', async () => {
  for (const itemId of ['1', '3']) {
    const answer = await submit(hut, '1002', { itemId });
    expect([answer.status, failed(answer.body)]).toEqual([422, ['credentials-configured']]);
  }
  expect([...hut.ordersAt('wps'), ...hut.ordersAt('automatic')]).toEqual([]);
  expect((await submit(hut, '1002', { itemId: '3', distributor: 'automatic' })).status).toBe(201);
});

it('have nothing told of stock and price', async () => {
  for (const itemId of ['1', '3']) {
    const { status, body } = await hut.ask('GET', `${dialogOf('1002', itemId)}/offer`);
    expect([status, JSON.stringify(body)]).toEqual([
      200,
      expect.stringContaining('The settings of WPS cannot be read'),
    ]);
  }
});

it('are told, by their place and by what is wrong with them', async () => {
  await hut.ask('GET', dialogOf('1002', '2'));
  expect(told()).toMatchObject([{ ...keys.distributor('moto-hut', 'wps'), fields: 'testMode' }]);
});

it('are shown as none, beside those of the other distributors', async () => {
  const { status, body } = await hut.ask('GET', `${inStore}/distributors`);
  const configured = body.map((each: { distributor: string; configured: boolean }) => [
    each.distributor,
    each.configured,
  ]);
  expect([status, Object.fromEntries(configured)]).toEqual([
    200,
    { 'parts-unlimited': true, wps: false, 'tucker-rocky': true, automatic: true },
  ]);
});

it('are replaced by whole ones, and by nothing less: of what cannot be read nothing is kept', async () => {
  const put = (body: object) => hut.ask('PUT', `${inStore}/distributors/wps`, { body });
  const missing = (names: readonly string[]) => names.map((name) => expect.objectContaining({ pointer: `/${name}` }));
  expect(await put({})).toMatchObject({ status: 400, body: { errors: missing(['testMode', 'live']) } });
  expect(await put({ testMode: false })).toMatchObject({ status: 400, body: { errors: missing(['live']) } });
  expect((await submit(hut, '1002')).status).toBe(422);
  expect(await put(settingsOf('wps'))).toMatchObject({ status: 200, body: { configured: true, mode: 'live' } });
  expect((await submit(hut, '1002')).status).toBe(201);
});

it('can be removed', async () => {
  expect((await hut.ask('DELETE', `${inStore}/distributors/wps`)).status).toBe(204);
  expect(hut.memory.rows().some(({ sk }) => sk === keys.distributor('moto-hut', 'wps').sk)).toBe(false);
});

it('hold up no other account’s parcels', async () => {
  const poNumber = await placed(hut, '1003', { slug: 'automatic' });
  hut.control('automatic').ship(poNumber, [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127' }]);
  await hut.pass(3 * 3600);
  expect(hut.purchaseOrder(poNumber).shipments).toHaveLength(1);
});
