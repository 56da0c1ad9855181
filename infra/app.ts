import { App } from 'aws-cdk-lib';
import { readConfig } from './config.ts';
import { addStacks } from './stacks.ts';

/** What is deployed. Needs no account: `cdk synth` works offline, the stacks land wherever the caller's credentials point. */
const app = new App();
addStacks(app, readConfig(app.node.getAllContext()));
app.synth();
