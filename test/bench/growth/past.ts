import type { Key, ListQuery, Row, Table } from '../../../shared/domain/ports/table.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import type { MemoryTable } from '../../memory-table.ts';
import { motoHut, orderBody, placed, putOrder } from '../../moto-hut.ts';
import { type Service, service } from '../../service.ts';

/** The order that all of the past are made after: n stands in its place. */
const first = 9_000_000;
const pattern = String(first);
const minute = 60_000;
/** The past ended long before what is still watched. */
const ended = Date.UTC(2026, 5, 1);

type Model = { readonly order: string; readonly purchaseOrder: string };

/** The two rows of an order that was shipped and is over, as the service wrote them. */
export const finishedOrder = async (): Promise<Model> => {
  const hut = await motoHut(service());
  await placed(hut, pattern);
  await hut.pass(120);
  const packages = [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }];
  hut.control('wps').ship(`${pattern}-1`, packages);
  await hut.pass(3700);
  await putOrder(hut, pattern, orderBody(undefined, { status: 'Shipped' }));
  const text = (sk: string): string => {
    const row = hut.memory.rows().find((each) => each.sk === sk && each.pk.includes(pattern));
    if (row === undefined) throw new Error(`The finished order has no row "${sk}".`);
    return JSON.stringify({ ...row, due: undefined, dueAt: undefined });
  };
  return { order: text('ORDER'), purchaseOrder: text('PO') };
};

type Kind = keyof Model;
type Listed = Row & { readonly placed?: unknown; readonly storeKey?: unknown; readonly statusKey?: unknown };

const placedAt = (n: number, count: number): string => instant(ended - (count - n) * minute);
const nameOf = (kind: Kind, n: number): string => `${first + n}${kind === 'order' ? '' : '-1'}`;

/** A table with this many finished orders of one store beside what the service itself has written. The past is made as it is read. */
const withPast = (memory: MemoryTable, model: Model, count: number): Table => {
  const rowOf = (kind: Kind, n: number): Listed => ({
    ...JSON.parse(model[kind].replaceAll(pattern, String(first + n))),
    placed: `${placedAt(n, count)}#${nameOf(kind, n)}`,
  });
  const kindOf = ({ sk }: Key): Kind | undefined =>
    sk === 'ORDER' ? 'order' : sk === 'PO' ? 'purchaseOrder' : undefined;
  const past = (key: Key): Row | undefined => {
    const kind = kindOf(key);
    const n = Number(/#(\d{7})(?:-1)?$/.exec(key.pk)?.[1]) - first;
    if (kind === undefined || !(n >= 0 && n < count)) return undefined;
    const row = rowOf(kind, n);
    return row.pk === key.pk ? row : undefined;
  };
  /** The list that this key names: of orders or of purchase orders; undefined when the past is in none such. */
  const listed = ({ index, key }: ListQuery): Kind | undefined => {
    if (count === 0 || index === 'byAttention') return undefined;
    const field = index === 'byStore' ? 'storeKey' : 'statusKey';
    return (['order', 'purchaseOrder'] as const).find((kind) => rowOf(kind, 0)[field] === key);
  };
  /** The latest of the past that lies before this place. */
  const latest = (kind: Kind, after: ListQuery['after']): number => {
    const at = after === null ? Number.POSITIVE_INFINITY : Date.parse(after.sort.split('#')[0] ?? '');
    const n = Math.min(count - 1, Math.ceil(count - (ended - at) / minute));
    return after !== null && n >= 0 && `${placedAt(n, count)}#${nameOf(kind, n)}` >= after.sort ? n - 1 : n;
  };

  return {
    ...memory,
    get: async (key) => (await memory.get(key)) ?? past(key),
    async list(query) {
      const kind = listed(query);
      const page = await memory.list(query);
      if (kind === undefined || page.next !== null) return page;
      const rows = [...page.rows];
      let n = latest(kind, query.after);
      for (; n >= 0 && rows.length < query.limit; n -= 1) {
        const row = rowOf(kind, n);
        if (String(row.placed) < (query.from ?? '')) return { rows, next: null };
        rows.push(row);
      }
      const last = n + 1;
      const { pk, sk } = rowOf(kind, last);
      return { rows, next: n < 0 ? null : { pk, sk, sort: `${placedAt(last, count)}#${nameOf(kind, last)}` } };
    },
  };
};

type Past = { readonly hut: Service; readonly table: Table };

/** The service of a store with this many finished orders. */
export const serviceWithPast = async (model: Model, count: number): Promise<Past> => {
  const hut = await motoHut(service());
  const table = withPast(hut.memory, model, count);
  Object.assign(hut.ports.table, table);
  return { hut, table };
};
