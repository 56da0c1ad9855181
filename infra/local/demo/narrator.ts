/** Where the story is told: what was done, and whether it came out as it should. */
export type Narrator = {
  scene(title: string): void;
  tell(line: string): void;
  /** One thing that must be so. */
  expect(what: string, holds: boolean, seen?: unknown): void;
  /** How many expectations held, and which did not. */
  verdict(): { readonly held: number; readonly failed: readonly string[] };
};

const short = (seen: unknown): string => {
  const text = JSON.stringify(seen) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};

export const narrator = (say: (line: string) => void): Narrator => {
  let held = 0;
  const failed: string[] = [];
  return {
    scene: (title) => say(`\n${title}\n${'─'.repeat(title.length)}`),
    tell: (line) => say(`  ${line}`),
    expect(what, holds, seen) {
      if (holds) held += 1;
      else failed.push(what);
      say(holds ? `  ✓ ${what}` : `  ✗ ${what}${seen === undefined ? '' : `\n    but: ${short(seen)}`}`);
    },
    verdict: () => ({ held, failed }),
  };
};
