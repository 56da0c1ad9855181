import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { type Caller, callerOf } from '../../infra/local/demo/caller.ts';
import { play } from '../../infra/local/demo/play.ts';
import { stage } from '../../infra/local/demo/stage.ts';
import { anOrder } from '../../shared/contract/examples.ts';

const Package = v.object({ scripts: v.object({ start: v.string() }) });

const limit = 700;
/** Instances that have nothing to do end within some seconds. */
const settling = 15_000;
const bulk = 100;

/** How much memory the local run takes: fresh, after the demo, after a bulk of 100. False when it is more than it may be. */
export async function memory(say: (line: string) => void): Promise<boolean> {
  const { scripts } = v.parse(Package, JSON.parse(readFileSync('package.json', 'utf8')));
  // As \`npm start\` runs it: settings of the allocator stand there.
  const service = spawn('sh', ['-c', scripts.start], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const caller = await callerOf(await addressIn(service.stdout));
    let held = true;
    const measure = async (when: string) => {
      await sleep(settling);
      const megabytes = residentMegabytes(service.pid ?? 0);
      held &&= megabytes <= limit;
      say(`${when.padEnd(20)} ${megabytes} MB resident${megabytes <= limit ? '' : `, more than ${limit}`}`);
    };
    await measure('fresh');
    await play(
      caller,
      stage(() => undefined),
    );
    await measure('after the demo');
    await submitMany(caller);
    say(`${'  at its most'.padEnd(20)} ${residentMegabytes(service.pid ?? 0)} MB resident`);
    await measure(`after a bulk of ${bulk}`);
    return held;
  } finally {
    service.kill('SIGINT');
  }
}

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

async function submitMany(caller: Caller): Promise<void> {
  const store = `/v1/stores/${caller.storeId}`;
  const orderIds = Array.from({ length: bulk }, (_, index) => `memory-${index}`);
  for (const orderId of orderIds) await caller.call('PUT', `${store}/orders/${orderId}`, anOrder);
  const items = orderIds.map((orderId) => ({ orderId, itemId: '1' }));
  await caller.call('POST', `${store}/drop-ships`, { confirm: true, items });
  // Answers when all that was begun is done.
  await caller.call('POST', '/_local/clock', { advanceSeconds: 60 });
}

/** Of the process and of those that it started. */
function residentMegabytes(pid: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(name));
  const family = new Set([pid]);
  for (const one of processes.toSorted((a, b) => a.pid - b.pid)) if (family.has(one.parent)) family.add(one.pid);
  const kilobytes = processes.filter((one) => family.has(one.pid)).reduce((sum, one) => sum + one.resident, 0);
  return Math.round(kilobytes / 1024);
}

function statusOf(name: string) {
  try {
    const text = readFileSync(`/proc/${name}/status`, 'utf8');
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return [{ pid: Number(name), parent: number('PPid'), resident: number('VmRSS') }];
  } catch {
    // It has just ended.
    return [];
  }
}
