import { Duration } from 'aws-cdk-lib';
import { type Dashboard, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { profiles } from '../shared/distributors/profiles.ts';
import { type DistributorSlug, distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { Config } from './config.ts';
import { serviceDashboard } from './dashboard.ts';
import { HouseAlarm, type HouseAlarmProps } from './house-alarm.ts';
import { monthlyBudget } from './monthly-budget.ts';
import type { Operated } from './operated.ts';
import { saveQueries } from './saved-queries.ts';
import { ofAccount, sumOf, sumOfLive, wholeService } from './service-metrics.ts';
import { indexNames, type ServiceTable } from './service-table.ts';

type Rings = Omit<HouseAlarmProps, 'config'>;

const five = Duration.minutes(5);
const quarter = Duration.minutes(15);

/** What the admins look at, and what wakes them although no queue and no function is to blame. */
export class Operations extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: Operated) {
    super(scope, id);
    for (const [name, rings] of Object.entries(alarms(props))) {
      new HouseAlarm(this, name, { config: props.config, ...rings });
    }
    this.dashboard = serviceDashboard(this, props);
    saveQueries(this, props);
    monthlyBudget(this, props.config);
  }
}

/** What the poller tells of every minute goes on while it tells nothing: its silence rings by itself. */
const alarms = ({ config, table }: Operated): Readonly<Record<string, Rings>> => ({
  'needs-person': {
    metric: wholeService(config, 'NeedPerson', five),
    threshold: 1,
    silence: 'goes on',
    hurts: 'A customer waits for an order that may or may not be placed, until a person asks the distributor.',
    runbook: 'needs-person',
  },
  'long-in-doubt': {
    metric: longest(config, 'TimeInDoubt'),
    threshold: Duration.hours(2).toSeconds(),
    hurts: 'A customer waits for an order of which nobody knows whether it was placed, and its item stays locked.',
    runbook: 'in-doubt',
  },
  'long-waiting': {
    metric: longest(config, 'TimeWaiting'),
    threshold: Duration.hours(4).toSeconds(),
    hurts: 'A customer waits for an order that its distributor has not taken for hours; a day old, it is given up.',
    runbook: 'distributor-down',
  },
  ...Object.fromEntries(distributorSlugs.map((slug) => [`sweeps-in-vain-${slug}`, sweepsInVain(config, slug)])),
  'overdue-work': {
    // What is late for a moment is nobody's emergency: the least of a quarter of an hour.
    metric: wholeService(config, 'OverdueWork', quarter, 'Minimum'),
    threshold: 1,
    silence: 'goes on',
    hurts: 'Orders, tracking or mails are late: customers wait and nobody has told them.',
    runbook: 'overdue-work',
  },
  'sweeps-late': {
    metric: wholeService(config, 'OldestSweepDue', five),
    threshold: Duration.hours(2).toSeconds(),
    periods: 3,
    silence: 'goes on',
    hurts: 'At least one store is not told of its parcels: its account has not been asked for tracking for hours.',
    runbook: 'overdue-work',
  },
  'requests-failed': {
    metric: wholeService(config, 'RequestsFailed', five),
    threshold: 5,
    hurts: 'Webstores and the people at the stores get errors instead of answers.',
    runbook: 'requests-fail',
  },
  'requests-throttled': {
    // A store that sends the orders of its weekend at once is over in two minutes, which may lie in two periods.
    metric: wholeService(config, 'RequestsThrottled', five),
    threshold: 100,
    periods: 3,
    hurts: 'People at the stores cannot order, or cannot see their orders: one caller uses up what all share.',
    runbook: 'throttled',
  },
  'nudges-failed': {
    metric: wholeService(config, 'NudgesFailed', quarter),
    threshold: 20,
    periods: 2,
    hurts: 'Orders, tracking or mails are tried again and again: customers hear late.',
    runbook: 'function-fails',
  },
  'assertions-failed': {
    metric: wholeService(config, 'AssertionsFailed', five),
    threshold: 1,
    hurts: 'A row was written as none should be: an order may be left alone, or asked for twice.',
    runbook: 'assertion-fails',
  },
  'table-throttled': {
    metric: tableThrottles(table),
    threshold: 10,
    periods: 2,
    hurts: 'Requests and work wait for the table or fail: stores see errors, customers hear late.',
    runbook: 'throttled',
  },
  'mails-failed': {
    metric: sumOfLive(config, 'MailsFailed', quarter),
    threshold: 5,
    periods: 2,
    hurts: 'Customers are not told of their parcels.',
    runbook: 'mail-fails',
  },
  'mail-not-allowed': {
    metric: wholeService(config, 'MailsNotAllowed', quarter),
    threshold: 1,
    periods: 2,
    hurts: 'No customer is told of a parcel: SES takes no mail from us, and every mail waits.',
    runbook: 'mail-fails',
  },
  'webhooks-failed': {
    metric: sumOfLive(config, 'WebhooksFailed', quarter),
    threshold: 50,
    periods: 2,
    hurts: 'Webstores do not hear of orders and parcels, and show their customers an old state.',
    runbook: 'webhooks-fail',
  },
  // SES reviews an account at 5 % and 0.1 %, and stops it at twice that.
  bounces: { ...reputation('BounceRate'), threshold: 0.04 },
  complaints: { ...reputation('ComplaintRate'), threshold: 0.0008 },
});

/** Of the whole account: it is the account that SES stops. What it has against the account is still so when no mail is sent. */
const reputation = (name: 'BounceRate' | 'ComplaintRate'): Omit<Rings, 'threshold'> => ({
  metric: new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${name}`,
    statistic: 'Average',
    period: Duration.hours(1),
  }),
  silence: 'goes on',
  hurts: 'If it goes on, SES stops the account, and no customer of any store is mailed any more.',
  runbook: 'mail-reputation',
});

/** Seven sweeps in a row of every account: five hours. Between two of them there are hours, in which nothing is known better. */
const sweepsInVain = (config: Config, distributor: DistributorSlug): Rings => ({
  metric: ofAccount(config, 'SweepsInVain', { distributor, mode: 'live' }, Duration.hours(1)),
  threshold: 7,
  silence: 'goes on',
  hurts: `No customer hears of a parcel from ${profiles[distributor].profile.name}: for hours it has answered no store’s question for tracking.`,
  runbook: 'distributor-down',
});

/** An order in doubt, or waiting, is looked at once an hour or oftener; the longest of all distributors, for real ones. */
const longest = (config: Config, name: 'TimeInDoubt' | 'TimeWaiting'): IMetric => {
  const period = Duration.hours(1);
  const lines = distributorSlugs.map((distributor, index) => [
    `m${index}`,
    ofAccount(config, name, { distributor, mode: 'live' }, period),
  ]);
  const usingMetrics = Object.fromEntries(lines);
  return new MathExpression({ expression: 'MAX(METRICS())', label: name, usingMetrics, period });
};

/** What the table refused because it came too fast: its own rows, and those of each index. */
const tableThrottles = ({ table }: ServiceTable): IMetric => {
  const places = [{}, ...indexNames.map((name) => ({ GlobalSecondaryIndexName: name }))];
  const lines = places.flatMap((place) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: table.tableName, ...place },
          statistic: 'Sum',
          period: five,
        }),
    ),
  );
  // CloudWatch keeps an alarm on DynamoDB's metrics as it is while they say nothing, and they say nothing where all is well.
  return sumOf('throttled', lines, five, 'SUM([TIME_SERIES(0), SUM(METRICS())])');
};
