import * as v from 'valibot';
import type { Refused, Unknown } from '../../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode } from '../../domain/vocabulary.ts';
import { anyText, entry, read } from '../lenient.ts';
import { isOfTrouble, mayBeEcho } from '../phrases.ts';
import type { Redact } from '../redact.ts';
import { refusalCode } from '../refusal-code.ts';
import { type Answer, doubtful, isGateways, troubled } from '../verdict.ts';
import { wordsOf } from '../words.ts';
import { dictionary } from './dictionary.ts';

const Failure = entry({ code: anyText, error: v.fallback(v.nullish(entry({ code: anyText }), null), null) });

type Failure = { readonly code: string | null; readonly message: string };

type No = { readonly status: number; readonly error: string; readonly code: RefusalCode | 'by-words' };

/** The errors that are a definite no. E000, E200 and E201 are none: an order may stand behind a gateway that failed. */
const definiteNo: readonly No[] = [
  { status: 401, error: 'E001', code: 'bad-credentials' },
  // The vendor lists no error with this status: in any words it is about payment.
  { status: 402, error: '', code: 'payment' },
  { status: 423, error: 'E002', code: 'bad-credentials' },
  { status: 406, error: 'E004', code: 'other' },
  { status: 422, error: 'E005', code: 'not-allowed' },
  { status: 400, error: 'E100', code: 'by-words' },
  { status: 400, error: 'E202', code: 'bad-address' },
];

/** The vendor's own sentences, which may come without their code. */
const sentences: readonly (readonly [sentence: string, code: string])[] = [
  ['unspecified internal error', 'E000'],
  ['authorization error', 'E001'],
  ['api access is disabled', 'E002'],
  ['too many requests', 'E003'],
  ['http is not allowed', 'E004'],
  ['item number is restricted', 'E005'],
  ['validation error', 'E100'],
  ['unspecified gateway service error', 'E200'],
  ['not found on the gateway service side', 'E201'],
  ['no shipping options available', 'E202'],
];

export const rateLimit = { status: 403, error: 'E003' } as const;

export const noSuchOrder = { status: 404, error: 'E201' } as const;

/** A code at the beginning, in brackets, or behind the name for one: anywhere else it may be a part's number. */
const codeInWords = /(?:^|[[(]|\b(?:error|code|status)\W{0,3})(E\d{3})(?!\w|-\w)/i;

const aboutPart = /"(?:item|number|part|sku)\w{0,20}"\s?:\s?$/i;

const codeInBody = (body: string): string | undefined =>
  [...body.matchAll(/"(E\d{3})"/gi)].find(
    ({ index }) => !aboutPart.test(body.slice(Math.max(0, index - 40), index)),
  )?.[1];

const codeIn = (words: readonly string[], body: string): string | undefined =>
  words.flatMap((word) => codeInWords.exec(word)?.[1] ?? [])[0] ?? codeInBody(body.slice(0, 4_000));

/** Other gateways' codes, `400` or `VALIDATION_FAILED`, tell nothing beside the status. */
const isCode = (code: string | null | undefined): boolean => /^E\d{3}$/.test(code ?? '');

/** A failure's code and words, wherever they stand: where they do is not public. */
export const failureIn = (answer: Answer): Failure | null => {
  const { json, text: body } = answer;
  const words = wordsOf(answer);
  if (words.length === 0) return null;
  const said = read(Failure, json);
  const all = words.join(' ');
  const named = [said?.code, said?.error?.code].find(isCode) ?? codeIn(words, body)?.toUpperCase();
  const code = named ?? sentences.find(([sentence]) => all.toLowerCase().includes(sentence))?.[1] ?? null;
  return { code, message: words.filter((word) => word !== code).join(' ') || (code ?? '') };
};

export const isFailure = (
  answer: Answer,
  { status, error }: { readonly status: number; readonly error: string },
): boolean => answer.status === status && failureIn(answer)?.code === error;

/** A code decides together with its status; words without a code are a no where the status has no other meaning. */
export const refusalIn = (
  answer: Answer,
  wanted: OrderToPlace | null,
  redact: Redact,
  resend: boolean,
): Refused | Unknown | null => {
  const failure = failureIn(answer);
  const row = definiteNo.find(({ status, error }) => status === answer.status && (failure?.code ?? error) === error);
  if (failure === null || row === undefined) return null;
  if (row.code === 'bad-credentials' && failure.code === null && isGateways(answer)) return null;
  const isByWords = row.code === 'by-words' || (failure.code === null && row.code === 'not-allowed');
  const code = isByWords ? refusalCode(dictionary, answer, wanted) : row.code;
  if (isOfTrouble(failure.message)) return troubled(redact(failure.message));
  if (!resend && mayBeEcho(code, failure.message)) return doubtful(redact(failure.message));
  return { verdict: 'refused', code, message: redact(failure.message) };
};
