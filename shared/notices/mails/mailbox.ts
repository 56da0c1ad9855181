import { oneLine, shorten } from './wording.ts';

/** What SES takes as a bare address: no name, no second address, nothing that a header could be made of. */
const bare = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([^\s@<>()[\],;:"\\/?#%]{1,255})$/;

/** A typed e-mail address as it may be written into a header, its domain in ASCII; null when it is none or cannot be written so. */
export const mailbox = (typed: string): string | null => {
  const domain = bare.exec(typed.trim())?.[1];
  // What looks like an encoded word is read as one, though it stands where none may (RFC 2047, part 5).
  if (domain === undefined || typed.includes('=?') || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname)
    ? `${typed.trim().slice(0, -domain.length)}${hostname}`
    : null;
};

/** A header line stays far below its limit of 998. */
const longestName = 78;

/** `name <address>` for a header. What is not plain ASCII is an RFC 2047 word, the rest a quoted string. */
export const sender = (name: string, address: string): string => {
  const line = shorten(oneLine(name), longestName);
  if (line === '') return address;
  const plain = /^[\x20-\x7e]*$/.test(line) && !line.includes('=?');
  return `${plain ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line)} <${address}>`;
};

/** An encoded word holds at most 75 characters: 45 bytes of text, and only whole characters. */
const bytesInWord = 45;

const encodedWords = (text: string): string => {
  const words: string[] = [''];
  for (const character of text) {
    const longer = `${words.at(-1) ?? ''}${character}`;
    if (Buffer.byteLength(longer) > bytesInWord) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
};
