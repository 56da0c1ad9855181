import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../shared/domain/ports/table.ts';
import { inStore, putOrder, submit } from '../moto-hut.ts';
import { service } from '../service.ts';
import { kindOf, rowKinds } from './kinds.ts';

const Stored = v.looseObject({ pk: v.string(), sk: v.string(), rev: v.string() });

/** Rows as earlier versions of the service have written them: a layout that was released is read for ever. */
const layouts = globSync('test/stored-rows/layout-*.json')
  .sort()
  .map((file) => ({ file, rows: v.parse(v.array(Stored), JSON.parse(readFileSync(file, 'utf8'))) }));

/** The same as a version that is not written yet may have it: a field that nobody knows, in the row and in every part of it. */
const later = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(later);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, later(part)]);
  return { ...Object.fromEntries(parts), laterField: { of: ['a version to come'] } };
};
/** Entries whose names are given by a distributor's credentials, not by us, are texts and nothing else. */
const laterRow = (row: Row): Row => {
  const { live, test, ...others } = row as Row & { live?: { shown: unknown }; test?: { shown: unknown } };
  const set = (part: { shown: unknown } | null | undefined) =>
    part ? { ...(later(part) as object), shown: part.shown } : part;
  return {
    ...(later(others) as Row),
    ...('live' in row ? { live: set(live) } : {}),
    ...('test' in row ? { test: set(test) } : {}),
  };
};

/** Parts that are one value, written whole by whoever changes it: a later version puts a new field beside them, never into them. */
const values = ['bucket', 'longest', 'call', 'customer', 'shipTo'];

/** The names of the fields of a later version that `was` holds and `is` has lost. An entry of a list may be dropped, not changed. */
const lost = (was: unknown, is: unknown, path: string): readonly string[] => {
  if (typeof was !== 'object' || was === null || typeof is !== 'object' || is === null) return [];
  if (Array.isArray(was)) {
    const older = new Set(was.filter(hasLater).map(withoutLater));
    const now = Array.isArray(is) ? is.filter((entry) => !hasLater(entry)) : [];
    return now.some((entry) => older.has(withoutLater(entry))) ? [path] : [];
  }
  if (hasLater(was) && !hasLater(is)) return [path];
  return Object.entries(was)
    .filter(([name]) => name !== 'laterField' && !values.includes(name))
    .flatMap(([name, part]) => lost(part, Reflect.get(is, name), `${path}/${name}`));
};
const hasLater = (part: unknown): boolean => typeof part === 'object' && part !== null && 'laterField' in part;
const withoutLater = (part: unknown): string =>
  JSON.stringify(part, (name, value: unknown) => (name === 'laterField' ? undefined : value));

/** A service that finds these rows in its table, at the moment at which they were left. */
const serviceWith = async (rows: readonly Row[]) => {
  const found = service();
  await found.pass((Date.parse('2026-11-24T14:05:00Z') - found.now()) / 1000);
  for (const row of rows) await found.put(row);
  return found;
};

describe.each(layouts)('the rows of $file', ({ rows }) => {
  it.each([
    ['as they are', (row: Row) => row],
    ['as a later version may have them', laterRow],
  ])('are read, %s, and lose nothing by it', (_, made) => {
    for (const row of rows)
      expect(v.parse(kindOf(row).schema, made(row)), `${row.pk} ${row.sk}`).toMatchObject(made(row));
  });

  it.each([
    ['as they are', (row: Row) => row],
    ['as a later version may have them', laterRow],
  ])('are gone on with, %s: what was begun ends well, what is open is shown, and no field is lost', async (_, made) => {
    const before = rows.map(made);
    const hut = await serviceWith(before);
    await hut.pass(900);
    expect(hut.purchaseOrder('1011-1-1JM')).toMatchObject({ state: 'accepted', tracking: 'open' });
    expect(hut.purchaseOrder('1012-1-1JM')).toMatchObject({ state: 'accepted', tracking: 'open' });
    hut.control('wps').ship('1011-1-1JM', [{ carrier: 'UPS', trackingNumber: '1Z879E930346834440', quantity: 1 }]);
    await hut.pass(2 * 86_400);
    expect(hut.purchaseOrder('1011-1-1JM')).toMatchObject({ status: 'shipped' });
    for (const poNumber of ['1009-1', '1010-1-1JM'])
      expect(['accepted', 'needs-person']).toContain(hut.purchaseOrder(poNumber).state);
    const ids = rows.flatMap(({ sk, orderId }) => (sk === 'ORDER' ? [String(orderId)] : []));
    for (const id of ids) {
      expect((await hut.ask('GET', `${inStore}/orders/${id}`)).status, id).toBe(200);
      expect((await hut.ask('GET', `${inStore}/orders/${id}/timeline`)).status, id).toBe(200);
    }
    const lists = ['/orders', '/purchase-orders', '/webhooks/deliveries', '/keys', '/distributors', ''];
    for (const path of lists) expect((await hut.ask('GET', `${inStore}${path}`)).status, path).toBe(200);
    // What is looked for elsewhere than it lies is an empty list, and a key that nobody can revoke.
    for (const [path, storeId] of [
      ['/v1/keys', null],
      [`${inStore}/keys`, 'moto-hut'],
    ] as const) {
      const stored = rows.flatMap((row) => (row.sk === 'KEY' && row.storeId === storeId ? [row.keyId] : []));
      const listed = (await hut.ask('GET', path)).body;
      expect(listed.map(({ keyId }: { keyId: string }) => keyId)).toEqual(stored);
      expect(stored).toHaveLength(1);
    }
    expect((await submit(hut, '1002')).status).toBe(409);
    expect((await putOrder(hut, '1004')).status).toBe(200);
    expect((await submit(hut, '1004')).status).toBe(201);
    expect((await hut.ask('DELETE', `${inStore}/orders/1003/customer`)).status).toBe(204);
    await hut.pass(60);
    expect(hut.failures).toEqual([]);
    expect(hut.lines.filter(({ event }) => event === 'row-unreadable')).toEqual([]);
    const after = new Map(hut.memory.rows().map((row) => [`${row.pk} ${row.sk}`, row]));
    const missing = before.flatMap((row) => {
      const now = after.get(`${row.pk} ${row.sk}`);
      return now === undefined ? [] : lost(row, now, `${row.pk} ${row.sk} `);
    });
    expect(missing).toEqual([]);
  });
});

it('the newest layout has rows of every kind that there is', () => {
  const newest = new Set(layouts.at(-1)?.rows.map((row) => kindOf(row).name));
  expect(newest).toEqual(new Set(rowKinds.map(({ name }) => name)));
});

it('every schema of a stored row is among the kinds', () => {
  const named = globSync(['shared/**/*.ts'])
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^(?:export )?const (\w+) = storedObject\(\{\s*\.\.\.RowParts/gm),
    ])
    .map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(rowKinds.map(({ name }) => name)));
});
