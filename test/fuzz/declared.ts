import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApi } from '../../shared/contract/openapi/document.ts';
import { operations } from '../../shared/contract/operations/all.ts';

/** Anything of the document, for a test to look into. */
type Loose = ReturnType<typeof JSON.parse>;

/** An answer, wherever it came from. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

/** With no member that is not declared: an answer that says more than the document is a finding. */
const closed = (schema: Loose): Loose => {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(closed);
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'example' || key === 'examples' ? value : closed(value),
    ]),
  );
  const isObject =
    inner.type === 'object' && inner.properties !== undefined && inner.additionalProperties === undefined;
  return isObject ? { ...inner, additionalProperties: false } : inner;
};

const document: Loose = JSON.parse(JSON.stringify(openApi()));
const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'https://contract.example/openapi.json', ...closed(document) });

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const at = (pointer: readonly string[]): ValidateFunction =>
  ajv.compile({
    $ref: `https://contract.example/openapi.json#/${pointer.map((part) => encodeURIComponent(escaped(part))).join('/')}`,
  });

const compiled = new Map<string, ValidateFunction>();
const validatorAt = (pointer: readonly string[]): ValidateFunction => {
  const name = pointer.join(' ');
  const known = compiled.get(name) ?? at(pointer);
  compiled.set(name, known);
  return known;
};

const placeOf = (key: string): readonly [path: string, method: string] => {
  const [method = '', path = ''] = key.split(' ');
  return [path, method.toLowerCase()];
};

const json = (text: string): Loose => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether the document's schema takes this body; null where the operation has none. */
export const takesBody = (key: string, body: unknown): boolean | null => {
  const [path, method] = placeOf(key);
  if (document.paths[path]?.[method]?.requestBody === undefined) return null;
  return validatorAt(['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'])(body);
};

const isListed = (values: readonly Loose[] | undefined, value: string): boolean => values?.includes(value) ?? true;

/** Whether the document has every parameter of this query, and each with a value that may be. */
export const takesQuery = (key: string, asked: string): boolean => {
  const [path, method] = placeOf(key);
  const parameters: readonly Loose[] = document.paths[path]?.[method]?.parameters ?? [];
  return [...new URL(asked, 'http://x.example').searchParams].every(([name, value]) => {
    const schema = parameters.find((each) => each.in === 'query' && each.name === name)?.schema;
    if (schema === undefined) return false;
    if (schema.type === 'integer')
      return /^[1-9]\d*$/.test(value) && Number(value) >= schema.minimum && Number(value) <= schema.maximum;
    return (
      isListed(schema.enum, value) && (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value))
    );
  });
};

/** The content of an operation's body; undefined where it has none. */
export const bodyOf = (key: string): Loose => {
  const [path, method] = placeOf(key);
  return document.paths[path]?.[method]?.requestBody?.content['application/json'];
};

/** What an answer has that the document does not declare for this operation; null = nothing. */
export const undeclared = (key: string, { status, headers, text }: Answer): string | null => {
  const media = (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (key === '$default') {
    return (status === 404 || status === 405) && media === 'application/problem+json'
      ? null
      : `${status} where there is nothing`;
  }
  const [path, method] = placeOf(key);
  const own = document.paths[path][method].responses[status];
  if (own === undefined) return `status ${status} is not declared`;
  const name = own.$ref?.split('/').at(-1);
  const response = name === undefined ? own : document.components.responses[name];
  const missing = Object.keys(interesting(headers)).find((header) => !declares(response, header));
  if (missing !== undefined) return `header ${missing} is not declared under ${status}`;
  if (text === '') return response.content === undefined ? null : `no body under ${status}`;
  if (response.content?.[media] === undefined) return `${media} is not declared under ${status}`;
  if (media === 'text/javascript' || (key === 'GET /v1/openapi.json' && status === 200)) return null;
  const root =
    name === undefined ? ['paths', path, method, 'responses', String(status)] : ['components', 'responses', name];
  const validate = validatorAt([...root, 'content', media, 'schema']);
  if (validate(json(text))) return null;
  const [first] = validate.errors ?? [];
  return `the body under ${status} is not as declared: ${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`;
};

const ofHttp = new Set([
  'content-type',
  'content-length',
  'cache-control',
  'content-encoding',
  'vary',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'access-control-allow-origin',
  'content-location',
  'etag',
  'x-content-type-options',
]);
const interesting = (headers: Headers): object =>
  Object.fromEntries([...headers].filter(([name]) => !ofHttp.has(name)));
const declares = (response: Loose, name: string): boolean =>
  Object.keys(response.headers ?? {}).some((each) => each.toLowerCase() === name);

/** Every operation that can be asked, by its route. */
export const askable = operations.map(({ key, path, query, id, prefer }) => ({
  key,
  id,
  prefer,
  path: Object.keys(path),
  query: queryOf(key),
  schema: query,
}));

function queryOf(key: string): readonly string[] {
  const [path, method] = placeOf(key);
  return document.paths[path][method].parameters
    .filter((each: Loose) => each.in === 'query')
    .map((each: Loose) => each.name);
}

/** A schema that is referred to. */
export const resolved = (schema: Loose): Loose =>
  typeof schema?.$ref === 'string' ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
