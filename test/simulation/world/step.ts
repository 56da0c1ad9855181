import * as v from 'valibot';
import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { type FaultName, leavesNoDoubt, mayRepeatMail, patienceFor, strikeWith } from '../faults/faults.ts';
import { sightings } from '../faults/sightings.ts';
import { downAt } from '../faults/staying.ts';
import { noteAnswer, noteForbidden } from '../invariants/permitted-requests.ts';
import { describeAct, happen } from './acts.ts';
import { receive, takeEffect } from './distributors.ts';
import { deployedFor, hiddenFor } from './functions.ts';
import { type Ending, type OpKind, runInvocation } from './machine.ts';
import { nextNudge } from './next-nudge.ts';
import type {
  ApiRequest,
  Completion,
  LateRequest,
  Message,
  Run,
  Scripted,
  SentRequest,
  Suspended,
  World,
} from './state.ts';

/** What happens next in a world. */
export type Event =
  | { readonly kind: 'late'; readonly at: number; readonly late: LateRequest }
  | { readonly kind: 'effect'; readonly at: number }
  | { readonly kind: 'script'; readonly at: number; readonly scripted: Scripted }
  | { readonly kind: 'message'; readonly at: number; readonly message: Message }
  | { readonly kind: 'thaw'; readonly at: number; readonly suspended: Suspended }
  | { readonly kind: 'tick'; readonly at: number };

/** An I/O call that was made: its number in the invocation, and where in the program. */
export type Seen = {
  readonly index: number;
  readonly name: string;
  readonly kind: OpKind;
  /** Something else was due at this very moment. */
  readonly crowded: boolean;
};

/** How one event shall go: which fault strikes which call. */
export type Plan = { readonly get: (index: number, kind: OpKind) => FaultName | undefined };
const smooth: Plan = new Map<number, FaultName>();

const minute = 60_000;
/** So often a message is received before it is laid with the dead. */
const tries = 5;

/** What is due after so long (the end of the time for which personal data is kept) is nothing to wait for. */
const longestScenario = 20 * 365 * 86_400_000;

/** When the poller will find something to nudge. It runs every minute; the minutes in which it finds nothing are passed over. */
const nextTick = (world: World): number | null => {
  const at = nextNudge(world.rows.values(), world.nudged) - world.drift;
  return at > world.now + longestScenario ? null : Math.max(Math.ceil(at / minute) * minute, world.lastTick + minute);
};

/** The next event; of several at once first what comes from outside, then messages, then whoever was frozen, then the poller. */
export const nextEvent = (world: World): Event | null => {
  const found: Event[] = [
    ...world.late.map((late): Event => ({ kind: 'late', at: late.at, late })),
    ...distributorSlugs.flatMap((slug) =>
      world.distributors[slug].late.map(({ due }): Event => ({ kind: 'effect', at: due })),
    ),
    ...world.script.map((scripted): Event => ({ kind: 'script', at: scripted.at, scripted })),
    ...world.messages.map((message): Event => ({ kind: 'message', at: message.visibleAt, message })),
    ...world.suspended.map((suspended): Event => ({ kind: 'thaw', at: suspended.wakeAt, suspended })),
  ];
  const tick = nextTick(world);
  if (tick !== null) found.push({ kind: 'tick', at: tick });
  return found.reduce<Event | null>((first, event) => (first === null || event.at < first.at ? event : first), null);
};

/** What happened: the calls that were made, and a sentence. `hit` = the faults that struck. */
type Hit = Seen & { readonly fault: FaultName; readonly at: number; readonly sent: SentRequest | undefined };
export type Stepped = {
  readonly seen: readonly Seen[];
  readonly hit: readonly Hit[];
  readonly what: string;
};

/** Indexes lag by so much at the most. */
const longestLag = 10 * minute;

/** Keeps what an index may still show: the table as it was before each change of so long, and once before that. */
const rememberRows = (world: World): void => {
  if (world.past.at(-1)?.rows === world.rows) return;
  const first = Math.max(
    0,
    world.past.findLastIndex(({ at }) => at <= world.now - longestLag),
  );
  world.past = [...world.past.slice(first), { at: world.now, rows: world.rows }];
};

/** Lets the next event happen to this world, by this plan. */
export const step = async (world: World, event: Event, plan: Plan = smooth): Promise<Stepped> => {
  world.now = Math.max(world.now, event.at);
  rememberRows(world);
  const newRun = (cause: Run['cause']): Run => {
    world.serial += 1;
    const skew = world.skew + world.drift;
    world.skew = 0;
    return { id: world.serial, cause, startedAt: world.now, skew };
  };
  expire(world);
  noteForbidden(world);
  switch (event.kind) {
    case 'late':
      world.late = world.late.filter((each) => each !== event.late);
      await receive(world, event.late.request);
      return { seen: [], hit: [], what: 'a late request reaches the distributor' };
    case 'effect':
      takeEffect(world);
      return { seen: [], hit: [], what: 'an order that was received long ago takes effect at the distributor' };
    case 'script': {
      const { scripted } = event;
      world.script = world.script.filter((each) => each !== scripted);
      if (scripted.act.do === 'request') {
        world.asked = [...world.asked, scripted.act.request];
        return go(world, newRun({ by: 'request', request: scripted.act.request }), [], plan);
      }
      happen(world, scripted.act);
      return { seen: [], hit: [], what: describeAct(scripted.act) };
    }
    case 'message': {
      const { message } = event;
      const taken = { ...message, received: message.received + 1, visibleAt: world.now + hiddenFor(message.queue) };
      world.messages = world.messages.map((each) => (each === message ? taken : each));
      return go(world, newRun({ by: 'message', message: taken }), [], plan);
    }
    case 'thaw':
      world.suspended = world.suspended.filter((each) => each !== event.suspended);
      return go(world, event.suspended.run, event.suspended.log, plan);
    case 'tick':
      world.lastTick = event.at;
      return go(world, newRun({ by: 'schedule', nudged: world.nudged }), [], plan);
  }
};

