import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type HorizontalAnnotation,
  type IMetric,
  type IWidget,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { QueueName } from '../shared/domain/ports/queues.ts';
import type { Config } from './config.ts';
import { HouseAlarm, runbookUrl } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { FunctionName } from './service-functions.ts';
import { serviceGraphs } from './service-graphs.ts';
import { searchMetric } from './service-metrics.ts';
import type { ServiceTable } from './service-table.ts';
import type { WorkQueue } from './work-queue.ts';

/** What is watched. */
export type Operated = {
  readonly config: Config;
  readonly table: ServiceTable;
  readonly functions: Readonly<Record<FunctionName, ServiceFunction>>;
  readonly queues: Readonly<Record<QueueName | 'bounce', WorkQueue>>;
  readonly api: HttpApi;
  readonly accessLog: LogGroup;
};

/** A graph: what it answers, the lines that it draws, and the alarm whose threshold is drawn into it. */
type Graph = { readonly title: string; readonly lines: readonly IMetric[]; readonly alarm?: string };
type Row = { readonly title: string; readonly graphs: readonly Graph[] };

const whole = 24;
const five = Duration.minutes(5);

/** One page for whoever is on call: first what rings, then what needs somebody, then what customers notice, then the machine. */
export function serviceDashboard(scope: Construct, props: Operated): Dashboard {
  const { config } = props;
  const alarms = Stack.of(scope)
    .node.findAll()
    .filter((each) => each instanceof HouseAlarm);
  const dashboard = new Dashboard(scope, 'dashboard', { dashboardName: `drop-ship-${config.stage}` });
  const runbook = `[Runbook](${runbookUrl(config, 'README')})`;
  dashboard.addWidgets(text(`# Drop-ship, ${config.stage}\n${runbook}`, 2));
  dashboard.addWidgets(
    new AlarmStatusWidget({
      title: 'What rings now',
      alarms: alarms.map(({ alarm }) => alarm),
      width: whole,
      height: 5,
    }),
  );
  for (const { title, graphs } of [...serviceRows(props), ...machineRows(props)]) {
    dashboard.addWidgets(text(`## ${title}`, 1));
    dashboard.addWidgets(...graphs.map((graph) => draw(graph, whole / graphs.length, alarms)));
  }
  return dashboard;
}

const text = (markdown: string, height: number): IWidget => new TextWidget({ markdown, width: whole, height });

function draw({ title, lines, alarm }: Graph, width: number, alarms: readonly HouseAlarm[]): IWidget {
  const leftAnnotations: readonly HorizontalAnnotation[] = alarms
    .filter(({ node }) => node.id === alarm)
    .map((found) => ({ ...found.alarm.toAnnotation(), label: 'rings here' }));
  return new GraphWidget({
    title,
    width,
    height: 5,
    left: [...lines],
    leftAnnotations: [...leftAnnotations],
    leftYAxis: { min: 0 },
  });
}

/** What the service itself counts. */
const serviceRows = ({ config }: Operated): readonly Row[] =>
  serviceGraphs.map(({ title, graphs }) => ({
    title,
    graphs: graphs.map(({ name, ...graph }) => ({ ...graph, lines: [searchMetric(config, name)] })),
  }));

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
