import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as v from 'valibot';
import { type Config, readConfig } from '../../infra/config.ts';
import { DropShipStack } from '../../infra/drop-ship-stack.ts';

const Properties = v.record(v.string(), v.unknown());
const Resources = v.record(v.string(), v.object({ Properties: v.optional(Properties, {}) }));

export const config: Config = readConfig((name) => (name === 'stage' ? 'test' : undefined));

/** To look at a template nobody needs the bundles, which take longest. */
export const withoutBundles = {
  context: { 'aws:cdk:bundling-stacks': [] },
  functionsFolder: 'functions',
};

/** The stack as it would be deployed, without its bundles. */
export function deployedStack(given: Config = config): DropShipStack {
  const { context, functionsFolder } = withoutBundles;
  return new DropShipStack(new App({ context }), `drop-ship-${given.stage}`, { config: given, functionsFolder });
}

export const deployed = Template.fromStack(deployedStack());

/** The properties of every resource of this type, by logical id. */
export const all = <S extends v.GenericSchema>(type: string, schema: S): ReadonlyMap<string, v.InferOutput<S>> =>
  new Map(
    Object.entries(v.parse(Resources, deployed.findResources(type))).map(([id, { Properties: properties }]) => [
      id,
      v.parse(schema, properties),
    ]),
  );

const GetAtt = v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) });
const Ref = v.object({ Ref: v.string() });

/** The logical id that a `Ref` or `Fn::GetAtt` points at. */
export const pointsAt = (value: unknown): string => {
  if (v.is(GetAtt, value)) return value['Fn::GetAtt'][0];
  return v.parse(Ref, value).Ref;
};
