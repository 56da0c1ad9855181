/** The letters and digits of a text. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A text of digits as a number would write it: without its leading zeros. */
export const asNumber = (text: string): string => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text);

/** What is left of a number where everybody writes case, dashes, dots, blanks and leading zeros differently. */
export const numberKey = (text: string): string => asNumber(letters(text)) || text;

/** A number as people copy it, with and without dashes and leading zeros: its letters and digits alone, upper case. */
export const bareNumber = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '')
    .replace(/^0+/, '');
