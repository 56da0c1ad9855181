import { html, LitElement, nothing } from 'lit';
import type { Alternative, Dialog, Form, Misfit, Offer, Problem, PurchaseOrder } from './answers.ts';
import { ask } from './backend.ts';
import { afterInput, companyHasNoPlace, proposedForm, standingIn, submitBody, unsettled } from './form.ts';
import { styles } from './styles.ts';
import {
  alternativesView,
  checksView,
  formView,
  itemView,
  offerView,
  purchaseOrderView,
  reviewView,
  testMark,
} from './views.ts';

type Phase = 'loading' | 'failed' | 'form' | 'confirm' | 'sending' | 'done';

/** How often an outcome that is not known yet is asked for, in milliseconds. */
const lookEvery = 5_000;
const isOpen = (status: string): boolean => status === 'submitting' || status === 'in-doubt';

/**
 * `<drop-ship-dialog order-id item-id endpoint>`: the Drop Ship dialog of one order item. `endpoint` is a path of the webstore's own
 * backend, which adds the API key; below it `/orders/{orderId}/items/{itemId}/drop-ship`, its `/offer`, and
 * `/purchase-orders/{poNumber}` are asked, with the bodies of the contract. `theme`: `light`, `dark`, or the system's.
 * Events (bubbling, composed): `drop-ship-accepted` and `drop-ship-pending` with the purchase order as `detail`, `drop-ship-refused`
 * with the problem, `drop-ship-closed`.
 */
