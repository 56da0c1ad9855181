import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { newerVersion, olderVersion } from '../faults/deploys.ts';
import { daysLater } from '../faults/moves.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as accounts from './account-scenarios.ts';
import * as calledOff from './called-off-scenarios.ts';
import * as carts from './cart-scenarios.ts';
import * as doors from './door-scenarios.ts';
import * as idle from './idle-scenarios.ts';
import * as mails from './mail-scenarios.ts';
import * as told from './parcel-scenarios.ts';
import * as repeated from './repeated-scenarios.ts';
import * as scenarios from './scenarios.ts';
import * as stores from './store-scenarios.ts';
import * as sweeps from './sweep-scenarios.ts';
import * as tracking from './tracking-scenarios.ts';
import * as webhooks from './webhook-scenarios.ts';

/** The same, while a newer version of the service runs for a while. */
const besideNewer = (scenario: Scenario): Scenario => ({
  ...scenario,
  name: `${scenario.name}, beside a newer version`,
  acts: [newerVersion],
  checkEnd: (world) => {
    scenario.checkEnd(world);
    if (world.told.some(({ status }) => status >= 500)) wrong(world, 'A deploy answers callers with a failure.');
  },
});

/** The same, and its rows are of an older version of the service. */
const afterOlder = (scenario: Scenario): Scenario => ({
  ...besideNewer(scenario),
  name: `${scenario.name}, after an older version`,
  acts: [olderVersion],
});

/** The same, and a message comes once more after three days. */
const besideOldMessages = (scenario: Scenario): Scenario => ({
  ...scenario,
  name: `${scenario.name}, and a message of three days ago`,
  acts: [daysLater],
  isOver: (world) => world.messages.length === 0 && scenario.isOver(world),
});

/** Every scenario by its name: a name is all that has to be said to another thread. */
const catalogue: ReadonlyMap<string, Scenario> = new Map(
  distributorSlugs
    .flatMap((slug) => [
      scenarios.oneSubmit(slug),
      scenarios.oneSettled(slug),
      scenarios.oneDown(slug),
      scenarios.onePortDown(slug),
      scenarios.oneBehindGateway(slug),
      scenarios.oneBesideList(slug, 'cut-list'),
      scenarios.oneBesideList(slug, 'nameless-list'),
      scenarios.oneBesideList(slug, 'short-list'),
      scenarios.oneBesideList(slug, 'failed-list'),
      scenarios.twoSubmits(slug),
      scenarios.threeAtOnce(slug),
      scenarios.twoOrders(slug),
      scenarios.manyOrders(slug, 'fourteen', 14),
      scenarios.manyOrders(slug, 'six', 6),
      scenarios.waitingSubmit(slug),
      scenarios.submitAgain(slug),
      scenarios.submitOnceMore(slug),
      scenarios.submitElsewhere(slug),
      tracking.tracked(slug),
      tracking.trackedOneByOne(slug, scenarios.listOf[slug] ?? ''),
      tracking.fourTracked(slug),
      tracking.twoStores(slug),
      tracking.sixWeeks(slug, 'at-once'),
      tracking.sixWeeks(slug, 'late'),
      tracking.sixWeeks(slug, 'never'),
      tracking.lastDay(slug),
      tracking.stoppedAccount(slug),
      tracking.verifiedAccount(slug),
      tracking.byHand(slug),
      tracking.resumedHalfway(slug),
      tracking.stoppedWhileResumed(slug),
      tracking.lastMoment(slug),
      scenarios.settings(slug),
      scenarios.settingsBefore(slug),
      scenarios.sharedAccount(slug),
      sweeps.besideSweep(slug),
      sweeps.duringSweep(slug),
      sweeps.justBeforeSweep(slug),
      tracking.stoppedByHand(slug),
      tracking.lastDayBeside(slug),
      tracking.testOrder(slug),
      sweeps.unreadable(slug),
      sweeps.strange(slug),
      sweeps.inPart(slug),
      sweeps.elsewhereErased(slug),
      doors.doors(slug),
      doors.readings(slug),
      doors.keysAndWebhook(slug),
      ...[true, false].flatMap((placed) => [
        doors.resolved(slug, { placed, said: 'accepted' }),
        doors.resolved(slug, { placed, said: 'not-placed' }),
        doors.erasedInDoubt(slug, placed),
      ]),
      doors.illWrittenRow(slug),
      doors.illWrittenAccountRow(slug, 'SCHEDULE'),
      doors.illWrittenAccountRow(slug, 'DISTRIBUTOR'),
      doors.changedThere(slug),
      doors.byTelephone(slug),
      doors.vanishing(slug),
      doors.foundLate(slug),
      doors.erasedAfterwards(slug, false),
      doors.erasedAfterwards(slug, true),
      tracking.flapping(slug),
      tracking.oneBox(slug),
      doors.newAddress(slug),
      doors.kept(slug),
      doors.cancelledAfter(slug),
      calledOff.calledOff(slug),
      calledOff.submitThrice(slug),
      calledOff.saidTwice(slug),
      calledOff.cancelledTwice(slug),
      told.enteredAndTold(slug),
      told.enteredAtOnce(slug),
      told.eightParcels(slug),
      told.noMail(slug),
      stores.limited(slug),
      stores.resigned(slug),
      repeated.sentThrice(slug),
      told.enteredTooMuch(slug),
      told.onlyVanishes(slug),
      sweeps.oddWatch(slug),
      webhooks.webhookGone(slug),
      webhooks.webhookDown(slug),
      accounts.verifiedBefore(slug),
      accounts.replacedWhileStopped(slug),
      ...([2, 4] as const).map((more) => accounts.fullHistory(slug, more)),
      idle.claimedAndIdle(slug),
      idle.doubtfulAndIdle(slug),
      idle.doubtfulBesideLike(slug),
      mails.returned(slug, 'bounced'),
      mails.returned(slug, 'unwanted'),
      besideOldMessages(scenarios.oneSubmit(slug)),
      besideOldMessages(scenarios.submitAgain(slug)),
      besideOldMessages(tracking.tracked(slug)),
      besideOldMessages(doors.erasedInDoubt(slug, false)),
      besideNewer(scenarios.oneSettled(slug)),
      besideNewer(tracking.tracked(slug)),
      besideNewer(doors.doors(slug)),
      besideNewer(scenarios.settings(slug)),
      besideNewer(scenarios.twoSubmits(slug)),
      afterOlder(scenarios.oneSubmit(slug)),
      afterOlder(tracking.tracked(slug)),
      afterOlder(doors.doors(slug)),
      afterOlder(tracking.byHand(slug)),
    ])
    .concat(carts.copiedLine(), carts.clerksCart())
    .map((scenario) => [scenario.name, scenario]),
);

export const scenarioNamed = (name: string): Scenario => {
  const scenario = catalogue.get(name);
  if (scenario === undefined) throw new Error(`There is no scenario "${name}".`);
  return scenario;
};
