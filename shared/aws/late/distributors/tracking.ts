import type { Distributors } from '../../../distributors/distributor.ts';
import { forEachDistributor } from '../../../domain/vocabulary.ts';
import { lateCall, profileOf } from './late-call.ts';

/** The distributors for who looks for parcels, and whether a stopped account works again. */
export const trackingDistributors = (): Distributors<'track' | 'verify'> => {
  const track = lateCall(async () => (await import('../../../distributors/calls/tracking.ts')).track);
  const verify = lateCall(async () => (await import('../../../distributors/calls/tracking.ts')).verify);
  return forEachDistributor((slug) => ({ profile: profileOf(slug), track: track(slug), verify: verify(slug) }));
};
