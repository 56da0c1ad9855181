import type { Distributors } from '../../../distributors/distributor.ts';
import { forEachDistributor } from '../../../domain/vocabulary.ts';
import { lateCall, profileOf } from './late-call.ts';

/** The distributors for who places orders and looks for them. */
export const placingDistributors = (): Distributors<'submit' | 'find'> => {
  const submit = lateCall(async () => (await import('../../../distributors/calls/placing.ts')).submit);
  const find = lateCall(async () => (await import('../../../distributors/calls/placing.ts')).find);
  return forEachDistributor((slug) => ({ profile: profileOf(slug), submit: submit(slug), find: find(slug) }));
};
