import { expect, it } from 'vitest';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { pacer } from '../../../shared/tracking/pacer.ts';
import { noon } from '../../rows.ts';

/** When each of these turns came, in seconds, where what follows a turn takes `took` milliseconds. */
const turns = async (count: number, took: number, left?: number) => {
  let now = noon;
  const sleep = async (milliseconds: number) => {
    now += milliseconds;
  };
  const pace = pacer({ now: () => now, sleep });
  if (left !== undefined) pace.reserved({ tokens: left, at: instant(now) });
  const came: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await pace.turn();
    came.push((now - noon) / 1000);
    now += took;
  }
  return { came, left: pace.left() };
};

it('grants a burst, then one turn a second, whatever the requests take', async () => {
  expect((await turns(8, 0)).came).toEqual([0, 0, 0, 0, 0, 1, 2, 3]);
  expect((await turns(8, 250)).came).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 2, 3]);
  expect((await turns(4, 2000)).came).toEqual([0, 2, 4, 6]);
});

it('goes on from what a reservation has left: the first turn was reserved', async () => {
  expect((await turns(4, 0, 1)).came).toEqual([0, 0, 1, 2]);
  expect((await turns(2, 0, 3)).left).toEqual({ tokens: 2, at: instant(noon) });
});
