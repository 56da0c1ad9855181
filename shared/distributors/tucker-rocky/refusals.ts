import type { Refused, Unknown } from '../../domain/verdicts.ts';
import type { Redact } from '../redact.ts';
import { codeOf, doubtful, mayBeEcho } from '../verdict.ts';
import { type Ord, success } from './answers.ts';
import { dictionary } from './dictionary.ts';

export const errorsIn = ({ errormsg, orderinput, orderoutput }: Ord): readonly string[] =>
  [
    errormsg,
    ...[...(orderinput?.orderline ?? []), ...(orderoutput?.orderline ?? [])].map((line) => line.errormsg),
  ].flatMap((error) => error ?? []);

/** A definite no, unless it may be the echo of our own request: a status other than `SUCCESSFUL`, words of what is wrong, and no order number. */
export const refusalIn = (ord: Ord, redact: Redact, resend: boolean): Refused | Unknown | null => {
  const words = errorsIn(ord).join(' ');
  const isNo = ord.status !== null && !success.test(ord.status) && words !== '' && !ord.orderoutput?.ordernum;
  if (!isNo) return null;
  const code = codeOf(dictionary, words);
  // A duplicate is a person's at once: nothing here could look it up.
  if (!resend && code !== 'duplicate-po' && mayBeEcho(code, words)) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};
