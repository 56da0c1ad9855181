import * as v from 'valibot';
import { RowParts, storedObject, type Table } from '../domain/ports/table.ts';
import { amend, type Draft, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds, later, minute } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { Delivered } from './delivery.ts';
import type { NoticePorts } from './ports.ts';

/** How a store's webhook answered of late. Apart from the store, whose row people write; it counts for this URL only. */
export const EndpointRow = storedObject({
  ...RowParts,
  url: v.string(),
  /** Deliveries that failed in a row. */
  failures: v.number(),
  /** While it fails nobody asks before this: somebody is asking, or it is to be left alone. */
  askAfter: v.nullable(Instant),
  /** It answered 410: it is not asked until the store is PUT again. */
  disabledAt: v.nullable(Instant),
  lastDeliveredAt: v.nullable(Instant),
  lastFailure: v.nullable(storedObject({ at: Instant, reason: v.string() })),
  /** A test event is being sent, until then at the latest. */
  testingUntil: v.optional(v.nullable(Instant)),
});
export type EndpointRow = v.InferOutput<typeof EndpointRow>;

type Endpoint = { readonly storeId: string; readonly url: string };

/** Whether the endpoint may be asked now. `failures` is what `afterDelivery` wants to know. */
type Turn =
  | { readonly turn: 'ask'; readonly failures: number }
  | { readonly turn: 'wait'; readonly until: Instant }
  | { readonly turn: 'disabled' };

/** The longest that an endpoint which fails is left alone, in seconds. */
const longestRestSeconds = 3600;

/** Longer than one delivery lasts, in seconds: whoever asks is gone by then. */
export const oneDelivery = seconds.deliveryLimit + 10;

/** How long an endpoint is left alone after `failures` in a row: 5 s, and four times as long each time. In seconds. */
const restSeconds = (failures: number): number => Math.min(5 * 4 ** (failures - 1), longestRestSeconds);

/** How long it asks to be left alone (`Retry-After`), as far as that is heeded. In seconds. */
export const restAskedFor = (told: Delivered): number =>
  told.outcome === 'failed' ? Math.min(told.retryAfterSeconds ?? 0, longestRestSeconds) : 0;

/** What is known of the endpoint; undefined = nothing of this URL. */
export const endpointOf = async (table: Table, { storeId, url }: Endpoint): Promise<EndpointRow | undefined> => {
  const row = await load(table, keys.endpoint(storeId), EndpointRow);
  return row?.url === url ? row : undefined;
};

/** Whether anybody may ask it now. */
export const turnAt = (row: Draft<EndpointRow> | undefined, now: number): Turn => {
  if (row === undefined) return { turn: 'ask', failures: 0 };
  if (row.disabledAt !== null) return { turn: 'disabled' };
  if (row.askAfter !== null && milliseconds(row.askAfter) > now) return { turn: 'wait', until: row.askAfter };
  return { turn: 'ask', failures: row.failures };
};

/** Takes the right to ask. One that works is asked by many at once; one that fails by one at a time. */
export const takeTurn = async (
  ports: NoticePorts,
  endpoint: Endpoint,
  known: EndpointRow | undefined,
): Promise<Turn> => {
  let turn = turnAt(known, ports.clock.now());
  if (known === undefined || known.failures === 0) return turn;
  const decide = (stored: EndpointRow | undefined): Draft<EndpointRow> | null => {
    const now = ports.clock.now();
    const row = stored?.url === endpoint.url ? stored : undefined;
    turn = turnAt(row, now);
    if (row === undefined || turn.turn !== 'ask' || row.failures === 0) return null;
    return { ...row, askAfter: addSeconds(now, oneDelivery) };
  };
  await amend(ports, keys.endpoint(endpoint.storeId), EndpointRow, decide, known);
  return turn;
};

const unknown = ({ storeId, url }: Endpoint): Draft<EndpointRow> => ({
  ...keys.endpoint(storeId),
  url,
  failures: 0,
  askAfter: null,
  disabledAt: null,
  lastDeliveredAt: null,
  lastFailure: null,
});

/** Remembers what a delivery came to. Of many that fail at once, all begun at the same number of failures, one counts. */
export const afterDelivery = async (
  ports: NoticePorts,
  endpoint: Endpoint,
  failures: number,
  told: Delivered,
): Promise<void> => {
  const now = ports.clock.now();
  await amend(ports, keys.endpoint(endpoint.storeId), EndpointRow, (stored) => {
    const row = stored?.url === endpoint.url ? stored : unknown(endpoint);
    if (told.outcome === 'delivered') return delivered(row, now);
    const lastFailure = {
      at: instant(now),
      reason: told.outcome === 'gone' ? 'Answered with status 410.' : told.reason,
    };
    if (told.outcome === 'gone') return { ...row, lastFailure, disabledAt: row.disabledAt ?? instant(now) };
    if (row.failures > failures) return null;
    const rest = Math.max(restSeconds(row.failures + 1), restAskedFor(told));
    return { ...row, lastFailure, failures: row.failures + 1, askAfter: addSeconds(now, rest) };
  });
};

type TestPorts = Pick<NoticePorts, 'table' | 'newId' | 'clock'>;

/** Takes the right to send a test event, whatever the endpoint answered before; false while another one of the store is being sent. */
export const beginTest = async ({ clock, ...ports }: TestPorts, endpoint: Endpoint): Promise<boolean> => {
  const now = clock.now();
  const { written } = await amend(ports, keys.endpoint(endpoint.storeId), EndpointRow, (stored) => {
    if (stored?.testingUntil && milliseconds(stored.testingUntil) > now) return null;
    const row = stored?.url === endpoint.url ? stored : unknown(endpoint);
    return { ...row, testingUntil: addSeconds(now, oneDelivery) };
  });
  return written;
};

/** The next one may be sent. */
export const endTest = async (ports: TestPorts, { storeId }: Endpoint): Promise<void> => {
  await amend(ports, keys.endpoint(storeId), EndpointRow, (row) =>
    row?.testingUntil ? { ...row, testingUntil: null } : null,
  );
};

/** One that works is not written at every delivery: its last one is known to the minute. */
const delivered = (row: Draft<EndpointRow>, now: number): Draft<EndpointRow> | null => {
  const isFresh = row.lastDeliveredAt !== null && now - milliseconds(row.lastDeliveredAt) < minute;
  if (row.failures === 0 && isFresh) return null;
  return { ...row, failures: 0, askAfter: null, lastDeliveredAt: later(row.lastDeliveredAt, instant(now)) };
};

/** The store was PUT: an endpoint that was given up is asked again, whatever it answered before. */
export const reviveEndpoint = async (ports: Pick<NoticePorts, 'table' | 'newId'>, storeId: string): Promise<void> => {
  await amend(ports, keys.endpoint(storeId), EndpointRow, (row) =>
    row === undefined || (row.disabledAt === null && row.failures === 0)
      ? null
      : { ...row, disabledAt: null, failures: 0, askAfter: null },
  );
};

/** How the webhook does, as a store is shown it. */
export const viewEndpoint = (row: EndpointRow | undefined) => ({
  state: row === undefined ? 'active' : stateOf(row),
  lastDeliveredAt: row?.lastDeliveredAt ?? null,
  lastFailure: row?.lastFailure ?? null,
});

const stateOf = ({ disabledAt, failures }: EndpointRow): 'active' | 'failing' | 'disabled' =>
  disabledAt !== null ? 'disabled' : failures > 0 ? 'failing' : 'active';
