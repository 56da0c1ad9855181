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
} from './answers.ts';
import { isOfField, limitOf, numberLimitOf } from './form.ts';
import { hidesCharacters } from './hidden.ts';
import { unturned } from './unturned.ts';

/**
 * Foreign text keeps to itself: no markup, and its direction does not turn the page's. It is shown as it is (`text`), or is a sentence
 * that a reader may have translated: the text of the whole element is set anew, for a translator puts elements of its own in the
 * place of what stands in it.
 */
export const text = (value: unknown) =>
  isEmpty(value) ? nothing : html`<bdi translate="no" .textContent=${unturned(String(value))}></bdi>`;

export const sentence = (value: unknown) =>
  isEmpty(value) ? nothing : html`<bdi .textContent=${unturned(String(value))}></bdi>`;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

export const when = (at: string | number): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A link only to a page of the web: what a `javascript:` address would do is not shown as one. */
export const webLink = (url: string | null | undefined, words: string) =>
  url && /^https:\/\//.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text(words)}</a>`
    : text(words);

export const contactView = (contact: Contact | null | undefined) =>
  contact?.name
    ? html`${text(contact.name)}${contact.phone ? html`, ${text(contact.phone)}` : nothing}${contact.site ? html` (${webLink(contact.site, contact.site)})` : nothing}`
    : 'the distributor';

export const itemView = ({ item, name, distributor, partNumber, contact }: Dialog) => html`
  <p part="item" tabindex="-1">
    ${item?.quantity ? html`<strong>${item.quantity} ×</strong> ` : nothing}${text(item?.title)}${item?.sku ? html` <span class="quiet">(${text(item.sku)})</span>` : nothing}
    ${distributor === null ? nothing : html`<br />from <strong>${text(name ?? distributor)}</strong>${partNumber ? html`, part ${text(partNumber)}` : nothing}`}
    ${contact?.name ? html`<br /><span class="quiet">Whom to ask: ${contactView(contact)}</span>` : nothing}
  </p>`;

/** Every check, passed or not; the sentence says who can mend it. */
export const checksView = (checks: readonly Check[]) => html`
  <h3 id="checks">Checks</h3>
  <ul part="checks" aria-labelledby="checks">
    ${checks.map(({ passed, message }) => html`<li class="check"><span class=${passed ? 'good' : 'bad'} role="img" aria-label=${passed ? 'Passed:' : 'Failed:'}>${passed ? '✓' : '✗'}</span><span>${sentence(message)}</span></li>`)}
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
  return unturned(
    `${name}, part ${partNumber}${mode === 'test' ? ', test mode' : ''}${eligible ? '' : ` (not now: ${why})`}`,
  );
};

/** The item's parts, to choose among; what no order can be placed for is shown and cannot be chosen. */
export const alternativesView = ({ alternatives, distributor, partNumber }: Dialog, choose: (event: Event) => void) => {
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
  limit: number | null,
  misfit: Misfit | undefined,
  input: (event: Event) => void,
) => html`
  <div>
    <label for=${name}>${label}${limit ? html` <span class="count" .textContent=${`${[...value].length} of ${limit}`}></span>` : nothing}</label>
    <input id=${name} name=${name} .value=${value} dir="auto" autocomplete="off" aria-invalid=${misfit !== undefined || (limit ? [...value].length > limit : false) ? 'true' : 'false'}
      aria-describedby=${describedBy(name, misfit, value)} @input=${input} @change=${input} />
    ${misfit ? html`<div class="bad" id="${name}-misfit">${sentence(misfit.detail)}</div>` : nothing}
    ${hidesCharacters(value) ? html`<div id="${name}-hidden">${hiddenNote}</div>` : nothing}
  </div>`;

const describedBy = (name: string, misfit: Misfit | undefined, value: string) => {
  const notes = [...(misfit ? [`${name}-misfit`] : []), ...(hidesCharacters(value) ? [`${name}-hidden`] : [])];
  return notes.length === 0 ? nothing : notes.join(' ');
};

/** It is no misfit: what was entered is what is sent. */
const hiddenNote =
  'Characters that cannot be seen are in this text and are sent too. To leave them out, delete it and type it anew.';

/** The pre-filled form; a field that this distributor has no place for is not offered, but a company is: it must not be dropped unseen. */
export const formView = (form: Form, dialog: Dialog, misfits: readonly Misfit[], input: (event: Event) => void) => {
  const {
    limits,
    form: { shippingMethods },
  } = dialog;
  const misfit = (name: string) => misfits.find((each) => isOfField(each, name));
  const shown = addressFields.filter(([name]) => limits?.[name] !== 0 || name === 'country' || form[name] !== '');
  return html`
    <h3>Ship to</h3>
    <div class="fields" part="form">
      ${shown.map(([name, label]) => fieldView(name, label, form[name], limitOf(dialog, name), misfit(name), input))}
      ${fieldView('poNumber', 'Purchase order number', form.poNumber, numberLimitOf(dialog), misfit('poNumber'), input)}
      ${shippingMethods.length < 2 ? nothing : html`<label>Shipping<select name="shippingMethod" @change=${input}>${shippingMethods.map((method) => html`<option value=${method} ?selected=${method === form.shippingMethod}>${unturned(method)}</option>`)}</select></label>`}
    </div>`;
};

/** All that would be sent, to read once more. */
export const reviewView = (form: Form, leaveOutCompany: boolean) => {
  const sent = addressFields.filter(([name]) => form[name] !== '' && !(name === 'company' && leaveOutCompany));
  return html`
    <dl part="review">
      ${sent.map(([name, label]) => html`<div><dt>${label}</dt><dd>${text(form[name])}${hidesCharacters(form[name]) ? html`<br /><small>${hiddenNote}</small>` : nothing}</dd></div>`)}
      <div><dt>Purchase order number</dt><dd>${text(form.poNumber)}</dd></div>
      ${form.shippingMethod ? html`<div><dt>Shipping</dt><dd>${text(form.shippingMethod)}</dd></div>` : nothing}
    </dl>`;
};

/** There from the beginning, so that what comes into it is read out. */
export const offerView = (offer: Offer | 'asked' | null) => html`
  <div part="offer" class=${offer === null ? '' : 'note'} role="status">${offer === 'asked' ? 'The distributor is asked …' : offer === null ? nothing : knownOffer(offer)}</div>`;

const money = (amount: number | string, currency: string | null) =>
  text(currency === null ? amount : `${amount} ${currency}`);

const knownOffer = ({ available, cost, currency, fee, dropShipAllowed, message }: Offer) => html`
    ${available === null ? nothing : html`${available} in stock. `}${cost === null ? nothing : html`Cost ${money(cost, currency)}. `}${fee === null ? nothing : html`Drop-ship fee ${money(fee, currency)}. `}
    ${dropShipAllowed === false ? html`<strong class="bad">The distributor does not drop-ship this part.</strong> ` : nothing}${sentence(message)}`;

/** A test order can be taken for nothing else. */
export const testMark = () =>
  html`<p class="test" part="test">TEST MODE: nothing is bought and no customer is mailed.</p>`;
