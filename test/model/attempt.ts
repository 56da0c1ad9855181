/**
 * A model of the attempts to place one order item, written beside the code and of nothing but the protocol: who may call, what an answer
 * is taken for, when an absence proves something, when it is sent again, when the item is free for a next attempt. Every choice of the
 * network, the distributor and the clocks is gone through. `without` takes rules out, to see what they are for.
 */
export type Rule =
  /** Twice the bound of the clocks is added to S. */
  | 'clocks may be wrong'
  /** S counts from the last moment at which a request of the call may leave, not from its beginning. */
  | 'S counts from the end of the call'
  /** One absence is not enough: a second, later by the gap, must follow. */
  | 'two absences'
  /** "I have that number already" is looked up, not believed. */
  | 'a duplicate is a doubt'
  /** An answer that is missing is looked up, not taken for a no. */
  | 'no answer is a doubt'
  /** A no that may be about a copy of the request is looked up later, and before the item is sent again. */
  | 'a no is looked up'
  /** "Too much is asked" is looked up before it is sent again, not believed. */
  | 'a rate limit is looked up'
  /** A copy of a message that finds the attempt begun does nothing. */
  | 'only who begins calls';

/** In minutes: S, how long a call may last, the gap between two absences, and how wrong a clock may be. */
export type Limits = { readonly S: number; readonly call: number; readonly gap: number; readonly error: number };
export const limits: Limits = { S: 10, call: 2, gap: 5, error: 5 };

export type Phase = 'claimed' | 'doubt' | 'absent once' | 'refused' | 'accepted' | 'person';

/** The attempt as its row has it, and what is true at the distributor. Times count from now, by a clock that is right. */
type State = {
  readonly phase: Phase;
  readonly sends: number;
  readonly settleAt: number;
  readonly notBefore: number;
  /** When requests that were received will take effect. */
  readonly pending: readonly number[];
  readonly held: number;
  /** A message that was delivered twice waits to be worked on once more. */
  readonly copies: number;
  readonly attempts: number;
  /** Its no is still to be looked up. */
  readonly recheck: boolean;
  /** It was answered that too much is asked: one absence has it sent again. */
  readonly limited: boolean;
};

type Step = { readonly what: string; readonly state: State };
export type Checked = {
  readonly states: number;
  /** The way to two orders; null = there is none. */
  readonly twoOrders: readonly string[] | null;
  /** The way to a no that the distributor's order contradicts, and that nobody will look up. */
  readonly falseNo: readonly string[] | null;
  /** Which phase may follow which. */
  readonly edges: ReadonlySet<string>;
};

const start: State = {
  phase: 'claimed',
  sends: 0,
  settleAt: 0,
  notBefore: 0,
  pending: [],
  held: 0,
  copies: 1,
  attempts: 1,
  recheck: false,
  limited: false,
};

const isOpen = ({ phase }: State): boolean => phase === 'doubt' || phase === 'absent once';

