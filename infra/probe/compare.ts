import * as v from 'valibot';
import type { Expected } from './expected.ts';
import { formOf, mostEntries, nameOf } from './redacted.ts';

/** How an answer stands to what is looked for in it; `form` shows no value. */
export type Finding = {
  readonly path: string;
  /** `fits`: found and read; `new`: nobody looks for it; `missing`: not there; `unread`: there, and cannot be read. */
  readonly kind: 'fits' | 'new' | 'missing' | 'unread';
  readonly form: string;
};

const isFields = (json: unknown): json is object => typeof json === 'object' && json !== null && !Array.isArray(json);

const formIn = (json: unknown): string => {
  if (json === null) return 'null';
  if (Array.isArray(json)) return `a list of ${json.length}`;
  if (typeof json === 'string') return json === '' ? 'empty text' : `text like ${formOf(json)}`;
  return typeof json === 'object' ? 'an object' : typeof json;
};

/** Everything that fits, is new, is missing or cannot be read, each path once: a list's entries count as one. */
export const compare = (json: unknown, expected: Expected): readonly Finding[] => {
  const found = new Map<string, Finding>();
  for (const finding of compareAt(json, expected, '')) {
    const before = found.get(finding.path);
    // Of a list's entries one may lack what another has: what is there counts, what cannot be read counts more.
    if (before === undefined || before.kind === 'missing' || finding.kind === 'unread')
      found.set(finding.path, finding);
  }
  return [...found.values()];
};

const compareAt = (json: unknown, expected: Expected, path: string): readonly Finding[] => {
  if (expected.kind === 'list') {
    const entries = Array.isArray(json) ? json : json === null || json === undefined ? [] : [json];
    if (entries.length === 0) return [{ path: `${path}[]`, kind: 'fits', form: 'an empty list' }];
    return entries.slice(0, mostEntries).flatMap((one) => compareAt(one, expected.item, `${path}[]`));
  }
  if (expected.kind === 'value') return [valueAt(json, expected.schema, path)];
  return isFields(json) ? fieldsAt(json, expected, path) : [{ path, kind: 'unread', form: formIn(json) }];
};

const fieldsAt = (json: object, expected: Extract<Expected, { kind: 'fields' }>, path: string): readonly Finding[] => {
  const written = (name: string): string => (expected.inAnyCase ? name.toLowerCase() : name);
  const told = new Map(Object.entries(json).map(([name, value]) => [written(name), value]));
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const known = [...expected.fields].flatMap(([name, inner]) => {
    const value = told.get(written(name));
    return value === undefined
      ? [{ path: at(name), kind: 'missing', form: '' } as const]
      : compareAt(value, inner, at(name));
  });
  const names = new Set([...expected.fields.keys()].map(written));
  const others = Object.entries(json).filter(([name]) => !names.has(written(name)));
  return [
    ...known,
    ...others.map(([name, value]) => ({ path: at(nameOf(name)), kind: 'new', form: formIn(value) }) as const),
  ];
};

/** Whether a value can be read; one that is there and is read as nothing could not be. */
const valueAt = (json: unknown, schema: v.GenericSchema, path: string): Finding => {
  const result = v.safeParse(schema, json);
  const isBlank = json === null || json === '';
  const isRead = result.success && (isBlank || (result.output !== null && result.output !== undefined));
  return { path, kind: isRead ? 'fits' : 'unread', form: formIn(json) };
};
