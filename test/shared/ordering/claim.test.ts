import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/domain/ports/table.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { type ClaimPorts, claim } from '../../../shared/ordering/claim.ts';
import { itemBody, motoHut, orderBody, putOrder, setUp } from '../../moto-hut.ts';
import { noon, refused, second } from '../../rows.ts';
import { type Service, service } from '../../service.ts';

let hut: Service;
const item = { storeId: 'moto-hut', orderId: '1001', itemId: '1' };
beforeEach(async () => {
  hut = await motoHut(service());
});

/** Ports on which this happens before the first write. */
const beaten = (rival: () => Promise<unknown>): ClaimPorts => {
  let beatenOnce = false;
  const write = async (changes: readonly Change[]) => {
    if (!beatenOnce) {
      beatenOnce = true;
      await rival();
    }
    return hut.ports.table.write(changes);
  };
  return { ...hut.ports, table: { ...hut.ports.table, write } };
};

describe('a claim', () => {
  it('locks the item and freezes what will be sent, in one write', async () => {
    hut.written.length = 0;
    const claimed = await claim(hut.ports, item, {});
    expect(claimed).toMatchObject({
      kind: 'claimed',
      row: {
        state: 'claimed',
        sends: 0,
        call: null,
        poNumber: '1001-1',
        partNumber: '26-1772',
        // In the index at once: if its message is lost, it is found after one lease.
        due: 'submit-wps',
        dueAt: instant(noon + seconds.lease * second),
      },
    });
    expect(hut.written.map((change) => ('put' in change ? change.put.sk : ''))).toEqual(['PO', 'ORDER', 'NUMBER']);
  });

  it('is ours also when the answer to the write got lost and it was repeated', async () => {
    const write = async (changes: readonly Change[]) => {
      await hut.ports.table.write(changes);
      return hut.ports.table.write(changes);
    };
    expect((await claim({ ...hut.ports, table: { ...hut.ports.table, write } }, item, {})).kind).toBe('claimed');
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('loses to one that was quicker, and is told of it', async () => {
    const ports = beaten(() => claim(hut.ports, item, { poNumber: 'FIRST' }));
    expect(await claim(ports, item, { poNumber: 'SECOND' })).toMatchObject({
      kind: 'exists',
      row: { poNumber: 'FIRST' },
    });
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('checks again what changed meanwhile', async () => {
    const ports = beaten(() => putOrder(hut, '1001', orderBody([itemBody()], { status: 'Cancelled' })));
    expect(await claim(ports, item, {})).toMatchObject({ kind: 'not-eligible' });
    expect(hut.purchaseOrders()).toEqual([]);
  });

  it('takes over an order that changed meanwhile and still fits', async () => {
    const ports = beaten(() => putOrder(hut, '1001', orderBody([itemBody({ quantity: 7 })])));
    expect(await claim(ports, item, {})).toMatchObject({ kind: 'claimed', row: { quantity: 7 } });
  });

  it('takes another number where the proposed one was taken meanwhile', async () => {
    await putOrder(hut, '2000');
    const ports = beaten(() => claim(hut.ports, { ...item, orderId: '2000' }, { poNumber: '1001-1' }));
    expect(await claim(ports, item, {})).toMatchObject({ kind: 'claimed', row: { poNumber: '1001-1-2' } });
  });

  it('gives up when others never stop, and has written nothing', async () => {
    const table = { ...hut.ports.table, write: async () => 'conflict' as const };
    expect(await claim({ ...hut.ports, table }, item, {})).toEqual({ kind: 'busy' });
    expect(hut.purchaseOrders()).toEqual([]);
  });

  it('of what is not there finds nothing', async () => {
    for (const missing of [{ storeId: 'other' }, { orderId: '9999' }, { itemId: '9' }])
      expect(await claim(hut.ports, { ...item, ...missing }, {})).toEqual({ kind: 'not-found' });
  });

  it('proposes a number of its own making when twenty in a row are taken', async () => {
    for (let count = 0; count < 25; count++) {
      const poNumber = count === 0 ? '1001-1' : `1001-1-${count + 1}`;
      await hut.put({ ...refused(), pk: `PO#moto-hut#${poNumber}`, poNumber });
    }
    const claimed = await claim(hut.ports, item, {});
    expect(claimed).toMatchObject({ kind: 'claimed', row: { poNumber: expect.stringMatching(/^DS-[A-Z0-9]{1,17}$/) } });
  });

  it('in test mode uses up the number for live, too', async () => {
    await putOrder(hut, '1001', orderBody([itemBody({ slug: 'automatic' })]));
    await setUp(hut, 'automatic', { testMode: true });
    await claim(hut.ports, item, { poNumber: 'ONE' });
    await setUp(hut, 'automatic', { testMode: false });
    expect(await claim(hut.ports, item, { poNumber: 'ONE' })).toMatchObject({
      kind: 'number-taken',
      suggested: '1001-1-2',
      own: { poNumber: 'ONE', mode: 'test' },
    });
  });
});
