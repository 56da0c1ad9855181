import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Address, EnteredAddress, heldAddress } from '../../../shared/contract/bodies/address.ts';
import { InstantInQuery, InstantText } from '../../../shared/contract/bodies/instant-text.ts';
import { OrderBody } from '../../../shared/contract/bodies/order.ts';
import { Email, text } from '../../../shared/contract/bodies/text.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { parseFields } from '../../../shared/http/invalid-fields.ts';
import { waitSeconds } from '../../../shared/http/prefer.ts';
import { order } from '../../functions/http-service.ts';

const takes = (schema: v.GenericSchema, input: unknown): boolean => v.is(schema, input);

describe('a text', () => {
  test('is kept exactly as it was entered', () => {
    for (const input of [' 1 Main St  ', 'Ærøskøbing', '日本', 'O’Brien & Søn', '🏍'.repeat(60)]) {
      expect(v.parse(text(60), input)).toBe(input);
    }
  });

  test.each(['', '   ', 'a\r\nb', 'a\nb', 'a\u0000', '\u009f', 'x\ud800', 'a\u2028b', 'x'.repeat(61), 7, null])(
    'is not %j',
    (input) => {
      expect(takes(text(60), input)).toBe(false);
    },
  );
});

test.each(["o'brien+a@moto-hut.example", 'a@b.co', 'A.B_c@x.y.example'])('%s is an e-mail address', (input) => {
  expect(takes(Email, input)).toBe(true);
});

test.each([
  'a',
  'a@b',
  '@b.co',
  'a@b..co',
  'a b@c.de',
  'a@b.co\r\nbcc: x@y.zz',
  'a,b@c.de',
  `${'a'.repeat(250)}@b.co`,
  '<a@b.co>',
])('%j is no e-mail address', (input) => {
  expect(takes(Email, input)).toBe(false);
});

test.each(['2026-11-20T17:03:00Z', '2024-02-29T00:00:00.123Z'])('%s is a time', (input) => {
  expect(v.parse(InstantText, input)).toBe(input);
});

test.each([
  '2026-11-20',
  '2026-02-30T00:00:00Z',
  '2026-11-20T25:00:00Z',
  '2026-11-20T17:03:00',
  '2026-11-20T17:03:00+24:00',
  '2026-11-20 17:03',
  '0',
])('%s is no time', (input) => {
  const { issues: [issue] = [] } = v.safeParse(InstantText, input);
  expect(issue?.message).toMatch(/^(Must be a time with its offset, such as |There is no such time: )/);
  expect(takes(InstantInQuery, input)).toBe(false);
});

test.each([
  '2026-11-20T24:00:01Z',
  '2026-11-20T24:00:00.0000001Z',
  '2026-11-20T23:59:60Z',
  '2026-11-30T23:59:60-05:00',
  '2026-11-20T17:61Z',
])('%s is written as a time is, and there is none', (input) => {
  const { issues: [issue] = [] } = v.safeParse(InstantText, input);
  expect(issue?.message).toMatch(/^There is no such time: hours go to 23 \(24:00:00 ends a day\), seconds to 59 /);
});

test('a time may be long, and not without end', () => {
  const exact = (digits: number) => `2026-11-20T17:03:00.${'1'.repeat(digits)}Z`;
  expect([takes(InstantText, exact(40)), takes(InstantText, exact(45))]).toEqual([true, false]);
});

test.each([
  '2026-11-20T18:03:00 01:00',
  '2026-11-20 18:03:00 01:00',
  '2026-11-20T18:03 0100',
  '2026-11-20T18:03:00 01',
])('in a query %s is an offset whose + was not encoded', (input) => {
  expect(v.parse(InstantInQuery, input)).toBe('2026-11-20T17:03:00Z');
  expect(takes(InstantText, input)).toBe(false);
});

