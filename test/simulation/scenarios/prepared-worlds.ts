import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { FaultName } from '../faults/faults.ts';
import { newGhost } from '../invariants/remembered.ts';
import { newSigningSecret, putOrder, putSettings, putStore, type Wish } from '../world/requests.ts';
import { type ApiRequest, emptyWorld, type World } from '../world/state.ts';
import { nextEvent, step } from '../world/step.ts';

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

const asked = async (world: World, request: ApiRequest): Promise<void> => {
  const { status, body } = await ask(world, request);
  if (status >= 300) throw new Error(`${request.method} ${request.route}: ${status} ${JSON.stringify(body)}`);
};

export type Scene = {
  readonly stores: readonly { readonly storeId: string; readonly webhook: boolean }[];
  readonly accounts: readonly {
    readonly storeId: string;
    readonly slug: DistributorSlug;
    readonly testMode: boolean;
  }[];
  readonly orders: readonly Wish[];
};

/** A world in which stores have settings and orders, made through the service's own API. */
export const worldWith = async ({ stores, accounts, orders }: Scene): Promise<World> => {
  const world = emptyWorld(newGhost());
  for (const { storeId, webhook } of stores) {
    await asked(world, putStore(storeId, webhook));
    if (webhook) await asked(world, newSigningSecret(storeId));
  }
  for (const { storeId, slug, testMode } of accounts) {
    await asked(world, putSettings(storeId, slug, { testMode, version: 1, test: slug !== 'wps' }));
  }
  for (const wish of orders) await asked(world, putOrder(wish));
  return { ...world, told: [] };
};

/** Goes on until a request to a distributor has met this fault. */
export const stepWith = async (world: World, fault: FaultName): Promise<void> => {
  let struck = false;
  for (let event = nextEvent(world); event !== null && !struck; event = nextEvent(world)) {
    const { hit } = await step(world, event, { get: (_, kind) => (kind === 'ask' && !struck ? fault : undefined) });
    struck = hit.length > 0;
  }
};
