import { distributorSlugs } from '../../shared/domain/words.ts';
import * as scenarios from './scenarios.ts';
import type { Scenario } from './schedule.ts';

/** Every scenario by its name: a name is all that has to be said to another thread. */
const catalogue: ReadonlyMap<string, Scenario> = new Map(
  distributorSlugs
    .flatMap((slug) => [
      scenarios.oneSubmit(slug),
      scenarios.oneSettled(slug),
      scenarios.oneDown(slug),
      scenarios.twoSubmits(slug),
      scenarios.twoOrders(slug),
      scenarios.manyOrders(slug, 'fourteen', 14),
      scenarios.manyOrders(slug, 'six', 6),
      scenarios.waitingSubmit(slug),
      scenarios.submitAgain(slug),
      scenarios.tracked(slug),
      scenarios.twoStores(slug),
      scenarios.sixWeeks(slug, 'at-once'),
      scenarios.sixWeeks(slug, 'late'),
      scenarios.sixWeeks(slug, 'never'),
      scenarios.lastDay(slug),
      scenarios.stoppedAccount(slug),
      scenarios.verifiedAccount(slug),
      scenarios.byHand(slug),
      scenarios.settings(slug),
    ])
    .map((scenario) => [scenario.name, scenario]),
);

export const scenarioNamed = (name: string): Scenario => {
  const scenario = catalogue.get(name);
  if (scenario === undefined) throw new Error(`There is no scenario "${name}".`);
  return scenario;
};
