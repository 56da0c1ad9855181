import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { settle, takeFault } from './effects.ts';
import { type CallKind, type Fault, leaveInDoubt } from './faults.ts';
import type { Manner } from './manner.ts';
import type { Draft, Order } from './orders.ts';
import { type Fate, fateOf } from './parts.ts';
import { jsonBody, type Reading, type ReadRequest, readAs } from './reading.ts';
import { type LateOrder, logCall, noteUnanswered, type State } from './state.ts';
import { struck } from './strike.ts';
import { unrouted } from './unrouted.ts';
import { ordersOf, place } from './warehouse.ts';

/** How a distributor behaves where the evidence is divided. */
export type Ways = {
  readonly reading: Reading;
  /** WPS: whether answers about carts and orders come in `data`; clients have read both. */
  readonly isWrapped: boolean;
};

/** Where a distributor's requests come in: its clock, its ways, all that it knows, and whom to tell that it changed. */
export type Desk = { readonly clock: Clock; readonly changed: () => void; readonly ways: Ways; state: State };

/** On whose behalf a request comes, and what is known there. */
type Who = { readonly state: State; readonly mode: Mode; readonly account: string; readonly now: number };

/** A request whose caller is known. */
export type Asked = Who & {
  readonly c: Context;
  readonly ways: Ways;
  readonly read: ReadRequest;
  /** The body, when it is JSON. */
  readonly body: () => Promise<unknown>;
  readonly fate: (partNumber: string) => Fate;
  /** Takes the order, now or later; null when its number is used up and duplicates are refused. */
  readonly place: (draft: Draft, duplicates: LateOrder['duplicates']) => Order | null;
};

/** What a request is for, which faults strike it (those of its own kind, unless told), and the answer when all is well. */
export type Call = {
  readonly kind: (c: Context, who: Who) => CallKind;
  readonly strikes?: (fault: Fault) => boolean;
  readonly answer: (asked: Asked) => Response | Promise<Response>;
};

/** A short name for a secret that does not give it away. */
export const nameOf = (secret: string): string =>
  `key-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;

/** Every secret is taken but `BAD-…`; `TEST-…` works on the test host only and any other on the live host only. */
const isTaken = (secret: string, mode: Mode): boolean =>
  secret !== '' && !secret.startsWith('BAD-') && secret.startsWith('TEST-') === (mode === 'test');

/** Takes orders into the warehouse; or, where a list is given, only puts them on it and answers as if they had been taken. */
const taker =
  (state: State, now: number, late: LateOrder[] | null): Asked['place'] =>
  (draft, duplicates) => {
    const used = ordersOf(state, draft.mode, draft.account).some((order) => order.poNumber === draft.poNumber);
    if (used && duplicates === 'refused') return null;
    if (late === null) return place(state, draft, now);
    late.push({ due: now, draft, duplicates });
    return place(structuredClone(state), draft, now);
  };

/** Receives a request: lets what is late take effect, writes the call down, and answers or lets a fault strike. */
export const receive =
  (desk: Desk, mode: Mode, manner: Manner, call: Call) =>
  async (c: Context): Promise<Response> => {
    const { state, clock, changed, ways } = desk;
    const now = clock.now();
    settle(state, now);
    const caller = manner.caller(c);
    const [account, secret] = [caller?.account ?? 'nobody', caller?.secret ?? ''];
    const who: Who = { state, mode, account, now };
    const kind = call.kind(c, who);
    const taken = takeFault(state, call.strikes ?? ((queued) => queued.call === kind));
    const fault = taken?.fault ?? null;
    if (kind === 'submit' && fault !== null && leaveInDoubt.has(fault))
      noteUnanswered(state, { mode, account, at: now });
    if (fault === 'unrouted') {
      changed();
      return unrouted(c, taken?.as ?? 'gateway');
    }
    logCall(state, { call: kind, mode, account, at: new Date(now).toISOString() });
    const answer = async (fate: Fate | null, late: LateOrder[] | null): Promise<Response> => {
      if (!isTaken(secret, mode)) return manner.unauthorized(c, secret);
      return call.answer({
        ...who,
        c,
        ways,
        read: readAs(ways.reading),
        body: () => jsonBody(c, ways.reading),
        fate: (part) => fate ?? fateOf(part),
        place: taker(state, now, late),
      });
    };
    const reply = await (fault === null
      ? answer(null, null)
      : struck[fault]({ c, kind, secret, state, clock, changed, manner, answer }));
    changed();
    return reply;
  };
