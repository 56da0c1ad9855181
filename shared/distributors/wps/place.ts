import type { Accepted, NotTaken, Refused, SubmitVerdict } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { Distributor, DistributorReply, OpenedAccount } from '../distributor.ts';
import { isOwnNumber, isSamePo, judge } from '../holding.ts';
import { anyText, entry, orderNumber, read, text } from '../lenient.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { calledOffIn } from '../standing.ts';
import { doubted, isLimit, isYes, notTaken, readWithout, submitWithout, unknown } from '../verdict.ts';
import { stopIn, unwrapped } from './answers.ts';
import { prepare, tidy } from './cart.ts';
import { heldIn, orderIn } from './orders.ts';
import { noToOrderIn } from './refusals.ts';
import { orderPath, reading, writing } from './requests.ts';

const Placed = entry({ order_number: orderNumber, po_number: text, status: anyText, order_status: anyText });

const placedIn = (reply: DistributorReply, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  const { poNumber } = wanted;
  if (reply.kind !== 'answer') return submitWithout(reply);
  if (isLimit(reply)) return notTaken('rate-limited', reply.retryAfterSeconds);
  if (!isYes(reply)) return noToOrderIn(reply, wanted, redact, resend);
  const placed = read(Placed, unwrapped(reply.json));
  if (placed === null || placed.order_number === null || isOwnNumber(placed.order_number, wanted))
    return unknown('WPS said yes, but no order number could be read.');
  if (!isSamePo(placed.po_number ?? poNumber, poNumber)) return unknown('The answer was about another order.');
  const orderNumbers: Accepted['orderNumbers'] = [placed.order_number];
  const off = calledOffIn([placed.status, placed.order_status]);
  if (off !== null) return { verdict: 'accepted-but-different', orderNumbers, message: redact(off) };
  return doubted({ verdict: 'accepted', orderNumbers }, reply, redact);
};

/** What, as the answer to the order itself, would be less certain. */
const isLessCertainLater = (end: NotTaken | Refused): boolean =>
  end.verdict === 'refused' || end.reason === 'rate-limited';

export const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const redact = redactorFor(account.credentials, wanted.shipTo);
  const ended = await prepare(account, wanted, redact);
  if (ended !== null) {
    const end = isLessCertainLater(ended.end) ? { ...ended.end, before: true as const } : ended.end;
    return ended.isOurs ? tidy(account, wanted, end) : end;
  }
  const reply = await account.client(writing(account, '/orders', { po_number: wanted.poNumber }));
  const verdict = placedIn(reply, wanted, redact, resend);
  return verdict.verdict === 'accepted' ? confirmed(account, wanted, verdict, redact) : tidy(account, wanted, verdict);
};

/** The order as it stands is read once: a line that came late would be in it. Without an answer the yes is believed. */
const confirmed = async (
  account: OpenedAccount,
  wanted: OrderToPlace,
  yes: Accepted,
  redact: Redact,
): Promise<SubmitVerdict> => {
  const reply = await account.client({ ...reading(account, orderPath(wanted.poNumber)), repeatWhenSlow: false });
  const order = reply.kind === 'answer' && isYes(reply) ? orderIn(reply) : [];
  const ours = order.filter(({ po_number }) => isSamePo(po_number ?? '', wanted.poNumber));
  const held = ours
    .map(heldIn)
    .find(({ orderNumbers }) => orderNumbers.some((number) => number === yes.orderNumbers[0]));
  const told = reply.kind === 'answer' ? stopIn(reply, redact) : readWithout(reply);
  if (told?.verdict === 'not-taken' || told?.verdict === 'credentials-refused') return { ...yes, aside: told };
  if (held === undefined || !held.lines.some(({ part }) => part !== null)) return yes;
  const verdict = judge(wanted, held, redact);
  if (verdict === null) return yes;
  if (verdict.verdict !== 'someone-elses') return verdict;
  return { verdict: 'accepted-but-different', orderNumbers: yes.orderNumbers, message: verdict.message };
};
