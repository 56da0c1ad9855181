import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { metricsNamespace } from '../shared/domain/ports/metrics.ts';
import { bundleOf } from './bundles.ts';
import type { Config } from './config.ts';
import { HouseAlarm } from './house-alarm.ts';

export type ServiceFunctionProps = {
  readonly config: Config;
  /** Where `<id>.ts` lies. */
  readonly folder: string;
  readonly timeout: Duration;
  readonly memory: number;
  /** Who is hurt when it fails: a sentence. */
  readonly hurts: string;
};

/** A function of the service: the file `<id>.ts`, bundled, with its logs kept for a month and an alarm for its errors. */
export class ServiceFunction extends Construct {
  readonly lambda: Lambda;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { config } = props;
    const name = `drop-ship-${config.stage}-${id}`;
    this.timeout = props.timeout;
    const logs = new LogGroup(this, 'logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: RetentionDays.ONE_MONTH,
    });
    // A role of its own, that begins with nothing: AWS's managed one may write to every log there is.
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);
    this.lambda = new Lambda(this, 'function', {
      functionName: name,
      code: bundleOf(this, props.folder, id),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memory,
      logGroup: logs,
      role,
      environment: {
        POWERTOOLS_SERVICE_NAME: `drop-ship-${config.stage}`,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
        LOG_LEVEL: config.logLevel,
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    new HouseAlarm(this, 'errors', {
      config,
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      hurts: props.hurts,
      runbook: 'A function fails',
    });
  }
}
