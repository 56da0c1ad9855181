import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { DropShipStack } from '../../infra/drop-ship-stack.ts';
import { config, withoutBundles } from './deployed.ts';

it('cdk-nag and the rules of the CDK itself find nothing that is not answered in the code', () => {
  const app = new App({ context: { ...withoutBundles.context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new DropShipStack(app, 'drop-ship-test', { config, functionsFolder: withoutBundles.functionsFolder });
  expect(() => app.synth()).not.toThrow();
});