export class DropShipDialog extends LitElement {
  static override styles = styles;
  static override properties = {
    orderId: { attribute: 'order-id' },
    itemId: { attribute: 'item-id' },
    endpoint: {},
    theme: { reflect: true },
    phase: { state: true },
    dialog: { state: true },
    form: { state: true },
    problem: { state: true },
    misfits: { state: true },
    placed: { state: true },
    offer: { state: true },
    leaveOutCompany: { state: true },
  };
  declare orderId: string;
  declare itemId: string;
  declare endpoint: string;
  declare theme: string | undefined;
  declare private phase: Phase;
  declare private dialog: Dialog | undefined;
  declare private form: Form | undefined;
  declare private problem: Problem | undefined;
  declare private misfits: readonly Misfit[];
  declare private placed: PurchaseOrder | undefined;
  declare private offer: Offer | undefined;
  declare private leaveOutCompany: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.phase = 'loading';
    this.misfits = [];
    this.leaveOutCompany = false;
  }

  override firstUpdated(): void {
    this.modal?.showModal();
    void this.load(null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get modal(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private get item(): string {
    return `${this.endpoint.replace(/\/$/, '')}/orders/${encodeURIComponent(this.orderId)}/items/${encodeURIComponent(this.itemId)}/drop-ship`;
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Asks for the dialog; `part` = the one that a person chose. */
  private async load(part: Alternative | null): Promise<void> {
    this.phase = 'loading';
    const { distributor = '', partNumber = '' } = part ?? {};
    const query = part === null ? '' : `?${new URLSearchParams({ distributor, partNumber })}`;
    const answer = await ask<Dialog>(`${this.item}${query}`, 'checks');
    if (!answer.ok) return this.fail(answer.problem);
    this.dialog = answer.body;
    this.form = proposedForm(answer.body);
    this.misfits = answer.body.misfits ?? [];
    this.offer = undefined;
    this.leaveOutCompany = false;
    const standing = standingIn(answer.body);
    if (standing !== null) return this.show(standing);
    this.phase = 'form';
  }

  private fail(problem: Problem): void {
    this.problem = problem;
    this.phase = 'failed';
  }

  private async askOffer(): Promise<void> {
    const { distributor, partNumber } = this.dialog ?? {};
    const query = new URLSearchParams({
      ...(distributor ? { distributor } : {}),
      ...(partNumber ? { partNumber } : {}),
    });
    const answer = await ask<Offer>(`${this.item}/offer?${query}`, 'available');
    this.offer = answer.ok
      ? answer.body
      : {
          available: null,
          cost: null,
          currency: null,
          fee: null,
          dropShipAllowed: null,
          message: answer.problem.detail ?? 'Not known just now.',
        };
  }

  private async submit(): Promise<void> {
    if (this.phase === 'sending' || this.dialog === undefined || this.form === undefined) return;
    this.phase = 'sending';
    this.problem = undefined;
    const answer = await ask<PurchaseOrder>(
      this.item,
      'poNumber',
      submitBody(this.form, this.dialog, this.leaveOutCompany),
    );
    if (answer.ok) {
      this.show(answer.body);
      return this.tell(answer.status === 201 ? 'drop-ship-accepted' : 'drop-ship-pending', answer.body);
    }
    const { problem } = answer;
    if (problem.purchaseOrder !== undefined) return this.show(problem.purchaseOrder);
    // Without an answer nobody knows: how it stands is asked for, nothing is sent again by itself.
    if (!problem.type.startsWith('urn:problem:')) return this.afterNoAnswer(problem);
    this.back(problem);
  }

  private back(problem: Problem): void {
    this.problem = problem;
    this.misfits = problem.errors ?? [];
    this.phase = 'form';
    if (problem.suggested !== undefined && this.form !== undefined)
      this.form = { ...this.form, poNumber: problem.suggested };
    if (problem.type.endsWith(':rejected-by-distributor')) this.tell('drop-ship-refused', problem);
  }

  private async afterNoAnswer(problem: Problem): Promise<void> {
    const answer = await ask<Dialog>(this.item, 'checks');
    const standing = answer.ok ? standingIn({ ...answer.body, mode: this.dialog?.mode ?? '' }) : null;
    if (standing !== null) {
      this.show(standing);
      return this.tell('drop-ship-pending', standing);
    }
    if (!answer.ok)
      return this.fail({
        ...problem,
        detail: `${problem.detail} It is not known whether the order was submitted: open this dialog again before you try once more.`,
      });
    this.back({ ...problem, detail: `${problem.detail} Nothing was submitted.` });
  }

  private show(po: PurchaseOrder): void {
    this.placed = po;
    this.phase = 'done';
    clearTimeout(this.timer);
    if (isOpen(po.status)) this.timer = setTimeout(() => void this.look(po), lookEvery);
  }

  /** How it stands now; a number that came to nothing is a refusal, and the form is shown again, still filled. */
  private async look(po: PurchaseOrder): Promise<void> {
    const answer = await ask<PurchaseOrder>(
      `${this.endpoint.replace(/\/$/, '')}/purchase-orders/${encodeURIComponent(po.poNumber)}`,
      'poNumber',
    );
    if (answer.ok) {
      this.show(answer.body);
      if (isOpen(po.status) && !isOpen(answer.body.status)) this.tell('drop-ship-accepted', answer.body);
      return;
    }
    if (answer.status === 410) return this.back(answer.problem);
    this.timer = setTimeout(() => void this.look(po), lookEvery);
  }

  private readonly input = ({ target }: Event): void => {
    if (this.form === undefined || this.dialog === undefined) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    this.form = { ...this.form, [target.name]: target.value };
    this.misfits = afterInput(this.misfits, target.name, this.form, this.dialog);
  };

  private readonly choose = ({ target }: Event): void => {
    const part = target instanceof HTMLSelectElement ? this.dialog?.alternatives?.[Number(target.value)] : undefined;
    if (part !== undefined) void this.load(part);
  };

  private readonly review = (event: Event): void => {
    event.preventDefault();
    if (this.form === undefined || this.dialog === undefined) return;
    if (unsettled(this.misfits, this.leaveOutCompany).length > 0) {
      this.showMisfit();
      return;
    }
    if (companyHasNoPlace(this.form, this.dialog) && !this.leaveOutCompany) return;
    this.problem = undefined;
    this.phase = 'confirm';
  };

  /** Whoever cannot see the page hears which field it is. */
  private showMisfit(): void {
    const field = this.renderRoot.querySelector('[aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  }

  override render() {
    return html`
      <dialog part="dialog" aria-labelledby="title" @close=${() => this.tell('drop-ship-closed')}>
        <header><h2 id="title">Drop ship</h2><button type="button" aria-label="Close" @click=${() => this.modal?.close()}>✕</button></header>
        ${this.dialog?.mode === 'test' && this.phase !== 'done' ? testMark() : nothing}
        ${this.dialog === undefined ? nothing : itemView(this.dialog)}
        ${this.dialog?.warning ? html`<p class="note bad" part="warning"><bdi>${this.dialog.warning}</bdi></p>` : nothing}
        ${this.problemView()}
        ${this.body()}
      </dialog>`;
  }

  private problemView() {
    if (this.problem === undefined) return nothing;
    const { detail, title, distributorMessage, checks } = this.problem;
    return html`
      <div class="note bad" part="problem" role="alert">
        <p><bdi>${detail ?? title}</bdi></p>
        ${distributorMessage ? html`<p>The distributor says: <q><bdi>${distributorMessage}</bdi></q></p>` : nothing}
      </div>
      ${checks === undefined ? nothing : checksView(checks)}`;
  }

  private body() {
    switch (this.phase) {
      case 'loading':
        return html`<p role="status">Loading …</p>`;
      case 'failed':
        return html`<div class="actions"><button type="button" class="main" @click=${this.reload}>Try again</button></div>`;
      case 'sending':
        return html`<p role="status">Sending the order, and waiting for the distributor’s answer. This can take half a minute …</p><progress aria-label="Waiting for the distributor’s answer"></progress>`;
      case 'done':
        return this.placed === undefined ? nothing : purchaseOrderView(this.placed, this.dialog?.contact);
      case 'confirm':
        return this.confirmView();
      case 'form':
        return this.formPage();
    }
  }

  private readonly reload = (): void => {
    this.problem = undefined;
    void this.load(null);
  };

  private confirmView() {
    const { dialog, form } = this;
    if (dialog === undefined || form === undefined) return nothing;
    return html`
      <p><strong>${dialog.mode === 'test' ? 'This places a test order.' : 'This places a real order: the distributor ships it and charges the store.'}</strong></p>
      ${reviewView(form, this.leaveOutCompany)}
      <div class="actions">
        <button type="button" class="main" part="confirm" autofocus @click=${() => void this.submit()}>Place the order</button>
        <button type="button" @click=${() => {
          this.phase = 'form';
        }}>Back</button>
      </div>`;
  }

  private formPage() {
    const { dialog, form } = this;
    if (dialog === undefined || form === undefined) return nothing;
    const needsLeave = companyHasNoPlace(form, dialog);
    return html`
      ${dialog.lastRejection && this.problem === undefined ? html`<p class="note bad">The last try (<bdi>${dialog.lastRejection.poNumber}</bdi>) was refused: <q><bdi>${dialog.lastRejection.distributorMessage}</bdi></q></p>` : nothing}
      ${checksView(dialog.checks)}
      <form novalidate @submit=${this.review}>
        ${alternativesView(dialog, this.choose)}
        ${formView(form, dialog, this.misfits, this.input)}
        ${needsLeave ? html`<label><input type="checkbox" ?checked=${this.leaveOutCompany} @change=${this.leave} /> This distributor has no place for a company: leave it out</label>` : nothing}
        ${this.offer === undefined ? nothing : offerView(this.offer)}
        <div class="actions">
          <button class="main" part="submit" ?disabled=${!dialog.eligible}>Review the order</button>
          <button type="button" part="ask-offer" @click=${() => void this.askOffer()}>Stock and cost</button>
        </div>
      </form>`;
  }

  private readonly leave = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.leaveOutCompany = target.checked;
  };
}

if (customElements.get('drop-ship-dialog') === undefined) customElements.define('drop-ship-dialog', DropShipDialog);
