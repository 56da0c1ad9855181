import { carriersNamed } from './carriers.ts';

/**
 * What has digits and is no tracking number: dates, times, telephone numbers, amounts, postal codes, other numbers with their
 * names beside them.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The names of other papers' numbers, and of people's. */
const papers = words(
  'BO INVOICE INV ORDER ORD PO SO RMA ACCOUNT ACCT SKU UPC EAN PHONE TEL FAX ZIP CUSTOMER CUST DEALER TBD RECHNUNG FACTURE FACTURA FATTURA BESTELLUNG COMMANDE PEDIDO ORDINE',
);
/** Words beside which digits are a date, a telephone number, an order: whatever they are, no tracking number. */
const remarks: ReadonlySet<string> = new Set([
  ...papers,
  ...words(
    'BACKORDER BACKORDERED BACKORDERS BACK ETA ETD EST PENDING HOLD CANCEL CANCELED CANCELLED WILLCALL WILL PICKUP CALL DATE EXPECTED QTY PART ITEM PRICE DUE UNTIL EMAIL USD CAD EUR TEST TELEFON TELEFONO TELEPHONE CONTACT DRIVER PH CELL MOBILE TEXT KUNDE CLIENT CLIENTE',
  ),
]);
/** Words of what tells a parcel: a number behind one of them is its own, whatever else the text speaks of. */
const labels = words(
  'PRO AWB HAWB TN UPS USPS FEDEX FDX DHL ONTRAC AMAZON SUIVI GUIA SEGUIMIENTO RASTREO CONNOTE CONSIGNMENT',
);
const labelled = /^(?:TRACK|TRK|WAYBILL|SENDUNG|\u{8fd0}\u{5355}|\u{5feb}\u{9012}|\u{5355}\u{53f7})/u;
/** Words that stand before a parcel's number without being the name of one: of parcels, of the way they go, of who carries freight. */
const harmless = words(
  'BOX BOXES CARTON CARTONS CTN PACKAGE PACKAGES PACKET PKG PARCEL PARCELS PIECE PIECES PC PCS LABEL LABELS PAKET COLIS PAQUETE SHIP SHIPS SHIPPED SHIPPING SENT VIA BY WITH AND OR ON AT TO IS ARE THE THEN BARCODE MASTER LEAD GROUND HOME EXPRESS STANDARD ECONOMY EXPEDITED PRIORITY OVERNIGHT AIR DAY SAVER SMARTPOST SUREPOST INNOVATIONS ADVANTAGE SELECT MEDIA FIRST CLASS COMMERCIAL RESIDENTIAL DELIVERY NEXT 2ND SECOND 3RD THREE MAIL POST COURIER CARRIER CARRIERS FREIGHT LTL TRUCK TRUCKING LINE LINES MOTOR LOGISTICS TRANSPORT TRANSPORTATION BILL FB INC LLC ESTES SAIA XPO ODFL DOMINION YRC YELLOW ABF ARCBEST CENTRAL DAYTON COOPER AVERITT SOUTHEASTERN SEFL HOLLAND REDDAWAY PENN CONWAY CON-WAY UNISHIPPERS OHIO TFORCE FORWARD ROADRUNNER PENINSULA HARBOR DAYLIGHT WARD PYLE GLS DEE SPEEDY LSO VEHO UNIUNI CDL TRUCKS DPD TNT LASERSHIP',
);
/** Between a name and its number: a word, or other groups of the digits of which this is one. */
const between = words('N NO NR NUM NUMBER NUMBERS NUMERO NUMMER ID IS OF DE VALUE STRING CONTENT CODE');
const isBetween = (word: string, number: string): boolean => between.has(word) || (isGroup(word) && isGroup(number));
const isGroup = (word: string): boolean => /^\d{1,7}$/.test(word);

