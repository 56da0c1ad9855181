import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readConfig } from '../../infra/config.ts';
import { addStacks } from '../../infra/stacks.ts';

/** What must be known of a stage. */
const known = {
  mailFrom: 'tracking@store.example',
  alarmsTo: 'ops@store.example',
  docsUrl: 'https://docs.store.example',
};

const made = new Map<string, ReturnType<typeof synthesize>>();

/** The templates of a stage, as they would be deployed: the data's and the service's. The same settings are synthesized once. */
export function synthesized(stage: string, settings: object = known) {
  const name = JSON.stringify([stage, settings]);
  const stacks = made.get(name) ?? synthesize(stage, settings);
  made.set(name, stacks);
  return stacks;
}

function synthesize(stage: string, settings: object) {
  // What the CDK's own rules say of a stage stands in nag.test.ts; here it would be warnings that nobody reads, and seconds.
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] }, builtinCloudFormationValidation: false });
  const { data, service } = addStacks(app, readConfig({ stage, ...settings }));
  return { app, data, service, ofData: Template.fromStack(data), ofService: Template.fromStack(service) };
}
