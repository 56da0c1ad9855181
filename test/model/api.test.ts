import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settingsOf } from '../moto-hut.ts';
import { address } from '../rows.ts';
import { type Answered, type Service, service } from '../service.ts';
import * as api from './api.ts';

const pathOf = (store: string): string => `/v1/stores/${store}`;
const orderPath = ({ store, orderId }: { store: string; orderId: string }) => `${pathOf(store)}/orders/${orderId}`;
const dialogPath = (asked: api.Submit) => `${orderPath(asked)}/items/${asked.itemId}/drop-ship`;

const answerOf = ({ status, body }: Answered): api.Answer =>
  status < 400 ? { status } : { status, slug: String(body.type).split(':').at(-1) ?? '' };

const kindOf = (answered: Answered): string => answerOf(answered).slug ?? String(answered.status);

const configured = async (): Promise<Service> => {
  const to = service();
  for (const store of api.stores) {
    await to.ask('PUT', pathOf(store), { body: { name: store, serviceEmail: 'service@example.com' } });
    for (const slug of api.slugs)
      await to.ask('PUT', `${pathOf(store)}/distributors/${slug}`, { body: settingsOf(slug) });
  }
  return to;
};

const putBody = ({ revision, status, items }: Extract<api.Step, { do: 'put' }>) => ({
  status,
  placedAt: '2026-11-20T17:03:00Z',
  revision,
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: address,
  items: items.map(({ itemId, slug, part, isMarked }) => ({
    itemId,
    title: 'Oil filter',
    quantity: 1,
    catalog: 'aftermarket',
    markedForDropShip: isMarked,
    distributorParts: [{ distributor: slug, partNumber: part }],
  })),
});

const submitStep = async (to: Service, model: api.Model, asked: api.Submit): Promise<void> => {
  const { answers, isReplay } = api.submitAnswers(model, asked);
  const known = api.orderOf(model, asked)?.items.has(asked.itemId) ?? false;
  if (known) {
    const dialog = await to.ask('GET', dialogPath(asked));
    expect([asked, dialog.body.eligible]).toEqual([asked, api.objections(model, asked).length === 0]);
  }
  const answered = await to.ask('POST', dialogPath(asked), {
    wait: 25,
    headers: asked.key === null ? {} : { 'idempotency-key': asked.key },
    body: { confirm: true, ...(asked.poNumber === null ? {} : { poNumber: asked.poNumber }) },
  });
  const answer = answerOf(answered);
  see(`submit ${isReplay ? 'replayed' : kindOf(answered)}`);
  expect(answers, JSON.stringify([asked, answered.body])).toContainEqual(answer);
  expect(answered.headers['idempotency-replayed']).toBe(isReplay ? 'true' : undefined);
  const isOpen = answer.status === 202;
  if (isOpen && !isReplay) await to.pass(hour);
  const isRejected = isOpen ? api.isRefused(model, asked) : answer.slug === 'rejected-by-distributor';
  if (isReplay || (answer.status !== 201 && !isOpen && !isRejected)) return api.submitted(model, asked, answer, null);
  const poNumber = isRejected
    ? (await to.ask('GET', dialogPath(asked))).body.lastRejection.poNumber
    : answered.body.poNumber;
  if (asked.poNumber !== null) expect(poNumber).toBe(asked.poNumber);
  expect(api.numbered(model, asked.store, poNumber), `${poNumber} is given out twice`).toBeUndefined();
  api.submitted(model, asked, answer, poNumber);
  if (isRejected && !isOpen) expect(answered.body.code).toBe(api.numbered(model, asked.store, poNumber)?.code);
};

const requests = {
  look: ['GET', ''],
  cancel: ['DELETE', ''],
  enter: ['POST', '/shipments'],
  'take-back': ['DELETE', '/shipments/'],
  stop: ['POST', '/stop-tracking'],
  resume: ['POST', '/resume-tracking'],
  resolve: ['POST', '/resolve'],
  note: ['POST', '/resolve'],
} as const;

const numberStep = async (to: Service, model: api.Model, asked: Extract<api.Step, { parcel: string }>) => {
  const [method, end] = requests[asked.do];
  const bodies = new Map<string, object>([
    ['enter', { carrier: 'ups', trackingNumber: asked.parcel }],
    ['stop', { reason: 'By telephone.' }],
    ['resolve', { outcome: 'not-placed', reason: 'By telephone.' }],
    ['note', { outcome: 'noted', reason: 'By telephone.' }],
  ]);
  const path = `${pathOf(asked.store)}/purchase-orders/${asked.poNumber}${end}${asked.do === 'take-back' ? asked.parcel : ''}`;
  const body = bodies.get(asked.do);
  const answered = await to.ask(method, path, body === undefined ? {} : { body });
  expect(api.numberAnswers(model, asked), JSON.stringify([asked, answered.body])).toContainEqual(answerOf(answered));
  see(`${asked.do} ${kindOf(answered)}`);
  const po = api.numbered(model, asked.store, asked.poNumber);
  if (po === undefined || answered.status > 201) return;
  if (asked.do === 'enter') po.parcels.add(asked.parcel);
  if (asked.do === 'take-back') po.parcels.delete(asked.parcel);
  expect(answered.body).toMatchObject({ storeId: po.store, orderId: po.orderId, itemId: po.itemId, mode: po.mode });
};

