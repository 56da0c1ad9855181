import type { Fault } from '../../infra/simulators/faults.ts';
import { queueNames } from '../../shared/domain/ports/queues.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { resources, short } from '../infra/deployed.ts';
import { dialogOf, inStore, itemBody, orderBody, placed, putOrder, setUp, submit } from '../moto-hut.ts';
import type { OnCall } from './on-call.ts';

/** Something that goes wrong, and what must ring within how many minutes. */
export type Incident = {
  readonly name: string;
  /** The alarm that says it best. */
  readonly rings: string;
  readonly within: number;
  /** What else may ring: it is true as well. Whatever rings beside these is a false alarm. */
  readonly also?: readonly string[];
  /** How it begins. */
  readonly begin?: (world: OnCall) => Promise<unknown>;
  /** What goes on every minute while it lasts. */
  readonly everyMinute?: (world: OnCall) => unknown;
  /** What is told every minute once it is over, where silence says nothing. */
  readonly afterwards?: (world: OnCall) => unknown;
};

const functionNames = resources('AWS::Lambda::Function').map(([, { Properties }]) =>
  short(String(Properties.FunctionName)),
);

const fails = (name: string) => async (): Promise<never> => {
  throw Object.assign(new Error(name), { name });
};

const shipByHand = async (world: OnCall, orderId: string): Promise<void> => {
  const poNumber = await placed(world.hut, orderId);
  const path = `${inStore}/purchase-orders/${poNumber}/shipments`;
  await world.ask('POST', path, { body: { carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 } });
};

const forEver = 1_000_000;

/** An order is submitted while WPS goes wrong for ever at orders, and at looking for them. */
const submittedWhile =
  (submitFault: Fault['fault'], findFault: Fault['fault']) =>
  async ({ hut }: OnCall) => {
    hut.fault('wps', 'submit', submitFault, forEver);
    hut.fault('wps', 'find', findFault, forEver);
    await submit(hut, '1001', { wait: 0 });
  };

const late = ['operations-overdue-work'];
const doubtful = ['operations-needs-person', 'operations-long-in-doubt'];
const refusedRequests = ['operations-requests-failed', 'api-server-errors'];

