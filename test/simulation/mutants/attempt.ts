import { automatic, inFile, type Mutant, pu, tucker, wps } from './mutant.ts';

const attempt = inFile('shared/domain/purchase-order/attempt.ts');
const outcome = inFile('shared/domain/purchase-order/outcome.ts');
const due = inFile('shared/domain/purchase-order/due.ts');

/** The transitions of an attempt, how it ends, and when it is due. */
export const attemptMutants: readonly Mutant[] = [
  {
    ...attempt('anybody may begin, begun or not', "  if (nextStep(po, now) !== 'begin') return null;\n", '', 2),
    using: ['message delivered twice at once', 'overtaken'],
  },
  attempt(
    'a call has settled at once',
    'settleAt: addSeconds(Math.max(now, endsAt), certain) }',
    'settleAt: addSeconds(now, 0) }',
    1,
  ),
  attempt(
    'a call settles after four minutes',
    'settleAt: addSeconds(Math.max(now, endsAt), certain) }',
    'settleAt: addSeconds(now, settleSeconds / 2 - 60) }',
    2,
  ),
  attempt('requests are not counted', 'sends: po.sends + 1,', 'sends: po.sends,', 2, tucker, wps),
  attempt(
    'no answer is taken for a no',
    "return po.state === 'calling' ? inDoubt(po, now, now + seconds.soon * 1000, answer.words) : null;",
    "return refuse(po, now, 'other', answer.reason);",
    1,
  ),
  attempt(
    'no answer is taken for not taken',
    "return po.state === 'calling' ? inDoubt(po, now, now + seconds.soon * 1000, answer.words) : null;",
    "return { ...po, state: 'claimed', notBefore: addSeconds(now, seconds.soon) };",
    1,
  ),
  attempt(
    'a vanished caller is taken for one that never called',
    "    state: 'in-doubt',\n      doubtSince",
    "    state: 'claimed',\n      doubtSince",
    1,
  ),
  {
    ...due('what was not taken counts as sent', 'sends: po.sends - 1,', 'sends: po.sends,', 2, tucker, wps, automatic),
    using: ['rate-limited', 'out-of-stock', 'refused-connection', 'reject-payment'],
  },
  {
    ...attempt(
      'a rate limit is believed, and the order sent again unasked',
      "reason === 'rate-limited' && before !== true && canAsk",
      "reason === 'rate-limited' && before === true && !canAsk",
      1,
      wps,
      automatic,
      pu,
    ),
    using: ['received-then-limited'],
  },
  {
    ...attempt(
      'refused credentials are no echo of a copy',
      'canAsk && before !== true ?',
      "canAsk && before !== true && code !== 'bad-credentials' ?",
      1,
      'submitted once more at automatic',
      'submitted once more at parts-unlimited',
    ),
    using: ['received-then-unauthorized'],
  },
  attempt(
    'a duplicate is a refusal',
    '? duplicate(po, now, canAsk)',
    '? refuse(po, now, answer.code, answer.message)',
    1,
    tucker,
  ),
  attempt(
    'every refusal of a second request is believed',
    'po.sends <= 1 || (po.absentAt !== null && isOfThisRequest[code])',
    'true',
    2,
    tucker,
  ),
  {
    ...attempt(
      'a refusal proves absence where nothing was looked up',
      '(po.absentAt !== null && isOfThisRequest[code])',
      'isOfThisRequest[code]',
      2,
      tucker,
    ),
    using: ['timeout-after', 'reject-part'],
  },
  {
    ...outcome(
      'giving up is a refusal, sent or not',
      'po.sends === 0\n      ? refuse',
      'po.sends >= 0\n      ? refuse',
      2,
      tucker,
      pu,
    ),
    using: ['timeout-after', 'the webstore cancels the order'],
  },
  outcome('giving up asks a person, sent or not', 'po.sends === 0\n      ? refuse', 'po.sends < 0\n      ? refuse', 2),
  due(
    'what is claimed is owed to nobody',
    "if (po.state === 'claimed') return earlier(",
    "if (po.state === 'claimed') return true ? undefined : earlier(",
    1,
  ),
  {
    ...due(
      'a call that was begun is owed to nobody',
      "if (po.state === 'calling') return po.call === null ? instant(now) : callerGoneAt(po.call.begunAt);",
      "if (po.state === 'calling') return undefined;",
      2,
    ),
    using: ['frozen', 'crash-after'],
  },
  due(
    'a doubt is owed to nobody',
    "if (po.state === 'in-doubt') return earlier(po.notBefore ?? instant(now), givenUpAt(po));",
    "if (po.state === 'in-doubt') return undefined;",
    1,
  ),
  due(
    'what is owed is owed to nobody',
    'if (po.owed.length > 0) return addSeconds(now, seconds.lease);',
    '',
    1,
    'an order of wps that people see to',
  ),
  due('nobody stops the tracking of an accepted order', 'return quietAt(po) ?? po.trackUntil;', 'return undefined;', 0),
  outcome('an accepted order is not watched', ", { kind: 'watch' }),", '),', 0),
  outcome(
    'the store is not told of an acceptance',
    "{ kind: 'watch' }), now, 'purchase_order.accepted');",
    "{ kind: 'watch' }), now, 'purchase_order.shipped');",
    0,
  ),
  outcome(
    'tracking ends after five weeks',
    'trackUntil: addSeconds(now, seconds.watch),',
    'trackUntil: addSeconds(now, (seconds.watch * 5) / 6),',
    0,
  ),
  outcome(
    'a person is asked without being told what to do',
    'whatToDo },\n    notBefore: null,',
    "whatToDo: '' },\n    notBefore: null,",
    1,
    pu,
    tucker,
  ),
  due(
    'a vanished caller is never doubted',
    "reached(callerGoneAt(po.call.begunAt), now) ? 'doubt' : 'nothing'",
    "reached(callerGoneAt(po.call.begunAt), now) ? 'nothing' : 'nothing'",
    1,
  ),
  {
    ...due(
      'nobody gives up after a day',
      "if (reached(givenUpAt(po), now)) return 'give-up';\n    return reached(po.notBefore, now) ? 'look-up'",
      "return reached(po.notBefore, now) ? 'look-up'",
      2,
      'one order at wps, which goes down',
    ),
    using: ['timeout-after', 'the distributor is down for thirty hours'],
  },
  {
    ...inFile('shared/domain/purchase-order/attempt.ts')(
      'clocks are taken to agree',
      'const certain = settleSeconds + 2 * seconds.clockBound;',
      'const certain = settleSeconds;',
      3,
      'one order at wps, until it is settled',
    ),
    using: ['very-late', 'clock five minutes behind', 'all clocks five minutes ahead from now on'],
  },
];
