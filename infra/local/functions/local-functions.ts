import { join } from 'node:path';
import { localAws } from '../local-aws.ts';
import { region } from '../template/intrinsics.ts';
import type { Resource } from '../template/resource-schemas.ts';
import type { Assembly } from '../template/synth.ts';
import { nameInArn, type Template } from '../template/template.ts';
import type { LocalFunction } from './function-instance.ts';

/** Where the stand-ins answer. */
type Endpoints = { readonly dynamodb: string; readonly sqs: string; readonly ses: string; readonly kms: string };

/** Lambda would run hundreds at once; two cores would not. */
const mostAtOnce = 10;

export type FunctionsOptions = {
  readonly assembly: Assembly;
  readonly endpoints: Endpoints;
  /** Takes the place of what the template says, where a function has the variable at all. */
  readonly replace: Readonly<Record<string, string>>;
  /** What no deployed function is ever told. */
  readonly add: Readonly<Record<string, string>>;
};

/** The functions of the template, each with the environment that it would have in the cloud. */
export function localFunctions(template: Template, options: FunctionsOptions): readonly LocalFunction[] {
  const background = inBackground(template);
  return template.of('AWS::Lambda::Function').map((fn) => {
    const name = fn.FunctionName ?? fn.id;
    const [file = 'index', handler = 'handler'] = fn.Handler.split('.');
    return {
      name,
      bundle: join(options.assembly.bundle(fn.Code.S3Key), `${file}.cjs`),
      handler,
      seconds: fn.Timeout,
      memory: fn.MemorySize,
      concurrency: Math.min(fn.ReservedConcurrentExecutions ?? mostAtOnce, mostAtOnce),
      isBackground: background.has(name),
      environment: {
        ...runtime(name, fn, options.endpoints),
        NODE_COMPILE_CACHE: options.assembly.compiled,
        ...variables(fn, options.replace),
        ...options.add,
      },
    };
  });
}

/** Those that a queue or a schedule calls. */
const inBackground = (template: Template): ReadonlySet<string> =>
  new Set(
    [
      ...template.of('AWS::Lambda::EventSourceMapping').map(({ FunctionName }) => FunctionName),
      ...template.of('AWS::Events::Rule').flatMap(({ Targets }) => Targets.map(({ Arn }) => Arn)),
    ].map(nameInArn),
  );

function variables(fn: Resource<'AWS::Lambda::Function'>, replace: Readonly<Record<string, string>>) {
  const given = fn.Environment.Variables;
  const changed = Object.entries(replace).filter(([name]) => Object.hasOwn(given, name));
  return { ...given, ...Object.fromEntries(changed) };
}

/** What Lambda itself sets, and where AWS is. */
function runtime(name: string, fn: Resource<'AWS::Lambda::Function'>, endpoints: Endpoints): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: localAws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAws.credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.MemorySize),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    TZ: ':UTC',
    _HANDLER: fn.Handler,
  };
}
