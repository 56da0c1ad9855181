import { beforeEach, describe, expect, it } from 'vitest';
import { WatchRow } from '../../../shared/domain/account/account.ts';
import { resume, stopByHand } from '../../../shared/domain/purchase-order/tracking.ts';
import { applyTracking } from '../../../shared/domain/purchase-order/tracking-news.ts';
import { load } from '../../../shared/domain/rows/amend.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { drainOutbox } from '../../../shared/ordering/drain-outbox.ts';
import { transition } from '../../../shared/ordering/transition.ts';
import { accepted, day, hour, noon, watchRow } from '../../rows.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
const owing = accepted({
  owed: [{ kind: 'watch' }, { kind: 'event', id: 'e1', type: 'purchase_order.accepted', reason: null }],
});
const key = keys.watch(keys.account('moto-hut', 'wps', 'live'), instant(noon + 42 * day), '1001-1');
const watch = () => load(hut.memory, key, WatchRow);
const po = () => hut.purchaseOrder('1001-1');
beforeEach(async () => {
  hut = service();
  await hut.put(owing);
});

describe('what an acceptance owes', () => {
  it('is a watch to the second of its end, the account’s due time, and a notice', async () => {
    await drainOutbox(hut.ports, owing);
    expect(await watch()).toMatchObject({
      poNumber: '1001-1',
      orderNumbers: ['7000001'],
      partNumber: '26-1772',
      expiresAt: (noon + 42 * day) / 1000,
    });
    expect(hut.account('wps')).toMatchObject({ due: 'sweep', dueAt: instant(noon + hour), watchesOpened: 1 });
    expect(hut.notices()).toEqual([{ type: 'purchase_order.accepted', poNumber: '1001-1', reason: null }]);
    expect(po()).toMatchObject({ owed: [], dueAt: instant(noon + 42 * day) });
  });

  it('can be paid twice, also at once', async () => {
    await Promise.all([drainOutbox(hut.ports, owing), drainOutbox(hut.ports, owing)]);
    await drainOutbox(hut.ports, owing);
    expect(hut.watches()).toHaveLength(1);
    expect(hut.notices()).toHaveLength(1);
    expect(po().owed).toEqual([]);
  });

  it('stays owed when the payment breaks off, and the row due', async () => {
    const { send } = hut.ports.queues;
    hut.ports.queues.send = async () => {
      throw new Error('The queue is down');
    };
    await expect(drainOutbox(hut.ports, owing)).rejects.toThrow();
    expect(po().owed).toHaveLength(2);
    expect(po().dueAt).toBeDefined();
    hut.ports.queues.send = send;
    await drainOutbox(hut.ports, po());
    expect([po().owed, hut.notices().length]).toEqual([[], 1]);
  });
});

describe('what is owed by another change meanwhile', () => {
  const parcel = (trackingNumber: string) => ({ trackingNumber, carrierHint: null, shippedAt: null, quantity: null });
  const news = (...numbers: string[]) => ({
    poNumber: '1001-1',
    parcels: numbers.map(parcel),
    complete: false,
    someoneElses: null,
  });

  it('is not taken for paid: a second parcel still owes its mail', async () => {
    await hut.put(accepted({ quantity: 5 }));
    await transition(hut.ports, po(), (row, now) => applyTracking(row, now, news('A1')));
    const first = po();
    const { write } = hut.ports.table;
    let told2 = false;
    hut.ports.table.write = async (changes) => {
      const result = await write(changes);
      if (!told2) {
        told2 = true;
        await transition(hut.ports, first, (row, now) => applyTracking(row, now, news('A1', 'B2')));
      }
      return result;
    };
    await drainOutbox(hut.ports, first);
    expect(po().owed.filter(({ kind }) => kind === 'mail')).not.toEqual([]);
  });

  it('leaves no watch of an order that was stopped', async () => {
    await transition(hut.ports, owing, (row, now) => stopByHand(row, now, 'Cancelled'));
    await drainOutbox(hut.ports, po());
    // Somebody who had read the row before pays late.
    await drainOutbox(hut.ports, owing);
    expect(await watch()).toBeUndefined();
    expect(po().owed).toEqual([]);
  });

  it('does not give a resumed order its old end', async () => {
    await transition(hut.ports, owing, (row) => resume(row, noon + day));
    await drainOutbox(hut.ports, po());
    await drainOutbox(hut.ports, owing);
    await drainOutbox(hut.ports, po());
    expect(hut.watches().map(({ expiresAt }) => expiresAt)).toEqual([(noon + 43 * day) / 1000]);
    expect(po().owed).toEqual([]);
  });
});

it('a watch that a sweep writes at that moment is closed the next time', async () => {
  await hut.put(watchRow('1001-1', noon));
  await hut.put(accepted({ tracking: 'stopped', owed: [{ kind: 'unwatch', trackUntil: instant(noon + 42 * day) }] }));
  const { write } = hut.ports.table;
  hut.ports.table.write = async (changes) => {
    hut.ports.table.write = write;
    await hut.put(watchRow('1001-1', noon, { seen: 'x', rev: 'rev-seen' }));
    return write(changes);
  };
  await expect(drainOutbox(hut.ports, po())).rejects.toThrow();
  expect(po().owed).toEqual([{ kind: 'unwatch', trackUntil: instant(noon + 42 * day) }]);
  await drainOutbox(hut.ports, po());
  expect([await watch(), po().owed]).toEqual([undefined, []]);
});
