import { inFile, type Mutant } from './mutant.ts';

const older = 'an older version has written every row';
const newer = 'a newer version has written every row';
const besideNewer = (scenario: string): string => `${scenario}, beside a newer version`;
const settled = besideNewer('one order at wps, until it is settled');

const using = (mutant: Mutant): Mutant => ({ ...mutant, using: [newer] });

/** While an older and a newer version run side by side. */
export const deployMutants: readonly Mutant[] = [
  using(
    inFile('shared/domain/ports/table.ts')(
      'what a newer version wrote into a row is lost',
      '= openObject;',
      '= v.object;',
      1,
      settled,
    ),
  ),
  ...(
    [
      [
        'notices/notice.ts',
        'sentAt: v.optional(v.array(Instant), []),',
        'sentAt: v.array(Instant),',
        'two parcels of wps',
      ],
      ['notices/notice.ts', 'byMail: v.optional(v.boolean(), false),', 'byMail: v.boolean(),', 'one order at wps'],
      [
        'domain/account/account.ts',
        'acceptedAt: v.optional(v.nullable(Instant)),',
        'acceptedAt: v.nullable(Instant),',
        'two parcels of wps',
      ],
    ] as const
  ).map(([file, find, replace, scenario]) => ({
    ...inFile(`shared/${file}`)(
      `${replace.split(':')[0]} is asked of rows that an older version wrote`,
      find,
      replace,
      1,
      `${scenario}, after an older version`,
    ),
    using: [older],
  })),
  using(
    inFile('shared/ordering/choice.ts')(
      'a distributor that only a newer version knows stands in the way of the others',
      '[v.parse(Placed, row).sk, row]',
      '[v.parse(Placed, row).sk, v.parse(DistributorSettingsRow, row)]',
      1,
      settled,
    ),
  ),
];
