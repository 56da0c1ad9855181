import type { Refused, Unknown } from '../../domain/verdicts.ts';
import type { OrderToPlace } from '../../domain/vocabulary.ts';
import { isOfLimit, isOfTrouble, mayBeEcho } from '../phrases.ts';
import type { Redact } from '../redact.ts';
import { withoutOurs } from '../refusal-code.ts';
import { codeOf, doubtful, troubled } from '../verdict.ts';
import { isWell, type Ord, success } from './answers.ts';
import { dictionary } from './dictionary.ts';

export const errorsIn = ({ errormsg, orderinput, orderoutput }: Ord): readonly string[] =>
  [
    errormsg,
    ...[...(orderinput?.orderline ?? []), ...(orderoutput?.orderline ?? [])].map((line) => line.errormsg),
  ].flatMap((error) => error ?? []);

/** Too much was asked: a limit is told in words only, and no order was made. */
export const isLimited = (ord: Ord): boolean =>
  !isWell(ord) && !ord.orderoutput?.ordernum && errorsIn(ord).some(isOfLimit);

/** A definite no, unless it may be the echo of our own request: a status other than `SUCCESSFUL`, words of what is wrong, and no order number. */
export const refusalIn = (
  ord: Ord,
  wanted: OrderToPlace,
  redact: Redact,
  resend: boolean,
): Refused | Unknown | null => {
  const words = errorsIn(ord).join(' ');
  const isNo = ord.status !== null && !success.test(ord.status) && words !== '' && !ord.orderoutput?.ordernum;
  if (!isNo) return null;
  const code = codeOf(dictionary, withoutOurs([words], wanted));
  if (isOfTrouble(words)) return troubled(redact(words));
  // A duplicate is a person's at once: nothing here could look it up.
  if (!resend && code !== 'duplicate-po' && mayBeEcho(code, words)) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};
