import { html, nothing } from 'lit';
import {
  type Alternative,
  addressFields,
  type Check,
  type Contact,
  type Dialog,
  type Form,
  type Misfit,
  type Offer,
  type PurchaseOrder,
} from './answers.ts';

/** Foreign text keeps to itself: no markup, and its direction does not turn the page's. */
const text = (value: unknown) =>
  value === null || value === undefined || value === '' ? nothing : html`<bdi>${String(value)}</bdi>`;

const when = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A link only to a page of the web: what a `javascript:` address would do is not shown as one. */
const webLink = (url: string | null | undefined, words: string) =>
  url && /^https:\/\//.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${words}</a>`
    : text(words);

const contactView = (contact: Contact | null | undefined) =>
  contact?.name
    ? html`${text(contact.name)}${contact.phone ? html`, ${text(contact.phone)}` : nothing}${contact.site ? html` (${webLink(contact.site, contact.site)})` : nothing}`
    : 'the distributor';

export const itemView = ({ item, name, distributor, partNumber, contact }: Dialog) => html`
  <p part="item">
    ${item?.quantity ? html`<strong>${item.quantity} ×</strong> ` : nothing}${text(item?.title)}${item?.sku ? html` <span class="quiet">(${text(item.sku)})</span>` : nothing}
    ${distributor === null ? nothing : html`<br />from <strong>${text(name ?? distributor)}</strong>${partNumber ? html`, part ${text(partNumber)}` : nothing}`}
    ${contact?.name ? html`<br /><span class="quiet">Whom to ask: ${contactView(contact)}</span>` : nothing}
  </p>`;

/** Every check, passed or not; the sentence says who can mend it. */
export const checksView = (checks: readonly Check[]) => html`
  <h3 id="checks">Checks</h3>
  <ul part="checks" aria-labelledby="checks">
    ${checks.map(({ passed, message }) => html`<li><span class=${passed ? 'good' : 'bad'} role="img" aria-label=${passed ? 'Passed:' : 'Failed:'}>${passed ? '✓' : '✗'}</span> ${text(message)}</li>`)}
  </ul>`;

const failures: ReadonlyMap<string, string> = new Map([
  ['aftermarket', 'no aftermarket part'],
  ['order-new', 'the order is not New'],
  ['distributor-part', 'no part number'],
  ['distributor-supported', 'orders cannot be placed there'],
  ['marked-for-drop-ship', 'not marked for drop shipping'],
  ['credentials-configured', 'its credentials do not work or are not entered'],
  ['no-purchase-order', 'ordered already'],
]);

const partView = ({ name, partNumber, mode, eligible, failed }: Alternative): string => {
  const why = failed.map((check) => failures.get(check) ?? check).join(', ');
  return `${name}, part ${partNumber}${mode === 'test' ? ', test mode' : ''}${eligible ? '' : ` (not now: ${why})`}`;
};

/** The item's parts, to choose among; what no order can be placed for is shown and cannot be chosen. */
export const alternativesView = (
  { alternatives = [], distributor, partNumber }: Dialog,
  choose: (event: Event) => void,
) => {
  const chosen = alternatives.findIndex((part) => part.distributor === distributor && part.partNumber === partNumber);
  return alternatives.length < 2
    ? nothing
    : html`
    <label>Part
      <select part="distributor" @change=${choose}>
        ${alternatives.map((part, at) => html`<option value=${at} ?selected=${at === chosen} ?disabled=${part.failed.includes('distributor-supported')}>${partView(part)}</option>`)}
      </select>
    </label>`;
};

const fieldView = (
  name: string,
  label: string,
  value: string,
  limit: number | null | undefined,
  misfit: Misfit | undefined,
  input: (event: Event) => void,
) => html`
  <div>
    <label for=${name}>${label}${limit ? html` <span class="count" id="${name}-count">${[...value].length} of ${limit}</span>` : nothing}</label>
    <input id=${name} name=${name} .value=${value} autocomplete="off" aria-invalid=${misfit !== undefined || (limit ? [...value].length > limit : false) ? 'true' : 'false'}
      aria-describedby=${misfit ? `${name}-misfit` : nothing} @input=${input} />
    ${misfit ? html`<div class="bad" id="${name}-misfit">${text(misfit.detail)}</div>` : nothing}
  </div>`;

