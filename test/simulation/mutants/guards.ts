import { inFile, type Mutant } from './mutant.ts';

const settled = 'one order at wps, until it is settled';
const numbers = 'numbers of wps that a person and the distributor tell';
const list = inFile('shared/distributors/whole-list.ts');
const mail = inFile('shared/notices/send-customer-mail.ts');
const shipments = inFile('shared/domain/purchase-order/shipments.ts');

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

/** Most were drawn before anybody looked at what the searches see: of the first fifteen three were caught. */
export const guardMutants: readonly Mutant[] = [
  using(
    inFile('shared/domain/purchase-order/look-up.ts')(
      'after a rate limit an absence at another account counts',
      'po.call?.rateLimited === true && isSameAccount',
      'po.call?.rateLimited === true',
      2,
      settled,
    ),
    'received-then-limited',
    'the administrator changes the credentials',
  ),
  using(
    inFile('shared/distributors/wps/place.ts')(
      'a limit of the order itself counts as one before it',
      ': tidy(account, wanted, verdict);\n};',
      ": tidy(account, wanted, verdict.verdict === 'not-taken' ? { ...verdict, before: true } : verdict);\n};",
      1,
      settled,
    ),
    'received-then-limited',
  ),
  using(
    inFile('shared/domain/purchase-order/look-up.ts')(
      'of a refused number an absence at another account counts',
      '        return isBelieved(po) ? withDerived(done, now) : notSeenElsewhere(po, now);\n',
      '        return withDerived(done, now);\n',
      1,
      'submitted once more at automatic, with another account',
    ),
    'received-twice-refused',
  ),
  using(
    inFile('shared/ordering/recheck.ts')(
      'what nobody could ask about is sent again all the same',
      'if (waits.length > 0) return wait(',
      'if (waits.length > 9) return wait(',
      2,
      'submitted once more at wps',
    ),
    'received-twice-refused',
    'garbage',
  ),
  using(
    list(
      'a list that counts more than it shows is believed',
      '    (total.test(name) && numberIn(value) > read.things) ||\n',
      '',
      2,
      'one order at wps, whose list counts more than it shows',
    ),
    'timeout-after',
    'unrouted',
  ),
  using(
    list(
      'a list that says that it failed is believed',
      '  (well.test(name) && isNo(value)) ||\n',
      '',
      2,
      'one order at wps, whose list says that it failed',
    ),
    'timeout-after',
    'unrouted',
  ),
  inFile('shared/domain/purchase-order/outcome.ts')(
    'a customer is erased, and what may have been placed is a refusal',
    "  if (po.absentAt === null) return giveUp(po, now, 'other', reason);\n",
    '',
    0,
    'a customer of tucker-rocky is erased in doubt, and the request had arrived',
  ),
  inFile('shared/domain/purchase-order/erased.ts')(
    'an accepted order keeps the data of an erased customer',
    "state === 'accepted' || state === 'refused'",
    "state === 'refused'",
    0,
    'every door of the API, at wps',
  ),
  mail(
    'a mail that nobody takes is tried for ever',
    "...waiting(stored, 'mail', at), tries }",
    "...waiting(stored, 'mail', at), tries: Math.min(tries, 5) }",
    0,
    'a parcel of wps, of which no mail can be sent',
  ),
  using(
    mail(
      'what is owed while a mail is sent counts as sent',
      'stored.rev === mail.rev\n',
      "stored.rev !== ''\n",
      1,
      'two numbers of wps that are entered at once',
    ),
    'frozen',
  ),
  mail(
    'a customer gets as many mails a day as there are parcels',
    'if (full !== null) return { gatherUntil: full };\n',
    '',
    0,
    'eight parcels of one order at wps',
  ),
  shipments(
    'a number that a person corrected comes back',
    '  if (shipment.replaced === true) return shipment;\n',
    '',
    0,
    numbers,
  ),
  shipments(
    'a person takes back what the distributor tells',
    'goneAt: confirmed ? null : instant(now) }',
    'goneAt: instant(now) }',
    0,
    numbers,
  ),
];
