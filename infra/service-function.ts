import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { metricsNamespace } from '../shared/domain/metrics.ts';
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

/**
 * A bundled ESM file gives `require` to the CommonJS packages inside it; without this line they fail at start.
 * `import.meta.url` also keeps the file's own address, which the source map needs.
 */
const requireForCommonJs = "import{createRequire as r}from'node:module';const require=r(import.meta.url);";

/** A function of the service: the file `<id>.ts`, bundled, with its logs kept for a month and an alarm for its errors. */
export class ServiceFunction extends Construct {
  readonly lambda: NodejsFunction;
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
    this.lambda = new NodejsFunction(this, 'function', {
      functionName: name,
      entry: `${props.folder}/${id}.ts`,
      handler: 'handler',
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
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        mainFields: ['module', 'main'],
        bundleAwsSDK: true,
        banner: requireForCommonJs,
      },
      awsSdkConnectionReuse: false,
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
