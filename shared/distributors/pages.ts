import type { DistributorReply } from './distributor.ts';
import { type EndOfAsking, type Part, readPart } from './sweep.ts';
import type { Answer } from './verdict.ts';
import { hasOthersBeside, saysMore, saysWrong } from './whole-list.ts';

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
  /** A text of an answer that speaks of what is looked for, whatever was read of it: the list is no proof then. Left out: none does. */
  readonly isTold?: (text: string) => boolean;
};

/**
 * All pages of a list, each entry once. A page that shows nothing new, or a mark that comes again, ends it: what was read is kept,
 * but it proves nothing of what it does not hold. So it is where a page was no plain 200, says that something went wrong, or holds
 * orders in another list beside, and where the last one tells of more than was read.
 */
export const readPages = async ({
  ask,
  stopIn,
  pageIn,
  keyOf,
  maxPages,
  isTold = never,
}: Paging): Promise<Part<unknown>> => {
  const [found, keys, marks] = [[] as unknown[], new Set<string>(), new Set<string | null>()];
  let mark: string | null = null;
  let isWell = true;
  for (let page = 1; page <= maxPages; page += 1) {
    const asked: string | null = mark;
    const reply = await ask(asked);
    const part: Part<Page> = readPart(reply, stopIn, (answer) => {
      const read = pageIn(answer, asked);
      return read === null ? null : [read];
    });
    const read: Page | undefined = part.found[0];
    if (part.kind !== 'read' || read === undefined) return part.kind === 'read' ? part : { ...part, found };
    const isNew = read.items.some((item: unknown) => !keys.has(keyOf(item)));
    if (isNew) for (const item of read.items) found.push(item);
    for (const item of read.items) keys.add(keyOf(item));
    marks.add(asked);
    isWell &&= isPlain(reply, read.items.length, isTold);
    if (read.next === null) return { kind: 'read', found, isWhole: isWell && read.isEnd && isLast(reply, found, page) };
    if (!isNew || marks.has(read.next)) return { kind: 'read', found, isWhole: false };
    mark = read.next;
  }
  return { kind: 'too-much', found };
};

const never = (): boolean => false;

const isPlain = (reply: DistributorReply, read: number, isTold: (text: string) => boolean): boolean =>
  reply.kind === 'answer' &&
  reply.status === 200 &&
  reply.isFromCache !== true &&
  !saysWrong(reply.json) &&
  !hasOthersBeside(reply.json, read) &&
  !isTold(reply.text);
const isLast = (reply: DistributorReply, found: readonly unknown[], page: number): boolean =>
  reply.kind === 'answer' && !saysMore(reply, { things: found.length, pages: page });

/** The whole of a list that comes in one page. */
export const inOnePage = <Found>(
  reply: DistributorReply,
  part: Part<Found>,
  isTold: (text: string) => boolean,
): Part<Found> => {
  if (part.kind !== 'read') return part;
  const { found, isWhole } = part;
  return { ...part, isWhole: isWhole && isPlain(reply, found.length, isTold) && isLast(reply, found, 1) };
};
