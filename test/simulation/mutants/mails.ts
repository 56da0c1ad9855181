import { inFile, type Mutant } from './mutant.ts';

const [back, unwanted] = ['a mail of wps that comes back', 'a mail of wps that is not wanted'];
const record = inFile('shared/notices/record-return.ts');
const mail = inFile('shared/notices/send-customer-mail.ts');

/** Guards of mails that come back from SES. */
export const mailMutants: readonly Mutant[] = [
  record(
    'what came back counts as told',
    "how === 'bounced' ? row.mailed.filter((each) => !untold.includes(each)) : row.mailed",
    'row.mailed.slice(untold.length - untold.length)',
    0,
    back,
  ),
  record(
    'what was reported as unwanted counts as not told',
    "how === 'bounced' ? row.mailed",
    "how !== 'bounced' || told.length > 0 ? row.mailed",
    0,
    unwanted,
  ),
  {
    ...record(
      'what comes back while it is being sent is forgotten',
      "throw new Error('The mail is being sent at this moment.');",
      'return;',
      1,
      back,
    ),
    using: ['frozen'],
  },
  record(
    'a mailbox that takes no mail is mailed again',
    'forGood: returned.forGood }',
    'forGood: returned.forGood && how === "not-sent" }',
    0,
    back,
  ),
  {
    ...mail(
      'of one mailbox that takes no mail, no other is mailed',
      "if (mail.mode === 'live' && mail.failed?.forGood && mail.failed.addressMark === addressMark)",
      "if (mail.mode === 'live' && mail.failed?.forGood)",
      1,
      back,
    ),
    using: ['crash-after'],
  },
];
