import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { submitOrder } from '../../functions/submit-order.ts';
import { callThenWrite } from './compare/call-then-write.ts';
import { newCoverage, unhit } from './faults/coverage.ts';
import { assumed } from './faults/faults.ts';
import { mutants } from './mutants/all.ts';
import { inapplicable } from './mutants/patch.ts';
import { scenarioNamed } from './scenarios/catalogue.ts';
import { explore } from './search/explore.ts';
import { randomScenario } from './search/random-scenario.ts';
import { replay, type Schedule } from './search/schedule.ts';
import { shrink } from './search/shrink.ts';
import { worked } from './world/functions.ts';

const settled = 'one order at wps, until it is settled';
const lostAnswer: Schedule = [{ step: 1, op: 19, name: 'timeout-after' }];

afterEach(() => {
  worked.submitOrder = submitOrder;
  assumed.effectWithin = 600_000;
});

test('the same plan gives the same run, twice, to the last identifier', async () => {
  const [one, other] = [
    await replay(scenarioNamed(settled), lostAnswer),
    await replay(scenarioNamed(settled), lostAnswer),
  ];
  expect(one.lines).toEqual(other.lines);
  expect([...one.world.rows.values()]).toEqual([...other.world.rows.values()]);
});

/** How many timers of the real clock this work has left running. Those that others in the process make do not count. */
const timersLeftBy = async (work: () => Promise<unknown>): Promise<number> => {
  const own = new AsyncLocalStorage<boolean>();
  const left = new Set<number>();
  const hook = createHook({
    init: (id, type) => {
      if (type === 'Timeout' && own.getStore() === true) left.add(id);
    },
    destroy: (id) => {
      left.delete(id);
    },
  }).enable();
  await own.run(true, work);
  // Node tells of what was cleared a turn later.
  await setImmediate();
  hook.disable();
  return left.size;
};

test('a run leaves no timer of the real clock behind', async () => {
  expect(await timersLeftBy(() => replay(scenarioNamed(settled), lostAnswer))).toBe(0);
});

test('a lost answer is found again: one order, accepted, nothing wrong', async () => {
  const { world } = await replay(scenarioNamed(settled), lostAnswer);
  expect(world.distributors.wps.orders).toHaveLength(1);
  expect(world.observed.wrongs).toEqual([]);
});

test.each(['throttled', 'crash-before', 'killed'])(
  'a mail is sent once more after a stop and then "%s" behind SES’s yes',
  async (fault) => {
    const [standing, goingOn] = [
      { step: 3, op: 6, name: 'frozen' },
      { step: 5, op: 6, name: fault },
    ];
    const { world } = await replay(scenarioNamed('two parcels of wps'), [standing, goingOn]);
    expect(world.mails.filter(({ text }) => text.includes('1Z999AA10123456784'))).toHaveLength(2);
    expect(world.observed.wrongs).toEqual([]);
  },
);

describe('what must be seen is seen', () => {
  test('two orders, where a crash has one placed again', async () => {
    worked.submitOrder = callThenWrite;
    const found = await explore(scenarioNamed(settled), {
      faults: 1,
      coverage: newCoverage(),
      enough: 5,
      using: ['crash-after'],
    });
    expect(found.violations.flatMap(({ wrongs }) => wrongs).join()).toContain('TWO ORDERS');
  });

  test('two orders, where an effect may show later than assumed', async () => {
    assumed.effectWithin = 1_800_000;
    const using = ['very-late'];
    const found = await explore(scenarioNamed(settled), { faults: 1, coverage: newCoverage(), enough: 1, using });
    expect(found.violations.flatMap(({ wrongs }) => wrongs).join()).toContain('TWO ORDERS');
  });

  test('a call site that a fault has never struck', async () => {
    const coverage = newCoverage();
    await explore(scenarioNamed(settled), { faults: 1, coverage, enough: 1, using: ['crash-after'] });
    expect(unhit(coverage)).toContain('submit-order: write PO × crash-before');
    expect(unhit(coverage)).not.toContain('submit-order: write PO × crash-after');
  });
});

test('a schedule shrinks to what it takes, and what is left still ends badly', async () => {
  assumed.effectWithin = 1_800_000;
  const veryLate = { step: 1, op: 19, name: 'very-late' };
  const noise = [
    { step: 0, op: 1, name: 'slow' },
    { step: 3, op: 0, name: 'slow' },
  ];
  const shortest = await shrink(
    scenarioNamed(settled),
    [noise[0], veryLate, noise[1]].filter((each) => each !== undefined),
  );
  expect(shortest).toEqual([veryLate]);
  const { world } = await replay(scenarioNamed(settled), shortest);
  expect(world.observed.wrongs.join()).toContain('TWO ORDERS');
});

test('a random world comes to rest with nothing wrong', async () => {
  const { world } = await replay(randomScenario(7), []);
  expect(world.observed.wrongs).toEqual([]);
});

test('there are forty sabotages or more, and all of them can still be made', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(40);
  expect(inapplicable(mutants)).toEqual([]);
});
