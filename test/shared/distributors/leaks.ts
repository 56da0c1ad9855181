/** The ways in which a value may be written where nobody looks for it. */
const writings = (value: string): readonly string[] => {
  const percent = encodeURIComponent(value);
  const base64 = Buffer.from(value).toString('base64');
  const json = JSON.stringify(value).slice(1, -1);
  const html = value.replace(/[&<>"'/+=]/g, (character) => `&#${character.charCodeAt(0)};`);
  return [value, percent, base64, base64.replace(/=+$/, ''), json, html].map((writing) => writing.toLowerCase());
};

/** Which of these values stand anywhere in what was said, in any encoding. */
export const leaksIn = (said: unknown, values: readonly string[]): readonly string[] => {
  const text = (typeof said === 'string' ? said : JSON.stringify(said)).toLowerCase();
  return values.filter((value) => writings(value).some((writing) => text.includes(writing)));
};
