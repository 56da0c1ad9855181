import type { Log, LogFields } from '../domain/ports/ports.ts';
import { instant } from '../domain/vocabulary.ts';
import { sourceLines } from './source-lines.ts';
import { systemClock } from './system.ts';

const inSource = sourceLines(import.meta.dirname);

const readable = (fields: LogFields): LogFields =>
  typeof fields.stack === 'string' ? { ...fields, stack: inSource(fields.stack) } : fields;

const levels = ['INFO', 'WARN', 'ERROR'] as const;

/** The level from which on lines are written: Lambda's own setting, which would drop the others anyway; elsewhere all are. */
const leastLevel = (): number => levels.map(String).indexOf(process.env.AWS_LAMBDA_LOG_LEVEL ?? '');

/**
 * The log of a function: one JSON line an event, past the console, which Lambda wraps each line of in another. The environment says the
 * service's name.
 */
export const awsLog = (name: string): Log => {
  const { POWERTOOLS_SERVICE_NAME: service, AWS_LAMBDA_FUNCTION_VERSION: version } = process.env;
  const least = leastLevel();
  const write = (level: (typeof levels)[number], message: string, fields: LogFields): void => {
    if (levels.indexOf(level) < least) return;
    const line = { level, message, timestamp: instant(systemClock.now()), service, function: name, ...fields };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  return {
    info: (event, fields = {}) => write('INFO', event, fields),
    warn: (event, fields = {}) => write('WARN', event, readable(fields)),
    // Which version it was: a deployment is taken back where the new one fails.
    error: (event, fields = {}) => write('ERROR', event, { ...readable(fields), version }),
  };
};
