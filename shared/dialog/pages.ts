import { html, nothing } from 'lit';
import type { Flow } from './flow.ts';
import { companyHasNoPlace, fieldNames, isOfField } from './form.ts';
import { purchaseOrderView, standingView } from './purchase-order-view.ts';
import type { State } from './state.ts';
import {
  alternativesView,
  checksView,
  formView,
  itemView,
  offerView,
  reviewView,
  sentence,
  testMark,
  text,
} from './views.ts';

/** What the pages need of the flow. */
export type Doing = Pick<
  Flow,
  'retry' | 'choose' | 'askOffer' | 'submit' | 'input' | 'leaveOutCompany' | 'back' | 'lookNow'
> & { readonly review: () => void };

/** All that is shown below the title. What `data-focus` marks has the focus when a new phase begins. */
export const page = (state: State, doing: Doing) => html`
  ${state.dialog?.mode === 'test' && state.phase !== 'done' ? testMark() : nothing}
  ${state.dialog === null ? nothing : itemView(state.dialog)}
  ${state.dialog?.warning ? html`<p class="note bad" part="warning">${sentence(state.dialog.warning)}</p>` : nothing}
  ${problemView(state)}
  <div part=${state.phase === 'done' ? 'purchase-order' : nothing}>
    <div role="status">${progressView(state, doing)}</div>
    ${phaseView(state, doing)}
  </div>`;

/** What is being done, and how the order stands: there from the beginning, so that whatever comes into it is read out. */
const progressView = ({ phase, placed, unheard }: State, { lookNow }: Doing) => {
  if (phase === 'loading') return html`<p>Loading …</p>`;
  if (phase === 'sending')
    return html`<p tabindex="-1" data-focus>Sending the order, and waiting for the distributor’s answer. This can take half a minute …</p>`;
  return phase === 'done' && placed !== null ? standingView(placed, unheard, () => void lookNow()) : nothing;
};

const whoSays = {
  distributor: 'The distributor says',
  store: 'A person of the store says',
  service: 'Why',
} as const;

const problemView = ({ problem, misfits }: State) => {
  if (problem === null) return nothing;
  const { detail, title, distributorMessage, by, checks } = problem;
  const elsewhere = misfits.filter((misfit) => !fieldNames.some((name) => isOfField(misfit, name)));
  return html`
    <div class="note bad" part="problem" role="alert" tabindex="-1" data-focus>
      <p>${sentence(detail ?? title)}</p>
      ${distributorMessage ? html`<p>${whoSays[by ?? 'distributor']}: <q>${text(distributorMessage)}</q></p>` : nothing}
      ${elsewhere.map((misfit) => html`<p>${sentence(misfit.detail)}</p>`)}
    </div>
    ${checks === undefined ? nothing : checksView(checks)}`;
};

const phaseView = (state: State, doing: Doing) => {
  switch (state.phase) {
    case 'loading':
      return nothing;
    case 'failed':
      return html`<div class="actions"><button type="button" class="main" @click=${() => void doing.retry()}>Try again</button></div>`;
    case 'sending':
      return html`<progress aria-label="Waiting for the distributor’s answer"></progress>`;
    case 'done':
      return state.placed === null ? nothing : purchaseOrderView(state.placed, state.dialog?.contact ?? null, state);
    case 'confirm':
      return confirmPage(state, doing);
    case 'form':
      return formPage(state, doing);
  }
};

/** The second click of a double click on "Review the order" may fall on what places it: for half a second no click is taken there (`real`). */
const confirmPage = ({ dialog, form, leaveOutCompany }: State, doing: Doing) =>
  dialog === null || form === null
    ? nothing
    : html`
    <p tabindex="-1" data-focus><strong>${dialog.mode === 'test' ? 'This places a test order.' : 'This places a real order: the distributor ships it and charges the store.'}</strong></p>
    ${reviewView(form, leaveOutCompany)}
    <div class="actions">
      <button type="button" class="main real" part="confirm" @click=${() => void doing.submit()}>Place the order</button>
      <button type="button" @click=${doing.back}>Back</button>
    </div>`;

const lastTry = ({ dialog, problem }: State) =>
  dialog?.lastRejection && problem === null
    ? html`<p class="note bad">The last try (${text(dialog.lastRejection.poNumber)}) was not placed${dialog.lastRejection.distributorMessage ? html`: <q>${text(dialog.lastRejection.distributorMessage)}</q>` : '.'}</p>`
    : nothing;

const formPage = (state: State, doing: Doing) => {
  const { dialog, form, misfits, offer, leaveOutCompany } = state;
  if (dialog === null || form === null) return nothing;
  const input = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      doing.input(target.name, target.value);
  };
  const choose = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) void doing.choose(Number(target.value));
  };
  const leave = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) doing.leaveOutCompany(target.checked);
  };
  // A frame that may send no forms has no `submit` event: the button is clicked there, too, when Enter is pressed in a field.
  const review = (event: Event): void => {
    event.preventDefault();
    doing.review();
  };
  return html`
    ${lastTry(state)}
    ${checksView(dialog.checks)}
    <form novalidate>
      ${alternativesView(dialog, choose)}
      ${formView(form, dialog, misfits, input)}
      ${companyHasNoPlace(form, dialog) ? html`<label><input type="checkbox" ?checked=${leaveOutCompany} @change=${leave} /> This distributor has no place for a company: leave it out</label>` : nothing}
      ${offerView(offer)}
      <div class="actions">
        <button class="main" part="submit" ?disabled=${!dialog.eligible} @click=${review}>Review the order</button>
        <button type="button" part="ask-offer" @click=${() => void doing.askOffer()}>Stock and cost</button>
      </div>
    </form>`;
};
