import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../domain/ports/ports.ts';

/** The log of a function: one JSON line an event. The environment says the service's name and the level. */
export const awsLog = (name: string): Log => {
  const logger = new Logger({ persistentKeys: { function: name } });
  return {
    info: (event, fields = {}) => logger.info(event, fields),
    warn: (event, fields = {}) => logger.warn(event, fields),
    error: (event, fields = {}) => logger.error(event, fields),
  };
};
