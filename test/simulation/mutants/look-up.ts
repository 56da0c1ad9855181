import { automatic, inFile, type Mutant, pu, tucker, wps } from './mutant.ts';

const rules = inFile('shared/domain/purchase-order/look-up.ts');
const twoSigns = inFile('shared/distributors/two-signs.ts');
const asking = inFile('shared/ordering/find.ts');

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

const gateway = (slug: 'wps' | 'automatic'): string => `one order at ${slug}, behind a gateway`;
const gateways = ['timeout-after', 'unrouted'] as const;

/** What a look-up proves, and how it is made. */
export const lookUpMutants: readonly Mutant[] = [
  rules(
    'absence before it has settled proves something',
    'if (look.begunAt < settleAt) {',
    'if (look.begunAt < 0) {',
    1,
  ),
  using(
    rules(
      'one absence is enough',
      'if (po.absentAt === null) {',
      'if (po.absentAt === null && look.begunAt < settleAt) {',
      2,
    ),
    'timeout-after',
    'lagging',
  ),
  using(
    inFile('shared/domain/time-limits.ts')('two looks may follow at once', 'lookUpGap: 300,', 'lookUpGap: 0,', 3),
    'timeout-after',
    'lagging',
    'message delivered twice at once',
  ),
  using(
    rules('it is sent again and again', 'look.resend && po.sends < 2', 'look.resend', 2),
    'timeout-before',
    'timeout-after',
  ),
  rules('it is sent again whatever the distributor', 'look.resend && po.sends < 2', 'po.sends < 2', 1, pu),
  rules(
    'what was found is not believed',
    "case 'accepted':\n      return withDerived(accept(",
    "case 'accepted':\n      return again(po, now, 60) ?? withDerived(accept(",
    1,
  ),
  rules(
    'sent again, it counts as never sent',
    "state: 'claimed', notBefore: instant(now) }",
    "state: 'claimed', sends: 0, notBefore: instant(now) }",
    2,
    tucker,
    wps,
  ),
  using(
    rules(
      'a second absence is a refusal',
      "giveUp(po, now, 'other', 'Looked up twice after it had settled, and not found.')",
      "giveUp({ ...po, sends: 0 }, now, 'other', '')",
      3,
      pu,
    ),
    'timeout-after',
    'lagging',
  ),
  asking('every distributor allows a second request', 'resend: profile.resend }', 'resend: true }', 1, pu),
  using(
    asking(
      'a rate limit of a look-up pauses nobody',
      "if (answer.verdict === 'not-taken' && answer.reason === 'rate-limited') {",
      "if (answer.verdict === 'not-taken' && answer.reason === 'unreachable') {",
      3,
      'orders of one account at wps',
    ),
    'timeout-before',
    'rate-limited',
  ),
  using(
    asking(
      'credentials refused at a look-up stop nobody',
      "if (answer.verdict === 'credentials-refused') {",
      "if (answer.verdict === 'not-taken') {",
      2,
      wps,
      automatic,
    ),
    'timeout-before',
    'bad-credentials',
  ),
  using(
    asking(
      'a look-up counts as begun when it ends',
      'const look = { begunAt, token',
      'const look = { begunAt: ports.clock.now() + 600_000, token',
      3,
    ),
    'timeout-after',
    'lagging',
    'message delivered twice at once',
  ),
  ...(['wps', 'automatic'] as const).flatMap((slug) => [
    using(
      twoSigns(
        `at ${slug} a bare 404 is believed`,
        'if (signs.isNone(reply)) return foundInList(signs, wanted, now, isAnothers);',
        "if (signs.isNone(reply)) return { verdict: 'absent' };",
        2,
        gateway(slug),
      ),
      ...gateways,
    ),
    using(
      twoSigns(
        `at ${slug} a list that was cut is believed`,
        'const isComplete = unanswered.length + unreadable.length === 0;',
        'const isComplete = unanswered.length + unreadable.length >= 0;',
        2,
        `one order at ${slug}, whose list is cut`,
      ),
      ...gateways,
    ),
    using(
      inFile('shared/distributors/holding.ts')(
        `at ${slug} a list that names no order is believed`,
        'mayStand: found.some((order) => poNumberOf(order) === null) || !left.every(isMeant) }',
        'mayStand: !left.every(isMeant) && left.length > 9 }',
        2,
        `one order at ${slug}, whose list names no order`,
      ),
      ...gateways,
    ),
  ]),
  using(
    inFile('shared/domain/purchase-order/attempt.ts')(
      'what was refused is never looked up again',
      'const recheckAt = canAsk && before !== true ? (po.call?.settleAt ?? null) : null',
      'const recheckAt = canAsk && before !== true && now < 0 ? (po.call?.settleAt ?? null) : null',
      1,
      'one order at wps, until it is settled',
    ),
    'received-twice-refused',
  ),
  using(
    inFile('shared/ordering/recheck.ts')(
      'what was refused a minute ago is sent again unseen',
      'po.sends === 0 ? (po.lookFirst ?? []) : []',
      'po.sends < 0 ? (po.lookFirst ?? []) : []',
      1,
      'submitted once more at parts-unlimited',
    ),
    'received-twice-refused',
  ),
  using(
    inFile('shared/distributors/wps/refusals.ts')(
      'a cart is used again while a line may be on its way to it',
      "notTaken('unavailable', profile.settleSeconds)",
      "notTaken('unavailable')",
      2,
      'one order at wps',
    ),
    'late',
    'slow',
  ),
  using(
    inFile('shared/ordering/advance.ts')(
      'what stands in the way of the last look stands in the way of giving up',
      'await lastLook(ports, po, time);',
      'await find(ports, po, time);',
      2,
      'one order at wps, while a port is down',
    ),
    'timeout-after',
    'vault down for ever',
  ),
  using(
    inFile('shared/domain/purchase-order/look-up.ts')(
      'a number that was refused is looked up once only',
      'return po.absentAt === null\n        ? withDerived({ ...po, absentAt',
      'return po.absentAt !== null\n        ? withDerived({ ...po, absentAt',
      2,
      'one order at wps, until it is settled',
    ),
    'received-twice-refused',
    'lagging',
  ),
  using(
    inFile('shared/domain/purchase-order/look-up.ts')(
      'a refused number that nobody could be asked about is forgotten',
      "return raise({ ...po, recheckAt: null }, now, 'cannot-be-decided', whatToDo);",
      'return withDerived({ ...po, recheckAt: null, beside: whatToDo === "" ? [] : (po.beside ?? []) }, now);',
      2,
      'one order at wps, until it is settled',
    ),
    'received-twice-refused',
    'bad-credentials',
  ),
];
