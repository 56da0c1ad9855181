import { type Refused, type SubmitVerdict, safeText } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import type { Distributor } from '../distributor.ts';
import { isOwnNumber, isSamePart } from '../holding.ts';
import { entry, read } from '../lenient.ts';
import { tuckerRockyProfile as profile } from '../profiles/tucker-rocky.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Answer, isLimit, notOffered, notTaken, submitWithout, unknown } from '../verdict.ts';
import { Ord, success } from './answers.ts';
import { errorsIn, isLimited, refusalIn } from './refusals.ts';
import { placing } from './requests.ts';
import { methods } from './settings.ts';

const Placed = entry({ ORD: Ord });

const placedIn = (answer: Answer, wanted: OrderToPlace, redact: Redact, resend: boolean): SubmitVerdict => {
  const { partNumber } = wanted;
  const ord = read(Placed, answer.json)?.ORD ?? null;
  if (ord === null ? isLimit(answer) : isLimited(ord)) return notTaken('rate-limited', answer.retryAfterSeconds);
  if (ord === null || answer.status >= 500) return unknown('The answer of Tucker Rocky could not be read.');
  const refusal = refusalIn(ord, wanted, redact, resend);
  if (refusal !== null) return refusal;
  const number = ord.orderoutput?.ordernum ?? null;
  if (number === null || isOwnNumber(number, wanted) || ord.status === null)
    return unknown('The answer of Tucker Rocky was neither its yes nor its no.');
  const items = (ord.orderoutput?.orderline ?? []).flatMap(({ itemnum }) => itemnum ?? []);
  if (items.length > 0 && !items.some((item) => isSamePart(item, partNumber)))
    return unknown('The answer was about another item.');
  const others = items.filter((item) => !isSamePart(item, partNumber)).map((item) => `It also holds ${item}.`);
  const failed = success.test(ord.status) ? [] : [`Tucker Rocky gave an order number and the status ${ord.status}.`];
  const differences = [...failed, ...errorsIn(ord), ...others];
  if (differences.length === 0) return { verdict: 'accepted', orderNumbers: [number] };
  return { verdict: 'accepted-but-different', orderNumbers: [number], message: redact(differences.join(' ')) };
};

/** A line is a part, a comma and a count: `A,2` would be two pieces of part A. */
const unsayable: Refused = {
  verdict: 'refused',
  code: 'unknown-part',
  message: safeText(`${profile.name} cannot be told of a part number with a comma. Nothing was sent.`),
  before: true,
};

export const submit: Distributor['submit'] = async (account, wanted, { resend }) => {
  const carrier = methods[wanted.shippingMethod];
  if (carrier === undefined) return notOffered(profile.name);
  if (wanted.partNumber.includes(',')) return unsayable;
  const reply = await account.client(placing(account, wanted, carrier));
  if (reply.kind !== 'answer') return submitWithout(reply);
  return placedIn(reply, wanted, redactorFor(account.credentials, wanted.shipTo), resend);
};
