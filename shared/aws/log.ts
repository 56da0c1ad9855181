import { Logger } from '@aws-lambda-powertools/logger';
import type { Log, LogFields } from '../domain/ports.ts';

/** The library keeps `message` for the event. */
const kept = ({ message, ...rest }: LogFields): LogFields =>
  message === undefined ? rest : { ...rest, detail: message };

/** The log of a function: one JSON line an event. The environment says the service's name and the level. */
export const awsLog = (name: string): Log => {
  const logger = new Logger({ persistentKeys: { function: name } });
  return {
    info: (event, fields = {}) => logger.info(event, kept(fields)),
    warn: (event, fields = {}) => logger.warn(event, kept(fields)),
    error: (event, fields = {}) => logger.error(event, kept(fields)),
  };
};
