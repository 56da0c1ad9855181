import { inFile, type Mutant, pu, tucker, wps } from './mutant.ts';

const two = 'two submits of one item at wps';
const pair = 'orders of one account at wps';
const crowd = 'fourteen orders at once at wps';

const claim = inFile('shared/ordering/claim.ts');
const place = inFile('shared/ordering/place.ts');
const pay = inFile('shared/ordering/drain-outbox.ts');
const poll = inFile('shared/ordering/poll.ts');
const advance = inFile('shared/ordering/advance.ts');
const account = inFile('shared/accounts/schedule.ts');
const accountRules = inFile('shared/domain/account/account-rules.ts');
const amend = inFile('shared/domain/rows/amend.ts');

/** Claim, begin, call, settle, pay; the poller; the account that all share. */
export const orderingMutants: readonly Mutant[] = [
  claim(
    'a number is not reserved at the whole account',
    '    ...reserved(settings?.[mode]?.fingerprint, row),\n',
    '    ...reserved(mode, row).slice(1),\n',
    0,
    'two stores with one account at wps',
  ),
  claim('the item is not locked', '    { put: locked, was: order.rev },\n', '', 0),
  claim(
    'the item is locked whatever stands there',
    "if (result === 'done') return { kind: 'claimed', row };",
    "return { kind: 'claimed', row };",
    2,
    two,
  ),
  claim(
    'somebody else’s claim is ours',
    'return standing?.rev === row.rev ?',
    'return standing !== undefined ?',
    2,
    two,
  ),
  {
    ...place(
      'who lost calls too',
      'if (!begun.written || begun.row === undefined) return;',
      'if (begun.row === undefined) return;',
      2,
    ),
    using: ['message delivered twice at once', 'overtaken'],
  },
  place(
    'it calls before it has begun',
    'const begun = await amend(',
    'await ports.distributors[po.distributor].submit(opened.account, { ...po, shipTo }, { resend: false });\n  const begun = await amend(',
    1,
  ),
  place(
    'the answer is not written down',
    "  await written(ports, po, (row, now) => settle(row, now, token, answer, lookUp !== 'by-resend'), begun.row);\n",
    '',
    0,
    tucker,
    wps,
  ),
  place(
    'the order’s status is not looked at again',
    "if (order?.status !== 'New') return never",
    'if (order === undefined) return never',
    1,
  ),
  place('an item that was taken out is sent', 'if (item === undefined || item.removed)', 'if (item === undefined)', 1),
  place(
    'the mode is not looked at again',
    'if (modeOf(opened.settings ?? null) !== po.mode) {',
    'if (po.shipTo === null) {',
    1,
    pu,
  ),
  place('a stop is not obeyed', "if (opened.stop !== null) return never('bad-credentials', opened.stop);", '', 1, pair),
  {
    ...place(
      'it is sent once more with other credentials',
      'if (po.sends > 0 && po.call?.credentialVersion !== opened.credentialVersion) {',
      "if (po.sends > 0 && po.call?.credentialVersion === '') {",
      2,
      tucker,
    ),
    using: ['timeout-after', 'the administrator changes the credentials'],
  },
  place('a rate limit pauses nobody', '    await pauseAccount(ports, po, aside.retryAfterSeconds);\n', '', 1, pair),
  place(
    'refused credentials stop nobody',
    '    await stopAccount(ports, po, credentialVersion, answer.message);\n',
    '',
    1,
    pair,
  ),
  place(
    'without a token it is sent all the same',
    'if (!reservation.granted) return postponed(ports, po, reservation.at);',
    '',
    0,
    crowd,
  ),
  pay('nothing is paid', '  for (const owed of po.owed) await payOne(ports, po, owed);\n', '', 0),
  pay(
    'it is crossed out before it is paid',
    '  for (const owed of po.owed) await payOne(ports, po, owed);\n',
    '  await transition(ports, po, (row, now) => withDerived({ ...row, owed: [] }, now));\n  for (const owed of po.owed) await payOne(ports, po, owed);\n',
    1,
  ),
  pay(
    'the account is not due',
    'return watchOpened(current ?? newAccount(po, now), now);',
    'return current ?? newAccount(po, now);',
    0,
  ),
  poll('it remembers for ever', 'if (at <= now - seconds.lease * 1000) nudged', 'if (at < 0) nudged', 1),
  poll('it overlooks the first queue', 'lanes.map(look)', 'lanes.slice(1).map(look)', 1, pu),
  poll('it remembers and sends nothing', 'queue,\n      rows.map(', 'queue,\n      rows.slice(1).map(', 1),
  advance('nothing that is owed is paid', '  await drainOutbox(ports, after);\n', '', 0),
  advance(
    'a vanished caller is left alone',
    "case 'doubt':\n      return transition(ports, po, markInDoubt);",
    "case 'doubt':\n      return;",
    1,
  ),
  advance(
    'a doubt is never looked into',
    "case 'look-up':\n      return find(ports, po, time);",
    "case 'look-up':\n      return;",
    1,
  ),
  account(
    'the bucket is never full enough to refuse',
    'refusal = reservation.granted ? undefined : reservation;',
    'refusal = undefined;',
    0,
    crowd,
  ),
  accountRules('a token costs nothing', 'tokens: tokens - 1,', 'tokens,', 0, crowd),
  accountRules('the bucket holds fifty', 'burst: 5 }', 'burst: 50 }', 0, crowd),
  accountRules(
    'a pause is not obeyed',
    ' && milliseconds(account.pausedUntil) > now;',
    " && account.mode === 'test' && now < 0;",
    1,
    pair,
  ),
  accountRules('a pause is a second', 'most: 6 * 3600 }', 'most: 1 }', 1, pair),
  accountRules(
    'a watch makes nobody due',
    '  ...sweepDue(account, earlier(account.dueAt, instant(now + hour))),\n',
    '',
    0,
  ),
  {
    ...amend(
      'what another wrote is written over',
      'was: current?.rev ?? null }',
      'was: (await load(table, key, schema))?.rev ?? null }',
      2,
    ),
    using: ['message delivered twice at once', 'overtaken'],
  },
  {
    ...amend(
      'a write that was refused is taken for done',
      "=== 'done') return { written: true, row };",
      '!== undefined) return { written: true, row };',
      2,
    ),
    using: ['message delivered twice at once', 'overtaken', 'conflict'],
  },
  amend(
    'its own write is not recognised',
    '    if (current !== undefined && ours.has(current.rev)) return { written: true, row: current };\n',
    '',
    1,
    pu,
    tucker,
    wps,
  ),
  inFile('shared/ordering/advance.ts')(
    'of a row that cannot be read nobody hears',
    'isOverdue(found, clock.now()) ?',
    'isOverdue(found, 0) ?',
    0,
    'an order in doubt at wps whose row cannot be read',
  ),
];
