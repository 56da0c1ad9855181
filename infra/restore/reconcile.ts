import { existsSync, readFileSync } from 'node:fs';
import { dynamoClient } from '../../shared/aws/row-reader.ts';
import { newId, systemClock } from '../../shared/aws/system.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import { kmsClient, kmsVault } from '../../shared/aws/vault.ts';
import { reconcile } from '../../shared/ordering/restore.ts';
import { mustReachAws } from '../command/aws.ts';
import { optionsOf } from '../command/options.ts';
import { command, Sentence } from '../command/sentence.ts';
import { readConfig } from '../config.ts';
import { claimsIn, linesOf } from './claims-in-log.ts';
import { reconcilingPorts } from './ports.ts';

/**
 * `npm run reconcile -- --stage prod --table NAME --key ID --log FILE`: makes a restored table safe to open, while nothing of the stage
 * runs (docs/runbook/restore.md). Needs AWS credentials that may read and write the table and use the key. Safe to run again.
 */
const {
  stage,
  table: name,
  key,
  log,
} = optionsOf({
  stage: { type: 'string' },
  table: { type: 'string' },
  key: { type: 'string' },
  log: { type: 'string' },
});

await command(async () => {
  if (stage === undefined || name === undefined || key === undefined || log === undefined) {
    throw new Sentence(
      'Say what is restored: npm run reconcile -- --stage prod --table NAME --key ID --log claims.json',
    );
  }
  if (!existsSync(log)) throw new Sentence(`There is no file ${log}.`);
  const client = dynamoClient();
  await mustReachAws(client);
  const table = dynamoTable(client, name);
  const vault = kmsVault(kmsClient(), key, { table, clock: systemClock, newId });
  const ports = reconcilingPorts({ table, vault, clock: systemClock, hosts: readConfig({ stage }).distributorHosts });
  const claims = claimsIn(linesOf(readFileSync(log, 'utf8')));
  console.log(`${claims.length} purchase orders in the log.`);
  const results = await reconcile(ports, claims);
  for (const { storeId, poNumber, outcome } of results) console.log(`${storeId} ${poNumber}: ${outcome}`);
  console.log(`${results.length} were not in the table or believed unsent; the rest is known.`);
});