/** The protocol's steps from a state, with all that network, distributor and clocks may do. */
const protocol = (without: readonly Rule[], { S, call, gap, error }: Limits) => {
  const has = (rule: Rule): boolean => !without.includes(rule);
  const clocks = [-error, 0, error];
  /** What lies so far back makes no difference any more. */
  const past = -2 * error - gap;

  /** The distributor takes a number as often as it comes. */
  const later = (state: State, minutes: number): State => ({
    ...state,
    settleAt: Math.max(past, state.settleAt - minutes),
    notBefore: Math.max(past, state.notBefore - minutes),
    pending: state.pending.map((due) => due - minutes).filter((due) => due > 0),
    held: state.held + state.pending.filter((due) => due <= minutes).length,
  });

  /** What the answer, or its absence, makes of the attempt. */
  const answers = (sent: State): readonly Step[] => {
    const received: State = { ...sent, held: sent.held + 1 };
    const late: State = { ...sent, pending: [...sent.pending, S - 1].toSorted((a, b) => a - b) };
    const no = (from: State, recheck = false): State => ({
      ...from,
      phase: from.sends > 1 ? 'person' : 'refused',
      recheck,
    });
    const silent = (from: State): State => (has('no answer is a doubt') ? { ...from, phase: 'doubt' } : no(from));
    const duplicate = (from: State): State =>
      from.sends > 1
        ? { ...from, phase: 'person' }
        : has('a duplicate is a doubt')
          ? { ...from, phase: 'doubt' }
          : no(from);
    const limited = (from: State): State =>
      has('a rate limit is looked up')
        ? { ...from, phase: 'doubt', limited: true }
        : { ...from, phase: 'claimed', sends: from.sends - 1 };
    return [
      { what: 'accepted', state: { ...received, phase: 'accepted' } },
      { what: 'refused', state: no(sent, has('a no is looked up')) },
      { what: 'the request is lost', state: silent(sent) },
      { what: 'the answer is lost', state: silent(received) },
      { what: 'taken at the last moment', state: silent(late) },
      { what: 'received twice, the copy is a duplicate', state: duplicate(received) },
      { what: 'received twice, the copy is not paid', state: no(received, has('a no is looked up')) },
      { what: 'too much is asked', state: limited(sent) },
      { what: 'taken, and too much is asked', state: limited(received) },
    ];
  };

  const called = (state: State): readonly Step[] =>
    clocks.flatMap((clock) =>
      [0, call].flatMap((leaves) => {
        const from = has('S counts from the end of the call') ? call : 0;
        const settleAt = clock + from + S + (has('clocks may be wrong') ? 2 * error : 0);
        return answers(later({ ...state, sends: state.sends + 1, settleAt, notBefore: leaves + clock }, leaves));
      }),
    );

  const lookedUp = (state: State, clock: number): State | null => {
    if (clock < state.notBefore) return null;
    if (state.held > 0) return { ...state, phase: 'accepted' };
    if (state.limited) return { ...state, phase: 'claimed', sends: state.sends - 1, limited: false };
    if (clock < state.settleAt) return { ...state, notBefore: state.settleAt };
    if (state.phase === 'doubt' && has('two absences'))
      return { ...state, phase: 'absent once', notBefore: clock + gap };
    return { ...state, phase: state.sends > 1 ? 'person' : 'claimed' };
  };

  const lookedUpAgain = (state: State, clock: number): State | null => {
    if (state.held > 0) return { ...state, phase: 'person', recheck: false };
    return clock < state.settleAt ? null : { ...state, recheck: false };
  };

  const looks = (state: State): readonly Step[] =>
    clocks.flatMap((clock) => {
      const next = isOpen(state) ? lookedUp(state, clock) : state.recheck ? lookedUpAgain(state, clock) : null;
      return next === null ? [] : [{ what: `looked up: ${next.phase}`, state: next }];
    });

  const steps = (state: State): readonly Step[] => {
    const moments = [...clocks.flatMap((clock) => [state.settleAt - clock, state.notBefore - clock]), ...state.pending];
    const next = Math.min(...moments.filter((moment) => moment > 0));
    const isCopy = state.copies > 0 && state.sends > 0 && !has('only who begins calls');
    const sent = state.phase === 'claimed' ? state : { ...state, copies: state.copies - 1 };
    return [
      ...(Number.isFinite(next) ? [{ what: `${next} minutes later`, state: later(state, next) }] : []),
      ...(state.phase === 'claimed' || isCopy
        ? called(sent).map((step) => ({ ...step, what: `sent: ${step.what}` }))
        : []),
      ...looks(state),
      // The item is free, under another number: what an earlier attempt left on its way stays there.
      ...(state.phase === 'refused' && state.attempts < 2 && !(state.recheck && state.held > 0)
        ? [
            {
              what: 'submitted again',
              state: { ...state, phase: 'claimed' as const, sends: 0, attempts: 2, recheck: false },
            },
          ]
        : []),
    ];
  };
  return steps;
};

/** Goes through all that can happen, nearest first; ends at the first two orders. */
export const check = (without: readonly Rule[] = [], within: Limits = limits): Checked => {
  const steps = protocol(without, within);
  const from = new Map<string, readonly [string, string] | null>([[JSON.stringify(start), null]]);
  const wayTo = (name: string): readonly string[] => {
    const step = from.get(name);
    return step === null || step === undefined ? [] : [...wayTo(step[0]), step[1]];
  };
  const edges = new Set<string>();
  let falseNo: readonly string[] | null = null;
  const queue = [start];
  for (const state of queue) {
    const name = JSON.stringify(state);
    if (state.held > 1) return { states: from.size, twoOrders: wayTo(name), falseNo, edges };
    if (state.phase === 'refused' && state.held > 0 && !state.recheck) falseNo ??= wayTo(name);
    for (const { what, state: next } of steps(state)) {
      edges.add(`${state.phase} → ${next.phase}`);
      const known = JSON.stringify(next);
      if (from.has(known)) continue;
      from.set(known, [name, what]);
      queue.push(next);
    }
  }
  return { states: from.size, twoOrders: null, falseNo, edges };
};
