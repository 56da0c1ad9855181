import type { Seen } from '../world/ending.ts';
import type { OpKind } from '../world/machine.ts';
import { type FaultName, faultsOf } from './faults.ts';

/** Which faults have struck which call sites, and which call sites there are: they register themselves when they are first seen. */
export type Coverage = {
  readonly sites: Map<string, OpKind>;
  readonly hits: Set<string>;
};

export const newCoverage = (): Coverage => ({ sites: new Map(), hits: new Set() });

export const pair = (name: string, fault: string): string => `${name} × ${fault}`;

export const seeSites = ({ sites }: Coverage, seen: readonly Seen[]): void => {
  for (const { name, kind } of seen) sites.set(name, kind);
};
export const isHit = ({ hits }: Coverage, name: string, fault: FaultName): boolean => hits.has(pair(name, fault));
export const hit = ({ hits }: Coverage, name: string, fault: string): void => {
  hits.add(pair(name, fault));
};

/** Every pair there is. */
export const pairsOf = ({ sites }: Coverage): readonly string[] =>
  [...sites].flatMap(([name, kind]) => faultsOf[kind].map((fault) => pair(name, fault)));
export const unhit = (coverage: Coverage): readonly string[] =>
  pairsOf(coverage).filter((each) => !coverage.hits.has(each));

export const merge = (
  into: Coverage,
  { sites, hits }: { sites: readonly (readonly [string, OpKind])[]; hits: readonly string[] },
): void => {
  for (const [name, kind] of sites) into.sites.set(name, kind);
  for (const each of hits) into.hits.add(each);
};
