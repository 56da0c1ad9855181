import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Schedule } from './schedule.ts';

/** A run that ended badly: in which scenario, and what went wrong in it. */
export type Way = { readonly scenario: string; readonly schedule: Schedule };

/**
 * The ways on which sabotages were caught, as `npm run prove -- --remember` found them. A sabotage is tried on its way first, and
 * searched for where that no longer leads to it: a list that has grown old costs time, and hides nothing.
 */
const file = join(import.meta.dirname, '../mutants/ways.json');

const Known = v.array(
  v.object({
    what: v.string(),
    scenario: v.string(),
    schedule: v.array(v.object({ step: v.number(), op: v.nullable(v.number()), name: v.string() })),
  }),
);
type KnownWay = v.InferOutput<typeof Known>[number];

export const knownWays = (): readonly KnownWay[] => v.parse(Known, JSON.parse(readFileSync(file, 'utf8')));

/** Writes down these ways in place of those known before for the same sabotages. */
export const remember = (found: readonly KnownWay[]): void => {
  const others = knownWays().filter(({ what }) => !found.some((each) => each.what === what));
  const lines = [...others, ...found]
    .sort((one, other) => (one.what < other.what ? -1 : 1))
    .map((way) => JSON.stringify(way));
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
};
