import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs the program and ends it when standard input closes, which the kernel does when we die, however we die. The shell
 * keeps the pipe on descriptor 3, since a shell gives its background jobs an empty standard input.
 */
const guard =
  'exec 3<&0; "$@" </dev/null 3<&- & child=$!; (cat <&3 >/dev/null; kill "$child" 2>/dev/null) & wait "$child"';

export type ProtectedChild = { readonly process: ChildProcess; stop(): Promise<void> };

/** Starts a program that cannot outlive us. In a group of its own, so that Ctrl-C reaches it only through us. */
export function protectedChild(command: string, args: readonly string[], cwd?: string): ProtectedChild {
  const child = spawn('sh', ['-c', guard, 'sh', command, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return {
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
}