test.each([
  ['2026-11-20T17:03:00+00:00', '2026-11-20T17:03:00Z'],
  ['2026-11-20t12:03:00-05:00', '2026-11-20T17:03:00Z'],
  ['2026-11-20T18:03+0100', '2026-11-20T17:03:00Z'],
  ['2026-12-31T23:30:00.5-00:30', '2027-01-01T00:00:00.500Z'],
  ['2026-11-20T17:03z', '2026-11-20T17:03:00Z'],
  ['2026-11-20 17:03:00.123456+00', '2026-11-20T17:03:00.123Z'],
  ['2026-11-20T17:03:00,5Z', '2026-11-20T17:03:00.500Z'],
  ['2026-11-20T17:03:00.1234567891234Z', '2026-11-20T17:03:00.123Z'],
  ['2026-02-28T24:00:00Z', '2026-03-01T00:00:00Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ['2016-12-31T18:59:60.5-05:00', '2017-01-01T00:00:00.500Z'],
])('%s is kept as the instant %s', (input, kept) => {
  expect(v.parse(InstantText, input)).toBe(kept);
});

test.each(['a@1.2.3.4', 'a@shop.123', '\u200b\u2060', '\u3164', '\u2800'])(
  '%j is neither an address nor a text',
  (input) => {
    expect([takes(Email, input), takes(text(60), input) && !input.includes('@')]).toEqual([false, false]);
  },
);

test('an order is taken in as the webstore holds it: empty texts are null, or empty where there is always one', () => {
  const shipTo = { ...order.shipTo, company: '', line2: ' ', phone: '', state: '', postalCode: '', country: 'PR' };
  const items = [{ ...order.items[0], sku: '', quantity: 0 }];
  const customer = { name: '[deleted]', email: '' };
  expect(v.parse(OrderBody, { ...order, shipTo, items, customer })).toMatchObject({
    customer: { name: '[deleted]', email: null },
    shipTo: { company: null, line2: null, phone: null, state: '', postalCode: '' },
    items: [{ sku: null, quantity: 0 }],
  });
  expect(v.parse(OrderBody, { ...order, customer: { name: '' } }).customer).toEqual({ name: '', email: null });
});

describe('an order that nothing is sent of any more', () => {
  const emptied = { name: null, line1: null, city: null, state: null, postalCode: null, country: null };
  test.each([
    ['an e-mail that is blotted out', { customer: { name: '[deleted]', email: '[deleted]' } }, { email: null }],
    ['an e-mail of blanks', { customer: { name: '', email: '  ' } }, { name: '', email: null }],
    ['no name', { customer: { name: null, email: null } }, { name: '', email: null }],
    ['an e-mail whose host is a number', { customer: { name: 'x', email: 'a@1.2.3.4' } }, { email: null }],
    ['an e-mail that is one', { customer: { name: 'x', email: 'a@b.example' } }, { email: 'a@b.example' }],
  ])('is taken with %s', (_, given, customer) => {
    for (const status of ['Cancelled', 'Processed', 'Shipped'])
      expect(v.parse(OrderBody, { ...order, ...given, status })).toMatchObject({ status, customer });
  });

  test('is taken without customer and address, or with an empty one', () => {
    for (const status of ['Cancelled', 'New']) {
      const gone = { ...order, status, customer: null, shipTo: null };
      expect(v.parse(OrderBody, gone)).toMatchObject({ status, customer: null, shipTo: null });
    }
    const empty = { ...order, status: 'Cancelled', shipTo: { ...order.shipTo, ...emptied } };
    expect(v.parse(OrderBody, empty).shipTo).toMatchObject({ name: '', city: '', country: '' });
  });

  test('a New one is refused with an e-mail that is none, and its field is named', () => {
    for (const email of [
      '[deleted]',
      'a@1.2.3.4',
      'a@１.２.３.４',
      'a@b.co, c@d.co',
      'a\u200b@b.co',
      'a@b.co\r\nbcc: c@d.co',
    ]) {
      const wrong = v.safeParse(OrderBody, { ...order, customer: { name: 'x', email } });
      expect(wrong.issues?.map((issue) => v.getDotPath(issue))).toEqual(['customer.email']);
    }
  });
});

test('a customer’s e-mail address is taken in any script, without the blanks around it; blanks alone are none', () => {
  const emailOf = (email: string) => v.parse(OrderBody, { ...order, customer: { name: 'x', email } }).customer?.email;
  for (const email of ['ada@müller.example', 'jörg@example.com', '用户@例え.テスト', 'ada..rider.@docomo.example'])
    expect(emailOf(email)).toBe(email);
  expect(emailOf(' ada@example.com\n')).toBe('ada@example.com');
  expect(emailOf('  ')).toBeNull();
});

test('an order is taken in with what can be sent to nobody: line breaks, broken characters, parts of pieces, empty part numbers', () => {
  const shipTo = { ...order.shipTo, line1: '1 Main St\nApt\t2', city: 'Boise\ud83d', line2: 'a\u0000' };
  const [item] = order.items;
  const items = [
    { ...item, quantity: 2.5, title: null, sku: 'a\nb' },
    { ...item, itemId: '2', quantity: 10_000, title: 'x'.repeat(400) },
    {
      ...item,
      itemId: '3',
      distributorParts: ['', null, 'a\nb', '9'.repeat(61)].map((partNumber) => ({ distributor: 'wps', partNumber })),
    },
  ];
  expect(v.parse(OrderBody, { ...order, shipTo, items })).toMatchObject({
    shipTo: { line1: '1 Main St\nApt\t2', city: 'Boise\ufffd', line2: 'a\u0000' },
    items: [
      { quantity: 2.5, title: '', sku: 'a\nb' },
      { quantity: 10_000 },
      {
        distributorParts: [
          { partNumber: '' },
          { partNumber: '' },
          { partNumber: 'a\nb' },
          { partNumber: '9'.repeat(61) },
        ],
      },
    ],
  });
  expect(takes(EnteredAddress, shipTo)).toBe(false);
  for (const quantity of [-1, 1e10, '1.0', null])
    expect(takes(OrderBody, { ...order, items: [{ ...item, quantity }] })).toBe(false);
});

test('a country that is entered is one that there is; an order’s may be whatever the webstore holds', () => {
  for (const country of ['US', 'CA', 'DE']) expect(takes(EnteredAddress, { ...order.shipTo, country })).toBe(true);
  for (const country of ['us', 'USA', 'XX', 'UK', 'United States', '']) {
    expect(takes(EnteredAddress, { ...order.shipTo, country })).toBe(false);
    expect(v.parse(Address, { ...order.shipTo, country }).country).toBe(country);
  }
});

test('an address field may have 200 characters: the distributor’s limits refuse it at submit', () => {
  const long = (count: number) => ({ ...order.shipTo, line1: 'x'.repeat(count) });
  const isTaken = (count: number) => [takes(heldAddress('refused'), long(count)), takes(EnteredAddress, long(count))];
  expect(isTaken(200)).toEqual([true, true]);
  expect(isTaken(201)).toEqual([false, false]);
});

test('a New order is refused for a longer address field, any other is taken in with it cut', () => {
  const shipTo = { ...order.shipTo, line1: 'x'.repeat(201) };
  expect(takes(OrderBody, { ...order, status: 'New', shipTo })).toBe(false);
  expect(v.parse(OrderBody, { ...order, status: 'Cancelled', shipTo }).shipTo?.line1).toBe(`${'x'.repeat(199)}…`);
});

test('every field that is wrong is named at once', () => {
  const wrong = {
    ...order,
    status: 'Lost',
    shipTo: { ...order.shipTo, city: 7, zip: 1, ['__proto__']: 1, province: 'ID' },
    items: [{ itemId: 'a b' }],
  };
  try {
    parseFields(OrderBody, wrong);
    expect.unreachable();
  } catch (error) {
    const errors = error instanceof Problem ? error.members.errors : [];
    expect(errors).toEqual(
      expect.arrayContaining([
        { pointer: '/status', detail: 'Must be one of: "New", "Processed", "Shipped", "Cancelled".' },
        { pointer: '/shipTo/city', detail: 'Must be a text.' },
        { pointer: '/shipTo/zip', detail: 'Is not a field here: leave it out.' },
        { pointer: '/shipTo/__proto__', detail: 'Is not a field here: leave it out.' },
        { pointer: '/shipTo/province', detail: 'Is not a field here: leave it out.' },
        { pointer: '/items/0/itemId', detail: expect.stringMatching(/^Must be 1 to 64 of A-Z a-z 0-9 \. _ -/) },
        { pointer: '/items/0/title', detail: 'Is missing: add it.' },
      ]),
    );
  }
});

test('an item may be named once: the second is the one that is wrong', () => {
  const items = [order.items[0], { ...order.items[0], itemId: '2' }, order.items[0]];
  try {
    parseFields(OrderBody, { ...order, items });
    expect.unreachable();
  } catch (error) {
    expect(error instanceof Problem && error.members.errors).toMatchObject([{ pointer: '/items/2/itemId' }]);
  }
});

test.each([
  [undefined, 20],
  ['wait=5', 5],
  ['respond-async, wait=7', 7],
  ['wait=0', 0],
  ['wait=100', 25],
  ['wait=soon', 20],
  ['return=minimal', 20],
])('Prefer: %s waits %i seconds', (prefer, seconds) => {
  expect(waitSeconds(prefer)).toBe(seconds);
});
