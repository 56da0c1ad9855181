import type { Hono } from 'hono';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import type { DistributorSlug, Mode } from '../../shared/domain/vocabulary.ts';
import { automatic } from './automatic.ts';
import { type Control, controlOf } from './control.ts';
import type { Desk, Ways } from './front-desk.ts';
import { partsUnlimited } from './parts-unlimited.ts';
import { firstDay, type State } from './state.ts';
import { tuckerRocky } from './tucker-rocky.ts';
import { wps } from './wps.ts';

type Place = {
  /** The modes that it has a host for. */
  readonly modes: readonly Mode[];
  /** What stands before the paths at the real hosts too. */
  readonly basePath: string;
  readonly app: (desk: Desk, mode: Mode) => Hono;
};

/** Every simulated distributor. A fifth is one file and one line here. */
export const places: Readonly<Record<DistributorSlug, Place>> = {
  'parts-unlimited': { modes: ['live', 'test'], basePath: '/api', app: partsUnlimited },
  wps: { modes: ['live'], basePath: '', app: (desk) => wps(desk) },
  'tucker-rocky': { modes: ['live', 'test'], basePath: '/bin/trws', app: tuckerRocky },
  automatic: { modes: ['live', 'test'], basePath: '', app: automatic },
};

/** A distributor that runs. `app(mode)` is what its host of that mode answers, and throws where there is none. */
export type Simulated = { readonly app: (mode: Mode) => Hono; readonly control: Control };

export type SimulateOptions = {
  readonly clock: Clock;
  /** Where it left off; its first day when left out. It is copied. */
  readonly state?: State;
  /** Told after every request and control that may have changed what it knows. */
  readonly changed?: () => void;
  /** Left out: lenient, and wrapped. */
  readonly ways?: Partial<Ways>;
};

/** A distributor in memory: no socket, no timer, no chance; time by the clock only. */
export const simulate = (
  slug: DistributorSlug,
  { clock, state, changed = () => {}, ways }: SimulateOptions,
): Simulated => {
  const desk: Desk = {
    clock,
    changed,
    ways: { reading: 'lenient', isWrapped: true, ...ways },
    state: structuredClone(state ?? firstDay()),
  };
  const hosts = new Map(places[slug].modes.map((mode) => [mode, places[slug].app(desk, mode)]));
  const app = (mode: Mode): Hono => {
    const host = hosts.get(mode);
    if (host === undefined) throw new Error(`${slug} has no ${mode} host`);
    return host;
  };
  return { app, control: controlOf(slug, desk, clock) };
};
