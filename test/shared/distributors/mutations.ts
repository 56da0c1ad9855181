/** A small generator of chance with a seed, so that a failure comes again. */
export const chance = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { next, below, pick: <Thing>(things: readonly Thing[]): Thing => pickAt(things, below(things.length)) };
};
export type Chance = ReturnType<typeof chance>;

const pickAt = <Thing>(things: readonly Thing[], at: number): Thing => {
  for (const thing of things.slice(at)) return thing;
  throw new Error('nothing to pick from');
};

type Entry = { [name: string]: unknown };
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in a document: the object or list, and the key. */
const placesIn = (document: unknown): { holder: Entry | unknown[]; key: string }[] => {
  if (typeof document !== 'object' || document === null) return [];
  const holder = document as Entry | unknown[];
  return Object.entries(document).flatMap(([key, value]) => [{ holder, key }, ...placesIn(value)]);
};

const set = ({ holder, key }: { holder: Entry | unknown[]; key: string }, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};
const get = ({ holder, key }: { holder: Entry | unknown[]; key: string }): unknown =>
  structuredClone(Object.getOwnPropertyDescriptor(holder, key)?.value);

const strange = (random: Chance): unknown =>
  random.pick<unknown>([
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    '',
    ' ',
    'x',
    '200',
    'SUCCESSFUL',
    [],
    [[]],
    {},
    { text: {} },
    [null],
    { message: ['no'] },
  ]);
const html =
  '<div class="e"><script>alert(1)</script><p>Error &lt;b&gt;500&lt;/b&gt; <a href="https://x.example?key=1">here</a></p></div>';
const huge = 'A '.repeat(40_000);

/** Changes one thing in a document, for the worse. */
const spoil = (document: unknown, random: Chance): unknown => {
  const places = placesIn(document);
  if (places.length === 0) return random.pick<unknown>([null, [], {}, 'text', 7, document]);
  const place = random.pick(places);
  const kind = random.below(100);
  if (kind < 30) Reflect.deleteProperty(place.holder, place.key);
  else if (kind < 45) set(place, null);
  else if (kind < 75) set(place, strange(random));
  else if (kind < 85) set(place, html);
  else if (kind < 90) set(place, [get(place), get(place)]);
  else if (kind < 95) set(place, { data: get(place) });
  else if (kind < 99) set(place, get(random.pick(places)));
  else set(place, random.below(2) === 0 ? huge : Array.from({ length: 500 }, () => get(place)));
  return document;
};

/** Changes the text of a document: cut off, in another encoding, wrapped, or something else altogether. */
const garble = (text: string, random: Chance): string =>
  random.pick([
    () => text.slice(0, random.below(text.length + 1)),
    () => text.slice(random.below(text.length + 1)),
    () => Buffer.from(text, 'utf16le').toString('latin1'),
    () => Buffer.from(text, 'latin1').toString('utf8'),
    () => `\uFEFF${text}`,
    () => `<html><body><pre>${text}</pre></body></html>`,
    () => `[${text}]`,
    () => `{"data":${text}}`,
    () => text.replaceAll('"', "'"),
    () => html,
    () => '',
  ])();

/** An answer made worse in one to three ways. */
export const mutate = (json: unknown, random: Chance): string => {
  let document: unknown = structuredClone(json);
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) document = spoil(document, random);
  const text = JSON.stringify(document) ?? '';
  return random.below(6) === 0 ? garble(text, random) : text;
};

const shuffled = (entry: Entry, random: Chance): Entry =>
  Object.fromEntries(
    Object.entries(entry)
      .map((pair) => ({ pair, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ pair }) => pair),
  );

/** The same document written otherwise: more fields, another order, numbers as text. It means what it meant. */
export const rewrite = (value: unknown, random: Chance): unknown => {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, random));
  if (typeof value === 'number') return random.below(2) === 0 ? String(value) : value;
  if (!isEntry(value)) return value;
  const again = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewrite(inner, random)]));
  const more =
    random.below(2) === 0 ? {} : { [`x_${random.below(99)}`]: random.pick<unknown>([1, true, null, { a: [1] }, [{}]]) };
  return shuffled({ ...again, ...more }, random);
};
