import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DistributorSlug, distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { claimsIn } from '../../restore/claims-in-log.ts';
import { callerOf } from '../demo/caller.ts';
import { type Local, startLocal } from '../run.ts';
import { orderBody, orders, type Rehearsed } from './orders.ts';
import { reconcileFolder, restoreTable, saveTable } from './table-copies.ts';

type Say = (line: string) => void;

/** Whether all that was expected came true; says what did, step by step. */
export const rehearse = async (say: Say): Promise<boolean> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'drop-ship-rehearsal-'));
  try {
    return await rehearseIn(dataDir, say);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const rehearseIn = async (dataDir: string, say: Say): Promise<boolean> => {
  const log: string[] = [];
  const run = async <T>(work: (local: Local) => Promise<T>): Promise<T> => {
    const local = await startLocal({ dataDir, onLog: (_, line) => log.push(line) });
    try {
      return await work(local);
    } finally {
      await local.stop();
    }
  };

  say('1. Orders are placed, and one is claimed that its distributor does not take yet.');
  await run(async (local) => {
    await submitAll(local, orders.before);
    // A slow machine may still be at it: what is saved is what was answered.
    await pass(local, 1);
  });
  say('2. The table is saved.');
  const copy = saveTable(dataDir);
  const saved = log.length;
  say('3. More orders are placed; the one that was claimed is taken now; one is in doubt, one was never heard of.');
  const held = await run(async (local) => {
    await submitAll(local, orders.after);
    for (let tries = 0; tries < 10; tries++) {
      await pass(local, 300);
      if (holdings(local).has(orders.takenLater)) break;
    }
    return holdings(local);
  });
  say(`   The distributors hold ${held.size} orders.`);
  say('4. Everything is stopped. The table is restored: it has forgotten what came after.');
  restoreTable(dataDir, copy);
  say('5. It is reconciled with the log and with the distributors.');
  const results = await reconcileFolder(dataDir, claimsIn(log.slice(saved)));
  for (const { poNumber, outcome } of results) say(`   PO ${poNumber}: ${outcome}`);
  say('6. It is opened again. Every store submits everything once more, and two days pass.');
  const { twice, free } = await run((local) => tryAgain(local, held));
  for (const each of twice) say(`   ✗ ${each} was ordered twice.`);
  for (const each of free) say(`   ✗ ${each} could be submitted again.`);
  const well = twice.length === 0 && free.length === 0 && results.length === orders.expectedToReconcile;
  say(well ? '✓ Nothing was ordered twice, and nothing is lost.' : '✗ The rehearsal failed.');
  return well;
};

const itemPath = (storeId: string, { orderId }: Rehearsed): string =>
  `/v1/stores/${storeId}/orders/${orderId}/items/1/drop-ship`;

/** Sends each order as the webstore does, and submits it; a fault makes the distributor go wrong once. */
const submitAll = async (local: Local, all: readonly Rehearsed[]): Promise<void> => {
  const caller = await callerOf(local.url);
  for (const each of all) {
    if (each.fault !== undefined) {
      const body = { call: 'submit', fault: each.fault, times: 1 };
      await caller.call('POST', `/_local/distributors/${each.distributor}/faults`, body);
    }
    await caller.call('PUT', `/v1/stores/${caller.storeId}/orders/${each.orderId}`, orderBody(each));
    await caller.call('POST', itemPath(caller.storeId, each), { confirm: true }, { prefer: 'wait=2' });
  }
};

const pass = async (local: Local, advanceSeconds: number): Promise<void> => {
  const caller = await callerOf(local.url);
  await caller.call('POST', '/_local/clock', { advanceSeconds });
};

/** How many orders each distributor holds under each number. */
const holdings = (local: Local): ReadonlyMap<string, number> => {
  const held = new Map<string, number>();
  const add = (slug: DistributorSlug): void => {
    for (const { poNumber } of local.distributors.control[slug].orders()) {
      const name = `${slug} ${poNumber}`;
      held.set(name, (held.get(name) ?? 0) + 1);
    }
  };
  for (const slug of distributorSlugs) add(slug);
  return held;
};

/** Who is ordered twice, and which item could be submitted again although somebody has to look first. */
const tryAgain = async (local: Local, before: ReadonlyMap<string, number>) => {
  const caller = await callerOf(local.url);
  const free: string[] = [];
  for (const each of [...orders.before, ...orders.after]) {
    await caller.call('PUT', `/v1/stores/${caller.storeId}/orders/${each.orderId}`, orderBody(each));
    const { status } = await caller.call('POST', itemPath(caller.storeId, each), { confirm: true });
    if (status !== 409) free.push(`order ${each.orderId} (${status})`);
  }
  await pass(local, 2 * 86_400);
  const after = holdings(local);
  const twice = [...after].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name);
  return { twice, free };
};
