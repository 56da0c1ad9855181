import { html, LitElement, type PropertyValues } from 'lit';
import { type Flow, flowOf } from './flow.ts';
import { keepEvents } from './own-events.ts';
import { page } from './pages.ts';
import { initialState, type State } from './state.ts';
import { styles } from './styles.ts';
import { watchVisibility } from './visibility.ts';

const theItem = '[part="item"]';

const namesItem = (changed: PropertyValues): boolean =>
  ['orderId', 'itemId', 'endpoint'].some((name) => changed.has(name));

/**
 * `<drop-ship-dialog order-id item-id endpoint>`: the Drop Ship dialog of one order item. It opens when it is put into the page, and
 * is shown as long as the element is: hidden, it neither blocks the page nor asks anything.
 * `endpoint` is a path of the webstore's own backend, which adds the API key; below it
 * `/orders/{orderId}/items/{itemId}/drop-ship`, its `/offer`, and `/purchase-orders/{poNumber}` are asked, with the bodies of the
 * contract. `theme`: `light`, `dark`, or the system's. Events (bubbling, composed): `drop-ship-accepted` and `drop-ship-pending` with
 * the purchase order as `detail`, `drop-ship-refused` with the problem, `drop-ship-closed`.
 */
export class DropShipDialog extends LitElement {
  static override styles = styles;
  static override properties = {
    orderId: { attribute: 'order-id' },
    itemId: { attribute: 'item-id' },
    endpoint: {},
    theme: { reflect: true },
    state: { state: true },
  };
  declare orderId: string | null | undefined;
  declare itemId: string | null | undefined;
  declare endpoint: string | null | undefined;
  declare theme: string | null | undefined;
  declare private state: State;
  private flow: Flow;
  /** Whether the person has closed it. */
  private isClosed = false;
  /** Whether it was closed because nobody sees it. */
  private isConcealed = false;
  /** What has the focus when the form comes, or comes back: what had it when it was left. */
  private left = theItem;

  constructor() {
    super();
    this.state = initialState;
    this.flow = this.newFlow();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An element that is moved in the page, or put back: its dialog is no longer a modal one.
    if (this.hasUpdated) this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.flow.pause();
  }

  protected override firstUpdated(): void {
    if (this.modal !== null) keepEvents(this.modal);
    if (this.here !== null) watchVisibility(this.here, (isShown) => (isShown ? this.show() : this.conceal()));
    this.show();
  }

  protected override willUpdate(changed: PropertyValues<{ state: State }>): void {
    this.rememberFocus(changed);
    // A page that clears its attributes once the dialog is closed wants nothing more.
    if (namesItem(changed) && (!this.isClosed || (this.orderId && this.itemId && this.endpoint))) this.begin();
    else if (!this.hasUpdated) void this.flow.start();
  }

  protected override updated(changed: PropertyValues<{ state: State }>): void {
    const before = changed.get('state');
    if (namesItem(changed) && !this.isClosed) this.show();
    if (before === undefined || before.phase === this.state.phase || this.modal?.open !== true) return;
    this.modal.scrollTop = 0;
    const ofForm = this.state.phase === 'form' ? this.renderRoot.querySelector(this.left) : null;
    const next = this.renderRoot.querySelector('[data-focus]') ?? ofForm;
    if (next instanceof HTMLElement) next.focus();
  }

  private rememberFocus(changed: PropertyValues<{ state: State }>): void {
    if (changed.get('state')?.phase !== 'form' || this.state.phase === 'form') return;
    const part = this.shadowRoot?.activeElement?.getAttribute('part') ?? 'submit';
    this.left = `[part="${part}"]`;
  }

  /** What is shown as long as the element is, whether the dialog is open or not. */
  private get here(): Element | null {
    return this.renderRoot.querySelector('.here');
  }

  private get modal(): HTMLDialogElement | null {
    return this.hasUpdated ? this.renderRoot.querySelector('dialog') : null;
  }

  private newFlow(): Flow {
    const { endpoint, orderId, itemId } = this;
    return flowOf({
      place: { endpoint: endpoint ?? '', orderId: orderId ?? '', itemId: itemId ?? '' },
      show: (state) => {
        this.state = state;
      },
      tell: (news, detail) => this.tell(`drop-ship-${news}`, detail),
    });
  }

  /** Another item, or the same one from the beginning: nothing of the one before is left. */
  private begin(): void {
    this.flow.stop();
    [this.isClosed, this.left, this.state] = [false, theItem, initialState];
    this.flow = this.newFlow();
    void this.flow.start();
  }

  private show(): void {
    const { modal } = this;
    if (modal === null || modal.matches(':modal')) return;
    if (this.here?.checkVisibility() !== true) {
      this.flow.pause();
      return;
    }
    modal.open = false;
    modal.showModal();
    if (this.isClosed) this.begin();
    else this.flow.resume();
  }

  /** A modal dialog that nobody sees would block the page. */
  private conceal(): void {
    this.flow.pause();
    if (this.modal?.open !== true) return;
    this.isConcealed = true;
    this.modal.close();
  }

  private readonly closed = (): void => {
    const byPerson = !this.isConcealed;
    this.isConcealed = false;
    if (!byPerson) return;
    this.isClosed = true;
    this.flow.stop();
    this.tell('drop-ship-closed');
  };

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Whoever cannot see the page hears which field it is. */
  private readonly review = (): void => {
    if (this.flow.review()) return;
    const field = this.renderRoot.querySelector('[aria-invalid="true"], input[type="checkbox"]');
    if (field instanceof HTMLElement) field.focus();
  };

  protected override render() {
    return html`
      <span class="here"></span>
      <dialog part="dialog" lang="en" dir="ltr" aria-labelledby="title" @close=${this.closed}>
        <header><h2 id="title">Drop ship</h2><button type="button" aria-label="Close" @click=${() => this.modal?.close()}>✕</button></header>
        ${page(this.state, { ...this.flow, review: this.review })}
      </dialog>`;
  }
}

if (customElements.get('drop-ship-dialog') === undefined) customElements.define('drop-ship-dialog', DropShipDialog);
