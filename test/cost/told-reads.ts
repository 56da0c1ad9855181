import { gathered } from '../../shared/aws/gathered-reads.ts';
import type { Key } from '../../shared/domain/ports/table.ts';
import { bytesOf, readUnits } from './units.ts';

/**
 * Reads rows by their keys in as many requests as the table on DynamoDB makes; `told` hears of each of them, and of the read units that its
 * rows come to.
 */
export const toldReads = (get: (key: Key) => Promise<unknown>, told: (units: number) => void) =>
  gathered(async (keys) => {
    const rows = await Promise.all(keys.map(get));
    told(rows.reduce<number>((sum, row) => sum + readUnits(bytesOf(row ?? '')), 0));
    return rows;
  });
