import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { newId } from '../../../shared/aws/system.ts';
import { dynamoTable } from '../../../shared/aws/table.ts';
import { kmsVault } from '../../../shared/aws/vault.ts';
import type { LoggedClaim } from '../../../shared/domain/purchase-order/restored.ts';
import { type Reconciled, reconcile } from '../../../shared/ordering/restore.ts';
import { reconcilingPorts } from '../../restore/ports.ts';
import { serveDistributors } from '../../simulators/serve.ts';
import { localAws } from '../local-aws.ts';
import { claimDataDir } from '../process/data-dir.ts';
import { keptIn } from '../process/kept.ts';
import { startKms } from '../process/kms.ts';
import { startDynamoDb } from '../table/start-table.ts';
import { localClock } from '../time/clock.ts';

const isOfTable = (file: string): boolean => file.startsWith('table.sqlite');

/** Copies the table of a folder whose service is stopped; says where to. */
export function saveTable(dataDir: string): string {
  const copy = join(dataDir, 'saved-table');
  mkdirSync(copy);
  for (const file of readdirSync(dataDir).filter(isOfTable)) copyFileSync(join(dataDir, file), join(copy, file));
  return copy;
}

/** Puts the copy in the place of the table; all else that the folder keeps stays as it is, as it does on AWS. */
export function restoreTable(dataDir: string, copy: string): void {
  for (const file of readdirSync(dataDir).filter(isOfTable)) rmSync(join(dataDir, file));
  for (const file of readdirSync(copy)) copyFileSync(join(copy, file), join(dataDir, file));
}

/** Reconciles the folder's table with the distributors that the folder knows, while no service runs there. */
export async function reconcileFolder(dataDir: string, claims: readonly LoggedClaim[]): Promise<readonly Reconciled[]> {
  await using world = new AsyncDisposableStack();
  world.use(claimDataDir(dataDir));
  const kept = keptIn(dataDir);
  const clock = localClock(Number(kept.read('clock') ?? 0));
  const dynamo = await startDynamoDb(dataDir);
  world.defer(() => dynamo.stop());
  const kms = await startKms(dataDir);
  world.defer(() => kms.stop());
  const distributors = await serveDistributors({ clock, state: JSON.parse(kept.read('distributors') ?? '{}') });
  world.defer(() => distributors.close());
  const client = new DynamoDBClient({ ...localAws, endpoint: dynamo.endpoint });
  world.defer(() => client.destroy());
  const table = dynamoTable(client, 'Table');
  const keyService = new KMSClient({ ...localAws, endpoint: kms.url });
  world.defer(() => keyService.destroy());
  const vault = kmsVault(keyService, 'local', { table, clock, newId });
  const hosts = Object.fromEntries(
    Object.entries(distributors.hosts).map(([slug, { live, test }]) => [
      slug,
      test === null ? { live } : { live, test },
    ]),
  );
  return await reconcile(reconcilingPorts({ table, vault, clock, hosts: JSON.stringify(hosts) }), claims);
}
