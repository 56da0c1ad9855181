import { inFile, type Mutant } from './mutant.ts';

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

/** When a person is asked whether an order was placed: not before anybody can know. */
export const idleMutants: readonly Mutant[] = [
  using(
    inFile('shared/domain/purchase-order/due.ts')(
      'what was sent shortly before the day is over is given up with it',
      'later(dayAfter, settledBy(po) ?? dayAfter)',
      'later(dayAfter, dayAfter)',
      1,
      'a doubtful order of wps at which nobody worked for a day',
    ),
    'timeout-before',
  ),
  using(
    inFile('shared/domain/purchase-order/look-up.ts')(
      'without credentials a person is asked before the call has settled',
      'if (now < milliseconds(settleAt)) return withDerived({ ...po, notBefore: settleAt }, now);\n',
      '',
      2,
      'one order at wps',
    ),
    'timeout-after',
    'bad-credentials',
  ),
];
