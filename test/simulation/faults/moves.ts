import type { Act } from '../world/acts.ts';
import type { Event } from '../world/next-event.ts';
import type { World } from '../world/state.ts';

/** Something that goes otherwise than usual between two events: it changes the world before `event`, which was to be the next. */
export type Move = {
  readonly name: string;
  readonly fits: (event: Event, world: World) => boolean;
  readonly change: (world: World, event: Event) => void;
  /** How much longer than usual things may take afterwards, in milliseconds. */
  readonly patience?: number;
  /** Nobody can know afterwards whether an order was taken. */
  readonly leavesDoubt?: boolean;
};

const isMessage = ({ kind }: Event): boolean => kind === 'message';
const isTick = ({ kind }: Event): boolean => kind === 'tick';

const again = (inMilliseconds: number) => (world: World, event: Event) => {
  if (event.kind !== 'message') return;
  world.serial += 1;
  const copy = { ...event.message, id: world.serial, visibleAt: event.at + inMilliseconds };
  world.messages = [...world.messages, copy];
};

const delayed = (inMilliseconds: number, redriven: boolean) => (world: World, event: Event) => {
  if (event.kind !== 'message') return;
  const received = redriven ? 0 : event.message.received;
  const later = { ...event.message, visibleAt: event.at + inMilliseconds, received };
  world.messages = [...world.messages.filter((message) => message !== event.message), later];
};

const noteApart = (world: World, error: number): void => {
  world.apart = Math.max(world.apart, 2 * Math.abs(error));
};

const skewed = (name: string, skew: number): Move => ({
  name,
  fits: ({ kind }) => kind === 'message' || kind === 'tick' || kind === 'script',
  change: (world) => {
    world.skew = skew;
    noteApart(world, skew);
  },
});

const drifting = (name: string, drift: number): Move => ({
  name,
  fits: (_, world) => world.drift === 0,
  change: (world) => {
    world.drift = drift;
    noteApart(world, drift);
  },
});

/** What queues, the schedule and clocks do to us. */
export const moves: readonly Move[] = [
  { name: 'message delivered twice at once', fits: isMessage, change: again(0) },
  { name: 'message delivered again later', fits: isMessage, change: again(200_000) },
  { name: 'message delayed', fits: isMessage, change: delayed(130_000, false) },
  { name: 'message dead-lettered, then redriven', fits: isMessage, change: delayed(700_000, true) },
  {
    name: 'poller skipped',
    fits: isTick,
    change: (world, event) => {
      world.lastTick = event.at;
    },
  },
  {
    name: 'poller loses its memory',
    fits: (_, world) => world.nudged.size > 0,
    change: (world) => {
      world.nudged = new Map();
    },
  },
  skewed('clock two seconds ahead', 2_000),
  skewed('clock two seconds behind', -2_000),
  skewed('clock five minutes ahead', 299_000),
  skewed('clock five minutes behind', -299_000),
  drifting('all clocks five minutes ahead from now on', 299_000),
];

/** What lay with the dead for three days is sent once more, though it was worked off long ago. */
export const daysLater: Move = {
  name: 'message delivered again after three days',
  fits: isMessage,
  change: again(3 * 86_400_000),
};

/** Somebody does something just before the event. */
export const acting = (name: string, act: (world: World) => Act | null): Move => ({
  name,
  fits: (_, world) => act(world) !== null,
  change: (world, event) => {
    const what = act(world);
    if (what !== null) world.script = [{ at: event.at, act: what }, ...world.script];
  },
});
