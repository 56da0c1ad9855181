import type { Row } from '../../../shared/domain/ports/table.ts';
import type { FaultName } from '../faults/faults.ts';
import { noteForbidden } from '../invariants/permitted-requests.ts';
import { describeAct, happen } from './acts.ts';
import { receive, takeEffect } from './distributors.ts';
import { functionFor, functionNames, hiddenFor } from './functions.ts';
import { go, type OnStand, type Plan, type Stepped } from './invocation.ts';
import type { Event } from './next-event.ts';
import type { Run, World } from './state.ts';

const smooth: Plan = new Map<number, FaultName>();
const minute = 60_000;

/** Indexes lag by so much at the most. */
const longestLag = 10 * minute;

/** Keeps what an index may still show: the table as it was before each change of so long, and once before that. */
const rememberRows = (world: World): void => {
  if (world.past.at(-1)?.rows === world.rows) return;
  const first = Math.max(
    0,
    world.past.findLastIndex(({ at }) => at <= world.now - longestLag),
  );
  world.past = [...world.past.slice(first), { at: world.now, rows: world.rows }];
};

/** Lets the next event happen to this world, by this plan. */
export const step = async (world: World, event: Event, plan: Plan = smooth, onStand?: OnStand): Promise<Stepped> => {
  world.now = Math.max(world.now, event.at);
  rememberRows(world);
  const newRun = (cause: Run['cause']): Run => {
    world.serial += 1;
    const skew = world.skew + world.drift;
    world.skew = 0;
    return { id: world.serial, ids: idsFor(world, cause), cause, startedAt: world.now, skew };
  };
  expire(world);
  noteForbidden(world);
  switch (event.kind) {
    case 'late':
      world.late = world.late.filter((each) => each !== event.late);
      await receive(world, event.late.request);
      return { seen: [], hit: [], what: 'a late request reaches the distributor' };
    case 'effect':
      takeEffect(world);
      return { seen: [], hit: [], what: 'an order that was received long ago takes effect at the distributor' };
    case 'script': {
      const { scripted } = event;
      world.script = world.script.filter((each) => each !== scripted);
      if (scripted.act.do === 'request') {
        world.asked = [...world.asked, scripted.act.request];
        return go(world, newRun({ by: 'request', request: scripted.act.request }), [], plan, onStand);
      }
      happen(world, scripted.act);
      return { seen: [], hit: [], what: describeAct(scripted.act) };
    }
    case 'message': {
      const { message } = event;
      const taken = { ...message, received: message.received + 1, visibleAt: world.now + hiddenFor(message.queue) };
      world.messages = world.messages.map((each) => (each === message ? taken : each));
      return go(world, newRun({ by: 'message', message: taken }), [], plan, onStand);
    }
    case 'thaw':
      world.suspended = world.suspended.filter((each) => each !== event.suspended);
      return go(world, event.suspended.run, event.suspended.log, plan, onStand);
    case 'tick':
      world.lastTick = event.at;
      return go(world, newRun({ by: 'schedule', nudged: world.nudged }), [], plan, onStand);
  }
};

/**
 * What the identifiers that an invocation draws begin with. They are counted by function: what one draws does not depend on how often others
 * have run.
 */
const idsFor = (world: World, cause: Run['cause']): string => {
  const name = functionFor(cause);
  const count = (world.begun[name] ?? 0) + 1;
  world.begun = { ...world.begun, [name]: count };
  return `${functionNames.indexOf(name) + 10}${String(count).padStart(6, '0')}`;
};

const lateness = { 'at-once': 0, late: 48 * 3_600_000, never: Number.POSITIVE_INFINITY } as const;

/** The table's TTL: what has expired is deleted, some time. */
const expire = (world: World): void => {
  const before = (world.now - lateness[world.expiry]) / 1000;
  const isKept = ({ expiresAt }: Row): boolean => expiresAt === undefined || expiresAt > before;
  for (const row of world.rows.values())
    if (!isKept(row)) {
      world.rows = new Map([...world.rows].filter(([, each]) => isKept(each)));
      return;
    }
};
