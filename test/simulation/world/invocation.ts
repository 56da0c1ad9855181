import { type FaultName, strikeWith } from '../faults/faults.ts';
import { downAt } from '../faults/staying.ts';
import { conclude, type Hit, remember, rememberMails, type Seen } from './ending.ts';
import { deployedFor } from './functions.ts';
import { cutBy, type Ending, type Op, type OpKind, runInvocation, type Strike } from './machine.ts';
import { isCrowded, nextEvent } from './next-event.ts';
import { type Completion, fork, type Run, type World } from './state.ts';

/** How one event shall go: which fault strikes which call. */
export type Plan = { readonly get: (index: number, kind: OpKind) => FaultName | undefined };

/** What happened: the calls that were made, and a sentence. `hit` = the faults that struck. */
export type Stepped = {
  readonly seen: readonly Seen[];
  readonly hit: readonly Hit[];
  readonly what: string;
};

/** An invocation before one of its I/O calls, and the world as it is then: it can go on from here in any number of ways. */
export type Stand = {
  readonly world: World;
  readonly run: Run;
  readonly op: Op;
  readonly index: number;
  /** What its calls were answered since it began, and of these what was answered before it was suspended. */
  readonly log: readonly Completion[];
  readonly suspendedWith: readonly Completion[];
  readonly seen: readonly Seen[];
  readonly hit: readonly Hit[];
};

/** Is handed every stand of an invocation as it comes to it. */
export type OnStand = (stand: Stand) => void;

/** An invocation from where it begins, goes on, or stands. */
type Course = {
  readonly world: World;
  readonly run: Run;
  readonly suspendedWith: readonly Completion[];
  readonly seen: Seen[];
  readonly hit: Hit[];
};

/** As its own clock tells it: the time that is left is not wrong with the time of day. */
const deployedAs = ({ cause, startedAt, skew }: Run) => deployedFor(cause, startedAt + skew);

/** An invocation begins, or is taken up again where it was suspended. */
export const go = (
  world: World,
  run: Run,
  log: readonly Completion[],
  plan: Plan,
  onStand?: OnStand,
): Promise<Stepped> => {
  world.running = { id: run.id, fresh: log.length === 0 };
  return runFrom({ world, run, suspendedWith: log, seen: [], hit: [] }, log, plan, onStand);
};

/** Faults after which an invocation does nothing any more, or nothing at once: what it would do need not be known. */
const cuts: ReadonlySet<FaultName | undefined> = new Set<FaultName>([
  'crash-before',
  'crash-after',
  'killed',
  'late-and-crash',
  'overtaken',
  'frozen',
]);

/** What came of going on, and the world after it. */
export type Gone = { readonly world: World; readonly stepped: Stepped };

/** An invocation goes on from where it stands. The world that comes of it; that of the stand stays as it is. */
export const goOn = async (stand: Stand, plan: Plan, onStand?: OnStand): Promise<Gone> => {
  const { op, index, log, run, suspendedWith } = stand;
  const world = fork(stand.world);
  const course = { world, run, suspendedWith, seen: [...stand.seen], hit: [...stand.hit] };
  if (!cuts.has(plan.get(index, op.kind))) return { world, stepped: await runFrom(course, log, plan, onStand) };
  const { limit } = deployedAs(run);
  const ending = cutBy(await strikeBy(course, plan)(op, index), world, run.startedAt + limit, log);
  if (ending === null) throw new Error(`${plan.get(index, op.kind)} does not cut an invocation short.`);
  return { world, stepped: over(course, ending) };
};

const runFrom = async (course: Course, log: readonly Completion[], plan: Plan, onStand?: OnStand): Promise<Stepped> => {
  const { world, run, suspendedWith, seen, hit } = course;
  const strike = strikeBy(course, plan);
  const quietUntil = () => nextEvent(world)?.at ?? Number.POSITIVE_INFINITY;
  const ending = await runInvocation(world, { run, log, quietUntil }, deployedAs(run), (op, index, answered) => {
    onStand?.({
      world: fork(world),
      run,
      op,
      index,
      log: [...answered],
      suspendedWith,
      seen: [...seen],
      hit: [...hit],
    });
    return strike(op, index);
  });
  return over(course, ending);
};

const strikeBy =
  ({ world, seen, hit }: Course, plan: Plan) =>
  async (op: Op, index: number): Promise<Strike> => {
    const call: Seen = { index, name: op.name, kind: op.kind, crowded: isCrowded(world) };
    seen.push(call);
    const fault = plan.get(index, op.kind);
    if (fault === undefined) return downAt(world, op) ?? { fate: 'answer', value: await op.effect(world) };
    hit.push({ ...call, fault, at: world.now, sent: op.sent });
    return strikeWith(fault, op, world);
  };

/** What comes of an invocation's end. */
const over = ({ world, run, suspendedWith, seen, hit }: Course, ending: Ending): Stepped => {
  conclude(world, run, ending);
  // Whoever died has taken its instance with it.
  if (run.cause.by === 'schedule' && ending.ending !== 'suspended')
    world.nudged = (ending.ending === 'died' ? null : ending.nudged) ?? new Map();
  remember(world, hit, ending);
  rememberMails(world, suspendedWith, seen, hit, ending);
  return { seen, hit, what: `${deployedAs(run).name} ${ending.ending}` };
};
