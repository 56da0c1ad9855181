import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { nextNudge } from './next-nudge.ts';
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
