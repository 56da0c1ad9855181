import type { DistributorReply } from './distributor.ts';
import { namesPo, spellsPo } from './holding.ts';
import { type EndOfAsking, type Part, readPart } from './sweep.ts';
import { type Answer, isFresh } from './verdict.ts';
import { isDoubtful, saysMore, saysWrong } from './whole-list.ts';

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
  /** Our number of the order that the list is to prove absent; undefined: it is read for what it shows. */
  readonly absent: string | undefined;
};

/**
 * All pages of a list, each entry once. A page that shows nothing new, or a mark that comes again, ends it: what was read is kept,
 * but it proves nothing of what it does not hold. So it is where a page was no plain 200, says that something went wrong, or holds
 * orders in another list beside, and where the last one tells of more than was read.
 */
export const readPages = async ({ ask, stopIn, pageIn, keyOf, maxPages, absent }: Paging): Promise<Part<unknown>> => {
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
    isWell &&= isPlain(reply) && (absent === undefined || isProof(reply, read.items.length, absent));
    if (read.next === null)
      return { kind: 'read', found, isWhole: isWell && read.isEnd && isLast(reply, found, page, absent) };
    if (!isNew || marks.has(read.next)) return { kind: 'read', found, isWhole: false };
    mark = read.next;
  }
  return { kind: 'too-much', found };
};

const isPlain = (reply: DistributorReply): boolean =>
  reply.kind === 'answer' && reply.status === 200 && reply.isFromCache !== true && !saysWrong(reply.json);

/** Whether a page may prove that it does not hold an order: nothing stands beside its list that is not known to be harmless. */
const isProof = (reply: DistributorReply, read: number, poNumber: string): boolean =>
  reply.kind === 'answer' && isFresh(reply) && !isDoubtful(reply.json, read) && !mayName(reply.text, read, poNumber);

const mayName = (text: string, read: number, poNumber: string): boolean =>
  namesPo(text, poNumber) || (read === 0 && spellsPo(text, poNumber));

const isLast = (
  reply: DistributorReply,
  found: readonly unknown[],
  page: number,
  absent: string | undefined,
): boolean => {
  if (reply.kind !== 'answer') return false;
  const headers = absent === undefined ? [] : (reply.listHeaders ?? []);
  return !saysMore(reply.json, headers, { things: found.length, pages: page });
};

/** The whole of a list that comes in one page, and is to prove an order absent. */
export const inOnePage = <Found>(reply: DistributorReply, part: Part<Found>, absent: string): Part<Found> => {
  if (part.kind !== 'read') return part;
  const { found, isWhole } = part;
  const isAll = isPlain(reply) && isProof(reply, found.length, absent) && isLast(reply, found, 1, absent);
  return { ...part, isWhole: isWhole && isAll };
};
