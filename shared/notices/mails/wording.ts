/** Controls, and everything that turns the direction of text around: nobody needs them in a name, and they hide what is written. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** Where mail programs see a web or mail address: `://`, `@`, and a dot (of any script) before a letter. */
const linkish = /(?<=\S)(?::(?=\/\/)|@(?=\S)|[.\u3002\uff0e\uff61](?=\p{L}))/gu;

/**
 * What a customer, a store or a distributor has written, made fit for a mail: one line, no hidden characters, at most `most`
 * characters. An address in it stays readable and is no link: a zero-width space before its `:`, `@` and dots keeps mail
 * programs from making one.
 */
export const shown = (written: string, most = 200): string =>
  shorten(oneLine(written), most).replace(linkish, '\u200b$&');

/** The same, as a header may hold it: nothing is a link there. */
export const oneLine = (written: string): string =>
  written.toWellFormed().replace(invisible, ' ').replace(/\s+/g, ' ').trim();

/** Cut short behind a whole character. */
export const shorten = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/** A page of the web as it may be linked and written: one word of plain ASCII; null when it is none. */
export const webPage = (url: string): string | null =>
  /^https:\/\/[\x21-\x7e]{1,1000}$/.test(url) && URL.canParse(url) ? url : null;