/** Incidents that the service itself runs through, from its own code and a part of the world that is broken. */
const ofTheService: readonly Incident[] = [
  {
    name: 'an order may or may not be placed, and the credentials that could tell are refused',
    rings: 'operations-needs-person',
    within: 40,
    begin: async ({ hut }) => {
      hut.fault('wps', 'submit', 'timeout-after');
      hut.fault('wps', 'find', 'bad-credentials');
      await submit(hut, '1001');
    },
  },
  {
    name: 'the store deletes its settings while an order is in doubt',
    rings: 'operations-needs-person',
    within: 40,
    begin: async ({ hut }) => {
      await putOrder(hut, '1001', orderBody([itemBody({ slug: 'automatic' })]));
      hut.fault('automatic', 'submit', 'timeout-after');
      await submit(hut, '1001');
      await hut.ask('DELETE', `${inStore}/distributors/automatic`);
    },
  },
  {
    name: 'the order was cancelled while it was in doubt, and the distributor does not have it',
    rings: 'operations-needs-person',
    within: 70,
    begin: async ({ hut }) => {
      hut.fault('wps', 'submit', 'timeout-before');
      await submit(hut, '1001');
      await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' }));
    },
  },
  {
    name: 'a distributor takes an order, then answers nobody for hours',
    rings: 'operations-long-in-doubt',
    within: 190,
    also: doubtful,
    begin: async ({ hut }) => {
      hut.fault('wps', 'submit', 'timeout-after');
      hut.fault('wps', 'find', 'server-error', forEver);
      await submit(hut, '1001');
    },
  },
  ...(['timeout-before', 'server-error', 'garbage'] as const).map((fault) => ({
    name: `a distributor's door is broken (${fault}) and so is its search`,
    rings: 'operations-long-in-doubt',
    within: 190,
    begin: submittedWhile(fault, fault === 'garbage' ? 'garbage' : 'server-error'),
  })),
  {
    name: 'a distributor has moved to another host, and one customer waits',
    rings: 'operations-needs-person',
    within: 40,
    begin: submittedWhile('unrouted', 'unrouted'),
  },
  {
    name: 'somebody else uses up the limit that a distributor has for a store',
    rings: 'operations-long-waiting',
    within: 310,
    begin: submittedWhile('rate-limit', 'rate-limit'),
  },
  ...distributorSlugs.map((slug) => ({
    name: `${slug} has changed how it answers about parcels, and nobody can read it`,
    rings: `operations-sweeps-in-vain-${slug}`,
    within: 450,
    begin: async ({ hut }: OnCall) => {
      await placed(hut, '1001', { slug });
      hut.fault(slug, 'track', 'server-error', forEver);
    },
  })),
  {
    name: 'the queues do not exist any more, or take nothing',
    rings: 'poll-due-errors',
    within: 12,
    also: late,
    begin: async ({ hut }) => {
      hut.ports.queues.send = fails('QueueDoesNotExist');
      await submit(hut, '1001', { wait: 0 });
    },
  },
  {
    name: 'the queues take messages and deliver none',
    rings: 'operations-overdue-work',
    within: 40,
    begin: async ({ hut }) => {
      hut.ports.queues.send = async () => {};
      await submit(hut, '1001', { wait: 0 });
    },
  },
  {
    name: 'nobody sweeps any more',
    rings: 'operations-sweeps-late',
    within: 210,
    also: late,
    begin: async ({ hut }) => {
      await placed(hut, '1001');
      const { send } = hut.ports.queues;
      hut.ports.queues.send = async (queue, ...rest) => (queue === 'sweep' ? undefined : send(queue, ...rest));
    },
  },
  {
    name: 'the table answers nobody',
    rings: 'operations-requests-failed',
    within: 8,
    also: ['api-server-errors', 'operations-table-throttled', 'poll-due-errors', 'operations-nudges-failed'],
    begin: async ({ hut }) => {
      const throttled = fails('ProvisionedThroughputExceededException');
      Object.assign(hut.ports.table, { get: throttled, query: throttled, list: throttled, write: throttled });
    },
    everyMinute: async (world) => {
      for (let count = 0; count < 3; count++) await world.ask('GET', `${inStore}/orders/1001`);
      world.metrics.table(world.hut.now(), 'ReadThrottleEvents', 30);
    },
  },
  {
    name: 'a deployment forgot the right to write to the table',
    rings: 'operations-requests-failed',
    within: 10,
    also: [...refusedRequests, 'operations-nudges-failed'],
    begin: async ({ hut }) => Object.assign(hut.ports.table, { write: fails('AccessDeniedException') }),
    everyMinute: (world) =>
      world.ask('PUT', `${inStore}/orders/1001`, { body: orderBody([itemBody({ quantity: world.minutes() })]) }),
  },
  {
    name: 'the index of what is due is gone',
    rings: 'poll-due-errors',
    within: 12,
    also: late,
    begin: async ({ hut }) => Object.assign(hut.ports.table, { due: fails('ValidationException') }),
  },
  {
    name: 'the key is disabled, in a quiet store',
    rings: 'operations-overdue-work',
    within: 45,
    also: ['operations-nudges-failed'],
    begin: async ({ hut }) => {
      Object.assign(hut.ports, { vault: { ...hut.ports.vault, open: fails('DisabledException') } });
      await submit(hut, '1001', { wait: 0 });
    },
  },
  {
    name: 'the row of the data keys is gone, with many orders waiting',
    rings: 'operations-nudges-failed',
    within: 40,
    also: [...late, ...refusedRequests],
    begin: async ({ hut }) => {
      Object.assign(hut.ports, { vault: { ...hut.ports.vault, open: fails('InvalidCiphertextException') } });
      for (const orderId of ['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008']) {
        await putOrder(hut, orderId);
        await submit(hut, orderId, { wait: 0 });
      }
    },
  },
  {
    name: 'a row is written that nobody would ever find again',
    rings: 'operations-assertions-failed',
    within: 10,
    begin: async ({ hut }) => hut.ports.log.error('assertion-failed', { assertion: 'what is owed is due' }),
  },
  {
    name: 'a store’s settings at one distributor cannot be read, and somebody opens a dialog',
    rings: 'operations-assertions-failed',
    within: 10,
    begin: async ({ hut }) => {
      const row = hut.memory.rows().find(({ sk }) => sk === keys.distributor('moto-hut', 'wps').sk);
      if (row === undefined) throw new Error('The store has no settings');
      const spoiled = { ...row, testMode: 'perhaps' };
      await hut.memory.write([{ put: spoiled, was: row.rev }]);
      await hut.ask('GET', dialogOf('1001'));
    },
  },
  {
    name: 'SES has suspended the account, and one customer waits for a mail',
    rings: 'operations-mail-not-allowed',
    within: 35,
    begin: async (world) => {
      world.mail = { outcome: 'not-allowed', message: 'Our account may not send this mail.' };
      await shipByHand(world, '1001');
    },
  },
  {
    name: 'SES is down, and six customers wait for a mail',
    rings: 'operations-mails-failed',
    within: 40,
    begin: async (world) => {
      world.mail = { outcome: 'try-later', message: 'SES did not take the mail.' };
      for (const orderId of ['2001', '2002', '2003', '2004', '2005', '2006']) await shipByHand(world, orderId);
    },
  },
  {
    name: 'nobody can be let in: the authorizer cannot read the table',
    rings: 'authorize-request-errors',
    within: 12,
    also: ['api-server-errors'],
    everyMinute: ({ metrics, hut }) => {
      metrics.lambda(hut.now(), 'authorize-request', 'Errors', 2);
      metrics.api(hut.now(), '5xx', 2);
    },
  },
];

