import { Logger } from '@aws-lambda-powertools/logger';
import type { Log, LogFields } from '../domain/ports/ports.ts';
import { sourceLines } from './source-lines.ts';

const inSource = sourceLines(import.meta.dirname);

const readable = (fields: LogFields): LogFields =>
  typeof fields.stack === 'string' ? { ...fields, stack: inSource(fields.stack) } : fields;

/**
 * The log of a function: one JSON line an event. The environment says the service's name and the level. Made at its first event, which is
 * after the first read.
 */
export const awsLog = (name: string): Log => {
  const version = process.env.AWS_LAMBDA_FUNCTION_VERSION;
  let made: Logger | undefined;
  const logger = (): Logger => {
    made ??= new Logger({ persistentKeys: { function: name } });
    return made;
  };
  return {
    info: (event, fields = {}) => logger().info(event, fields),
    warn: (event, fields = {}) => logger().warn(event, readable(fields)),
    // Which version it was: a deployment is taken back where the new one fails.
    error: (event, fields = {}) => logger().error(event, { ...readable(fields), version }),
  };
};
