import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { checkSettled } from '../invariants/at-rest.ts';
import { isSettled } from '../invariants/invariants.ts';
import type { Scenario } from '../search/schedule.ts';
import { doubtfulBesideItsLike, nearlyADay } from './doubtful-worlds.ts';
import { scenario } from './scripts.ts';

/** Nobody worked for nearly a day: what is sent then has as long as any other to show its effect. */
const afterIdleness = (name: string, slug: DistributorSlug, fault: 'timeout-before' | null): Scenario =>
  scenario(name, () => nearlyADay(slug, fault), [], { isOver: isSettled, checkEnd: checkSettled });

export const claimedAndIdle = (slug: DistributorSlug): Scenario =>
  afterIdleness(`an order of ${slug} at which nobody worked for a day`, slug, null);

export const doubtfulAndIdle = (slug: DistributorSlug): Scenario =>
  afterIdleness(`a doubtful order of ${slug} at which nobody worked for a day`, slug, 'timeout-before');

/** An order in doubt that never arrived, while the distributor lists another of ours with the same part and address. */
export const doubtfulBesideLike = (slug: DistributorSlug): Scenario =>
  scenario(`a doubtful order of ${slug} beside one just like it`, () => doubtfulBesideItsLike(slug), [], {
    isOver: isSettled,
    checkEnd: checkSettled,
  });
