import type { Answered, Probed } from './ask.ts';
import type { Finding } from './compare.ts';

const titles: readonly (readonly [Finding['kind'], string])[] = [
  ['fits', 'fits'],
  ['unread', 'CANNOT BE READ'],
  ['missing', 'MISSING'],
  ['new', 'new'],
];

/** What was found, for a person; no line holds a value. */
export const report = ({ answers, verdicts }: Probed): readonly string[] => [
  ...verdicts.map(({ question, verdict }) => `${question}: ${verdict}`),
  ...answers.flatMap(linesOf),
];

const linesOf = ({ call, status, trouble, findings, shape }: Answered): readonly string[] => {
  const head = `\n${call}: ${status ?? 'no answer'}${trouble === null ? '' : ` (${trouble})`}`;
  if (findings.length === 0) return [head, ...(shape === null ? [] : [`  ${JSON.stringify(shape)}`])];
  const groups = titles.flatMap(([kind, title]) => {
    const some = findings.filter((finding) => finding.kind === kind);
    return some.length === 0
      ? []
      : [`  ${title}:`, ...some.map(({ path, form }) => `    ${path}${form && `: ${form}`}`)];
  });
  return [head, ...groups];
};
