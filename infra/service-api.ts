import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { RouteRule } from '../shared/contract/routes.ts';
import { type MetricName, metricsNamespace } from '../shared/domain/ports/metrics.ts';
import { accessLog, refusedAsTooMany } from './access-log.ts';
import { type Config, serviceName } from './config.ts';
import { HouseAlarm } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

/** How often a route may be called, by all stores together: a second, and at once. */
export type RouteThrottle = { readonly rate: number; readonly burst: number };

export type ServiceApiProps<Name extends string> = {
  readonly config: Config;
  readonly name: string;
  /** `METHOD /path` or `$default`, and what answers. */
  readonly routes: Readonly<Record<string, Omit<RouteRule, 'function'> & { readonly function: Name }>>;
  readonly functions: Readonly<Record<Name, ServiceFunction>>;
  readonly authorizer: ServiceFunction;
  /** Routes that wait for somebody else, and so may not be called as often as the others. */
  readonly throttled: ReadonlyMap<string, RouteThrottle>;
};

/** More than this at once is a caller gone wild, not a webstore. */
const throttle = { rateLimit: 500, burstLimit: 1000 };

/** cdk-nag wants an authorizer on every route. */
const openToAll = {
  id: 'AwsSolutions-APIG4',
  reason: 'The contract, the health check and what answers unknown paths tell nothing of any store.',
};

/** The HTTP API: every route of the table to its function; those with a scope only after the authorizer. */
export class ServiceApi<Name extends string> extends Construct {
  readonly api: HttpApi;
  readonly accessLog: LogGroup;

  constructor(scope: Construct, id: string, props: ServiceApiProps<Name>) {
    super(scope, id);
    this.api = new HttpApi(this, 'api', { apiName: props.name, createDefaultStage: false });
    // Under this prefix log groups share one policy of the account, which has no room for many of them.
    this.accessLog = new LogGroup(this, 'logs', {
      logGroupName: `/aws/vendedlogs/apis/${props.name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const metricName: MetricName = 'RequestsThrottled';
    this.accessLog.addMetricFilter(metricName, {
      metricNamespace: metricsNamespace,
      metricName,
      filterPattern: FilterPattern.literal(refusedAsTooMany),
      dimensions: { service: '$.service' },
    });
    const stage = this.addStage(props);
    const authorizer = new HttpLambdaAuthorizer('authorizer', props.authorizer.lambda, {
      authorizerName: 'authorize-request',
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      // A key that is revoked must not work for another five minutes.
      resultsCacheTtl: Duration.seconds(0),
    });
    const integrations = new Map<Name, HttpLambdaIntegration>();
    for (const [routeKey, route] of Object.entries<(typeof props.routes)[string]>(props.routes)) {
      const integration =
        integrations.get(route.function) ?? integrate(route.function, props.functions[route.function]);
      integrations.set(route.function, integration);
      const added = new HttpRoute(this, routeKey.replaceAll('/', '|'), {
        httpApi: this.api,
        routeKey: parseRouteKey(routeKey),
        integration,
        ...(route.scope === null ? {} : { authorizer }),
      });
      if (route.scope === null) Validations.of(added).acknowledge(openToAll);
      // A stage that names a route which is not there yet is refused.
      if (props.throttled.has(routeKey)) stage.node.addDependency(added);
    }
    new HouseAlarm(this, 'server-errors', {
      config: props.config,
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      hurts: 'Webstores and the people at the stores get errors instead of answers.',
      runbook: 'requests-fail',
    });
  }

  private addStage({ config, throttled }: ServiceApiProps<Name>): HttpStage {
    const stage = new HttpStage(this, 'stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog),
        format: AccessLogFormat.custom(accessLog(serviceName(config))),
      },
    });
    const resource = stage.node.defaultChild;
    if (resource instanceof CfnStage && throttled.size > 0) {
      resource.routeSettings = Object.fromEntries([...throttled].map(([key, limit]) => [key, throttleOf(limit)]));
    }
    return stage;
  }
}

const throttleOf = ({ rate, burst }: RouteThrottle) => ({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst });

const integrate = (name: string, fn: ServiceFunction) =>
  new HttpLambdaIntegration(name, fn.called, { scopePermissionToRoute: false });

function parseRouteKey(text: string): HttpRouteKey {
  const [method, path] = text.split(' ');
  const known = Object.values(HttpMethod).find((candidate) => candidate === method);
  if (path === undefined) return HttpRouteKey.DEFAULT;
  if (known === undefined) throw new Error(`"${text}" is not a route: no such method`);
  return HttpRouteKey.with(path, known);
}
