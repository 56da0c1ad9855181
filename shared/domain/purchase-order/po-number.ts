import { createHash } from 'node:crypto';

/** PO numbers are 1 to 20 of `A-Z 0-9 -`: what every distributor takes, and safe in a URL. */
export const longestPoNumber = 20;

/** A number, and where it has digits alone the others that are the same to who keeps numbers: with fewer or more zeros before it. */
export const writings = (poNumber: string): readonly string[] => {
  if (!/^\d+$/.test(poNumber)) return [poNumber];
  const short = poNumber.replace(/^0+(?=\d)/, '');
  return Array.from({ length: longestPoNumber + 1 - short.length }, (_, zeros) => `${'0'.repeat(zeros)}${short}`);
};

const plain = (id: string): string =>
  id
    .toUpperCase()
    .split(/[^A-Z0-9]/)
    .filter((part) => part !== '')
    .join('-');

/** Eight of `A-Z 0-9` that name a text. */
const digest = (text: string): string =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
    .toString(36)
    .toUpperCase()
    .slice(0, 8);

/**
 * The number to offer for this item's next attempt: readable on the telephone (order, item, count), the same whenever it
 * is asked for, so that two people who submit at once claim the same one. `count` grows with the item's attempts and with
 * every number found taken. `sharedBy` = the store, where others order at the same account: its numbers carry a mark of it.
 */
export const proposePoNumber = (
  orderId: string,
  itemId: string,
  count: number,
  sharedBy: string | null = null,
): string => {
  const mark = sharedBy === null ? '' : `-${digest(sharedBy).slice(0, 3)}`;
  const suffix = count === 0 ? mark : `${mark}-${count + 1}`;
  const readable = `${plain(orderId)}-${plain(itemId)}`;
  const exact = readable === `${orderId}-${itemId}` && readable.length + suffix.length <= longestPoNumber;
  if (exact) return `${readable}${suffix}`;
  const name = `${digest(`${orderId}/${itemId}`)}${suffix}`;
  const head = plain(orderId)
    .slice(0, Math.min(7, longestPoNumber - name.length - 1))
    .replace(/-$/, '');
  return head === '' ? name : `${head}-${name}`;
};
