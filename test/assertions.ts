import { profiles } from '../shared/distributors/profiles.ts';
import type { Key } from '../shared/domain/ports/table.ts';
import type { DistributorSlug } from '../shared/domain/vocabulary.ts';

/** Where an assertion of the service does not hold, a test ends there. */
export const throwing = (assertion: string, { pk, sk }: Key): never => {
  throw new Error(`Assertion failed: ${assertion}. (${pk} ${sk})`);
};

export const looksUpByResend = (distributor: DistributorSlug): boolean =>
  profiles[distributor].profile.lookUp === 'by-resend';
