import type { World } from '../world/state.ts';
import { checkRest } from './at-rest.ts';
import { atRest } from './invariants.ts';
import { parcelsAreKnown, parcelsThere } from './parcels.ts';
import { purchaseOrders, wrong } from './remembered.ts';

/** Some parcel has left, every one is known, or nobody looks any more; and nothing else is to be done. */
export const allIsTold = (world: World): boolean =>
  atRest(world) &&
  purchaseOrders(world).every(
    (po) =>
      po.state !== 'accepted' ||
      po.tracking === 'stopped' ||
      (parcelsThere(world, po).length > 0 && parcelsAreKnown(world, po)),
  );

/** Each shipment has reached the order, the webstore and the customer; a mail repeats only where a crash excuses it. */
export const checkTold = (world: World): void => {
  checkRest(world);
  for (const po of purchaseOrders(world)) {
    const store = world.rows.get(`STORE#${po.storeId}\u0000STORE`);
    const posts = store !== undefined && Reflect.get(store, 'webhook') !== null;
    for (const { trackingNumber, returns = 0, retold = 0 } of po.shipments) {
      // What came back told nobody.
      const all = world.mails.filter(({ text, back }) => text.includes(trackingNumber) && back?.how !== 'bounced');
      const mails = all.filter(({ to, subject }) =>
        po.mode === 'live' ? !to.startsWith('service@') : subject.startsWith('[TEST]'),
      );
      if (po.mode === 'test' && all.some(({ to }) => !to.startsWith('service@'))) {
        wrong(world, `A customer was mailed of ${trackingNumber}, a parcel of a test order.`);
      }
      // What was taken back and comes again is told again, and what takes its place names it: the last word is right.
      const replacing = po.shipments.filter(({ corrects }) => corrects === trackingNumber).length;
      const most = 1 + returns + retold + replacing + world.observed.mailsMayRepeat;
      if (mails.length === 0 && !refusedMail(world)) wrong(world, `The customer is never told of ${trackingNumber}.`);
      if (mails.length > most) wrong(world, `The customer is told ${mails.length} times of ${trackingNumber}.`);
      const posted = world.posted.filter(({ body }) => body.includes(trackingNumber));
      if (posts && posted.length === 0 && !isGone(world))
        wrong(world, `The webstore is never told of ${trackingNumber}.`);
    }
  }
};

/** Of what is another's nothing is applied, and a person is asked. */
export const checkStrange = (world: World): void => {
  checkTold(world);
  for (const { poNumber, attention, shipments } of purchaseOrders(world)) {
    if (attention?.reason !== 'someone-elses')
      wrong(world, `Nobody is told that PO ${poNumber} shows another's order.`);
    if (shipments.length > 0) wrong(world, `PO ${poNumber} bears another's parcels.`);
  }
};

/** The webstore said that it wants no more webhooks. */
const isGone = (world: World): boolean =>
  [...world.rows.values()].some((row) => Reflect.get(row, 'outcome') === 'gone');

/** SES refused the customer's mailbox for good: then the store is told instead. */
const refusedMail = (world: World): boolean =>
  [...world.rows.values()].some((row) => Reflect.get(row, 'type') === 'customer_mail.failed');
