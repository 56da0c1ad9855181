import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type IFunction,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { countedLines, metricsNamespace } from '../shared/domain/ports/metrics.ts';
import { bundleOf } from './bundles.ts';
import { type Config, isDisposable, serviceName } from './config.ts';
import { GradualDeployment } from './gradual-deployment.ts';
import { HouseAlarm } from './house-alarm.ts';

export type ServiceFunctionProps = {
  readonly config: Config;
  /** Where `<id>.ts` lies. */
  readonly folder: string;
  readonly timeout: Duration;
  readonly memory: number;
  /** How many may always run at once, and no more. */
  readonly reserved: number | undefined;
  /** It sends messages to the queue that it works off: Lambda would stop the 16th of such a chain. */
  readonly nudgesItself: boolean;
  /** It places orders: it is called by its version that is live, and a new one gets a part of the work first. */
  readonly placesOrders: boolean;
  /** Who is hurt when it fails: a sentence. */
  readonly hurts: string;
};

/** cdk-nag wants dead letters beside those of the queues. */
const nobodyElseCalls = {
  id: 'Serverless::Serverless-LambdaDLQ',
  reason: 'It answers the API or works off a queue that has dead letters; the schedule keeps the minutes that failed.',
};

/** A function of the service: the file `<id>.ts`, bundled, with its logs kept for a month and an alarm for its errors. */
export class ServiceFunction extends Construct {
  readonly lambda: Lambda;
  /** What is to be called: the function, or its version that is live. */
  readonly called: IFunction;
  readonly logs: LogGroup;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { config, reserved } = props;
    const name = `drop-ship-${config.stage}-${id}`;
    this.timeout = props.timeout;
    const logs = new LogGroup(this, 'logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: RetentionDays.ONE_MONTH,
      // A name that is fixed and a log that is kept would be in the way of the next try.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    for (const [line, metricName] of Object.entries(countedLines)) {
      logs.addMetricFilter(line, {
        metricNamespace: metricsNamespace,
        metricName,
        filterPattern: FilterPattern.stringValue('$.message', '=', line),
        dimensions: { service: '$.service' },
      });
    }
    this.logs = logs;
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
      // The platform's own lines, of which every run has three, cost more than ours: only its warnings.
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      // No setting: above it Lambda drops what a restore is made from, and metrics, which are lines without a level and count as INFO.
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      role,
      // An earlier version is there to go back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      ...(props.nudgesItself ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      environment: {
        POWERTOOLS_SERVICE_NAME: serviceName(config),
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
      },
    });
    const { canary } = config;
    this.called =
      props.placesOrders && !isDisposable(config)
        ? new GradualDeployment(this, 'gradual', { lambda: this.lambda, logs, name, canary }).called
        : this.lambda;
    Validations.of(this).acknowledge(nobodyElseCalls);
    new HouseAlarm(this, 'errors', {
      config,
      // CloudWatch looks once a minute. With a longer period two errors lie now in one of them, now in two, and the alarm comes and goes.
      metric: this.lambda.metricErrors({ period: Duration.minutes(1) }),
      threshold: 1,
      // A run or two that Lambda lost wake nobody; what fails whenever it is asked does: three minutes of an hour.
      periods: 3,
      among: 60,
      hurts: props.hurts,
      runbook: 'function-fails',
    });
    new HouseAlarm(this, 'throttles', {
      config,
      metric: this.lambda.metricThrottles({ period: Duration.minutes(5) }),
      threshold: 5,
      hurts: props.hurts,
      runbook: 'throttled',
    });
  }
}
