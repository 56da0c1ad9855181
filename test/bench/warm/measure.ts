import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';

const Told = v.object({
  event: v.looseObject({ requestContext: v.looseObject({ authorizer: v.object({ lambda: v.looseObject({}) }) }) }),
  rows: v.array(v.object({ pk: v.string(), sk: v.string(), row: v.unknown() })),
  warmUp: v.number(),
  requests: v.number(),
});
const nameOf = ({ pk, sk }: Readonly<Record<string, unknown>>): string => `${pk} ${sk}`;
/** So that no key asks more often than it may at once (200). */
const keys = 100;
type Handler = (event: unknown, context: object) => unknown;

/**
 * Many requests to one function in a process of its own, each command of the SDK answered where it is sent: no request is made, none is
 * serialized or signed. Says what processor time a request takes of the function itself.
 */
export const measure = (handler: Handler): void =>
  void process.once('message', async (message) => {
    const { event, rows, warmUp, requests } = v.parse(Told, message);
    const partitions = Map.groupBy(rows, ({ pk }) => pk);
    const pages = new Map<string, { readonly Items: readonly unknown[] }>();
    const pageOf = (partition: string, prefix: string) => ({
      Items: (partitions.get(partition) ?? []).filter(({ sk }) => sk.startsWith(prefix)).map(({ row }) => row),
    });
    const stored = new Map(rows.map(({ row, ...key }) => [nameOf(key), row]));
    const marshalled = new Map(
      rows.map(({ row, ...key }) => [nameOf(key), marshall(row, { removeUndefinedValues: true })]),
    );
    let calls = 0;
    const send = async (command: unknown) => {
      calls += 1;
      if (command instanceof GetCommand) return { Item: stored.get(nameOf({ ...command.input.Key })) };
      if (command instanceof BatchGetCommand) {
        const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries({ ...command.input.RequestItems });
        return { Responses: { [name]: Keys?.flatMap((key) => stored.get(nameOf(key)) ?? []) } };
      }
      if (command instanceof GetItemCommand)
        return { Item: marshalled.get(nameOf({ pk: command.input.Key?.pk?.S, sk: command.input.Key?.sk?.S })) };
      if (!(command instanceof QueryCommand)) return {};
      const { ':pk': partition, ':prefix': prefix } = { ...command.input.ExpressionAttributeValues };
      const name = nameOf({ pk: partition, sk: prefix });
      const page = pages.get(name) ?? pageOf(partition, prefix);
      pages.set(name, page);
      return page;
    };
    for (const { prototype } of [DynamoDBClient, DynamoDBDocumentClient]) Object.assign(prototype, { send });

    const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 10_000 };
    let count = 0;
    const ask = () => {
      count += 1;
      // No two are the same request, and there are many keys: nothing is answered from memory, nobody asks too often.
      const lambda = { ...event.requestContext.authorizer.lambda, keyId: `key-${count % keys}` };
      const requestContext = { ...event.requestContext, requestId: `request-${count}`, authorizer: { lambda } };
      return handler({ ...event, requestContext }, context);
    };
    let answer: unknown;
    for (let n = 0; n < warmUp; n++) answer = await ask();
    calls = 0;
    const begun = process.cpuUsage();
    for (let n = 0; n < requests; n++) await ask();
    const { user, system } = process.cpuUsage(begun);
    const status = v.parse(v.object({ statusCode: v.optional(v.number(), 200) }), answer).statusCode;
    process.send?.({ milliseconds: (user + system) / 1000 / requests, calls: calls / requests, status }, () =>
      process.exit(),
    );
  });
