import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { dueIn, nextNudge } from './next-nudge.ts';
import type { LateRequest, Message, Scripted, Suspended, World } from './state.ts';

/** What happens next in a world. */
export type Event =
  | { readonly kind: 'late'; readonly at: number; readonly late: LateRequest }
  | { readonly kind: 'effect'; readonly at: number }
  | { readonly kind: 'script'; readonly at: number; readonly scripted: Scripted }
  | { readonly kind: 'message'; readonly at: number; readonly message: Message }
  | { readonly kind: 'thaw'; readonly at: number; readonly suspended: Suspended }
  | { readonly kind: 'tick'; readonly at: number };

const minute = 60_000;
/** What is due after so long (the end of the time for which personal data is kept) is nothing to wait for. */
const longestScenario = 20 * 365 * 86_400_000;

/** When the poller will find something to nudge. It runs every minute; the minutes in which it finds nothing are passed over. */
const nextTick = (world: World): number | null => {
  const at = nextNudge(dueIn(world.rows), world.nudged) - world.drift;
  return at > world.now + longestScenario ? null : Math.max(Math.ceil(at / minute) * minute, world.lastTick + minute);
};

/** The next event; of several at once first what comes from outside, then messages, then whoever was frozen, then the poller. */
export const nextEvent = (world: World): Event | null => {
  let first: Event | null = null;
  const isFirst = (at: number): boolean => first === null || at < first.at;
  for (const late of world.late) if (isFirst(late.at)) first = { kind: 'late', at: late.at, late };
  for (const slug of distributorSlugs)
    for (const { due } of world.distributors[slug].late) if (isFirst(due)) first = { kind: 'effect', at: due };
  for (const scripted of world.script) if (isFirst(scripted.at)) first = { kind: 'script', at: scripted.at, scripted };
  for (const message of world.messages)
    if (isFirst(message.visibleAt)) first = { kind: 'message', at: message.visibleAt, message };
  for (const suspended of world.suspended)
    if (isFirst(suspended.wakeAt)) first = { kind: 'thaw', at: suspended.wakeAt, suspended };
  const tick = nextTick(world);
  return tick !== null && isFirst(tick) ? { kind: 'tick', at: tick } : first;
};

/** Whether something is due at this very moment. */
export const isCrowded = (world: World): boolean => (nextEvent(world)?.at ?? Number.POSITIVE_INFINITY) <= world.now;
