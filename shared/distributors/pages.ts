import type { DistributorReply } from './distributor.ts';
import { type EndOfAsking, type Part, readPart } from './sweep.ts';
import type { Answer } from './verdict.ts';

/** A page of a list. `next`: how to ask for the one after it, null after the last. `isEnd`: whether the last is surely the last. */
export type Page = { readonly items: readonly unknown[]; readonly next: string | null; readonly isEnd: boolean };

/** How a distributor's list is paged. */
export type Paging = {
  readonly ask: (mark: string | null) => Promise<DistributorReply>;
  readonly stopIn: (answer: Answer) => EndOfAsking | null;
  readonly pageIn: (answer: Answer, mark: string | null) => Page | null;
  /** What tells one entry from another. */
  readonly keyOf: (item: unknown) => string;
  readonly maxPages: number;
};

/**
 * All pages of a list, each entry once. A page that shows nothing new, or a mark that comes again, ends it: what was read is kept,
 * but it proves nothing of what it does not hold.
 */
export const readPages = async ({ ask, stopIn, pageIn, keyOf, maxPages }: Paging): Promise<Part<unknown>> => {
  const [found, keys, marks] = [[] as unknown[], new Set<string>(), new Set<string | null>()];
  let mark: string | null = null;
  for (let page = 1; page <= maxPages; page += 1) {
    const asked: string | null = mark;
    const part: Part<Page> = readPart(await ask(asked), stopIn, (answer) => {
      const read = pageIn(answer, asked);
      return read === null ? null : [read];
    });
    const read: Page | undefined = part.found[0];
    if (part.kind !== 'read' || read === undefined) return part.kind === 'read' ? part : { ...part, found };
    const isNew = read.items.some((item: unknown) => !keys.has(keyOf(item)));
    if (isNew) for (const item of read.items) found.push(item);
    for (const item of read.items) keys.add(keyOf(item));
    marks.add(asked);
    if (read.next === null) return { kind: 'read', found, isWhole: read.isEnd };
    if (!isNew || marks.has(read.next)) return { kind: 'read', found, isWhole: false };
    mark = read.next;
  }
  return { kind: 'too-much', found };
};
