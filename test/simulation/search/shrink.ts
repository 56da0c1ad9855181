import { replay, type Scenario, type Schedule } from './schedule.ts';

const isBad = async (scenario: Scenario, schedule: Schedule): Promise<boolean> =>
  (await replay(scenario, schedule)).world.observed.wrongs.length > 0;

/** How many shorter schedules are tried. */
const patience = 150;

/**
 * A shorter schedule that still ends badly: leaves out halves, quarters and at last single faults, for as long as it ends badly
 * without them. What is left may be another way to the same end; it is a real one, since it was run.
 */
export const shrink = async (scenario: Scenario, schedule: Schedule): Promise<Schedule> => {
  if (!(await isBad(scenario, schedule))) return schedule;
  let shortest = schedule;
  let tries = 0;
  for (let size = Math.ceil(schedule.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < shortest.length && tries < patience; ) {
      const without = shortest.filter((_, at) => at < from || at >= from + size);
      tries += 1;
      if (await isBad(scenario, without)) shortest = without;
      else from += size;
    }
  }
  return shortest;
};
