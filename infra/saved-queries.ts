import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Operated } from './dashboard.ts';

type Query = { readonly name: string; readonly query: ConstructorParameters<typeof QueryString>[0] };

/** What somebody on call asks first, in Logs Insights. */
const queries: readonly Query[] = [
  {
    name: 'What happened to a purchase order',
    query: {
      fields: ['@timestamp', 'function', 'message', 'state', 'distributor', 'storeId', 'error', 'reason'],
      filterStatements: ['poNumber = "put its number here"'],
      sort: '@timestamp asc',
    },
  },
  {
    name: 'Why requests fail',
    query: { filterStatements: ['message = "request-failed"'], stats: 'count(*) by function, route, error, reason' },
  },
  {
    name: 'Why nudges fail',
    query: { filterStatements: ['message = "nudge-failed"'], stats: 'count(*) by function, error, reason' },
  },
  {
    name: 'Which distributor refuses us as too many',
    query: { filterStatements: ['ispresent(RateLimited)'], stats: 'sum(RateLimited) by distributor, mode, bin(1h)' },
  },
];

/** The queries, over the logs of all functions, in a folder of the stage. */
export function saveQueries(scope: Construct, { config, functions }: Operated): void {
  const logGroups = Object.values(functions).map(({ logs }) => logs);
  queries.forEach(({ name, query }, index) => {
    new QueryDefinition(scope, `query-${index}`, {
      queryDefinitionName: `drop-ship-${config.stage}/${name}`,
      queryString: new QueryString(query),
      logGroups,
    });
  });
}
