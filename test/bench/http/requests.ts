import { examples } from '../../../shared/contract/examples.ts';
import { operations } from '../../../shared/contract/operations/all.ts';

type Asked = { readonly method: string; readonly path: string; readonly body: object | undefined };

/** Each begins with an order of its own: what can be submitted only once. */
const once = new Set(['submitDialog', 'submitMany']);
/** What ends what the others need, or turns the whole distributor off. */
const last = ['deleteDistributor', 'eraseCustomer', 'takeBackShipment'];

const needed = (id: string): number => last.indexOf(id);

/** Every operation of the contract, in an order in which each can be granted. */
export const measured = [...operations]
  .toSorted((a, b) => needed(a.id) - needed(b.id))
  .map(({ id, key }) => ({ id, key, isOnce: once.has(id) }));

/** The request of an operation about this order and purchase order. */
export const requestOf = (
  { id, key }: { readonly id: string; readonly key: string },
  names: ReadonlyMap<string, string>,
): Asked => {
  const [method = '', pattern = ''] = key.split(' ');
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => names.get(name) ?? 'nobody');
  const items = [{ orderId: names.get('orderId'), itemId: '1' }];
  return { method, path, body: id === 'submitMany' ? { confirm: true, items } : examples[id] };
};
