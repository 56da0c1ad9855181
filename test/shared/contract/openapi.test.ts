import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DistributorBody } from '../../../shared/contract/bodies/distributor.ts';
import { examples } from '../../../shared/contract/examples.ts';
import { nothing } from '../../../shared/contract/fields.ts';
import { openApi } from '../../../shared/contract/openapi.ts';
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
  for (const slug of Object.keys(problems)) expect(document.components.schemas).toHaveProperty([`Problem-${slug}`]);
  expect(document.components.schemas['Problem-does-not-fit'].required).toContain('errors');
  const submit = document.paths['/v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship'].post;
  expect(Object.keys(submit.responses)).toEqual(
    expect.arrayContaining(['201', '202', '400', '401', '403', '404', '409', '413', '415', '422', '500', '503']),
  );
  const found = document.paths['/v1/stores/{storeId}/purchase-orders/{poNumber}'].get;
  expect(found.responses['410'].content['application/problem+json'].schema.anyOf).toEqual([
    { $ref: '#/components/schemas/Problem-rejected-by-distributor' },
  ]);
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
    properties: { items: { maxItems: 200, items: { properties: { quantity: { minimum: 0, maximum: 9999 } } } } },
  });
});

test('the credential fields of the contract are those of the distributors', () => {
  const fieldsOf = (slug: (typeof distributorSlugs)[number]) => distributors[slug].profile.credentials;
  for (const name of new Set(distributorSlugs.flatMap(fieldsOf).map((field) => field.name))) {
    expect(v.is(DistributorBody, { testMode: false, live: { [name]: 'x' } }), name).toBe(true);
  }
});
