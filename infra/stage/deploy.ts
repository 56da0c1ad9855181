import { spawnSync } from 'node:child_process';
import { deploymentOf, needs } from './deployment.ts';

/** `npm run deploy -- <stage>`: says what it needs, shows the difference, and deploys what is confirmed. */
const deployment = deploymentOf(process.argv.slice(2));

if ('refused' in deployment) {
  console.error(`${deployment.refused}\n\n${needs}`);
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
