/** What a metric is told apart by, beside the `service`. Never the store: a metric is kept for each of its values. */
type MetricDimension = 'distributor' | 'mode' | 'code';

/** What is counted, and by what. */
export type Metric = {
  readonly unit: 'Count' | 'Milliseconds' | 'Seconds';
  /** How many there are now, told every minute, not how often something happened. */
  readonly gauge: boolean;
  readonly dimensions: readonly MetricDimension[];
};

/** The CloudWatch namespace of every metric below. */
export const metricsNamespace = 'DropShip';

const byAccount = ['distributor', 'mode'] as const;

/** Every metric of the service. The functions emit them, the dashboard draws them, the alarms watch them: by these names. */
export const metrics = {
  OrdersAccepted: { unit: 'Count', gauge: false, dimensions: byAccount },
  OrdersRefused: { unit: 'Count', gauge: false, dimensions: ['distributor', 'mode', 'code'] },
  OrdersInDoubt: { unit: 'Count', gauge: false, dimensions: byAccount },
  /** How often one began to need a person; how many do is `NeedPerson`. */
  OrdersNeedPerson: { unit: 'Count', gauge: false, dimensions: byAccount },
  /** Rows found due for longer than they should be, counted once a minute by the poller. */
  OverdueWork: { unit: 'Count', gauge: true, dimensions: [] },
  /** Live purchase orders that need a person now; at most 100 are counted. */
  NeedPerson: { unit: 'Count', gauge: true, dimensions: [] },
  /** How long the account that is most behind has been due for a sweep. */
  OldestSweepDue: { unit: 'Seconds', gauge: true, dimensions: [] },
  /** How long an order was in doubt when it was last looked up. */
  TimeInDoubt: { unit: 'Seconds', gauge: true, dimensions: byAccount },
  /** How long an order had waited that was neither taken nor refused nor in doubt, when it was last put off. */
  TimeWaiting: { unit: 'Seconds', gauge: true, dimensions: byAccount },
  /** How many sweeps in a row have brought nothing, of an account that was just swept. */
  SweepsInVain: { unit: 'Count', gauge: true, dimensions: byAccount },
  /** Requests that ended in an error of ours: the template counts the log lines `request-failed`. */
  RequestsFailed: { unit: 'Count', gauge: false, dimensions: [] },
  /** Nudges that a worker gave back to its queue: the template counts the log lines `nudge-failed`. */
  NudgesFailed: { unit: 'Count', gauge: false, dimensions: [] },
  /** Assertions about what we write that did not hold: the template counts the log lines `assertion-failed`. */
  AssertionsFailed: { unit: 'Count', gauge: false, dimensions: [] },
  RateLimited: { unit: 'Count', gauge: false, dimensions: byAccount },
  ShipmentsFound: { unit: 'Count', gauge: false, dimensions: byAccount },
  /** From the acceptance of an order until its first parcel was found. */
  TimeToTracking: { unit: 'Seconds', gauge: false, dimensions: byAccount },
  /** Orders, in a sweep, whose answer could not be read, or not whole. */
  AnswersUnreadable: { unit: 'Count', gauge: false, dimensions: byAccount },
  TrackingStopped: { unit: 'Count', gauge: false, dimensions: byAccount },
  MailsSent: { unit: 'Count', gauge: false, dimensions: byAccount },
  MailsFailed: { unit: 'Count', gauge: false, dimensions: byAccount },
  /** Tries to send a mail that failed for a reason of ours: the account is suspended or in the sandbox, the sender is not verified. */
  MailsNotAllowed: { unit: 'Count', gauge: false, dimensions: [] },
  WebhooksFailed: { unit: 'Count', gauge: false, dimensions: byAccount },
  /** How long a distributor took to answer one request. */
  DistributorLatency: { unit: 'Milliseconds', gauge: false, dimensions: byAccount },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

/** Whether its values are how long something took: then neither their sum nor the highest says much, but what nine of ten keep. */
export const isDuration = (name: MetricName): boolean => metrics[name].unit !== 'Count' && !metrics[name].gauge;

/** Counts, as a port. */
export type Meter = (
  metric: MetricName,
  value: number,
  by?: { readonly [dimension in MetricDimension]?: string | undefined },
) => void;

/** Counts one try to send a mail; a zero is counted too, so that the graph shows a line where all is well, and not a gap. */
export const meterMail = (
  meter: Meter,
  outcome: 'sent' | 'refused' | 'try-later' | 'not-allowed',
  by: Parameters<Meter>[2],
): void => {
  meter('MailsSent', outcome === 'sent' ? 1 : 0, by);
  meter('MailsFailed', outcome === 'sent' ? 0 : 1, by);
  meter('MailsNotAllowed', outcome === 'not-allowed' ? 1 : 0);
};
