import { distributors } from '../../../shared/distributors/all.ts';
import { milliseconds } from '../../../shared/domain/vocabulary.ts';
import { purchaseOrders } from '../invariants/remembered.ts';
import { broken, cut, methodRefused, notImplemented, unroutedPage, wordings } from '../world/distributor-answers.ts';
import { nameOfRequest, placeOf, receive, receiveLagging, receiveLate } from '../world/distributors.ts';
import type { Op, OpKind, Strike } from '../world/machine.ts';
import { lags, type SentRequest, type World } from '../world/state.ts';

/** Ways for an I/O call to go wrong. */
export type FaultName = keyof typeof strikes;

type Striking = (op: Op, world: World) => Promise<Strike> | Strike;

const answer = (value: unknown): Strike => ({ fate: 'answer', value });
const fail = (message: string): Strike => ({ fate: 'fail', message });
const die: Strike = { fate: 'die' };

/** So long a request is on its way that is late: a new try has begun by then. */
const lateness = 61_000;

/** So long a slow call takes: less than any time limit of ours. */
const slowness = 9_000;

const sentBy = (op: Op): SentRequest => {
  if (op.sent === undefined) throw new Error(`${op.name} is no request to a distributor.`);
  return op.sent;
};

/** The purchase order that a request is about; a list of days is asked for by whoever is in doubt. */
const aboutOf = (world: World, sent: SentRequest) => {
  const { url, body } = sent;
  const { slug, mode } = placeOf(sent);
  const own = purchaseOrders(world).filter((po) => po.distributor === slug && po.mode === mode);
  return (
    own.find(({ poNumber }) => `${url}${body ?? ''}`.includes(poNumber)) ??
    own.find(({ state }) => state === 'in-doubt')
  );
};

/** So long beyond the settle time a look-up may lag: the second absence is asked for after five minutes. */
const lagBeyond = 290_000;

/** So long a path is not known. */
const unroutedFor = 40 * 60_000;

/** Assumption A1: a request has shown its effect within S, or never will. It can be broken, to see that the proof sees it. */
export const assumed = { effectWithin: 600_000 };
const lastMoment = (world: World): number => world.now + assumed.effectWithin - 1;

const sendLate = (world: World, request: SentRequest, at: number): void => {
  world.late = [...world.late, { at, request }];
};

/** The request takes effect, and what comes back is a no: of what is held now the service was told that it is not. */
const takenBut = async (op: Op, world: World, no: (sent: SentRequest) => unknown): Promise<Strike> => {
  const sent = sentBy(op);
  const { slug } = placeOf(sent);
  // A4: where nothing can be looked up, what is said so was not taken.
  if (distributors[slug].profile.lookUp === 'by-resend') return answer(no(sent));
  const before = world.distributors[slug].orders;
  await op.effect(world);
  const taken = world.distributors[slug].orders.filter((order) => !before.includes(order));
  world.copiesRefused = [...world.copiesRefused, ...taken.map(({ poNumber }) => poNumber)];
  return answer(no(sent));
};

const limitedAnswer = (sent: SentRequest) => wordings[placeOf(sent).slug].limited;
const unauthorizedAnswer = (sent: SentRequest) =>
  wordings[placeOf(sent).slug].unauthorized(new URL(sent.url).searchParams.get('type') ?? '');

const refusing =
  (fault: 'reject-part' | 'reject-payment' | 'out-of-stock'): Striking =>
  async (op, world) =>
    answer(await receive(world, sentBy(op), { call: 'submit', fault, times: 1 }));