/** Incidents that AWS counts: as its documentation says that it does. */
const ofAws: readonly Incident[] = [
  {
    name: 'the schedule is switched off',
    rings: 'every-minute-silence',
    within: 20,
    begin: async (world) => {
      world.scheduled = false;
    },
  },
  {
    name: 'API Gateway cannot reach the functions',
    rings: 'api-server-errors',
    within: 8,
    everyMinute: ({ metrics, hut }) => metrics.api(hut.now(), '5xx', 3),
  },
  {
    name: 'one caller has gone wild, and API Gateway tells everybody’s submits to come later',
    rings: 'operations-requests-throttled',
    within: 18,
    everyMinute: ({ metrics, hut }) => metrics.service(hut.now(), 'RequestsThrottled', 75),
  },
  ...(
    [
      ['TimeInDoubt', 'is in doubt', 'operations-long-in-doubt'],
      ['TimeWaiting', 'waits', 'operations-long-waiting'],
    ] as const
  ).map(([metric, what, rings]) => ({
    name: `an order at one distributor ${what} for hours, at another for a moment`,
    rings,
    within: 5,
    everyMinute: ({ metrics, hut }: OnCall) => {
      metrics.service(hut.now(), metric, 5 * 3600, { distributor: 'wps', mode: 'live' });
      metrics.service(hut.now(), metric, 30, { distributor: 'automatic', mode: 'live' });
    },
  })),
  {
    name: 'somebody mails made-up addresses',
    rings: 'operations-bounces',
    within: 65,
    everyMinute: ({ metrics, hut }) => metrics.ses(hut.now(), 'Reputation.BounceRate', 0.045),
    afterwards: ({ metrics, hut }) => metrics.ses(hut.now(), 'Reputation.BounceRate', 0.01),
  },
  {
    name: 'customers complain of our mails',
    rings: 'operations-complaints',
    within: 65,
    everyMinute: ({ metrics, hut }) => metrics.ses(hut.now(), 'Reputation.ComplaintRate', 0.0009),
    afterwards: ({ metrics, hut }) => metrics.ses(hut.now(), 'Reputation.ComplaintRate', 0.0002),
  },
  {
    name: 'the way out is closed: no webhook of any store arrives',
    rings: 'operations-webhooks-failed',
    within: 35,
    everyMinute: ({ metrics, hut }) =>
      metrics.service(hut.now(), 'WebhooksFailed', 5, { distributor: 'wps', mode: 'live' }),
  },
  ...[undefined, 'byDue', 'byStore', 'byStatus', 'byAttention'].map((index) => ({
    name: `the table is throttled: ${index ?? 'its own rows'}`,
    rings: 'operations-table-throttled',
    within: 13,
    everyMinute: ({ metrics, hut }: OnCall) => metrics.table(hut.now(), 'WriteThrottleEvents', 40, index),
  })),
  ...functionNames.flatMap((name) => [
    {
      name: `${name} does not start any more and is asked every ten minutes`,
      rings: `${name}-errors`,
      within: 33,
      everyMinute: ({ metrics, hut, minutes }: OnCall) => {
        if (minutes() % 10 === 0) metrics.lambda(hut.now(), name, 'Errors');
      },
    },
    {
      name: `${name} may not run as often as it is asked`,
      rings: `${name}-throttles`,
      within: 8,
      everyMinute: ({ metrics, hut }: OnCall) => metrics.lambda(hut.now(), name, 'Throttles', 2),
    },
  ]),
  ...[...queueNames, 'bounce'].flatMap((name) => [
    {
      name: `a message of ${name} has failed five times`,
      rings: `${name}-dead-letters`,
      within: 4,
      everyMinute: ({ metrics, hut }: OnCall) =>
        metrics.sqs(hut.now(), `${name}-dead`, 'ApproximateNumberOfMessagesVisible', 1),
      // Whoever moves or deletes them wakes the queue: it tells how many there are again.
      afterwards: ({ metrics, hut }: OnCall) =>
        metrics.sqs(hut.now(), `${name}-dead`, 'ApproximateNumberOfMessagesVisible', 0),
    },
    {
      name: `messages of ${name} wait and wait`,
      rings: `${name}-late`,
      within: name.startsWith('submit-') ? 25 : 65,
      everyMinute: ({ metrics, hut, minutes }: OnCall) =>
        metrics.sqs(hut.now(), name, 'ApproximateAgeOfOldestMessage', minutes() * 60),
    },
  ]),
];

