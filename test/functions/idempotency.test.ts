import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { load } from '../../shared/domain/rows/amend.ts';
import { instant } from '../../shared/domain/vocabulary.ts';
import { KeptRequest } from '../../shared/http/idempotency/kept-request.ts';
import { dialogOf, inStore, itemBody, motoHut, orderBody, placed, putOrder } from '../moto-hut.ts';
import { noon, orderRow, poRow } from '../rows.ts';
import { type Service, service } from '../service.ts';
import { httpService, store } from './http-service.ts';

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

const key = '5f0c5f5e-0f6e-4a55-9a0e-6b8ff2f4c1aa';
const confirm = { confirm: true };
const post = (path: string, body: unknown = confirm, given = key, to = hut) =>
  to.ask('POST', path, { body, headers: { 'idempotency-key': given } });
const submit = (orderId = '1001', body: object = confirm, given = key) => post(dialogOf(orderId), body, given);
const slug = ({ body }: { readonly body: { readonly type: string } }) => body.type.split(':').at(-1);
const isReplay = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) =>
  headers['idempotency-replayed'];
const keptRows = (to = hut) => to.memory.rows().filter(({ pk }) => pk.startsWith('REQUEST#'));
const kept = async () => {
  const [row] = keptRows().filter(({ sk }) => sk === 'REQUEST');
  const found = row && (await load(hut.memory, row, KeptRequest));
  if (found === undefined) throw new Error('Nothing is kept.');
  return found;
};

