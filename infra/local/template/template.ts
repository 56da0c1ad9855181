import * as v from 'valibot';
import { account, NotUnderstood, type References, region, resolve } from './intrinsics.ts';
import { cloudOnly, type Resource, type ResourceType, type Understood, understood } from './resource-schemas.ts';

const TemplateSchema = v.object({
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      Properties: v.optional(v.record(v.string(), v.unknown()), {}),
      Condition: v.optional(v.never('a Condition')),
    }),
  ),
});

type Resources = v.InferOutput<typeof TemplateSchema>['Resources'];

/** The resources of a template by type, intrinsics resolved, every property understood. */
export type Template = { of<T extends ResourceType>(type: T): readonly Resource<T>[] };

const isUnderstood = (type: string): type is ResourceType => Object.hasOwn(understood, type);

/** Reads a synthesized template. Throws `NotUnderstood`, naming the resource and the property, rather than leave anything out. */
export function readTemplate(json: string, queueUrl: (name: string) => string): Template {
  const { Resources: resources } = v.parse(TemplateSchema, JSON.parse(json));
  const references = referencesOf(resources, queueUrl);
  for (const [id, { Type }] of Object.entries(resources)) {
    if (!isUnderstood(Type) && !cloudOnly.has(Type)) throw new NotUnderstood(id, `the resource type ${Type}`);
  }
  const read = <T extends ResourceType>(type: T): readonly Resource<T>[] =>
    Object.entries(resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ id, ...properties(id, type, resolve(resource.Properties, id, references)) }));
  for (const type of Object.keys(understood)) if (isUnderstood(type)) read(type);
  return { of: read };
}

function properties<T extends ResourceType>(id: string, type: T, given: unknown): v.InferOutput<Understood[T]> {
  const schema: Understood[T] = understood[type];
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const value = issue.type === 'strict_object' ? '' : ` = ${JSON.stringify(issue.input)}`;
  throw new NotUnderstood(id, `${type}, property ${v.getDotPath(issue) ?? '(itself)'}${value}`);
}

function referencesOf(resources: Resources, queueUrl: (name: string) => string): References {
  const nameOf = (id: string, property: string): string => {
    const name = resources[id]?.Properties[property];
    return typeof name === 'string' ? name : id;
  };
  const arn = (service: string, name: string): string => `arn:aws:${service}:${region}:${account}:${name}`;
  return {
    ref(id) {
      const type = resources[id]?.Type;
      if (type === 'AWS::SQS::Queue') return queueUrl(nameOf(id, 'QueueName'));
      if (type === 'AWS::Lambda::Function') return nameOf(id, 'FunctionName');
      if (type === 'AWS::DynamoDB::Table') return nameOf(id, 'TableName');
      return type === undefined ? undefined : id;
    },
    attribute(id, name) {
      const type = resources[id]?.Type;
      if (type === 'AWS::SQS::Queue' && name === 'QueueName') return nameOf(id, 'QueueName');
      if (name !== 'Arn' || type === undefined) return undefined;
      if (type === 'AWS::SQS::Queue') return arn('sqs', nameOf(id, 'QueueName'));
      if (type === 'AWS::Lambda::Function') return arn('lambda', `function:${nameOf(id, 'FunctionName')}`);
      if (type === 'AWS::DynamoDB::Table') return arn('dynamodb', `table/${nameOf(id, 'TableName')}`);
      return arn(type.toLowerCase().split('::')[1] ?? 'aws', id);
    },
  };
}

/** The last part of an ARN: the name of the queue or function that it is of. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);
