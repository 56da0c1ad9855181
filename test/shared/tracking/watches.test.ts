import { beforeEach, expect, it } from 'vitest';
import { allBands } from '../../../shared/domain/account/cadence.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { readDueWatches, watchesToAsk } from '../../../shared/tracking/watches.ts';
import { accountRow, day, hour, minute, noon, watchRow } from '../../rows.ts';
import { type Service, service } from '../../service.ts';

/** The most that one sweep asks about. */
const most = 4_000;

let hut: Service;
beforeEach(() => {
  hut = service();
});

const fill = async (count: number, first: number) => {
  for (let n = 0; n < count; n++) await hut.put(watchRow(`P-${first}-${n}`, noon - first + n * 100));
};
const numbers = (looked: Awaited<ReturnType<typeof readDueWatches>>) =>
  watchesToAsk(looked).map(({ poNumber }) => poNumber);
const cursor = (next: string | null) => ({ since: instant(noon), next: next ?? '' });

it('of a large account one sweep takes four thousand, and the next goes on after them', async () => {
  await fill(most + 3, hour);
  const first = await readDueWatches(hut.ports, accountRow(), allBands, noon);
  expect(numbers(first)).toHaveLength(most);
  expect(numbers(first)[0]).toBe(`P-${hour}-0`);
  expect(first.parts).toMatchObject([{ band: 0, from: null }]);
  const from = cursor(first.parts[0]?.next ?? null);
  const second = await readDueWatches(hut.ports, accountRow({ cursors: [from, null, null] }), allBands, noon);
  expect(numbers(second)).toEqual([`P-${hour}-${most}`, `P-${hour}-${most + 1}`, `P-${hour}-${most + 2}`]);
  expect(second.parts).toMatchObject([
    { band: 0, from, next: null },
    { band: 1, from: null, next: null },
    { band: 2, from: null, next: null },
  ]);
});

it('the young come first, however far an older band has been asked for', async () => {
  await fill(most, 10 * day);
  await fill(2, hour);
  const looked = await readDueWatches(hut.ports, accountRow(), allBands, noon);
  expect(numbers(looked).slice(0, 3)).toEqual([`P-${hour}-0`, `P-${hour}-1`, `P-${10 * day}-0`]);
  expect(looked.parts.map(({ band, next }) => [band, next === null])).toEqual([
    [0, true],
    [1, false],
  ]);
});

it('who is in his last hour is asked about by every sweep, first and once', async () => {
  await hut.put(watchRow('ending', noon - 42 * day + hour));
  await hut.put(watchRow('nearly', noon - 42 * day + hour + minute));
  await hut.put(watchRow('young', noon - hour));
  expect(numbers(await readDueWatches(hut.ports, accountRow(), [0], noon))).toEqual(['ending', 'young']);
  expect(numbers(await readDueWatches(hut.ports, accountRow(), [0, 2], noon))).toEqual(['ending', 'young', 'nearly']);
  expect((await readDueWatches(hut.ports, accountRow(), [0], noon)).ending.map(({ poNumber }) => poNumber)).toEqual([
    'ending',
    'nearly',
  ]);
});

it('a watch that cannot be read hides no other of its account', async () => {
  await fill(2, hour);
  const { partNumber: _, ...odd } = watchRow('ODD', noon - hour + 50);
  await hut.ports.table.write([{ put: odd, was: null }]);
  expect(numbers(await readDueWatches(hut.ports, accountRow(), allBands, noon))).toEqual([
    `P-${hour}-0`,
    `P-${hour}-1`,
  ]);
});