export const incidents = { ofTheService, ofAws };

/** Trouble that is nobody's emergency: a store is told of it, or it passes by itself. Nothing may ring. */
export const noIncidents: readonly Pick<Incident, 'name' | 'begin' | 'everyMinute'>[] = [
  ...distributorSlugs.map((slug) => ({
    name: `a store enters credentials that ${slug} refuses`,
    begin: async ({ hut }: OnCall) => {
      await setUp(hut, slug, { live: 'BAD-key-that-is-long-enough' });
      await putOrder(hut, '1001', orderBody([itemBody({ slug })]));
      await submit(hut, '1001');
    },
  })),
  {
    name: 'an order is in doubt for a moment, and is found',
    begin: async ({ hut }) => {
      hut.fault('wps', 'submit', 'timeout-after');
      await submit(hut, '1001');
    },
  },
  {
    name: 'a distributor pauses us',
    begin: async ({ hut }) => {
      hut.fault('wps', 'submit', 'rate-limit', 3);
      await submit(hut, '1001', { wait: 0 });
    },
  },
  {
    name: 'a distributor does not answer sweeps for an hour',
    begin: async ({ hut }) => {
      await placed(hut, '1001');
      hut.fault('wps', 'track', 'server-error', 3);
    },
  },
  {
    name: 'one customer’s address is no mailbox',
    begin: async (world) => {
      world.mail = { outcome: 'refused', message: 'SES does not take this mailbox.' };
      await shipByHand(world, '1001');
    },
  },
  {
    name: 'one run of a function is lost by Lambda',
    begin: async ({ metrics, hut }) => metrics.lambda(hut.now(), 'submit-order', 'Errors'),
  },
  {
    name: 'two runs of a function are lost within a few minutes',
    begin: async ({ metrics, hut }) => {
      metrics.lambda(hut.now(), 'submit-order', 'Errors');
      metrics.lambda(hut.now() + 3 * 60_000, 'submit-order', 'Errors');
    },
  },
  {
    name: 'some work is late for a minute, again and again',
    everyMinute: ({ metrics, hut, minutes }) => {
      if (minutes() % 4 === 0) metrics.service(hut.now(), 'OverdueWork', 2);
    },
  },
  {
    name: 'callers ask for what is not there',
    everyMinute: (world) => world.ask('GET', `${inStore}/orders/9999`),
  },
];
