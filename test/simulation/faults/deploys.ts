import type { Row } from '../../../shared/domain/ports/table.ts';
import { wrong } from '../invariants/remembered.ts';
import type { World } from '../world/state.ts';
import type { Move } from './moves.ts';

/** What a version that is not written yet adds to a row, and of which this one knows nothing. */
const unknown = { fromNewerVersion: { since: 'a deploy', list: [1] } } as const;

const isMarked = (row: Row): boolean => 'fromNewerVersion' in row;

const marked = (row: Row, rev: string): Row => ({ ...row, ...unknown, rev });

/** Settings of a distributor that only the newer version knows. */
const settingsOfFifth = (world: World, rev: string): readonly (readonly [string, Row])[] =>
  [...world.rows.values()]
    .filter(({ sk }) => sk === 'STORE')
    .map(({ pk }) => {
      const row = { pk, sk: 'DISTRIBUTOR#fifth', distributor: 'fifth', rev };
      return [`${row.pk}\u0000${row.sk}`, marked(row, rev)];
    });

const withUnknown = (body: string): string => {
  const nudges: unknown = JSON.parse(body);
  return Array.isArray(nudges) ? JSON.stringify(nudges.map((nudge: object) => ({ ...nudge, ...unknown }))) : body;
};

/** Some instances run a newer version for a while: it has written every row and every message, and then it is taken back. */
export const newerVersion: Move = {
  name: 'a newer version has written every row',
  fits: (_, { rows }) => ![...rows.values()].some(isMarked),
  change: (world) => {
    world.serial += 1;
    const rev = `id-${String(world.serial).padStart(8, '0')}-000000000000`;
    const written = [...world.rows].map(([place, row]) => [place, marked(row, rev)] as const);
    world.rows = new Map([...written, ...settingsOfFifth(world, rev)]);
    world.messages = world.messages.map((message) => ({ ...message, body: withUnknown(message.body) }));
  },
};

/** What rows have had only since some release. An older version writes none of it. */
const since = new Set([
  ...[
    'acceptedAt',
    'addressMark',
    'adminUrl',
    'brand',
    'byMail',
    'customerMail',
    'displayNumber',
    'endsAt',
    'erasedRevision',
  ],
  ...['forGood', 'giveUpAt', 'handEntries', 'leftOut', 'limits', 'log', 'lookFirst', 'name', 'orderCancelledAt'],
  ...[
    'recheckAt',
    'remarks',
    'sentAt',
    'testingUntil',
    'unreadableSince',
    'doubtedSince',
    'correlationId',
    'kind',
    'by',
  ],
]);
/** Without these no reader would know what the row is of. */
const essential = new Set(['STORE acceptedAt', 'PO acceptedAt', 'STORE name', 'KEY name']);

/** What is there says no more than that there is nothing. */
const saysNothing = (name: string, value: unknown): boolean =>
  name === 'correlationId' ||
  name === 'kind' ||
  name === 'by' ||
  name === 'acceptedAt' ||
  (name === 'customerMail' ? value === true : value === null || value === false || value === '') ||
  (Array.isArray(value) && value.length === 0);

const asOlder = (row: Row): Row => {
  const kind = row.sk.replace(/#.*/, '');
  const isDropped = (name: string, value: unknown): boolean =>
    since.has(name) && !essential.has(`${kind} ${name}`) && saysNothing(name, value);
  const text = JSON.stringify(row, (name, value: unknown) => (isDropped(name, value) ? undefined : value));
  return JSON.parse(text);
};

/** Every row is as a version of some releases ago has written it. */
export const olderVersion: Move = {
  name: 'an older version has written every row',
  fits: (_, { rows }) => [...rows.values()].some((row) => JSON.stringify(asOlder(row)) !== JSON.stringify(row)),
  change: (world) => {
    world.rows = new Map([...world.rows].map(([place, row]) => [place, asOlder(row)]));
  },
};

/** What a newer version wrote stays where it stands, whatever this one writes beside it. */
export const checkVersions = (world: World): void => {
  for (const [place, before] of world.past.at(-1)?.rows ?? []) {
    const after = world.rows.get(place);
    if (after !== undefined && after !== before && isMarked(before) && !isMarked(after))
      wrong(world, `What a newer version wrote into ${before.sk.replace(/#.*/, '')} is lost.`);
  }
};
