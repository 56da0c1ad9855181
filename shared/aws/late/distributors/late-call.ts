import { profiles } from '../../../distributors/profiles.ts';
import { once } from '../../../domain/once.ts';
import type { DistributorSlug } from '../../../domain/vocabulary.ts';

type Ask<Asked extends readonly unknown[], Answer> = (...asked: Asked) => Promise<Answer>;

/**
 * A call of every distributor, loaded at the first one: they are the longest part of the service. Who asks for other things has a file
 * of its own beside this one, for a bundle holds whatever a file of it may load, used or not.
 */
export const lateCall = <Asked extends readonly unknown[], Answer>(
  load: () => Promise<Readonly<Record<DistributorSlug, Ask<Asked, Answer>>>>,
): ((slug: DistributorSlug) => Ask<Asked, Answer>) => {
  const loaded = once(load);
  return (slug) =>
    async (...asked) =>
      (await loaded())[slug](...asked);
};

export const profileOf = (slug: DistributorSlug) => profiles[slug].profile;
