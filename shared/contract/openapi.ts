import * as v from 'valibot';
import { examples } from './examples.ts';
import { nothing } from './fields.ts';
import { fieldSchemas, jsonSchema, namedSchemas } from './json-schema.ts';
import { problemAnswers, problemSchemas } from './openapi-problems.ts';
import { isPost, type Operation, type Schema } from './operation.ts';
import { operations } from './operations/all.ts';
import { routes } from './routes.ts';

const headers = {
  'x-correlation-id': {
    description: 'Names the request in our log: your own `x-correlation-id` where you send one, else one of ours.',
    schema: { type: 'string', maxLength: 64 },
  },
};

const content = (schema: Schema, example?: unknown, media: string = 'application/json') => ({
  [media]: { schema: jsonSchema(schema), ...(example === undefined ? {} : { example }) },
});

const answersOf = (operation: Operation) => {
  const { answers, summary, media } = operation;
  return Object.entries(answers).map(([status, schema]) => [
    status,
    {
      description: summary,
      headers: headersOf(operation),
      ...(schema === null ? {} : { content: content(schema, undefined, media) }),
    },
  ]);
};

const preferHeader = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description: 'How many seconds to wait for the distributor’s answer: 20 when left out, at most 25 (RFC 7240).',
  schema: { type: 'string' },
  example: 'wait=20',
};

const idempotencyKeyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and the answer is given again. Best a UUID.',
  schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x20-\\x7e]+$' },
  example: '7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d',
};

/** The answer to a POST says whether it was given before. */
const replayedHeader = {
  'idempotency-replayed': {
    description: '`true` where the request was answered before, and nothing was done again.',
    schema: { const: 'true' },
  },
};

const headersOf = ({ key }: Operation) => (isPost(key) ? { ...headers, ...replayedHeader } : headers);

const parametersOf = ({ key, path, query, prefer }: Operation) => [
  ...fieldSchemas(v.object(path)).map((field) => ({ ...field, in: 'path' })),
  ...fieldSchemas(query).map((field) => ({ ...field, in: 'query' })),
  ...(prefer ? [preferHeader] : []),
  ...(isPost(key) ? [idempotencyKeyHeader] : []),
];

const describe = (operation: Operation) => {
  const { id, key, summary, body } = operation;
  const { scope } = routes[key];
  return {
    operationId: id,
    summary,
    ...(scope === null ? { security: [] } : { description: `Needs a key with the scope \`${scope}\`.` }),
    parameters: parametersOf(operation),
    ...(body === nothing ? {} : { requestBody: { required: true, content: content(body, examples[id]) } }),
    responses: Object.fromEntries([...answersOf(operation), ...problemAnswers(operation, headersOf(operation))]),
  };
};

const paths = () => {
  const all = operations.map((operation) => {
    const [method = '', path = ''] = operation.key.split(' ');
    return { method: method.toLowerCase(), path, described: describe(operation) };
  });
  return Object.fromEntries(
    [...Map.groupBy(all, ({ path }) => path)].map(([path, some]) => [
      path,
      Object.fromEntries(some.map(({ method, described }) => [method, described])),
    ]),
  );
};

const make = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Drop ship',
    version: '1',
    description:
      'Places drop-ship purchase orders with four powersports distributors, finds the tracking and tells the customer. ' +
      'Errors are problems (RFC 9457). Times are ISO 8601 in UTC. Unknown request fields are refused. ' +
      'A body has at most 64 kB, the bulk one 256 kB.',
  },
  servers: [{ url: '/' }],
  security: [{ key: [] }],
  paths: paths(),
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'ds_<keyId>_<secret>' } },
    schemas: { ...namedSchemas(), ...problemSchemas() },
  },
});

let made: ReturnType<typeof make> | undefined;

/** The contract as an OpenAPI 3.1 document, made once from the very schemas that parse the requests. */
export const openApi = () => {
  made ??= make();
  return made;
};
