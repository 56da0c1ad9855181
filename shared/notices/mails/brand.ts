import type { StoreRow } from '../../domain/account/store.ts';
import { webPage } from './wording.ts';

/** How a store's mails look: each colour as `#rrggbb`, chosen so that what is written can be read. */
export type Brand = {
  /** The band above the mail and the buttons. */
  readonly color: string;
  /** What is written on it. */
  readonly ink: string;
  /** Around both: a pale colour would be seen by nobody on a white card. */
  readonly edge: string;
  /** Links on a white card. */
  readonly link: string;
  /** Where the store's name leads; null = nowhere. */
  readonly website: string | null;
};

const houseColor = '#1d4ed8';
const white = '#ffffff';
const nearlyBlack = '#111418';
/** The ground of a parcel's box: what is read on it is read on white, too. */
const lightGround = '#f6f8fa';

/** What WCAG asks of text. */
const readable = 4.5;
/** What WCAG asks of what shows where a button is. */
const visible = 3;
const greyEdge = '#6b7684';

/** The store's own colour and website, the house's colour where it has none. */
export const brandOf = ({ brand }: Pick<StoreRow, 'brand'>): Brand => {
  const given = brand?.color ?? null;
  const color = given !== null && /^#[0-9a-f]{6}$/i.test(given) ? given : houseColor;
  return {
    color,
    ink: contrast(white, color) >= readable ? white : nearlyBlack,
    edge: contrast(color, lightGround) >= visible ? color : greyEdge,
    link: contrast(color, lightGround) >= readable ? color : houseColor,
    website: webPage(brand?.website ?? ''),
  };
};

/** WCAG's contrast ratio of two colours, 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
};

/** How much each channel of `#rrggbb` adds, and where it stands. */
const channels = [
  { at: 1, share: 0.2126 },
  { at: 3, share: 0.7152 },
  { at: 5, share: 0.0722 },
];

const luminance = (color: string): number =>
  channels.reduce((sum, { at, share }) => sum + share * linear(Number.parseInt(color.slice(at, at + 2), 16) / 255), 0);

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
