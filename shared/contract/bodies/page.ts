import * as v from 'valibot';

/** A number in a query. */
const Limit = v.pipe(
  v.string(),
  v.regex(/^([1-9]\d?|100)$/, 'Must be a whole number from 1 to 100.'),
  v.metadata({ type: 'integer', minimum: 1, maximum: 100, pattern: undefined }),
  v.transform(Number),
);

/** Every list that goes by pages. */
export const pageFields = {
  limit: v.pipe(v.optional(Limit, '50'), v.metadata({ default: 50 })),
  cursor: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~=+/-]{1,2048}$/, 'Must be the nextCursor of an earlier answer.')),
  ),
};
