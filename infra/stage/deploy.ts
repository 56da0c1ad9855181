import { spawnSync } from 'node:child_process';
import { dynamoClient } from '../../shared/aws/row-reader.ts';
import { mustReachAws } from '../command/aws.ts';
import { command, Sentence } from '../command/sentence.ts';
import { deploymentOf, needs } from './deployment.ts';

/** `npm run deploy -- <stage>`: says what it needs, shows the difference, and deploys what is confirmed. */
await command(async () => {
  const deployment = deploymentOf(process.argv.slice(2));
  if ('refused' in deployment) throw new Sentence(`${deployment.refused}\n\n${needs}`);
  await mustReachAws(dynamoClient()).catch((error: unknown) => {
    throw new Sentence(`Not deployed. ${error instanceof Error ? error.message : String(error)}\n\n${needs}`);
  });
  console.log(needs);
  for (const each of deployment.commands) {
    const { status } = spawnSync('cdk', [...each], { stdio: 'inherit' });
    if (status === 0) continue;
    console.error(`\n${deployment.failed}`);
    process.exit(status ?? 1);
  }
});
