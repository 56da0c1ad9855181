import * as v from 'valibot';

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
      return schema['~run'](Array.isArray(dataset.value) ? { value: null } : dataset, config);
    },
  };
};

/** No fields at all: what is taken where nothing is asked for. */
export const nothing = fields({});
