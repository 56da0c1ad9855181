/** What a metric is told apart by, beside the `service`. Never the store: a metric is kept for each of its values. */
type MetricDimension = 'distributor' | 'mode' | 'code';

/** What is counted, and by what. */
export type Metric = {
  readonly unit: 'Count' | 'Milliseconds';
  readonly dimensions: readonly MetricDimension[];
};

/** The CloudWatch namespace of every metric below. */
export const metricsNamespace = 'DropShip';

const byAccount = ['distributor', 'mode'] as const;

/** Every metric of the service. The functions emit them, the dashboard draws them, the alarms watch them: by these names. */
export const metrics = {
  OrdersAccepted: { unit: 'Count', dimensions: byAccount },
  OrdersRefused: { unit: 'Count', dimensions: ['distributor', 'mode', 'code'] },
  OrdersInDoubt: { unit: 'Count', dimensions: byAccount },
  OrdersNeedPerson: { unit: 'Count', dimensions: byAccount },
  /** Rows found due for longer than they should be, counted once a minute by the poller. */
  OverdueWork: { unit: 'Count', dimensions: [] },
  RateLimited: { unit: 'Count', dimensions: byAccount },
  ShipmentsFound: { unit: 'Count', dimensions: byAccount },
  TrackingStopped: { unit: 'Count', dimensions: byAccount },
  MailsSent: { unit: 'Count', dimensions: byAccount },
  MailsFailed: { unit: 'Count', dimensions: byAccount },
  WebhooksFailed: { unit: 'Count', dimensions: byAccount },
  /** How long a distributor took to answer one request. */
  DistributorLatency: { unit: 'Milliseconds', dimensions: byAccount },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

/** Counts, as a port. */
export type Meter = (
  metric: MetricName,
  value: number,
  by?: { readonly [dimension in MetricDimension]?: string | undefined },
) => void;

/** Counts one try to send a mail; a nought is counted too, so that the graph shows a line where all is well, and not a gap. */
export const meterMail = (meter: Meter, sent: boolean, by: Parameters<Meter>[2]): void => {
  meter('MailsSent', sent ? 1 : 0, by);
  meter('MailsFailed', sent ? 0 : 1, by);
};