const listStep = async (to: Service, model: api.Model, store: string, limit: number): Promise<void> => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { limit: String(limit), ...(cursor === null ? {} : { cursor }) };
    const { body } = await to.ask('GET', `${pathOf(store)}/purchase-orders`, { query });
    if (body.nextCursor !== null) expect(body.items).toHaveLength(limit);
    seen.push(...body.items.map((po: { poNumber: string }) => po.poNumber));
    cursor = body.nextCursor;
  } while (cursor !== null);
  const own = model.pos.filter((po) => po.store === store && po.code === null).map(({ poNumber }) => poNumber);
  expect(seen.toSorted()).toEqual(own.toSorted());
};

/** What has been answered in all, so that a run in which little happens is no proof. */
const seen = new Map<string, number>();
const see = (kind: string): void => void seen.set(kind, (seen.get(kind) ?? 0) + 1);
const needed = [
  'put 201',
  'put 200',
  'submit 201',
  'submit rejected-by-distributor',
  'submit purchase-order-exists',
  'submit po-number-taken',
  'submit not-eligible',
  'submit idempotency-key-reused',
  'submit replayed',
  'look 200',
  'erase',
];
const neededInMany = ['enter 201', 'put stale-revision', 'look rejected-by-distributor', 'take-back 200'];

const take = async (to: Service, model: api.Model, step: api.Step): Promise<void> => {
  if (step.do === 'put') {
    const answered = await to.ask('PUT', orderPath(step), { body: putBody(step) });
    see(`put ${kindOf(answered)}`);
    return expect(answerOf(answered), JSON.stringify(step)).toEqual(api.putAnswer(model, step));
  }
  if (step.do === 'submit') return submitStep(to, model, step);
  if (step.do === 'list') return listStep(to, model, step.store, step.limit);
  if (step.do === 'mode') {
    const body = { testMode: step.isTest };
    expect((await to.ask('PUT', `${pathOf(step.store)}/distributors/${step.slug}`, { body })).status).toBe(200);
    return api.setMode(model, step);
  }
  if (step.do !== 'erase') return numberStep(to, model, step);
  const { status } = await to.ask('DELETE', `${orderPath(step)}/customer`);
  const order = api.orderOf(model, step);
  expect(status < 300, JSON.stringify([step, status])).toBe(order !== undefined);
  if (order === undefined) return;
  see('erase');
  order.isErased = true;
};

/** What each distributor holds is what callers were told, in the mode that they were told, and each thing once. */
const checkHeld = (to: Service, model: api.Model): void => {
  for (const slug of api.slugs) {
    const held = to.ordersAt(slug).map(({ poNumber, mode }) => [poNumber, mode]);
    const told = model.pos
      .filter((po) => po.slug === slug && po.code === null)
      .map(({ poNumber, mode }) => [poNumber, mode]);
    expect(held.toSorted()).toEqual(told.toSorted());
  }
};

const checkItems = async (to: Service, model: api.Model): Promise<void> => {
  for (const po of model.pos.filter(({ code }) => code === null)) {
    const { body } = await to.ask('GET', orderPath(po));
    const item = body.items.find(({ itemId }: { itemId: string }) => itemId === po.itemId);
    const shown = po.mode === 'live' ? item.purchaseOrder : item.testPurchaseOrder;
    expect([po.poNumber, shown?.poNumber]).toEqual([po.poNumber, po.poNumber]);
  }
};

const hour = 3600;
const runs = Number(process.env.MODEL_RUNS ?? 8);

it('answers every sequence of calls as the contract says, with whatever names, and holds what it has told', async () => {
  const property = fc.asyncProperty(fc.noBias(api.steps), async (steps) => {
    const [to, model] = [await configured(), api.newModel()];
    for (const step of steps) await take(to, model, step);
    checkHeld(to, model);
    await checkItems(to, model);
  });
  const seed = process.env.MODEL_SEED === undefined ? { seed: 4 } : { seed: Number(process.env.MODEL_SEED) };
  await fc.assert(property, { numRuns: runs, ...seed });
  expect([...seen.keys()]).toEqual(expect.arrayContaining([...needed, ...(runs < 100 ? [] : neededInMany)]));
}, 3_600_000);
