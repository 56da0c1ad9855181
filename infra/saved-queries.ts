import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Operated } from './operated.ts';

type Query = {
  readonly name: string;
  readonly query: ConstructorParameters<typeof QueryString>[0];
  /** Asked of the API's access log instead of the functions' logs. */
  readonly ofRequests?: boolean;
};

const telling = [
  'function',
  'message',
  'state',
  'distributor',
  'storeId',
  'notice',
  'error',
  'reason',
  'correlationId',
];

/** What somebody on call asks first, in Logs Insights. */
const queries: readonly Query[] = [
  {
    name: 'What happened to a purchase order',
    query: {
      fields: ['@timestamp', ...telling],
      // A nudge that failed names the row only; the other half of the story is the request's.
      filterStatements: ['poNumber = "put its number here" or pk like /#put its number here$/'],
      sort: '@timestamp asc',
    },
  },
  {
    name: 'What a request has led to, from its first line to its webhooks',
    query: {
      fields: ['@timestamp', 'poNumber', ...telling],
      filterStatements: ['correlationId = "put its x-correlation-id here"'],
      sort: '@timestamp asc',
    },
  },
  {
    name: 'Why requests fail',
    query: {
      filterStatements: ['message = "request-failed"'],
      statsStatements: ['count(*) by function, route, error, reason'],
    },
  },
  {
    name: 'Why nudges fail',
    query: { filterStatements: ['message = "nudge-failed"'], statsStatements: ['count(*) by function, error, reason'] },
  },
  {
    name: 'Which distributor refuses us as too many',
    query: {
      filterStatements: ['ispresent(RateLimited)'],
      statsStatements: ['sum(RateLimited) by distributor, mode, bin(1h)'],
    },
  },
  {
    name: 'Which distributor is slow',
    query: {
      // Of a sweep all latencies lie in one line, as a list: the first of them stands for it.
      fields: ['coalesce(DistributorLatency, DistributorLatency.0) as milliseconds'],
      filterStatements: ['ispresent(milliseconds)'],
      statsStatements: [
        'pct(milliseconds, 50), pct(milliseconds, 90), max(milliseconds) by distributor, mode, bin(1h)',
      ],
    },
  },
  {
    name: 'Which store’s mails come back',
    query: {
      filterStatements: ['message = "customer-mail-returned"'],
      statsStatements: ['count(*) by storeId, how, reason'],
    },
  },
  {
    name: 'Whose key asks too fast',
    query: {
      filterStatements: ['status = "429"'],
      statsStatements: ['count(*) as requests by sourceIp, keyId, routeKey, bin(5m)'],
      sort: 'requests desc',
    },
    ofRequests: true,
  },
];

/** The queries, in a folder of the stage. */
export function saveQueries(scope: Construct, { config, functions, accessLog }: Operated): void {
  const ofFunctions = Object.values(functions).map(({ logs }) => logs);
  queries.forEach(({ name, query, ofRequests = false }, index) => {
    new QueryDefinition(scope, `query-${index}`, {
      queryDefinitionName: `drop-ship-${config.stage}/${name}`,
      queryString: new QueryString(query),
      logGroups: ofRequests ? [accessLog] : ofFunctions,
    });
  });
}
