import type { Distributor } from '../../distributors/distributor.ts';
import { profiles } from '../../distributors/profiles.ts';
import { forEachDistributor } from '../../domain/vocabulary.ts';
import { once } from './once.ts';

const adapters = once(async () => (await import('../../distributors/all.ts')).distributors);

/** All distributors; their adapters are the longest part of the service. */
export const distributors = forEachDistributor(
  (slug): Distributor => ({
    profile: profiles[slug].profile,
    submit: async (...asked) => (await adapters())[slug].submit(...asked),
    find: async (...asked) => (await adapters())[slug].find(...asked),
    track: async (...asked) => (await adapters())[slug].track(...asked),
    verify: async (...asked) => (await adapters())[slug].verify(...asked),
    quote: async (...asked) => (await adapters())[slug].quote(...asked),
  }),
);
