import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DistributorBody } from '../../../shared/contract/bodies/distributor.ts';
import { examples } from '../../../shared/contract/examples.ts';
import { nothing } from '../../../shared/contract/fields.ts';
import { openApi } from '../../../shared/contract/openapi/document.ts';
import { operations } from '../../../shared/contract/operations/all.ts';
import { problems } from '../../../shared/contract/problem.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import { distributorSlugs } from '../../../shared/domain/vocabulary.ts';

const document = JSON.parse(JSON.stringify(openApi()));

test('every route has its operation, and every operation its own id', () => {
  const keys = Object.keys(routes).filter((key) => key !== '$default');
  expect(operations.map(({ key }) => key).sort()).toEqual(keys.sort());
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
});

test('every operation is in the document, with its parameters and its key', () => {
  for (const { key, id, path } of operations) {
    const [method = '', pattern = ''] = key.split(' ');
    const described = document.paths[pattern][method.toLowerCase()];
    expect(described.operationId).toBe(id);
    const inPath = described.parameters.filter((one: { in: string }) => one.in === 'path');
    expect(inPath.map((one: { name: string; required: boolean }) => [one.name, one.required])).toEqual(
      [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true]),
    );
    expect(Object.keys(path).length).toBe(inPath.length);
    expect(described.security).toEqual(routes[key].scope === null ? [] : undefined);
  }
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(50);
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty([name]);
});

test('every problem is described, with the members that it has', () => {
  for (const slug of Object.keys(problems).filter((each) => each !== 'method-not-allowed'))
    expect(document.components.schemas).toHaveProperty([`Problem-${slug}`]);
  expect(document.components.schemas['Problem-does-not-fit'].required).toContain('errors');
  const submit = document.paths['/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship'].post;
  expect(Object.keys(submit.responses)).toEqual(
    expect.arrayContaining(['201', '202', '400', '401', '403', '404', '409', '413', '415', '422', '500', '503']),
  );
  const found = document.paths['/v1/stores/{storeId}/purchase-orders/{poNumber}'].get;
  const gone = document.components.responses[found.responses['410'].$ref.split('/').at(-1)];
  expect(gone.content['application/problem+json'].schema).toEqual({
    $ref: '#/components/schemas/Problem-rejected-by-distributor',
  });
});

test('every body has an example that its own schema takes', () => {
  for (const { id, body } of operations) {
    if (body === nothing) expect(examples[id]).toBeUndefined();
    else expect(v.safeParse(body, examples[id]).issues, id).toBeUndefined();
  }
});

test('a request’s fields are all named: any other is refused', () => {
  expect(document.components.schemas.Order).toMatchObject({
    additionalProperties: false,
    required: ['status', 'placedAt', 'customer', 'shipTo', 'items'],
  });
});

test('what is said of an order’s fields stands in the document: what a New one is refused for, too', () => {
  const { properties } = document.components.schemas.Order as Loose;
  expect(properties).toMatchObject({
    displayNumber: { description: expect.stringContaining('shown in mails') },
    items: {
      description: expect.stringMatching(/^At most 200.*New order is refused/),
      items: { properties: { quantity: { description: expect.stringContaining('9999') } } },
    },
  });
  const address = document.components.schemas.Address as Loose;
  expect(address.properties.country.description).toContain('taken in');
});

test('no list of required fields is empty, which older readers of JSON Schema refuse', () => {
  expect(JSON.stringify(document)).toContain('"required":[');
  expect(JSON.stringify(document)).not.toContain('"required":[]');
});

test('the credential fields of the contract are those of the distributors', () => {
  const fieldsOf = (slug: (typeof distributorSlugs)[number]) => distributors[slug].profile.credentials;
  for (const name of new Set(distributorSlugs.flatMap(fieldsOf).map((field) => field.name))) {
    expect(v.is(DistributorBody, { testMode: false, live: { [name]: 'x' } }), name).toBe(true);
  }
});

type Node = { readonly [key: string]: Loose };
type Loose = ReturnType<typeof JSON.parse>;

