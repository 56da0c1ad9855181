import * as v from 'valibot';
import { entry, listOf, orderNumber, read, text } from '../lenient.ts';
import { isOfLimit } from '../phrases.ts';
import type { Redact } from '../redact.ts';
import type { EndOfAsking } from '../sweep.ts';
import { type Answer, codeOf, credentialsRefused, noAnswer, notTaken, pauseIn } from '../verdict.ts';
import { dictionary } from './dictionary.ts';

export const head = { status: text, errormsg: text };

const Head = entry(head);
const LineIn = entry({ errormsg: text });
const LineOut = entry({ itemnum: text, errormsg: text });

export const Ord = entry({
  ...head,
  orderinput: v.nullish(entry({ orderline: listOf(LineIn) }), null),
  orderoutput: v.nullish(entry({ ordernum: orderNumber, orderline: listOf(LineOut) }), null),
});
export type Ord = v.InferOutput<typeof Ord>;

export const success = /^successful$/i;

export const isWell = ({ status }: { readonly status: string | null }): boolean =>
  status === null || success.test(status);

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
export const stopIn = (answer: Answer, type: 'SHP' | 'INV' | 'INP', redact: Redact): EndOfAsking | null => {
  const pause = pauseIn(answer);
  if (pause !== null) return pause;
  if (answer.status >= 500) return noAnswer('Tucker Rocky is not available.');
  const said = read(v.record(v.string(), v.unknown()), answer.json)?.[type];
  const { status = null, errormsg = null } = read(Head, said) ?? {};
  if (!isWell({ status }) && isOfLimit(errormsg ?? '')) return notTaken('rate-limited', answer.retryAfterSeconds);
  const isRefused =
    status !== null && !success.test(status) && codeOf(dictionary, errormsg ?? '') === 'bad-credentials';
  if (isRefused) return credentialsRefused(redact(errormsg ?? ''));
  return said === undefined && answer.status >= 400
    ? noAnswer(`Tucker Rocky answered with status ${answer.status}.`)
    : null;
};
