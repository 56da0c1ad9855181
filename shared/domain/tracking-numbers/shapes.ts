import type { Carrier } from './carriers.ts';
import { type Check, gs1, luhn, mod7, mod10, mod11, s10 } from './check-digits.ts';

/**
 * The shapes of carriers' tracking numbers, as data. Source: the public data set jkeen/tracking_number_data (version 2.0.0 of
 * August 2026), the carriers' own documents that it names, and USPS Publication 199; written anew here.
 *
 * How far a shape is believed: `sure` outranks any word for the carrier; `likely` is enough where no word is told; `named` counts
 * only where its carrier is named, because others' numbers look the same: of twelve digits, one number in ten has the check digit
 * that FedEx would give it.
 */
export type Shape = {
  readonly carrier: Carrier;
  readonly strength: 'sure' | 'likely' | 'named';
  readonly pattern: RegExp;
  readonly check?: Check;
  /** The carrier's page of today, that the number is written behind; null where none is known. */
  readonly page: string | null;
};

const pages = {
  ups: 'https://www.ups.com/track?tracknum=',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  dhl: 'https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id=',
  ontrac: 'https://www.ontrac.com/tracking/?number=',
  amazon: 'https://track.amazon.com/tracking/',
  'canada-post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=',
  purolator: 'https://www.purolator.com/en/shipping/tracker?searchValue=',
  canpar: 'https://www.canpar.com/en/track/tracking.jsp?locale=en&reference=',
  gofo: 'https://www.gofoexpress.com/tracking.html?searchID=',
  landmark: 'https://track.landmarkglobal.com/?search=',
  speedee: 'https://www.speedeedelivery.com/track/?tracking=',
  yodel: 'https://www.yodel.co.uk/tracking/',
  yunexpress: 'https://www.yuntrack.com/parcelTracking?id=',
} as const satisfies Readonly<Record<Carrier, string>>;

const shape = (carrier: Carrier, strength: Shape['strength'], pattern: RegExp, check?: Check): Shape => ({
  carrier,
  strength,
  pattern,
  page: pages[carrier],
  ...(check === undefined ? {} : { check }),
});

/** A check over a part of the number. */
const from =
  (start: number, check: Check, end?: number): Check =>
  (number) =>
    check(number.slice(start, end));

const upsCheck = mod10(1, 2);
const fedexExpress = mod11([3, 1, 7]);
/** Of the thirteen digits before the last: the same weights, begun at another place. */
const fedexLong = mod11([1, 7, 3]);
/** A postal barcode may begin with 420 and the postal code it goes to; the check digit is of what follows. */
const routed =
  (length: number): Check =>
  (number) =>
    gs1(number.slice(-length));
const legacyPost: Check = (number) => gs1(`91${number.slice(-20)}`);
/** OnTrac counts its letter as a digit. */
const onTrac =
  (letter: string): Check =>
  (number) => {
    const serial = number.slice(1);
    return mod10(1, 2)(serial.startsWith(letter) ? serial : `${letter}${serial}`);
  };

/** The services that a postal barcode of twenty digits names first (USPS Publication 91). */
const services = '(?:0[1-8]|14|2[1-6]|34|5[06]|7[0137]|8[1235])';

export const shapes: readonly Shape[] = [
  shape('ups', 'sure', /^1Z[A-Z\d]{15}\d$/, from(2, upsCheck)),
  shape('ups', 'named', /^[AHJKTV]\d{10}$/, from(1, upsCheck)),
  shape('ups', 'named', /^80\d{16}$/),

  shape('usps', 'sure', /^(?:420(?:\d{5}|\d{9}))?9[2-5]\d{20}$/, routed(22)),
  shape('usps', 'sure', /^(?:420(?:\d{5}|\d{9}))?9[2-4]\d{24}$/, routed(26)),
  shape('usps', 'sure', /^94\d{28}$/, routed(30)),
  shape('usps', 'sure', new RegExp(`^(?:420(?:\\d{5}|\\d{9}))?91${services}\\d{18}$`), routed(22)),
  shape('usps', 'sure', /^[A-Z]{2}\d{9}US$/, from(2, s10, -2)),
  shape('usps', 'likely', new RegExp(`^${services}\\d{18}$`), gs1),
  shape('usps', 'likely', new RegExp(`^${services}\\d{18}$`), legacyPost),
  shape('usps', 'likely', new RegExp(`^420\\d{5}${services}\\d{18}$`), legacyPost),
  // Another country's post hands it to USPS, whose page shows it too.
  shape('usps', 'named', /^[A-Z]{2}\d{9}[A-Z]{2}$/, from(2, s10, -2)),

  shape('fedex', 'named', /^\d{12}$/, fedexExpress),
  shape('fedex', 'named', /^\d{15}$/, mod10(1, 3)),
  shape('fedex', 'likely', /^96\d{20}$/, from(7, mod10(1, 3))),
  shape('fedex', 'likely', /^3\d{31}$/, from(16, fedexExpress, 28)),
  shape('fedex', 'likely', /^[0-8]\d{33}$/, from(20, fedexLong)),
  shape('fedex', 'likely', /^96\d{32}$/, from(20, fedexLong)),
  shape('fedex', 'named', /^0[0124]\d{16}$/, from(2, gs1)),
  // Ground Economy (SmartPost): the post's barcode, shown by FedEx as well.
  shape('fedex', 'named', /^(?:420\d{5})?9261[29]\d{17}$/, routed(22)),
  shape('fedex', 'named', /^612\d{17}$/, (number) => gs1(`92${number}`)),

  shape('dhl', 'named', /^\d{10,11}$/, mod7),
  shape('dhl', 'likely', /^J(?:JD|VGL)\d{10,18}$/),
  shape('dhl', 'likely', /^GM(?=[A-Z]{0,20}\d)[A-Z\d]{14,24}$/),
  shape('dhl', 'named', /^\d{14}$/),
  shape('dhl', 'named', /^J[A-Z]{2,3}\d{9,20}$/),

  shape('ontrac', 'sure', /^1LS(?:7[12]\d{10}|CX[A-Z\d]{10})$/),
  shape('ontrac', 'sure', /^1LS7[12]\d{2}01[1-4]\d{6}-?1$/),
  shape('ontrac', 'likely', /^L[AIEHNX][1-3]\d{7}$/),
  shape('ontrac', 'likely', /^C\d{14}$/, onTrac('4')),
  shape('ontrac', 'likely', /^D\d{14}$/, onTrac('5')),

  shape('amazon', 'sure', /^TB[ACM]\d{12}$/),
  shape('amazon', 'named', /^[AFC]\d{10}$/),

  shape('canada-post', 'sure', /^[A-Z]{2}\d{9}CA$/, from(2, s10, -2)),
  shape('canada-post', 'named', /^\d{16}$/, gs1),
  shape('purolator', 'named', /^[0-5]\d{11}$/, luhn),
  shape('purolator', 'named', /^[A-Z]{3}\d{9}$/),
  shape('canpar', 'likely', /^[CDKLSUXZ]\d{21}$/),
  shape('gofo', 'sure', /^GFUS\d{14}$/),
  shape('landmark', 'sure', /^LTN\d{8}N1$/),
  shape('speedee', 'sure', /^SP\d{18}$/),
  shape('yodel', 'likely', /^JJ?D000\d{13}$/),
  shape('yunexpress', 'sure', /^YT\d{16}$/),
];
