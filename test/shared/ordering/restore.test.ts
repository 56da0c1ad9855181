import { beforeEach, describe, expect, it } from 'vitest';
import { claimsIn } from '../../../infra/restore/claims-in-log.ts';
import type { LoggedClaim } from '../../../shared/domain/purchase-order/restored.ts';
import { type DistributorSlug, distributorSlugs, instant } from '../../../shared/domain/vocabulary.ts';
import { reconcile } from '../../../shared/ordering/restore.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, placed, putOrder, submit } from '../../moto-hut.ts';
import { type Service, service } from '../../service.ts';

const orderAt = (slug: DistributorSlug): string => String(7000 + distributorSlugs.indexOf(slug));
const atWps = orderAt('wps');

let hut: Service;
/** The table as it was saved, and how many lines of the log there were. */
let saved: { readonly rows: ReadonlyMap<string, never>; readonly lines: number };
beforeEach(async () => {
  hut = await motoHut(service());
  for (const slug of distributorSlugs) await putOrder(hut, orderAt(slug), orderBody([itemBody({ slug })]));
  save();
});

const save = () => {
  saved = { rows: hut.memory.snapshot() as ReadonlyMap<string, never>, lines: hut.lines.length };
};

/** The claims that the log holds since the table was saved, as they lie in its lines. */
const logged = (): readonly LoggedClaim[] =>
  claimsIn(
    hut.lines
      .slice(saved.lines)
      .map(({ event, fields }) => JSON.stringify({ message: event, timestamp: '2026-11-23T12:00:01.000Z', ...fields })),
  );

/** Everything stops, the table is as it was saved, and is reconciled. */
const restored = async () => {
  hut.loseMessages();
  hut.memory.restore(saved.rows);
  return hut.run(reconcile(hut.ports, logged()));
};

const again = async (orderId: string) => (await submit(hut, orderId)).status;

describe.each(distributorSlugs)('%s: an order that was placed after the table was saved', (slug: DistributorSlug) => {
  it('is found there, or put before a person, and its item is not free', async () => {
    await submit(hut, orderAt(slug));
    expect(hut.ordersAt(slug)).toHaveLength(1);
    const result = await restored();
    // At Tucker Rocky the only look-up is to send it once more.
    const outcome = slug === 'tucker-rocky' ? 'person' : 'found';
    expect(result).toEqual([{ storeId: 'moto-hut', poNumber: `${orderAt(slug)}-1`, outcome }]);
    expect(await again(orderAt(slug))).toBe(409);
    await hut.pass(3 * 86_400);
    expect(await again(orderAt(slug))).toBe(409);
    expect(hut.ordersAt(slug)).toHaveLength(1);
    expect(hut.purchaseOrder(`${orderAt(slug)}-1`).state).toBe(outcome === 'found' ? 'accepted' : 'needs-person');
  });

  it('that never reached it is put before a person, and not sent by itself', async () => {
    hut.fault(slug, 'submit', 'timeout-before');
    await submit(hut, orderAt(slug));
    expect(hut.ordersAt(slug)).toHaveLength(0);
    expect(await restored()).toMatchObject([{ outcome: 'person' }]);
    await hut.pass(2 * 86_400);
    expect(hut.ordersAt(slug)).toHaveLength(0);
    expect(await again(orderAt(slug))).toBe(409);
    expect(hut.purchaseOrder(`${orderAt(slug)}-1`).attention?.whatToDo).toContain('The table was restored');
  });
});

it('without this, a restored table holds its item for free', async () => {
  await submit(hut, atWps);
  expect((await hut.ask('GET', dialogOf(atWps))).body).toMatchObject({ eligible: false });
  hut.memory.restore(saved.rows);
  expect((await hut.ask('GET', dialogOf(atWps))).body).toMatchObject({ eligible: true });
});

it('what the table believes not taken was sent since: it is found, and not sent again', async () => {
  hut.fault('wps', 'submit', 'rate-limit');
  await submit(hut, atWps, { wait: 1 });
  expect(hut.purchaseOrder(`${atWps}-1`)).toMatchObject({ status: 'submitting', orderNumbers: [] });
  save();
  await hut.pass(300);
  expect(hut.ordersAt('wps')).toHaveLength(1);
  expect(await restored()).toEqual([{ storeId: 'moto-hut', poNumber: `${atWps}-1`, outcome: 'found' }]);
  await hut.pass(86_400);
  expect(hut.ordersAt('wps')).toHaveLength(1);
});

it('what waits for most of a day is looked for too', async () => {
  hut.fault('wps', 'submit', 'rate-limit');
  await submit(hut, atWps, { wait: 1 });
  save();
  const inHours = (hours: number) => {
    const at = instant(hut.ports.clock.now() + hours * 3_600_000);
    const postponed = (row: object) =>
      'dueAt' in row && 'poNumber' in row ? { ...row, notBefore: at, dueAt: at } : row;
    return new Map([...saved.rows].map(([key, row]) => [key, postponed(row) as never]));
  };
  // The longest pause that a distributor may ask for, and the day after which nobody waits any longer.
  for (const hours of [6, 23]) {
    hut.memory.restore(inHours(hours));
    expect(await hut.run(reconcile(hut.ports, []))).toMatchObject([{ poNumber: `${atWps}-1` }]);
  }
});

it('an order that the webstore told of after the table was saved is locked before it is told of again', async () => {
  await placed(hut, '3001');
  await restored();
  expect(hut.purchaseOrder('3001-1')).toMatchObject({ state: 'accepted', shipTo: null, partNumber: '26-1772' });
  await putOrder(hut, '3001');
  expect(await again('3001')).toBe(409);
  expect((await hut.ask('GET', dialogOf('3001'))).body).toMatchObject({ eligible: false });
  expect(hut.ordersAt('wps')).toHaveLength(1);
});

it('what was known before stays as it is, and to reconcile again changes nothing', async () => {
  await placed(hut, '1001');
  save();
  await submit(hut, atWps);
  expect(await restored()).toHaveLength(1);
  const rows = hut.memory.rows();
  expect(await hut.run(reconcile(hut.ports, logged()))).toEqual([]);
  expect(hut.memory.rows()).toEqual(rows);
});

it('many orders of one account wait for its turns', async () => {
  const orders = Array.from({ length: 12 }, (_, n) => String(4000 + n));
  for (const orderId of orders) {
    await putOrder(hut, orderId);
    await submit(hut, orderId, { wait: 0 });
  }
  await hut.pass(300);
  expect(hut.ordersAt('wps')).toHaveLength(12);
  expect((await restored()).filter(({ outcome }) => outcome === 'found')).toHaveLength(12);
});

it('tracking and mail go on for what was found', async () => {
  await submit(hut, atWps);
  await restored();
  hut.control('wps').ship(`${atWps}-1`, [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 }]);
  await hut.pass(2 * 3600);
  expect((await hut.ask('GET', `${inStore}/purchase-orders/${atWps}-1`)).body).toMatchObject({ status: 'shipped' });
});
