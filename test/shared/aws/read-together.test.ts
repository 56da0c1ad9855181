import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { dynamoTable } from '../../../shared/aws/table.ts';

type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };
type Answer = readonly [status: number, body: object];

/** A table whose requests are answered here: the SDK itself makes them, asks again, and reads the answers. */
const tableAnswered = (
  answers: Readonly<Record<string, (body: { readonly Key: { readonly pk: object } }) => Answer>>,
) => {
  const asked: string[] = [];
  const handle = async ({ headers, body }: Sent) => {
    const action = headers['x-amz-target']?.split('.').at(-1) ?? '';
    asked.push(action);
    const [statusCode, told] = answers[action]?.(JSON.parse(new TextDecoder().decode(body))) ?? [500, {}];
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    return { response: { statusCode, headers: type, body: Buffer.from(JSON.stringify(told)) } };
  };
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const client = new DynamoDBClient({ region: 'us-east-1', credentials, maxAttempts: 3, requestHandler: { handle } });
  return { table: dynamoTable(client, 't'), asked };
};

const keyOf = (pk: string) => ({ pk, sk: 'A' });
const stored = (pk: object): Answer => [200, { Item: { pk, sk: { S: 'A' } } }];
const refused = (type: string): Answer => [400, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' }];

it('one key that DynamoDB does not take leaves the others of its moment to be read', async () => {
  const { table, asked } = tableAnswered({
    BatchGetItem: () => refused('ValidationException'),
    GetItem: ({ Key: { pk } }) => ('S' in pk && pk.S === 'bad' ? refused('ValidationException') : stored(pk)),
  });
  const [good, bad, other] = await Promise.allSettled(['good', 'bad', 'other'].map((pk) => table.get(keyOf(pk))));
  expect([good, other]).toEqual(['good', 'other'].map((pk) => ({ status: 'fulfilled', value: keyOf(pk) })));
  expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'ValidationException' } });
  expect(asked).toEqual(['BatchGetItem', 'GetItem', 'GetItem', 'GetItem']);
});

it('who may not read rows together reads them one by one', async () => {
  const { table } = tableAnswered({
    BatchGetItem: () => refused('AccessDeniedException'),
    GetItem: ({ Key: { pk } }) => stored(pk),
  });
  expect(await Promise.all(['a', 'b'].map((pk) => table.get(keyOf(pk))))).toEqual(['a', 'b'].map(keyOf));
});

it('a row that cannot be read leaves the others of its moment to be read', async () => {
  const spoilt = { pk: { S: 'spoilt' }, sk: { S: 'A' }, n: { N: '9007199254740993.5' } };
  const { table } = tableAnswered({
    BatchGetItem: () => [200, { Responses: { t: [{ pk: { S: 'a' }, sk: { S: 'A' } }, spoilt] }, UnprocessedKeys: {} }],
    GetItem: ({ Key: { pk } }) => ('S' in pk && pk.S === 'spoilt' ? [200, { Item: spoilt }] : stored(pk)),
  });
  const [a, unread] = await Promise.allSettled(['a', 'spoilt'].map((pk) => table.get(keyOf(pk))));
  expect(a).toEqual({ status: 'fulfilled', value: keyOf('a') });
  expect(unread?.status).toBe('rejected');
});

it('what throttles is asked for three times together, and not once more alone', async () => {
  const { table, asked } = tableAnswered({
    BatchGetItem: () => refused('ProvisionedThroughputExceededException'),
    GetItem: ({ Key: { pk } }) => stored(pk),
  });
  const rows = await Promise.allSettled(['a', 'b'].map((pk) => table.get(keyOf(pk))));
  expect(rows.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toEqual(['BatchGetItem', 'BatchGetItem', 'BatchGetItem']);
});
