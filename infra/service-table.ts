import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The sparse indexes: a row is in one only while it has that index's attributes. */
const indexes = [
  { indexName: 'byDue', partitionKey: text('due'), sortKey: text('dueAt'), projectionType: ProjectionType.KEYS_ONLY },
  { indexName: 'byStore', partitionKey: text('storeKey'), sortKey: text('placed') },
  { indexName: 'byStatus', partitionKey: text('statusKey'), sortKey: text('placed') },
  { indexName: 'byAttention', partitionKey: text('attentionKey'), sortKey: text('attentionSince') },
] as const;

export type IndexName = (typeof indexes)[number]['indexName'];

/** The table that is the truth: kept when the stack goes, restorable to any second of the last 35 days. */
export class ServiceTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: { readonly deletionProtection: boolean }) {
    super(scope, id);
    this.table = new Table(this, 'table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
      deletionProtection: props.deletionProtection,
    });
    for (const index of indexes) this.table.addGlobalSecondaryIndex(index);
  }

  /** The index's ARN, for a grant that reaches this index and no other. */
  indexArn(name: IndexName): string {
    return `${this.table.tableArn}/index/${name}`;
  }
}
