import { html, nothing } from 'lit';
import type { HeldOrder, Order, PurchaseOrder } from './api.ts';
import { openDialog, ship } from './order-actions.ts';
import { heldOf, purchaseOrderOf, state } from './state.ts';
import { type Story, storyOf } from './stories.ts';
import { badge, foreign, nameOf, when } from './words.ts';

/** The order that is looked at: where it stands, what happened, and what the distributor really holds. */
export const orderView = () => {
  const order = state.selected === null ? undefined : state.orders.get(state.selected);
  const story = order === undefined ? undefined : storyOf(order.orderId);
  if (order === undefined || story === undefined)
    return html`<section class="card empty"><h2>Nothing was played yet</h2><p>Begin with “The answer is lost”: the one that others get wrong.</p></section>`;
  const po = purchaseOrderOf(order);
  return html`
    <section class="card" aria-labelledby="order-title">
      <div class="row apart"><h2 id="order-title">Order ${order.orderId}</h2>${badge(po?.status ?? 'no purchase order')}</div>
      ${po?.mode === 'test' ? html`<p class="test">TEST MODE: nothing is bought and no customer is mailed.</p>` : nothing}
      ${order.items.map(({ title, quantity }) => html`<p>${quantity} × ${foreign(title)}, for ${foreign(story.customer.name)} in ${foreign(story.shipTo.city)}, from ${nameOf(story.distributor)}</p>`)}
      ${po === null ? nothing : purchaseOrderView(po)}
      <p class="next">${nextStep(order, story, po)}</p>
      <div class="row">
        <button type="button" @click=${() => openDialog(order.orderId)}>Open the Drop Ship dialog</button>
        ${canShip(order, story, po) ? html`<button type="button" class="main" ?disabled=${state.busy !== null} @click=${() => void ship(order.orderId, story)}>Let ${nameOf(story.distributor)} ship it</button>` : nothing}
      </div>
    </section>
    ${heldView(order, story)}
    ${historyView(po)}`;
};

const purchaseOrderView = (po: PurchaseOrder) => html`
  <dl class="facts">
    <dt>Purchase order</dt><dd>${po.poNumber}</dd>
    <dt>${nameOf(po.distributor)} calls it</dt><dd>${po.distributorOrderNumbers.length === 0 ? 'not known' : foreign(po.distributorOrderNumbers.join(', '))}</dd>
    ${po.trackUntil === null ? nothing : html`<dt>Tracking is looked for until</dt><dd>${when(po.trackUntil)}</dd>`}
    ${po.shipments.map(({ carrier, trackingNumber, trackingUrl }) => html`<dt>Parcel</dt><dd>${foreign(carrier?.toUpperCase())} ${trackingUrl === null ? foreign(trackingNumber) : html`<a href=${trackingUrl} target="_blank" rel="noopener noreferrer">${trackingNumber}</a>`}</dd>`)}
  </dl>`;

const canShip = ({ orderId }: Order, story: Story, po: PurchaseOrder | null): boolean =>
  po?.status === 'accepted' && heldOf(orderId, story.distributor).some(({ shipments }) => shipments.length === 0);

/** What a newcomer does next. */
const nextStep = (order: Order, story: Story, po: PurchaseOrder | null): string => {
  const name = nameOf(story.distributor);
  const held = heldOf(order.orderId, story.distributor);
  if (po === null) return 'The item is free: open the dialog to see why nothing was ordered, or to order.';
  if (po.status === 'in-doubt' || po.status === 'submitting')
    return `Nothing is sent twice. Let an hour pass: the service looks ${po.poNumber} up at ${name}.`;
  if (po.status === 'needs-person') return 'A person has to ask the distributor: see “What needs a person”.';
  if (held.every(({ shipments }) => shipments.length === 0))
    return `${name} has the order. Let it ship, then let an hour pass.`;
  if (po.shipments.length === 0) return 'Shipped, and not known here yet. Let an hour pass: the service asks.';
  if (po.trackUntil !== null && state.now !== null && po.trackUntil <= state.now)
    return 'The customer was told: see the phone. Six weeks have passed, and the service asks no more.';
  return 'The customer was told: see the phone. Let six weeks pass, and the service asks no more.';
};

const heldView = ({ orderId }: Order, story: Story) => {
  const held = heldOf(orderId, story.distributor);
  const name = nameOf(story.distributor);
  return html`
    <section class="card" aria-labelledby="held-title">
      <h2 id="held-title">What ${name} really holds</h2>
      <p class="count"><strong>${held.length}</strong> ${held.length === 1 ? 'order' : 'orders'} of this item</p>
      ${held.map(heldOrderView)}
    </section>`;
};

const heldOrderView = ({ poNumber, orderNumber, mode, lines, shipments }: HeldOrder) => html`
  <p>Its number ${foreign(orderNumber)} for ${foreign(poNumber)}${mode === 'test' ? ' (test)' : ''}: ${lines.map(({ partNumber, quantity }) => html`${quantity} × ${foreign(partNumber)} `)}${shipments.length === 0 ? 'not shipped' : html`shipped in ${shipments.length} ${shipments.length === 1 ? 'parcel' : 'parcels'}`}</p>`;

const historyView = (po: PurchaseOrder | null) => html`
  <section class="card" aria-labelledby="history-title">
    <div class="row apart"><h2 id="history-title">What happened</h2>
      ${po === null ? nothing : html`<a href="/_local/why/${po.poNumber}?store=${po.storeId}" target="_blank">with every line of the log</a>`}</div>
    ${
      state.timeline.length === 0
        ? html`<p class="quiet">Nothing yet.</p>`
        : html`<ol class="timeline">${state.timeline.map(({ at, text, by }) => html`<li class="by-${by}"><time datetime=${at}>${when(at)}, ${whose.get(by) ?? by}</time><p>${foreign(text)}</p></li>`)}</ol>`
    }
  </section>`;

const whose: ReadonlyMap<string, string> = new Map([
  ['store', 'by the store’s people'],
  ['webstore', 'by the webstore'],
  ['distributor', 'by the distributor'],
  ['service', 'by the service'],
]);
