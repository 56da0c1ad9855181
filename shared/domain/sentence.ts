/** Words of a distributor as the middle of a sentence of ours: without the full stop they may end in. */
export const withoutStop = (words: string): string => {
  const trimmed = words.trimEnd();
  return trimmed.endsWith('.') ? trimmed.slice(0, -1) : trimmed;
};
