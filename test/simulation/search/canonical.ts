import { hash } from 'node:crypto';
import type { State } from '../../../infra/simulators/state.ts';
import type { Row } from '../../../shared/domain/ports/table.ts';
import { nextEvent } from '../world/next-event.ts';
import { nudgedUntil } from '../world/next-nudge.ts';
import type { Cause, Suspended, World } from '../world/state.ts';

/** What nobody decides anything by: texts for people, and what follows from the rest. */
const irrelevant = new Set([
  'history',
  'notes',
  'placed',
  'whatToDo',
  'message',
  'reason',
  'lastSweptAt',
  'attentionSince',
  'storeKey',
  'attentionKey',
  'at',
  'submittedAt',
  'updatedAt',
]);

type Fields = Readonly<Record<string, unknown>>;

/** Of a purchase order that is settled, how it came to it no longer matters: nobody who called for it lives. */
const settledPo = ({ call, doubtSince, absentAt, missesInARow, notBefore, sends, ...rest }: Fields): Fields =>
  // Unless its number is looked for still.
  typeof rest.recheckAt === 'string' ? { ...rest, absentAt } : rest;

/** A day later a person is asked: no run of few faults lasts so long that the minute matters. */
const openPo = ({ doubtSince, ...rest }: Fields): Fields => ({ ...rest, doubted: doubtSince !== null });

const isOver = ({ state }: Fields): boolean => state === 'accepted' || state === 'refused' || state === 'needs-person';

/** What there is of a row to tell two worlds apart by. */
const gist = (row: Row, world: World): unknown => {
  const fields: Fields = { ...row };
  if (row.sk === 'PO') return world.suspended.length === 0 && isOver(fields) ? settledPo(fields) : openPo(fields);
  if (row.sk === 'SCHEDULE') return scheduleOf(fields, world);
  // A notice that was sent only has to be there.
  if (row.sk.startsWith('NOTICE#') && fields.outcome !== null && row.due === undefined) {
    return [fields.type, fields.poNumber];
  }
  return fields;
};

/** How many watches were opened matters to a sweep that is under way. */
const scheduleOf = ({ watchesOpened, ...fields }: Fields, { suspended, now }: World): Fields => ({
  ...fields,
  bucket: tokensNow(fields.bucket, now),
  ...(suspended.length === 0 ? {} : { watchesOpened }),
});

const tokensNow = (bucket: unknown, now: number): number => {
  const { tokens, at } = bucket as { tokens: number; at: string };
  return Math.floor(Math.min(5, tokens + Math.max(0, now - Date.parse(at)) / 1000));
};

/** What a text says by its own clock or its own names: instants, epochs in milliseconds, expiries in seconds, identifiers. */
const relative =
  /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)|(?<=[:[,])(17[89]\d{10}|18\d{11})(?=[,}\]])|(?<="expiresAt":)(\d+)|id-\d{8}-\d{12}|\b70\d{5}\b/g;

/** A time, or an identifier. */
type Loose = number | { readonly id: string };
/** A text in two: all of it that stands fast, and what is told as the world has it then, in its order. */
type Parts = { readonly fixed: string; readonly loose: readonly Loose[] };

const looseIn = ([whole, instant, epoch, expiry]: RegExpExecArray): Loose => {
  if (instant !== undefined) return Date.parse(instant);
  if (epoch !== undefined) return Number(epoch);
  return expiry === undefined ? { id: whole } : Number(expiry) * 1000;
};

const partsOf = (text: string): Parts => {
  const matches = [...text.matchAll(relative)];
  const gaps: string[] = [];
  let from = 0;
  for (const { index, 0: whole } of matches) {
    gaps.push(text.slice(from, index));
    from = index + whole.length;
  }
  return { fixed: [...gaps, text.slice(from)].join('\0'), loose: matches.map(looseIn) };
};

const digest = (text: string): string => hash('sha1', text, 'base64');

/** The parts of what stays as it is for many worlds: what stands fast in it is long, and told by its digest. */
const keptParts = () => {
  const known = new WeakMap<object, Parts>();
  return (thing: object, textOf: () => string): Parts => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const { fixed, loose } = partsOf(textOf());
    const parts = { fixed: digest(fixed), loose };
    known.set(thing, parts);
    return parts;
  };
};

