import { Match } from 'aws-cdk-lib/assertions';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { awsLog } from '../../shared/aws/log.ts';
import { synthesized } from './synthesized.ts';

const prod = synthesized('prod').ofService;
const ordering = ['drop-ship-items', 'submit-order'];
const aliases = Object.entries(prod.findResources('AWS::Lambda::Alias'));

describe('the two functions that place orders', () => {
  it('are called by their version that is live: by the API, and by every queue of submissions', () => {
    const [items = '', submit = ''] = aliases.map(([id]) => id);
    prod.hasResourceProperties('AWS::ApiGatewayV2::Integration', { IntegrationUri: { Ref: items } });
    const mappings = Object.values(prod.findResources('AWS::Lambda::EventSourceMapping'));
    const live = mappings.filter(({ Properties }) => JSON.stringify(Properties.FunctionName).includes(':live'));
    expect(live).toHaveLength(4);
    for (const { Properties } of live) expect(JSON.stringify(Properties.FunctionName)).toContain(submit);
  });

  it('and no others are', () => {
    expect(aliases.map(([, { Properties }]) => Properties.Name)).toEqual(['live', 'live']);
    prod.resourceCountIs('AWS::CodeDeploy::DeploymentGroup', 2);
  });

  it.each(ordering)('%s: a new version gets a tenth for ten minutes, and is taken back when it fails', (name) => {
    const group = { ApplicationName: Match.anyValue(), DeploymentGroupName: `drop-ship-prod-${name}` };
    prod.hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', {
      ...group,
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent10Minutes',
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: Match.stringLikeRegexp('brake') } }] },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
    });
    prod.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `drop-ship-prod-${name}-brake`,
      AlarmActions: Match.absent(),
      Threshold: 3,
      TreatMissingData: 'notBreaching',
    });
  });

  it('are deployed by CodeDeploy, which may move their alias and nothing else', () => {
    for (const [, { UpdatePolicy }] of aliases) {
      expect(Object.keys(UpdatePolicy.CodeDeployLambdaAliasUpdate).toSorted()).toEqual([
        'ApplicationName',
        'DeploymentGroupName',
      ]);
    }
    const policies = Object.values(prod.findResources('AWS::IAM::Policy')).filter(({ Properties }) =>
      JSON.stringify(Properties).includes('lambda:UpdateAlias'),
    );
    const actions = policies.map(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: unknown }) => Action),
    );
    const expected = [
      'lambda:GetAlias',
      'lambda:UpdateAlias',
      'lambda:GetProvisionedConcurrencyConfig',
      'cloudwatch:DescribeAlarms',
    ];
    expect(actions).toEqual([expected, expected]);
  });

  it('are deployed by a group that is made when its role may do so: it looks at the alias at once', () => {
    for (const group of Object.values(prod.findResources('AWS::CodeDeploy::DeploymentGroup')))
      expect(group.DependsOn).toContainEqual(expect.stringMatching(/roleDefaultPolicy/));
  });

  it('have earlier versions to go back to', () => {
    for (const version of Object.values(prod.findResources('AWS::Lambda::Version')))
      expect(version).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});

it('the brakes heed the new version only: what is broken already cannot stop what mends it', () => {
  const version = { 'Fn::GetAtt': [Match.stringLikeRegexp('CurrentVersion'), 'Version'] };
  for (const name of ordering) {
    prod.hasResourceProperties('AWS::Logs::MetricFilter', {
      MetricTransformations: [
        Match.objectLike({ MetricNamespace: 'DropShip/Deployments', MetricName: `drop-ship-prod-${name}` }),
      ],
      FilterPattern: {
        'Fn::Join': [
          '',
          ['{ ($.message = "request-failed" || $.message = "nudge-failed") && $.version = "', version, '" }'],
        ],
      },
    });
    prod.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `drop-ship-prod-${name}-brake`,
      Metrics: Match.arrayWith([
        // What it answered with an error, and what it threw: together.
        Match.objectLike({ Expression: 'SUM(METRICS())' }),
        Match.objectLike({
          MetricStat: Match.objectLike({
            Metric: Match.objectLike({
              MetricName: 'Errors',
              Dimensions: Match.arrayWith([{ Name: 'ExecutedVersion', Value: version }]),
            }),
          }),
        }),
      ]),
    });
  }
});

it('a line that tells of a failure says which version it was', () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_VERSION', '12');
  const written: string[] = [];
  const catching = vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  awsLog('submit-order').error('nudge-failed');
  catching.mockRestore();
  vi.unstubAllEnvs();
  const [line = ''] = written;
  expect(v.parse(v.looseObject({}), JSON.parse(line))).toMatchObject({ message: 'nudge-failed', version: '12' });
});

it('without the canary all is deployed at once, and by the same alias', () => {
  const settings = { mailFrom: 'a@store.example', alarmsTo: 'b@store.example', docsUrl: 'https://d.store.example' };
  const atOnce = synthesized('prod', { ...settings, canary: 'false' }).ofService;
  atOnce.allResourcesProperties('AWS::CodeDeploy::DeploymentGroup', {
    DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
    AlarmConfiguration: Match.objectLike({ Enabled: false }),
  });
  expect(Object.keys(atOnce.findResources('AWS::Lambda::Alias'))).toEqual(aliases.map(([id]) => id));
});

it('a disposable stage has neither versions nor canaries', () => {
  const dev = synthesized('dev').ofService;
  for (const type of ['AWS::Lambda::Alias', 'AWS::Lambda::Version', 'AWS::CodeDeploy::DeploymentGroup'])
    dev.resourceCountIs(type, 0);
});
