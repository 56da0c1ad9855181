/** How many words of a distributor are gathered, and how much of each: more is a page, not a reason. */
const mostWords = 20;
const mostOfEach = 1_000;
const mostEntries = 50;
const deepest = 6;

/** The names of lists and maps of complaints. */
const listNames = ['errors', 'details', 'messages', 'errormessages', 'modelstate', 'violations', 'failures'] as const;

/** The names under which one complaint of a list says what field it is about. */
const fieldNames = ['field', 'fieldname', 'field_name', 'property', 'propertypath', 'param', 'attribute'] as const;

/** The names under which frameworks put what is wrong with no field in particular. */
const noFields = ['base', 'all', 'general', 'global', 'nonfielderrors'] as const;

const isOneOf = (names: readonly string[], name: string): boolean =>
  names.some((known) => known === name.toLowerCase());

/** The names under which words stand, whatever case they are in, the most general first. */
const names = [
  'message',
  'msg',
  'status_message',
  'statusmessage',
  'errormsg',
  'error_msg',
  'errormessage',
  'error_message',
  'errortext',
  'error_text',
  'errordescription',
  'exceptionmessage',
  'faultstring',
  'moreinformation',
  'fault',
  'error',
  'error_description',
  'title',
  'detail',
  'description',
  'reason',
  'text',
  'code',
  'mainframeerrors',
  ...listNames,
] as const;

/** What an answer may be wrapped in. */
const wrappings = ['data', 'response', 'result', 'body'] as const;

/**
 * The words of an answer, wherever common clients and frameworks have seen them: a text, `message`, `error` as a text or an
 * object, `errors` as a list or a map of lists, or a bare map of lists. Each once, the general before the particular.
 */
export const wordsIn = (json: unknown): readonly string[] => {
  const words = new Set<string>();
  gather(json, deepest, words);
  return [...words];
};

/** The words in a body that is no JSON, when it is not a page for people either. */
const plainWordsIn = (text: string): readonly string[] => {
  const start = text.slice(0, mostOfEach).trim();
  return start === '' || start.includes('<') || start.startsWith('{') || start.startsWith('[') ? [] : [start];
};

/** The words of an answer, be it JSON or plain. */
export const wordsOf = ({ json, text }: { readonly json: unknown; readonly text: string }): readonly string[] =>
  json === undefined ? plainWordsIn(text) : wordsIn(json);

const add = (text: string, words: Set<string>): void => {
  const word = text.slice(0, mostOfEach).trim();
  if (word !== '' && words.size < mostWords) words.add(word);
};

const gather = (json: unknown, depth: number, words: Set<string>): void => {
  if (typeof json === 'string') add(json, words);
  else if (Array.isArray(json) && depth > 0)
    for (const one of json.slice(0, mostEntries)) gather(one, depth - 1, words);
  else if (typeof json === 'object' && json !== null && depth > 0) gatherFields(json, depth, words);
};

const gatherFields = (json: object, depth: number, words: Set<string>): void => {
  const fields = Object.entries(json).slice(0, mostEntries);
  const told = names.flatMap((wanted) => fields.filter(([name]) => name.toLowerCase() === wanted));
  const about: unknown = fields.find(([name]) => isOneOf(fieldNames, name))?.[1];
  const field = typeof about === 'string' ? about.slice(0, 60) : '';
  for (const [name, value] of told) {
    if (isOneOf(listNames, name)) gatherAll(value, depth - 1, words);
    else gatherOf(field, value, depth - 1, words);
  }
  if (told.length > 0) return;
  // Complaints by field, with nothing around them.
  for (const [, value] of fields) if (isListOfTexts(value)) gather(value, depth - 1, words);
  for (const [name, value] of fields)
    if (isOneOf(wrappings, name) && typeof value === 'object' && !Array.isArray(value)) gather(value, depth - 1, words);
};

/** Below `errors` every name is that of a field, and every text a complaint. */
const gatherAll = (value: unknown, depth: number, words: Set<string>): void => {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value) && !hasKnownName(value);
  if (!isMap) gather(value, depth, words);
  else for (const [name, one] of Object.entries(value).slice(0, mostEntries)) gatherOf(name, one, depth, words);
};

/** `shipZip`, `ship_zip` and "The ship zip …" name the same field. */
const lettersOf = (text: string): string => text.replace(/[^a-z]/gi, '').toLowerCase();

/** What is said of a field, with the field's name where the words do not name it. Not where it may be our own request that is echoed. */
const gatherOf = (field: string, value: unknown, depth: number, words: Set<string>): void => {
  const said = new Set<string>();
  gather(value, depth, said);
  // Of `order.ship_zip` the last; a number in a list names none.
  const name = lettersOf(field.slice(field.lastIndexOf('.') + 1));
  const isNamed = (word: string): boolean => name === '' || isOneOf(noFields, name) || lettersOf(word).includes(name);
  for (const word of said) add(isNamed(word) ? word : `${field}: ${word}`, words);
};

const hasKnownName = (value: object): boolean => Object.keys(value).some((name) => isOneOf(names, name));

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.slice(0, mostEntries).every((one) => typeof one === 'string');
