import type { Change, Key, Table } from '../domain/ports/table.ts';
import { keys } from '../domain/rows/keys.ts';

/** What hardly changes within a request, and is checked again before anything is sent: store, settings, accounts. */
const steady = ['STORE#', 'ACCOUNT#', 'SHARING#'];

const isOrder = ({ pk, sk }: Key): boolean => pk.startsWith('ORDER#') && sk === keys.order('', '').sk;
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const isSteady = (pk: string): boolean => steady.some((kind) => pk.startsWith(kind));

/** Reads once what is asked for under one name; what could not be read is asked for again. */
const remember = <T>(known: Map<string, Promise<T>>, name: string, read: () => Promise<T>): Promise<T> => {
  const answer = known.get(name) ?? read();
  known.set(name, answer);
  answer.catch(() => known.delete(name));
  return answer;
};

/**
 * The table, for one request that claims many items: it reads the store, its settings and its accounts once, and knows an order as the
 * last claim has written it. Whoever else writes the order makes the next claim's condition fail; then all is read anew.
 */
export const rememberingTable = (table: Table): Table => {
  const rows = new Map<string, Promise<unknown>>();
  const pages = new Map<string, ReturnType<Table['query']>>();
  return {
    ...table,
    get: (key) =>
      isOrder(key) || isSteady(key.pk) ? remember(rows, nameOf(key), () => table.get(key)) : table.get(key),
    query: (query) =>
      isSteady(query.pk) ? remember(pages, JSON.stringify(query), () => table.query(query)) : table.query(query),
    write: async (changes) => {
      const orders = changes.filter((change) => 'put' in change && isOrder(change.put));
      for (const change of orders) rows.delete(nameOf(keyOf(change)));
      const result = await table.write(changes);
      if (result === 'conflict') {
        rows.clear();
        pages.clear();
      } else
        for (const change of orders) if ('put' in change) rows.set(nameOf(change.put), Promise.resolve(change.put));
      return result;
    },
  };
};

const keyOf = (change: Change): Key => ('put' in change ? change.put : change.remove);
