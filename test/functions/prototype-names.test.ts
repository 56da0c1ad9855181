import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { SubmitBody } from '../../shared/contract/bodies/drop-ship.ts';
import { operations } from '../../shared/contract/operations/all.ts';
import { parseFields } from '../../shared/http/invalid-fields.ts';
import { inStore, itemBody, motoHut, orderBody } from '../moto-hut.ts';
import { prototypeNames } from '../prototype-names.ts';
import { type Service, service } from '../service.ts';
import { rowKinds } from '../stored-rows/kinds.ts';

const names = prototypeNames;

let hut: Service;
beforeAll(async () => {
  hut = await motoHut(service());
});

const call = async (method: string, path: string, body?: object) => {
  const [name = '', query] = path.split('?');
  const asked = { body, ...(query === undefined ? {} : { query: Object.fromEntries([query.split('=')]) }) };
  const answer = await hut.ask(method, `${inStore}${name}`, asked);
  return { status: answer.status, body: JSON.stringify(answer.body) };
};

const order = (itemId: string) => orderBody([itemBody({ itemId })]);

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

describe('nothing that a caller names is the key of an object', () => {
  /** Of these every key is ours: the credential fields of a distributor. */
  const ours = ['shown', 'credentials'];
  const recordsIn = (schema: unknown, path = '', seen = new Set<unknown>()): readonly string[] => {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
    seen.add(schema);
    const isRecord = 'type' in schema && (schema.type === 'record' || schema.type === 'object_with_rest');
    return [
      ...(isRecord ? [path] : []),
      ...Object.entries(schema).flatMap(([key, each]) => recordsIn(each, `${path}/${key}`, seen)),
    ];
  };
  const strange = (schema: unknown) =>
    recordsIn(schema).filter((path) => !ours.some((name) => path.split('/').includes(name)));

  it.each(rowKinds)('in a stored row: $name', ({ schema }) => {
    expect(v.isOfKind('schema', schema)).toBe(true);
    expect(strange(schema)).toEqual([]);
  });

  it.each(operations)('in a request or an answer: $id', ({ id, query, body, answers }) => {
    // The members of a problem in a bulk answer are those of the contract's problems.
    const problem = id === 'submitMany' ? ['/200/entries/results/item/entries/problem/wrapped'] : [];
    expect([...strange(query), ...strange(body), ...strange(answers)]).toEqual(problem);
  });

  it('would be found if there were one', () => {
    expect(recordsIn(v.object({ attempts: v.record(v.string(), v.string()) }))).toEqual(['/entries/attempts']);
  });
});
