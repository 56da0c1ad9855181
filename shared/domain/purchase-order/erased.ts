import type { Draft } from '../rows/amend.ts';
import { erasedEntry } from '../rows/history.ts';
import { instant } from '../vocabulary.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Po = Draft<PurchaseOrderRow>;

/** Whether what became of the attempt is known: until then it needs the copy of the address that was sent. */
const isSettled = ({ state }: Pick<Po, 'state'>): boolean => state === 'accepted' || state === 'refused';

const askDistributor = ({ poNumber }: Pick<Po, 'poNumber'>): string =>
  `A person is needed; why was erased with the customer's data. Ask the distributor about PO ${poNumber}, then resolve it.`;

/** Whether it holds words of people or distributors: where it was erased, they were written since. */
export const hasWords = (po: Po): boolean =>
  po.history.some((entry) => erasedEntry(entry).text !== entry.text) ||
  (po.remarks ?? []).some(({ text }) => text !== '') ||
  (po.refusal !== null && po.refusal.message !== '') ||
  (po.attention !== null && po.attention.whatToDo !== askDistributor(po));

/** Without the customer's data and without the words of people and distributors, once it is settled and where that is asked for. */
export const withoutPersonalData = (po: Po, now: number): Po => {
  if (po.eraseAsked !== true || !isSettled(po)) return po;
  return {
    ...po,
    eraseAsked: false,
    erasedAt: instant(now),
    shipTo: null,
    // The watch of an accepted one goes on, and compares by it.
    ...(po.state === 'accepted' ? {} : { postalCodeHash: null }),
    refusal: po.refusal === null ? null : { ...po.refusal, message: '' },
    attention: po.attention === null ? null : { ...po.attention, whatToDo: askDistributor(po) },
    remarks: (po.remarks ?? []).map((remark) => ({ ...remark, text: '' })),
    history: po.history.map(erasedEntry),
  };
};
