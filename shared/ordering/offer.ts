import { type Quoted, type QuotePorts, quote } from '../accounts/quote.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { WantedPart } from '../domain/order/eligibility.ts';
import { itemOf, OrderRow } from '../domain/order/order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { ReadingPorts } from '../domain/rows/readable.ts';
import type { ItemId } from './case.ts';
import { choose, settingsOf } from './choice.ts';

/** What the distributor tells of an item's part now; undefined when there is no such item of an order. */
export const offerFor = async (
  ports: QuotePorts & ReadingPorts,
  ids: ItemId,
  wanted: WantedPart,
): Promise<Quoted | undefined> => {
  const { storeId, orderId, itemId } = ids;
  const [store, order] = await Promise.all([
    load(ports.table, keys.store(storeId), StoreRow),
    load(ports.table, keys.order(storeId, orderId), OrderRow),
  ]);
  const item = order === undefined ? undefined : itemOf(order, itemId);
  if (store === undefined || item === undefined) return undefined;
  const configured = await settingsOf(ports, storeId);
  const { part, distributor, settings } = choose(item, configured, ports.distributors, wanted);
  if (part === null || !part.partNumber)
    return { kind: 'not-told', message: 'The webstore names no such distributor part for this item.' };
  if (distributor === null)
    return { kind: 'not-told', message: `${part.distributor} is none of the four that can be asked.` };
  const { name } = ports.distributors[distributor].profile;
  if (configured.get(distributor) === null)
    return { kind: 'not-told', message: `The settings of ${name} cannot be read: the store enters all of them again.` };
  const asked = { partNumber: part.partNumber, quantity: Math.max(1, item.quantity) };
  return quote(ports, { storeId, distributor }, settings, asked);
};
