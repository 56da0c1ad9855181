import type { Log, LogFields } from './ports.ts';

/** The same log, with these fields in every line. */
export const tagged = (log: Log, tags: LogFields): Log => ({
  info: (event, fields) => log.info(event, { ...tags, ...fields }),
  warn: (event, fields) => log.warn(event, { ...tags, ...fields }),
  error: (event, fields) => log.error(event, { ...tags, ...fields }),
});

/** Errors whose message repeats what was parsed. */
const quotesItsInput = new Set(['ValiError', 'SyntaxError']);

/**
 * What a log may say of an error: its name, its code if it has one (a library's own name of it, which no bundler shortens), its message
 * unless that would repeat the input, and where it was thrown.
 */
export const failure = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code.slice(0, 100) } : {}),
    reason: quotesItsInput.has(error.name) ? null : error.message.slice(0, 500),
    stack: frames.slice(0, 12).join('\n'),
  };
};
