import { inFile, type Mutant } from './mutant.ts';

/** Guards of what is no longer wanted, and of what is wanted again: most were drawn before anybody looked at what the searches see. */
export const calledOffMutants: readonly Mutant[] = [
  {
    ...inFile('shared/ordering/place.ts')(
      'what is no longer wanted since it was cleared is sent',
      "row.state === 'claimed' && row.rev !== cleared.rev",
      "row.state === 'refused' && row.rev !== cleared.rev",
      1,
      'orders of wps that are no longer wanted while they are sent',
    ),
    using: ['frozen'],
  },
  {
    ...inFile('shared/ordering/case.ts')(
      'of several refused numbers the last alone is looked up',
      'attempts.filter(isRechecked)',
      'attempts.slice(-1).filter(isRechecked)',
      2,
      'submitted at wps, again, and once more after the customer came back',
    ),
    using: ['received-twice-refused', 'garbage'],
  },
  inFile('shared/domain/purchase-order/outcome.ts')(
    'an acceptance that is said twice puts away a worry',
    "if (outcome === 'accepted' && po.state !== 'accepted') {",
    "if (outcome === 'accepted') {",
    0,
    'a cancelled order of parts-unlimited of which a person says twice that it was placed',
  ),
  inFile('shared/domain/purchase-order/order-cancelled.ts')(
    'a cancellation that was taken back stays known',
    '{ ...po, orderCancelledAt: null }',
    '{ ...po }',
    0,
    'an order of wps that is cancelled, wanted again, and cancelled again',
  ),
];
