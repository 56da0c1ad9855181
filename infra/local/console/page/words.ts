import { html } from 'lit';
import { unturned } from '../../../../shared/dialog/unturned.ts';

/** Foreign text keeps to itself: no markup, and its direction does not turn the page's; what would turn it is seen as a sign. */
export const foreign = (text: string | null | undefined) => html`<bdi>${unturned(text ?? '')}</bdi>`;

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
export const when = (at: string): string => `${times.format(new Date(at))} UTC`;

export const distributorNames: ReadonlyMap<string, string> = new Map([
  ['wps', 'WPS'],
  ['parts-unlimited', 'Parts Unlimited'],
  ['tucker-rocky', 'Tucker Rocky'],
  ['automatic', 'Automatic'],
]);
export const nameOf = (distributor: string): string => distributorNames.get(distributor) ?? distributor;

const tones: ReadonlyMap<string, string> = new Map([
  ['accepted', 'good'],
  ['partly-shipped', 'good'],
  ['shipped', 'good'],
  ['in-doubt', 'doubt'],
  ['submitting', 'doubt'],
  ['needs-person', 'bad'],
]);

export const badge = (status: string) =>
  html`<span class="badge ${tones.get(status) ?? 'plain'}">${status.replaceAll('-', ' ')}</span>`;

let draw: () => void = () => undefined;
/** What draws the page. */
export const paintWith = (paint: () => void): void => {
  draw = paint;
};
/** Draws the page anew. */
export const repaint = (): void => draw();
