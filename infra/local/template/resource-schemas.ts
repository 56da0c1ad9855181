import * as v from 'valibot';

/**
 * What the local run understands of each resource: strict, so that a property that it would silently not honour is
 * refused. `ignored` marks those that change nothing in how the service behaves on one machine.
 */
const ignored = v.optional(v.unknown());
const text = v.string();
const count = v.pipe(v.number(), v.integer());
const keySchema = v.array(v.strictObject({ AttributeName: text, KeyType: v.picklist(['HASH', 'RANGE']) }));

const TableSchema = v.strictObject({
  TableName: v.optional(text),
  AttributeDefinitions: v.array(v.strictObject({ AttributeName: text, AttributeType: v.picklist(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  BillingMode: v.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: v.optional(
    v.array(
      v.strictObject({
        IndexName: text,
        KeySchema: keySchema,
        Projection: v.strictObject({ ProjectionType: v.picklist(['ALL', 'KEYS_ONLY']) }),
      }),
    ),
    [],
  ),
  TimeToLiveSpecification: v.optional(v.strictObject({ AttributeName: text, Enabled: v.literal(true) })),
  PointInTimeRecoverySpecification: ignored,
  DeletionProtectionEnabled: ignored,
  Tags: ignored,
});

const QueueSchema = v.strictObject({
  QueueName: v.optional(text),
  VisibilityTimeout: v.optional(count, 30),
  DelaySeconds: v.optional(count, 0),
  MessageRetentionPeriod: v.optional(count, 345_600),
  RedrivePolicy: v.optional(v.strictObject({ deadLetterTargetArn: text, maxReceiveCount: count })),
  Tags: ignored,
});

const FunctionSchema = v.strictObject({
  FunctionName: v.optional(text),
  Code: v.strictObject({ S3Bucket: text, S3Key: text }),
  Handler: text,
  Runtime: v.picklist(['nodejs24.x']),
  Timeout: v.optional(count, 3),
  MemorySize: v.optional(count, 128),
  ReservedConcurrentExecutions: v.optional(count),
  Environment: v.optional(v.strictObject({ Variables: v.record(text, text) }), { Variables: {} }),
  RecursiveLoop: ignored,
  TracingConfig: ignored,
  Architectures: ignored,
  Role: ignored,
  LoggingConfig: ignored,
  Description: ignored,
  Tags: ignored,
});

const MappingSchema = v.strictObject({
  EventSourceArn: text,
  FunctionName: text,
  BatchSize: v.optional(v.pipe(count, v.maxValue(10)), 10),
  FunctionResponseTypes: v.optional(v.array(v.literal('ReportBatchItemFailures')), []),
  ScalingConfig: v.optional(v.strictObject({ MaximumConcurrency: count })),
  Enabled: v.optional(v.literal(true)),
  Tags: ignored,
});

const ApiSchema = v.strictObject({ Name: v.optional(text), ProtocolType: v.literal('HTTP'), Tags: ignored });

const RouteSchema = v.strictObject({
  ApiId: text,
  RouteKey: text,
  Target: v.pipe(text, v.startsWith('integrations/')),
  AuthorizationType: v.optional(v.picklist(['NONE', 'CUSTOM']), 'NONE'),
  AuthorizerId: v.optional(text),
});

const IntegrationSchema = v.strictObject({
  ApiId: text,
  IntegrationType: v.literal('AWS_PROXY'),
  IntegrationUri: text,
  PayloadFormatVersion: v.literal('2.0'),
});

const AuthorizerSchema = v.strictObject({
  ApiId: text,
  Name: ignored,
  AuthorizerType: v.literal('REQUEST'),
  AuthorizerUri: text,
  AuthorizerPayloadFormatVersion: v.literal('2.0'),
  AuthorizerResultTtlInSeconds: v.literal(0),
  EnableSimpleResponses: v.literal(true),
  IdentitySource: v.array(v.pipe(text, v.regex(/^\$request\.header\.[\w-]+$/))),
});

const StageSchema = v.strictObject({
  ApiId: text,
  StageName: v.literal('$default'),
  AutoDeploy: ignored,
  AccessLogSettings: ignored,
  DefaultRouteSettings: ignored,
  RouteSettings: ignored,
  Tags: ignored,
});

const RuleSchema = v.strictObject({
  Name: ignored,
  Description: ignored,
  ScheduleExpression: text,
  Tags: ignored,
  State: v.optional(v.literal('ENABLED')),
  Targets: v.array(
    v.strictObject({ Arn: text, Id: text, Input: v.optional(text), RetryPolicy: ignored, DeadLetterConfig: ignored }),
  ),
});

export const understood = {
  'AWS::DynamoDB::Table': TableSchema,
  'AWS::SQS::Queue': QueueSchema,
  'AWS::Lambda::Function': FunctionSchema,
  'AWS::Lambda::EventSourceMapping': MappingSchema,
  'AWS::ApiGatewayV2::Api': ApiSchema,
  'AWS::ApiGatewayV2::Route': RouteSchema,
  'AWS::ApiGatewayV2::Integration': IntegrationSchema,
  'AWS::ApiGatewayV2::Authorizer': AuthorizerSchema,
  'AWS::ApiGatewayV2::Stage': StageSchema,
  'AWS::Events::Rule': RuleSchema,
} as const;

/** Resources that only matter in the cloud: rights, watching, bookkeeping; and the key and sender, which the local run brings itself. */
export const cloudOnly: ReadonlySet<string> = new Set([
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

export type Understood = typeof understood;
export type ResourceType = keyof Understood;
export type Resource<T extends ResourceType> = { readonly id: string } & v.InferOutput<Understood[T]>;
