import { beforeAll, expect, it } from 'vitest';
import { busyDay } from '../busy-day.ts';
import { mayDo, seen } from '../rights.ts';

beforeAll(() => busyDay());

it.each(Object.entries(mayDo))('%s does all that it may do', (name, calls) => {
  const did = new Map<string, ReadonlySet<string>>(seen).get(name) ?? new Set();
  expect([...did].toSorted()).toEqual([...calls].toSorted());
});
