import { it } from 'vitest';
import { deployed } from './deployed.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

it('the table expires rows by expiresAt, can be restored, is paid by use and outlives the stack', () => {
  deployed.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      KeySchema: key('pk', 'sk'),
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
});

it('has the three sparse indexes and no other', () => {
  deployed.hasResourceProperties('AWS::DynamoDB::Table', {
    GlobalSecondaryIndexes: [
      { IndexName: 'byDue', KeySchema: key('due', 'dueAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      { IndexName: 'byStore', KeySchema: key('storeKey', 'placed'), Projection: { ProjectionType: 'ALL' } },
      {
        IndexName: 'byAttention',
        KeySchema: key('attentionKey', 'attentionSince'),
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
});

it('the key that seals credentials is rotated', () => {
  deployed.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
});

it('the sender’s domain is an SES identity', () => {
  deployed.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'drop-ship.example' });
});
