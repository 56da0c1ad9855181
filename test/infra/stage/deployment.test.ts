import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { deploymentOf } from '../../../infra/stage/deployment.ts';

const known = ['mailFrom=tracking@store.example', 'alarmsTo=ops@store.example', 'docsUrl=https://docs.store.example'];
const context = known.flatMap((each) => ['-c', each]);

it('shows the difference of all stacks first, then asks before each change', () => {
  expect(deploymentOf(['prod', ...context])).toEqual({
    commands: [
      ['diff', '-c', 'stage=prod', ...context],
      ['deploy', '--all', '--require-approval', 'any-change', '-c', 'stage=prod', ...context],
    ],
    failed: expect.any(String),
  });
});

it('says, where it fails, how a stack is made anew that the CDK has protected before it was there', () => {
  const command = 'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name';
  const failed = (stage: string) => {
    const deployment = deploymentOf([stage, ...context]);
    return 'failed' in deployment ? deployment.failed : deployment.refused;
  };
  for (const stack of ['drop-ship-prod-data', 'drop-ship-prod'])
    expect(failed('prod')).toContain(`${command} ${stack}\n`);
  expect(failed('dev')).not.toContain('protect');
});

it('refuses a stage of which something is not known, and says what', () => {
  expect(deploymentOf(['prod'])).toEqual({
    refused: 'Not deployed. Fill in infra/stages/prod.json first: mailFrom, alarmsTo, docsUrl.',
  });
  expect(deploymentOf(['prod', ...context.slice(0, 4)])).toMatchObject({ refused: expect.stringContaining('docsUrl') });
});

it.each([[[]], [['prod', 'dev']], [['local']]])('refuses %j: one stage that can be deployed', (argv) => {
  expect(deploymentOf(argv)).toHaveProperty('refused');
});

it('refuses a second stage among the settings: that one would be deployed, and the first one looked at', () => {
  expect(deploymentOf(['prod', ...context, '-c', 'stage=dev'])).toEqual({
    refused: expect.stringMatching(/^Say which stage: npm run deploy -- prod /),
  });
});

it('refuses a setting that is unknown, instead of ignoring it', () => {
  expect(deploymentOf(['prod', ...context, '-c', 'mailform=a@b.example'])).toMatchObject({
    refused: expect.stringMatching(/^Not deployed\. .*\nmailform is no setting\. There are: stage, mailFrom, /),
  });
});

it('refuses a stage that it does not know, and says which there are', () => {
  expect(deploymentOf(['staging', ...context])).toEqual({
    refused:
      'Not deployed. There is no stage "staging": it has no file infra/stages/staging.json. There are: dev, local, prod.',
  });
});

it('without credentials says in one sentence what it needs, and asks nobody', async () => {
  const nowhere = { PATH: process.env.PATH, HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' };
  const run = promisify(execFile)(process.execPath, ['infra/stage/deploy.ts', 'prod', ...context], { env: nowhere });
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Not deployed\. AWS cannot be reached from here: set AWS_PROFILE, or [^.]*\.\n/),
  });
});
