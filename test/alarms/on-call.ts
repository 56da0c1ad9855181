import { countedLines, type MetricName, metrics, metricsNamespace } from '../../shared/domain/ports/metrics.ts';
import type { QueueName } from '../../shared/domain/ports/queues.ts';
import type { Delivered } from '../../shared/notices/delivery.ts';
import type { MailOutcome } from '../../shared/notices/mailer.ts';
import { send } from '../../shared/notices/send.ts';
import { poll } from '../../shared/ordering/poll.ts';
import { resources } from '../infra/deployed.ts';
import { motoHut } from '../moto-hut.ts';
import { type Asked, type Service, service } from '../service.ts';
import type { AlarmDefinition } from './definitions.ts';
import { evaluator } from './evaluate.ts';
import { metricStore } from './metric-store.ts';

const minute = 60_000;
const stage = 'drop-ship-local';
const [[apiId = ''] = []] = resources('AWS::ApiGatewayV2::Api');

type By = Readonly<Partial<Record<string, string | undefined>>>;

/** A metric store that is told of metrics by the names that AWS and the service give them. */
export const cloudWatch = () => {
  const store = metricStore();
  const put = (namespace: string, name: string, dimensions: Readonly<Record<string, string>>, at: number, n: number) =>
    store.put({ namespace, name, dimensions }, at, n);
  return {
    store,
    lambda: (at: number, FunctionName: string, name: 'Errors' | 'Throttles' | 'Invocations', n = 1) =>
      put('AWS/Lambda', name, { FunctionName }, at, n),
    sqs: (
      at: number,
      QueueName: string,
      name: 'ApproximateAgeOfOldestMessage' | 'ApproximateNumberOfMessagesVisible',
      n: number,
    ) => put('AWS/SQS', name, { QueueName }, at, n),
    api: (at: number, name: '5xx' | '4xx', n = 1) => put('AWS/ApiGateway', name, { ApiId: apiId }, at, n),
    table: (at: number, name: 'ReadThrottleEvents' | 'WriteThrottleEvents', n: number, index?: string) =>
      put(
        'AWS/DynamoDB',
        name,
        { TableName: 'Table', ...(index === undefined ? {} : { GlobalSecondaryIndexName: index }) },
        at,
        n,
      ),
    ses: (at: number, name: 'Reputation.BounceRate' | 'Reputation.ComplaintRate', n: number) =>
      put('AWS/SES', name, {}, at, n),
    /** As the function emits it: every dimension of the metric has a value. */
    service(at: number, name: MetricName, n: number, by: By = {}) {
      const named = metrics[name].dimensions.map((dimension) => [dimension, by[dimension] ?? 'none']);
      put(metricsNamespace, name, { service: stage, ...Object.fromEntries(named) }, at, n);
    },
  };
};
export type CloudWatch = ReturnType<typeof cloudWatch>;

/** The service at work with everything it emits told to CloudWatch, minute by minute, and the alarms of the template on it. */
export const onCall = async (alarms: readonly AlarmDefinition[]) => {
  const hut = await motoHut(service());
  const metrics = cloudWatch();
  const watched = evaluator(alarms, metrics.store);
  const rang = new Map<string, number>();
  const began = new Map<string, number>();
  const begun = hut.now();
  for (let ago = 1; ago < 30; ago++) metrics.lambda(begun - ago * minute, 'poll-due', 'Invocations');
  let [counted, lines, failures, polls] = [hut.counted.length, hut.lines.length, hut.failures.length, 0];
  const world = {
    hut,
    metrics,
    /** What SES and the webhooks answer. */
    mail: { outcome: 'sent' } as MailOutcome,
    webhook: { outcome: 'delivered', status: 200 } as Delivered,
    /** Whether the schedule runs. */
    scheduled: true,
    /** Asks the API and counts what its gateway would. */
    async ask(method: string, path: string, asked?: Asked): Promise<number> {
      const { status } = await hut.ask(method, path, asked);
      if (status >= 500) metrics.api(hut.now(), '5xx');
      return status;
    },
    /** Minutes since it began. */
    minutes: () => (hut.now() - begun) / minute,
    /** A minute passes: notices are sent, the poller tells its gauges, CloudWatch looks. */
    async minute(): Promise<void> {
      await hut.pass(60);
      await sendDue(hut, world.mail, world.webhook);
      if (world.scheduled) await tellGauges();
      tellNew();
      for (const name of watched.evaluate(hut.now())) {
        if (!rang.has(name)) rang.set(name, world.minutes());
        began.set(name, (began.get(name) ?? 0) + 1);
      }
    },
    /** What has rung, and how many minutes after the beginning. */
    rang: (): ReadonlyMap<string, number> => rang,
    /** How often each of them began to ring. */
    began: (): ReadonlyMap<string, number> => began,
    ringing: watched.ringing,
  };

  const tellGauges = async (): Promise<void> => {
    metrics.lambda(hut.now(), 'poll-due', 'Invocations');
    const time = { remainingMilliseconds: () => 50_000 };
    // What the poller sends was sent already: here it only counts.
    const looking = poll({ ...hut.ports, queues: { send: async () => {} } }, new Map(), time);
    await hut.run(looking).catch(() => metrics.lambda(hut.now(), 'poll-due', 'Errors'));
  };

  const tellNew = (): void => {
    const now = hut.now();
    for (const { metric, value, by } of hut.counted.slice(counted)) metrics.service(now, metric, value, by as By);
    for (const { event } of hut.lines.slice(lines)) {
      // Of nudges `failures` tells.
      const [, metric] = Object.entries(countedLines).find(([line]) => line === event && line !== 'nudge-failed') ?? [];
      if (metric !== undefined) metrics.service(now, metric, 1);
    }
    const failedPolls = hut.pollFailures.length - polls;
    const failedNudges = hut.failures.length - failures - failedPolls;
    if (failedPolls > 0) metrics.lambda(now, 'poll-due', 'Errors', failedPolls);
    if (failedNudges > 0) metrics.service(now, 'NudgesFailed', failedNudges);
    [counted, lines, failures, polls] = [
      hut.counted.length,
      hut.lines.length,
      hut.failures.length,
      hut.pollFailures.length,
    ];
  };
  return world;
};
export type OnCall = Awaited<ReturnType<typeof onCall>>;

/** Sends every notice that is due, with these answers of SES and of the webhooks. */
const sendDue = async (hut: Service, mail: MailOutcome, webhook: Delivered): Promise<void> => {
  const queues: readonly (QueueName | undefined)[] = ['mail', 'webhook'];
  const due = hut.memory
    .rows()
    .filter(
      (row) => queues.some((name) => name === row.due) && row.dueAt !== undefined && Date.parse(row.dueAt) <= hut.now(),
    );
  const ports = {
    ...hut.ports,
    sendMail: async () => mail,
    deliver: async () => webhook,
    mailFrom: 'tracking@drop-ship.example',
  };
  for (const { pk, sk } of due) await hut.run(send(ports, { pk, sk })).catch((error) => hut.failures.push(error));
};
