import type { PurchaseOrderRow } from '../../shared/domain/purchase-order.ts';
import { purchaseOrders, wrong } from './ghost.ts';
import { atRest } from './invariants.ts';
import { checkRest } from './rest.ts';
import type { World } from './state.ts';

/** The parcels that the distributor has handed over for this purchase order. */
const parcelsThere = (world: World, po: PurchaseOrderRow): readonly string[] =>
  world.distributors[po.distributor].orders
    .filter((order) => order.poNumber === po.poNumber && order.mode === po.mode)
    .flatMap(({ shares }) => shares.flatMap(({ packages }) => packages.map(({ trackingNumber }) => trackingNumber)));

const isKnown = (po: PurchaseOrderRow, number: string): boolean =>
  po.shipments.some(({ trackingNumber, goneAt }) => trackingNumber === number && goneAt === null);

/** Every parcel that left is known, or nobody looks any more. */
export const parcelsAreKnown = (world: World, po: PurchaseOrderRow): boolean =>
  po.state !== 'accepted' ||
  po.tracking === 'stopped' ||
  parcelsThere(world, po).every((number) => isKnown(po, number));

/** Some parcel has left, every one is known, or nobody looks any more; and nothing else is to be done. */
export const allIsTold = (world: World): boolean =>
  atRest(world) &&
  purchaseOrders(world).every(
    (po) =>
      parcelsAreKnown(world, po) &&
      (po.state !== 'accepted' || po.tracking === 'stopped' || parcelsThere(world, po).length > 0),
  );

/** Each shipment has reached the order, the webstore and the customer; a mail repeats only where a crash excuses it. */
export const checkTold = (world: World): void => {
  checkRest(world);
  for (const po of purchaseOrders(world)) {
    const store = world.rows.get(`STORE#${po.storeId}\u0000STORE`);
    const posts = store !== undefined && Reflect.get(store, 'webhook') !== null;
    for (const { trackingNumber } of po.shipments) {
      const all = world.mails.filter(({ text }) => text.includes(trackingNumber));
      const mails = all.filter(({ to, subject }) =>
        po.mode === 'live' ? !to.startsWith('service@') : subject.startsWith('[TEST]'),
      );
      if (po.mode === 'test' && all.some(({ to }) => !to.startsWith('service@'))) {
        wrong(world, `A customer was mailed of ${trackingNumber}, a parcel of a test order.`);
      }
      const most = 1 + world.ghost.mailsMayRepeat;
      if (mails.length === 0 && !refusedMail(world)) wrong(world, `The customer is never told of ${trackingNumber}.`);
      if (mails.length > most) wrong(world, `The customer is told ${mails.length} times of ${trackingNumber}.`);
      const posted = world.posted.filter(({ body }) => body.includes(trackingNumber));
      if (posts && posted.length === 0 && !isGone(world))
        wrong(world, `The webstore is never told of ${trackingNumber}.`);
    }
  }
};

/** The webstore said that it wants no more webhooks. */
const isGone = (world: World): boolean =>
  [...world.rows.values()].some((row) => Reflect.get(row, 'outcome') === 'gone');

/** SES refused the customer's mailbox for good: then the store is told instead. */
const refusedMail = (world: World): boolean =>
  [...world.rows.values()].some((row) => Reflect.get(row, 'type') === 'customer_mail.failed');
