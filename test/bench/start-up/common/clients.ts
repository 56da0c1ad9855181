import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { KMS } from '@aws-sdk/client-kms';
import { SES } from '@aws-sdk/client-ses';
import { SQS } from '@aws-sdk/client-sqs';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';

/** Whole clients, made where the module is loaded, as most functions have them. */
export const table = DynamoDBDocument.from(new DynamoDB({}), { marshallOptions: { removeUndefinedValues: true } });
export const queues = new SQS({});
export const mail = new SES({});
export const keys = new KMS({});
export const TableName = process.env.TABLE_NAME ?? '';
