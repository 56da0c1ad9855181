import * as v from 'valibot';
import type { Schema } from '../contract/operation.ts';
import { type FieldError, invalid } from '../contract/problem.ts';

type Issue = v.BaseIssue<unknown>;

/** Nobody reads more, and a hostile body could have thousands. */
const mostErrors = 50;

/** What was expected, by the kind of schema or action that was not met. Schemas with a message of their own are not asked. */
const expectations: Readonly<Record<string, (issue: Issue) => string>> = {
  string: () => 'Must be a text.',
  number: () => 'Must be a number.',
  boolean: () => 'Must be true or false.',
  array: () => 'Must be a list.',
  integer: () => 'Must be a whole number.',
  picklist: ({ expected }) =>
    `Must be one of: ${(expected ?? '').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ')}.`,
  literal: ({ expected }) => `Must be ${expected}.`,
  variant: ({ expected }) => `Must be one of: ${(expected ?? '').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ')}.`,
  min_value: ({ requirement }) => `Must be at least ${requirement}.`,
  max_value: ({ requirement }) => `Must be at most ${requirement}.`,
  min_length: ({ requirement }) => `Must have at least ${requirement}.`,
  max_length: ({ requirement }) => `Must have at most ${requirement}.`,
};

/** An issue as a sentence of ours. Valibot's own and `JSON.parse`'s repeat what they were given; these say what was expected. */
const describe = (issue: Issue): string => {
  if (issue.type === 'strict_object') {
    if (issue.path === undefined || issue.path.at(-1)?.origin !== 'key') return 'Must be an object.';
    return issue.expected === 'never' ? 'Is not a field here: leave it out.' : 'Is missing: add it.';
  }
  return expectations[issue.type]?.(issue) ?? 'Is not as the contract says: see GET /v1/openapi.json.';
};

const escaped = (key: unknown): string => String(key).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');

/** The input as the schema has it, or 400 with every field that does not keep to it; `root` begins their pointers. */
export const parseFields = <const S extends Schema>(schema: S, input: unknown, root = ''): v.InferOutput<S> => {
  const result = v.safeParse(schema, input, { message: describe });
  if (result.success) return result.output;
  throw invalid(result.issues.slice(0, mostErrors).map((issue) => fieldError(issue, root)));
};

const fieldError = (issue: Issue, root: string): FieldError => ({
  pointer: root + (issue.path ?? []).map(({ key }) => `/${escaped(key)}`).join(''),
  detail: issue.message,
});
