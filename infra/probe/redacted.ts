/** What a value looks like without what it says: every digit a 9, every letter an A or a, the marks between them as they are. */
export const formOf = (text: string): string => {
  const form = [...text.slice(0, longest)].map(charOf).join('');
  return text.length > longest ? `${form}…` : form;
};

const longest = 40;

const charOf = (char: string): string => {
  if (/\d/.test(char)) return '9';
  if (/[A-Z]/.test(char)) return 'A';
  if (/[a-z]/.test(char)) return 'a';
  return /^[ -~]$/.test(char) ? char : '?';
};

/** A name in an answer, unless it may be a value that somebody used as one. */
export const nameOf = (name: string): string => (/^[A-Za-z_]{1,40}\d?$/.test(name) ? name : `(${formOf(name)})`);

/** How many entries of a list are looked at. */
export const mostEntries = 50;

/** An answer without a single value: the same names and lists, of each list no two entries that look the same. */
export const shapeOf = (json: unknown): unknown => {
  if (Array.isArray(json)) {
    const shapes = new Map(json.slice(0, mostEntries).map((one) => [JSON.stringify(shapeOf(one)), shapeOf(one)]));
    return [...shapes.values()];
  }
  if (typeof json === 'object' && json !== null)
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [nameOf(name), shapeOf(value)]));
  if (typeof json === 'string') return formOf(json);
  return json === null ? null : typeof json;
};