/** What each fault makes of a call. */
const strikes = {
  'crash-before': () => die,
  'crash-after': async (op, world) => {
    await op.effect(world);
    return die;
  },
  killed: async (op, world) => {
    await op.effect(world);
    return { fate: 'time-out' };
  },
  throttled: () => fail('Throttled: nothing was done.'),
  'error-after': async (op, world) => {
    await op.effect(world);
    return fail('Internal server error: it was done all the same.');
  },
  /** It shows the table as it was: an index up to ten minutes ago, a query that may lag a second or so. */
  stale: async (op, world) => {
    const since = world.now - (op.name.endsWith('that may lag') ? 2_000 : 600_000);
    const shown = world.past.findLast(({ at }) => at <= since) ?? world.past[0];
    return answer(await op.effect({ ...world, rows: shown?.rows ?? world.rows }));
  },
  slow: async (op, world) => {
    world.now += slowness;
    return answer(await op.effect(world));
  },
  /** Others who are due at this very moment go first. */
  overtaken: (_op, world) => ({ fate: 'freeze', until: world.now }),
  /** Frozen, and thawed just before its time limit. */
  frozen: () => ({ fate: 'freeze', until: Number.POSITIVE_INFINITY }),
  /** Another transaction is under way with one of the rows. */
  conflict: () => answer('conflict'),
  /** It took effect, the answer got lost, and the library's own repetition finds its condition no longer true. */
  'conflict-after': async (op, world) => {
    await op.effect(world);
    return answer('conflict');
  },
  'lost-message': () => answer(undefined),
  'sent-twice': async (op, world) => {
    await op.effect(world);
    return answer(await op.effect(world));
  },
  'refused-connection': () => answer('refused-connection'),
  'reset-before': () => answer('reset'),
  'reset-after': async (op, world) => {
    await op.effect(world);
    return answer('reset');
  },
  'timeout-before': () => ({ fate: 'hang' }),
  'timeout-after': async (op, world) => {
    await op.effect(world);
    return { fate: 'hang' };
  },
  late: (op, world) => {
    sendLate(world, sentBy(op), world.now + lateness);
    return { fate: 'hang' };
  },
  /** Received, and taken at the last moment at which it may be. */
  'very-late': async (op, world) => {
    await receiveLate(world, sentBy(op), lastMoment(world));
    return { fate: 'hang' };
  },
  'late-and-crash': async (op, world) => {
    await receiveLate(world, sentBy(op), lastMoment(world));
    return die;
  },
  /** Something on the way delivers it twice, and gives back the answer to the second. */
  'received-twice': async (op, world) => {
    await op.effect(world);
    return answer(await op.effect(world));
  },
  /** The same, and the copy finds the stock gone or the payment booked; Tucker Rocky calls it a duplicate before it looks at either. */
  'received-twice-refused': async (op, world) => {
    const { slug } = placeOf(sentBy(op));
    const before = world.distributors[slug].orders;
    const first = await op.effect(world);
    const { unpaid } = wordings[slug];
    if (unpaid === undefined) return answer(await op.effect(world));
    const taken = world.distributors[slug].orders.filter((order) => !before.includes(order));
    world.copiesRefused = [...world.copiesRefused, ...taken.map(({ poNumber }) => poNumber)];
    return answer(taken.length === 0 ? first : unpaid);
  },
  'rate-limited': (op) => answer(limitedAnswer(sentBy(op))),
  /** Something on the way counts after it has delivered, or gives back what it was told of a copy. */
  'received-then-limited': (op, world) => takenBut(op, world, limitedAnswer),
  'received-then-unauthorized': (op, world) => takenBut(op, world, unauthorizedAnswer),
  'server-error': () => answer(broken),
  'server-error-after': async (op, world) => {
    await op.effect(world);
    return answer(broken);
  },
  garbage: () => answer(cut),
  'garbage-after': async (op, world) => {
    await op.effect(world);
    return answer(cut);
  },
  'bad-credentials': (op) => answer(unauthorizedAnswer(sentBy(op))),
  'reject-part': refusing('reject-part'),
  'reject-payment': refusing('reject-payment'),
  'out-of-stock': refusing('out-of-stock'),
  /**
   * The look-up does not show yet what was ordered, up to shortly before the second proof of absence may be asked for; where its list
   * is not known to be immediate, for half an hour.
   */
  lagging: async (op, world) => {
    const sent = sentBy(op);
    const { slug } = placeOf(sent);
    const call = aboutOf(world, sent)?.call ?? null;
    // A4: an order that was taken although too much was asked is shown after the pause.
    if (call === null || call.rateLimited === true) return answer(await op.effect(world));
    const since = milliseconds(call.begunAt);
    const until = distributors[slug].profile.resend ? milliseconds(call.settleAt) + lagBeyond : world.now + 1_800_000;
    const isLagging = lags(world, until);
    if (isLagging) world.lagging = { ...world.lagging, [slug]: { since, until } };
    return answer(isLagging ? await receiveLagging(world, sent, since) : await op.effect(world));
  },
  /** Something in between no longer knows this path, for longer than it takes to prove an absence twice. */
  unrouted: (op, world) => {
    const { slug } = placeOf(sentBy(op));
    const name = nameOfRequest(sentBy(op));
    world.detours = [...world.detours, { slug, name, as: 'unrouted', until: world.now + unroutedFor }];
    return answer(wordings[slug].unrouted(name));
  },
  'unrouted-page': () => answer(unroutedPage),
  'method-refused': () => answer(methodRefused),
  'not-implemented': () => answer(notImplemented),
  'mail-refused': () => answer({ outcome: 'refused', message: 'SES does not take this mailbox.' }),
  'mail-throttled': () => answer({ outcome: 'try-later', message: 'SES did not take the mail.' }),
  'mail-unanswered': async (op, world) => {
    await op.effect(world);
    return answer({ outcome: 'try-later', message: 'SES did not answer.' });
  },
  'webhook-500': () => answer(500),
  'webhook-gone': () => answer(410),
} as const satisfies Readonly<Record<string, Striking>>;

