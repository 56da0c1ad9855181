import { isDeepStrictEqual } from 'node:util';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import type { QuoteVerdict, SubmitVerdict } from '../../../shared/domain/verdicts.ts';
import type { Fixtures } from './fixtures/fixture.ts';
import { type Chance, chance, mutate, rewrite } from './mutations.ts';
import { answer, type Script, scriptedAccount, textAnswer } from './replies.ts';
import { open, order } from './world.ts';

type Answer = Extract<DistributorReply, { kind: 'answer' }>;
const isAnswer = (reply: DistributorReply): reply is Answer => reply.kind === 'answer';

/** How often each verdict came. */
export type Shares = ReadonlyMap<string, number>;

const counted = async (runs: number, once: () => Promise<string>): Promise<Shares> => {
  const shares = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    const verdict = await once();
    shares.set(verdict, (shares.get(verdict) ?? 0) + 1);
  }
  return shares;
};

/** `accepted 21.0 %, refused 9.1 %`, the most frequent first. */
export const sharesOf = (shares: Shares): string => {
  const all = [...shares.values()].reduce((sum, times) => sum + times, 0);
  return [...shares]
    .toSorted(([, a], [, b]) => b - a)
    .map(([verdict, times]) => `${verdict} ${((100 * times) / all).toFixed(1)} %`)
    .join(', ');
};

/** Plain conditions: a hundred thousand times `expect` would be most of the work. */
const faultInSubmit = (verdict: SubmitVerdict, text: string, isNo: boolean): string | null => {
  if ('orderNumbers' in verdict) {
    const isTold = verdict.orderNumbers.every((number) => number !== '' && text.includes(number));
    return isTold && verdict.orderNumbers.length > 0 ? null : 'accepted without an order number';
  }
  if (verdict.verdict !== 'refused') return null;
  if (!isNo) return 'refused outside the listed shapes';
  return verdict.message.length <= 500 && !/<[^>]*>/.test(verdict.message) ? null : 'words that are not safe';
};

/** Spoilt answers to the call that commits: no exception, no yes without a number, no definite no but those listed. */
export const spoiltSubmits = (fixtures: Fixtures, runs: number, seed: number): Promise<Shares> => {
  const { slug, commit, before, answers, refusals, isDefiniteNo } = fixtures;
  const random = chance(seed);
  const nos = refusals.map(({ reply, words }) => reply(words));
  const clear = [...answers.filter(({ verdict }) => verdict !== 'unknown').map(({ reply }) => reply), ...nos].filter(
    isAnswer,
  );
  const told = [...answers.map(({ reply }) => reply), ...nos].filter(isAnswer);
  const statuses = [...new Set(told.map(({ status }) => status)), 100, 204, 418, 504];
  return counted(runs, async () => {
    const { status: usual, json, retryAfterSeconds } = random.pick(random.below(4) === 0 ? told : clear);
    const status = random.below(10) === 0 ? random.pick(statuses) : usual;
    const text = mutate(json, random);
    const reply = { ...textAnswer(status, text), retryAfterSeconds };
    const { account } = scriptedAccount(distributors[slug], { ...before, [commit]: reply });
    const verdict = await distributors[slug].submit(account, order(), { resend: false });
    const fault = faultInSubmit(verdict, text, isDefiniteNo(status, reply.json));
    if (fault !== null) throw new Error(`${slug}: ${fault}: ${status} ${text.slice(0, 400)}`);
    return verdict.verdict;
  });
};

const someStatuses = [200, 200, 200, 200, 400, 401, 403, 404, 409, 422, 429, 500, 504];

/** Spoilt answers to the calls before the one that commits: where that was never made, nothing can have been ordered, and nobody is in doubt. */
export const spoiltSteps = (fixtures: Fixtures, runs: number, seed: number): Promise<Shares> => {
  const { slug, commit, before } = fixtures;
  const random = chance(seed);
  const yes = fixtures.answers.find(({ verdict }) => verdict === 'accepted')?.reply ?? answer(500, {});
  return counted(runs, async () => {
    const [name, replies] = random.pick(Object.entries(before));
    const list: readonly DistributorReply[] = Array.isArray(replies) ? replies : [replies];
    const spoilt = list.map((reply) => (isAnswer(reply) && random.below(2) === 0 ? spoiltReply(reply, random) : reply));
    const script: Script = { ...before, [name]: spoilt, [commit]: yes };
    const { account, asked } = scriptedAccount(distributors[slug], script);
    const verdict = await distributors[slug].submit(account, order(), { resend: false });
    const isCommitted = asked.some(({ method, path }) => `${method} ${path}` === commit);
    const isSafe = isCommitted
      ? ['accepted', 'accepted-but-different'].includes(verdict.verdict)
      : ['refused', 'not-taken'].includes(verdict.verdict);
    if (!isSafe) throw new Error(`${slug}: ${verdict.verdict} after ${JSON.stringify(spoilt).slice(0, 400)}`);
    return `${verdict.verdict}${isCommitted ? '' : ' before the order'}`;
  });
};

