import fc from 'fast-check';
import { prototypeNames } from '../prototype-names.ts';

/**
 * What callers are promised, as `api.md` says it and nothing else: made without the service's source. It knows what a caller has asked
 * so far, and says which answers are right now; where the contract leaves two open, both are.
 */
export const stores = ['prototype', 'constructor'] as const;
const ids = [...prototypeNames, '1', '.-', '..-', '-1', 'A', 'a'] as const;
const numbers = ['PROTOTYPE', '-', 'CONSTRUCTOR'] as const;
/** Valid numbers of UPS. */
const parcels = ['1Z5R89390357567127', '1Z12345E6605272234', '1Z879E930346834440'] as const;
const parts = {
  '26-1772': null,
  'UNKNOWN-1': 'unknown-part',
  'NOSTOCK-1': 'out-of-stock',
  'PAY-1': 'payment',
  'DENY-1': 'not-allowed',
} as const;
export const slugs = ['parts-unlimited', 'wps', 'tucker-rocky', 'automatic'] as const;

const store = fc.constantFrom(...stores);
/** Mostly one of a few, so that calls meet. */
const orderId = fc.constantFrom(...ids.slice(0, 2));
const itemId = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...ids.slice(0, 3)) },
  { weight: 1, arbitrary: fc.constantFrom(...ids) },
);
const poNumber = fc.constantFrom(...numbers);
const place = { store, orderId };
const item = fc.record({
  itemId,
  slug: fc.constantFrom(...slugs),
  part: fc.constantFrom(...(Object.keys(parts) as (keyof typeof parts)[]), '26-1772', '26-1772', '26-1772'),
  isMarked: fc.constantFrom(true, true, true, false),
});

const items = fc.uniqueArray(item, { selector: (each) => each.itemId, minLength: 3, maxLength: 8, size: 'max' });
const put = fc.record({
  do: fc.constant('put' as const),
  ...place,
  revision: fc.integer({ min: 1, max: 6 }),
  status: fc.constantFrom('New' as const, 'New' as const, 'New' as const, 'Cancelled' as const),
  items,
});
const submit = fc.record({
  do: fc.constant('submit' as const),
  ...place,
  itemId,
  poNumber: fc.oneof(poNumber, poNumber, fc.constant(null)),
  key: fc.constantFrom('k1', '__proto__', null, null, null, null),
});
const onNumber = fc.record({
  do: fc.constantFrom(
    'look',
    'cancel',
    'enter',
    'enter',
    'take-back',
    'take-back',
    'stop',
    'resume',
    'resolve',
    'note',
  ),
  store,
  poNumber,
  parcel: fc.constantFrom(...parcels.slice(0, 1), ...parcels),
});
const mode = fc.record({
  do: fc.constant('mode' as const),
  store,
  slug: fc.constantFrom('parts-unlimited' as const, 'tucker-rocky' as const, 'automatic' as const),
  isTest: fc.boolean(),
});
const erase = fc.record({ do: fc.constant('erase' as const), ...place });
const list = fc.record({ do: fc.constant('list' as const), store, limit: fc.integer({ min: 1, max: 3 }) });

/** Every order is there at first. */
const firstPuts = stores.flatMap((store) =>
  ids.slice(0, 2).map((id) =>
    fc.record({
      do: fc.constant('put' as const),
      store: fc.constant(store),
      orderId: fc.constant(id),
      revision: fc.constant(1),
      status: fc.constant('New' as const),
      items,
    }),
  ),
);

const step = fc.oneof(
  { weight: 2, arbitrary: put },
  { weight: 12, arbitrary: submit },
  { weight: 9, arbitrary: onNumber },
  { weight: 1, arbitrary: mode },
  { weight: 1, arbitrary: erase },
  { weight: 1, arbitrary: list },
);
export const steps = fc
  .tuple(fc.tuple(...firstPuts), fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }))
  .map(([first, then]) => [
    ...first,
    ...then.flatMap((each) => (each.do === 'submit' && each.key ? [each, each] : [each])),
  ]);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Put = Extract<Step, { do: 'put' }>;
