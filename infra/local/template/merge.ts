import * as v from 'valibot';

const StackTemplate = v.object({
  Resources: v.record(v.string(), v.unknown()),
  Outputs: v.optional(
    v.record(v.string(), v.object({ Value: v.unknown(), Export: v.optional(v.object({ Name: v.string() })) })),
    {},
  ),
});

const Import = v.strictObject({ 'Fn::ImportValue': v.string() });

/** The stacks of an app as one template: what one imports from another stands where it is imported. */
export function mergeStacks(templates: readonly string[]): string {
  const stacks = templates.map((json) => v.parse(v.pipe(v.string(), v.parseJson(), StackTemplate), json));
  const outputs = stacks.flatMap(({ Outputs }) => Object.values(Outputs));
  const exported = new Map(outputs.flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value] as const] : [])));
  const resources = stacks.flatMap(({ Resources }) => Object.entries(Resources));
  const ids = resources.map(([id]) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Error(`Two stacks have a resource "${twice}": the local run would take one for the other`);
  return JSON.stringify({ Resources: withImports(Object.fromEntries(resources), exported) });
}

/** An import of what no stack exports stays: whoever reads the template refuses it. */
function withImports(value: unknown, exported: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => withImports(each, exported));
  if (typeof value !== 'object' || value === null) return value;
  if (v.is(Import, value) && exported.has(value['Fn::ImportValue'])) return exported.get(value['Fn::ImportValue']);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withImports(each, exported)]));
}
