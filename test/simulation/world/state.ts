import { firstDay, type State } from '../../../infra/simulators/state.ts';
import type { QueueName } from '../../../shared/domain/ports/queues.ts';
import type { Row } from '../../../shared/domain/ports/table.ts';
import type { DistributorSlug, Mode } from '../../../shared/domain/vocabulary.ts';
import type { Delivery } from '../../../shared/notices/delivery.ts';
import type { Mail } from '../../../shared/notices/mailer.ts';
import type { Observed } from '../invariants/remembered.ts';
import { type Judged, nothingJudged } from '../judge/judged.ts';
import type { Act } from './acts.ts';

/** A request that a caller makes of our API. `again` = how often it is repeated when no answer, or a 5xx, comes back. */
export type ApiRequest = {
  readonly who: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** The route, as API Gateway names it, and what stands in its braces. */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly wait?: number;
  /** Its `Idempotency-Key`. */
  readonly key?: string;
  readonly again: number;
};

/** A message in a queue; `received` counts deliveries, `visibleAt` hides it from its consumer. */
export type Message = {
  readonly id: number;
  readonly queue: QueueName | 'returned';
  readonly body: string;
  readonly visibleAt: number;
  readonly received: number;
};

/** The poller's memory, as it stands between two of its ticks. */
export type Remembered = ReadonlyMap<string, number>;

/** Why a function runs. */
export type Cause =
  | { readonly by: 'message'; readonly message: Message }
  | { readonly by: 'request'; readonly request: ApiRequest }
  | { readonly by: 'schedule'; readonly nudged: Remembered };

/** One invocation of a function. The identifiers that it draws begin with `ids`. */
export type Run = {
  readonly id: number;
  readonly ids: string;
  readonly cause: Cause;
  readonly startedAt: number;
  /** How far this function's clock is from the true time, in milliseconds. */
  readonly skew: number;
};

/** What an I/O call answered, and when: enough to bring a suspended invocation back to where it stood. */
export type Completion = {
  readonly op: number;
  readonly at: number;
  readonly answer:
    | { readonly value: unknown }
    | { readonly error: string }
    | { readonly hung: true }
    | { readonly slept: true };
};

/** An invocation that stands still: frozen before an I/O call, or asleep. */
export type Suspended = { readonly run: Run; readonly log: readonly Completion[]; readonly wakeAt: number };

/** A request to a distributor, as plain data. */
export type SentRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** A request that is still on its way although its caller has given up. */
export type LateRequest = { readonly at: number; readonly request: SentRequest };

/** How a distributor tells of one order, whose parcels it knows well. */
export type IllTold = {
  readonly poNumber: string;
  readonly as: 'garbage' | "another's" | 'sent elsewhere' | 'in part';
  readonly until: number;
};

/**
 * Requests of this name are answered so, by something in between or by a list that is not in order, until then; `copied` = something in
 * between delivers them a second time, a moment after they were answered.
 */
export type Detour = {
  readonly slug: DistributorSlug;
  readonly name: string;
  readonly as: 'unrouted' | 'cut-list' | 'nameless-list' | 'short-list' | 'failed-list' | 'copied';
  readonly until: number;
};

/** Something that the world does by itself at a time. */
export type Scripted = { readonly at: number; readonly act: Act };

/** A mail that SES took; `back` = when it came back or was called unwanted. */
export type SentMail = Mail & {
  readonly at: number;
  readonly back?: { readonly how: 'bounced' | 'unwanted'; readonly at: number };
};

/** What a caller of the API was told. */
type Told = {
  readonly who: string;
  readonly route: string;
  readonly path: ApiRequest['path'];
  readonly key?: string | undefined;
  readonly status: number;
  readonly body: unknown;
};

/** What may be down for long, beside a distributor. */
export type DownPort = 'vault' | 'queues' | 'mail' | 'webhook';

