import { milliseconds } from '../../shared/domain/words.ts';
import { broken, cut, wordings } from './distributor-answers.ts';
import { placeOf, receive, receiveLagging } from './distributors.ts';
import { purchaseOrders } from './ghost.ts';
import type { Op, OpKind, Strike } from './machine.ts';
import type { SentRequest, World } from './state.ts';

/** Ways for an I/O call to go wrong. */
export type FaultName = keyof typeof strikes;

type Striking = (op: Op, world: World) => Promise<Strike> | Strike;

const answer = (value: unknown): Strike => ({ fate: 'answer', value });
const fail = (message: string): Strike => ({ fate: 'fail', message });
const die: Strike = { fate: 'die' };

/** So long a slow call takes: less than any time limit of ours. */
const slowness = 9_000;

const sentBy = (op: Op): SentRequest => {
  if (op.sent === undefined) throw new Error(`${op.name} is no request to a distributor.`);
  return op.sent;
};

/** The purchase order that a request is about. */
const aboutOf = (world: World, { url, body }: SentRequest) =>
  purchaseOrders(world).find(({ poNumber }) => `${url}${body ?? ''}`.includes(poNumber));

/** A moment before the request must have shown its effect, if it ever will (assumption A1). */
const lastMoment = (world: World, sent: SentRequest): number => {
  const settleAt = aboutOf(world, sent)?.call?.settleAt;
  return settleAt === undefined ? world.now + 500_000 : milliseconds(settleAt) - 1;
};

const sendLate = (world: World, request: SentRequest, at: number): void => {
  world.late = [...world.late, { at, request }];
};

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
    return answer(op.kind === 'postpone' ? null : 'conflict');
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
    sendLate(world, sentBy(op), world.now + 35_000);
    return { fate: 'hang' };
  },
  'very-late': (op, world) => {
    sendLate(world, sentBy(op), lastMoment(world, sentBy(op)));
    return { fate: 'hang' };
  },
  'late-and-crash': (op, world) => {
    sendLate(world, sentBy(op), lastMoment(world, sentBy(op)));
    return die;
  },
  'rate-limited': (op) => answer(wordings[placeOf(sentBy(op)).slug].limited),
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
  'bad-credentials': (op) => {
    const type = new URL(sentBy(op).url).searchParams.get('type') ?? '';
    return answer(wordings[placeOf(sentBy(op)).slug].unauthorized(type));
  },
  'reject-part': refusing('reject-part'),
  'reject-payment': refusing('reject-payment'),
  'out-of-stock': refusing('out-of-stock'),
  /** The look-up does not show yet what was ordered less than S ago. */
  lagging: async (op, world) => {
    const po = aboutOf(world, sentBy(op));
    const call = po?.call ?? null;
    const lags = call !== null && world.now < milliseconds(call.settleAt);
    return answer(lags ? await receiveLagging(world, sentBy(op), milliseconds(call.begunAt)) : await op.effect(world));
  },
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
const halfAnswered = ['reset-after', 'timeout-after', 'server-error-after', 'garbage-after'] as const;

/** Which faults every call of a kind can meet. All of them, at every call site, are the pairs that a run must hit. */
export const faultsOf: Readonly<Record<OpKind, readonly FaultName[]>> = {
  read: [...anywhere, 'throttled'],
  open: [...anywhere, 'throttled'],
  write: [...anywhere, 'throttled', 'error-after', 'conflict', 'conflict-after'],
  postpone: [...anywhere, 'throttled', 'error-after', 'conflict-after'],
  send: [...anywhere, 'throttled', 'error-after', 'lost-message', 'sent-twice'],
  ask: [...anywhere, ...unanswered, 'bad-credentials', 'lagging'],
  prepare: [...anywhere, ...unanswered, ...halfAnswered, 'late', 'bad-credentials', 'reject-part', 'out-of-stock'],
  order: [
    ...anywhere,
    ...unanswered,
    ...halfAnswered,
    'late',
    'very-late',
    'late-and-crash',
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
