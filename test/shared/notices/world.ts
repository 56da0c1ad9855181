import * as v from 'valibot';
import type { StoreRow } from '../../../shared/domain/account/store.ts';
import type { OrderRow } from '../../../shared/domain/order/order.ts';
import type { Row } from '../../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { mergeParcels } from '../../../shared/domain/purchase-order/shipments.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { instant, type Mode } from '../../../shared/domain/vocabulary.ts';
import type { Delivered, Delivery } from '../../../shared/notices/delivery.ts';
import type { Mail, MailOutcome } from '../../../shared/notices/mailer.ts';
import { MailRow, NoticeRow } from '../../../shared/notices/notice.ts';
import type { NoticePorts } from '../../../shared/notices/ports.ts';
import { send } from '../../../shared/notices/send.ts';
import { memoryTable } from '../../memory-table.ts';

export const monday = Date.parse('2026-11-23T08:00:00.000Z');

/** The parts of a row that a test may say; the rest is as it is in most of them. */
type Parts<R> = Partial<Omit<R, 'pk' | 'sk' | 'rev'>>;

export const storeRow = (parts: Parts<StoreRow> = {}): StoreRow => ({
  ...keys.store('s1'),
  rev: 'store',
  storeId: 's1',
  name: 'Moto Hut',
  serviceEmail: 'service@motohut.example',
  overrideDropShipRules: false,
  webhook: null,
  signingSecrets: [],
  customerMail: true,
  brand: null,
  adminUrl: null,
  limits: null,
  ...parts,
});

export const item = (itemId: string, title: string): OrderRow['items'][number] => ({
  itemId,
  sku: `SKU-${itemId}`,
  title,
  quantity: 1,
  catalog: 'aftermarket',
  markedForDropShip: true,
  distributorParts: [],
  removed: false,
});

export const orderRow = (parts: Parts<OrderRow> = {}): OrderRow => ({
  ...keys.order('s1', '1001'),
  rev: 'order',
  storeId: 's1',
  orderId: '1001',
  displayNumber: null,
  status: 'New',
  placedAt: '2026-11-20T17:03:00.000Z',
  revision: null,
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: null,
  items: [item('1', 'Oil filter')],
  attempts: [{ itemId: '1', mode: 'live', poNumber: 'PO-1' }],
  notes: [],
  ...parts,
});

export const poRow = (parts: Parts<PurchaseOrderRow> = {}): PurchaseOrderRow => ({
  ...keys.purchaseOrder('s1', parts.poNumber ?? 'PO-1'),
  rev: `po-${parts.poNumber ?? 'PO-1'}`,
  storeId: 's1',
  orderId: '1001',
  itemId: '1',
  mode: 'live',
  distributor: 'wps',
  poNumber: 'PO-1',
  partNumber: '26-1772',
  quantity: 1,
  shipTo: null,
  shippingMethod: 'ground',
  state: 'accepted',
  submittedAt: '2026-11-21T08:00:00.000Z',
  sends: 1,
  call: null,
  doubtSince: null,
  absentAt: null,
  missesInARow: 0,
  notTaken: 0,
  notBefore: null,
  refusal: null,
  attention: null,
  orderNumbers: ['4711'],
  acceptedAt: '2026-11-21T08:00:01.000Z',
  trackUntil: '2027-01-02T08:00:01.000Z',
  tracking: 'open',
  progress: 'shipped',
  shipments: shipments('1Z5R89390357567127'),
  shipmentsChangedAt: null,
  history: [],
  owed: [],
  events: 0,
  placed: '2026-11-21T08:00:00.000Z',
  status: 'shipped',
  ...parts,
});

export const shipments = (...numbers: readonly string[]): PurchaseOrderRow['shipments'] =>
  mergeParcels(
    [],
    numbers.map((trackingNumber) => ({ trackingNumber, carrierHint: null, shippedAt: null, quantity: null })),
    monday,
  ).shipments;

export const mailRow = (mode: Mode = 'live', parts: Parts<MailRow> = {}): MailRow => ({
  ...keys.mail('s1', '1001', mode),
  rev: 'mail',
  due: 'mail',
  dueAt: instant(monday),
  storeId: 's1',
  orderId: '1001',
  mode,
  mailed: [],
  tries: 0,
  sendingUntil: null,
  failed: null,
  sentAt: [],
  ...parts,
});

