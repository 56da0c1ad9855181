import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { profiles } from '../shared/distributors/profiles.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { Operated } from './operated.ts';
import { serviceGraphs } from './service-graphs.ts';
import { ofAccount, searchMetric } from './service-metrics.ts';

/** A graph: what it answers, the lines that it draws, and the alarm whose threshold is drawn into it. */
export type Graph = { readonly title: string; readonly lines: readonly IMetric[]; readonly alarm?: string };
type Row = { readonly title: string; readonly graphs: readonly Graph[] };

const five = Duration.minutes(5);

/** Told every minute, whatever happens; while it is silent an alarm rings. */
export const alive = ({ functions }: Operated): Metric =>
  functions['poll-due'].lambda.metricInvocations({ period: five, statistic: 'Sum' });

/** The rows of the dashboard, the first first. */
export const dashboardRows = (props: Operated): readonly Row[] => [
  ...serviceRows(props),
  ...distributorRows(props),
  ...machineRows(props),
];

/** What came of the last day, of what is for real: a number each, which is 0 where nothing did. */
export function todays(props: Operated): readonly { readonly title: string; readonly number: IMetric }[] {
  const period = Duration.days(1);
  const shown = [
    ['Orders accepted today', 'OrdersAccepted'],
    ['Orders that came to be in doubt today', 'OrdersInDoubt'],
    ['Parcels found today', 'ShipmentsFound'],
    ['Mails sent today', 'MailsSent'],
  ] as const;
  return shown.map(([title, name]) => {
    const lines = distributorSlugs.map((slug, index) => [
      `m${index}`,
      ofAccount(props.config, name, { distributor: slug, mode: 'live' }, period),
    ]);
    const expression = `SUM([0 * alive, ${lines.map(([id]) => `FILL(${id}, 0)`).join(', ')}])`;
    const usingMetrics = { alive: alive(props).with({ period }), ...Object.fromEntries(lines) };
    return { title, number: new MathExpression({ expression, usingMetrics, label: title, period }) };
  });
}

/** What the service itself counts. */
const serviceRows = ({ config }: Operated): readonly Row[] =>
  serviceGraphs.map(({ title, graphs }) => ({
    title,
    graphs: graphs.map(({ name, ...graph }) => ({ ...graph, lines: [searchMetric(config, name)] })),
  }));

/** One distributor after the other: whether it is up, and what it does with our orders. */
const distributorRows = ({ config }: Operated): readonly Row[] =>
  distributorSlugs.map((slug) => {
    const line = (name: Parameters<typeof searchMetric>[1], label = '') => searchMetric(config, name, slug, label);
    return {
      title: profiles[slug].profile.name,
      graphs: [
        {
          title: 'Orders that it took, refused, and left in doubt',
          lines: [line('OrdersAccepted', 'took'), line('OrdersRefused', 'refused'), line('OrdersInDoubt', 'in doubt')],
        },
        { title: 'Milliseconds that it takes to answer, 9 of 10', lines: [line('DistributorLatency')] },
        {
          title: 'Requests that it refused as too many, and answers that could not be read',
          lines: [line('RateLimited', 'too many'), line('AnswersUnreadable', 'not read')],
        },
        { title: 'Parcels that were found at it', lines: [line('ShipmentsFound')] },
      ],
    };
  });

/** What AWS counts of the parts that the service is made of. */
function machineRows({ api, functions, queues, table: { table } }: Operated): readonly Row[] {
  const fns = Object.entries(functions);
  const eachQueue = Object.entries(queues);
  return [
    {
      title: 'The API',
      graphs: [
        {
          title: 'Requests, and those that ended in an error',
          lines: [api.metricCount(), api.metricClientError(), api.metricServerError()].map((each) =>
            each.with({ period: five, statistic: 'Sum' }),
          ),
          alarm: 'server-errors',
        },
        {
          title: 'Milliseconds that an answer takes, half of them and 99 of 100',
          lines: ['p50', 'p99'].map((statistic) => api.metricLatency({ period: five, statistic, label: statistic })),
        },
      ],
    },
    {
      title: 'The functions',
      graphs: [
        {
          title: 'Runs that failed',
          lines: fns.map(([label, { lambda }]) => lambda.metricErrors({ label, period: five })),
        },
        {
          title: 'Runs that were refused, for too many ran',
          lines: fns.map(([label, { lambda }]) => lambda.metricThrottles({ label, period: five })),
        },
        {
          title: 'How many run at once',
          lines: fns.map(([label, { lambda }]) =>
            lambda.metric('ConcurrentExecutions', { label, period: five, statistic: 'Maximum' }),
          ),
        },
      ],
    },
    {
      title: 'The mail, of the whole account',
      graphs: ['Bounce', 'Complaint'].map((metricName) => ({
        title: metricName === 'Bounce' ? 'Mails that came back' : 'Mails that were reported as unwanted',
        lines: [new Metric({ namespace: 'AWS/SES', metricName, label: '', statistic: 'Sum', period: five })],
      })),
    },
    {
      title: 'The queues and the table',
      graphs: [
        {
          title: 'Seconds that the oldest message has waited',
          lines: eachQueue.map(([label, { queue }]) =>
            queue.metricApproximateAgeOfOldestMessage({ label, period: five, statistic: 'Maximum' }),
          ),
        },
        {
          title: 'Messages that were given up',
          lines: eachQueue.map(([label, { dead }]) =>
            dead.metricApproximateNumberOfMessagesVisible({ label, period: five, statistic: 'Maximum' }),
          ),
        },
        {
          title: 'Units that the table read and wrote',
          lines: [table.metricConsumedReadCapacityUnits(), table.metricConsumedWriteCapacityUnits()].map((each) =>
            each.with({ period: five, statistic: 'Sum' }),
          ),
        },
      ],
    },
  ];
}
