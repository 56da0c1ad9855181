import * as v from 'valibot';
import { DistributorSettingsRow } from '../domain/account/store.ts';
import { choosePart, missingCredentials, modeOf, type WantedPart } from '../domain/order/eligibility.ts';
import type { OrderItem } from '../domain/order/order.ts';
import { storedObject } from '../domain/ports/table.ts';
import type { Profile } from '../domain/profile.ts';
import { keys } from '../domain/rows/keys.ts';
import { type ReadingPorts, readableRow } from '../domain/rows/readable.ts';
import { type DistributorSlug, distributorSlugs, type Mode } from '../domain/vocabulary.ts';

const Placed = storedObject({ sk: v.string() });

/**
 * What a store has entered for each of the four that it uses, by slug; null = it cannot be read. Then nothing is ordered there, and what
 * would be goes to no other instead: nobody knows whether it was in test mode.
 */
export type Settings = ReadonlyMap<string, DistributorSettingsRow | null>;

export type Profiles = Readonly<Record<DistributorSlug, { readonly profile: Profile }>>;

/** The part of an item that is to be ordered, and the account that it is ordered with. */
export type Choice = {
  /** Null when the item names none. */
  readonly part: { readonly distributor: string; readonly partNumber: string | null } | null;
  /** Whose part it is; null when that is none of the four. */
  readonly distributor: DistributorSlug | null;
  readonly settings: DistributorSettingsRow | null;
  readonly mode: Mode;
};

/** They lie together: one read for all. A distributor that only a newer version knows is left out. */
export const settingsOf = async ({ table, log }: ReadingPorts, storeId: string): Promise<Settings> => {
  const { rows } = await table.query(keys.distributors(storeId));
  const placed = new Map(rows.map((row) => [v.parse(Placed, row).sk, row]));
  return new Map(
    distributorSlugs.flatMap((slug) => {
      const found = placed.get(keys.distributor(storeId, slug).sk);
      return found === undefined ? [] : [[slug, readableRow(found, DistributorSettingsRow, log) ?? null]];
    }),
  );
};

/** The slug, when it is one of the four. */
const knownSlug = (slug: string | undefined): DistributorSlug | null =>
  distributorSlugs.find((known) => known === slug) ?? null;

/** What is ordered of this item, of the parts that are wanted. */
export const choose = (item: OrderItem, configured: Settings, distributors: Profiles, wanted: WantedPart): Choice => {
  const isConfigured = (slug: string): boolean => {
    const ours = knownSlug(slug);
    const row = configured.get(slug);
    if (ours === null || row === undefined) return false;
    return row === null || missingCredentials(distributors[ours].profile, row, modeOf(row)).length === 0;
  };
  return choiceOf(choosePart(item, isConfigured, wanted), configured);
};

/** A part, and the account that it would be ordered with. */
export const choiceOf = (part: Choice['part'], configured: Settings): Choice => {
  const distributor = knownSlug(part?.distributor);
  const settings = distributor === null ? null : (configured.get(distributor) ?? null);
  return { part, distributor, settings, mode: modeOf(settings) };
};