/** The pre-filled form; a field that this distributor has no place for is not offered, but a company is: it must not be dropped unseen. */
export const formView = (
  form: Form,
  { limits, form: { shippingMethods } }: Dialog,
  misfits: readonly Misfit[],
  input: (event: Event) => void,
) => {
  const misfit = (name: string) =>
    misfits.find(({ pointer }) => pointer === `/${name}` || pointer === `/shipTo/${name}`);
  const shown = addressFields.filter(([name]) => limits?.[name] !== 0 || name === 'country' || form[name] !== '');
  return html`
    <h3>Ship to</h3>
    <div class="fields" part="form">
      ${shown.map(([name, label]) => fieldView(name, label, form[name], limits?.[name], misfit(name), input))}
      ${fieldView('poNumber', 'Purchase order number', form.poNumber, limits?.poNumber ?? 20, misfit('poNumber'), input)}
      ${shippingMethods.length < 2 ? nothing : html`<label>Shipping<select name="shippingMethod" @change=${input}>${shippingMethods.map((method) => html`<option ?selected=${method === form.shippingMethod}>${method}</option>`)}</select></label>`}
    </div>`;
};

/** All that would be sent, to read once more. */
export const reviewView = (form: Form, leaveOutCompany: boolean) => {
  const sent = addressFields.filter(([name]) => form[name] !== '' && !(name === 'company' && leaveOutCompany));
  return html`
    <dl part="review">
      ${sent.map(([name, label]) => html`<div><dt>${label}</dt><dd>${text(form[name])}</dd></div>`)}
      <div><dt>Purchase order number</dt><dd>${text(form.poNumber)}</dd></div>
      ${form.shippingMethod ? html`<div><dt>Shipping</dt><dd>${text(form.shippingMethod)}</dd></div>` : nothing}
    </dl>`;
};

export const offerView = ({ available, cost, currency, fee, dropShipAllowed, message }: Offer) => html`
  <p part="offer" class="note" role="status">
    ${available === null ? nothing : html`${available} in stock. `}${cost === null ? nothing : html`Cost ${text(cost)} ${text(currency)}. `}${fee === null ? nothing : html`Drop-ship fee ${text(fee)}. `}
    ${dropShipAllowed === false ? html`<strong class="bad">The distributor does not drop-ship this part.</strong> ` : nothing}${text(message)}
  </p>`;

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

const daysLeft = (trackUntil: string): string => {
  const days = Math.ceil((Date.parse(trackUntil) - Date.now()) / 86_400_000);
  return days > 0
    ? `Tracking is looked for until ${when(trackUntil)}: ${days} ${days === 1 ? 'day' : 'days'} more.`
    : `Tracking was looked for until ${when(trackUntil)}.`;
};

export const purchaseOrderView = (po: PurchaseOrder, contact: Contact | null | undefined) => html`
  <div part="purchase-order" role="status">
    ${po.mode === 'test' ? testMark() : nothing}
    <h3>Purchase order ${text(po.poNumber)}</h3>
    <p class="state ${tones.get(po.status) ?? ''}" part="state">${sentences.get(po.status) ?? text(po.status)}</p>
    ${po.nextLookAt ? html`<p class="quiet">Next look: ${when(po.nextLookAt)}.</p>` : nothing}
    ${po.attention ? html`<p class="note bad">${text(po.attention.whatToDo)}</p>` : nothing}
    ${po.distributorOrderNumbers.length > 0 ? html`<p>The distributor’s order ${po.distributorOrderNumbers.map((number, at) => html`${at > 0 ? ', ' : nothing}${text(number)}`)}</p>` : nothing}
    ${po.shipments.length === 0 ? nothing : html`<h3>Parcels</h3><ul>${po.shipments.map(({ carrier, trackingNumber, trackingUrl }) => html`<li>${text(carriers.get(carrier ?? '') ?? carrier)} ${webLink(trackingUrl, trackingNumber)}</li>`)}</ul>`}
    ${po.trackUntil && po.status !== 'shipped' ? html`<p class="quiet">${daysLeft(po.trackUntil)}</p>` : nothing}
    <p class="quiet">It cannot be cancelled here: call ${contactView(po.attention?.contact ?? contact)}.</p>
  </div>`;

/** A test order can be taken for nothing else. */
export const testMark = () =>
  html`<p class="test" part="test">TEST MODE: nothing is bought and no customer is mailed.</p>`;
