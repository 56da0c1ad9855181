import { describe, expect, it } from 'vitest';
import { metrics as serviceMetrics } from '../../shared/domain/ports/metrics.ts';
import { deployedAlarms } from './definitions.ts';
import { type Incident, incidents, noIncidents } from './incidents.ts';
import { onCall } from './on-call.ts';

const alarms = deployedAlarms();

const happens = async ({ begin, everyMinute }: Pick<Incident, 'begin' | 'everyMinute'>, minutes: number) => {
  const world = await onCall(alarms);
  await world.minute();
  await begin?.(world);
  const begun = world.minutes();
  while (world.minutes() - begun < minutes) {
    await everyMinute?.(world);
    await world.minute();
  }
  return { world, rang: new Map([...world.rang()].map(([name, at]) => [name, at - begun])) };
};

describe('an incident rings its alarm in time, and no other', () => {
  it.each([...incidents.ofTheService, ...incidents.ofAws].map((each) => [each.name, each] as const))(
    '%s',
    async (_, incident) => {
      const { rang } = await happens(incident, incident.within);
      expect([...rang.keys()]).toContain(incident.rings);
      const expected = [incident.rings, ...(incident.also ?? [])];
      expect([...rang.keys()].filter((name) => !expected.includes(name))).toEqual([]);
    },
  );
  it('there are many kinds of them, and each alarm is rung by one', () => {
    const all = [...incidents.ofTheService, ...incidents.ofAws];
    expect(new Set(all.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25);
    const rung = new Set(all.map(({ rings }) => rings));
    expect(alarms.map(({ name }) => name).filter((name) => !rung.has(name))).toEqual([]);
  });
});

/** Each function and each queue rings as the others do: one of them is enough here. */
const oneOfAKind = incidents.ofAws.filter(
  ({ rings }) => !/-(errors|throttles|dead-letters|late)$/.test(rings) || /^(submit-order|submit-wps)-/.test(rings),
);

describe('an alarm is over', () => {
  it.each(oneOfAKind.map((each) => [each.name, each] as const))('when this is: %s', async (_, incident) => {
    const { world } = await happens(incident, incident.within);
    world.scheduled = true;
    for (let count = 0; count < 190; count++) {
      await incident.afterwards?.(world);
      await world.minute();
    }
    expect(world.ringing()).toEqual([]);
  });
});

describe('an alarm is not over because nobody tells anything any more', () => {
  const stillThere = incidents.ofAws.filter(({ rings }) => /-dead-letters$|-(bounces|complaints)$/.test(rings));

  it.each(stillThere.map((each) => [each.name, each] as const))(
    'after eight hours of silence: %s',
    async (_, incident) => {
      const { world } = await happens(incident, incident.within);
      for (let count = 0; count < 480; count++) await world.minute();
      expect(world.ringing()).toEqual([incident.rings]);
    },
  );

  it.each([
    ['operations-needs-person', 'NeedPerson', 1],
    ['operations-overdue-work', 'OverdueWork', 3],
    ['operations-sweeps-late', 'OldestSweepDue', 10_000],
  ] as const)('%s, while the poller that tells of it does not run', async (name, metric, value) => {
    const { world } = await happens({}, 1);
    world.scheduled = false;
    for (let count = 0; count < 35; count++) {
      world.metrics.service(world.hut.now(), metric, value);
      await world.minute();
    }
    for (let count = 0; count < 120; count++) await world.minute();
    expect(world.ringing()).toEqual(expect.arrayContaining([name, 'every-minute-silence']));
    world.scheduled = true;
    for (let count = 0; count < 60; count++) await world.minute();
    expect(world.ringing()).toEqual([]);
  });
});

it('three errors within five minutes ring once, not whenever CloudWatch looks at them in other periods', async () => {
  const { world } = await happens({}, 1);
  for (const after of [0, 2, 4]) world.metrics.lambda(world.hut.now() + after * 60_000, 'submit-order', 'Errors');
  for (let count = 0; count < 70; count++) await world.minute();
  expect(Object.fromEntries(world.began())).toEqual({ 'submit-order-errors': 1 });
  expect(world.ringing()).toEqual([]);
});

it('a distributor that tells nothing rings until it tells something, however long nobody asks it', async () => {
  const { world } = await happens({}, 1);
  const by = { distributor: 'wps', mode: 'live' };
  world.metrics.service(world.hut.now(), 'SweepsInVain', 7, by);
  for (let count = 0; count < 300; count++) await world.minute();
  expect(world.ringing()).toEqual(['operations-sweeps-in-vain-wps']);
  world.metrics.service(world.hut.now(), 'SweepsInVain', 0, by);
  for (let count = 0; count < 3; count++) await world.minute();
  expect(world.ringing()).toEqual([]);
});

describe('nothing rings', () => {
  it.each(noIncidents.map((each) => [each.name, each] as const))('when %s', async (_, trouble) => {
    const { rang } = await happens(trouble, 180);
    expect([...rang.keys()]).toEqual([]);
  });
});

it('every alarm on a metric of the service names it by the dimensions that the service gives it', () => {
  const ours = alarms.flatMap(({ metrics }) => metrics.filter(({ namespace }) => namespace === 'DropShip'));
  expect(ours.length).toBeGreaterThan(10);
  for (const { name, dimensions } of ours) {
    const [, known] = Object.entries(serviceMetrics).find(([each]) => each === name) ?? [];
    expect(Object.keys(dimensions).toSorted()).toEqual(['service', ...(known?.dimensions ?? ['unknown'])].toSorted());
  }
});
