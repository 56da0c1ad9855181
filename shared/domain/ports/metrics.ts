/** What a metric is told apart by, beside the `service`. Never the store: a metric is kept for each of its values. */
type MetricDimension = 'distributor' | 'mode' | 'code';

/** What is counted, and by what. */
export type Metric = {
  readonly unit: 'Count' | 'Milliseconds' | 'Seconds';
  /**
   * What a period says. Of what happened the sum; of how many there are now, told every minute, the most (a sum would be too high);
   * of how long something took what nine of ten keep. Told of one account after the other, what is true of all is what the least says.
   */
  readonly statistic: 'Sum' | 'Maximum' | 'Minimum' | 'p90';
  readonly dimensions: readonly MetricDimension[];
};

/** The CloudWatch namespace of every metric below. */
export const metricsNamespace = 'DropShip';

const byAccount = ['distributor', 'mode'] as const;

/** Every metric of the service. The functions emit them, the dashboard draws them, the alarms watch them: by these names. */
export const metrics = {
  OrdersAccepted: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  OrdersRefused: { unit: 'Count', statistic: 'Sum', dimensions: ['distributor', 'mode', 'code'] },
  OrdersInDoubt: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  /** How often one began to need a person; how many do is `NeedPerson`. */
  OrdersNeedPerson: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  /** Rows found due for longer than they should be, counted once a minute by the poller. */
  OverdueWork: { unit: 'Count', statistic: 'Maximum', dimensions: [] },
  /** Live purchase orders that need a person now; at most 100 are counted. */
  NeedPerson: { unit: 'Count', statistic: 'Maximum', dimensions: [] },
  /** How long the account that is most behind has been due for a sweep. */
  OldestSweepDue: { unit: 'Seconds', statistic: 'Maximum', dimensions: [] },
  /** How long an order was in doubt when it was last looked up. */
  TimeInDoubt: { unit: 'Seconds', statistic: 'Maximum', dimensions: byAccount },
  /** How long an order had waited that was neither taken nor refused nor in doubt, when it was last put off. */
  TimeWaiting: { unit: 'Seconds', statistic: 'Maximum', dimensions: byAccount },
  /** How many sweeps in a row have brought nothing, of an account that was just swept. */
  SweepsInVain: { unit: 'Count', statistic: 'Minimum', dimensions: byAccount },
  /** Requests that ended in an error of ours. */
  RequestsFailed: { unit: 'Count', statistic: 'Sum', dimensions: [] },
  /** Requests that API Gateway itself told to come later, for all callers together asked too much: counted from its access log. */
  RequestsThrottled: { unit: 'Count', statistic: 'Sum', dimensions: [] },
  /** Nudges that a worker gave back to its queue. */
  NudgesFailed: { unit: 'Count', statistic: 'Sum', dimensions: [] },
  /** Assertions about what we write that did not hold, and rows that could not be read. */
  AssertionsFailed: { unit: 'Count', statistic: 'Sum', dimensions: [] },
  RateLimited: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  ShipmentsFound: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  /** From the acceptance of an order until its first parcel was found. */
  TimeToTracking: { unit: 'Seconds', statistic: 'p90', dimensions: byAccount },
  /** Orders, in a sweep, whose answer could not be read, or not whole. */
  AnswersUnreadable: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  TrackingStopped: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  MailsSent: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  MailsFailed: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  /** Tries to send a mail that failed for a reason of ours: the account is suspended or in the sandbox, the sender is not verified. */
  MailsNotAllowed: { unit: 'Count', statistic: 'Sum', dimensions: [] },
  WebhooksFailed: { unit: 'Count', statistic: 'Sum', dimensions: byAccount },
  /** How long a distributor took to answer one request. */
  DistributorLatency: { unit: 'Milliseconds', statistic: 'p90', dimensions: byAccount },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

/** What is answered, given back or gone past, and so is no error of a function: the template counts these lines of the log. */
export const countedLines = {
  'request-failed': 'RequestsFailed',
  'nudge-failed': 'NudgesFailed',
  'assertion-failed': 'AssertionsFailed',
  'row-unreadable': 'AssertionsFailed',
} as const satisfies Record<string, MetricName>;

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
