import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';

const attributes = {
  pk: { S: 'k' },
  whole: { N: '9007199254740991' },
  part: { N: '1.5e-7' },
  yes: { BOOL: true },
  none: { NULL: true },
  list: { L: [{ S: '' }, { M: { __proto: { S: 'ü' } } }] },
  bytes: { B: Buffer.from('bytes').toString('base64') },
};
const mail = `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>m-1</MessageId></SendEmailResult>
<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendEmailResponse>`;
const blob = Buffer.from('wrapped').toString('base64');

/** Answers every request with this, and leaves out what AWS says of the answer itself. */
const answered = async (
  body: unknown,
  send: (world: ReturnType<typeof worldOf>) => Promise<object>,
): Promise<unknown> => {
  const { $metadata, ...output } = { $metadata: undefined, ...(await send(worldOf(body))) };
  return output;
};

const worldOf = (body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': typeof body === 'string' ? 'text/xml' : 'application/x-amz-json-1.0' };
  return {
    requestHandler: { handle: async () => ({ response: { statusCode: 200, headers, body: Buffer.from(text) } }) },
    maxAttempts: 1,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
  };
};

type World = ReturnType<typeof worldOf>;
const documents = (world: World) => DynamoDBDocumentClient.from(new DynamoDBClient(world));

/** What our code is told of each command that went well. */
export const handler = async (): Promise<Readonly<Record<string, unknown>>> => ({
  BatchGetItem: await answered(
    { Responses: { t: [attributes] }, UnprocessedKeys: { t: { Keys: [{ pk: { S: 'k' } }] } } },
    (world) => documents(world).send(new BatchGetCommand({ RequestItems: { t: { Keys: [{ pk: 'k' }] } } })),
  ),
  DeleteItem: await answered({}, (world) =>
    documents(world).send(new DeleteCommand({ TableName: 't', Key: { pk: 'k' } })),
  ),
  GetItem: await answered({ Item: attributes }, (world) =>
    documents(world).send(new GetCommand({ TableName: 't', Key: { pk: 'k' } })),
  ),
  PutItem: await answered({}, (world) =>
    documents(world).send(new PutCommand({ TableName: 't', Item: { pk: 'k', n: 1 } })),
  ),
  Query: await answered({ Items: [attributes], Count: 1, LastEvaluatedKey: { pk: { S: 'k' } } }, (world) =>
    documents(world).send(new QueryCommand({ TableName: 't', KeyConditionExpression: 'pk = :pk' })),
  ),
  TransactWriteItems: await answered({}, (world) =>
    documents(world).send(
      new TransactWriteCommand({ TransactItems: [{ Delete: { TableName: 't', Key: { pk: 'k' } } }] }),
    ),
  ),
  Decrypt: await answered({ KeyId: 'k', Plaintext: blob }, (world) =>
    new KMSClient(world).send(new DecryptCommand({ CiphertextBlob: Buffer.from('wrapped') })),
  ),
  GenerateDataKeyWithoutPlaintext: await answered({ KeyId: 'k', CiphertextBlob: blob }, (world) =>
    new KMSClient(world).send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: 'k', KeySpec: 'AES_256' })),
  ),
  SendEmail: await answered(mail, (world) =>
    new SESClient(world).send(
      new SendEmailCommand({
        Source: 's',
        Destination: { ToAddresses: ['t'] },
        Message: { Subject: { Data: 'd' }, Body: { Text: { Data: 'd' } } },
      }),
    ),
  ),
  SendMessage: await answered(
    { MessageId: 'm-1', MD5OfMessageBody: createHash('md5').update('ü').digest('hex') },
    (world) =>
      new SQSClient(world).send(
        new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/0/q', MessageBody: 'ü' }),
      ),
  ),
});
