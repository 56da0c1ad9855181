import { createHash } from 'node:crypto';
import { distributors } from '../../../shared/distributors/all.ts';
import { loadHttp } from '../../../shared/distributors/client.ts';
import { setUpsWith } from '../../../shared/distributors/set-ups.ts';
import type { Log } from '../../../shared/domain/ports/ports.ts';
import type { QueueName } from '../../../shared/domain/ports/queues.ts';
import type { Change, Key, Table } from '../../../shared/domain/ports/table.ts';
import type { SealedFor, Vault } from '../../../shared/domain/ports/vault.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { Mail } from '../../../shared/notices/mailer.ts';
import { type AssertionFailed, assertingTable } from '../../../shared/ordering/asserting-table.ts';
import { byHand } from '../../../shared/ordering/by-hand.ts';
import { deliver } from '../../../shared/webhooks/deliver.ts';
import { memoryTable } from '../../memory-table.ts';
import { lookAtWrite } from '../faults/sightings.ts';
import { watchBegins, watchRequest } from '../invariants/permitted-requests.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Io } from './body.ts';
import { broken, cut, detoured, toldInPart } from './distributor-answers.ts';
import {
  type Answer,
  hosts,
  nameOfRequest,
  placeOf,
  receive,
  receiveLagging,
  receiveStrange,
  takeEffect,
} from './distributors.ts';
import type { Op, OpKind } from './machine.ts';
import { kindOfRequest, rowKind } from './sites.ts';
import { lags, type SentRequest, type World } from './state.ts';

const silent = () => undefined;
const log: Log = { info: silent, warn: silent, error: silent };

/** Texts are sealed by writing beside them for whom: opened for anybody else they do not open. */
const sealedText = (text: string, { storeId, purpose, mode }: SealedFor): string =>
  JSON.stringify({ storeId, purpose, mode, text });
const openedText = (sealed: string, { storeId, purpose, mode }: SealedFor): string => {
  const box = JSON.parse(sealed);
  if (box.storeId !== storeId || box.purpose !== purpose || box.mode !== mode) throw new Error('It does not open.');
  return box.text;
};

const setUps = setUpsWith(hosts);
/** Before the first schedule, which would otherwise run in another order than all later ones. */
await loadHttp();

const memory = memoryTable();

const asksByResend = (slug: DistributorSlug): boolean => distributors[slug].profile.lookUp === 'by-resend';

/** Looks something up in the world's table. */
const inTable = <T>(world: World, look: (table: Table) => Promise<T>): Promise<T> => {
  memory.restore(world.rows);
  return look(memory);
};

/** Does something to the world's table. */
const onTable = async <T>(world: World, act: (table: Table) => Promise<T>): Promise<T> => {
  const result = await inTable(world, act);
  world.rows = memory.snapshot();
  return result;
};

const keyOf = (change: Change): Key => ('put' in change ? change.put : change.remove);
const shape = (change: Change): string => {
  const kind = rowKind(keyOf(change).sk);
  return 'put' in change ? (change.was === null ? `+${kind}` : kind) : `-${kind}`;
};

const sendMessage = (world: World, queue: QueueName, body: string, delaySeconds: number): void => {
  world.serial += 1;
  const message = { id: world.serial, queue, body, visibleAt: world.now + delaySeconds * 1000, received: 0 };
  world.messages = [...world.messages, message];
};

/** What the functions are given, of this world: every call is an I/O call of the machine, named after what it touches. */
export const portsOf = (io: Io, functionName: string) => {
  const call = async <T>(kind: OpKind, what: string, effect: (world: World) => Promise<T>): Promise<T> =>
    (await io.call({ kind, name: `${functionName}: ${what}`, effect })) as T;
  const table: Table = {
    get: (key) => call('read', `get ${rowKind(key.sk)}`, (world) => inTable(world, (rows) => rows.get(key))),
    query: (query) =>
      query.mayLag === true
        ? call('lagging-read', 'query that may lag', (world) => inTable(world, (rows) => rows.query(query)))
        : call('read', `query ${rowKind(query.prefix ?? '')}`, (world) => inTable(world, (rows) => rows.query(query))),
    list: (query) => call('lagging-read', `list ${query.index}`, (world) => inTable(world, (rows) => rows.list(query))),
    due: (query) => call('lagging-read', `due ${query.due}`, (world) => inTable(world, (rows) => rows.due(query))),
    write: (changes) =>
      call('write', `write ${[...new Set(changes.map(shape))].join(' ')}`, async (world) => {
        const before = world.rows;
        const failed: AssertionFailed = (assertion, { pk }) =>
          wrong(world, `${pk}: it does not hold that ${assertion}.`);
        const result = await onTable(world, (rows) => assertingTable(rows, asksByResend, failed).write(changes));
        const written = changes.map(keyOf);
        if (result === 'done') watchBegins(world, before, written);
        lookAtWrite(before, world.rows, written);
        return result;
      }),
  };
  const vault: Vault = {
    fingerprint: (text) => call('open', 'fingerprint', async () => createHash('sha256').update(text).digest('hex')),
    seal: (text, context) => call('open', 'seal', async () => sealedText(text, context)),
    open: (sealed, context) => call('open', `open ${context.purpose}`, async () => openedText(sealed, context)),
  };
  const clock = { now: io.now, sleep: io.sleep };
  return {
    table,
    vault,
    clock,
    log,
    queues: {
      send: (queue: QueueName, nudges: unknown, delaySeconds = 0) =>
        call('send', `send ${queue}`, async (world) =>
          sendMessage(world, queue, JSON.stringify(nudges), Math.min(900, Math.max(0, Math.ceil(delaySeconds)))),
        ),
    },
    newId: io.newId,
    // Each time others: two keys never have one id.
    randomBytes: (count: number) => new Uint8Array(createHash('sha512').update(io.newId()).digest().subarray(0, count)),
    random: () => 0.5,
    meter: silent,
    distributors,
    setUps,
    hosts,
    fetch: fetchOf(io, functionName),
    allowLocalWebhooks: true,
    byHand,
    retentionDays: io.retentionDays,
    loopback: true,
    mailFrom: 'orders@platform.example',
    sendMail: (mail: Mail) =>
      call('mail', `mail ${mail.to.startsWith('service@') ? 'store' : 'customer'}`, async (world) => {
        world.mails = [...world.mails, { ...mail, at: world.now }];
        return { outcome: 'sent' as const };
      }),
    deliver: (delivery: World['posted'][number]) =>
      deliver({ clock, post: (_url, { signal }) => posting(io, functionName, delivery, signal) })(delivery),
  };
};

