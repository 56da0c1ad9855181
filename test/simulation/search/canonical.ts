import { hash } from 'node:crypto';
import type { State } from '../../../infra/simulators/state.ts';
import type { Row } from '../../../shared/domain/ports/table.ts';
import { knownBy } from '../world/known-by.ts';
import { type Event, nextEvent } from '../world/next-event.ts';
import { dueIn, leases } from '../world/next-nudge.ts';
import type { Cause, Completion, Message, Suspended, World } from '../world/state.ts';

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

/** What there is of a row to tell two worlds apart by; a bucket is told beside it. `calm` = nobody stands still. */
const gist = (row: Row, calm: boolean): unknown => {
  const fields: Fields = { ...row };
  if (row.sk === 'PO') return calm && isOver(fields) ? settledPo(fields) : openPo(fields);
  if (row.sk === 'SCHEDULE') return scheduleOf(fields, calm);
  // A notice that was sent only has to be there.
  if (row.sk.startsWith('NOTICE#') && fields.outcome !== null && row.due === undefined) {
    return [fields.type, fields.poNumber];
  }
  return fields;
};

/** How many watches were opened matters to a sweep that is under way. */
const scheduleOf = ({ watchesOpened, bucket, ...fields }: Fields, calm: boolean): Fields => ({
  ...fields,
  ...(calm ? {} : { watchesOpened }),
});

const tokensNow = (bucket: unknown, now: number): number => {
  const { tokens, at } = bucket as { tokens: number; at: string };
  return Math.floor(Math.min(5, tokens + Math.max(0, now - Date.parse(at)) / 1000));
};

/** What a text says by its own clock or its own names: instants, epochs in milliseconds, expiries in seconds, identifiers. */
const relative =
  /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)|(?<=[:[,])(17[89]\d{10}|18\d{11})(?=[,}\]])|(?<="expiresAt":)(\d+)|id-\d{8}-\d{12}|\b70\d{5}\b/g;

/** A text in two: all of it that stands fast, and the times and identifiers that are told as the world has them then, in their order. */
type Parts = { readonly fixed: string; readonly loose: readonly (number | string)[] };

const partsOf = (text: string): Parts => {
  const loose: (number | string)[] = [];
  const fixed = text.replace(relative, (whole, instant?: string, epoch?: string, expiry?: string) => {
    const isTime = instant !== undefined || epoch !== undefined || expiry !== undefined;
    loose.push(isTime ? timeIn(instant, epoch, expiry) : whole);
    return isTime ? '\0T' : '\0#';
  });
  return { fixed, loose };
};

const timeIn = (instant: string | undefined, epoch: string | undefined, expiry: string | undefined): number => {
  if (instant !== undefined) return Date.parse(instant);
  return epoch === undefined ? Number(expiry) * 1000 : Number(epoch);
};

const digest = (text: string): string => hash('sha1', text, 'base64');

/** The parts of what stays as it is for many worlds: what stands fast in it is long, and told by its digest. */
const keptParts = <Thing extends object>(textOf: (thing: Thing) => string): ((thing: Thing) => Parts) =>
  knownBy((thing) => {
    const { fixed, loose } = partsOf(textOf(thing));
    return { fixed: digest(fixed), loose };
  });

const minute = 60_000;
const day = 1440 * minute;
/** Times from now. What is long past or days away need not be known to the second. */
const fromNow = (at: number, now: number): number => {
  const away = at - now;
  return away > -20 * minute && away < 2 * day ? away : Math.round(away / (15 * minute)) * 15 * minute;
};

const withoutTexts = (key: string, value: unknown): unknown => (irrelevant.has(key) ? undefined : value);

/** The gists of rows while nobody stands still, and while somebody does: most rows stay as they are. */
const [gists, gistsBeside] = [true, false].map((calm) =>
  keptParts((row: Row) => JSON.stringify(gist(row, calm), withoutTexts)),
) as [(row: Row) => Parts, (row: Row) => Parts];

/** The rows that tell something, in the order of their keys. */
const sortedRows = knownBy((rows: World['rows']): readonly Row[] =>
  [...rows]
    .filter(([, { sk }]) => sk !== 'STORE' && sk !== 'SEQUENCE')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row),
);

