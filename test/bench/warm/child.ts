import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';

/**
 * Many requests to one function in a process of its own, each command of the SDK answered where it is sent: no request is made, none is
 * serialized or signed. Says what processor time a request takes of the function itself.
 */
const Told = v.object({
  file: v.string(),
  event: v.looseObject({ requestContext: v.looseObject({ authorizer: v.object({ lambda: v.looseObject({}) }) }) }),
  rows: v.array(v.object({ key: v.string(), row: v.unknown() })),
  warmUp: v.number(),
  requests: v.number(),
});
const Handler = v.object({ handler: v.function() });
const Row = v.object({ Key: v.object({ pk: v.string(), sk: v.string() }) });

process.once('message', async (message) => {
  const { file, event, rows, warmUp, requests } = v.parse(Told, message);
  const stored = new Map(rows.map(({ key, row }) => [key, row]));
  let calls = 0;
  const send = async ({ input }: { readonly input: unknown }) => {
    calls += 1;
    const asked = v.safeParse(Row, input);
    if (!asked.success) return { Items: [], Count: 0 };
    const { pk, sk } = asked.output.Key;
    return { Item: stored.get(`${pk} ${sk}`) };
  };
  for (const { prototype } of [DynamoDBClient, DynamoDBDocumentClient]) Object.assign(prototype, { send });

  const { handler } = v.parse(Handler, await import(join(import.meta.dirname, '../../..', file)));
  const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 10_000 };
  let count = 0;
  const ask = () => {
    count += 1;
    // No two are the same request, and each is another key's: nothing is answered from memory, nobody asks too often.
    const lambda = { ...event.requestContext.authorizer.lambda, keyId: `key-${count}` };
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
