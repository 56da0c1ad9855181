/** A carrier that we know: its code, its name as a customer knows it, and how distributors and people write it. */
type CarrierEntry = { readonly name: string; readonly writtenAs: RegExp };

/** The carriers that we know. A word may name several; the first one here is meant where nothing else tells. */
const carrierEntries = {
  ups: { name: 'UPS', writtenAs: /\bups(?!tate|cale)|united parcel/ },
  usps: {
    name: 'USPS',
    writtenAs: /\busps|\bu\.? ?s\.? ?(?:mail|post)|postal service|priority mail|first class|parcel (?:select|post)/,
  },
  fedex: { name: 'FedEx', writtenAs: /\bfed ?e?x|\bfdx|\bfxg?\b|federal exp|\bsmart ?post\b/ },
  dhl: { name: 'DHL', writtenAs: /\bdhl/ },
  ontrac: { name: 'OnTrac', writtenAs: /\bon ?trac\b|laser ?ship/ },
  amazon: { name: 'Amazon Logistics', writtenAs: /\bamazon|\bamzl/ },
  'canada-post': { name: 'Canada Post', writtenAs: /canada post|postes canada/ },
  purolator: { name: 'Purolator', writtenAs: /purolator/ },
  canpar: { name: 'Canpar', writtenAs: /canpar/ },
  gofo: { name: 'GOFO Express', writtenAs: /\bgofo\b/ },
  landmark: { name: 'Landmark Global', writtenAs: /\blandmark global/ },
  speedee: { name: 'Spee-Dee Delivery', writtenAs: /\bspee ?dee\b/ },
  yodel: { name: 'Yodel', writtenAs: /\byodel\b/ },
  yunexpress: { name: 'YunExpress', writtenAs: /\byun ?express/ },
} as const satisfies Readonly<Record<string, CarrierEntry>>;

export type Carrier = keyof typeof carrierEntries;

const isCarrier = (code: string): code is Carrier => Object.hasOwn(carrierEntries, code);
const carriers: readonly Carrier[] = Object.keys(carrierEntries).filter(isCarrier);

/** A carrier as a customer knows it: a code's name, or the word that was told. */
export const carrierName = (carrier: string): string => (isCarrier(carrier) ? carrierEntries[carrier].name : carrier);

/** A word for a carrier may be this long; what is more is no name. */
const longestWord = 60;

/** A word as it is compared: small letters, and one blank for whatever stands between its parts. */
const plainWord = (word: string): string =>
  word
    .slice(0, 4 * longestWord)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();

/** The carriers that somebody's words name. */
export const carriersNamed = (word: string | null): readonly Carrier[] => {
  if (word === null) return [];
  const plain = plainWord(word);
  return carriers.filter((carrier) => carrierEntries[carrier].writtenAs.test(plain));
};

/** Whether the words speak of freight: its numbers (PRO) look like those of parcels and are none. */
export const isFreight = (word: string | null): boolean =>
  word !== null && /\bfreight\b|\bltl\b|\bpro\b|\btrucking\b/.test(plainWord(word));

/** Words that say how something goes, not who carries it. */
const namesNobody =
  /^(?:best(?: way| ground)?|ground|standard|economy|express|priority|overnight|next day|second day|2nd day|[123] day|air|parcel|package|delivery|carrier|courier|shipping|other|none|null|n a|na|unknown|tbd|pending|misc|various|truck|will call|pickup|pick up|drop ?ship)$/;

const notOfName = /[^\p{L}\p{N} .,'&()/+-]+/gu;

/** The word that was told for a carrier, made safe to show; null when it is no name. */
export const shownWord = (word: string | null): string | null => {
  if (word === null || /:\/\/|www\.|@/i.test(word.slice(0, 4 * longestWord))) return null;
  const shown = word
    .slice(0, 4 * longestWord)
    .normalize('NFKC')
    .replace(notOfName, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const isName = shown.length <= longestWord && /\p{L}[\p{L} .&'-]/u.test(shown);
  return isName && !namesNobody.test(plainWord(shown)) ? shown : null;
};
