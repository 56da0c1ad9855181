import type { Context } from 'hono';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import type { CallKind, FaultName } from './faults.ts';
import type { Manner } from './manner.ts';
import type { Fate, Refusal } from './parts.ts';
import type { LateOrder, State } from './state.ts';

/** A request that a fault strikes. */
export type Struck = {
  readonly c: Context;
  readonly kind: CallKind;
  readonly secret: string;
  readonly state: State;
  readonly clock: Clock;
  readonly changed: () => void;
  readonly manner: Manner;
  /** What would be said without the fault: every part with this fate, where one is given; orders put on a list instead of taken, where one is given. */
  readonly answer: (fate: Fate | null, late: LateOrder[] | null) => Promise<Response>;
};

/** How long after its caller gave up a `late` request takes effect, in milliseconds of the clock. */
const lateness = 30_000;

/** Resolves when the caller has given up; never, if it never does. */
const callerGone = ({ signal }: Request): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Says nothing for as long as anybody listens. The answer that then ends the request is heard by nobody. */
const silence = async ({ c, changed }: Struck): Promise<Response> => {
  changed();
  await callerGone(c.req.raw);
  return new Response(null, { status: 499 });
};

/** A look-up is refused outright; an order goes through all other checks first, and then every part of it is bad. */
const refuse = (refusal: Refusal) => (struck: Struck) =>
  struck.kind === 'submit' || struck.kind === 'quote'
    ? struck.answer(refusal, null)
    : struck.manner.refused(struck.c, refusal, '');

/** What each fault does to a request. */
export const struck: Readonly<
  Record<Exclude<FaultName, 'unrouted'>, (struck: Struck) => Response | Promise<Response>>
> = {
  'reject-part': refuse('unknown'),
  'reject-payment': refuse('payment'),
  'out-of-stock': refuse('no-stock'),
  'bad-credentials': ({ c, manner, secret }) => manner.unauthorized(c, secret),
  'rate-limit': ({ c, manner }) => manner.rateLimited(c),
  /** Nothing has happened, but the answer does not say so. */
  'server-error': ({ c, manner }) => manner.serverError(c),
  'timeout-before': silence,
  'timeout-after': async (request) => {
    await request.answer(null, null);
    return silence(request);
  },
  late: async (request) => {
    const late: LateOrder[] = [];
    await request.answer(null, late);
    const unheard = await silence(request);
    const due = request.clock.now() + lateness;
    request.state.late.push(...late.map((order) => ({ ...order, due })));
    return unheard;
  },
  /** Takes effect; of the answer only a piece arrives, under a good status. */
  garbage: async ({ answer }) => {
    await answer(null, null);
    return new Response('{"data":{"order_num', { status: 200, headers: { 'content-type': 'application/json' } });
  },
};
