import type { Distributors } from '../../../distributors/distributor.ts';
import { forEachDistributor } from '../../../domain/vocabulary.ts';
import { lateCall, profileOf } from './late-call.ts';

/** The distributors for who asks whether credentials work. */
export const verifyingDistributors = (): Distributors<'verify'> => {
  const verify = lateCall(async () => (await import('../../../distributors/calls/verify.ts')).verify);
  return forEachDistributor((slug) => ({ profile: profileOf(slug), verify: verify(slug) }));
};
