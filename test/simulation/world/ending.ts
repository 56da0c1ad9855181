import * as v from 'valibot';
import { type FaultName, leavesNoDoubt, mayRepeatMail, patienceFor } from '../faults/faults.ts';
import { sightings } from '../faults/sightings.ts';
import { noteAnswer } from '../invariants/permitted-requests.ts';
import type { Ending, OpKind } from './machine.ts';
import type { ApiRequest, Completion, Message, Run, SentRequest, World } from './state.ts';

/** An I/O call that was made: its number in the invocation, and where in the program. */
export type Seen = {
  readonly index: number;
  readonly name: string;
  readonly kind: OpKind;
  /** Something else was due at this very moment. */
  readonly crowded: boolean;
};

/** One that a fault struck. */
export type Hit = Seen & { readonly fault: FaultName; readonly at: number; readonly sent: SentRequest | undefined };

/** Answers that the whole account has to obey, whatever came of the request. */
const tellsToStop: ReadonlyMap<FaultName, 'rate-limited' | 'bad-credentials'> = new Map([
  ['rate-limited', 'rate-limited'],
  ['received-then-limited', 'rate-limited'],
  ['bad-credentials', 'bad-credentials'],
  ['received-then-unauthorized', 'bad-credentials'],
]);

/** When the last fault was, and what follows from it. */
export const remember = (world: World, hit: readonly Hit[], ending: Ending): void => {
  if (hit.length === 0) return;
  const { observed } = world;
  world.observed = {
    ...observed,
    lastFaultAt: world.now,
    patience: Math.max(observed.patience, ...hit.map(({ fault }) => patienceFor(fault))),
    doubt: observed.doubt || hit.some(({ fault }) => !leavesNoDoubt.has(fault)),
  };
  const [only, ...others] = hit;
  if (ending.ending !== 'returned' || only?.sent === undefined || others.length > 0) return;
  // What is said to a request that only tidies up is not listened to.
  if (only.sent.method === 'DELETE') return;
  const told = tellsToStop.get(only.fault);
  if (told !== undefined) noteAnswer(world, told, only.sent, only.at);
};

/** SES has taken a mail. */
const isMailed = ({ answer }: Completion): boolean =>
  'value' in answer && Reflect.get(Object(answer.value), 'outcome') === 'sent';

/** Between SES's yes and our writing it down something went wrong: that may repeat a mail. `before` = what was answered before it stood still. */
export const rememberMails = (
  world: World,
  before: readonly Completion[],
  seen: readonly Seen[],
  hit: readonly Hit[],
  ending: Ending,
): void => {
  const mailed = before.some(isMailed) ? 0 : seen.find(({ kind }) => kind === 'mail')?.index;
  if (mailed === undefined) return;
  const struck = hit.filter(({ index, fault }) => index >= mailed && mayRepeatMail.has(fault)).length;
  // It stood still, and its time was over behind SES's yes: a crash before our write.
  const repeats = struck === 0 && ending.ending === 'died' ? 1 : struck;
  world.observed = { ...world.observed, mailsMayRepeat: world.observed.mailsMayRepeat + repeats };
};

const Batch = v.object({ batchItemFailures: v.array(v.unknown()) });
const HttpAnswer = v.object({ statusCode: v.number(), body: v.string() });

/** How often a message is received before it is a dead letter. */
const tries = 5;

/** What the world makes of an invocation's end. */
export const conclude = (world: World, run: Run, ending: Ending): void => {
  if (ending.ending === 'suspended') {
    world.suspended = [...world.suspended, { run, log: ending.log, wakeAt: ending.wakeAt }];
    return;
  }
  const { cause } = run;
  if (cause.by === 'request') answered(world, cause.request, ending);
  if (cause.by !== 'message') return;
  const { id } = cause.message;
  const done = ending.ending === 'returned' && v.parse(Batch, ending.value).batchItemFailures.length === 0;
  const isOver = (message: Message): boolean => message.id === id && (done || message.received >= tries);
  world.dead = [...world.dead, ...world.messages.filter((message) => !done && isOver(message))];
  world.messages = world.messages.filter((message) => !isOver(message));
};

/** The caller hears the answer, or nothing: then, as after a 5xx, callers of that kind ask again. */
const answered = (world: World, request: ApiRequest, ending: Ending): void => {
  const answer = ending.ending === 'returned' ? v.parse(HttpAnswer, ending.value) : null;
  const { who, method, route, path, key, again } = request;
  if (answer !== null) {
    // 405 is what there is behind the door by which orders are cancelled: whom to call.
    if (answer.statusCode < 400 || answer.statusCode === 405) sightings.doors.add(`${method} ${route}`);
    const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
    world.told = [...world.told, { who, route: `${method} ${route}`, path, key, status: answer.statusCode, body }];
  }
  if ((answer === null || answer.statusCode >= 500) && again > 0) {
    const act = { do: 'request', request: { ...request, again: again - 1 } } as const;
    world.script = [...world.script, { at: world.now + 5_000, act }];
  }
};
