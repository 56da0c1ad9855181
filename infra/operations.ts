import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../shared/domain/ports/metrics.ts';
import type { Config } from './config.ts';
import { HouseAlarm, runbookLink } from './house-alarm.ts';
import { searchMetric, sumOfLive, wholeService } from './service-metrics.ts';

/** The dashboard, row by row. */
const rows: readonly { readonly title: string; readonly metrics: readonly MetricName[] }[] = [
  { title: 'Orders: what the distributors said', metrics: ['OrdersAccepted', 'OrdersRefused'] },
  { title: 'Orders: what is not settled', metrics: ['OrdersInDoubt', 'OrdersNeedPerson', 'OverdueWork'] },
  { title: 'Tracking', metrics: ['ShipmentsFound', 'TrackingStopped'] },
  { title: 'What customers and webstores hear', metrics: ['MailsSent', 'MailsFailed', 'WebhooksFailed'] },
  { title: 'The distributors', metrics: ['DistributorLatency', 'RateLimited'] },
];

/** What the admins look at, and what wakes them although no queue and no function is to blame. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: { readonly config: Config }) {
    super(scope, id);
    this.draw(props.config);
    new HouseAlarm(this, 'needs-person', {
      config: props.config,
      metric: sumOfLive(props.config, 'OrdersNeedPerson', Duration.minutes(5)),
      threshold: 1,
      hurts: 'A customer waits for an order that may or may not be placed, until a person asks the distributor.',
      runbook: 'An order needs a person',
    });
    new HouseAlarm(this, 'overdue-work', {
      config: props.config,
      metric: wholeService(props.config, 'OverdueWork', Duration.minutes(5)),
      threshold: 1,
      periods: 3,
      hurts: 'Orders, tracking or mails are late: customers wait and nobody has told them.',
      runbook: 'Work is overdue',
    });
  }

  private draw(config: Config): void {
    const dashboard = new Dashboard(this, 'dashboard', { dashboardName: `drop-ship-${config.stage}` });
    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Drop-ship, ${config.stage}\n[Runbook](${runbookLink(config, 'Runbook')})`,
        width: 24,
        height: 2,
      }),
    );
    for (const row of rows) {
      dashboard.addWidgets(new TextWidget({ markdown: `## ${row.title}`, width: 24, height: 1 }));
      const width = 24 / row.metrics.length;
      dashboard.addWidgets(
        ...row.metrics.map((name) => new GraphWidget({ title: name, width, left: [searchMetric(config, name)] })),
      );
    }
  }
}
