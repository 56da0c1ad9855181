import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  CfnAlias,
  type IFunction,
  type IVersion,
  type Function as Lambda,
  Version,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export type GradualDeploymentProps = {
  readonly lambda: Lambda;
  readonly logs: LogGroup;
  readonly name: string;
  /** Whether a new version gets a part of the work first; otherwise all at once, and nothing takes it back. */
  readonly canary: boolean;
};

/** The alias of the version that is asked. */
const live = 'live';

/** How many failures of the new version within five minutes end its deployment. */
const tooMany = 3;
const five = Duration.minutes(5);

/** cdk-nag wants no right to everything. */
const readsAlarms = {
  id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
  reason: 'DescribeAlarms takes no single alarm: CodeDeploy may see whether any rings, and change none.',
};

/**
 * A new version gets a tenth of what is asked for ten minutes, then all of it; where it fails the old one gets all again. Only the
 * new version's own failures count: an incident of the old one is in no mending deployment's way.
 */
export class GradualDeployment extends Construct {
  /** Whoever asks the function asks this. */
  readonly called: IFunction;
  private readonly alias: Alias;

  constructor(scope: Construct, id: string, { lambda, logs, name, canary }: GradualDeploymentProps) {
    super(scope, id);
    this.alias = new Alias(this, 'alias', { aliasName: live, version: versionOf(lambda) });
    this.called = callable(this.alias);
    const application = new CfnApplication(this, 'application', { applicationName: name, computePlatform: 'Lambda' });
    const role = this.roleFor(lambda);
    const group = new CfnDeploymentGroup(this, 'group', {
      applicationName: application.ref,
      deploymentGroupName: name,
      serviceRoleArn: role.roleArn,
      deploymentConfigName: `CodeDeployDefault.${canary ? 'LambdaCanary10Percent10Minutes' : 'LambdaAllAtOnce'}`,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      alarmConfiguration: { enabled: canary, alarms: [{ name: this.brake(lambda, logs, name).alarmName }] },
      autoRollbackConfiguration: {
        enabled: true,
        events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
    });
    // What the role may do must be there before CodeDeploy does it.
    group.node.addDependency(role);
    const resource = this.alias.node.defaultChild;
    if (!(resource instanceof CfnAlias)) throw new Error(`The alias of ${name} is no resource`);
    resource.cfnOptions.updatePolicy = {
      codeDeployLambdaAliasUpdate: { applicationName: application.ref, deploymentGroupName: group.ref },
    };
  }

  private roleFor(lambda: Lambda): Role {
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
        // By its name: the alias itself waits for the group, which waits for this.
        resources: [lambda.functionArn, `${lambda.functionArn}:${live}`],
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }));
    Validations.of(role).acknowledge(readsAlarms);
    return role;
  }

  /** Wakes nobody: whatever it stops, the alarms ring that ring for everybody. */
  private brake(lambda: Lambda, logs: LogGroup, name: string): Alarm {
    const { version } = lambda.currentVersion;
    const namespace = 'DropShip/Deployments';
    logs.addMetricFilter('new-version', {
      metricNamespace: namespace,
      metricName: name,
      filterPattern: FilterPattern.literal(
        `{ ($.message = "request-failed" || $.message = "nudge-failed") && $.version = "${version}" }`,
      ),
    });
    const answered = new Metric({ namespace, metricName: name, statistic: 'Sum', period: five });
    const thrown = lambda.metricErrors({
      period: five,
      dimensionsMap: {
        FunctionName: lambda.functionName,
        Resource: `${lambda.functionName}:${live}`,
        ExecutedVersion: version,
      },
    });
    return new Alarm(this, 'brake', {
      alarmName: `${Stack.of(this).stackName}-${this.node.scope?.node.id}-brake`,
      alarmDescription: 'The new version of this function fails: its deployment is taken back. Wakes nobody.',
      metric: new MathExpression({
        expression: 'SUM(METRICS())',
        usingMetrics: { answered, thrown },
        period: five,
        label: 'failures of the new version',
      }),
      threshold: tooMany,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

/** The classes of the CDK say less of what may be missing than their interfaces do. */
const isVersion = (each: unknown): each is IVersion => each instanceof Version;
const isCallable = (each: unknown): each is IFunction => each instanceof Alias;

function versionOf(lambda: Lambda): IVersion {
  const version: unknown = lambda.currentVersion;
  if (!isVersion(version)) throw new Error('A function has no version');
  return version;
}

function callable(alias: unknown): IFunction {
  if (!isCallable(alias)) throw new Error('An alias cannot be called');
  return alias;
}
