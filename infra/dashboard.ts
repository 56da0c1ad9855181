import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type HorizontalAnnotation,
  type IMetric,
  type IWidget,
  MathExpression,
  type Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { alive, dashboardRows, type Graph, todays } from './dashboard-rows.ts';
import { HouseAlarm, runbookUrl } from './house-alarm.ts';
import type { Operated } from './operated.ts';

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
  dashboard.addWidgets(
    text(
      `# Drop-ship, ${config.stage}\n${runbook} · Saved queries: in Logs Insights, folder \`drop-ship-${config.stage}\``,
      2,
    ),
  );
  dashboard.addWidgets(
    new AlarmStatusWidget({
      title: 'What rings now',
      alarms: alarms.map(({ alarm }) => alarm),
      width: whole,
      height: 5,
    }),
  );
  dashboard.addWidgets(text('## Today', 1));
  const numbers = todays(props);
  dashboard.addWidgets(
    ...numbers.map(
      ({ title, number }) =>
        new SingleValueWidget({ title, width: whole / numbers.length, height: 3, metrics: [number] }),
    ),
  );
  for (const { title, graphs } of dashboardRows(props)) {
    dashboard.addWidgets(text(`## ${title}`, 1));
    dashboard.addWidgets(...graphs.map((graph) => draw(graph, widthOf(graphs.length), alarms, alive(props))));
  }
  return dashboard;
}

const text = (markdown: string, height: number): IWidget => new TextWidget({ markdown, width: whole, height });

/** As many in a line as can be read, of the same width. */
const widthOf = (count: number): number => Math.floor(whole / (count > 4 ? Math.ceil(count / 2) : count));

/** A line at zero: where nothing has happened yet a graph would say that it has no data, as if something were broken. */
const zero = (alive: Metric): IMetric =>
  new MathExpression({ expression: '0 * alive', usingMetrics: { alive }, label: '0', period: five, color: '#c7c7c7' });

function draw({ title, lines, alarm }: Graph, width: number, alarms: readonly HouseAlarm[], alive: Metric): IWidget {
  const leftAnnotations: readonly HorizontalAnnotation[] = alarms
    .filter(({ node }) => node.id === alarm)
    .map((found) => ({ ...found.alarm.toAnnotation(), label: 'rings here' }));
  return new GraphWidget({
    title,
    width,
    height: 5,
    left: [...lines, zero(alive)],
    leftAnnotations: [...leftAnnotations],
    leftYAxis: { min: 0 },
  });
}
