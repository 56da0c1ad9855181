import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { isSamePo } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { findByTwoSigns } from '../two-signs.ts';
import { type Answer, isYes } from '../verdict.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { askDays } from './list.ts';
import { distinct, heldIn, judged, orderIn, poNumberOf, readOrder } from './orders.ts';
import { orderPath, reading } from './requests.ts';

const shownIn = (listed: unknown) => {
  const order = readOrder(listed);
  return order === null ? null : heldIn(order);
};

const foundIn = (answer: Answer, { poNumber }: OpenOrder): readonly unknown[] | null => {
  const orders = isYes(answer) ? orderIn(answer) : [];
  return orders.length > 0 && orders.every(({ po_number }) => isSamePo(po_number ?? '', poNumber)) ? orders : null;
};

/** All that stands under the number, as one order. */
const judge = (listed: readonly unknown[], wanted: OpenOrder, redact: Redact): FindVerdict => {
  const orders = listed.flatMap((order) => readOrder(order) ?? []);
  const ship_zip = orders[0]?.ship_zip ?? null;
  return judged({ po_number: null, ship_zip, order_details: [...distinct(orders)] }, wanted, redact);
};

export const find: Distributor['find'] = (account, wanted, now, isAnothers) => {
  const redact = redactorFor(account.credentials);
  return findByTwoSigns(
    {
      name: 'WPS',
      askOne: () => account.client(reading(account, orderPath(wanted.poNumber))),
      stopIn: (answer) => stopIn(answer, redact),
      isNone: isFreshNotFound,
      foundIn: (answer) => foundIn(answer, wanted),
      askDays: askDays(account, redact, wanted.poNumber),
      poNumberOf,
      shownIn,
      judge: (orders) => judge(orders, wanted, redact),
    },
    wanted,
    now,
    isAnothers,
  );
};
