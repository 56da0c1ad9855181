import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { GenerateDataKeyWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

/** What AWS answers. */
export type Answer = {
  readonly service: 'dynamodb' | 'kms' | 'ses' | 'sqs';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What our code is thrown then, and how often AWS was asked. */
export const handler = async ({ service, status, headers, body }: Answer) => {
  let attempts = 0;
  const requestHandler = {
    handle: async () => {
      attempts += 1;
      return { response: { statusCode: status, headers, body: Buffer.from(body) } };
    },
  };
  const world = {
    requestHandler,
    maxAttempts: 2,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
  };
  const sends = {
    dynamodb: () =>
      DynamoDBDocumentClient.from(new DynamoDBClient(world)).send(
        new TransactWriteCommand({ TransactItems: [{ Delete: { TableName: 't', Key: { pk: 'k' } } }] }),
      ),
    kms: () => new KMSClient(world).send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: 'k' })),
    ses: () =>
      new SESClient(world).send(
        new SendEmailCommand({
          Source: 's',
          Destination: {},
          Message: { Subject: { Data: 'd' }, Body: { Text: { Data: 'd' } } },
        }),
      ),
    sqs: () =>
      new SQSClient(world).send(
        new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/0/q', MessageBody: 'm' }),
      ),
  };
  try {
    await sends[service]();
    return 'nothing is thrown';
  } catch (error) {
    if (!(error instanceof Error)) return 'no error is thrown';
    const { $metadata, ...members } = { $metadata: undefined, ...error };
    return {
      attempts,
      name: error.name,
      message: error.message,
      members,
      isConditionFailed: error instanceof ConditionalCheckFailedException,
      isCanceled: error instanceof TransactionCanceledException,
      isConflict: error instanceof TransactionConflictException,
    };
  }
};