describe('a submit with an Idempotency-Key', () => {
  it('is done once: the same request again gets the same answer, and says so', async () => {
    const first = await submit();
    expect([first.status, isReplay(first)]).toEqual([201, undefined]);
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(again.headers.location).toBe(first.headers.location);
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  it('without a key is another request each time', async () => {
    await submit();
    const again = await hut.ask('POST', dialogOf('1001'), { body: confirm });
    expect([again.status, slug(again), isReplay(again)]).toEqual([409, 'purchase-order-exists', undefined]);
  });

  it('refused by the distributor is not submitted again, but told again', async () => {
    hut.fault('wps', 'submit', 'reject-part');
    const first = await submit();
    expect([first.status, slug(first)]).toEqual([422, 'rejected-by-distributor']);
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([422, 'true']);
    expect(again.body).toEqual(first.body);
    expect(hut.ordersAt('wps')).toEqual([]);
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('answered 202 answers later what has become of it since', async () => {
    hut.fault('wps', 'submit', 'timeout-after');
    const first = await submit();
    expect(first.status).toBe(202);
    await hut.pass(3600);
    const again = await submit();
    expect([again.status, again.body.status, isReplay(again)]).toEqual([201, 'accepted', 'true']);
    expect(again.body.poNumber).toBe(first.body.poNumber);
    expect(hut.ordersAt('wps')).toHaveLength(1);
  });

  it('that was not eligible is told the same again, also when it is eligible by then; a new key asks anew', async () => {
    await putOrder(hut, '1001', orderBody([itemBody()], { status: 'Processed' }));
    const first = await submit();
    expect([first.status, slug(first)]).toEqual([422, 'not-eligible']);
    await putOrder(hut, '1001');
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([422, 'true']);
    expect(again.body).toEqual(first.body);
    expect((await submit('1001', confirm, 'another key')).status).toBe(201);
  });

  it('that found a purchase order shows it again as it stands then', async () => {
    await placed(hut, '1001');
    const first = await submit();
    expect([first.status, slug(first)]).toEqual([409, 'purchase-order-exists']);
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([409, 'true']);
    expect(again.body).toEqual(first.body);
  });

  it('after which its function ended without an answer is still done once', async () => {
    const first = await submit();
    const row = await kept();
    expect(row.poNumber).toBe(first.body.poNumber);
    await hut.put({ ...row, answer: null, runsUntil: new Date(hut.now() + 60_000).toISOString() });
    const meanwhile = await submit();
    expect([meanwhile.status, slug(meanwhile), meanwhile.headers['retry-after']]).toEqual([409, 'in-progress', '2']);
    await hut.pass(60);
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([201, 'true']);
    expect(again.body.poNumber).toBe(first.body.poNumber);
  });

  it('sent several times at once is worked on once; the others hear that it is being worked on', async () => {
    const same = ['POST', dialogOf('1001'), { body: confirm, headers: { 'idempotency-key': key } }] as const;
    const answers = await hut.askAll([same, same, same]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(slug)).toEqual(['in-progress', 'in-progress']);
    expect(hut.purchaseOrders()).toHaveLength(1);
  });
});

describe('a key', () => {
  it('is bound to method, path, query and body', async () => {
    await putOrder(hut, '1002');
    await submit();
    const others = [
      await submit('1002'),
      await submit('1001', { confirm: true, poNumber: 'OTHER-1' }),
      await hut.ask('POST', dialogOf('1001'), {
        body: confirm,
        query: { a: '1' },
        headers: { 'idempotency-key': key },
      }),
    ];
    expect(others.map((answer) => [answer.status, slug(answer)])).toEqual(
      others.map(() => [422, 'idempotency-key-reused']),
    );
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('takes the order of fields for nothing', async () => {
    await submit('1001', { confirm: true, distributor: 'wps' });
    expect(isReplay(await submit('1001', { distributor: 'wps', confirm: true }))).toBe('true');
  });

  it('is the store’s own: another store’s same key is another one', async () => {
    const http = httpService();
    const admin = await http.keyTo(null);
    for (const storeId of ['a', 'b']) await http.ask('PUT', `/v1/stores/${storeId}`, { token: admin, body: store });
    const make = async (storeId: string) =>
      http.ask('POST', `/v1/stores/${storeId}/keys`, {
        token: admin,
        body: { scopes: ['orders:read'] },
        headers: { 'idempotency-key': key },
      });
    const [a, b] = [await make('a'), await make('b')];
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body.keyId).not.toBe(b.body.keyId);
  });

  it('is forgotten after 24 hours, also where the table has not deleted it yet', async () => {
    await submit();
    await hut.pass(24 * 3600 - 60);
    expect(isReplay(await submit())).toBe('true');
    await hut.pass(61);
    const later = await submit();
    expect([later.status, slug(later), isReplay(later)]).toEqual([409, 'purchase-order-exists', undefined]);
    expect((await kept()).expiresAt).toBeGreaterThan(hut.now() / 1000);
  });

  it.each(['', 'x'.repeat(129), 'schlüssel', 'two\nlines'])('that is none is refused: %j', async (given) => {
    const answer = await submit('1001', confirm, given);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/headers/idempotency-key']);
    expect(hut.purchaseOrders()).toEqual([]);
  });

  it.each(['prototype', '__proto__', ' ', '~'.repeat(128), '"8e03978e-40d5-43e8-bc93-6894a57f9324"'])(
    'of printable characters works: %j',
    async (given) => {
      expect((await submit('1001', confirm, given)).status).toBe(201);
      expect(isReplay(await submit('1001', confirm, given))).toBe('true');
    },
  );

  it('is heeded on POST only', async () => {
    const put = () =>
      hut.ask('PUT', `${inStore}/orders/1003`, { body: orderBody(), headers: { 'idempotency-key': key } });
    expect([(await put()).status, (await put()).status]).toEqual([201, 200]);
    expect(keptRows()).toEqual([]);
  });

  it('of a request that breaks the contract is taken too, and what is wrong is told again', async () => {
    const wrong = { confirm: true, 'Ada Rider of Boise': 1 };
    const first = await submit('1001', wrong);
    expect(first.status).toBe(400);
    const again = await submit('1001', wrong);
    expect([again.status, isReplay(again)]).toEqual([400, 'true']);
    expect(again.body).toEqual(first.body);
    expect(JSON.stringify(keptRows())).not.toContain('Ada');
    expect(slug(await submit())).toBe('idempotency-key-reused');
  });

  it.each([
    ['another content type', '{}', { 'content-type': 'text/plain' }],
    ['a compressed body', gzipSync('{}'), { 'content-encoding': 'gzip' }],
  ])('is free for the request that is mended, after %s', async (_what, raw, headers) => {
    const http = httpService();
    const token = await http.keyTo(null);
    await http.ask('PUT', inStore, { token, body: store });
    const path = `${inStore}/webhook/secret`;
    const keyed = { token, headers: { 'idempotency-key': key } };
    const wrong = await http.ask('POST', path, { token, raw, headers: { ...keyed.headers, ...headers } });
    expect([wrong.status, isReplay(wrong)]).toEqual([415, undefined]);
    const again = await http.ask('POST', path, { token, raw, headers: { ...keyed.headers, ...headers } });
    expect([again.status, isReplay(again)]).toEqual([415, undefined]);
    const mended = await http.ask('POST', path, { ...keyed, body: {} });
    expect([mended.status, isReplay(mended)]).toEqual([201, undefined]);
  });

  it('is free for the same request where the answer was a fault of ours', async () => {
    const write = hut.memory.write;
    hut.memory.write = async (changes) => {
      if (changes.length > 1) throw Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
      return write(changes);
    };
    const first = await submit();
    expect([first.status, slug(first)]).toEqual([503, 'try-again']);
    hut.memory.write = write;
    const again = await submit();
    expect([again.status, isReplay(again)]).toEqual([201, undefined]);
  });
});

describe('what is kept', () => {
  it('holds no word of the customer, no secret and not the key itself', async () => {
    const token = (await post(`${inStore}/keys`, { scopes: ['orders:read'], name: 'Ada’s key' }, 'k1')).body.token;
    const secret = (await post(`${inStore}/webhook/secret`, {}, 'k2')).body.secret;
    await submit('1001', { confirm: true, shipTo: orderBody().shipTo });
    await submit('1001', confirm, 'exists');
    const text = JSON.stringify(keptRows());
    for (const word of ['Ada', 'Main St', '83702', token, secret, key]) expect(text).not.toContain(word);
    expect(keptRows()).toHaveLength(4);
  });

  it('holds no word of the distributor: of a purchase order that stands is said what its row says', async () => {
    const attention = {
      reason: 'someone-elses',
      since: instant(noon),
      whatToDo: 'They wrote: Ada of 1 Main St.',
    } as const;
    await hut.put({ ...poRow({ state: 'needs-person', sends: 1, attention }), rev: 'rev-asked' });
    await hut.put({
      ...orderRow({ attempts: [{ itemId: '1', mode: 'live', poNumber: '1001-1' }] }),
      rev: 'rev-locked',
    });
    const first = await submit();
    expect([first.status, first.body.detail]).toEqual([409, expect.stringContaining('Ada of 1 Main St')]);
    expect(JSON.stringify(keptRows())).not.toContain('Ada');
    expect((await submit()).body).toEqual(first.body);
    await hut.put({ ...poRow({ state: 'accepted', sends: 1 }), rev: 'rev-settled' });
    const settled = await submit();
    expect([settled.status, isReplay(settled)]).toEqual([409, 'true']);
    expect(settled.body.detail).toBe('The item has purchase order 1001-1 already. Nothing was sent now.');
  });

  it('makes a new key and a new signing secret once, and shows them once', async () => {
    const first = await post(`${inStore}/keys`, { scopes: ['orders:read'], name: 'till' }, 'k1');
    const again = await post(`${inStore}/keys`, { scopes: ['orders:read'], name: 'till' }, 'k1');
    expect([again.status, isReplay(again)]).toEqual([201, 'true']);
    expect(again.body).toEqual({ ...first.body, token: null });
    expect((await hut.ask('GET', `${inStore}/keys`)).body).toHaveLength(1);

    const made = await post(`${inStore}/webhook/secret`, {}, 'k2');
    const told = await post(`${inStore}/webhook/secret`, {}, 'k2');
    expect(made.body.secret).toMatch(/^whsec_/);
    expect(told.body).toEqual({ ...made.body, secret: null });
  });

  it('answers every other POST about a purchase order again', async () => {
    const poNumber = await placed(hut, '1001');
    const at = `${inStore}/purchase-orders/${poNumber}`;
    const twice = async (path: string, body: unknown) => {
      const first = await post(`${at}/${path}`, body, path);
      const again = await post(`${at}/${path}`, body, path);
      expect([first.status, isReplay(first), again.status, isReplay(again)]).toEqual([
        first.status,
        undefined,
        first.status,
        'true',
      ]);
      expect(again.body).toEqual(first.body);
      return first.status;
    };
    const parcel = { carrier: 'ups', trackingNumber: '1Z5R89390357567127' };
    expect(await twice('shipments', parcel)).toBe(201);
    expect(await twice('stop-tracking', { reason: 'cancelled' })).toBe(200);
    expect(await twice('resolve', { outcome: 'not-placed', reason: 'none' })).toBe(409);
    expect(await twice('resume-tracking', {})).toBe(200);
    const resumed = hut.purchaseOrder(poNumber).history.filter(({ text }) => text.includes('goes on'));
    expect(resumed).toHaveLength(1);
  });

  it('answers verify again without asking the distributor', async () => {
    const path = `${inStore}/distributors/wps/verify`;
    expect((await post(path, {})).body).toEqual({ ok: true });
    const asked = hut.callsTo('wps', 'verify').length;
    const again = await post(path, {});
    expect([again.body, isReplay(again)]).toEqual([{ ok: true }, 'true']);
    expect(hut.callsTo('wps', 'verify')).toHaveLength(asked);
  });
});

describe('a bulk with an Idempotency-Key', () => {
  const path = `${inStore}/drop-ships`;
  const items = ['1001', '1002', '1003'].map((orderId) => ({ orderId, itemId: '1' }));
  const body = { confirm: true, items };
  type Result = { readonly status: number };
  const statuses = (answer: { readonly body: { readonly results: readonly Result[] } }) =>
    answer.body.results.map(({ status }) => status);

  it('gives its final verdicts again', async () => {
    await putOrder(hut, '1002', orderBody([itemBody()], { status: 'Shipped' }));
    const first = await post(path, body);
    expect(statuses(first)).toEqual([202, 422, 404]);
    await putOrder(hut, '1002');
    await putOrder(hut, '1003');
    const again = await post(path, body);
    expect([statuses(again), isReplay(again)]).toEqual([[202, 422, 404], 'true']);
    expect(again.body.results[1]).toEqual(first.body.results[1]);
    expect(hut.purchaseOrders()).toHaveLength(1);
  });

  it('works again on what was to be tried again, and on nothing else', async () => {
    await putOrder(hut, '1002');
    await putOrder(hut, '1003');
    const write = hut.memory.write;
    let claims = 0;
    hut.memory.write = async (changes) => {
      if (changes.length > 1 && ++claims > 1) throw new Error('no connection');
      return write(changes);
    };
    expect(statuses(await post(path, body))).toEqual([202, 503, 503]);
    hut.memory.write = write;
    const again = await post(path, body);
    expect([statuses(again), isReplay(again)]).toEqual([[202, 202, 202], 'true']);
    expect(hut.purchaseOrders()).toHaveLength(3);
    expect(statuses(await post(path, body))).toEqual([202, 202, 202]);
    expect(hut.purchaseOrders()).toHaveLength(3);
  });

  it('whose function ended half-way goes on where it ended', async () => {
    await putOrder(hut, '1002');
    await post(path, { confirm: true, items });
    const row = await kept();
    await hut.put({ ...row, answer: null, runsUntil: new Date(hut.now() + 60_000).toISOString() });
    expect(slug(await post(path, body))).toBe('in-progress');
    await hut.pass(60);
    await putOrder(hut, '1003');
    expect(statuses(await post(path, body))).toEqual([202, 202, 202]);
    expect(hut.purchaseOrders()).toHaveLength(3);
  });

  it('says of an item that was refused since that it was', async () => {
    hut.fault('wps', 'submit', 'reject-part');
    expect(statuses(await post(path, { confirm: true, items: items.slice(0, 1) }))).toEqual([202]);
    await hut.pass(60);
    const again = await post(path, { confirm: true, items: items.slice(0, 1) });
    expect(again.body.results[0]).toMatchObject({ status: 422, problem: { code: 'unknown-part' } });
    expect(hut.purchaseOrders()).toHaveLength(1);
  });
});
