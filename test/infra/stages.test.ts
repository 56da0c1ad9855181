import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesized } from './synthesized.ts';

const physicalNames = (template: { toJSON: () => { Resources?: Record<string, { Properties?: object }> } }) =>
  Object.values(template.toJSON().Resources ?? {}).flatMap(({ Properties = {} }) =>
    Object.entries(Properties).flatMap(([name, value]) =>
      /^(\w*Name)$/.test(name) && typeof value === 'string' && !['PolicyName', 'MetricName'].includes(name)
        ? [value]
        : [],
    ),
  );

describe('two stages in one account', () => {
  it('share no name', () => {
    const dev = new Set(physicalNames(synthesized('dev').ofService));
    const shared = physicalNames(synthesized('prod').ofService).filter((name) => dev.has(name));
    expect(dev.size).toBeGreaterThan(40);
    // Names within one API.
    expect(new Set(shared)).toEqual(new Set(['$default', 'authorize-request']));
  });
});

describe('a stage of which something is not known', () => {
  const { app, service, ofData, ofService } = synthesized('prod', {});
  app.synth();
  it('is warned of at synthesis, setting by setting', () => {
    for (const setting of ['mailFrom', 'alarmsTo', 'docsUrl']) {
      Annotations.fromStack(service).hasWarning(
        '*',
        Match.stringLikeRegexp(`${setting} is empty in infra/stages/prod.json`),
      );
    }
  });
  it('is refused by CloudFormation, whoever deploys it', () => {
    for (const template of [ofData, ofService]) {
      const rules = JSON.stringify(template.toJSON().Rules);
      for (const setting of ['mailFrom', 'alarmsTo', 'docsUrl']) expect(rules).toContain(`${setting} is empty`);
      // What can never be so: a rule that holds refuses nobody.
      expect(rules.split('"Assert":{"Fn::Equals":["empty","known"]}')).toHaveLength(4);
    }
  });
  it('uses nothing of it: no sender, no subscriber', () => {
    ofService.resourcePropertiesCountIs('AWS::SNS::Subscription', { Protocol: 'email' }, 0);
    ofService.resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(JSON.stringify(ofService.toJSON())).not.toContain('identity/');
  });
  it('is not refused when all is known', () => {
    expect(JSON.stringify(synthesized('prod').ofService.toJSON().Rules)).not.toContain('is empty');
  });
});

describe('the sender', () => {
  it('is taken as it is where SES knows its domain', () => {
    const { ofService } = synthesized('prod');
    ofService.resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(JSON.stringify(ofService.toJSON())).toContain('identity/store.example');
  });
  it('may be sent from whichever identity SES takes it for: the address, its domain, a domain above', () => {
    const { ofService } = synthesized('prod', { ...knownWithNew, mailFrom: 'tracking@mail.store.example' });
    const text = JSON.stringify(ofService.toJSON());
    const named = [...text.matchAll(/:identity\/([^"]+)/g)].map(([, name]) => name);
    expect(named).toEqual(['tracking@mail.store.example', 'mail.store.example', 'store.example']);
    // SES asks for the right to the set, too, that a mail is sent with.
    const policies = JSON.stringify(ofService.findResources('AWS::IAM::Policy'));
    expect(policies).toMatch(/:configuration-set\/",\{"Ref":"senderset\w+"\}/);
  });
  it('is made on request, and its DNS records are told', () => {
    const { ofService } = synthesized('prod', { ...knownWithNew });
    ofService.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'store.example',
      MailFromAttributes: { MailFromDomain: 'bounce.store.example' },
    });
    const outputs = JSON.stringify(ofService.toJSON().Outputs);
    for (const number of [1, 2, 3]) {
      expect(outputs).toContain(`"DkimDNSTokenName${number}"]}," CNAME "`);
      expect(outputs).toContain(`"DkimDNSTokenValue${number}"`);
    }
    expect(outputs).toContain('MX 10 feedback-smtp.",{"Ref":"AWS::Region"},".amazonses.com;');
  });
  it('stays when another setting no longer makes it, and goes when its stack has failed to come', () => {
    const { ofService } = synthesized('prod', { ...knownWithNew });
    ofService.hasResource('AWS::SES::EmailIdentity', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });
  it('does not mail again whoever bounced or complained', () => {
    synthesized('prod').ofService.hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: 'drop-ship-prod',
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });
});

it('what comes back is told: SES to a topic that it may publish to, the topic to the queue of record-bounce', () => {
  const { ofService } = synthesized('prod');
  const [[topic = ''] = []] = Object.entries(
    ofService.findResources('AWS::SNS::Topic', { Properties: { TopicName: 'drop-ship-prod-mail-events' } }),
  );
  ofService.hasResource('AWS::SES::ConfigurationSetEventDestination', {
    Properties: {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint'],
        SnsDestination: { TopicARN: { Ref: topic } },
      },
    },
    // SES tries the topic out at once.
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^sendereventsPolicy')]),
  });
  ofService.hasResourceProperties('AWS::SNS::TopicPolicy', {
    Topics: [{ Ref: topic }],
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' } }),
      ]),
    },
  });
  ofService.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'sqs',
    TopicArn: { Ref: topic },
    RawMessageDelivery: true,
    RedrivePolicy: Match.anyValue(),
  });
  ofService.hasResourceProperties('AWS::SQS::Queue', { QueueName: 'drop-ship-prod-bounce', DelaySeconds: 60 });
});

