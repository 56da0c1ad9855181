import type { Profile } from '../profile.ts';
import type { RefusalCode } from '../vocabulary.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Refuser = Pick<Profile, 'name' | 'contact'>;
type Facts = { readonly name: string; readonly contact: string; readonly part: string };

const advice: Readonly<Record<RefusalCode, (facts: Facts) => string>> = {
  'bad-credentials': ({ name }) =>
    `${name} refused the store’s credentials: enter them again in the store’s settings, have them verified, then submit again.`,
  'unknown-part': ({ name, part }) =>
    `${name} does not know part ${part}: put the part number right in the webstore, or choose another part of the item.`,
  'out-of-stock': ({ name, part }) =>
    `${name} has none of part ${part} now: choose another part of the item, or submit again when there is stock.`,
  payment: ({ name, contact }) =>
    `${name} takes no order on the store’s account as it stands (payment, credit or terms): settle that with ${contact}, then submit again.`,
  'bad-address': ({ name }) =>
    `${name} does not take this address: put it right in the dialog or in the webstore, then submit again.`,
  'duplicate-po': ({ name, contact }) =>
    `${name} has this PO number already: ask ${contact} what stands under it, then submit with another number.`,
  'not-allowed': ({ name, contact, part }) =>
    `${name} does not sell or drop-ship part ${part} here: choose another part of the item, or ask ${contact}.`,
  other: ({ name, contact }) =>
    `${name} refused: do what its words say, and ask ${contact} where they do not help; then submit again.`,
};

/** Whose no it was decides what helps; of rows that do not say, what was never sent is told as our own. */
const adviceOn = ({ refusal, sends, partNumber }: PurchaseOrderRow, { name, contact }: Refuser): string => {
  if (refusal?.by === 'store')
    return `A person of the store found that ${name} does not hold it: submit again if it is still wanted.`;
  if (sends === 0) return `Nothing was sent to ${name}: mend what the message names, then submit again.`;
  if (refusal?.by === 'service')
    return `${name} was seen not to hold it, and it was not sent again: mend what the message names, then submit again.`;
  return advice[refusal?.code ?? 'other']({ name, contact: `${contact.name} (${contact.site})`, part: partNumber });
};

/** What a person has to do about a purchase order that was not placed, by whose no it was and by its code; it quotes nobody. */
export const refusalAdvice = (po: PurchaseOrderRow, refuser: Refuser): string =>
  `${adviceOn(po, refuser)} There is no purchase order, and the item is free again.`;