export type Submit = Extract<Step, { do: 'submit' }>;
type Item = Put['items'][number];
type Mode = 'live' | 'test';

type Order = {
  revision: number;
  status: Put['status'];
  isErased: boolean;
  items: Map<string, Item & { gone: boolean }>;
};
export type Po = {
  readonly store: string;
  readonly orderId: string;
  readonly itemId: string;
  readonly poNumber: string;
  readonly slug: Item['slug'];
  readonly mode: Mode;
  readonly code: string | null;
  readonly parcels: Set<string>;
};
export type Answer = { readonly status: number; readonly slug?: string };
type Kept = { readonly request: string; readonly answer: Answer; readonly end: Answer };

export const newModel = () => ({
  orders: new Map<string, Order>(),
  pos: [] as Po[],
  inTest: new Set<string>(),
  kept: new Map<string, Kept>(),
});
export type Model = ReturnType<typeof newModel>;

const named = (...names: readonly string[]): string => JSON.stringify(names);
export const orderOf = (model: Model, { store, orderId }: { store: string; orderId: string }) =>
  model.orders.get(named(store, orderId));
export const numbered = (model: Model, store: string, poNumber: string) =>
  model.pos.find((po) => po.store === store && po.poNumber === poNumber);
const modeOf = (model: Model, store: string, slug: string): Mode =>
  model.inTest.has(named(store, slug)) ? 'test' : 'live';

/** An answer that is right: a status, and where it is a problem its type’s last word. */
const right = (status: number, slug?: string): Answer => (slug === undefined ? { status } : { status, slug });

export const putAnswer = (model: Model, asked: Put): Answer => {
  const before = orderOf(model, asked);
  if (before !== undefined && asked.revision < before.revision) return right(409, 'stale-revision');
  const items: Order['items'] = new Map(asked.items.map((each) => [each.itemId, { ...each, gone: false }]));
  for (const [id, old] of before?.items ?? []) {
    const hadAttempt = model.pos.some(
      (po) => po.store === asked.store && po.orderId === asked.orderId && po.itemId === id,
    );
    if (!items.has(id) && hadAttempt) items.set(id, { ...old, gone: true });
  }
  const isErased = before?.isErased === true && asked.revision <= before.revision;
  model.orders.set(named(asked.store, asked.orderId), {
    revision: asked.revision,
    status: asked.status,
    isErased,
    items,
  });
  return right(before === undefined ? 201 : 200);
};

const standing = (model: Model, { store, orderId, itemId }: Omit<Submit, 'do' | 'poNumber' | 'key'>, mode: Mode) =>
  model.pos.find(
    (po) =>
      po.store === store && po.orderId === orderId && po.itemId === itemId && po.mode === mode && po.code === null,
  );

/** A number is used up in its store, and at its account whichever store used it: the two stores here have one account. */
const isTaken = (model: Model, store: string, poNumber: string, slug: string, mode: Mode): boolean =>
  model.pos.some((po) => po.poNumber === poNumber && (po.store === store || (po.slug === slug && po.mode === mode)));

/** Why the dialog does not allow it; null = it does. */
export const objections = (model: Model, asked: Omit<Submit, 'do' | 'poNumber' | 'key'>): readonly Answer[] => {
  const order = orderOf(model, asked);
  const item = order?.items.get(asked.itemId);
  if (order === undefined || item === undefined) return [right(404, 'not-found')];
  const mode = modeOf(model, asked.store, item.slug);
  return [
    ...(standing(model, asked, mode) === undefined ? [] : [right(409, 'purchase-order-exists')]),
    ...(order.status === 'New' && item.isMarked && !item.gone ? [] : [right(422, 'not-eligible')]),
    ...(item.gone ? [right(404, 'not-found')] : []),
    ...(order.isErased ? [right(422, 'not-eligible'), right(422, 'does-not-fit')] : []),
  ];
};

