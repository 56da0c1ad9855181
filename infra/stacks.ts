import { Annotations, type App, CfnRule, Fn, Tags } from 'aws-cdk-lib';
import { type Config, missingSettings } from './config.ts';
import { DataStack } from './data-stack.ts';
import { DropShipStack } from './drop-ship-stack.ts';

/** The stacks of a stage: what is kept, then what works on it. */
export function addStacks(app: App, config: Config, functionsFolder = 'functions') {
  const name = `drop-ship-${config.stage}`;
  const data = new DataStack(app, `${name}-data`, { config });
  const service = new DropShipStack(app, name, { config, data, functionsFolder });
  for (const stack of [data, service]) {
    Tags.of(stack).add('service', 'drop-ship');
    Tags.of(stack).add('stage', config.stage);
    for (const setting of missingSettings(config)) refuse(stack, setting, config.stage);
  }
  return { data, service };
}

/** What is not known yet: a warning at synthesis; whoever deploys all the same is refused by CloudFormation. */
function refuse(stack: DataStack | DropShipStack, setting: string, stage: string): void {
  const message = `${setting} is empty in infra/stages/${stage}.json: it must be known before a deployment`;
  Annotations.of(stack).addWarningV2(`drop-ship:${setting}`, message);
  new CfnRule(stack, `${setting}-is-known`, {
    assertions: [{ assert: Fn.conditionEquals('empty', 'known'), assertDescription: message }],
  });
}
