import { expect, it } from 'vitest';
import { resources } from './deployed.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
const index = (IndexName: string, keys: ReturnType<typeof key>, ProjectionType: string) => ({
  IndexName,
  KeySchema: keys,
  Projection: { ProjectionType },
});
const only = (type: string) => {
  const [first, ...more] = resources(type);
  expect(more).toEqual([]);
  return first?.[1];
};

it('the table expires rows by expiresAt, can be restored, is paid by use and outlives the stack', () => {
  expect(only('AWS::DynamoDB::Table')).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      KeySchema: key('pk', 'sk'),
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
});

it('it has the three sparse indexes and no other', () => {
  expect(only('AWS::DynamoDB::Table')?.Properties.GlobalSecondaryIndexes).toEqual([
    index('byDue', key('due', 'dueAt'), 'KEYS_ONLY'),
    index('byStore', key('storeKey', 'placed'), 'KEYS_ONLY'),
    index('byStatus', key('statusKey', 'placed'), 'KEYS_ONLY'),
    index('byAttention', key('attentionKey', 'attentionSince'), 'ALL'),
  ]);
});

it('the key that seals credentials is rotated', () => {
  expect(only('AWS::KMS::Key')?.Properties.EnableKeyRotation).toBe(true);
});
