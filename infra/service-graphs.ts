import type { MetricName } from '../shared/domain/ports/metrics.ts';

/** A graph of one metric of the service: what it answers, and the alarm whose threshold is drawn into it. */
type ServiceGraph = { readonly title: string; readonly name: MetricName; readonly alarm?: string };

/** What the service itself counts, as the dashboard and the local console draw it. */
export const serviceGraphs: readonly { readonly title: string; readonly graphs: readonly ServiceGraph[] }[] = [
  {
    title: 'What needs somebody now',
    graphs: [
      { title: 'Orders that need a person now', name: 'NeedPerson', alarm: 'needs-person' },
      { title: 'Seconds that an order has been in doubt', name: 'TimeInDoubt', alarm: 'long-in-doubt' },
      { title: 'Seconds that an order waits to be taken', name: 'TimeWaiting', alarm: 'long-waiting' },
      { title: 'Work that is overdue', name: 'OverdueWork', alarm: 'overdue-work' },
      { title: 'Seconds that the last account waits for its sweep', name: 'OldestSweepDue', alarm: 'sweeps-late' },
    ],
  },
  {
    title: 'Can people order?',
    graphs: [
      { title: 'Orders that distributors accepted', name: 'OrdersAccepted' },
      { title: 'Orders that distributors refused', name: 'OrdersRefused' },
      { title: 'Orders that came to be in doubt', name: 'OrdersInDoubt' },
      { title: 'Orders that came to need a person', name: 'OrdersNeedPerson' },
    ],
  },
  {
    title: 'The distributors',
    graphs: [
      { title: 'Milliseconds that a distributor takes to answer, 9 of 10', name: 'DistributorLatency' },
      { title: 'Requests that a distributor refused as too many', name: 'RateLimited' },
      { title: 'Parcels that were found', name: 'ShipmentsFound' },
      { title: 'Seconds from an acceptance to its first parcel, 9 of 10', name: 'TimeToTracking' },
      {
        title: 'Sweeps in a row that brought nothing, of every account',
        name: 'SweepsInVain',
        alarm: 'sweeps-in-vain-wps',
      },
      { title: 'Orders whose answer could not be read', name: 'AnswersUnreadable' },
      { title: 'Orders that nobody asks about any more', name: 'TrackingStopped' },
    ],
  },
  {
    title: 'What customers and webstores hear',
    graphs: [
      { title: 'Mails that were sent', name: 'MailsSent' },
      { title: 'Mails that failed', name: 'MailsFailed', alarm: 'mails-failed' },
      { title: 'Mails that SES does not let us send', name: 'MailsNotAllowed', alarm: 'mail-not-allowed' },
      { title: 'Webhooks that failed', name: 'WebhooksFailed', alarm: 'webhooks-failed' },
    ],
  },
  {
    title: 'What went wrong inside',
    graphs: [
      { title: 'Requests that ended in an error of ours', name: 'RequestsFailed', alarm: 'requests-failed' },
      { title: 'Requests that the gateway told to come later', name: 'RequestsThrottled', alarm: 'requests-throttled' },
      { title: 'Nudges that a worker gave back', name: 'NudgesFailed', alarm: 'nudges-failed' },
      { title: 'What we wrote and must never write', name: 'AssertionsFailed', alarm: 'assertions-failed' },
    ],
  },
];
