import type { Row } from '../../../shared/domain/ports/table.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { FaultName } from '../faults/faults.ts';
import { purchaseOrders } from '../invariants/remembered.ts';
import { nextEvent } from '../world/next-event.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { step } from '../world/step.ts';
import { asked, run, worldWith } from './prepared-worlds.ts';
import { minute, placed, scene } from './scripts.ts';

/** Worlds in which an order's answer was lost, each made by running it up to there. */
const submitted = async (slug: DistributorSlug, fault: FaultName): Promise<World> =>
  submittedIn(await worldWith(scene(slug, ['O1'])), 'O1', fault);

const submittedIn = async (world: World, orderId: string, fault: FaultName): Promise<World> => {
  world.script = [{ at: world.now, act: { do: 'request', request: ask.submitDialog('s1', orderId) } }];
  let struck = false;
  for (let event = nextEvent(world); event !== null && !struck; event = nextEvent(world)) {
    const { hit } = await step(world, event, { get: (_, kind) => (kind === 'order' && !struck ? fault : undefined) });
    struck = hit.length > 0;
  }
  world.observed = { ...world.observed, doubt: true, lastFaultAt: world.now };
  return world;
};

/** An order that never arrived, beside one of the same part to the same address that was placed. */
export const doubtfulBesideItsLike = async (slug: DistributorSlug): Promise<World> => {
  const both = scene(slug, ['O1', 'O2']);
  return submittedIn(await placed(both, both.orders.slice(0, 1))(), 'O2', 'timeout-before');
};

/** Nobody works for so long: no message is received, and the poller does not run. */
const idle = (world: World, minutes: number): World => {
  const until = world.now + minutes * minute;
  return { ...world, messages: [], now: until, lastTick: until, told: [] };
};

/** Ten minutes are left of the day after which nobody waits any longer: of the claim, or of the doubt that this fault has left. */
export const nearlyADay = async (slug: DistributorSlug, fault: FaultName | null): Promise<World> => {
  const world = fault === null ? await worldWith(scene(slug, ['O1'])) : await submitted(slug, fault);
  if (fault === null) await asked(world, ask.submitDialog('s1', 'O1'));
  const left = idle(world, 24 * 60 - 20);
  return { ...left, observed: { ...left.observed, doubt: fault !== null, patience: 26 * 60 * minute } };
};

/** So long after its request met this fault; meanwhile the distributor's look-ups do not show it. */
export const doubtful = async (slug: DistributorSlug, fault: FaultName, minutes: number): Promise<World> => {
  const world = await submitted(slug, fault);
  const until = world.now + minutes * minute;
  world.lagging = { [slug]: { since: 0, until } };
  await run(world, until);
  return { ...world, now: Math.max(world.now, until), lagging: {}, told: [] };
};

/**
 * Two look-ups at once, at a distributor where two absences go before a person: the first finds the order and stands still before it
 * writes that down, the second was shown a list without it and has asked a person.
 */
export const lateAcceptance = async (slug: DistributorSlug): Promise<World> => {
  const world = await submitted(slug, 'timeout-after');
  const hidden = { [slug]: { since: 0, until: Number.MAX_SAFE_INTEGER } };
  world.lagging = hidden;
  const isAbsentOnce = (): boolean => purchaseOrders(world).some(({ absentAt }) => absentAt !== null);
  for (let event = nextEvent(world); event !== null && !isAbsentOnce(); event = nextEvent(world))
    await step(world, event);
  for (let event = nextEvent(world); event !== null && event.kind !== 'message'; event = nextEvent(world))
    await step(world, event);
  const event = nextEvent(world);
  if (event?.kind !== 'message') throw new Error('Nobody looks it up a second time.');
  const copy = { ...event.message, id: ++world.serial };
  world.messages = [...world.messages, copy];
  world.lagging = {};
  let asked = false;
  await step(world, event, {
    get: (_, kind) => {
      asked ||= kind === 'ask';
      return asked && kind === 'write' ? 'frozen' : undefined;
    },
  });
  world.lagging = hidden;
  await run(world, world.now + 5_000);
  return { ...world, lagging: {}, told: [] };
};

/** These fields are missing in the rows of this kind, or are none: a version of another time wrote them. */
const illWrite = (world: World, kind: string, fields: readonly string[]): ReadonlyMap<string, Row> =>
  new Map(
    [...world.rows].map(([place, row]): [string, Row] => {
      if (!row.sk.startsWith(kind)) return [place, row];
      const [missing, ...wrong] = fields;
      const ill: Row = { ...row };
      if (missing !== undefined) Reflect.deleteProperty(ill, missing);
      for (const field of wrong) Reflect.set(ill, field, 'none');
      return [place, ill];
    }),
  );

/** The row of an order in doubt cannot be read; for an hour it is left to a version that can. */
export const illWritten = async (slug: DistributorSlug): Promise<World> => {
  const world = await doubtful(slug, 'timeout-after', 0.25);
  const rows = illWrite(world, 'PO', ['missesInARow', 'notTaken']);
  return { ...world, rows, observed: { ...world.observed, patience: 70 * minute } };
};

/** The row of its account, or of its settings, can never be read again. */
export const illWrittenAccount = async (slug: DistributorSlug, kind: 'SCHEDULE' | 'DISTRIBUTOR'): Promise<World> => {
  const world = await doubtful(slug, 'timeout-after', 0.25);
  const rows = illWrite(world, kind, [kind === 'SCHEDULE' ? 'failures' : 'testMode']);
  return { ...world, rows, isBroken: true, observed: { ...world.observed, patience: 25 * 60 * minute } };
};