const knownWithNew = {
  mailFrom: 'tracking@store.example',
  alarmsTo: 'ops@store.example',
  docsUrl: 'https://docs.store.example',
  mailIdentity: 'new',
};

describe('what may not be lost', () => {
  const prod = synthesized('prod');
  it('keeps its logical ids: under another CloudFormation would put an empty table in its place', () => {
    expect(Object.keys(prod.ofData.findResources('AWS::DynamoDB::Table'))).toEqual(['Table']);
    expect(Object.keys(prod.ofData.findResources('AWS::KMS::Key'))).toEqual(['Key']);
  });
  it('stays when its stack goes, and goes when its stack has failed to come', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::KMS::Key']) {
      prod.ofData.hasResource(type, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });
  it('is made last, so that its protection is in no rollback’s way', () => {
    prod.ofData.hasResource('AWS::DynamoDB::Table', {
      DependsOn: ['Key'],
      Properties: { DeletionProtectionEnabled: true },
    });
  });
  it('lies in a stack of its own, which is deployed first; both are protected in prod, and not in dev', () => {
    expect(prod.service.dependencies).toContain(prod.data);
    expect([prod.data.terminationProtection, prod.service.terminationProtection]).toEqual([true, true]);
    const dev = synthesized('dev');
    expect([dev.data.terminationProtection, dev.service.terminationProtection]).toEqual([false, false]);
    expect(dev.ofData.findResources('AWS::DynamoDB::Table')).toMatchObject({
      Table: { Properties: { DeletionProtectionEnabled: false } },
    });
  });
  it('can be a table that is there already, after a restore: none is made, and the service asks the data stack for none', () => {
    const { ofData, ofService } = synthesized('prod', { ...knownWithNew, tableName: 'restored' });
    ofData.resourceCountIs('AWS::DynamoDB::Table', 0);
    const service = JSON.stringify(ofService.toJSON());
    expect(service).toContain('"TABLE_NAME":"restored"');
    expect(service).toContain(':table/restored/index/byDue');
    // What is imported from a stack cannot be changed there.
    expect(service).not.toMatch(/ImportValue[^}]*Table/);
  });
});

it('logs with a name of their own go with the stack: a first deployment that failed can be repeated', () => {
  const logs = Object.values(synthesized('prod').ofService.findResources('AWS::Logs::LogGroup'));
  expect(logs).toHaveLength(13);
  expect(new Set(logs.map(({ DeletionPolicy }) => DeletionPolicy))).toEqual(new Set(['Delete']));
});

it('an account with few functions at once has nothing reserved: Lambda would refuse it', () => {
  const reserved = (concurrency: string) =>
    Object.values(
      synthesized('prod', { ...knownWithNew, concurrency }).ofService.findResources('AWS::Lambda::Function'),
    ).filter(({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined).length;
  expect([reserved('10'), reserved('1000')]).toEqual([0, 8]);
});

describe('the budget', () => {
  it('tells whoever hears of alarms when the month will cost more, and when it does', () => {
    const { ofService } = synthesized('prod', { ...knownWithNew, monthlyBudget: 300 });
    const tells = (NotificationType: string) => ({
      Notification: { NotificationType, Threshold: 100, ThresholdType: 'PERCENTAGE' },
      Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ops@store.example' }],
    });
    ofService.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 300, Unit: 'USD' }, TimeUnit: 'MONTHLY', BudgetType: 'COST' },
      NotificationsWithSubscribers: [tells('FORECASTED'), tells('ACTUAL')].map((each) => Match.objectLike(each)),
    });
  });
  it('is none where it is 0, or where nobody would be told', () => {
    for (const settings of [{ ...knownWithNew, monthlyBudget: 0 }, {}]) {
      synthesized('prod', settings).ofService.resourceCountIs('AWS::Budgets::Budget', 0);
    }
  });
});
