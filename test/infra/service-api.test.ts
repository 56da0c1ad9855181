import * as v from 'valibot';
import { expect, it } from 'vitest';
import { routes } from '../../shared/contract/routes.ts';
import { all, pointsAt, resources, short } from './deployed.ts';

const Route = v.object({
  RouteKey: v.string(),
  AuthorizationType: v.optional(v.string(), 'NONE'),
  Target: v.object({ 'Fn::Join': v.tuple([v.string(), v.tuple([v.string(), v.unknown()])]) }),
});
const integrations = all(
  'AWS::ApiGatewayV2::Integration',
  v.object({ IntegrationUri: v.unknown(), PayloadFormatVersion: v.string() }),
);
const functions = all('AWS::Lambda::Function', v.object({ FunctionName: v.string(), Timeout: v.number() }));

it('every route of the table goes to its function, with the authorizer where it has a scope', () => {
  const seen = [...all('AWS::ApiGatewayV2::Route', Route).values()].map(({ RouteKey, AuthorizationType, Target }) => {
    const integration = integrations.get(pointsAt(Target['Fn::Join'][1][1]));
    const fn = short(functions.get(pointsAt(integration?.IntegrationUri))?.FunctionName ?? '');
    return [RouteKey, fn, AuthorizationType];
  });
  const expected = Object.entries(routes).map(([key, { scope, function: fn }]) => [
    key,
    fn,
    scope === null ? 'NONE' : 'CUSTOM',
  ]);
  expect(seen.toSorted()).toEqual(expected.toSorted());
});

it('a revoked key does not live on in a cache', () => {
  const [[, authorizer] = []] = resources('AWS::ApiGatewayV2::Authorizer');
  expect(authorizer?.Properties).toMatchObject({
    AuthorizerType: 'REQUEST',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    IdentitySource: ['$request.header.Authorization'],
    AuthorizerResultTtlInSeconds: 0,
  });
});

it('a function behind the API gives up before API Gateway does', () => {
  const behind = [...integrations.values()].map(
    ({ IntegrationUri }) => functions.get(pointsAt(IntegrationUri))?.Timeout,
  );
  for (const timeout of behind) expect(timeout).toBeLessThan(30);
});
