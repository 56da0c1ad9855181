import * as v from 'valibot';

type Dataset = v.OutputDataset<unknown, v.BaseIssue<unknown>>;

/** Nobody reads more of them, and a hostile body could have thousands. */
const mostUnknown = 50;

/** Valibot names the first field that is unknown and stops; whoever mends a request wants to hear of all. */
const namingAllUnknown = <D extends Dataset>(result: D, known: object, input: unknown): D => {
  const first = result.issues?.find(({ expected, path }) => expected === 'never' && path?.length === 1);
  const at = first?.path?.[0];
  if (first === undefined || at?.type !== 'object' || typeof input !== 'object' || input === null) return result;
  const others = Object.entries(input).filter(([key]) => !(key in known) && key !== at.key);
  for (const [key, value] of others.slice(0, mostUnknown)) {
    result.issues?.push({ ...first, input: value, path: [{ ...at, origin: 'key', key, value }] });
  }
  return result;
};

/**
 * An object of exactly these fields: any other is refused, and so is an array (which valibot takes for an object, so
 * that `[]` would pass where every field is optional).
 */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries) => {
  // Without a prototype: `constructor` or `__proto__` in a body is a field like any other, and unknown.
  const own: Entries = Object.assign(Object.create(null), entries);
  const schema = v.strictObject(own);
  return {
    ...schema,
    '~run'(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      const input = dataset.value;
      return namingAllUnknown(schema['~run'](Array.isArray(input) ? { value: null } : dataset, config), own, input);
    },
  };
};

/** No fields at all: what is taken where nothing is asked for. */
export const nothing = fields({});
