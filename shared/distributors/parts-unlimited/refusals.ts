import { type Refused, safeText, type Unknown } from '../../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode } from '../../domain/vocabulary.ts';
import { hasField, read } from '../lenient.ts';
import { isOfTrouble, mayBeEcho } from '../phrases.ts';
import type { Redact } from '../redact.ts';
import { refusalCode } from '../refusal-code.ts';
import { type Answer, doubtful, isNoByStatus, troubled } from '../verdict.ts';
import { wordsIn } from '../words.ts';
import { errorsIn, noEntryIn, Said } from './answers.ts';
import { dictionary } from './dictionary.ts';

const codes: Readonly<Record<number, RefusalCode>> = { 401: 'bad-credentials', 402: 'payment' };

/** A gateway that lets nobody in: nothing was ordered, unless the body says so. A 403 without words in JSON may be about anything. */
export const isShut = (answer: Answer): boolean =>
  (answer.status === 401 && noEntryIn(answer, safeText)?.verdict === 'credentials-refused') ||
  (answer.status === 403 && read(Said, answer.json) !== null && wordsIn(answer.json).length > 0);

/** Words, or complaints, with no object around them. */
const isBare = (json: unknown): boolean =>
  typeof json === 'string' ||
  (Array.isArray(json) && json.every((one) => !hasField(one, 'status_code', 'reference_number')));

/** Statuses with words beside them that are a no where the body gives no code of its own. */
const noByHttp = new Set([400, 402, 422]);

/** A no of something that does not speak as Parts Unlimited does: what is read of its body is nothing. */
export const isBareNo = ({ status, json }: Answer): boolean => noByHttp.has(status) && isBare(json);

/** The no in an answer, doubtful where it may be the echo of our own request; null when it is not one of the shapes that are a no. */
export const refusalIn = (
  answer: Answer,
  said: Said,
  wanted: OrderToPlace,
  redact: Redact,
  resend: boolean,
): Refused | Unknown | null => {
  const words = wordsIn(answer.json).join(' ') || errorsIn(said).join(' ');
  const { status_code } = said;
  const isNo =
    status_code === null
      ? isShut(answer) || errorsIn(said).length > 0 || (noByHttp.has(answer.status) && words !== '')
      : isNoByStatus(status_code) && words !== '';
  if (!isNo) return null;
  const code = codes[status_code ?? answer.status] ?? refusalCode(dictionary, answer, wanted);
  if (isOfTrouble(words)) return troubled(redact(words));
  if (!resend && mayBeEcho(code, words)) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words || 'Unauthorized') };
};
