import type { AccountRow } from '../../../shared/domain/account/account.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { milliseconds } from '../../../shared/domain/vocabulary.ts';
import type { Place, World } from '../world/state.ts';
import { settingsAt, wrong } from './remembered.ts';

/** What holds of an account whose credentials were refused. */
const minute = 60_000;
const day = 1440 * minute;
const grace = 20 * minute;
/** Notices are kept for so long. */
const keptFor = 30 * day;

const nameOf = ({ storeId, distributor, mode }: AccountRow): string => `${storeId}/${distributor}/${mode}`;

type Stopped = AccountRow & { readonly stopped: NonNullable<AccountRow['stopped']> };

/** The accounts that are stopped with the credentials that they have now. */
const stoppedAccounts = (world: World): readonly Stopped[] =>
  [...world.rows.values()]
    .filter(({ sk }) => sk === 'SCHEDULE')
    .map((row) => row as AccountRow)
    .filter((row): row is Stopped => row.stopped !== null && row.stopped.credentialVersion === versionOf(world, row));

const versionOf = (world: World, { storeId, distributor, mode }: AccountRow): string | undefined =>
  settingsAt(world, storeId, distributor)?.[mode]?.version;

/** The store hears of a stop, and once a day the distributor is asked whether it may end. */
export const checkStops = (world: World): void => {
  const { lastFaultAt, patience, verified } = world.observed;
  for (const row of stoppedAccounts(world)) {
    const name = nameOf(row);
    const since = milliseconds(row.stopped.at);
    const calm = Math.max(since, lastFaultAt + patience);
    const notice = keys.notice(row.storeId, `${row.stopped.at}.${row.distributor}.${row.mode}.stopped`);
    const isTold = world.rows.has(`${notice.pk}\u0000${notice.sk}`);
    if (!isTold && world.now > calm + grace && world.now < since + keptFor) {
      wrong(world, `The store is not told that ${name} is stopped.`);
    }
    if (world.now > Math.max(calm, verified[name] ?? 0) + day + grace) {
      wrong(world, `${name} is stopped, and nobody asks whether its credentials work again.`);
    }
  }
};

/** A sweep asks by itself whether credentials work again, but not before a day has passed. */
export const verifiesInTurn = (world: World, { storeId, slug, mode }: Place & { readonly storeId: string }): void => {
  const name = `${storeId}/${slug}/${mode}`;
  const row = stoppedAccounts(world).find((each) => nameOf(each) === name);
  if (row !== undefined && world.now < milliseconds(row.stopped.at) + day - world.apart) {
    wrong(world, `${name} was asked whether its credentials work again before a day had passed.`);
  }
  world.observed = { ...world.observed, verified: { ...world.observed.verified, [name]: world.now } };
};
