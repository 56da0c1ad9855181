import { beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../infra/local/why/log-lines.ts';
import { keptLines } from '../../../../infra/local/why/log-lines.ts';
import { storyOf } from '../../../../infra/local/why/story.ts';
import { inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../../../moto-hut.ts';
import { type Service, service } from '../../../service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const told = (poNumber: string, lines: readonly LogLine[] = []) =>
  storyOf(hut.memory, { storeId: 'moto-hut', poNumber }, lines);
const line = (more: object) => JSON.stringify({ timestamp: '2026-11-23T12:00:00.500Z', message: 'told', ...more });

describe('what happened to a purchase order', () => {
  it('is told in order: the attempt, its parcels, what the store was told, and how it stands', async () => {
    const poNumber = await placed(hut, '1001');
    await hut.pass(60);
    const parcel = { carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 };
    await hut.ask('POST', `${inStore}/purchase-orders/${poNumber}/shipments`, { body: parcel });
    const story = (await told(poNumber))?.split('\n') ?? [];
    expect(story[0]).toBe('PO 1001-1 of store moto-hut: order 1001, item 1, 1 × 26-1772 at wps (live)');
    const at = (text: string) => story.findIndex((each) => each.includes(text));
    const places = [
      'Submitted to ',
      'is told purchase_order.accepted (number 1)',
      'Parcel 1Z5R89390357567127: entered by a person',
      'is told purchase_order.shipped',
      'Now: shipped; sent 1 times',
      'The request that submitted it: request-1',
    ].map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says why it needs a person, and that its account is stopped', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    hut.fault('wps', 'find', 'bad-credentials');
    await submit(hut, '1001');
    await hut.pass(1800);
    const story = await told('1001-1');
    expect(story).toContain('Needs a person (no-usable-credentials): ');
    expect(story).toContain('The account is stopped: ');
    expect(story).toContain('The store is told purchase_order.needs_person');
  });

  it('holds no name, no address and no mailbox', async () => {
    await putOrder(hut, '1001', orderBody([itemBody()]));
    await submit(hut, '1001');
    await hut.pass(60);
    const story = await told('1001-1');
    expect(story).not.toMatch(/Ada|Rider|Main St|@|live-key/);
  });

  it('is nothing where there is no such number in this store', async () => {
    expect(await told('9999-1')).toBeNull();
  });

  it('has what the functions logged about it, also before it had a number, and nothing of another', async () => {
    const kept = keptLines();
    await placed(hut, '1001');
    for (const text of [
      line({
        function: 'submit-order',
        storeId: 'moto-hut',
        poNumber: '1001-1',
        message: 'purchase-order-moved',
        state: 'accepted',
      }),
      line({ function: 'submit-order', pk: 'PO#moto-hut#1001-1', message: 'nudge-failed', error: 'TimeoutError' }),
      line({ function: 'drop-ship-items', correlationId: 'request-1', message: 'answered', status: 201 }),
      line({ function: 'submit-order', storeId: 'other', poNumber: '1001-1', message: 'not-ours' }),
      line({ function: 'submit-order', poNumber: '1001-2', storeId: 'moto-hut', message: 'not-it' }),
      'no JSON, "poNumber"',
    ]) {
      kept.take(text);
    }
    const story = await told('1001-1', kept.lines);
    expect(story).toContain('2026-11-23T12:00:00.500Z  [submit-order] purchase-order-moved state=accepted');
    expect(story).toContain('[submit-order] nudge-failed error=TimeoutError');
    expect(story).toContain('[drop-ship-items] answered status=201');
    expect(story).not.toMatch(/not-ours|not-it/);
  });

  it('is kept of the newest lines only', () => {
    const kept = keptLines();
    for (let count = 0; count < 3500; count++) kept.take(line({ poNumber: String(count) }));
    expect(kept.lines).toHaveLength(3000);
    expect(kept.lines.at(-1)?.poNumber).toBe('3499');
  });
});
