import type { Context, SQSEvent } from 'aws-lambda';
import { dropShipItems } from '../../../functions/drop-ship-items.ts';
import { fetchOffer } from '../../../functions/fetch-offer.ts';
import { manageOrders } from '../../../functions/manage-orders.ts';
import { managePurchaseOrders } from '../../../functions/manage-purchase-orders.ts';
import { manageSettings } from '../../../functions/manage-settings.ts';
import { pollDue } from '../../../functions/poll-due.ts';
import { recordBounce } from '../../../functions/record-bounce.ts';
import { sendNotice } from '../../../functions/send-notice.ts';
import { submitOrder } from '../../../functions/submit-order.ts';
import { sweepTracking } from '../../../functions/sweep-tracking.ts';
import { messageWorker, worker } from '../../../shared/aws/worker.ts';
import { routes, scopes } from '../../../shared/contract/routes.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import type { Io } from './body.ts';
import { type Courses, noCourses } from './courses.ts';
import type { Runnable } from './machine.ts';
import { portsOf } from './ports.ts';
import type { ApiRequest, Cause, Message } from './state.ts';

/** A function as it is deployed: its name, its time limit, and its handler on the ports that it is given. */
type Deployed = Runnable & { readonly name: string };

/** How long a queue hides a message that is being worked on: its function's limit and the grace. */
export const hiddenFor = (queue: Message['queue']): number => (limitOf(consumerOf(queue)) + seconds.grace) * 1000;

const limits: Readonly<Record<string, number>> = {
  'drop-ship-items': 29,
  'manage-settings': 29,
  'manage-orders': 15,
  'manage-purchase-orders': 15,
  'submit-order': seconds.submitLimit,
  'sweep-tracking': seconds.sweepLimit,
  'send-notice': seconds.noticeLimit,
  'poll-due': 50,
};
const limitOf = (name: string): number => limits[name] ?? 30;
const consumerOf = (queue: Message['queue']): string =>
  queue === 'returned'
    ? 'record-bounce'
    : queue === 'sweep'
      ? 'sweep-tracking'
      : queue === 'mail' || queue === 'webhook'
        ? 'send-notice'
        : 'submit-order';

const contextOf = (io: Io, startedAt: number, limit: number) =>
  ({ getRemainingTimeInMillis: () => startedAt + limit - io.now() }) as Context;

/** Middy sets a real timer for a function that tells its time left, to answer in its last milliseconds; here time is not real, and an invocation killed at its limit answers nothing. */
const timeless = {} as Context;

/** An HTTP API's event (payload 2.0), let in by the authorizer with every scope. */
const eventOf = ({ method, route, path, body, wait = 0, key, who }: ApiRequest) => ({
  version: '2.0',
  routeKey: `${method} ${route}`,
  rawPath: route.replaceAll(/\{(\w+)\}/g, (_, name) => path[name] ?? ''),
  headers: {
    prefer: `wait=${wait}`,
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  },
  pathParameters: path,
  queryStringParameters: {},
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: {
    requestId: who,
    http: { method },
    authorizer: { lambda: { verdict: 'ok', keyId: 'key', storeId: '*', scopes: scopes.join(' ') } },
  },
});

/** Each batch is one message; which copy of it this is tells nobody anything. */
const recordOf = ({ body, received }: Message): SQSEvent['Records'][number] => ({
  messageId: 'message',
  receiptHandle: 'message',
  body,
  attributes: {
    ApproximateReceiveCount: String(received),
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue',
  awsRegion: 'us-east-1',
});

const apis = {
  'drop-ship-items': dropShipItems,
  'manage-orders': manageOrders,
  'manage-settings': manageSettings,
  'manage-purchase-orders': managePurchaseOrders,
  'fetch-offer': fetchOffer,
};
const isApi = (name: string): name is keyof typeof apis => name in apis;

const functionOf = ({ method, route }: ApiRequest): keyof typeof apis => {
  const name = Object.entries(routes).find(([key]) => key === `${method} ${route}`)?.[1].function ?? '';
  if (!isApi(name)) throw new Error(`No function of the world answers ${method} ${route}.`);
  return name;
};

export const functionNames = [
  ...Object.keys(apis),
  'submit-order',
  'sweep-tracking',
  'send-notice',
  'poll-due',
  'record-bounce',
];

/** Which function runs for this cause. */
export const functionFor = (cause: Cause): string => {
  if (cause.by === 'schedule') return 'poll-due';
  return cause.by === 'request' ? functionOf(cause.request) : consumerOf(cause.message.queue);
};

/** What places orders: ours, or another way of doing it that is to be compared with ours. */
export const worked: { submitOrder: typeof submitOrder } = { submitOrder };

/** What is known of how functions go, with this way of placing orders. */
const known = new WeakMap<object, Courses>();
const knownCourses = (): Courses => {
  const courses = known.get(worked.submitOrder) ?? noCourses();
  known.set(worked.submitOrder, courses);
  return courses;
};

/** What runs for this cause. */
export const deployedFor = (cause: Cause, startedAt: number): Deployed => {
  const courses = knownCourses();
  if (cause.by === 'schedule') {
    const name = 'poll-due';
    const limit = limitOf(name) * 1000;
    const nudged = new Map(cause.nudged);
    const run = (io: Io) => pollDue(portsOf(io, name), nudged)({}, contextOf(io, startedAt, limit));
    return { name, limit, run, nudged, courses };
  }
  if (cause.by === 'request') {
    const name = functionOf(cause.request);
    const limit = limitOf(name) * 1000;
    const run = (io: Io) => apis[name](portsOf(io, name))(eventOf(cause.request), timeless);
    return { name, limit, run, courses };
  }
  const { message } = cause;
  const name = consumerOf(message.queue);
  const limit = limitOf(name) * 1000;
  const run = (io: Io) => {
    const ports = portsOf(io, name);
    if (name === 'record-bounce')
      return messageWorker(() => ({ take: recordBounce(ports), log: ports.log }))({ Records: [recordOf(message)] });
    const handle =
      name === 'submit-order'
        ? worked.submitOrder(ports)
        : name === 'send-notice'
          ? sendNotice(ports)
          : sweepTracking(ports);
    const handler = worker(() => ({ handle, log: ports.log }));
    return handler({ Records: [recordOf(message)] }, contextOf(io, startedAt, limit));
  };
  return { name, limit, run, courses };
};
