import { expect, it } from 'vitest';
import { deploymentOf } from '../../../infra/stage/deployment.ts';

const known = ['mailFrom=tracking@store.example', 'alarmsTo=ops@store.example', 'docsUrl=https://docs.store.example'];
const context = known.flatMap((each) => ['-c', each]);

it('shows the difference of all stacks first, then asks before each change', () => {
  expect(deploymentOf(['prod', ...context])).toEqual({
    commands: [
      ['diff', '--all', '-c', 'stage=prod', ...context],
      ['deploy', '--all', '--require-approval', 'any-change', '-c', 'stage=prod', ...context],
    ],
  });
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

it('refuses a setting that is unknown, instead of ignoring it', () => {
  expect(() => deploymentOf(['prod', ...context, '-c', 'mailform=a@b.example'])).toThrow('mailform');
});
