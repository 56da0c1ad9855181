import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { TimeoutError } from 'ky';
import * as v from 'valibot';
import { type Caller, callerOf } from '../../infra/local/demo/caller.ts';

const Package = v.object({ scripts: v.object({ start: v.string() }) });

/** The local run in a process of its own. */
export type OwnService = AsyncDisposable & {
  readonly url: string;
  readonly caller: Caller;
  /** Lets so much time pass; resolves when all that was begun is done. */
  settled(seconds: number): Promise<void>;
  /** What it has used of a processor, with those that it started, in seconds. */
  processorSeconds(): number;
  /** Resident, of the process and of those that it started; `own` without those. */
  megabytes(): { readonly all: number; readonly own: number };
};

/** Starts it as `npm start` does: settings of the allocator stand there. */
export async function startOwnService(): Promise<OwnService> {
  const { scripts } = v.parse(Package, JSON.parse(readFileSync('package.json', 'utf8')));
  const child = spawn('sh', ['-c', scripts.start], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressIn(child.stdout);
  const caller = await callerOf(url);
  return {
    url,
    caller,
    async settled(seconds) {
      // A request waits for two minutes at most, and thousands of orders may take longer; the next waits for what it began.
      while (!(await hasPassed(caller, seconds)));
    },
    processorSeconds: () => family(child.pid ?? 0).reduce((sum, { seconds }) => sum + seconds, 0),
    megabytes: () => residentMegabytes(child.pid ?? 0),
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

const hasPassed = async (caller: Caller, advanceSeconds: number): Promise<boolean> => {
  try {
    await caller.call('POST', '/_local/clock', { advanceSeconds });
    return true;
  } catch (error) {
    if (error instanceof TimeoutError) return false;
    throw error;
  }
};

/** The last line of the greeting. */
function addressIn(stdout: NodeJS.ReadableStream): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  stdout.on('data', (chunk) => {
    said += chunk;
    const address = /^Open (.*)$/m.exec(said)?.[1];
    if (address !== undefined) resolve(address);
  });
  stdout.on('end', () => reject(new Error(`The service did not start: ${said}`)));
  return promise;
}

type Process = { readonly pid: number; readonly parent: number; readonly resident: number; readonly seconds: number };

/** It and all that it started. */
function family(pid: number): readonly Process[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(name));
  const members = new Set([pid]);
  for (const one of processes.toSorted((a, b) => a.pid - b.pid)) if (members.has(one.parent)) members.add(one.pid);
  return processes.filter((one) => members.has(one.pid));
}

function residentMegabytes(pid: number) {
  const members = family(pid);
  const megabytes = (some: readonly Process[]): number =>
    Math.round(some.reduce((sum, { resident }) => sum + resident, 0) / 1024);
  return { all: megabytes(members), own: megabytes(members.filter((one) => one.pid === pid)) };
}

/** As the kernel counts processor time: a hundred ticks a second. */
const ticks = 100;

function statusOf(name: string): readonly Process[] {
  try {
    const text = readFileSync(`/proc/${name}/status`, 'utf8');
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    // The name of the program stands in parentheses, and may hold anything; user and system time are 12th and 13th after it.
    const times = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ').slice(11, 13);
    const seconds = times.reduce((sum, each) => sum + Number(each) / ticks, 0);
    return [{ pid: Number(name), parent: number('PPid'), resident: number('VmRSS'), seconds }];
  } catch {
    // It has just ended.
    return [];
  }
}
