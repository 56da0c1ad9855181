import * as v from 'valibot';
import { expect, it } from 'vitest';
import { synthesized } from './synthesized.ts';

const Resources = v.record(v.string(), v.looseObject({ DependsOn: v.optional(v.unknown()) }));

/** The resources that a part of a template names: CloudFormation waits for each of them, also for those of an `UpdatePolicy`. */
const namedIn = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(namedIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'Ref') return [String(value)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(value) ? value[0] : value).split('.')[0] ?? ''];
    if (key === 'Fn::Sub') return [...JSON.stringify(value).matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
    return key === 'DependsOn' ? [value].flat().map(String) : namedIn(value);
  });
};

/** A way through the resources that comes back to where it began; none where each can be made after those that it needs. */
const circleIn = (resources: v.InferOutput<typeof Resources>): readonly string[] => {
  const done = new Set<string>();
  const follow = (name: string, way: readonly string[]): readonly string[] => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name) || resources[name] === undefined) return [];
    for (const next of new Set(namedIn(resources[name]))) {
      const circle = follow(next, [...way, name]);
      if (circle.length > 0) return circle;
    }
    done.add(name);
    return [];
  };
  return (
    Object.keys(resources)
      .map((name) => follow(name, []))
      .find((circle) => circle.length > 0) ?? []
  );
};

it.each(['dev', 'prod'] as const)('no resource of %s waits for itself, whatever it waits for', (stage) => {
  const { ofService, ofData } = synthesized(stage);
  for (const template of [ofService, ofData]) {
    expect(circleIn(v.parse(Resources, template.toJSON().Resources))).toEqual([]);
  }
});

it('a circle is found where only an update policy closes it', () => {
  const alias = { UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: 'group' } } } };
  const group = { DependsOn: ['policy'] };
  expect(circleIn({ alias, group, policy: { Properties: { Resource: { Ref: 'alias' } } } })).toEqual([
    'alias',
    'group',
    'policy',
    'alias',
  ]);
  expect(circleIn({ alias, group, policy: {} })).toEqual([]);
});
