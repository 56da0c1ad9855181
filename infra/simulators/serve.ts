import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import {
  type DistributorSlug,
  distributorSlugs,
  forEachDistributor,
  type Mode,
} from '../../shared/domain/vocabulary.ts';
import type { Control } from './control.ts';
import type { Ways } from './front-desk.ts';
import { places, type Simulated, simulate } from './simulate.ts';
import type { State } from './state.ts';

/** What all four know. */
type World = Readonly<Record<DistributorSlug, State>>;

export type ServeOptions = {
  readonly clock: Clock;
  readonly state?: Partial<World>;
  /** Told after every request and control that may have changed what one of them knows. */
  readonly changed?: () => void;
  /** Left out: lenient, and wrapped. */
  readonly ways?: Partial<Ways>;
};

/** Base URLs, with the path that the real host has too. */
type Hosts = Readonly<Record<DistributorSlug, { readonly live: string; readonly test: string | null }>>;

export type Served = {
  readonly hosts: Hosts;
  readonly control: Readonly<Record<DistributorSlug, Control>>;
  /** What all four know, to be given back as `state`. */
  snapshot(): World;
  /** Stops listening and drops every open connection, hanging ones too. */
  close(): Promise<void>;
};

type Host = { readonly url: string; close(): Promise<void> };

/** Serves an app on a port of this machine only; a free one unless told. */
const onLoopback = (app: Hono, port = 0): Promise<Host> =>
  new Promise((resolve) => {
    const server = listen({ fetch: app.fetch, hostname: '127.0.0.1', port, overrideGlobalObjects: false }, (at) => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${at.port}`, close });
    });
  });

const hostOf = async (slug: DistributorSlug, { app }: Simulated, mode: Mode): Promise<Host | null> => {
  if (!places[slug].modes.includes(mode)) return null;
  const { url, close } = await onLoopback(app(mode));
  return { url: url + places[slug].basePath, close };
};

const open = async (slug: DistributorSlug, { clock, state, changed, ways = {} }: ServeOptions) => {
  const kept = state?.[slug];
  const simulated = simulate(slug, { clock, ways, ...(kept ? { state: kept } : {}), ...(changed ? { changed } : {}) });
  const live = await onLoopback(simulated.app('live'));
  const test = await hostOf(slug, simulated, 'test');
  return {
    control: simulated.control,
    urls: { live: live.url + places[slug].basePath, test: test?.url ?? null },
    close: () => Promise.all([live.close(), test?.close()]),
  };
};

/** Opens all four on free ports of this machine. */
export const serveDistributors = async (options: ServeOptions): Promise<Served> => {
  const opening = forEachDistributor((slug) => open(slug, options));
  const all = await Promise.all(distributorSlugs.map(async (slug) => [slug, await opening[slug]] as const));
  const opened = new Map(all);
  const openedOf = (slug: DistributorSlug) => {
    const one = opened.get(slug);
    if (one === undefined) throw new Error(`${slug} was not opened.`);
    return one;
  };
  return {
    hosts: forEachDistributor((slug) => openedOf(slug).urls),
    control: forEachDistributor((slug) => openedOf(slug).control),
    snapshot: () => forEachDistributor((slug) => openedOf(slug).control.snapshot()),
    close: async () => {
      await Promise.all(all.map(([, { close }]) => close()));
    },
  };
};