/** Every field of every object in the document, with where it is. */
const fieldsIn = (node: Loose, where = ''): readonly { readonly where: string; readonly field: Node }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = Object.entries<Node>(node.properties ?? {}).map(([name, field]) => ({
    where: `${where}/${name}`,
    field,
  }));
  const skipped = ['example', 'examples', 'value'];
  return [
    ...own,
    ...Object.entries<Loose>(node).flatMap(([key, inner]) =>
      skipped.includes(key) && where.split('/').at(-1) !== 'properties' ? [] : fieldsIn(inner, `${where}/${key}`),
    ),
  ];
};

/** The texts that a field may be where only some are possible. */
const valuesOf = (field: Loose): readonly unknown[] =>
  typeof field !== 'object' || field === null
    ? []
    : [
        ...(field.enum ?? []),
        ...['anyOf', 'oneOf'].flatMap((key) => (field[key] ?? []).flatMap(valuesOf)),
        ...valuesOf(field.items),
      ];

test('every field, and every value where only some are possible, says what it means', () => {
  const fields = fieldsIn(document);
  expect(fields.length).toBeGreaterThan(300);
  expect(fields.filter(({ field }) => !field.description && !field.$ref).map(({ where }) => where)).toEqual([]);
  const silent = fields.flatMap(({ where, field }) =>
    valuesOf(field)
      .filter((value) => typeof value === 'string' && !field.description?.includes(`\`${value}\``))
      .map((value) => `${where}: ${value}`),
  );
  expect(silent).toEqual([]);
});

test('every parameter, operation and tag says what it means', () => {
  const described = Object.values<Node>(document.paths).flatMap((methods) => Object.values<Node>(methods));
  for (const { operationId, summary, description, parameters, tags } of described) {
    expect([summary, description], operationId).not.toContain(undefined);
    expect(document.tags.map(({ name }: Node) => name)).toContain(tags[0]);
    for (const parameter of parameters)
      expect(parameter.description ?? parameter.$ref, `${operationId} ${parameter.name}`).toBeDefined();
  }
});

const responsesNamed = ($ref: string | undefined): Node | undefined =>
  document.components.responses[$ref?.split('/').at(-1) ?? ''];

test('every answer declares the header that API Gateway puts on all of them', () => {
  const all = Object.values<Node>(document.paths).flatMap((methods) => Object.values<Node>(methods));
  for (const { operationId, responses } of all)
    for (const [status, { $ref, ...own }] of Object.entries<Node>(responses))
      expect(Object.keys((responsesNamed($ref) ?? own).headers ?? {}), `${operationId} ${status}`).toContain(
        'apigw-requestid',
      );
});

test('an answer of API Gateway itself stands beside ours, wherever there is one', () => {
  const all = Object.values<Node>(document.paths).flatMap((methods) => Object.values<Node>(methods));
  for (const { operationId, responses } of all)
    for (const status of ['400', '413', '429', '500', '503']) {
      const { $ref, ...own }: Node = responses[status] ?? {};
      expect((responsesNamed($ref) ?? own).content, `${operationId} ${status}`).toHaveProperty(['application/json']);
    }
});

test('the dialog stands there under both of its names, and the first tells the second', () => {
  const [current, ofHash] = ['/v1/drop-ship-dialog.js', '/v1/drop-ship-dialog-{hash}.js'].map(
    (path) => document.paths[path].get,
  );
  expect(current.responses['200'].headers).toHaveProperty('Content-Location');
  expect(ofHash.responses['200'].content).toHaveProperty(['text/javascript']);
  expect(ofHash.responses).toHaveProperty('404');
  expect(ofHash.parameters).toContainEqual(expect.objectContaining({ name: 'hash', in: 'path', required: true }));
});

test('it is small: under 300 kB, and under 40 kB compressed', () => {
  const text = JSON.stringify(openApi());
  expect(text.length).toBeLessThan(300_000);
  expect(gzipSync(text).length).toBeLessThan(40_000);
});
