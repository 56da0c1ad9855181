import { inFile, type Mutant } from './mutant.ts';

const limited = 'a store at wps that may order twice a day, and mail once';
const resigned = 'a store at wps whose signing secret is replaced';
const counts = inFile('shared/domain/account/day-count.ts');
const event = inFile('shared/notices/send-event.ts');

/** Guards of what a store may, and of how it knows us. */
export const storeMutants: readonly Mutant[] = [
  counts('a store may order once more a day', 'counted[what] >= limit', 'counted[what] > limit', 0, limited),
  counts('a store may mail once more a day', 'counted.mails >= limit', 'counted.mails > limit', 0, limited),
  event(
    'a secret that was replaced signs for ever',
    'retiresAt === null || retiresAt > now',
    "retiresAt === null || retiresAt > ''",
    0,
    resigned,
  ),
  event(
    'a secret that was replaced signs no more',
    'retiresAt === null || retiresAt > now',
    'retiresAt === null',
    0,
    resigned,
  ),
];
