import { html, LitElement, type PropertyValues } from 'lit';
import { type Flow, flowOf, initialState, type State } from './flow.ts';
import { page } from './pages.ts';
import { styles } from './styles.ts';

/**
 * `<drop-ship-dialog order-id item-id endpoint>`: the Drop Ship dialog of one order item. It opens when it is put into the page.
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

  constructor() {
    super();
    this.state = initialState;
    this.flow = this.newFlow();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An element that is moved in the page, or put back: its dialog is no longer a modal one.
    if (this.modal !== null) this.showAgain(this.modal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.flow.pause();
  }

  protected override firstUpdated(): void {
    this.modal?.showModal();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['orderId', 'itemId', 'endpoint'].some((name) => changed.has(name))) this.begin();
    else if (!this.hasUpdated) void this.flow.start();
  }

  protected override updated(changed: PropertyValues<{ state: State }>): void {
    const before = changed.get('state');
    if (before === undefined || before.phase === this.state.phase || this.modal?.open !== true) return;
    this.modal.scrollTop = 0;
    const marked = this.renderRoot.querySelector('[data-focus]');
    if (marked instanceof HTMLElement) marked.focus();
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
    this.state = initialState;
    this.flow = this.newFlow();
    void this.flow.start();
  }

  private showAgain(modal: HTMLDialogElement): void {
    const wasOpen = modal.open;
    modal.open = false;
    modal.showModal();
    if (wasOpen) this.flow.resume();
    else this.begin();
  }

  private readonly closed = (): void => {
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
      <dialog part="dialog" aria-labelledby="title" @close=${this.closed}>
        <header><h2 id="title">Drop ship</h2><button type="button" aria-label="Close" @click=${() => this.modal?.close()}>✕</button></header>
        ${page(this.state, { ...this.flow, review: this.review })}
      </dialog>`;
  }
}

if (customElements.get('drop-ship-dialog') === undefined) customElements.define('drop-ship-dialog', DropShipDialog);
