import type { SubmitVerdict } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { Distributor } from '../distributor.ts';
import { isSamePo, judge } from '../holding.ts';
import { entry, listOf, orderNumber, read, text } from '../lenient.ts';
import { isOfLimit } from '../phrases.ts';
import { partsUnlimitedProfile as profile } from '../profiles/parts-unlimited.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Answer, doubted, isLimit, neither, notOffered, notTaken, submitWithout, unknown } from '../verdict.ts';
import { wordsIn } from '../words.ts';
import { errorsIn, said } from './answers.ts';
import { heldIn, Line } from './orders.ts';
import { isBareNo, isShut, refusalIn } from './refusals.ts';
import { placing } from './requests.ts';
import { methods } from './settings.ts';

const Placed = entry({
  ...said,
  purchase_order_number: text,
  reference_number: orderNumber,
  line_items: listOf(Line),
});

/** The body's `status_code` is the verdict, never the status line. */
const success = new Set([200, 201, 202, 203]);

/** Too much was asked: by the status line, by the body's code, or in its words beside no code that says yes. */
const isLimited = (answer: Answer, code: number | null): boolean =>
  isLimit(answer) || code === 429 || (!success.has(code ?? 0) && wordsIn(answer.json).some(isOfLimit));

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  if (answer.status >= 500) return neither(`Parts Unlimited answered with status ${answer.status}.`, answer, redact);
  const told = isShut(answer) ? (answer.json ?? {}) : answer.json;
  const placed = read(Placed, isBareNo(answer) ? {} : told);
  const number = placed?.reference_number ?? null;
  if (number === null && isLimited(answer, placed?.status_code ?? null))
    return notTaken('rate-limited', answer.retryAfterSeconds);
  if (placed === null) return unknown('The answer of Parts Unlimited could not be read.');
  const refusal = number === null ? refusalIn(answer, placed, wanted, redact, resend) : null;
  if (refusal !== null) return refusal;
  if (number === null || !success.has(placed.status_code ?? 0))
    return neither('The answer of Parts Unlimited was neither its yes nor its no.', answer, redact);
  if (!isSamePo(placed.purchase_order_number ?? wanted.poNumber, wanted.poNumber))
    return unknown('The answer was about another order.');
  const [error] = errorsIn(placed);
  if (error !== undefined) return { verdict: 'accepted-but-different', orderNumbers: [number], message: redact(error) };
  const lines = heldIn(placed.line_items);
  const verdict = judge(wanted, { orderNumbers: [number], lines, statuses: [placed.status_message] }, redact);
  return verdict === null || verdict.verdict === 'someone-elses'
    ? unknown('The answer was about another part.')
    : doubted(verdict, answer, redact);
};

export const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const method = methods[wanted.shippingMethod];
  if (method === undefined) return notOffered(profile.name);
  const reply = await account.client(placing(account, wanted, method));
  if (reply.kind !== 'answer') return submitWithout(reply);
  return placedIn(reply, wanted, redactorFor(account.credentials, wanted.shipTo), resend);
};
