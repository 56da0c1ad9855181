import type { Log } from '../../domain/ports/ports.ts';
import { once } from './once.ts';

/**
 * The log of a function that writes a line only where it refuses: most of its instances never do. In a bundle to load takes no waiting, so
 * the line is written before the process does anything else.
 */
export const lateLog = (name: string): Log => {
  const log = once(async () => (await import('../log.ts')).awsLog(name));
  return {
    info: (event, fields) => void log().then(({ info }) => info(event, fields)),
    warn: (event, fields) => void log().then(({ warn }) => warn(event, fields)),
    error: (event, fields) => void log().then(({ error }) => error(event, fields)),
  };
};
