import type { AccountRow } from '../../../shared/domain/account/account.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { FaultName } from '../faults/faults.ts';
import { nothingObserved } from '../invariants/remembered.ts';
import type { OpKind } from '../world/machine.ts';
import { nextEvent } from '../world/next-event.ts';
import { newSigningSecret, putOrder, putSettings, putStore, type Wish } from '../world/requests.ts';
import { type ApiRequest, emptyWorld, type World } from '../world/state.ts';
import { step } from '../world/step.ts';

/** Lets everything happen that is due by then. */
export const run = async (world: World, until: number = world.now): Promise<void> => {
  for (let event = nextEvent(world); event !== null && event.at <= until; event = nextEvent(world)) {
    await step(world, event);
  }
};

/** Makes a request and lets things happen until it is answered. */
export const ask = async (world: World, request: ApiRequest): Promise<World['told'][number]> => {
  const before = world.told.length;
  world.script = [...world.script, { at: world.now, act: { do: 'request', request } }];
  for (let event = nextEvent(world); event !== null && world.told.length === before; event = nextEvent(world)) {
    await step(world, event);
  }
  const told = world.told.at(-1);
  if (told === undefined) throw new Error(`${request.route} was not answered.`);
  return told;
};

export const asked = async (world: World, request: ApiRequest): Promise<void> => {
  const { status, body } = await ask(world, request);
  if (status >= 300) throw new Error(`${request.method} ${request.route}: ${status} ${JSON.stringify(body)}`);
};

export type Scene = {
  readonly stores: readonly { readonly storeId: string; readonly webhook: boolean }[];
  readonly accounts: readonly {
    readonly storeId: string;
    readonly slug: DistributorSlug;
    readonly testMode: boolean;
    readonly accountOf?: string;
  }[];
  readonly orders: readonly Wish[];
  readonly retentionDays?: number;
};

/** A world in which stores have settings and orders, made through the service's own API. */
export const worldWith = async ({ stores, accounts, orders, retentionDays }: Scene): Promise<World> => {
  const usual = emptyWorld(nothingObserved());
  const world = { ...usual, retentionDays: retentionDays ?? usual.retentionDays };
  for (const { storeId, webhook } of stores) {
    await asked(world, putStore(storeId, webhook));
    if (webhook) await asked(world, newSigningSecret(storeId));
  }
  for (const { storeId, slug, ...settings } of accounts) {
    await asked(world, putSettings(storeId, slug, { ...settings, version: 1, test: slug !== 'wps' }));
  }
  for (const wish of orders) await asked(world, putOrder(wish));
  return { ...world, told: [] };
};

/** Goes on until a call of this kind has met this fault; left out = a question to a distributor. */
export const stepWith = async (world: World, fault: FaultName, at: OpKind = 'ask'): Promise<void> => {
  let struck = false;
  for (let event = nextEvent(world); event !== null && !struck; event = nextEvent(world)) {
    const { hit } = await step(world, event, { get: (_, kind) => (kind === at && !struck ? fault : undefined) });
    struck = hit.length > 0;
  }
};

const accountAt = (world: World, slug: DistributorSlug): AccountRow | undefined => {
  const { pk, sk } = keys.account('s1', slug, 'live');
  return world.rows.get(`${pk}\u0000${sk}`) as AccountRow | undefined;
};

/** Lets time go by until shortly before the account's next sweep. */
export const untilSweep = async (world: World, slug: DistributorSlug): Promise<World> => {
  const before = Date.parse(accountAt(world, slug)?.dueAt ?? '') - 30_000;
  await run(world, before);
  return { ...world, now: Math.max(world.now, before), told: [] };
};
