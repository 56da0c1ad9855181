import type { Operation } from '../operation.ts';
import * as contract from './contract.ts';
import * as dropShips from './drop-ships.ts';
import * as orders from './orders.ts';
import * as purchaseOrders from './purchase-orders.ts';
import * as settings from './settings.ts';

/** Every operation of the contract, in the order in which it is read. */
export const operations: readonly Operation[] = [settings, orders, dropShips, purchaseOrders, contract].flatMap(
  (some): Operation[] => Object.values(some),
);
