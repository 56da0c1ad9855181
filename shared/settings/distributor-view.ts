import type { Distributors } from '../distributors/distributor.ts';
import { AccountRow } from '../domain/account/account.ts';
import { DistributorSettingsRow } from '../domain/account/store.ts';
import { currentStop, missingCredentials, modeOf } from '../domain/order/eligibility.ts';
import type { Clock } from '../domain/ports/ports.ts';
import type { Profile } from '../domain/profile.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type ReadingPorts, readableRow } from '../domain/rows/readable.ts';
import { type DistributorSlug, instant } from '../domain/vocabulary.ts';

export type DistributorViewPorts = ReadingPorts & {
  readonly clock: Clock;
  readonly distributors: Distributors<never>;
};

/**
 * A distributor, as this store is set up with it: what it offers, what is configured, and whether its account works. One whose settings cannot
 * be read is as one that has none.
 */
export const viewDistributor = async (
  { table, log, clock, distributors }: DistributorViewPorts,
  storeId: string,
  distributor: DistributorSlug,
) => {
  const { profile } = distributors[distributor];
  const found = await table.get(keys.distributor(storeId, distributor));
  const settings = readableRow(found, DistributorSettingsRow, log) ?? null;
  const mode = modeOf(settings);
  const account = (await load(table, keys.account(storeId, distributor, mode), AccountRow)) ?? null;
  const stop = currentStop(account, settings, mode);
  const pausedUntil = account?.pausedUntil ?? null;
  return {
    distributor,
    name: profile.name,
    configured: missingCredentials(profile, settings, mode).length === 0,
    mode,
    credentials: { live: settings?.live?.shown ?? null, test: settings?.test?.shown ?? null },
    capabilities: capabilitiesOf(profile),
    contact: profile.contact,
    stopped: stop === null ? null : { at: stop.at, message: stop.message },
    pausedUntil: pausedUntil !== null && pausedUntil > instant(clock.now()) ? pausedUntil : null,
  };
};

const capabilitiesOf = (profile: Profile) => ({
  status: profile.status,
  sunset: profile.sunset,
  testMode: profile.offersTestMode,
  shippingMethods: profile.shippingMethods,
  countries: profile.countries,
  characters: profile.characters,
  limits: profile.limits,
  credentialFields: profile.credentials,
});
