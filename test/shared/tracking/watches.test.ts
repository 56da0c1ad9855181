import { expect, it } from 'vitest';
import { allBands } from '../../../shared/domain/cadence.ts';
import { watchesToAsk } from '../../../shared/tracking/watches.ts';
import { accountRow, hour, noon, watchRow } from '../../rows.ts';
import { service } from '../../service.ts';

/** 5,000 is the most that one sweep asks about. */
const many = 5_003;

it('of a large account one sweep takes the oldest five thousand, and the next goes on after them', async () => {
  const hut = service();
  for (let n = 0; n < many; n++) await hut.put(watchRow(`P-${n}`, noon - hour + n * 100));
  const first = await watchesToAsk(hut.ports, accountRow(), allBands, noon);
  expect(first.asked).toHaveLength(5_000);
  expect(first.asked[0]?.poNumber).toBe('P-0');
  const second = await watchesToAsk(hut.ports, accountRow({ cursor: first.next }), allBands, noon);
  expect(second.asked.map(({ poNumber }) => poNumber)).toEqual(['P-5000', 'P-5001', 'P-5002']);
  expect(second.next).toBeNull();
});
