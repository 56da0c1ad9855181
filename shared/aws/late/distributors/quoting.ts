import type { Distributors } from '../../../distributors/distributor.ts';
import { forEachDistributor } from '../../../domain/vocabulary.ts';
import { lateCall, profileOf } from './late-call.ts';

/** The distributors for who asks for stock and price. */
export const quotingDistributors = (): Distributors<'quote'> => {
  const quote = lateCall(async () => (await import('../../../distributors/calls/quote.ts')).quote);
  return forEachDistributor((slug) => ({ profile: profileOf(slug), quote: quote(slug) }));
};
