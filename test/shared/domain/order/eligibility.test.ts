import { describe, expect, it, test } from 'vitest';
import { hostsWith } from '../../../../shared/distributors/hosts.ts';
import { setUpsWith } from '../../../../shared/distributors/set-ups.ts';
import { type Case, check, checkNames, choosePart, eligible } from '../../../../shared/domain/order/eligibility.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import {
  accepted,
  accountRow,
  inDoubt,
  needsPerson,
  noon,
  orderItem,
  orderRow,
  poRow,
  settingsRow,
  storeRow,
} from '../../../rows.ts';

const setUps = setUpsWith(hostsWith({}));
const { wps } = setUps;

const good: Case = {
  store: storeRow(),
  order: orderRow(),
  item: orderItem(),
  distributor: 'wps',
  partNumber: '26-1772',
  mode: 'live',
  setUp: wps,
  settings: settingsRow(),
  account: null,
  purchaseOrder: null,
  today: '2026-11-23',
};
const profile = (more: Partial<typeof wps.profile>) => ({ ...wps, profile: { ...wps.profile, ...more } });
const stop = (credentialVersion: string) =>
  accountRow({ stopped: { credentialVersion, at: instant(noon), message: 'Unauthorized' } });

it('an item that passes all seven is eligible', () => {
  const checks = check(good);
  expect(checks.map(({ name }) => name)).toEqual([
    'aftermarket',
    'order-new',
    'distributor-part',
    'distributor-supported',
    'marked-for-drop-ship',
    'credentials-configured',
    'no-purchase-order',
  ]);
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(eligible(checks)).toBe(true);
});

const noParts = orderItem({ distributorParts: [] });
const otherParts = orderItem({ distributorParts: [{ distributor: 'automatic', partNumber: 'A-1' }] });
const nothing = { item: noParts, distributor: null, partNumber: null, setUp: null, settings: null };
const stranger = { distributor: 'bell-helmets', partNumber: 'B-1', setUp: null, settings: null };

test.each<[string, Partial<Case>, Partial<Record<(typeof checkNames)[number], RegExp>>]>([
  [
    'part of a piece',
    { item: orderItem({ quantity: 2.5 }) },
    { 'order-new': /^The quantity is 2.5; only whole pieces/ },
  ],
  ['more than is sent', { item: orderItem({ quantity: 10_000 }) }, { 'order-new': /at most 9999 at once/ }],
  ['an empty part number', { partNumber: '' }, { 'distributor-part': /^The part number of WPS is empty/ }],
  [
    'a part number of two lines',
    { partNumber: 'a\nb' },
    { 'distributor-part': /^The part number of WPS cannot be sent/ },
  ],
  ['an OEM item', { item: orderItem({ catalog: 'oem' }) }, { aftermarket: /lists this item as oem/ }],
  [
    'a private label item',
    { item: orderItem({ catalog: 'private-label' }) },
    { aftermarket: /lists this item as private-label/ },
  ],
  ['a processed order', { order: orderRow({ status: 'Processed' }) }, { 'order-new': /The order is Processed/ }],
  ['a cancelled order', { order: orderRow({ status: 'Cancelled' }) }, { 'order-new': /The order is Cancelled/ }],
  ['an item that was taken out', { item: orderItem({ removed: true }) }, { 'order-new': /taken this item out/ }],
  [
    'an erased customer',
    { order: orderRow({ customer: null, shipTo: null, erasedAt: '2026-11-20T00:00:00.000Z' }) },
    { 'order-new': /data was erased/ },
  ],
  ['no address', { order: orderRow({ shipTo: null }) }, { 'order-new': /has no shipping address/ }],
  [
    'no distributor part',
    nothing,
    {
      'distributor-part': /names no distributor part/,
      'distributor-supported': /cannot be judged/,
      'credentials-configured': /cannot be judged before the webstore names/,
    },
  ],
  [
    'a distributor that is none of the four',
    stranger,
    { 'distributor-supported': /none of the four/, 'credentials-configured': /bell-helmets is none of the four/ },
  ],
  [
    'no part of the chosen distributor',
    { item: otherParts, partNumber: null },
    { 'distributor-part': /names no part of WPS/ },
  ],
  [
    'another part of the chosen distributor',
    { partNumber: null },
    { 'distributor-part': /names other parts for this item than the one that was chosen/ },
  ],
  [
    'a part of nobody’s',
    { ...nothing, item: otherParts },
    {
      'distributor-part': /names other parts for this item than the one that was chosen/,
      'distributor-supported': /cannot be judged/,
      'credentials-configured': /cannot be judged/,
    },
  ],
  [
    'a retired distributor',
    { setUp: profile({ status: 'retired' }) },
    { 'distributor-supported': /WPS takes no orders/ },
  ],
  [
    'a distributor after its last day',
    { setUp: profile({ sunset: '2026-11-22' }) },
    { 'distributor-supported': /takes no orders any more/ },
  ],
  [
    'a mode without a host',
    { setUp: { ...wps, hosts: { live: null, test: null } } },
    { 'distributor-supported': /No live host is configured for WPS: an administrator/ },
  ],
  [
    'an item that is not marked',
    { item: orderItem({ markedForDropShip: false }) },
    { 'marked-for-drop-ship': /Mark it in the webstore, or let the store override/ },
  ],
  ['no settings', { settings: null }, { 'credentials-configured': /live settings of WPS lack: API token/ }],
  [
    'an empty credential',
    { settings: settingsRow({ live: { version: 'live-1', sealed: '', shown: {} } }) },
    { 'credentials-configured': /lack: API token\. The store enters them/ },
  ],
  ['a stopped account', { account: stop('live-1') }, { 'credentials-configured': /WPS refused the live credentials/ }],
  ['a purchase order', { purchaseOrder: accepted() }, { 'no-purchase-order': /has purchase order 1001-1 already\.$/ }],
  [
    'one that is being sent',
    { purchaseOrder: poRow() },
    {
      'no-purchase-order':
        /^The item has purchase order 1001-1 already: it is being sent, .+ The next look is at 2026-11-23 12:03 UTC\.$/,
    },
  ],
  [
    'one that is in doubt',
    { purchaseOrder: inDoubt({ notBefore: instant(noon + 30_000) }) },
    { 'no-purchase-order': /gave no clear answer, so we ask .+ The next look is at 2026-11-23 12:00 UTC\.$/ },
  ],
  [
    'one that a person has to settle',
    { purchaseOrder: needsPerson() },
    { 'no-purchase-order': /1001-1 already, and a person has to settle it\. Ask the distributor\.$/ },
  ],
  [
    'everything wrong at once',
    {
      ...nothing,
      item: orderItem({ catalog: 'oem', markedForDropShip: false, distributorParts: [] }),
      order: orderRow({ status: 'Shipped' }),
      purchaseOrder: accepted(),
    },
    Object.fromEntries(checkNames.map((name) => [name, /./])),
  ],
])('%s fails, and says why', (_, wrong, failing) => {
  const checks = check({ ...good, ...wrong });
  expect(checks.map(({ name }) => name)).toEqual(checkNames);
  expect(Object.fromEntries(checks.flatMap(({ name, passed, message }) => (passed ? [] : [[name, message]])))).toEqual(
    Object.fromEntries(Object.entries(failing).map(([name, words]) => [name, expect.stringMatching(words)])),
  );
  for (const { message } of checks) expect(message).toMatch(/^[A-Z].+\.$/);
  // An order that was placed is nobody's to mend.
  for (const { message } of checks.filter(({ name, passed }) => !passed && name !== 'no-purchase-order'))
    expect(message).toMatch(/webstore|the store|an administrator|choose/i);
  expect(eligible(checks)).toBe(false);
});

