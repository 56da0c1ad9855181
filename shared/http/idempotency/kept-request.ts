import * as v from 'valibot';
import { Problem } from '../../contract/problem.ts';
import type { Clock, NewId } from '../../domain/ports/ports.ts';
import { RowParts, storedObject, type Table } from '../../domain/ports/table.ts';
import { amend, load } from '../../domain/rows/amend.ts';
import { addSeconds } from '../../domain/time.ts';
import { seconds } from '../../domain/time-limits.ts';
import { Instant, milliseconds } from '../../domain/vocabulary.ts';
import type { GivenKey } from './given-key.ts';

/** What a request was answered. Neither personal nor secret: the body is made again from the rows. */
const KeptAnswer = storedObject({
  status: v.number(),
  /** JSON: what the route needs to make its answer again, or what is kept of a problem. */
  facts: v.string(),
  isProblem: v.boolean(),
});

/** A request with an `Idempotency-Key`, for a day. */
export const KeptRequest = storedObject({
  ...RowParts,
  /** Names this use of the key: what it has claimed lies under it. */
  id: v.string(),
  fingerprint: v.string(),
  /** Who works on it: a run that another one took over from writes nothing any more. */
  run: v.string(),
  /** While it runs: until when at the most. Null = it has ended. */
  runsUntil: v.nullable(Instant),
  /** What it has claimed; written with the claim. */
  poNumber: v.nullable(v.string()),
  /** Null while it runs, and where its answer was none to keep (a fault, a rate limit): then the same request is worked on anew. */
  answer: v.nullable(KeptAnswer),
});
export type KeptRequest = v.InferOutput<typeof KeptRequest>;

export type KeptPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId };

/** Longer than a function lives: after it nobody works on the request any more. */
const longestRun = 60;

/** `work`: it is this one's turn; `earlier` = the row as an earlier run left it. `replay`: it has been done. */
export type Taken =
  | { readonly kind: 'work'; readonly row: KeptRequest; readonly earlier: KeptRequest | null }
  | { readonly kind: 'replay'; readonly row: KeptRequest };

const tries = 5;

/**
 * Takes the key for this request, or finds what became of it. 422 for a key that belongs to another request, 409 while it is
 * worked on. `resumes`: a request that was answered is worked on again, for what it left to do.
 */
export const take = async (ports: KeptPorts, given: GivenKey, resumes: boolean): Promise<Taken> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const fresh = newRequest(ports, given);
    if ((await ports.table.write([{ put: fresh, was: null }])) === 'done') return work(fresh);
    const found = await load(ports.table, given.key, KeptRequest);
    if (found === undefined) continue;
    if (found.rev === fresh.rev) return work(fresh);
    if (hasExpired(found, ports.clock.now())) {
      if ((await ports.table.write([{ put: fresh, was: found.rev }])) === 'done') return work(fresh);
      continue;
    }
    const taken = await takeOver(ports, given, found, resumes);
    if (taken !== null) return taken;
  }
  throw inProgress();
};

const work = (row: KeptRequest, earlier: KeptRequest | null = null): Taken => ({ kind: 'work', row, earlier });

const newRequest = ({ clock, newId }: KeptPorts, { key, fingerprint }: GivenKey): KeptRequest => ({
  ...key,
  rev: newId(),
  id: newId(),
  fingerprint,
  run: newId(),
  runsUntil: addSeconds(clock.now(), longestRun),
  poNumber: null,
  answer: null,
  expiresAt: Math.floor(clock.now() / 1000) + seconds.day,
});

/** The table deletes late, so what has expired is still read. */
const hasExpired = ({ expiresAt = 0 }: KeptRequest, now: number): boolean => expiresAt * 1000 <= now;

/** What becomes of a request whose key is known; null = somebody else was quicker, look again. */
const takeOver = async (
  ports: KeptPorts,
  given: GivenKey,
  found: KeptRequest,
  resumes: boolean,
): Promise<Taken | null> => {
  if (found.fingerprint !== given.fingerprint) throw reused();
  const now = ports.clock.now();
  if (found.runsUntil !== null && milliseconds(found.runsUntil) > now) throw inProgress();
  if (!resumes && (found.answer !== null || found.poNumber !== null)) return { kind: 'replay', row: found };
  const row = { ...found, rev: ports.newId(), run: ports.newId(), runsUntil: addSeconds(now, longestRun) };
  return (await ports.table.write([{ put: row, was: found.rev }])) === 'done' ? work(row, found) : null;
};

/** Writes how it ended; null = its answer is none to keep. Nothing where another run has taken over. */
export const finish = async (
  ports: KeptPorts,
  { pk, sk, run }: KeptRequest,
  answer: KeptRequest['answer'],
): Promise<void> => {
  await amend(ports, { pk, sk }, KeptRequest, (current) =>
    current === undefined || current.run !== run
      ? null
      : { ...current, runsUntil: null, answer: answer ?? current.answer },
  );
};

const reused = () =>
  new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key belongs to another request (method, path, query and body): use a new key for a new request.',
  );

const inProgress = () =>
  new Problem(
    'in-progress',
    'The same request is being worked on: send it again in a moment, with the same key, for its answer.',
    { headers: { 'retry-after': '2' } },
  );
