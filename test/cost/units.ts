/** DynamoDB's own count of a row's bytes: names and values; a number half a byte a digit and one, a list three and one for each. */
export const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + 1 + bytesOf(each), 3);
  return Object.entries(value).reduce((sum, [name, each]) => sum + name.length + 1 + bytesOf(each), 3);
};

/** A read unit is 4 KiB, a write unit 1 KiB; what may lag, and whatever is read from an index, costs half. */
export const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
