import { allCouriers, getTracking, type TrackingCourier } from 'ts-tracking-number';

/** The carriers that we know by name. Where a number fits several and nothing else tells, the first one here is meant. */
export const carriers = ['ups', 'usps', 'fedex', 'dhl', 'ontrac', 'amazon'] as const;
export type Carrier = (typeof carriers)[number];

/** A carrier's name, as a customer knows it. */
export const carrierNames: Readonly<Record<Carrier, string>> = {
  ups: 'UPS',
  usps: 'USPS',
  fedex: 'FedEx',
  dhl: 'DHL',
  ontrac: 'OnTrac',
  amazon: 'Amazon Logistics',
};

/** How distributors and people write a carrier's name. */
const writtenAs: Readonly<Record<Carrier, RegExp>> = {
  ups: /\bups|united parcel/i,
  usps: /usps|\bu\.?s\.? ?(mail|post)|postal service|priority mail/i,
  fedex: /fed ?-?e?x/i,
  dhl: /dhl/i,
  ontrac: /on ?-?trac/i,
  amazon: /amazon|\bamzl/i,
};

/** A tracking number as it is compared and kept: without blanks, upper case. */
export const plainNumber = (trackingNumber: string): string => trackingNumber.replace(/\s/g, '').toUpperCase();

/** Whether two tracking numbers are the same one, however they were written. */
export const sameNumber = (a: string, b: string): boolean => plainNumber(a) === plainNumber(b);

export type CarrierOf = { readonly carrier: Carrier | null; readonly trackingUrl: string | null };

/**
 * Who carries a parcel, and the page that shows where it is. The number decides; `hint` (somebody's word for the carrier)
 * only breaks a tie, or names the carrier of a number that has no known shape: then there is no link. A link is always
 * https, to the carrier itself, and made from the number alone.
 */
export const carrierOf = (trackingNumber: string, hint: string | null): CarrierOf => {
  const hinted = carriers.filter((carrier) => hint !== null && writtenAs[carrier].test(hint));
  const fitting = readings(plainNumber(trackingNumber));
  const chosen = fitting.find(({ carrier }) => hinted.includes(carrier)) ?? fitting[0];
  return chosen ?? { carrier: hinted[0] ?? null, trackingUrl: null };
};

/** More than any carrier's number has. */
const longest = 60;

/** What a number can be read as, the likeliest first. */
const readings = (number: string): readonly { carrier: Carrier; trackingUrl: string | null }[] =>
  number.length > longest || !/^[\dA-Z-]+$/.test(number) ? [] : carriers.flatMap((carrier) => readAs(carrier, number));

const readAs = (carrier: Carrier, number: string): readonly { carrier: Carrier; trackingUrl: string | null }[] => {
  const found = getTracking(number, courierData(carrier));
  if (found !== undefined) return [{ carrier, trackingUrl: link(found.trackingUrl, found.trackingNumber) }];
  return carrier === 'usps' && isUsPost(number) ? [{ carrier, trackingUrl: link(uspsPage, number) }] : [];
};

const courierData = (carrier: Carrier): readonly TrackingCourier[] =>
  allCouriers.filter(({ courier_code }) => courier_code === carrier);

/** An international number (UPU S10) that the United States issued; the library knows the shape, not the page. */
const isUsPost = (number: string): boolean =>
  number.endsWith('US') &&
  getTracking(
    number,
    allCouriers.filter(({ courier_code }) => courier_code === 's10'),
  ) !== undefined;

const uspsPage = 'https://tools.usps.com/go/TrackConfirmAction?tLabels=%s';

/** The library's page with the number in it. It still writes some carriers' pages with http; all of them serve https. */
const link = (page: string | null, number: string): string | null =>
  page === null ? null : page.replace(/^http:/, 'https:').replace('%s', () => encodeURIComponent(number));
