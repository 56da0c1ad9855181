import { attemptMutants } from './attempt.ts';
import { calledOffMutants } from './called-off.ts';
import { clauseMutants } from './clauses.ts';
import { deployMutants } from './deploys.ts';
import { guardMutants } from './guards.ts';
import { idleMutants } from './idle.ts';
import { lookUpMutants } from './look-up.ts';
import { mailMutants } from './mails.ts';
import type { Mutant } from './mutant.ts';
import { noticeMutants } from './notices.ts';
import { orderingMutants } from './ordering.ts';
import { parcelMutants } from './parcels.ts';
import { repeatedMutants } from './repeated.ts';
import { storeMutants } from './stores.ts';
import { trackingMutants } from './tracking.ts';
import { unreadMutants } from './unread.ts';

export const mutants: readonly Mutant[] = [
  ...attemptMutants,
  ...lookUpMutants,
  ...orderingMutants,
  ...trackingMutants,
  ...parcelMutants,
  ...noticeMutants,
  ...guardMutants,
  ...deployMutants,
  ...calledOffMutants,
  ...mailMutants,
  ...unreadMutants,
  ...repeatedMutants,
  ...storeMutants,
  ...idleMutants,
  ...clauseMutants,
];