const rowsOf = ({ rows, suspended }: World): readonly Parts[] =>
  sortedRows(rows).map(suspended.length === 0 ? gists : gistsBeside);

/** How much each account's bucket holds. */
const bucketsOf = ({ rows, now }: World): readonly number[] =>
  sortedRows(rows).flatMap((row) => (row.sk === 'SCHEDULE' ? [tokensNow(Reflect.get(row, 'bucket'), now)] : []));

/** Which of the rows that are due the poller will nudge only later, and when. */
const nudgesOf = ({ rows, nudged, now }: World): string =>
  leases(dueIn(rows), nudged)
    .flatMap(({ row, until }) => (until <= now ? [] : [`${row.pk} ${row.sk} ${until - now}`]))
    .sort()
    .join();

/** A poller that stands still has the memory with which it began. */
const causeOf = (cause: Cause): unknown => (cause.by === 'schedule' ? [cause.by, ...cause.nudged] : cause);

const whatIsHeld = ({ orders, carts, late }: State): readonly unknown[] => [
  late,
  orders.map(({ placedAt, ...order }) => order),
  carts.map(({ cartNumber, ...cart }) => cart),
];

/** What a distributor holds; what is to happen; what was sent; who stands where, and after which answers. All of it is replaced, never changed. */
const heldBy = keptParts((state: State) => JSON.stringify(whatIsHeld(state)));
const scriptParts = keptParts((script: World['script']) => JSON.stringify(script));
const mailParts = keptParts((mails: World['mails']) =>
  JSON.stringify(mails.map(({ to, subject, back }) => [to, subject, back?.how])),
);
const messageParts = keptParts(({ queue, body, visibleAt, received }: Message) =>
  JSON.stringify([queue, body, visibleAt, received]),
);
const standParts = keptParts(({ run, log, wakeAt }: Suspended) =>
  JSON.stringify([causeOf(run.cause), run.startedAt, run.skew, log.length, wakeAt]),
);
const answerParts = keptParts((completion: Completion) => JSON.stringify(completion));

const whereStands = (suspended: Suspended): readonly Parts[] => [
  standParts(suspended),
  ...suspended.log.map(answerParts),
];

/** What was last said of each purchase order. */
const said = knownBy((all: World['judged']['said']): string =>
  [...all]
    .map(([poNumber, { word }]) => `${poNumber} ${word}`)
    .sort()
    .join(),
);

const restOf = (world: World): string => {
  const { now, messages, late, observed } = world;
  return JSON.stringify([
    messages.length,
    late,
    world.outages,
    world.down,
    world.lagging,
    world.illTold,
    world.copiesRefused,
    world.detours.filter(({ until }) => until > now),
    [world.lastTick >= now - (now % minute), now % minute, world.skew, world.drift, world.apart],
    said(world.judged.said),
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
    bucketsOf(world),
  ]);
};

/**
 * The world as a short text: two worlds of one text go on alike. Times count from now, identifiers are named in the order in
 * which they appear, texts for people are left out.
 */
const canonicalText = (given: World, next: Event | null): string => {
  // Nothing happens before the next event: it might as well be then already.
  const now = Math.max(given.now, next?.at ?? 0);
  const world = { ...given, now };
  const names = new Map<string, number>();
  let text = '';
  const tell = ({ fixed, loose }: Parts): void => {
    text += fixed;
    for (const part of loose) {
      if (typeof part === 'number') text += ` ${fromNow(part, now)}`;
      else {
        const name = names.get(part) ?? names.size;
        names.set(part, name);
        text += ` ${name}`;
      }
    }
  };
  rowsOf(world).forEach(tell);
  tell(partsOf(nudgesOf(world)));
  Object.values(world.distributors).map(heldBy).forEach(tell);
  tell(scriptParts(world.script));
  world.suspended.flatMap(whereStands).forEach(tell);
  world.messages.map(messageParts).forEach(tell);
  tell(mailParts(world.mails));
  tell(partsOf(restOf(world)));
  return text;
};

export const canonical = (world: World, next: Event | null = nextEvent(world)): string =>
  digest(canonicalText(world, next));
