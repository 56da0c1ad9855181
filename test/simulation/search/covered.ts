import { routes } from '../../../shared/contract/routes.ts';
import { milestones } from '../faults/milestones.ts';
import type { Done } from './task.ts';

/** What a run of the proof has come to, and what it has not: the milestones, the doors of the API, the assumptions. */
export type Sightings = {
  readonly milestones: Set<string>;
  readonly doors: Set<string>;
  readonly faults: Set<string>;
  readonly scenarios: Set<string>;
};

export const noSightings = (): Sightings => ({
  milestones: new Set(),
  doors: new Set(),
  faults: new Set(),
  scenarios: new Set(),
});

export const addSightings = (to: Sightings, { milestones: seen, doors, hits }: Done): void => {
  for (const each of seen) to.milestones.add(each);
  for (const each of doors) to.doors.add(each);
  for (const each of hits) to.faults.add(each.split(' × ').at(-1) ?? '');
};

export const unseen = ({ milestones: seen }: Sightings): readonly string[] =>
  milestones.filter((each) => !seen.has(each));

/** The API's routes behind a key: what answers without one reads no row. */
const doors = Object.entries(routes).flatMap(([route, { scope }]) => (scope === null ? [] : [route]));

/** What the guarantee rests on, and the faults that go to its edge; none = nothing in this proof tries it. */
const assumptions = [
  { name: 'A1: an effect shows within S', by: ['very-late', 'late-and-crash', 'lagging'] },
  { name: 'A2: nobody else uses our PO numbers at an account', by: ["an order of another's under our number at wps"] },
  {
    name: 'A3: clocks are wrong by five minutes at the most',
    by: ['clock five minutes ahead', 'clock five minutes behind', 'all clocks five minutes ahead from now on'],
  },
  {
    name: 'A4: a no is none, or the look-up shows it to whoever asks then',
    by: ['received-twice-refused', 'received-then-limited', 'received-then-unauthorized'],
  },
] as const;

/** What is known not to be searched. */
const notSearched = [
  'three faults in one run, but in random worlds and in a campaign (--campaign)',
  'queues that never come back: nothing is done without them, and an alarm rings (OverdueWork)',
  'clocks that are wrong by more than five minutes: AWS refuses their signatures',
  'single rows that are read with lag: the table reads them consistently, which is a test of its own',
  'a deploy whose newer version does other things than write more; of rows that cannot be read, those of orders in doubt, of their accounts and settings are searched',
] as const;

/** The lines that say what was covered and what was not. */
export const coveredText = (seen: Sightings): readonly string[] => {
  const closed = doors.filter((door) => !seen.doors.has(door));
  const missing = unseen(seen);
  return [
    `  must have been seen: ${milestones.length - missing.length} of ${milestones.length}`,
    ...missing.map((each) => `  ✗ never seen: ${each}`),
    `  doors gone through: ${doors.length - closed.length} of ${doors.length}`,
    ...closed.map((each) => `    not gone through: ${each}`),
    `  kinds of faults: ${seen.faults.size}`,
    ...assumptions.map(({ name, by }) => {
      const tried = by.filter((each) => seen.faults.has(each) || seen.scenarios.has(each));
      return `  ${name} — ${tried.length === 0 ? 'not tried' : `tried by: ${tried.join(', ')}`}`;
    }),
    ...notSearched.map((each) => `  not searched: ${each}`),
  ];
};
