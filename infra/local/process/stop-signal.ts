import { orphaned } from './parent.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Longer than an orderly stop takes. */
const patience = 20_000;

/**
 * Resolves at the first Ctrl-C, or whatever else asks the process to end. Later signals change nothing: under npm each
 * Ctrl-C comes twice, from the terminal and from npm. A stop that hangs ends after some seconds all the same.
 */
export async function stopSignal(): Promise<void> {
  const asked = Promise.withResolvers<void>();
  for (const signal of signals) process.on(signal, () => asked.resolve());
  // Whoever read what we say may be gone as well.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  await Promise.race([asked.promise, orphaned()]);
  console.log('Stopping …');
  setTimeout(() => {
    console.error(`Still not stopped after ${patience / 1000} s: ended without waiting any longer.`);
    process.exit(1);
  }, patience).unref();
}
