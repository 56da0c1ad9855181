import { describe, expect, it, test } from 'vitest';
import type { FaultName } from '../simulation/faults/faults.ts';
import { purchaseOrders } from '../simulation/invariants/remembered.ts';
import { scenarioNamed } from '../simulation/scenarios/catalogue.ts';
import { nextEvent } from '../simulation/world/next-event.ts';
import { step } from '../simulation/world/step.ts';
import { check, limits, type Phase, type Rule } from './attempt.ts';

describe('the model of an attempt', () => {
  it('has no way to two orders, and no false no that nobody looks into', () => {
    const { twoOrders, falseNo, states } = check();
    expect({ twoOrders, falseNo }).toEqual({ twoOrders: null, falseNo: null });
    expect(states).toBeGreaterThan(400);
  });

  const needed: readonly (readonly [string, readonly Rule[]])[] = [
    ['clocks that are wrong', ['clocks may be wrong']],
    ['a duplicate to a first request', ['a duplicate is a doubt']],
    ['a missing answer', ['no answer is a doubt']],
    ['a no to a copy', ['a no is looked up']],
    ['a rate limit to an order that was taken', ['a rate limit is looked up']],
    ['a message that comes twice', ['only who begins calls']],
    ['a call that takes its time, where one absence is enough', ['S counts from the end of the call', 'two absences']],
  ];
  it.each(needed)('finds two orders by %s, without the rule for it', (_, without) => {
    expect(check(without).twoOrders?.at(-1)).toBe('sent: accepted');
  });

  it('knows the bound of the clocks: without a margin the gap between two absences is all there is', () => {
    const without = (error: number) => check(['clocks may be wrong'], { ...limits, error }).twoOrders;
    expect(without(2)).toBeNull();
    expect(without(5)).not.toBeNull();
    expect(check([], { ...limits, error: 60 }).twoOrders).toBeNull();
  });

  it('needs one of two: the end of the call, or the second absence', () => {
    expect(check(['S counts from the end of the call']).twoOrders).toBeNull();
    expect(check(['two absences']).twoOrders).toBeNull();
  });
});

/** What the model calls the state of a row. */
const phaseOf = (state: string, isAbsent: boolean): Phase => {
  if (state === 'in-doubt') return isAbsent ? 'absent once' : 'doubt';
  if (state === 'accepted' || state === 'refused') return state;
  return state === 'needs-person' ? 'person' : 'claimed';
};

/** The phases of the order's row in a run in which the first order and the first questions meet these faults. */
const phasesWith = async (atOrder: FaultName | null, atQuestions: readonly (FaultName | null)[]): Promise<string[]> => {
  const scenario = scenarioNamed('one order at wps, until it is settled');
  const world = await scenario.start();
  const left: { order: (FaultName | null)[]; ask: (FaultName | null)[] } = { order: [atOrder], ask: [...atQuestions] };
  const phases: string[] = [];
  for (let event = nextEvent(world); event !== null && !scenario.isOver(world); event = nextEvent(world)) {
    await step(world, event, {
      get: (_, kind) => (kind === 'order' || kind === 'ask' ? (left[kind].shift() ?? undefined) : undefined),
    });
    const phase = purchaseOrders(world).map(({ state, absentAt }) => phaseOf(state, absentAt !== null))[0];
    if (phase !== undefined && phases.at(-1) !== phase) phases.push(phase);
  }
  return phases;
};

test.each<[FaultName | null, (FaultName | null)[]]>([
  [null, []],
  ['timeout-after', []],
  ['timeout-before', []],
  ['timeout-before', [null, null, null, null, 'timeout-before']],
  ['very-late', []],
  ['late', []],
  ['crash-after', ['lagging']],
  ['received-twice', []],
  ['received-twice-refused', []],
  ['reject-part', []],
  ['rate-limited', []],
  ['received-then-limited', []],
  ['received-then-limited', ['timeout-before']],
  ['garbage-after', ['rate-limited']],
])('a run with %s at the order and %j at the questions is one of the model', async (atOrder, atQuestions) => {
  const { edges } = check();
  const phases = await phasesWith(atOrder, atQuestions);
  expect(phases.length).toBeGreaterThan(0);
  for (const [n, phase] of phases.slice(1).entries()) {
    const before = phases[n] ?? '';
    // In one invocation an attempt may be begun and sent.
    const isStep =
      edges.has(`${before} → ${phase}`) || (edges.has(`${before} → claimed`) && edges.has(`claimed → ${phase}`));
    expect({ phases, isStep }).toEqual({ phases, isStep: true });
  }
});