const anywhere = ['crash-before', 'crash-after', 'killed', 'slow', 'overtaken', 'frozen'] as const;
const unanswered = [
  'refused-connection',
  'reset-before',
  'timeout-before',
  'rate-limited',
  'server-error',
  'garbage',
] as const;
const halfAnswered = ['reset-after', 'timeout-after', 'server-error-after', 'garbage-after', 'received-twice'] as const;

/** Which faults every call of a kind can meet. All of them, at every call site, are the pairs that a run must hit. */
export const faultsOf: Readonly<Record<OpKind, readonly FaultName[]>> = {
  read: [...anywhere, 'throttled'],
  'lagging-read': [...anywhere, 'throttled', 'stale'],
  open: [...anywhere, 'throttled'],
  write: [...anywhere, 'throttled', 'error-after', 'conflict', 'conflict-after'],
  send: [...anywhere, 'throttled', 'error-after', 'lost-message', 'sent-twice'],
  ask: [
    ...anywhere,
    ...unanswered,
    'bad-credentials',
    'lagging',
    'unrouted',
    'unrouted-page',
    'method-refused',
    'not-implemented',
  ],
  prepare: [...anywhere, ...unanswered, ...halfAnswered, 'late', 'bad-credentials', 'reject-part', 'out-of-stock'],
  order: [
    ...anywhere,
    ...unanswered,
    ...halfAnswered,
    'late',
    'very-late',
    'late-and-crash',
    'received-twice-refused',
    'received-then-limited',
    'received-then-unauthorized',
    'bad-credentials',
    'reject-part',
    'reject-payment',
    'out-of-stock',
  ],
  mail: [...anywhere, 'throttled', 'mail-refused', 'mail-throttled', 'mail-unanswered'],
  post: [...anywhere, 'reset-before', 'timeout-before', 'timeout-after', 'webhook-500', 'webhook-gone'],
};

/** Lets a fault strike. */
export const strikeWith = (fault: FaultName, op: Op, world: World): Promise<Strike> | Strike =>
  strikes[fault](op, world);

/** Faults that, between SES's yes and our writing it down, may have a mail sent once more. */
export const mayRepeatMail: ReadonlySet<FaultName> = new Set<FaultName>([
  'crash-before',
  'crash-after',
  'killed',
  'throttled',
  'error-after',
  'mail-unanswered',
]);

/** Faults after which everybody still knows whether an order was taken. */
export const leavesNoDoubt: ReadonlySet<FaultName> = new Set<FaultName>([
  'refused-connection',
  'lost-message',
  'sent-twice',
  'overtaken',
  'slow',
  'stale',
  'conflict',
  'conflict-after',
  'reject-part',
  'reject-payment',
  'out-of-stock',
  'unrouted',
  'unrouted-page',
  'method-refused',
  'not-implemented',
]);

/** How much longer than usual things may take: a pause is waited for. */
export const patienceFor = (fault: FaultName): number =>
  fault === 'rate-limited' || fault === 'received-then-limited'
    ? 2 * 60_000
    : fault === 'unrouted'
      ? 2 * unroutedFor
      : fault === 'stale'
        ? 600_000
        : 0;

const effects: ReadonlySet<OpKind> = new Set(['write', 'send', 'order', 'prepare', 'mail', 'post']);

/** Of several faults that come to the same, the one that is tried where all need not be. */
const tellingOf: Readonly<Record<OpKind, readonly FaultName[]>> = {
  read: ['overtaken'],
  'lagging-read': ['overtaken', 'stale'],
  open: [],
  write: ['crash-after', 'overtaken', 'frozen', 'conflict-after'],
  send: ['lost-message'],
  ask: ['timeout-before', 'rate-limited', 'bad-credentials', 'lagging', 'frozen'],
  prepare: ['crash-after', 'timeout-after', 'bad-credentials'],
  order: [
    'crash-after',
    'overtaken',
    'frozen',
    'refused-connection',
    'timeout-before',
    'timeout-after',
    'very-late',
    'rate-limited',
    'received-then-limited',
    'bad-credentials',
    'reject-part',
    'reject-payment',
  ],
  mail: ['crash-after', 'mail-throttled', 'mail-unanswered'],
  post: ['timeout-after', 'webhook-500'],
};

/**
 * Whether a fault can make a difference that no other makes, when it is not the first of its schedule. A crash before a call is a
 * crash after the last call that had an effect; an error of a read, which every handler of ours passes on, is a crash there; what
 * leaves everything undone is the same wherever it strikes.
 */
export const telling = (seen: readonly { readonly kind: OpKind }[], order: number, fault: FaultName): boolean => {
  const op = seen[order];
  if (op === undefined) return false;
  if (fault === 'crash-before')
    return order === 0 || (effects.has(op.kind) && !seen.slice(0, order).some(({ kind }) => effects.has(kind)));
  return tellingOf[op.kind].includes(fault);
};
