/** Where the local run pretends to be. */
export const account = '000000000000';
export const region = 'us-east-1';

/** Something in the template that the local run does not understand. Better a stop than a cloud that differs. */
export class NotUnderstood extends Error {
  constructor(logicalId: string, what: string) {
    super(`The local run does not understand the template: "${logicalId}": ${what}.`);
    this.name = 'NotUnderstood';
  }
}

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export type References = {
  ref(logicalId: string): string | undefined;
  attribute(logicalId: string, name: string): string | undefined;
};

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'local',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replaces every intrinsic of a resource's properties by what it stands for; refuses those that it does not know. */
export function resolve(value: unknown, owner: string, references: References): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, owner, references));
  if (!isObject(value)) return value;
  const [only, ...more] = Object.keys(value);
  if (only !== undefined && more.length === 0 && (only === 'Ref' || only.startsWith('Fn::'))) {
    return intrinsic(only, value[only], owner, references);
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolve(entry, owner, references)]));
}

function intrinsic(name: string, argument: unknown, owner: string, references: References): unknown {
  switch (name) {
    case 'Ref':
      return refer(String(argument), owner, references);
    case 'Fn::GetAtt': {
      const [id = '', ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return attribute(id, path.join('.'), owner, references);
    }
    case 'Fn::Join':
      return join(argument, owner, references);
    case 'Fn::Sub':
      if (typeof argument === 'string') return substitute(argument, owner, references);
      break;
  }
  throw new NotUnderstood(owner, `the intrinsic ${name} ${JSON.stringify(argument)}`);
}

function refer(id: string, owner: string, references: References): string {
  const found = pseudoParameters[id] ?? references.ref(id);
  if (found === undefined) throw new NotUnderstood(owner, `a Ref to "${id}"`);
  return found;
}

function attribute(id: string, name: string, owner: string, references: References): string {
  const found = references.attribute(id, name);
  if (found === undefined) throw new NotUnderstood(owner, `the attribute "${name}" of "${id}"`);
  return found;
}

function join(argument: unknown, owner: string, references: References): string {
  const [separator, parts] = Array.isArray(argument) ? argument : [];
  if (typeof separator !== 'string' || !Array.isArray(parts))
    throw new NotUnderstood(owner, 'an Fn::Join of this shape');
  return parts.map((part) => String(resolve(part, owner, references))).join(separator);
}

function substitute(text: string, owner: string, references: References): string {
  return text.replaceAll(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
    const [id = '', ...path] = name.split('.');
    return path.length === 0 ? refer(id, owner, references) : attribute(id, path.join('.'), owner, references);
  });
}