export const noticeRow = (parts: Parts<NoticeRow> = {}): NoticeRow => ({
  ...keys.notice('s1', 'n1'),
  rev: 'notice',
  due: 'webhook',
  dueAt: instant(monday),
  expiresAt: monday / 1000 + 30 * 86_400,
  storeId: 's1',
  id: 'n1',
  type: 'purchase_order.shipped',
  at: instant(monday),
  orderId: '1001',
  poNumber: 'PO-1',
  account: { distributor: 'wps', mode: 'live' },
  reason: null,
  sequence: 3,
  tries: 0,
  sendingUntil: null,
  outcome: null,
  byMail: false,
  giveUpAt: null,
  log: [],
  ...parts,
});

/** A world in which every outcome is as said, in this order, and the last one for ever. */
export const world = (...rows: Row[]) => {
  const table = memoryTable();
  const seen = { mails: [] as Mail[], deliveries: [] as Delivery[], counted: [] as unknown[], nudged: [] as unknown[] };
  const state = {
    now: monday,
    mails: [{ outcome: 'sent' }] as MailOutcome[],
    deliveries: [{ outcome: 'delivered', status: 200 }] as Delivered[],
  };
  const next = <T>(outcomes: T[]): T => {
    const [first, ...rest] = outcomes;
    if (first === undefined) throw new Error('No outcome was said.');
    if (rest.length > 0) outcomes.shift();
    return first;
  };
  let ids = 0;
  const ports: NoticePorts = {
    table,
    queues: { send: async (_, nudges, delay) => void seen.nudged.push(...nudges.map(({ sk }) => [sk, delay])) },
    vault: {
      seal: async () => Promise.reject(new Error('Nothing is sealed here.')),
      fingerprint: async () => Promise.reject(new Error('Nothing is fingerprinted here.')),
      open: async (sealed, { storeId, purpose, mode }) => `${sealed} opened for ${storeId} ${purpose} ${mode}`,
    },
    clock: { now: () => state.now, sleep: async () => Promise.reject(new Error('Nobody sleeps here.')) },
    newId: () => `id-${++ids}`,
    deliver: async (delivery) => {
      seen.deliveries.push(delivery);
      return next(state.deliveries);
    },
    sendMail: async (mail) => {
      seen.mails.push(mail);
      return next(state.mails);
    },
    mailFrom: 'tracking@drop-ship.example',
    distributors: {
      'parts-unlimited': {
        profile: { name: 'Parts Unlimited', contact: { name: 'Parts Unlimited', site: 'https://pu.example' } },
      },
      wps: { profile: { name: 'WPS', contact: { name: 'Western Power Sports', site: 'https://wps.example' } } },
      'tucker-rocky': {
        profile: { name: 'Tucker Rocky', contact: { name: 'Tucker', site: 'https://tucker.example' } },
      },
      automatic: { profile: { name: 'Automatic', contact: { name: 'Automatic', site: 'https://automatic.example' } } },
    },
    // A zero only draws a line.
    meter: (name, value, by) => void (value > 0 && seen.counted.push([name, value, by])),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  return {
    ports,
    table,
    seen,
    state,
    ready: table.write(rows.map((row) => ({ put: row, was: null }))),
    mailed: async (mode: Mode = 'live') => v.parse(MailRow, await table.get(keys.mail('s1', '1001', mode))),
    noticed: async () => v.parse(NoticeRow, await table.get(keys.notice('s1', 'n1'))),
    send: (key: { readonly pk: string; readonly sk: string }) => send(ports, { pk: key.pk, sk: key.sk }),
    /** Writes over whatever stands there. */
    change: async (row: Row) => {
      const stands = v.parse(v.object({ rev: v.string() }), await table.get(row));
      await table.write([{ put: { ...row, rev: `changed-${++ids}` }, was: stands.rev }]);
    },
  };
};

/** A number of UPS with its right check digit, so that it has a link: another one for each place. */
export const upsNumber = (place: number): string => {
  const digits = `5893903575${String(place).padStart(4, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 2 : 1), 7);
  return `1Z7${digits}${(10 - (sum % 10)) % 10}`;
};
