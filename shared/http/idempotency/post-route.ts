import * as v from 'valibot';
import type { Answers, Operation, ReplyOf, Schema } from '../../contract/operation.ts';
import { Problem } from '../../contract/problem.ts';
import { failure } from '../../domain/ports/log.ts';
import { refuseOtherMedia } from '../request-body.ts';
import { type Asked, type DoorPorts, lettingIn, parseRequest, type Route, type TimeLeft } from '../route.ts';
import { keyOf } from './given-key.ts';
import { type Hold, holdOf } from './hold.ts';
import { isKept, KeptProblem, keepProblem, problemAgain } from './kept-problem.ts';
import { finish, type KeptPorts, type KeptRequest, take } from './kept-request.ts';

/**
 * What is kept of an answer that went well, neither personal nor secret, and how the answer is made of it again. Without `again` the
 * handler itself works on the repeated request, for what its first run left to do (`hold.earlier`).
 */
export type Repeat<Kept extends Schema, Request, Answer, Ports> = {
  readonly kept: Kept;
  readonly keep: (answer: Answer) => v.InferInput<Kept>;
  readonly again?: (kept: v.InferOutput<Kept>, request: Request, ports: Ports) => Promise<Answer>;
};

/** A POST: with an `Idempotency-Key` it is done once, however often it is sent within a day. */
export const postRoute = <
  Path extends v.ObjectEntries,
  Query extends Schema,
  Body extends Schema,
  A extends Answers,
  Kept extends Schema,
  Ports extends DoorPorts & KeptPorts,
>(
  asked: Operation<Path, Query, Body, A>,
  handler: (request: Asked<Path, Query, Body>, ports: Ports) => Promise<ReplyOf<A>>,
  repeat: Repeat<Kept, Asked<Path, Query, Body>, ReplyOf<A>, Ports>,
): Route<Ports> => {
  const letIn = lettingIn(asked);
  return {
    key: asked.key,
    answer: async (event, ports, time: TimeLeft) => {
      const granted = letIn(event);
      const storeId = storeOf(granted.path);
      const given = keyOf(event, storeId);
      const parse = (hold: Hold | null) => parseRequest(event, asked, { ...granted, time, hold });
      if (given === null) return handler(parse(null), ports);
      // Its key is bound to the body, and not to what the headers say of it: those are mended under the same key.
      refuseOtherMedia(event);
      const { again } = repeat;
      const taken = await take(ports, given, again === undefined);
      if (taken.kind === 'work' || again === undefined) {
        const { row } = taken;
        const earlier = taken.kind === 'work' ? taken.earlier : null;
        const run = () =>
          answered(ports, row, repeat.keep, {
            parse: () => parse(holdOf(ports, row, earlier)),
            handle: (request) => handler(request, ports),
          });
        return earlier?.answer ? marked(run) : run();
      }
      return marked(async () => {
        // A request that breaks the contract breaks it again: what is wrong with it is not kept.
        const request = parse(null);
        const { answer, poNumber } = taken.row;
        const facts: unknown = answer === null ? { poNumber } : JSON.parse(answer.facts);
        if (answer?.isProblem) throw await problemAgain(ports.table, storeId, v.parse(KeptProblem, facts));
        return again(v.parse(repeat.kept, facts), request, ports);
      });
    },
  };
};

const storeOf = (path: object): string | null =>
  'storeId' in path && typeof path.storeId === 'string' ? path.storeId : null;

/** The handler's answer, which is kept before it is given. */
const answered = async <Request, Answer extends { readonly status: number }>(
  ports: DoorPorts & KeptPorts,
  row: KeptRequest,
  keep: (answer: Answer) => unknown,
  { parse, handle }: { readonly parse: () => Request; readonly handle: (request: Request) => Promise<Answer> },
): Promise<Answer> => {
  const end = (answer: KeptRequest['answer']) =>
    finish(ports, row, answer).catch((error: unknown) => ports.log.warn('answer-not-kept', failure(error)));
  let isParsed = false;
  try {
    const request = parse();
    isParsed = true;
    const answer = await handle(request);
    await end({ status: answer.status, facts: JSON.stringify(keep(answer)), isProblem: false });
    return answer;
  } catch (error) {
    await end(error instanceof Problem && isKept(error) ? keptAnswer(error, isParsed) : null);
    throw error;
  }
};

/** Where the request itself is wrong, what is wrong with it may repeat its words: that is made again from the request. */
const keptAnswer = (problem: Problem, isParsed: boolean) => {
  const kept = keepProblem(problem);
  const facts = JSON.stringify(isParsed ? kept : { ...kept, members: {} });
  return { status: problem.status, facts, isProblem: true };
};

const mark = { 'idempotency-replayed': 'true' };

/** Says that it was answered before, also where the answer is a problem. */
const marked = async <Answer extends { readonly headers: Readonly<Record<string, string>> }>(
  make: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    const answer = await make();
    return { ...answer, headers: { ...answer.headers, ...mark } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { slug, detail, status, members, headers } = error;
    throw new Problem(slug, detail, { status, members, headers: { ...headers, ...mark } });
  }
};