/** Words beside which a number is no longer that of a parcel on its way to the customer, or never was. */
const withdrawn = words(
  'VOID VOIDED VOIDS CANCEL CANCELED CANCELLED RETURN RETURNS RETURNED RETURNING RMA REPLACED REPLACES SUPERSEDED SUPERSEDES OLD WRONG INCORRECT INVALID LOST CALLTAG STORNO STORNIERT RETOURE ANNULE ANULADO',
);
const phrases = /\b(?:DO NOT USE|CALL TAG|RE ?ROUTED|NOT SHIPPED)\b/;

/** Whether a text takes back the numbers in it: a voided label, a return, one number in the place of another. */
export const isWithdrawal = (text: string): boolean =>
  phrases.test(text) ||
  [...text.matchAll(/\p{L}+/gu)].some(
    ([each], at, all) => withdrawn.has(each) && !isOldDominion(each, all[at + 1]?.[0]),
  );
const isOldDominion = (each: string, next: string | undefined): boolean => each === 'OLD' && next === 'DOMINION';

const named =
  /(?<![\p{L}\p{N}])(\p{L}{2,12})((?:<BR ?\/?>|NUMBER|NUM|NO|NR|ID|[:=([{<>|,;/\n\r"'\\ #.]){1,10})(?=\d)/gu;

/**
 * The text with a paper's name beside its number, whatever is between them: `Invoice (123)`, `<po>123</po>`, `SO/123`. Across a comma or
 * a line it may name something else: then a person is asked.
 */
export const withNames = (text: string): string =>
  text.replace(named, (all, name: string, gap: string) => {
    if (!papers.has(name)) return all;
    return /[|,;\n\r]|<BR/.test(gap) ? `${name} PERHAPS ` : `${name} `;
  });

export const isRemark = (all: readonly string[]): boolean => all.some((each) => remarks.has(each));

/** How many words before its number a name may stand at the most. */
const farthest = 6;

/**
 * Whose the number at this place is, by the last name before it: `null` where no name stands there. `thing`: behind a name that
 * nobody here knows (of a paper, a person, a place) it is not believed to be a parcel's, unless the carrier is called so.
 */
export const namedBefore = (
  all: readonly string[],
  at: number,
  carrier: string | null,
): 'remark' | 'label' | 'thing' | null => {
  let before = at - 1;
  while (before >= 0 && at - before < farthest && isBetween(plainWord(all[before] ?? ''), all[at] ?? '')) before -= 1;
  const name = plainWord(all[before] ?? '');
  if (remarks.has(name)) return 'remark';
  if (labels.has(name) || labelled.test(name)) return 'label';
  if (!isName(name) || harmless.has(name) || carriersNamed(name).length > 0) return null;
  return (carrier ?? '').toUpperCase().includes(name) ? null : 'thing';
};

/** A word without its accents. */
const plainWord = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');
const isName = (text: string): boolean => /^\p{L}[\p{L}.-]+$/u.test(text);

/** Names that are written without a blank before their number. */
export const label =
  /^(?:UPS|USPS|FEDEX|FDX|DHL|ONTRAC|AMAZON|TRACKING(?:NUMBER|NO|ID)?|TRACK|TRK|TN|PRO|NO|NR|AWB)(?=[.-]?(?:1Z|\d{4}))|^(?:INVOICE|INV|ORDER|ORD|PO|SO|RMA|SKU|TEST|CUST|ACCT|TEL)(?=[.-]?\d{3})/;

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)?\\d\\d';
const alone = (inner: string): string => `(?<![\\p{L}\\p{N}./-])(?:${inner})(?![\\p{L}\\p{N}/-])`;
/** Dates and times of day as people and programs write them, of which a part would look like a part of a number. */
const moments = new RegExp(
  [
    alone(`(?:19|20)\\d\\d-${month}-${day}T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?`),
    alone(`(?:19|20)\\d\\d[/.-]${month}[/.-]${day}`),
    alone(`${month}/${day}(?:/${year})?`),
    alone(`${day}/${month}(?:/${year})?`),
    alone(`${month}[.-]${day}[.-]${year}`),
    alone(`${day}[.-]${month}[.-]${year}`),
    alone(`\\d\\d-${month}-${day}`),
    alone(`${day}[ .-]\\p{L}{3,9}[ .-]${year}`),
    alone('\\d{1,2}:\\d\\d(?::\\d\\d)?'),
  ].join('|'),
  'gu',
);
/** Telephone numbers that can be nothing else: of their country, or with their area in brackets. */
const telephones =
  /(?<![\p{L}\p{N}])(?:\+\d[\d ().-]{5,18}\d|(?:1[ .-]?)?\([2-9]\d\d\)[ .-]?\d{3}[ .-]?\d{4})(?![\p{L}\p{N}])/gu;
/** `$1,234.56`, `1,234.56`, `1.234.567,89`: with the mark of its currency, or with both of its separators. */
const amounts = [
  /[$\u{20ac}\u{a3}] ?\d[\d.,]{0,15}/gu,
  /(?<![\p{L}\p{N}.,-])\d{1,3}(?:,\d{3}){1,4}\.\d\d(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}.,-])\d{1,3}(?:\.\d{3}){1,4},\d\d(?![\p{L}\p{N}])/gu,
];

/** The text with a break where a moment, a telephone number or an amount stood. */
export const withoutOthers = (text: string): string =>
  [telephones, ...amounts, moments].reduce((rest, others) => rest.replace(others, ';'), text);

const dates = new RegExp(
  `^(?:(?:20\\d\\d[.-]?${month}[.-]?${day}|${month}[.-]?${day}[.-]?20\\d\\d|${day}[.-]${month}[.-]20\\d\\d))$`,
);
export const isDate = (text: string): boolean => text.length <= 10 && dates.test(text);
export const isTelephone = (text: string): boolean =>
  /^(?:1[.-])?[2-9]\d\d(?:[.-]\d{3}[.-]\d{4}(?:X\d{1,5})?|\d{7}X\d{1,5})$/.test(text);

/** A postal code of nine digits, an amount, an address of the network, an identifier of a program. */
const others: readonly RegExp[] = [
  /^\d{5}-\d{4}$/,
  /^\d{1,12}\.\d\d$/,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^[A-Z\d-]{1,60}\.[A-Z]{2,10}$/,
  /^[A-F\d]{8}(?:-[A-F\d]{4}){3}-[A-F\d]{12}$/,
];
const isAddress = (text: string): boolean => text.split('.').every((part) => part.length > 0 && Number(part) <= 255);
/** Whether a word is one of those, and no number with a dash or a dot in it. */
export const isOther = (text: string): boolean =>
  others.some((other, at) => other.test(text) && (at !== 2 || isAddress(text)));

/** A point in time without anything between its parts, and a row of digits that counts up: a number could look so, and hardly any does. */
export const isDoubtful = (text: string): boolean =>
  /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(text) ||
  (text.length >= 8 && '1234567890123456789012345678901234567890'.startsWith(text));

/** What spreadsheets and programs make of a long number: `9.8658E+11`. Without a plus or a point it is a number with a letter in it. */
const shortened = /(?<![\p{L}\d.,])(\d)(?:[.,](\d{1,20})E\+?|E\+)(\d{2})(?![\p{L}\d])/gu;
/** No number of more digits than this is whole behind such a form. */
const mostDigits = 15;

/** The text with such numbers written out where no digit is lost, and a break in the place of the others. */
export const writtenOut = (text: string): { readonly rest: string; readonly isCut: boolean } => {
  let isCut = false;
  const rest = text.replace(shortened, (_, first: string, others: string | undefined, power: string) => {
    const digits = `${first}${others ?? ''}`;
    if (digits.length === Number(power) + 1 && digits.length <= mostDigits) return digits;
    isCut = true;
    return ';';
  });
  return { rest, isCut };
};
