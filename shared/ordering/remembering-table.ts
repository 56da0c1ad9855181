import type { Change, Key, Table } from '../domain/ports/table.ts';
import { keys } from '../domain/rows/keys.ts';

/** What hardly changes within a request, and is checked again before anything is sent: store, settings, accounts. */
const steady = ['STORE#', 'ACCOUNT#', 'SHARING#'];

const isOrder = ({ pk, sk }: Key): boolean => pk.startsWith('ORDER#') && sk === keys.order('', '').sk;
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/**
 * The table, for one request that claims many items: it reads the store, its settings and its accounts once, and knows an order as the
 * last claim has written it. Whoever else writes the order makes the next claim's condition fail; then all is read anew.
 */
export const rememberingTable = (table: Table): Table => {
  const known = new Map<string, Promise<unknown>>();
  const remembered = (key: Key): Promise<unknown> => {
    const name = nameOf(key);
    const row = known.get(name) ?? table.get(key);
    known.set(name, row);
    // What could not be read is asked for again.
    row.catch(() => known.delete(name));
    return row;
  };
  return {
    ...table,
    get: (key) => (isOrder(key) || steady.some((kind) => key.pk.startsWith(kind)) ? remembered(key) : table.get(key)),
    write: async (changes) => {
      const orders = changes.filter((change) => 'put' in change && isOrder(change.put));
      for (const change of orders) known.delete(nameOf(keyOf(change)));
      const result = await table.write(changes);
      if (result === 'conflict') known.clear();
      else for (const change of orders) if ('put' in change) known.set(nameOf(change.put), Promise.resolve(change.put));
      return result;
    },
  };
};

const keyOf = (change: Change): Key => ('put' in change ? change.put : change.remove);
