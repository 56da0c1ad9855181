import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
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
const functions = all(
  'AWS::Lambda::Function',
  v.object({
    FunctionName: v.string(),
    Timeout: v.number(),
    ReservedConcurrentExecutions: v.optional(v.number()),
    Environment: v.optional(v.object({ Variables: v.record(v.string(), v.unknown()) })),
  }),
);

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

describe('the stage of the API', () => {
  const [[, stage] = []] = resources('AWS::ApiGatewayV2::Stage');

  it('lets the routes that wait for a distributor be called less often than the others', () => {
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      RouteSettings: {
        'POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship': {
          ThrottlingRateLimit: 100,
          ThrottlingBurstLimit: 150,
        },
        'POST /v1/stores/{storeId}/drop-ships': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
        'POST /v1/stores/{storeId}/distributors/{distributor}/verify': {
          ThrottlingRateLimit: 5,
          ThrottlingBurstLimit: 10,
        },
        'GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer': {
          ThrottlingRateLimit: 10,
          ThrottlingBurstLimit: 20,
        },
      },
    });
  });

  it('takes more submits than one key may send, and no more at once than there are functions for', () => {
    const single = v.object({ ThrottlingRateLimit: v.number(), ThrottlingBurstLimit: v.number() });
    const submit = 'POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship';
    const settings = v.parse(v.looseObject({ [submit]: single }), stage?.Properties.RouteSettings)[submit];
    const fn = [...functions.values()].find(({ FunctionName }) => short(FunctionName) === 'drop-ship-items');
    const ofOneKey = Number(fn?.Environment?.Variables.REQUESTS_PER_SECOND);
    expect(settings?.ThrottlingRateLimit).toBeGreaterThanOrEqual(2 * ofOneKey);
    expect(settings?.ThrottlingBurstLimit).toBeLessThan(fn?.ReservedConcurrentExecutions ?? 0);
  });

  it('is made after the routes that it names: API Gateway refuses one that it does not know', () => {
    const named = Object.keys(v.parse(v.looseObject({}), stage?.Properties.RouteSettings));
    const routeIds = [...all('AWS::ApiGatewayV2::Route', Route)].filter(([, { RouteKey }]) => named.includes(RouteKey));
    expect(named).toHaveLength(4);
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routeIds.map(([id]) => id)));
  });

  it('writes its access log as JSON, in the variables of an HTTP API, under the prefix that AWS keeps for it', () => {
    const Format = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));
    const Settings = v.object({ Format, DestinationArn: v.unknown() });
    const { Format: fields, DestinationArn } = v.parse(Settings, stage?.Properties.AccessLogSettings);
    expect(fields).toEqual({
      service: 'drop-ship-local',
      requestId: '$context.requestId',
      time: '$context.requestTime',
      responseLength: '$context.responseLength',
      responseLatency: '$context.responseLatency',
      integrationLatency: '$context.integrationLatency',
      gatewayError: '$context.error.message',
      routeKey: '$context.routeKey',
      status: '$context.status',
      integrationStatus: '$context.integrationStatus',
      integrationError: '$context.integrationErrorMessage',
      authorizerError: '$context.authorizer.error',
      keyId: '$context.authorizer.keyId',
      sourceIp: '$context.identity.sourceIp',
    });
    // Of a REST API only.
    expect(JSON.stringify(fields)).not.toMatch(
      /resourcePath|authorizer\.latency|identity\.caller|identity\.user\b|httpMethod/,
    );
    const [, group] = resources('AWS::Logs::LogGroup').find(([id]) => id === pointsAt(DestinationArn)) ?? [];
    expect(group?.Properties.LogGroupName).toBe('/aws/vendedlogs/apis/drop-ship-local');
  });
});
