import { examples } from '../../shared/contract/examples.ts';
import type { SeededRandom } from '../simulation/search/seeded-random.ts';
import { askable, bodyOf } from './declared.ts';
import { nearly, pathPart, queryValue, valueFor } from './values.ts';

/** A request to be sent, and the body as a value where it is JSON. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw?: string;
  readonly body?: unknown;
};

/** Names that answers have told, by the name of the parameter that takes them. */
export type Known = Map<string, string[]>;

const mostKnown = 40;

/** Remembers the ids, numbers and cursors in an answer, so that later requests ask about what there is. */
export const learn = (known: Known, answer: unknown, depth = 6): void => {
  if (typeof answer !== 'object' || answer === null || depth === 0) return;
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value === 'string' && /^(orderId|itemId|poNumber|keyId|trackingNumber|nextCursor)$/.test(name)) {
      const parameter = name === 'nextCursor' ? 'cursor' : name;
      known.set(
        parameter,
        [value, ...(known.get(parameter) ?? []).filter((each) => each !== value)].slice(0, mostKnown),
      );
    } else learn(known, value, depth - 1);
  }
};

const operationOf = (id: string) => {
  const found = askable.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
};

const bodyFor = (random: SeededRandom, id: string, key: string): unknown => {
  const declared = bodyOf(key);
  if (declared === undefined) return random.roll() < 0.95 ? undefined : random.pick([{}, { a: 1 }, []]);
  const base = random.roll() < 0.4 ? examples[id] : valueFor(random, declared.schema);
  if (random.roll() < 0.55) return base;
  return nearly(random, random.roll() < 0.2 ? nearly(random, base) : base);
};

const headersFor = (random: SeededRandom, method: string, prefer: boolean) => ({
  ...(prefer && random.roll() < 0.7
    ? { prefer: random.pick(['wait=0', 'wait=1', 'wait=25', 'wait=-1', 'wait=99999999999', 'respond-async']) }
    : {}),
  ...(method === 'POST' && random.roll() < 0.2
    ? { 'idempotency-key': random.pick(['k1', 'k2', 'k3', '__proto__', '"quoted"', 'x'.repeat(129), ' ']) }
    : {}),
  ...(random.roll() < 0.1 ? { 'x-correlation-id': random.pick(['mine', 'x'.repeat(65), 'a b', '__proto__']) } : {}),
  ...(random.roll() < 0.05 ? { 'accept-encoding': random.pick(['gzip', 'gzip;q=0', 'br, gzip;q=0.5']) } : {}),
});

/** What is sent where nothing keeps to the contract. */
const garbage = [
  '{',
  '[]',
  'null',
  '"x"',
  '{"a":1,"a":2}',
  '\u0000',
  '{"confirm":true}\u0000',
  '['.repeat(20_000),
  `{"a":"${'x'.repeat(70_000)}"}`,
] as const;

/** One request of this operation, in this store. */
export const requestOf = (
  random: SeededRandom,
  known: Known,
  storeId: string,
  id: string,
  names: Readonly<Record<string, string>> = {},
): Asked => {
  const { key, path, query, prefer } = operationOf(id);
  const [method = '', pattern = ''] = key.split(' ');
  const parts = new Map(
    path.map((name) => [
      name,
      names[name] ??
        (name === 'storeId' && random.roll() < 0.93
          ? storeId
          : name === 'distributor' && random.roll() < 0.9
            ? random.pick(['wps', 'automatic', 'tucker-rocky', 'parts-unlimited'])
            : pathPart(random, known.get(name) ?? [])),
    ]),
  );
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts.get(name) ?? '';
    return /%[0-9A-F]{2}/.test(part) ? part : encodeURIComponent(part);
  });
  const asked = query
    .filter(() => random.roll() < 0.35)
    .map((name) => `${name}=${encodeURIComponent(queryValue(random, name, known.get(name) ?? []))}`);
  const search = random.roll() < 0.02 ? '?__proto__=1&constructor=2' : asked.length === 0 ? '' : `?${asked.join('&')}`;
  const headers = headersFor(random, method, prefer);
  const roll = random.roll();
  if (roll < 0.03) return { method, path: filled + search, headers, raw: random.pick(garbage) };
  const body = bodyFor(random, id, key);
  const type =
    roll < 0.05
      ? { 'content-type': random.pick(['text/plain', 'application/xml', 'application/json; charset=latin1']) }
      : {};
  return {
    method,
    path: filled + search,
    headers: { ...headers, ...type },
    ...(body === undefined ? {} : { body, raw: JSON.stringify(body) }),
  };
};

/** One request of any operation; sometimes of none. */
export const anyRequest = (random: SeededRandom, known: Known, storeId: string): Asked => {
  if (random.roll() < 0.02) {
    const path = random.pick([
      '/',
      '/v1',
      '/v1/stores/',
      '/v2/health',
      '/v1/stores/%2e%2e/keys',
      '/v1/__proto__',
      `/v1/stores/${storeId}/orders/1/../2`,
      '/favicon.ico',
    ]);
    return { method: random.pick(['GET', 'POST', 'PATCH', 'DELETE']), path, headers: {} };
  }
  return requestOf(random, known, storeId, random.pick(askable).id);
};
