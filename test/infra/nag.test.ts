import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { DropShipStack } from '../../infra/drop-ship-stack.ts';

it('cdk-nag and the rules of the CDK itself find nothing that is not answered in the code', () => {
  // To look at a template nobody needs the bundles.
  const context = { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:validateAgainstDefaultRules': true };
  const app = new App({ context });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new DropShipStack(app, 'drop-ship-test', { config: readConfig(() => undefined), functionsFolder: 'functions' });
  expect(() => app.synth()).not.toThrow();
});
