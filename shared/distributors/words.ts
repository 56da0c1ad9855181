import {
  fieldIn,
  fieldOf,
  isListName,
  isNamedIn,
  isValueName,
  isWordName,
  isWrapping,
  plainName,
  wordNames,
} from './word-names.ts';

/** How many words of a distributor are gathered, and how much of each: more is a page, not a reason. */
const mostWords = 20;
const mostOfEach = 1_000;
const mostEntries = 50;
const deepest = 6;

/** Words as they are shown, each with the field that it is about, and without that name: as they were said. */
type Words = Map<string, string>;
type Fields = readonly (readonly [name: string, value: unknown])[];

/**
 * The words of an answer, wherever common clients and frameworks have seen them: a text, `message`, `error` as a text or an
 * object, `errors` as a list or a map of lists, or a bare map of lists. Each once, the general before the particular.
 */
export const wordsIn = (json: unknown): readonly string[] => [...gathered(json).keys()];

/** The words in a body that is no JSON, when it is not a page for people either. */
const plainWordsIn = (text: string): readonly string[] => {
  const start = text.slice(0, mostOfEach).trim();
  return start === '' || start.includes('<') || start.startsWith('{') || start.startsWith('[') ? [] : [start];
};

type Body = { readonly json: unknown; readonly text: string };

/** The words of an answer, be it JSON or plain. */
export const wordsOf = ({ json, text }: Body): readonly string[] =>
  json === undefined ? plainWordsIn(text) : wordsIn(json);

/** The same without the names of fields, which would be taken for words: `stock_number` says nothing of the stock. */
export const saidOf = ({ json, text }: Body): readonly string[] =>
  json === undefined ? plainWordsIn(text) : [...gathered(json).values()];

const gathered = (json: unknown): Words => {
  const words: Words = new Map();
  gather(json, deepest, words);
  return words;
};

const fieldsOf = (json: object): Fields => Object.entries(json).slice(0, mostEntries);

const isMap = (json: unknown): json is object => typeof json === 'object' && json !== null && !Array.isArray(json);

const add = (shown: string, said: string, words: Words): void => {
  if (shown !== '' && words.size < mostWords && !words.has(shown)) words.set(shown, said);
};

/** Where a thing stands: under a name for words, in a list of complaints, or anywhere. */
type Place = 'anywhere' | 'below-name' | 'in-list';

const gather = (json: unknown, depth: number, words: Words, place: Place = 'anywhere'): void => {
  if (typeof json === 'string') {
    const word = json.slice(0, mostOfEach).trim();
    add(word, word, words);
  } else if (Array.isArray(json) && depth > 0)
    for (const one of json.slice(0, mostEntries))
      gather(one, depth - 1, words, place === 'anywhere' ? place : 'in-list');
  else if (isMap(json) && depth > 0) gatherFields(fieldsOf(json), depth - 1, words, place);
};

const gatherFields = (fields: Fields, depth: number, words: Words, place: Place): void => {
  const told = wordNames.flatMap((wanted) => fields.filter(([name]) => plainName(name) === wanted));
  const [lists, texts] = [told.filter(([name]) => isListName(name)), told.filter(([name]) => !isListName(name))];
  gatherOf(fieldOf(fields, place === 'in-list'), texts, depth, words);
  for (const [, value] of lists) gatherAll(value, depth, words);
  if (told.length > 0) gatherWrappedLists(fields, depth, words);
  else gatherBare(fields, depth, words, place);
};

/** What is wrapped beside words may be our own request: of it only lists of complaints count. */
const gatherWrappedLists = (fields: Fields, depth: number, words: Words): void => {
  const wrapped = fields.flatMap(([name, value]) => (isWrapping(name) && isMap(value) ? fieldsOf(value) : []));
  for (const [name, value] of wrapped) if (isListName(name)) gatherAll(value, depth - 1, words);
};

/** Without any name for words: a text of its own, complaints by field with nothing around them, or all that in a wrapping. */
const gatherBare = (fields: Fields, depth: number, words: Words, place: Place): void => {
  if (place === 'below-name')
    for (const [name, value] of fields) if (isValueName(name)) gather(value, depth, words, place);
  gatherByField(fields, depth, words);
  const isFailure = fields.some(saysFailure);
  for (const [name, value] of fields)
    if (isWrapping(name) && isMap(value)) (isFailure ? gatherAll : gather)(value, depth, words);
};

const saysFailure = ([name, value]: Fields[number]): boolean =>
  (plainName(name) === 'status' && typeof value === 'string' && /^(?:fail|error)/i.test(value)) ||
  (plainName(name) === 'success' && value === false);

const gatherByField = (fields: Fields, depth: number, words: Words): void => {
  for (const [name, value] of fields)
    if (isListOfTexts(value)) gatherOf(fieldIn(name), [[name, value]], depth, words);
    else if (Array.isArray(value) && depth > 0)
      for (const one of value.slice(0, mostEntries)) if (isMap(one)) gatherByField(fieldsOf(one), depth - 2, words);
};

/** Below `errors` every name is that of a field, and every text a complaint. */
const gatherAll = (value: unknown, depth: number, words: Words): void => {
  if (!isMap(value) || hasWordName(value)) gather(value, depth, words, 'in-list');
  else for (const [name, one] of fieldsOf(value)) gatherOf(fieldIn(name), [[name, one]], depth, words);
};

/** What is said of a field, with the field's name before it where none of the words name it. */
const gatherOf = (field: string, told: Fields, depth: number, words: Words): void => {
  const inner: Words = new Map();
  for (const [, value] of told) gather(value, depth, inner, 'below-name');
  const isNamed = [...inner].some(([shown, said]) => shown !== said || isNamedIn(field, said));
  const [first, ...more] = [...inner];
  if (first !== undefined) add(isNamed ? first[0] : `${field}: ${first[1]}`, first[1], words);
  for (const [shown, said] of more) add(shown, said, words);
};

/** A map of lists is one by field, whatever the fields are called. */
const hasWordName = (value: object): boolean => {
  const fields = fieldsOf(value);
  return fields.some(([name]) => isWordName(name)) && !fields.every(([, told]) => isListOfTexts(told));
};

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.slice(0, mostEntries).every((one) => typeof one === 'string');