/** The whole world as data: it can be copied, compared, and brought back to life. Nothing in it is changed in place. */
export type World = {
  now: number;
  serial: number;
  /** How often each function was begun. */
  begun: Readonly<Record<string, number>>;
  rows: ReadonlyMap<string, Row>;
  /** The table as it was before each of the last steps: what lags shows it. */
  past: readonly { readonly at: number; readonly rows: ReadonlyMap<string, Row> }[];
  messages: readonly Message[];
  dead: readonly Message[];
  distributors: Readonly<Record<DistributorSlug, State>>;
  script: readonly Scripted[];
  suspended: readonly Suspended[];
  late: readonly LateRequest[];
  /** Every request that was ever made of the API, answered or not. */
  asked: readonly ApiRequest[];
  told: readonly Told[];
  /** PO numbers that a distributor has taken, and of whose copy it then said no, in its own words. */
  copiesRefused: readonly string[];
  mails: readonly SentMail[];
  posted: readonly Delivery[];
  /** The last minute at which the poller ran. */
  lastTick: number;
  /** What the poller's instance remembers. */
  nudged: Remembered;
  /** What expires is deleted at once, 48 hours late, or never. */
  expiry: 'at-once' | 'late' | 'never';
  /** Until when a distributor answers nothing but 502. */
  outages: Readonly<Partial<Record<DistributorSlug, number>>>;
  /** Ports of ours that fail at every call, until then. */
  down: Readonly<Partial<Record<DownPort, number>>>;
  /** Lists that do not show what was ordered since then, for as long as that. */
  lagging: Readonly<Partial<Record<DistributorSlug, { readonly since: number; readonly until: number }>>>;
  /** Orders of which a distributor tells what cannot be read, or what is another's, until then. */
  illTold: Readonly<Partial<Record<DistributorSlug, IllTold>>>;
  detours: readonly Detour[];
  /** How long customers' data is kept: usually longer than any scenario. */
  retentionDays: number;
  /** A row of ours can never be read again. */
  isBroken: boolean;
  /** How far the clock of the next invocation is from the true time, in milliseconds. */
  skew: number;
  /** How far the clocks of all that begins from now on are from the true time, in milliseconds. */
  drift: number;
  /** How far two clocks may have been apart so far. */
  apart: number;
  /** The invocation that runs now; `fresh` = it has not been suspended. */
  running: { readonly id: number; readonly fresh: boolean };
  /** What the invariants and the judge remember; the service never sees it. */
  observed: Observed;
  judged: Judged;
};

export type Place = { readonly slug: DistributorSlug; readonly mode: Mode };

/** One second after the minute: so the poller runs a second before S is over, where clocks that differ matter most. */
const start = Date.UTC(2026, 10, 20, 17, 0, 1);

/** Clocks that are in order are so far apart. */
const usuallyApart = 2_000;

/** Whether a lag until then is over: one that lasts beyond what A1 allows is tried only where clocks are in order. */
export const lags = ({ now, apart }: World, until: number): boolean => now < until - (apart - usuallyApart);

export const emptyWorld = (observed: Observed): World => ({
  now: start,
  serial: 0,
  begun: {},
  rows: new Map(),
  past: [],
  messages: [],
  dead: [],
  distributors: {
    'parts-unlimited': firstDay(),
    wps: firstDay(),
    'tucker-rocky': firstDay(),
    automatic: firstDay(),
  },
  script: [],
  suspended: [],
  late: [],
  asked: [],
  told: [],
  copiesRefused: [],
  mails: [],
  posted: [],
  lastTick: start,
  nudged: new Map(),
  expiry: 'at-once',
  outages: {},
  down: {},
  lagging: {},
  illTold: {},
  detours: [],
  retentionDays: 36_500,
  isBroken: false,
  skew: 0,
  drift: 0,
  apart: usuallyApart,
  running: { id: 0, fresh: true },
  observed,
  judged: nothingJudged(),
});

/** A world that can go another way. All that it holds is replaced, never changed, so one level is enough. */
export const fork = (world: World): World => ({ ...world });
