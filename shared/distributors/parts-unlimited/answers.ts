import * as v from 'valibot';
import { count, entry, listOf, read, text } from '../lenient.ts';
import { partsUnlimitedProfile as profile } from '../profiles/parts-unlimited.ts';
import type { Redact } from '../redact.ts';
import type { EndOfAsking } from '../sweep.ts';
import { type Answer, credentialsRefused, noAnswer, noEntry, pauseIn } from '../verdict.ts';
import { wordsIn } from '../words.ts';
import { dictionary } from './dictionary.ts';

export const said = {
  status_code: count,
  status_message: text,
  mainframeErrors: v.pipe(
    v.nullish(v.unknown(), null),
    v.check((told) => typeof told !== 'number', 'a list, an error, or words'),
    listOf(
      v.union([
        text,
        v.pipe(
          entry({ text }),
          v.transform((error) => error.text),
        ),
      ]),
    ),
  ),
};

export const Pricing = entry({ pricing: v.array(v.unknown()) });

export const Said = entry(said);
export type Said = v.InferOutput<typeof Said>;

export const errorsIn = ({ mainframeErrors }: Said): readonly string[] =>
  mainframeErrors.flatMap((error) => error ?? []);

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
export const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null => {
  const said = read(Said, answer.json);
  const code = said?.status_code ?? answer.status;
  const pause = pauseIn({ ...answer, status: Math.max(answer.status, code) });
  if (pause !== null) return pause;
  if (answer.status >= 500 || code >= 500) return noAnswer('Parts Unlimited is not available.');
  if (said?.status_code === 401) return credentialsRefused(redact(wordsIn(answer.json).join(' ') || 'Unauthorized'));
  return noEntryIn(answer, redact);
};

export const noEntryIn = (answer: Answer, redact: Redact) => noEntry(profile.name, dictionary, answer, redact);
