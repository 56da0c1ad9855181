import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../infra/local/run.ts';
import { SubmitBody } from '../../shared/contract/bodies/drop-ship.ts';
import { AccountRow, WatchRow } from '../../shared/domain/account/account.ts';
import { DistributorSettingsRow, StoreRow } from '../../shared/domain/account/store.ts';
import { OrderRow } from '../../shared/domain/order/order.ts';
import { VaultRow } from '../../shared/domain/ports/vault.ts';
import { PurchaseOrderRow } from '../../shared/domain/purchase-order/purchase-order.ts';
import { KeptRequest } from '../../shared/http/idempotency/kept-request.ts';
import { parseFields } from '../../shared/http/invalid-fields.ts';
import { prototypeNames } from '../prototype-names.ts';

const names = prototypeNames;

let local: Local;
beforeAll(async () => {
  local = await startLocal({});
}, 180_000);
afterAll(() => local?.stop());

const call = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${local.url}/v1/stores/demo${path}`, {
    method,
    headers: { authorization: `Bearer ${local.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.text() };
};

const order = (itemId: string) => ({
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: { name: 'Ada Rider', line1: '1 Main St', city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' },
  items: [
    {
      itemId,
      sku: 'A-1',
      title: 'Oil filter',
      quantity: 1,
      catalog: 'aftermarket',
      distributorParts: [{ distributor: 'wps', partNumber: '26-1772' }],
    },
  ],
});

describe.each(names)('an order and an item called %s', (name) => {
  it('can be ordered, exactly once', async () => {
    expect((await call('PUT', `/orders/${name}`, order(name))).status).toBe(201);
    const dropShip = `/orders/${name}/items/${name}/drop-ship`;
    expect((await call('POST', dropShip, { confirm: true })).status).toBe(201);
    expect((await call('POST', dropShip, { confirm: true })).status).toBe(409);
    expect((await call('POST', dropShip, { confirm: true, poNumber: `X-${names.indexOf(name)}` })).status).toBe(409);
    expect(await call('GET', `/orders/${name}`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('"status":"accepted"'),
    });
    expect(await call('GET', dropShip)).toMatchObject({
      status: 200,
      body: expect.stringContaining('"eligible":false'),
    });
  });
});

it.each(names)('a field called %s is refused like any other that the contract does not know', (name) => {
  const body: unknown = JSON.parse(`{"confirm":true,"${name}":1}`);
  expect(() => parseFields(SubmitBody, body)).toThrow(
    expect.objectContaining({ members: { errors: [expect.objectContaining({ pointer: `/${name}` })] } }),
  );
});

it.each(names)('a query parameter called %s is refused', async (name) => {
  expect((await call('GET', `/purchase-orders?${name}=1`)).status).toBe(400);
});

describe('a stored row', () => {
  /** Of these every key is ours: the credential fields of a distributor. */
  const ours = ['shown'];
  const recordsIn = (schema: unknown, path = '', seen = new Set<unknown>()): readonly string[] => {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
    seen.add(schema);
    const isRecord = 'type' in schema && schema.type === 'record';
    return [
      ...(isRecord ? [path] : []),
      ...Object.entries(schema).flatMap(([key, each]) => recordsIn(each, `${path}/${key}`, seen)),
    ];
  };

  it.each(
    Object.entries({
      AccountRow,
      WatchRow,
      DistributorSettingsRow,
      StoreRow,
      OrderRow,
      PurchaseOrderRow,
      VaultRow,
      KeptRequest,
    }),
  )('of the kind %s has no key that a caller names', (_, schema) => {
    const records = recordsIn(schema).filter(
      (path) => !ours.some((name) => path.includes(`/${name}/`) || path.endsWith(`/${name}`)),
    );
    expect(records).toEqual([]);
    expect(v.isOfKind('schema', schema)).toBe(true);
  });

  it('would be found if it had one', () => {
    expect(recordsIn(v.object({ attempts: v.record(v.string(), v.string()) }))).toEqual(['/entries/attempts']);
  });
});
