import * as v from 'valibot';
import { examples } from '../examples.ts';
import { nothing } from '../fields.ts';
import { isPost, type Operation, type Schema } from '../operation.ts';
import { operations } from '../operations/all.ts';
import { routes } from '../routes.ts';
import { dialogOfHash, pathOfHash } from './dialog-of-hash.ts';
import { exampleAnswer } from './examples.ts';
import { gatewaySchema } from './gateway.ts';
import { guide } from './guide.ts';
import { headerComponents, headersNamed, usualHeaders } from './headers.ts';
import { fieldSchemas, jsonSchema, namedSchemas } from './json-schema.ts';
import { problemAnswers, problemExampleComponents, problemSchemas } from './problems.ts';
import { sharedResponses } from './shared-responses.ts';
import { tagOf, tags } from './tags.ts';
import { webhooks } from './webhooks.ts';

const content = (schema: Schema, owner: string, example: unknown, media = 'application/json') => ({
  [media]: { schema: jsonSchema(schema, owner), ...(example === undefined ? {} : { example }) },
});

/** What names its answer's fields where the schema has no name of its own. */
const ownerOf = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

/** Operations whose 201 and 202 say where to find what there is now. */
const located: ReadonlySet<string> = new Set(['putStore', 'putOrder', 'submitDialog', 'enterShipment']);

const meanings: ReadonlyMap<string, string> = new Map([
  ['200', 'Done.'],
  ['201', 'It is new.'],
  ['202', 'Taken; how it ends is not known yet.'],
  ['204', 'Done; there is nothing to say.'],
]);

const answersOf = ({ answers, id, key, media }: Operation) =>
  Object.entries(answers).map(([status, schema]) => {
    const more = [
      ...(isPost(key) ? (['idempotency-replayed'] as const) : []),
      ...((status === '201' || status === '202') && located.has(id) ? (['Location'] as const) : []),
      ...(status === '202' && id === 'submitDialog' ? (['Retry-After'] as const) : []),
      ...(id === 'getDialogModule' ? (['Content-Location'] as const) : []),
    ];
    const headers = headersNamed([...usualHeaders(routes[key].scope !== null), ...more]);
    const body = schema === null ? {} : { content: content(schema, ownerOf(id), exampleAnswer(id, status), media) };
    return [status, { description: meanings.get(status) ?? 'Done.', headers, ...body }];
  });

const preferHeader = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description: 'How many seconds to wait for the distributor’s answer: 20 when left out, at most 25 (RFC 7240).',
  schema: { type: 'string' },
  example: 'wait=20',
};

const idempotencyKeyHeader = { $ref: '#/components/parameters/Idempotency-Key' };
const correlationHeader = { $ref: '#/components/parameters/x-correlation-id' };

const parametersOf = ({ key, path, query, prefer }: Operation) => [
  ...fieldSchemas(v.object(path), 'path').map((field) => ({ ...field, in: 'path' })),
  ...fieldSchemas(query, 'query').map((field) => ({ ...field, in: 'query' })),
  ...(prefer ? [preferHeader] : []),
  ...(isPost(key) ? [idempotencyKeyHeader] : []),
  correlationHeader,
];

/** Never answered: for the day on which a distributor can do it. */
const reserved = [
  '204',
  { description: 'Reserved: not answered today.', headers: headersNamed(usualHeaders(true)) },
] as const;

const responsesOf = (operation: Operation) => {
  const answers = answersOf(operation);
  return Object.fromEntries([...(answers.length === 0 ? [reserved] : answers), ...problemAnswers(operation)]);
};

const describe = (operation: Operation, responses: object) => {
  const { id, key, summary, body } = operation;
  const { scope } = routes[key];
  return {
    operationId: id,
    summary,
    description: scope === null ? 'Anybody may ask, without a key.' : `Needs a key with the scope \`${scope}\`.`,
    tags: [tagOf(pathIn(operation))],
    ...(scope === null ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(body === nothing ? {} : { requestBody: { required: true, content: content(body, ownerOf(id), examples[id]) } }),
    responses,
  };
};

const pathIn = ({ key }: Operation): string => key.split(' ')[1] ?? '';

/** The paths, each with its methods, and the responses that several of them share. */
const paths = () => {
  const all = [
    ...operations.map((operation) => [operation, pathIn(operation)] as const),
    [dialogOfHash, pathOfHash] as const,
  ];
  const { responses, components } = sharedResponses(all.map(([operation]) => responsesOf(operation)));
  const methods = all.map(([operation, path], index) => {
    const [method = ''] = operation.key.split(' ');
    return { method: method.toLowerCase(), path, described: describe(operation, responses[index] ?? {}) };
  });
  const byPath = Object.fromEntries(
    [...Map.groupBy(methods, ({ path }) => path)].map(([path, some]) => [
      path,
      Object.fromEntries(some.map(({ method, described }) => [method, described])),
    ]),
  );
  return { byPath, components };
};

const make = () => {
  const { byPath, components } = paths();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Drop ship',
      version: '1',
      summary: 'Drop-ship purchase orders for powersports webstores.',
      description: guide,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Whoever runs this deployment' },
    },
    servers: [{ url: '/', description: 'Where this document was read.' }],
    security: [{ key: [] }],
    tags,
    paths: byPath,
    webhooks: webhooks(),
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'ds_<keyId>_<secret>',
          description: 'A key of the store, or one to all stores.',
        },
      },
      parameters: {
        'Idempotency-Key': {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description:
            'Makes the request safe to repeat for 24 hours: the same request (method, path, query, body) with the same key is done once, and its answer is given again. Best a UUID.',
          schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x20-\\x7e]+$' },
          example: '7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d',
        },
        'x-correlation-id': {
          name: 'x-correlation-id',
          in: 'header',
          required: false,
          description: 'Your own name of this request, to find it in both logs.',
          schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
          example: 'webstore-7f3a',
        },
      },
      headers: headerComponents,
      responses: components,
      examples: problemExampleComponents(),
      schemas: { ...namedSchemas(), ...problemSchemas(), GatewayMessage: gatewaySchema },
    },
  };
};

let made: ReturnType<typeof make> | undefined;

/** The contract as an OpenAPI 3.1 document, made once from the very schemas that parse the requests. */
export const openApi = () => {
  made ??= make();
  return made;
};
