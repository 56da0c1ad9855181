import { inFile, type Mutant } from './mutant.ts';

const two = 'two parcels of wps';
const stopped = 'a stopped account of wps';
const sixWeeks = 'six weeks without a parcel of automatic; what expires is deleted at-once';
const lastDay = 'the last day of six weeks at automatic, beside a young order';
const during = 'an order placed during a sweep by wps';
const beside = 'orders placed just before and after a sweep by wps';
const unread = 'six orders of automatic, one of which cannot be read';
const test = 'a parcel of a test order of automatic';
const sweep = inFile('shared/tracking/sweep.ts');
const settle = inFile('shared/tracking/write-schedule.ts');
const schedule = inFile('shared/tracking/schedule.ts');
const watches = inFile('shared/tracking/watches.ts');
const pacer = inFile('shared/tracking/pacer.ts');
const verified = inFile('shared/tracking/recheck-stopped.ts');
const cadence = inFile('shared/domain/account/cadence.ts');
const accountRules = inFile('shared/domain/account/account-rules.ts');

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

/** The sweep over an account: whom it asks about, and when again. */
export const trackingMutants: readonly Mutant[] = [
  using(
    sweep(
      'a rate limit of a sweep pauses nobody',
      "if (limit?.reason === 'rate-limited') await",
      "if (limit?.reason === 'unreachable') await",
      1,
      beside,
    ),
    'rate-limited',
  ),
  sweep(
    'credentials that a sweep saw refused stop nobody',
    '    await stopAccount(ports, account, opened.credentialVersion, answer.message);\n',
    '',
    0,
    stopped,
  ),
  sweep(
    'a stopped account is asked for its parcels',
    'if (opened.usable && opened.stop !== null && !(await recheckStopped(ports, account, opened))) return;',
    'if (opened.usable && opened.stop !== null) await recheckStopped(ports, account, opened);',
    0,
    stopped,
  ),
  sweep(
    'test orders are looked for at the live host',
    'await openAccount(ports, account, end',
    "await openAccount(ports, { ...account, mode: 'live' }, end",
    0,
    test,
  ),
  using(
    accountRules(
      'an account is swept by two at once',
      'sweepingUntil !== null && milliseconds(sweepingUntil) > now',
      'sweepingUntil === String(now)',
      2,
      two,
    ),
    'message delivered twice at once',
    'overtaken',
  ),
  using(
    accountRules(
      'who died at a sweep holds the account for a day',
      'sweepingUntil: instant(until) }',
      'sweepingUntil: instant(until + 24 * 3600_000) }',
      1,
      two,
    ),
    'crash-after',
  ),
  using(
    settle(
      'an order that was accepted during a sweep is forgotten',
      'if (!opened) return decided;',
      'if (opened || !opened) return decided;',
      1,
      during,
    ),
    'frozen',
  ),
  using(
    settle(
      'an order that was accepted during a sweep is older than it is',
      'youngestWatch: account.youngestWatch }',
      'youngestWatch: decided.youngestWatch }',
      1,
      during,
    ),
    'frozen',
  ),
  watches(
    'nobody is looked at in his last hour',
    '[...ending.filter((watch) => isInLastHour(watch, at)), ',
    '[',
    0,
    lastDay,
  ),
  cadence(
    'no last look is due',
    'return instant(Math.max(now, Math.min(regular, ...extra)));',
    'return instant(Math.max(now, regular));',
    0,
    lastDay,
    sixWeeks,
  ),
  cadence(
    'an old order is looked at every other day',
    '{ youngerThan: watchTime, every: day }',
    '{ youngerThan: watchTime, every: 2 * day }',
    0,
    sixWeeks,
  ),
  cadence(
    'a young order is looked at every four hours',
    '{ youngerThan: 3 * day + hour, every: hour }',
    '{ youngerThan: 3 * day + hour, every: 4 * hour }',
    0,
    two,
  ),
  cadence(
    'with the last young order the old ones are forgotten',
    '  return instant(now - (bands[first]?.youngerThan ?? watchTime));\n',
    '  return null;\n',
    0,
    beside,
  ),
  using(
    schedule(
      'a failed sweep is tried again after six hours',
      '5 * minute * 2 ** account.failures',
      '6 * 60 * minute',
      1,
      two,
    ),
    'rate-limited',
  ),
  schedule(
    'every look at a stopped account puts off the daily question',
    'return first > now ? dueAgain(account, instant(first)) : retryTomorrow(account, now);',
    'return first > 0 ? retryTomorrow(account, now) : account;',
    1,
    'tracking of wps that was resumed by somebody who died',
  ),
  schedule(
    'a stopped account is never looked at again',
    'return first > now ? dueAgain(account, instant(first)) : retryTomorrow(account, now);',
    'return first > 0 ? withoutSweep(account) : retryTomorrow(account, now);',
    0,
    stopped,
  ),
  schedule(
    'a stopped account is verified at every turn',
    'now >= milliseconds(account.stopped.at) + day',
    'now >= milliseconds(account.stopped.at)',
    0,
    stopped,
  ),
  pacer('a sweep waits for no token', 'if (taken.granted) {', 'if (taken.granted || left.at) {', 0, unread),
  verified(
    'the store is not told of a stop',
    '  await oweEvent(ports, {',
    '  if (storeId === null) await oweEvent(ports, {',
    0,
    stopped,
  ),
  using(
    verified('any answer ends a stop', "  if (answer.verdict !== 'ok') return false;\n", '', 1, stopped),
    'bad-credentials',
  ),
  inFile('shared/tracking/sweep.ts')(
    'a sweep that began in time asks on after the six weeks',
    'askUntil = asked.reduce((first, watch) => Math.min(first, endOfWatch(watch)), askUntil);',
    'askUntil = asked.reduce((first, watch) => Math.max(first, endOfWatch(watch)), askUntil);',
    0,
    'six weeks that end during a sweep by wps',
  ),
  using(
    inFile('shared/ordering/drain-outbox.ts')(
      'a watch is opened whatever became of its order',
      '    { put: touched, was: po.rev },\n',
      '',
      2,
      'tracking of wps that is stopped while it is resumed',
    ),
    'frozen',
    'crash-after',
  ),
  inFile('shared/distributors/sweep.ts')(
    'an order is listed by the day of its submission, whenever it was accepted',
    'order.acceptedAt ? dayOf(milliseconds(order.acceptedAt)) : 0',
    'order.acceptedAt ? 0 : 0',
    0,
    'an order of parts-unlimited that a person placed by telephone on the fifth day',
  ),
  {
    ...inFile('shared/tracking/watches.ts')(
      'all bands of watches are read with lag',
      'mayLag: band > 0',
      'mayLag: band >= 0',
      1,
      'an order placed a second before a sweep by wps',
    ),
    using: ['stale'],
  },
];
