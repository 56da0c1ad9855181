import { type Answer, takesBody, takesQuery, undeclared } from './declared.ts';
import type { Asked } from './request.ts';

/** Texts that must not be seen there, and whose they are. */
export type Canary = { readonly text: string; readonly whose: string };

const isTryAgain = ({ status, text }: Answer): boolean =>
  status === 503 && text.includes('urn:problem:drop-ship:try-again');

const canaryIn = (text: string, canaries: readonly Canary[]): string | null => {
  const found = canaries.find((canary) => text.includes(canary.text));
  return found === undefined ? null : `shows ${found.whose}`;
};

/** What is wrong with an answer; null = nothing. */
export const judged = (key: string, asked: Asked, answer: Answer, canaries: readonly Canary[]): string | null => {
  if (answer.status >= 500 && !isTryAgain(answer)) return `answered ${answer.status}`;
  if (answer.status < 300 && asked.body !== undefined && takesBody(key, asked.body) === false)
    return 'took a body that the document refuses';
  if (answer.status < 300 && !takesQuery(key, asked.path)) return 'took a query that the document refuses';
  return (
    undeclared(key, answer) ??
    canaryIn(answer.text, canaries) ??
    canaryIn([...answer.headers].flat().join(' '), canaries)
  );
};

/** What is wrong with a log line; null = nothing. */
export const judgedLine = (line: string, canaries: readonly Canary[]): string | null => canaryIn(line, canaries);

export const tryAgain = isTryAgain;
