import type { AcceptedButDifferent, SubmitVerdict } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { Distributor, OpenedAccount } from '../distributor.ts';
import { judge } from '../holding.ts';
import { read } from '../lenient.ts';
import { automaticProfile as profile } from '../profiles/automatic.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Answer, doubted, isYes, neither, notOffered, notTaken, submitWithout, unknown } from '../verdict.ts';
import { isRateLimit, stopIn } from './answers.ts';
import { foundIn } from './look-up.ts';
import { heldIn, isAbout, Orders } from './orders.ts';
import { refusalIn } from './refusals.ts';
import { headers, orderFor, orderPath, reading } from './requests.ts';
import { methods } from './settings.ts';

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  if (isRateLimit(answer)) return notTaken('rate-limited', answer.retryAfterSeconds);
  if (!isYes(answer))
    return (
      refusalIn(answer, wanted, redact, resend) ??
      neither(`Automatic answered with status ${answer.status}.`, answer, redact)
    );
  const orders = read(Orders, answer.json);
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return unknown('The answer of Automatic could not be read.');
  const verdict = judge(wanted, heldIn(orders), redact);
  return verdict === null || verdict.verdict === 'someone-elses'
    ? unknown('The answer was about another part, or had no order number.')
    : doubted(verdict, answer, redact);
};

export const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const method = methods[wanted.shippingMethod];
  if (method === undefined) return notOffered(profile.name);
  const redact = redactorFor(account.credentials, wanted.shipTo);
  const body = orderFor(wanted, method);
  const reply = await account.client({
    effect: 'write',
    method: 'POST',
    path: '/order/create',
    headers: headers(account),
    body,
  });
  if (reply.kind !== 'answer') return submitWithout(reply);
  const verdict = placedIn(reply, wanted, redact, resend);
  return verdict.verdict === 'accepted-but-different' ? whole(account, wanted, verdict, redact) : verdict;
};

/** An answer may show one generation of several: before a person is troubled, all that stands under the number is read once. */
const whole = async (
  account: OpenedAccount,
  wanted: OrderToPlace,
  verdict: AcceptedButDifferent,
  redact: Redact,
): Promise<SubmitVerdict> => {
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return verdict;
  const told = stopIn(reply, redact);
  if (told?.verdict === 'not-taken' || told?.verdict === 'credentials-refused') return { ...verdict, aside: told };
  const found = foundIn(reply, wanted, redact);
  return found.verdict === 'accepted' ? found : verdict;
};
