import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, CfnTable, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const { KEYS_ONLY } = ProjectionType;

/**
 * The sparse indexes: a row is in one only while it has that index's attributes. Those that a row is in for all its life hold its
 * place only: each write of the row would be a write of theirs.
 */
const indexes = [
  { indexName: 'byDue', partitionKey: text('due'), sortKey: text('dueAt'), projectionType: KEYS_ONLY },
  { indexName: 'byStore', partitionKey: text('storeKey'), sortKey: text('placed'), projectionType: KEYS_ONLY },
  { indexName: 'byStatus', partitionKey: text('statusKey'), sortKey: text('placed'), projectionType: KEYS_ONLY },
  { indexName: 'byAttention', partitionKey: text('attentionKey'), sortKey: text('attentionSince') },
] as const;

export const indexNames = indexes.map(({ indexName }) => indexName);
export type IndexName = (typeof indexes)[number]['indexName'];

export type ServiceTableProps = {
  readonly deletionProtection: boolean;
  /** A table that is there already: it is used as it is, and none is made. */
  readonly tableName: string | undefined;
};

/** The table that is the truth: kept when the stack goes, restorable to any second of the last 35 days. */
export class ServiceTable extends Construct {
  readonly table: Pick<
    ITable,
    'node' | 'tableName' | 'tableArn' | 'metricConsumedReadCapacityUnits' | 'metricConsumedWriteCapacityUnits'
  >;

  constructor(scope: Construct, id: string, { deletionProtection, tableName }: ServiceTableProps) {
    super(scope, id);
    this.table =
      tableName === undefined ? this.made(deletionProtection) : Table.fromTableName(this, 'there', tableName);
  }

  private made(deletionProtection: boolean): Table {
    const table = new Table(this, 'table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deletionProtection,
    });
    for (const index of indexes) table.addGlobalSecondaryIndex(index);
    // Under another logical id CloudFormation would put an empty table in its place.
    const resource = table.node.defaultChild;
    if (resource instanceof CfnTable) resource.overrideLogicalId('Table');
    return table;
  }

  /** The index's ARN, for a grant that reaches this index and no other. */
  indexArn(name: IndexName): string {
    return `${this.table.tableArn}/index/${name}`;
  }
}