const spoiltReply = ({ status, json }: Answer, random: Chance): DistributorReply =>
  textAnswer(random.below(3) === 0 ? random.pick(someStatuses) : status, mutate(json ?? {}, random));

/** An answer whose JSON is written otherwise (text for numbers, other order, more fields) has the verdict that it had. */
export const writtenOtherwise = async (fixtures: Fixtures, runs: number, seed: number): Promise<void> => {
  const { slug, commit, before, answers, refusals } = fixtures;
  const random = chance(seed);
  const told = [...answers.map(({ reply }) => reply), ...refusals.map(({ reply, words }) => reply(words))].filter(
    isAnswer,
  );
  const submit = (reply: DistributorReply): Promise<SubmitVerdict> =>
    distributors[slug].submit(scriptedAccount(distributors[slug], { ...before, [commit]: reply }).account, order(), {
      resend: false,
    });
  for (let at = 0; at < runs; at += 1) {
    const reply = random.pick(told);
    const again =
      reply.json === undefined ? reply : answer(reply.status, rewrite(reply.json, random), reply.retryAfterSeconds);
    const [meant, means] = [await submit(reply), await submit(again)];
    if (!isDeepStrictEqual(meant, means))
      throw new Error(
        `${slug}: ${JSON.stringify(means)}, not ${JSON.stringify(meant)}, of ${again.text.slice(0, 400)}`,
      );
  }
};

const now = Date.UTC(2026, 10, 22);

/** Spoilt answers to reads: no exception, no absence but the exact one, no number that was not told. */
export const spoiltReads = async (
  fixtures: Fixtures,
  runs: number,
  seed: number,
): Promise<Readonly<Record<'find' | 'track' | 'verify' | 'quote', Shares>>> => {
  const { slug, reads } = fixtures;
  const distributor = distributors[slug];
  const random = chance(seed);
  /** One answer, then pages with nothing on them. */
  const asked = (path: string, reply: DistributorReply) =>
    scriptedAccount(distributor, {
      [path]: [reply, answer(200, [])],
      ...(reads.find?.path === path ? {} : { [reads.find?.path ?? '']: answer(404, {}) }),
      ...(reads.find?.path === path && reads.find.list ? { [reads.find.list.path]: reads.find.list.without } : {}),
    }).account;

  const find = async (): Promise<string> => {
    if (reads.find === null) return 'no-answer';
    const status = random.pick(someStatuses);
    const absent = status === 404 && isAnswer(reads.find.absent) ? reads.find.absent.json : reads.find.found;
    const text = mutate(absent, random);
    const verdict = await distributor.find(asked(reads.find.path, textAnswer(status, text)), open, now);
    if (verdict.verdict === 'absent' && !reads.find.isAbsent(status, textAnswer(status, text).json))
      throw new Error(`${slug}: absent ${status} ${text}`);
    if (verdict.verdict === 'accepted' && !verdict.orderNumbers.every((number) => text.includes(number)))
      throw new Error(`${slug}: found ${verdict.orderNumbers} in ${text}`);
    return verdict.verdict;
  };
  const track = async (): Promise<string> => {
    const text = mutate(reads.track.json, random);
    const reply = textAnswer(random.pick(someStatuses), text);
    const verdict = await distributor.track(asked(reads.track.path, reply), [open], now);
    const parcels = verdict.verdict === 'tracked' ? verdict.orders.flatMap((told) => told.parcels) : [];
    if (!parcels.every(({ trackingNumber }) => text.includes(trackingNumber)))
      throw new Error(`${slug}: untold ${text}`);
    if (verdict.verdict !== 'tracked') return verdict.verdict;
    return parcels.length > 0 ? 'parcels' : verdict.unreadable.length > 0 ? 'unreadable' : 'nothing new';
  };
  const verify = async (): Promise<string> => {
    const reply = textAnswer(random.pick(someStatuses), mutate(reads.verify.json, random));
    return (await distributor.verify(asked(reads.verify.path, reply), now)).verdict;
  };
  const quote = async (): Promise<string> => {
    const script = Object.fromEntries(
      Object.entries(reads.quote).map(([path, json]) => [
        path,
        textAnswer(random.pick(someStatuses), mutate(json, random)),
      ]),
    );
    const { account } = scriptedAccount(distributor, script);
    const verdict = await distributor.quote(account, { partNumber: '26-1772', quantity: 2 });
    if (!isSafeOffer(verdict)) throw new Error(`${slug}: ${JSON.stringify(verdict)} of ${JSON.stringify(script)}`);
    return verdict.verdict;
  };
  return {
    find: await counted(runs, find),
    track: await counted(runs, track),
    verify: await counted(runs, verify),
    quote: await counted(runs, quote),
  };
};

const isSafeOffer = (verdict: QuoteVerdict): boolean => {
  if (verdict.verdict !== 'quoted') return true;
  const { available, cost, fee, message } = verdict.offer;
  const areCounts = [available, cost, fee].every((told) => told === null || (Number.isInteger(told) && told >= 0));
  return areCounts && (message === null || (message.length <= 1_500 && !/<[^>]*>/.test(message)));
};
