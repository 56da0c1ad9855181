import { inFile, type Mutant } from './mutant.ts';

const using = (mutant: Mutant, ...faults: readonly string[]): Mutant => ({ ...mutant, using: faults });

const entered = 'an order of wps of which a person enters all pieces too early';
const down = "an order of wps that is cancelled while its store's webhook is down for five days";
const event = inFile('shared/notices/send-event.ts');
const shipments = inFile('shared/domain/purchase-order/shipments.ts');
const outcome = inFile('shared/domain/purchase-order/outcome.ts');

/** Clauses of the field's cases that no other sabotage stands for, and guards that were drawn before anybody looked at what the searches see. */
export const clauseMutants: readonly Mutant[] = [
  using(
    inFile('shared/distributors/wps/refusals.ts')(
      '“cart not found” to the order itself is a no',
      "const isNo = words !== '' && (noAtOrder.has(status) || (resend && isNoByStatus(status)));",
      "const isNo = words === '';\n  if (isNoByStatus(status)) return { verdict: 'refused', code: 'other', message: redact(words) };",
      1,
      'one order at wps, until it is settled',
    ),
    'received-twice',
  ),
  using(
    inFile('shared/distributors/wps/place.ts')(
      'an order is not read back after the yes',
      "verdict.verdict === 'accepted' ? confirmed(account, wanted, verdict, redact) : tidy(account, wanted, verdict)",
      "verdict.verdict === 'accepted' && resend ? confirmed(account, wanted, verdict, redact) : tidy(account, wanted, verdict)",
      1,
      'one order at wps, whose lines are delivered twice',
    ),
    'slow',
  ),
  inFile('shared/distributors/wps/cart.ts')(
    'a cart of somebody else is emptied',
    'if (!isLeftover(cart, wanted)) return anothersCart;\n',
    'if (!isLeftover(cart, wanted) && wanted.quantity < 0) return anothersCart;\n',
    0,
    "one order at wps, where somebody else's cart has its number",
  ),
  event(
    'after a webhook is gone nobody hears any more that a person is needed',
    "if (turn.turn === 'disabled') return withoutWebhook(notice, 'gone');",
    "if (turn.turn === 'disabled') return end('gone');",
    0,
    "an order of wps that is cancelled, and its store's webhook is gone",
  ),
  event(
    'what a webhook refused for three days is over',
    "if (next === null || isOver(notice, now)) return withoutWebhook(notice, 'given-up');",
    "if (next === null || isOver(notice, now)) return end('given-up');",
    0,
    down,
  ),
  inFile('shared/notices/owe.ts')(
    'what is sent anew is given up when it was the first time',
    '  byMail: false,\n  giveUpAt: null,\n});\n\nexport type CustomerMail',
    '  byMail: false,\n});\n\nexport type CustomerMail',
    0,
    down,
  ),
  outcome(
    'a refused order that the distributor holds never stands',
    "if (outcome === 'accepted' && po.state !== 'accepted') {",
    "if (outcome === 'accepted' && po.state === 'needs-person') {",
    0,
    'an order of parts-unlimited found just after a person said that it was not placed',
  ),
  outcome(
    'what a person has decided asks on',
    "    tracking: 'open',\n    attention: null,",
    "    tracking: 'open',\n    attention: po.attention,",
    0,
    'a person says of a doubtful order of parts-unlimited accepted, and it was placed',
  ),
  shipments(
    'what a person entered becomes the distributor’s when it tells of it',
    "...(shipment.source === 'person' ? { confirmed: true } : {}),",
    "...(shipment.source === 'person' ? { source: 'distributor' as const } : {}),",
    0,
    entered,
  ),
  shipments(
    'what a person entered ends the watch',
    'piecesIn(counted) >= row.quantity',
    'piecesIn(shipments) >= row.quantity',
    0,
    entered,
  ),
  inFile('shared/tracking/record.ts')(
    'that no parcel is left is nothing new',
    'watch.seen === null && nothing(order)',
    'nothing(order)',
    0,
    'the only parcel of wps, which vanishes',
  ),
  inFile('shared/tracking/watches.ts')(
    'one watch that cannot be read stops its account',
    'yield* readable(page.rows, WatchRow, log);',
    "yield* readable(page.rows, WatchRow, { error: () => { throw new Error('It cannot be read.'); } });",
    0,
    "four orders of wps, of which one's watch cannot be read",
  ),
  using(
    inFile('shared/accounts/verify.ts')(
      'a limit that a verify was told of pauses nobody',
      '      await pauseAccount(ports, account, verdict.retryAfterSeconds);\n',
      '',
      1,
      'an order of wps a moment after its credentials were verified',
    ),
    'rate-limited',
  ),
  inFile('shared/accounts/open.ts')(
    'a stop of old credentials stops the new',
    'schedule?.stopped?.credentialVersion === set.version',
    'schedule?.stopped != null',
    0,
    'credentials of wps that are replaced while a sweep learns that the old ones are no good',
  ),
  inFile('shared/domain/order/retention.ts')(
    'a customer is erased while a parcel is waited for',
    'if (purchaseOrders.some(isOpen)) return',
    'if (purchaseOrders.length === 0) return',
    0,
    'a customer of wps whose data is kept for thirty days',
  ),
  inFile('shared/orders/erase-due.ts')(
    'what is kept for some days is kept for ever',
    'if (dueAt <= instant(now)) {',
    "if (dueAt <= '') {",
    0,
    'a customer of wps whose data is kept for thirty days',
  ),
  inFile('shared/domain/rows/amend.ts')(
    'what is moved out of a full row is lost',
    '...beside.map((put) => ({ put, was: null }))];',
    '...beside.slice(1).map((put) => ({ put, was: null }))];',
    0,
    'an order of wps whose row holds as many steps as it may, and 4 more',
  ),
];
