import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type Config, isDisposable } from './config.ts';
import { ServiceTable } from './service-table.ts';

/**
 * What must never be lost: the table, and the key that seals what is in it. Deployed first and by itself, so that a service
 * that fails to deploy takes nothing of it along; a first deployment that fails leaves nothing behind.
 */
export class DataStack extends Stack {
  readonly table: ServiceTable;
  readonly key: Key;

  constructor(scope: Construct, id: string, { config }: { readonly config: Config }) {
    super(scope, id, {
      description: 'Drop-ship: the table and the key. Never to be deleted.',
      terminationProtection: !isDisposable(config),
    });
    this.key = new Key(this, 'credentials', {
      description: 'Seals what stores entrust to us',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const key = this.key.node.defaultChild;
    if (key instanceof CfnKey) key.overrideLogicalId('Key');
    this.table = new ServiceTable(this, 'table', {
      deletionProtection: !isDisposable(config),
      tableName: config.tableName,
    });
    // The last to be made: where it is there, nothing is left that could fail, and its protection is in no rollback's way.
    this.table.node.addDependency(this.key);
    new CfnOutput(this, 'key-id', { value: this.key.keyId, description: 'What seals the credentials' });
    new CfnOutput(this, 'table-name', { value: this.table.table.tableName, description: 'For the first key' });
  }
}