const lateness = { 'at-once': 0, late: 48 * 3_600_000, never: Number.POSITIVE_INFINITY } as const;

/** The table's TTL: what has expired is deleted, some time. */
const expire = (world: World): void => {
  const before = (world.now - lateness[world.expiry]) / 1000;
  const kept = [...world.rows].filter(([, { expiresAt }]) => expiresAt === undefined || expiresAt > before);
  if (kept.length < world.rows.size) world.rows = new Map(kept);
};

/** SES has taken a mail. */
const isMailed = ({ answer }: Completion): boolean =>
  'value' in answer && Reflect.get(Object(answer.value), 'outcome') === 'sent';

const go = async (world: World, run: Run, log: readonly Completion[], plan: Plan): Promise<Stepped> => {
  // As its own clock tells it: the time that is left is not wrong with the time of day.
  const deployed = deployedFor(run.cause, run.startedAt + run.skew);
  const quietUntil = () => nextEvent(world)?.at ?? Number.POSITIVE_INFINITY;
  const seen: Seen[] = [];
  const hit: Hit[] = [];
  world.running = { id: run.id, fresh: log.length === 0 };
  const ending = await runInvocation(
    world,
    { run, log, limit: deployed.limit, quietUntil },
    deployed.run,
    async (op, index, now) => {
      const call: Seen = { index, name: op.name, kind: op.kind, crowded: quietUntil() <= now.now };
      seen.push(call);
      const fault = plan.get(index, op.kind);
      if (fault !== undefined) {
        hit.push({ ...call, fault, at: now.now, sent: op.sent });
        return strikeWith(fault, op, now);
      }
      return downAt(now, op) ?? { fate: 'answer', value: await op.effect(now) };
    },
  );
  conclude(world, run, ending);
  if (deployed.nudged !== undefined && ending.ending !== 'suspended') {
    // Whoever died has taken its instance with it.
    world.nudged = ending.ending === 'died' ? new Map() : deployed.nudged;
  }
  remember(world, seen, hit, ending);
  const isExcused = hit.some(({ fault }) => mayRepeatMail.has(fault));
  const hasMailed = log.some(isMailed) || seen.some(({ kind }) => kind === 'mail');
  if (ending.ending === 'died' && hasMailed && !isExcused) {
    // It stood still, and its time was over behind SES's yes: a crash before our write.
    world.ghost = { ...world.ghost, mailsMayRepeat: world.ghost.mailsMayRepeat + 1 };
  }
  return { seen, hit, what: `${deployed.name} ${ending.ending}` };
};

/** Answers that the whole account has to obey, whatever came of the request. */
const tellsToStop: ReadonlyMap<FaultName, 'rate-limited' | 'bad-credentials'> = new Map([
  ['rate-limited', 'rate-limited'],
  ['received-then-limited', 'rate-limited'],
  ['bad-credentials', 'bad-credentials'],
  ['received-then-unauthorized', 'bad-credentials'],
]);

/** When the last fault was, and what follows from it. */
const remember = (world: World, seen: readonly Seen[], hit: readonly Hit[], ending: Ending): void => {
  if (hit.length === 0) return;
  const mailed = seen.find(({ kind }) => kind === 'mail')?.index ?? Number.POSITIVE_INFINITY;
  const repeats = hit.filter(({ index, fault }) => index >= mailed && mayRepeatMail.has(fault)).length;
  const { ghost } = world;
  world.ghost = {
    ...ghost,
    lastFaultAt: world.now,
    patience: Math.max(ghost.patience, ...hit.map(({ fault }) => patienceFor(fault))),
    mailsMayRepeat: ghost.mailsMayRepeat + repeats,
    doubt: ghost.doubt || hit.some(({ fault }) => !leavesNoDoubt.has(fault)),
  };
  const [only, ...others] = hit;
  if (ending.ending !== 'returned' || only?.sent === undefined || others.length > 0) return;
  // What is said to a request that only tidies up is not listened to.
  if (only.sent.method === 'DELETE') return;
  const told = tellsToStop.get(only.fault);
  if (told !== undefined) noteAnswer(world, told, only.sent, only.at);
};

const Batch = v.object({ batchItemFailures: v.array(v.unknown()) });
const HttpAnswer = v.object({ statusCode: v.number(), body: v.string() });

/** What the world makes of an invocation's end. */
const conclude = (world: World, run: Run, ending: Ending): void => {
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
  const { who, method, route, path, again } = request;
  if (answer !== null) {
    // 405 is what there is behind the door by which orders are cancelled: whom to call.
    if (answer.statusCode < 400 || answer.statusCode === 405) sightings.doors.add(`${method} ${route}`);
    const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
    world.told = [...world.told, { who, route: `${method} ${route}`, path, status: answer.statusCode, body }];
  }
  if ((answer === null || answer.statusCode >= 500) && again > 0) {
    const act = { do: 'request', request: { ...request, again: again - 1 } } as const;
    world.script = [...world.script, { at: world.now + 5_000, act }];
  }
};
