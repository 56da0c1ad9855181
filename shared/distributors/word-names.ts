/** Under which names answers say what is wrong, and with which field. Namespaces, case, dashes and underscores are none of a name. */

/** Longer names are none that is known. */
const longestName = 200;

export const plainName = (name: string): string =>
  name
    .slice(-longestName)
    .replace(/^.*[:}]/, '')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** Lists and maps of complaints. */
const lists = [
  'errors',
  'details',
  'messages',
  'errormessages',
  'errordetails',
  'errorlist',
  'fielderrors',
  'globalerrors',
  'formerrors',
  'usererrors',
  'validationerrors',
  'validationmessages',
  'fieldviolations',
  'violations',
  'invalidparams',
  'issues',
  'modelstate',
  'failures',
] as const;

/** The names under which words stand, the most general first. */
export const wordNames: readonly string[] = [
  'message',
  'msg',
  'statusmessage',
  'errormsg',
  'errormessage',
  'errortext',
  'errordescription',
  'exceptionmessage',
  'defaultmessage',
  'faultstring',
  'moreinformation',
  'fault',
  'error',
  'title',
  'detail',
  'description',
  'reason',
  'text',
  'code',
  'mainframeerrors',
  ...lists,
];

/** Where a message is an object of its own, its text stands under one of these. */
const values = ['value', 'content', ''] as const;

/** What an answer may be wrapped in. */
const wrappings = ['data', 'response', 'result', 'body', 'envelope', 'embedded'] as const;

/** The names under which one complaint says what field it is about; the others mean that only within a list of complaints. */
const fields = ['field', 'fieldname', 'property', 'propertypath', 'propertyname', 'param', 'attribute'] as const;
const fieldsInList = [
  'loc',
  'attr',
  'pointer',
  'source',
  'path',
  'instancepath',
  'datapath',
  'errorpath',
  'parameter',
  'target',
  'fields',
  'membernames',
] as const;

/** The names under which frameworks put what is wrong with no field in particular. */
const noFields = ['base', 'all', 'general', 'global', 'nonfielderrors'] as const;

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(plainName(name));
export const isListName = (name: string): boolean => isOneOf(lists, name);
export const isWordName = (name: string): boolean => isOneOf(wordNames, name);
export const isValueName = (name: string): boolean => isOneOf(values, name);
export const isWrapping = (name: string): boolean => isOneOf(wrappings, name);

/** Parts of a path to a field that only say where the field stands. */
const around = new Set(['', '#', '$', 'data', 'attributes', 'body', 'query', 'input']);
const longestField = 60;

/** A path to a field, as common frameworks write it: `order.zip`, `["body","zip"]`, `{"pointer":"/data/attributes/zip"}`. */
export const fieldIn = (path: unknown): string => {
  if (Array.isArray(path)) return fieldIn(path.slice(0, 10).filter(isPartOfPath).join('.'));
  if (typeof path === 'object' && path !== null) return fieldIn(Object.values(path).find(isPartOfPath));
  if (typeof path !== 'string') return '';
  const parts = path.slice(0, 4 * longestField).split(/[./[\]]/);
  return parts
    .filter((part) => !around.has(part))
    .join('.')
    .slice(0, longestField);
};
const isPartOfPath = (part: unknown): boolean => typeof part === 'string' || typeof part === 'number';

/** A number that says which complaint of a list it is names no field; nor does the name of an error. */
const isName = (text: unknown): boolean => typeof text === 'string' && /^[a-z][\w.[\]-]{0,59}$/.test(text);

/** What field a complaint says that it is about; empty where it says none. */
export const fieldOf = (complaint: readonly (readonly [string, unknown])[], inList: boolean): string => {
  const named = complaint.find(([name, value]) => isOneOf(fields, name) && fieldIn(value) !== '');
  const pointed = inList ? complaint.find(([name]) => isOneOf(fieldsInList, name)) : undefined;
  const called = inList ? complaint.find(([name, value]) => plainName(name) === 'name' && isName(value)) : undefined;
  return fieldIn((named ?? pointed ?? called)?.[1]);
};

const lettersOf = (text: string): string => text.replace(/[^a-z]/gi, '').toLowerCase();

/** Whether words name a field themselves: `shipZip`, `ship_zip` and "The ship zip …" are the same one. What is about no field needs none. */
export const isNamedIn = (field: string, words: string): boolean => {
  const name = lettersOf(field.split('.').findLast((part) => lettersOf(part) !== '') ?? '');
  if (name === '' || isOneOf(noFields, name)) return true;
  return name.length < 4
    ? words
        .toLowerCase()
        .split(/[^a-z]/)
        .includes(name)
    : lettersOf(words).includes(name);
};
