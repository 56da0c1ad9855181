import { App, Tags } from 'aws-cdk-lib';
import { readConfig } from './config.ts';
import { DropShipStack } from './drop-ship-stack.ts';

/** What is deployed. Needs no account: `cdk synth` works offline, the stack lands wherever the caller's credentials point. */
const app = new App();
const config = readConfig((name) => app.node.tryGetContext(name));
const stack = new DropShipStack(app, `drop-ship-${config.stage}`, { config, functionsFolder: 'functions' });
Tags.of(stack).add('service', 'drop-ship');
Tags.of(stack).add('stage', config.stage);
app.synth();