const posting = async (
  io: Io,
  name: string,
  delivery: World['posted'][number],
  signal: AbortSignal,
): Promise<{ readonly status: number }> => {
  const effect = async (world: World) => {
    world.posted = [...world.posted, delivery];
    return 204;
  };
  const status = Number(await io.call({ kind: 'post', name: `${name}: post webhook`, effect }, signal));
  if (Number.isNaN(status)) throw new Error('The connection broke.');
  return { status };
};

/** What an I/O call to a distributor brings: an answer, or a connection that was never made or broke. */
type Exchanged = Answer | 'refused-connection' | 'reset';

const fetchOf =
  (io: Io, functionName: string): typeof fetch =>
  async (input, init) => {
    const isWhole = input instanceof Request && Object.keys(init ?? {}).length === 0;
    const request = isWhole ? input : new Request(input, init);
    const body = request.body === null ? null : await request.text();
    const sent: SentRequest = {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body,
    };
    const op: Op = {
      kind: kindOfRequest(sent),
      name: `${functionName}: ${nameOfRequest(sent)}`,
      sent,
      effect: (world) => received(world, sent, functionName),
    };
    const exchanged = (await io.call(op, request.signal)) as Exchanged;
    if (exchanged === 'reset') throw new TypeError('fetch failed', { cause: withCode('ECONNRESET') });
    if (exchanged === 'refused-connection') throw new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') });
    const { status, headers } = exchanged;
    return new Response(status === 204 ? null : exchanged.body, { status, headers });
  };

/** What was on its way arrives first: also while an invocation stands at a slow call. */
const arrive = async (world: World): Promise<void> => {
  for (const late of world.late.filter(({ at }) => at <= world.now)) {
    world.late = world.late.filter((each) => each !== late);
    await receive(world, late.request);
  }
  takeEffect(world);
};

const received = async (world: World, sent: SentRequest, functionName: string): Promise<Answer> => {
  await arrive(world);
  if ((world.outages[placeOf(sent).slug] ?? 0) > world.now) return broken;
  watchRequest(world, sent, functionName);
  return onDetour(world, sent, await illTold(world, sent, await answered(world, sent)));
};

/** So long after the answer comes the copy of a request that something delivers twice. */
const copiedAfter = 1;

/** What comes of the answer where its path leads elsewhere. */
const onDetour = (world: World, sent: SentRequest, answer: Answer): Answer => {
  const name = nameOfRequest(sent);
  const detour = world.detours.find((each) => each.name === name && each.until > world.now);
  if (detour?.as === 'copied') world.late = [...world.late, { at: world.now + copiedAfter, request: sent }];
  return detour === undefined ? answer : detoured(detour, answer);
};

const answered = async (world: World, sent: SentRequest): Promise<Answer> => {
  const lag = world.lagging[placeOf(sent).slug];
  return lag !== undefined && lags(world, lag.until) && kindOfRequest(sent) === 'ask'
    ? receiveLagging(world, sent, lag.since)
    : receive(world, sent);
};

/** Whether an answer names an order, by its number or by one of the distributor's own: parcels are told by that at Tucker Rocky. */
const isAbout = (world: World, slug: DistributorSlug, poNumber: string, { body }: Answer): boolean =>
  [
    poNumber,
    ...world.distributors[slug].orders
      .filter((order) => order.poNumber === poNumber)
      .flatMap(({ shares }) => shares.map(({ orderNumber }) => orderNumber)),
  ].some((number) => body.includes(number));

/** The answer, or what is told in its place where it tells of an order that the distributor tells ill of. */
const illTold = async (world: World, sent: SentRequest, answer: Answer): Promise<Answer> => {
  const { slug } = placeOf(sent);
  const ill = world.illTold[slug];
  if (ill === undefined || world.now >= ill.until || !isAbout(world, slug, ill.poNumber, answer)) return answer;
  if (kindOfRequest(sent) !== 'ask') return answer;
  if (ill.as === 'in part') return toldInPart(slug, answer);
  return ill.as === 'garbage' ? cut : receiveStrange(world, sent, ill);
};

const withCode = (code: string): Error => Object.assign(new Error(code), { code });
