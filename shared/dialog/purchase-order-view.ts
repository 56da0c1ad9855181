import { html, nothing } from 'lit';
import type { Contact, PurchaseOrder } from './answers.ts';
import type { State } from './state.ts';
import { contactView, sentence, testMark, text, webLink, when } from './views.ts';

const sentences: ReadonlyMap<string, string> = new Map([
  ['submitting', 'The order is being sent. The item is locked meanwhile.'],
  [
    'in-doubt',
    'The distributor gave no clear answer: the order may or may not have been placed. It is being looked up; nothing is sent twice.',
  ],
  ['needs-person', 'It is not known whether the order was placed: a person has to ask the distributor.'],
  ['accepted', 'The distributor has accepted the order.'],
  ['partly-shipped', 'A part of the order has shipped.'],
  ['shipped', 'The order has shipped.'],
  ['tracking-stopped', 'Tracking numbers are no longer looked for.'],
]);

const tones: ReadonlyMap<string, string> = new Map([
  ['submitting', 'open'],
  ['in-doubt', 'open'],
  ['needs-person', 'bad'],
  ['accepted', 'good'],
  ['partly-shipped', 'good'],
  ['shipped', 'good'],
]);

const carriers: ReadonlyMap<string, string> = new Map([
  ['ups', 'UPS'],
  ['usps', 'USPS'],
  ['fedex', 'FedEx'],
  ['dhl', 'DHL'],
  ['ontrac', 'OnTrac'],
  ['amazon', 'Amazon'],
]);

/** What is no time is not shown. */
const timeOf = (at: string | null): string | null => (at === null || Number.isNaN(Date.parse(at)) ? null : at);

const minute = 60_000;
const day = 86_400_000;

/** How much longer, by the clock of who told it; where that is not known only the day is said. */
const daysLeft = (trackUntil: string, toldAt: number | null): string => {
  if (toldAt === null) return `Tracking is looked for until ${when(trackUntil)}.`;
  const days = Math.ceil((Date.parse(trackUntil) - toldAt) / day);
  if (days <= 0) return `Tracking was looked for until ${when(trackUntil)}.`;
  return `Tracking is looked for until ${when(trackUntil)}: ${days} ${days === 1 ? 'day' : 'days'} more.`;
};

const nextLook = (nextLookAt: string, toldAt: number | null): string => {
  if (toldAt === null) return `Next look: ${when(nextLookAt)}.`;
  const minutes = Math.ceil((Date.parse(nextLookAt) - toldAt) / minute);
  if (minutes > 90) return `Next look: ${when(nextLookAt)}.`;
  return minutes > 1 ? `Next look: in ${minutes} minutes.` : 'Next look: within a minute.';
};

/** The page does not know how the order stands; the order itself is looked after all the same. */
const unheardView = ({ problem, nextInSeconds }: NonNullable<State['unheard']>, lookNow: () => void) => html`
  <div class="note" part="unheard">
    <p>How it stands could not be asked just now; the service looks after the order all the same. ${sentence(problem.detail ?? problem.title)}</p>
    <p>${sentence(`It is asked again after ${nextInSeconds} seconds.`)} <button type="button" class="small" @click=${lookNow}>Ask now</button></p>
  </div>`;

/** How it stands. */
export const standingView = (po: PurchaseOrder, unheard: State['unheard'], lookNow: () => void) => html`
  ${po.mode === 'test' ? testMark() : nothing}
  <h3 tabindex="-1" data-focus>Purchase order ${text(po.poNumber)}</h3>
  <p class="state ${tones.get(po.status) ?? ''}" part="state">${sentence(sentences.get(po.status) ?? po.status)}</p>
  ${po.attention ? html`<p class="note bad">${sentence(po.attention.whatToDo)}</p>` : nothing}
  ${unheard === null ? nothing : unheardView(unheard, lookNow)}`;

/** What else is known of it. */
export const purchaseOrderView = (
  po: PurchaseOrder,
  contact: Contact | null,
  { toldAt, unheard }: Pick<State, 'toldAt' | 'unheard'>,
) => {
  const [lookAt, trackUntil] = [timeOf(po.nextLookAt), timeOf(po.trackUntil)];
  return html`
    ${lookAt !== null && unheard === null ? html`<p class="quiet">${sentence(nextLook(lookAt, toldAt))}</p>` : nothing}
    ${po.distributorOrderNumbers.length > 0 ? html`<p>The distributor’s order ${po.distributorOrderNumbers.map((number, at) => html`${at > 0 ? ', ' : nothing}${text(number)}`)}</p>` : nothing}
    ${po.shipments.length === 0 ? nothing : html`<h3>Parcels</h3><ul>${po.shipments.map(({ carrier, trackingNumber, trackingUrl }) => html`<li>${text(carriers.get(carrier ?? '') ?? carrier)} ${webLink(trackingUrl, trackingNumber)}</li>`)}</ul>`}
    ${trackUntil !== null && po.status !== 'shipped' ? html`<p class="quiet">${sentence(daysLeft(trackUntil, toldAt))}</p>` : nothing}
    <p class="quiet">It cannot be cancelled here: call ${contactView(po.attention?.contact ?? contact)}.</p>`;
};
