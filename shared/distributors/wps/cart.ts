import * as v from 'valibot';
import { isElsewhere } from '../../domain/postal-code.ts';
import { type NotTaken, type Refused, type SubmitVerdict, safeText } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { OpenedAccount } from '../distributor.ts';
import { isSamePart, isSamePo } from '../holding.ts';
import { anyText, count, entry, isList, itemsOf, listOf, read, text } from '../lenient.ts';
import type { Redact } from '../redact.ts';
import { notTaken } from '../verdict.ts';
import { isGone, unwrapped, yesIn } from './answers.ts';
import { failureIn } from './refusals.ts';
import { cartFor, cartPath, dropping, reading, writing } from './requests.ts';

/** Levels are capped: `25+` is at least 25. */
const cappedCount = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value) => (typeof value === 'string' ? value.replace(/ ?\+$/, '') : value)),
  count,
);

const CartMade = entry({ po_number: text });
const ItemAdded = entry({ available_quantity: cappedCount, backorder_quantity: count });

const Cart = entry({
  po_number: text,
  ship_zip: anyText,
  items: listOf(entry({ item: text, sku: text, item_sku: text, quantity: count })),
});
type Cart = v.InferOutput<typeof Cart>;

/** A cart alone, or as a list of one; `none` where that is empty. */
const cartIn = (json: unknown): Cart | 'none' | null => {
  const told = unwrapped(json);
  if (!isList(told)) return read(Cart, told);
  const [only, ...more] = itemsOf(told);
  if (only === undefined) return 'none';
  return more.length > 0 ? null : read(Cart, only);
};

/** A step towards the order: null, or why it ends here. None of them orders anything. */
type Step = (account: OpenedAccount, wanted: OrderToPlace, redact: Redact) => Promise<NotTaken | Refused | null>;

const isOurLine = ({ item, sku, item_sku }: Cart['items'][number], part: string): boolean =>
  isSamePart(item ?? sku ?? item_sku ?? '', part);

/** Whether a cart under our number may be what an earlier try of this order left behind: nothing in it is another's. */
const isLeftover = (cart: Cart | null, { poNumber, partNumber, shipTo }: OrderToPlace): boolean =>
  cart?.items.every((line) => isOurLine(line, partNumber)) === true &&
  isSamePo(cart.po_number ?? poNumber, poNumber) &&
  !isElsewhere(shipTo.postalCode, cart.ship_zip);

const anothersCart: Refused = {
  verdict: 'refused',
  code: 'other',
  message: safeText(
    'WPS has an open cart under this PO number that is not of this order. Nothing was sent: take another number',
  ),
};

/** A cart that an earlier try left behind would put its lines into ours. Another store's is never touched. */
const clear: Step = async (account, wanted, redact) => {
  const { poNumber } = wanted;
  const found = await account.client(reading(account, cartPath(poNumber)));
  if (isGone(found)) return null;
  const yes = yesIn(found);
  if (yes === null) return failureIn(found, wanted, redact, 'read');
  if (yes.json === undefined) return notTaken('unavailable');
  const cart = cartIn(yes.json);
  if (cart === 'none') return null;
  if (!isLeftover(cart, wanted)) return anothersCart;
  const dropped = await account.client(dropping(account, poNumber));
  return yesIn(dropped) !== null || isGone(dropped) ? null : failureIn(dropped, wanted, redact, 'write');
};

const open: Step = async (account, wanted, redact) => {
  const reply = await account.client(writing(account, '/carts', cartFor(wanted)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, wanted, redact, 'write');
  const made = read(CartMade, unwrapped(yes.json));
  return made !== null && isSamePo(made.po_number ?? wanted.poNumber, wanted.poNumber) ? null : notTaken('unavailable');
};

const fill: Step = async (account, wanted, redact) => {
  const { poNumber, partNumber, quantity } = wanted;
  const line = { item_sku: partNumber, quantity };
  const reply = await account.client(writing(account, `${cartPath(poNumber)}/items`, line));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, wanted, redact, 'write');
  const added = read(ItemAdded, unwrapped(yes.json));
  if (added === null) return notTaken('unavailable');
  const { available_quantity: available, backorder_quantity: lacking } = added;
  if ((lacking ?? 0) === 0 && (available ?? quantity) >= quantity) return null;
  return {
    verdict: 'refused',
    code: 'out-of-stock',
    message: safeText(`WPS has ${available ?? 'fewer'} of the ${quantity} pieces.`),
  };
};

/** The last look before the call that commits: exactly our line and nothing else. */
const check: Step = async (account, wanted, redact) => {
  const { poNumber, partNumber, quantity } = wanted;
  const reply = await account.client(reading(account, cartPath(poNumber)));
  const yes = yesIn(reply);
  if (yes === null) return failureIn(reply, wanted, redact, 'read');
  const cart = cartIn(yes.json);
  if (cart === null || cart === 'none' || cart.items.length !== 1 || !isSamePo(cart.po_number ?? poNumber, poNumber))
    return notTaken('unavailable');
  const isOurs = cart.items.every((line) => isOurLine(line, partNumber) && line.quantity === quantity);
  return isOurs ? null : notTaken('unavailable');
};

/** Why it ends before the order, and whether the cart may be ours by then. */
type Ended = { readonly end: NotTaken | Refused; readonly isOurs: boolean };

export const prepare = async (account: OpenedAccount, wanted: OrderToPlace, redact: Redact): Promise<Ended | null> => {
  for (const step of [clear, open, fill, check]) {
    const end = await step(account, wanted, redact);
    if (end !== null) return { end, isOurs: step !== clear };
  }
  return null;
};

/** Best effort, of a cart that we have opened: one left behind orders nothing, and the next try clears it. Nobody asks on under a rate limit. */
export const tidy = async <Verdict extends SubmitVerdict>(
  account: OpenedAccount,
  { poNumber }: OrderToPlace,
  verdict: Verdict,
): Promise<Verdict> => {
  const isOver = verdict.verdict === 'refused' || (verdict.verdict === 'not-taken' && verdict.reason === 'unavailable');
  if (isOver) await account.client(dropping(account, poNumber));
  return verdict;
};
