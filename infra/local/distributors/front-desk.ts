import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Clock } from '../../../shared/domain/ports.ts';
import type { Mode } from '../../../shared/domain/words.ts';
import {
  type CallKind,
  callerGone,
  type Fault,
  type FaultName,
  fateIn,
  lateness,
  settle,
  takeFault,
} from './faults.ts';
import { type Fate, fateOf, type Refusal, refusalIn } from './parts.ts';
import { type LateOrder, logCall, type State } from './state.ts';
import { type Draft, type Order, ordersOf, place } from './warehouse.ts';

/** Where a distributor's requests come in: its clock, all that it knows, and whom to tell that it changed. */
export type Desk = { readonly clock: Clock; readonly changed: () => void; state: State };

/** Who asks. `account` may be shown, `secret` may not. */
export type Caller = { readonly account: string; readonly secret: string };

/** How a distributor words what all of them have to say. */
export type Manner = {
  /** The caller, or null when the request does not say who it is. */
  readonly caller: (c: Context) => Caller | null;
  readonly unauthorized: (c: Context, secret: string) => Response;
  readonly rateLimited: (c: Context) => Response;
  readonly serverError: (c: Context) => Response;
  readonly refused: (c: Context, refusal: Refusal, partNumber: string) => Response;
};

/** A request whose caller is known and whose call may go on. */
export type Asked = {
  readonly c: Context;
  readonly state: State;
  readonly mode: Mode;
  readonly account: string;
  readonly now: number;
  readonly fate: (partNumber: string) => Fate;
  /** Takes the order now, or later under the fault `late`; null when the number is used up and duplicates are refused. */
  readonly place: (draft: Draft, duplicates: LateOrder['duplicates']) => Order | null;
};

/** What a request is for, which faults strike it (those of its own kind, unless told), and the answer when all is well. */
export type Call = {
  readonly kind: (c: Context) => CallKind;
  readonly strikes?: (fault: Fault, kind: CallKind) => boolean;
  readonly answer: (asked: Asked) => Response | Promise<Response>;
};

/** A short name for a secret that does not give it away. */
export const nameOf = (secret: string): string =>
  `key-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;

/** Every secret is taken but `BAD-…`; `TEST-…` works on the test host only and any other on the live host only. */
const isTaken = (secret: string, mode: Mode): boolean =>
  secret !== '' && !secret.startsWith('BAD-') && secret.startsWith('TEST-') === (mode === 'test');

const taker =
  (state: State, now: number, held: LateOrder[] | null) => (draft: Draft, duplicates: LateOrder['duplicates']) => {
    const known = ordersOf(state, draft.mode, draft.account).some((order) => order.poNumber === draft.poNumber);
    if (known && duplicates === 'refused') return null;
    if (held === null) return place(state, draft, now);
    held.push({ due: Number.POSITIVE_INFINITY, draft, duplicates });
    return place(structuredClone(state), draft, now);
  };

/** Nobody is there to read it. */
const unheard = (): Response => new Response(null, { status: 499 });

/** Half a document under a good status: the call took effect and its answer cannot be read. */
const garbage = (): Response =>
  new Response('{"data":{"order_num', { status: 200, headers: { 'content-type': 'application/json' } });

/** Receives a request: lets what is late take effect, writes the call down, and lets a fault strike or answers. */
export const receive =
  (desk: Desk, mode: Mode, manner: Manner, call: Call) =>
  async (c: Context): Promise<Response> => {
    const { state } = desk;
    const now = desk.clock.now();
    settle(state, now);
    const kind = call.kind(c);
    const caller = manner.caller(c);
    logCall(state, { call: kind, mode, account: caller?.account ?? 'nobody', at: new Date(now).toISOString() });
    const strikes = call.strikes ?? ((fault: Fault) => fault.call === kind);
    const fault = takeFault(state, (queued) => strikes(queued, kind));
    const answer = async (held: LateOrder[] | null, fate: Fate | null = null): Promise<Response> => {
      if (caller === null || !isTaken(caller.secret, mode)) return manner.unauthorized(c, caller?.secret ?? '');
      const fateHere = (partNumber: string): Fate => fate ?? fateOf(partNumber);
      return call.answer({
        c,
        state,
        mode,
        account: caller.account,
        now,
        fate: fateHere,
        place: taker(state, now, held),
      });
    };
    const lost = async (): Promise<Response> => {
      desk.changed();
      await callerGone(c.req.raw.signal);
      return unheard();
    };
    const struck: Record<FaultName, () => Response | Promise<Response>> = {
      'bad-credentials': () => manner.unauthorized(c, caller?.secret ?? ''),
      'rate-limit': () => manner.rateLimited(c),
      'server-error': () => manner.serverError(c),
      'reject-part': () => refuse('reject-part'),
      'reject-payment': () => refuse('reject-payment'),
      'out-of-stock': () => refuse('out-of-stock'),
      'timeout-before': lost,
      'timeout-after': async () => {
        await answer(null);
        return lost();
      },
      late: async () => {
        const held: LateOrder[] = [];
        await answer(held);
        await lost();
        const due = desk.clock.now() + lateness;
        state.late.push(...held.map((order) => ({ ...order, due })));
        return unheard();
      },
      garbage: async () => {
        await answer(null);
        return garbage();
      },
    };
    const refuse = (name: FaultName) => {
      const fate = fateIn[name] ?? 'unknown';
      if (kind === 'submit' || kind === 'quote') return answer(null, fate);
      return manner.refused(c, refusalIn(fate) ?? 'unknown', '');
    };
    const reply = await (fault === null ? answer(null) : struck[fault]());
    desk.changed();
    return reply;
  };
