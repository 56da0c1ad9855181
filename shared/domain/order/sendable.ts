/** Control characters (line breaks too: they would end a header or a line of a mail) and halves of surrogate pairs. */
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Whether a text is one line without control characters. */
export const isOneLine = (text: string): boolean => !unwanted.test(text);

/** What is left of half a character. */
const broken = '\ufffd';

/** Why these characters are sent to nobody; null where they can be. */
export const whyUnsendable = (text: string): string | null => {
  if (!isOneLine(text)) return 'This holds a line break, a tab or another control character';
  return text.includes(broken) ? 'This holds a broken character (\ufffd)' : null;
};

/** The most pieces of an item that are drop-shipped. */
export const mostPieces = 9999;

/** Whether so much of an item can be ordered: whole pieces. */
export const isOrderable = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= mostPieces;

/** The longest part number. */
export const longestPartNumber = 60;

/** Whether a distributor can be asked for this part number. */
export const isPartNumber = (partNumber: string): boolean =>
  partNumber !== '' && [...partNumber].length <= longestPartNumber && whyUnsendable(partNumber) === null;
