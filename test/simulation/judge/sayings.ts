/** What an answer, a webhook or a mail says of purchase orders. */
export type Word = 'open' | 'accepted' | 'refused' | 'person';
export type Saying = {
  readonly poNumber: string;
  readonly word: Word;
  /** Whose item it is, where that is said. */
  readonly item: string | null;
  readonly mode: string | null;
  readonly quantity: number | null;
  readonly city: string | null;
  /** The tracking numbers that it tells. */
  readonly numbers: readonly string[];
};

const words: Readonly<Record<string, Word>> = {
  submitting: 'open',
  'in-doubt': 'open',
  'needs-person': 'person',
  accepted: 'accepted',
  'partly-shipped': 'accepted',
  shipped: 'accepted',
  'tracking-stopped': 'accepted',
};

const field = (value: object, name: string): unknown => Reflect.get(value, name);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const numbersIn = (value: object): readonly string[] => {
  const shipments = field(value, 'shipments');
  return Array.isArray(shipments)
    ? shipments.flatMap((each) => (isObject(each) ? [String(field(each, 'trackingNumber'))] : []))
    : [];
};

const itemIn = (value: object): string | null => {
  const ids = ['storeId', 'orderId', 'itemId'].map((name) => text(field(value, name)));
  return ids.includes(null) ? null : ids.join('/');
};

const sayingOf = (value: object): Saying | null => {
  const poNumber = text(field(value, 'poNumber'));
  const status = field(value, 'status');
  const word = typeof status === 'string' ? words[status] : undefined;
  // Its words may have been erased; the code of the refusal stays.
  const isRefusal = 'distributorMessage' in value && typeof field(value, 'code') === 'string';
  if (poNumber === null || (word === undefined && !isRefusal)) return null;
  const shipTo = field(value, 'shipTo');
  const quantity = field(value, 'quantity');
  return {
    poNumber,
    word: word ?? 'refused',
    item: itemIn(value),
    mode: text(field(value, 'mode')),
    quantity: typeof quantity === 'number' ? quantity : null,
    city: isObject(shipTo) ? text(field(shipTo, 'city')) : null,
    numbers: numbersIn(value),
  };
};

/** Everything that stands in a body, wherever in it. */
export const sayingsIn = (body: unknown): readonly Saying[] => {
  if (Array.isArray(body)) return body.flatMap(sayingsIn);
  if (!isObject(body)) return [];
  const own = sayingOf(body);
  return [...(own === null ? [] : [own]), ...Object.values(body).flatMap(sayingsIn)];
};

/** Every store that a body names. */
export const storesIn = (body: unknown): readonly string[] => {
  if (Array.isArray(body)) return body.flatMap(storesIn);
  if (!isObject(body)) return [];
  const own = text(field(body, 'storeId'));
  return [...(own === null ? [] : [own]), ...Object.values(body).flatMap(storesIn)];
};
