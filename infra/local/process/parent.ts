import { setInterval } from 'node:timers/promises';

/** How soon it is noticed. */
const lookEvery = 500;

/**
 * Resolves when whoever started us is gone. npm passes on Ctrl-C and SIGTERM, but nobody can pass on SIGKILL: then the
 * kernel gives us another parent. Never resolves where npm did not start us: somebody may well want a service that outlives
 * the shell.
 */
export async function orphaned(): Promise<void> {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return await new Promise(() => undefined);
  for await (const _ of setInterval(lookEvery, undefined, { ref: false })) if (process.ppid !== parent) return;
}
