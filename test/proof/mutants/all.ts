import { attemptMutants } from './attempt.ts';
import { lookUpMutants } from './look-up.ts';
import type { Mutant } from './mutant.ts';
import { orderingMutants } from './ordering.ts';

export const mutants: readonly Mutant[] = [...attemptMutants, ...lookUpMutants, ...orderingMutants];
