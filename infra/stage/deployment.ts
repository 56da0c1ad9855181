import { parseArgs } from 'node:util';
import { type Config, isDisposable, missingSettings, readConfig } from '../config.ts';

/** What a deployment would do: the commands of the CDK in their order, and what to say where one fails; or why there is none. */
export type Deployment =
  | { readonly commands: readonly (readonly string[])[]; readonly failed: string }
  | { readonly refused: string };

const usage =
  'Say which stage: npm run deploy -- prod [-c name=value …]. Its settings are those of infra/stages/prod.json.';

/**
 * Reads `<stage> [-c name=value …]`. A stage of which something is not known, or not understood, is not deployed; of any other
 * the difference is shown first, and each change has to be confirmed. Table and key go first: they are what the service needs.
 */
export function deploymentOf(argv: readonly string[]): Deployment {
  try {
    return planned(argv);
  } catch (error) {
    return { refused: `Not deployed. ${error instanceof Error ? error.message : String(error)}` };
  }
}

function planned(argv: readonly string[]): Deployment {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { context: { type: 'string', short: 'c', multiple: true, default: [] } },
  });
  const [stage, ...more] = positionals;
  if (stage === undefined || more.length > 0) return { refused: usage };
  if (stage === 'local') return { refused: 'The stage "local" is for the local run: npm start.' };
  // The CDK takes the last one: another stage than the one that was looked at would be deployed.
  if (values.context.some((each) => each.split('=')[0] === 'stage')) return { refused: usage };
  const config = configOf(stage, values.context);
  const missing = missingSettings(config);
  if (missing.length > 0) {
    return { refused: `Not deployed. Fill in infra/stages/${stage}.json first: ${missing.join(', ')}.` };
  }
  const context = ['-c', `stage=${stage}`, ...values.context.flatMap((each) => ['-c', each])];
  return {
    commands: [
      ['diff', ...context],
      ['deploy', '--all', '--require-approval', 'any-change', ...context],
    ],
    failed: isDisposable(config) ? again : `${again} ${unprotected(stage)}`,
  };
}

function configOf(stage: string, context: readonly string[]): Config {
  const settings = context.map((each) => {
    const at = each.indexOf('=');
    return at < 0 ? ([each, ''] as const) : ([each.slice(0, at), each.slice(at + 1)] as const);
  });
  return readConfig({ ...Object.fromEntries(settings), stage });
}

const again = 'Not deployed, or not all of it. When the reason is gone, the same command goes on.';

/** The CDK protects a stack before it is made; one that could not be made it has to delete before the next try, and may not. */
const unprotected = (stage: string): string =>
  `A stack that was to be made for the first time (ROLLBACK_COMPLETE) is protected already, and in its own way: first
${[`drop-ship-${stage}-data`, `drop-ship-${stage}`]
  .map(
    (name) =>
      `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}`,
  )
  .join('\n  or\n')}
whichever it is. Never do so with one that is there (…_COMPLETE otherwise).`;

/** What must be there before a deployment, for whoever does it the first time. */
export const needs = `A deployment needs:
- AWS credentials in the environment, for the account and region that the stage lives in
- that account and region bootstrapped for the CDK: npx cdk bootstrap
- the sender's domain verified in SES, or "mailIdentity": "new" in the stage's file
- Lambda's quota of concurrent executions as high as "concurrency" says`;
