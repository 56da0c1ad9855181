import { allAttempts, type OrderRow } from '../domain/order/order.ts';
import type { Log } from '../domain/ports/ports.ts';
import type { Key, Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { type HistoryEntry, HistoryRow, shownText } from '../domain/rows/history.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';

export type TimelinePorts = { readonly table: Table; readonly log: Log };

/** One step as it is shown, and its place: steps sort by it, and no two share one. */
type Step = { readonly place: string; readonly shown: ReturnType<typeof shownOf> };

/** A row with a history: its latest entries, and how many lie beside it. */
type Source = Key & {
  readonly entries: readonly HistoryEntry[];
  readonly moved: number;
  readonly of: { readonly itemId: string | null; readonly poNumber: string | null; readonly isTest: boolean };
};

/** Every step of an order and of all its purchase orders, the newest first: `limit` of them before the place `before`. */
export const timeline = async (
  ports: TimelinePorts,
  order: OrderRow,
  { limit, before }: { readonly limit: number; readonly before: string | null },
) => {
  const sources = [ofOrder(order), ...(await purchaseOrdersOf(ports, order)).map(ofPurchaseOrder)];
  const steps = (await Promise.all(sources.map((source) => stepsOf(ports, source, limit + 1, before)))).flat();
  const newest = steps.sort((a, b) => (a.place < b.place ? 1 : -1));
  const page = newest.slice(0, limit);
  return {
    items: page.map(({ shown }) => shown),
    next: newest.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
};

const purchaseOrdersOf = async ({ table, log }: TimelinePorts, order: OrderRow) => {
  const rows = await Promise.all(allAttempts(order).map((po) => table.get(keys.purchaseOrder(order.storeId, po))));
  return readable(
    rows.filter((row) => row !== undefined),
    PurchaseOrderRow,
    log,
  );
};

const ofOrder = ({ pk, sk, notes, notesMoved = 0 }: OrderRow): Source => ({
  pk,
  sk,
  entries: notes,
  moved: notesMoved,
  of: { itemId: null, poNumber: null, isTest: false },
});

const ofPurchaseOrder = ({ pk, sk, history, historyMoved = 0, itemId, poNumber, mode }: PurchaseOrderRow): Source => ({
  pk,
  sk,
  entries: history,
  moved: historyMoved,
  of: { itemId, poNumber, isTest: mode === 'test' },
});

/** The newest `limit` steps of one row before this place. */
const stepsOf = async (
  ports: TimelinePorts,
  source: Source,
  limit: number,
  before: string | null,
): Promise<readonly Step[]> => {
  const isBefore = ({ place }: Step): boolean => before === null || place < before;
  const latest = source.entries.map((entry, index) => stepOf(source, entry, source.moved + index)).filter(isBefore);
  const found = latest.toReversed().slice(0, limit);
  return found.length === limit || source.moved === 0
    ? found
    : [...found, ...(await moved(ports, source, isBefore, { limit: limit - found.length, before }))];
};

/** Those that lie beside it. */
const moved = async (
  { table, log }: TimelinePorts,
  source: Source,
  isBefore: (step: Step) => boolean,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<readonly Step[]> => {
  const found: Step[] = [];
  const until = before === null ? '~' : `${before.split('#')[0]}~`;
  let after: string | undefined;
  do {
    const { rows, next }: Awaited<ReturnType<Table['query']>> = await table.query({
      pk: source.pk,
      between: ['HISTORY#', `HISTORY#${until}`],
      descending: true,
      limit: limit + 1,
      ...(after === undefined ? {} : { after }),
    });
    found.push(
      ...readable(rows, HistoryRow, log)
        .map((row) => stepOf(source, row, row.seq))
        .filter(isBefore),
    );
    after = next ?? undefined;
  } while (after !== undefined && found.length < limit);
  return found.slice(0, limit);
};

const stepOf = (source: Source, entry: HistoryEntry, seq: number): Step => ({
  place: [entry.at, source.of.poNumber ?? '', String(seq).padStart(7, '0')].join('#'),
  shown: shownOf(source, entry),
});

const shownOf = ({ of: { itemId, poNumber, isTest } }: Source, entry: HistoryEntry) => {
  const { at, kind = 'note', by = 'service' } = entry;
  return { at, kind, text: shownText(entry, isTest), by, itemId, poNumber };
};