/** The answers to a submit of which one must come, first without any `Idempotency-Key`. */
const freshAnswers = (model: Model, asked: Submit): readonly Answer[] => {
  const objected = objections(model, asked);
  const item = orderOf(model, asked)?.items.get(asked.itemId);
  if (item === undefined) return objected;
  const mode = modeOf(model, asked.store, item.slug);
  const taken =
    asked.poNumber !== null && isTaken(model, asked.store, asked.poNumber, item.slug, mode)
      ? [right(409, 'po-number-taken')]
      : [];
  if (objected.length + taken.length > 0) return [...objected, ...taken];
  return [right(202), parts[item.part] === null ? right(201) : right(422, 'rejected-by-distributor')];
};

const keptFor = (model: Model, { store, key }: Submit) =>
  key === null ? undefined : model.kept.get(named(store, key));
const requestOf = ({ orderId, itemId, poNumber }: Submit): string => JSON.stringify([orderId, itemId, poNumber]);

export const submitAnswers = (model: Model, asked: Submit): { answers: readonly Answer[]; isReplay: boolean } => {
  const kept = keptFor(model, asked);
  if (kept === undefined) return { answers: freshAnswers(model, asked), isReplay: false };
  if (kept.request !== requestOf(asked)) return { answers: [right(422, 'idempotency-key-reused')], isReplay: false };
  // What was not known yet is answered as it is today.
  return { answers: kept.answer.status === 202 ? [right(201), right(202), kept.end] : [kept.answer], isReplay: true };
};

/** Whether the distributor says no to the part of this item. */
export const isRefused = (model: Model, asked: Submit): boolean => {
  const item = orderOf(model, asked)?.items.get(asked.itemId);
  return item !== undefined && parts[item.part] !== null;
};

/** The submit was answered so, under this number: nothing that was claimed is forgotten. */
export const submitted = (model: Model, asked: Submit, answer: Answer, poNumber: string | null): void => {
  const end = isRefused(model, asked) ? right(422, 'rejected-by-distributor') : right(202);
  if (asked.key !== null && keptFor(model, asked) === undefined)
    model.kept.set(named(asked.store, asked.key), { request: requestOf(asked), answer, end });
  const item = orderOf(model, asked)?.items.get(asked.itemId);
  if (poNumber === null || item === undefined) return;
  const { store, orderId, itemId } = asked;
  const mode = modeOf(model, store, item.slug);
  model.pos.push({
    store,
    orderId,
    itemId,
    poNumber,
    slug: item.slug,
    mode,
    code: parts[item.part],
    parcels: new Set(),
  });
};

export const setMode = (model: Model, { store, slug, isTest }: Extract<Step, { do: 'mode' }>): void => {
  if (isTest) model.inTest.add(named(store, slug));
  else model.inTest.delete(named(store, slug));
};

/** What is right for whatever is asked of one number. */
export const numberAnswers = (model: Model, asked: Extract<Step, { parcel: string }>): readonly Answer[] => {
  const po = numbered(model, asked.store, asked.poNumber);
  if (asked.do === 'cancel') return [right(405, 'cancel-not-supported'), ...(po ? [] : [right(404, 'not-found')])];
  if (po === undefined) return [right(404, 'not-found')];
  if (po.code !== null) return [right(410, 'rejected-by-distributor'), ...(asked.do === 'look' ? [] : refused)];
  const isKnown = po.parcels.has(asked.parcel);
  if (asked.do === 'enter') return [right(isKnown ? 200 : 201)];
  if (asked.do === 'take-back') return [isKnown ? right(200) : right(404, 'not-found')];
  if (asked.do === 'resolve') return [right(409, 'nothing-to-resolve')];
  if (asked.do === 'note') return [right(200), right(409, 'nothing-to-resolve')];
  return [right(200)];
};
/** Of a number that was refused the contract says how it is read, not what else it answers. */
const refused = [right(404, 'not-found'), right(409, 'nothing-to-resolve'), right(409, 'not-accepted')];
