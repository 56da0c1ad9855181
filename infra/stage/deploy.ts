import { spawnSync } from 'node:child_process';
import { dynamoClient } from '../../shared/aws/table.ts';
import { deploymentOf, needs, notReachable } from './deployment.ts';

/** `npm run deploy -- <stage>`: says what it needs, shows the difference, and deploys what is confirmed. */
const deployment = deploymentOf(process.argv.slice(2));
const refused = 'refused' in deployment ? deployment.refused : await notReachable(dynamoClient());

if ('refused' in deployment || refused !== null) {
  console.error(`${refused}\n\n${needs}`);
  process.exitCode = 1;
} else {
  console.log(needs);
  for (const command of deployment.commands) {
    const { status } = spawnSync('cdk', [...command], { stdio: 'inherit' });
    if (status === 0) continue;
    process.exitCode = status ?? 1;
    break;
  }
}
