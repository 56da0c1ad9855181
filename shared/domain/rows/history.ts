import * as v from 'valibot';
import { type Key, RowParts, storedObject } from '../ports/table.ts';
import { Instant } from '../vocabulary.ts';
import { keys } from './keys.ts';

/** What kind of step it was. */
export const HistoryKind = v.picklist([
  'submitted',
  'in-doubt',
  'accepted',
  'refused',
  'needs-person',
  'resolved',
  'tracking',
  'remark',
  'tracking-stopped',
  'tracking-resumed',
  'shipped',
  'order-changed',
  'mail-failed',
  'erased',
  'note',
]);
export type HistoryKind = v.InferOutput<typeof HistoryKind>;

/** Whose doing it was: a person or program of the store, the webstore by its PUT, the distributor, or ours alone. */
export const HistoryBy = v.picklist(['store', 'webstore', 'distributor', 'service']);
export type HistoryBy = v.InferOutput<typeof HistoryBy>;

/** Whose no it was that an order was not placed: a store's person found that it was not, or the service did not send it. */
export const RefusedBy = v.picklist(['distributor', 'store', 'service']);
export type RefusedBy = v.InferOutput<typeof RefusedBy>;

const parts = {
  at: Instant,
  text: v.string(),
  /** Optional: entries of an earlier version do not say. */
  kind: v.optional(HistoryKind),
  by: v.optional(HistoryBy),
};

/** One step, for people. */
export const HistoryEntry = storedObject(parts);
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

/** An entry in a row of its own, beside the order or purchase order that it was moved out of. `seq` counts entries from the first. */
export const HistoryRow = storedObject({ ...RowParts, seq: v.number(), ...parts });
export type HistoryRow = v.InferOutput<typeof HistoryRow>;

/** What a row of the table keeps of its history: the latest entries, and how many have gone before them. */
export type KeptHistory = { readonly entries: readonly HistoryEntry[]; readonly moved: number };

/** With more than these the row is relieved of all but `fewest`. */
const most = { entries: 60, bytes: 60_000 } as const;
const fewest = 30;
/** A transaction holds a hundred rows. */
const mostMoved = 90;
/** Longer words of others are cut. In characters. */
const longestText = 2_000;

const bytesOf = (entries: readonly HistoryEntry[]): number =>
  entries.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length + 100, 0);

/** Steps that hold nobody's words but ours: what happened, with numbers. */
const isOurs = ({ kind, by }: HistoryEntry): boolean =>
  kind === 'submitted' ||
  kind === 'tracking' ||
  kind === 'tracking-resumed' ||
  kind === 'shipped' ||
  kind === 'order-changed' ||
  kind === 'erased' ||
  (kind === 'in-doubt' && by !== 'distributor') ||
  ((kind === 'accepted' || kind === 'tracking-stopped') && by !== 'store');

/** A step without the words of others: that it happened stays. */
export const erasedEntry = <Entry extends HistoryEntry>(entry: Entry): Entry =>
  isOurs(entry) ? entry : { ...entry, text: '' };

/** What a step says; null where it was erased. What was a test says so. */
export const shownText = ({ text }: HistoryEntry, isTest: boolean): string | null => {
  if (text === '') return null;
  return isTest ? `[TEST] ${text}` : text;
};

/** A step as it is noted. */
export const historyEntry = (
  at: Instant,
  text: string,
  kind: HistoryKind = 'note',
  by: HistoryBy = 'service',
): HistoryEntry => ({ at, text: text.slice(0, longestText), kind, by });

/**
 * A history that fits into its row, whatever was noted and how often: the latest entries, and the others as rows that are to be
 * written in the same transaction. Nothing is lost.
 */
export const relieved = (
  key: Key,
  { entries, moved }: KeptHistory,
): KeptHistory & { readonly beside: readonly HistoryRow[] } => {
  if (entries.length <= most.entries && bytesOf(entries) <= most.bytes) return { entries, moved, beside: [] };
  const going = entries.slice(0, Math.min(Math.max(1, entries.length - fewest), mostMoved));
  const beside = going.map((entry, index) => rowOf(key, entry, moved + index));
  return { entries: entries.slice(going.length), moved: moved + going.length, beside };
};

const rowOf = (key: Key, entry: HistoryEntry, seq: number): HistoryRow => ({
  ...keys.history(key, entry.at, seq),
  rev: `moved-${seq}`,
  seq,
  ...entry,
});
