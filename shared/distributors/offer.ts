import * as v from 'valibot';
import { type Offer, type QuoteVerdict, type SafeText, safeText } from '../domain/verdicts.ts';
import type { DistributorReply } from './distributor.ts';
import { text } from './lenient.ts';
import type { Redact } from './redact.ts';
import type { EndOfAsking } from './sweep.ts';
import { type Answer, readWithout } from './verdict.ts';

/** A stock level as somebody may have written it: pieces, and whether there may be more of them (`25+`). */
export type Level = { readonly pieces: number; readonly isCapped: boolean };

/** A stock level, or null where none is told. */
export const level = v.fallback(
  v.pipe(
    text,
    v.transform((value) => /^(\d{1,7})(?:\.0{1,4})?( ?\+)?$/.exec(value ?? '')),
    v.transform((found): Level | null =>
      found === null ? null : { pieces: Number(found[1]), isCapped: found[2] !== undefined },
    ),
  ),
  null,
);

/** An amount of money in cents, `61.95`, `"1,061.95"` or `"$61.95"`; anything else is not told. */
export const cents = v.fallback(
  v.pipe(
    text,
    v.transform((value) => /^\$? ?(\d{1,7}(?:\.\d{1,6})?)$/.exec((value ?? '').replaceAll(',', ''))?.[1] ?? null),
    v.transform((value) => (value === null ? null : Math.round(Number(value) * 100))),
  ),
  null,
);

/** A yes or a no, however it is written; anything else is not told. */
export const yesOrNo = v.fallback(
  v.pipe(
    v.union([v.boolean(), v.number(), v.string()]),
    v.transform((value) => /^(?:(true|1|yes|y)|false|0|no|n)$/i.exec(String(value).trim())),
    v.transform((found) => (found === null ? null : found[1] !== undefined)),
  ),
  null,
);

/** A level that is as high as this distributor tells any. */
export const cappedAt = ({ pieces, isCapped }: Level, most: number): Level => ({
  pieces,
  isCapped: isCapped || pieces >= most,
});

/** Levels together; null where there are none. */
export const inAll = (levels: readonly Level[]): number | null =>
  levels.length === 0 ? null : levels.reduce((sum, { pieces }) => sum + pieces, 0);

const written = ({ pieces, isCapped }: Level): string => `${pieces}${isCapped ? '+' : ''}`;

/** How many places are told, and so much of the name of each. */
const most = { places: 12, name: 30 } as const;

/** Where how much lies, as a sentence, when a level is capped: the numbers alone would say too little. Else null. */
export const whereCapped = (
  levels: readonly (readonly [place: string, level: Level])[],
  redact: Redact,
): SafeText | null => {
  if (!levels.some(([, { isCapped }]) => isCapped)) return null;
  const places = levels
    .slice(0, most.places)
    .map(([place, level]) => `${redact(place).slice(0, most.name)} ${written(level)}`.trim());
  return safeText(`In stock: ${places.join(', ')} (a plus stands for "or more").`);
};

const nothingTold: Offer = {
  available: null,
  backordered: null,
  cost: null,
  fee: null,
  dropShipAllowed: null,
  message: null,
};

/** What was told; the sentences that there are, together. */
export const quoted = (
  facts: Partial<Omit<Offer, 'message'>>,
  ...sentences: readonly (SafeText | null)[]
): QuoteVerdict => {
  const told = sentences.flatMap((sentence) => sentence ?? []).join(' ');
  return { verdict: 'quoted', offer: { ...nothingTold, ...facts, message: told === '' ? null : safeText(told) } };
};

/** Why there is nothing to tell after questions that were asked side by side; null when one of them at least was answered. */
export const endOfAll = (
  replies: readonly DistributorReply[],
  stopOf: (answer: Answer) => EndOfAsking | null,
): EndOfAsking | null => {
  const ends = replies.map((reply) => (reply.kind === 'answer' ? stopOf(reply) : readWithout(reply)));
  const obeyed = ends.find((end) => end !== null && end.verdict !== 'no-answer');
  return obeyed ?? (ends.some((end) => end === null) ? null : (ends[0] ?? null));
};