const minute = 60_000;
const day = 1440 * minute;
/** Times from now. What is long past or days away need not be known to the second. */
const fromNow = (at: number, now: number): string => {
  const away = at - now;
  return `T${away > -20 * minute && away < 2 * day ? away : Math.round(away / (15 * minute)) * 15 * minute}`;
};

const withoutTexts = (key: string, value: unknown): unknown => (irrelevant.has(key) ? undefined : value);

/** The gists of rows that depend on nothing else, while somebody stands still and while nobody does: most rows stay as they are. */
const gists = [keptParts(), keptParts()] as const;

const partsOfRow = (row: Row, world: World): Parts => {
  const textOf = () => JSON.stringify(gist(row, world), withoutTexts);
  return row.sk === 'SCHEDULE' ? partsOf(textOf()) : gists[world.suspended.length === 0 ? 0 : 1](row, textOf);
};

const rowsOf = (world: World): readonly Parts[] =>
  [...world.rows]
    .filter(([, { sk }]) => sk !== 'STORE' && sk !== 'SEQUENCE')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => partsOfRow(row, world));

/** Which of the rows that are due the poller will nudge only later, and when. */
const nudgesOf = ({ rows, nudged, now }: World): string =>
  [...rows.values()]
    .flatMap((row) => {
      const until = nudgedUntil(row, nudged);
      return until === undefined || until <= now ? [] : [`${row.pk} ${row.sk} ${until - now}`];
    })
    .sort()
    .join();

/** A poller that stands still has the memory with which it began. */
const causeOf = (cause: Cause): unknown => (cause.by === 'schedule' ? [cause.by, ...cause.nudged] : cause);

const whatIsHeld = ({ orders, carts, late }: State): readonly unknown[] => [
  late,
  orders.map(({ placedAt, ...order }) => order),
  carts.map(({ cartNumber, ...cart }) => cart),
];

/** What a distributor holds; what is to happen; who stands where. All of it is replaced, never changed. */
const [held, scripts, stands] = [keptParts(), keptParts(), keptParts()];

const heldBy = (state: State): Parts => held(state, () => JSON.stringify(whatIsHeld(state)));

const scriptOf = ({ script }: World): Parts => scripts(script, () => JSON.stringify(script));

const whereStands = (suspended: Suspended): Parts =>
  stands(suspended, () => {
    const { run, log, wakeAt } = suspended;
    return JSON.stringify([causeOf(run.cause), run.startedAt, run.skew, log, wakeAt]);
  });

const restOf = ({ now, messages, late, mails, observed, ...world }: World): string =>
  JSON.stringify([
    messages.map(({ queue, body, visibleAt, received }) => [queue, body, visibleAt, received]),
    late,
    world.outages,
    world.down,
    world.lagging,
    world.illTold,
    world.copiesRefused,
    world.detours.filter(({ until }) => until > now),
    [world.lastTick >= now - (now % minute), now % minute, world.skew, world.drift, world.apart],
    mails.map(({ to, subject, back }) => [to, subject, back?.how]),
    [...world.judged.said].map(([poNumber, { word }]) => `${poNumber} ${word}`).sort(),
    [
      observed.outcomes,
      observed.patience,
      observed.mailsMayRepeat,
      observed.doubt,
      Object.keys(observed.forbidden),
      observed.refusedSecrets,
      [observed.tracked, observed.stopped, observed.verified]
        .flatMap(Object.values<number>)
        .map((at) => Math.round((now - at) / minute)),
      Object.values(observed.pauses).map((at) => Math.max(0, at - now)),
      Math.ceil((now - observed.lastFaultAt) / (5 * minute)),
    ],
  ]);

/**
 * The world as a short text: two worlds of one text go on alike. Times count from now, identifiers are named in the order in
 * which they appear, texts for people are left out.
 */
const canonicalText = (given: World): string => {
  // Nothing happens before the next event: it might as well be then already.
  const now = Math.max(given.now, nextEvent(given)?.at ?? 0);
  const world = { ...given, now };
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  };
  const textOf = (part: Loose): string => (typeof part === 'number' ? fromNow(part, now) : nameOf(part.id));
  return [
    ...rowsOf(world),
    partsOf(nudgesOf(world)),
    ...Object.values(world.distributors).map(heldBy),
    scriptOf(world),
    ...world.suspended.map(whereStands),
    partsOf(restOf(world)),
  ]
    .map(({ fixed, loose }) => `${fixed} ${loose.map(textOf).join(' ')}`)
    .join();
};

export const canonical = (world: World): string => digest(canonicalText(world));