test.each<[string, Partial<Case>]>([
  ['a distributor on its last day', { setUp: profile({ sunset: '2026-11-23' }) }],
  ['an item of which the webstore does not say', { item: orderItem({ markedForDropShip: null }) }],
  [
    'an unmarked item where the store overrides the rule',
    { item: orderItem({ markedForDropShip: false }), store: storeRow({ overrideDropShipRules: true }) },
  ],
  ['an account whose stop was of earlier credentials', { account: stop('live-0') }],
  ['a paused account', { account: accountRow({ pausedUntil: instant(noon + 3600_000) }) }],
])('%s passes', (_, still) => {
  expect(eligible(check({ ...good, ...still }))).toBe(true);
});

describe('the distributor chosen', () => {
  const item = orderItem({
    distributorParts: [
      { distributor: 'bell-helmets', partNumber: 'B-1' },
      { distributor: 'tucker-rocky', partNumber: 'T-1' },
      { distributor: 'wps', partNumber: 'W-1' },
    ],
  });
  const any = { distributor: null, partNumber: null };
  const all = () => true;
  const none = () => false;

  it('is the first configured one', () => {
    expect(choosePart(item, (slug) => slug === 'wps', any)).toEqual({ distributor: 'wps', partNumber: 'W-1' });
    expect(choosePart(item, all, any)?.distributor).toBe('bell-helmets');
  });

  it('is the first one when none is configured', () => {
    expect(choosePart(item, none, any)).toEqual({ distributor: 'bell-helmets', partNumber: 'B-1' });
  });

  it('is the one that a person wants, also without a part', () => {
    expect(choosePart(item, all, { ...any, distributor: 'tucker-rocky' })).toEqual({
      distributor: 'tucker-rocky',
      partNumber: 'T-1',
    });
    expect(choosePart(item, all, { ...any, distributor: 'automatic' })).toEqual({
      distributor: 'automatic',
      partNumber: null,
    });
  });

  it('is the part that a person wants, of one distributor’s several and of all', () => {
    const [first, second, other] = [
      { distributor: 'wps', partNumber: 'W-1' },
      { distributor: 'wps', partNumber: 'W-2' },
      { distributor: 'automatic', partNumber: 'A-1' },
    ];
    const several = orderItem({ distributorParts: [first, second, other] });
    expect(choosePart(several, all, { distributor: 'wps', partNumber: null })).toEqual(first);
    expect(choosePart(several, all, { distributor: 'wps', partNumber: 'W-2' })).toEqual(second);
    expect(choosePart(several, none, { distributor: null, partNumber: 'A-1' })).toEqual(other);
    expect(choosePart(several, all, { distributor: 'wps', partNumber: 'A-1' })).toEqual({
      distributor: 'wps',
      partNumber: null,
    });
    expect(choosePart(several, all, { distributor: null, partNumber: 'X' })).toBeNull();
  });

  it('is one that can be asked for, where there is one', () => {
    const odd = ['', 'a\nb', '9'.repeat(61)].map((partNumber) => ({ distributor: 'wps', partNumber }));
    const good = { distributor: 'automatic', partNumber: 'A-1' };
    expect(choosePart(orderItem({ distributorParts: [...odd, good] }), (slug) => slug === 'wps', any)).toEqual(good);
    expect(choosePart(orderItem({ distributorParts: odd }), all, any)).toEqual(odd[0]);
  });

  it('is none for an item without parts', () => {
    expect(choosePart(orderItem({ distributorParts: [] }), all, any)).toBeNull();
  });
});
