import { html } from 'lit';
import type { PurchaseOrder } from './api.ts';
import { resolve } from './order-actions.ts';
import { state } from './state.ts';
import { foreign, nameOf } from './words.ts';

/** What needs a person, over all stores: what to do, and the answer as a button. */
export const attentionView = () => html`
  <section class=${state.attention.length === 0 ? 'card' : 'card alarm'} aria-labelledby="attention-title">
    <h2 id="attention-title">What needs a person</h2>
    ${
      state.attention.length === 0
        ? html`<p class="quiet">Nothing. When no look-up can tell what became of an order, it stands here.</p>`
        : html`<ul class="attention">${state.attention.map(itemView)}</ul>`
    }
  </section>`;

const itemView = (po: PurchaseOrder) => html`
  <li>
    <h3>${po.poNumber} with ${nameOf(po.distributor)}</h3>
    <p>${foreign(po.attention?.whatToDo)}</p>
    <div class="row">${
      po.status === 'needs-person'
        ? html`
          <button type="button" ?disabled=${state.busy !== null} @click=${() => void resolve(po, 'accepted')}>It holds the order</button>
          <button type="button" ?disabled=${state.busy !== null} @click=${() => void resolve(po, 'not-placed')}>It does not</button>`
        : html`<button type="button" ?disabled=${state.busy !== null} @click=${() => void resolve(po, 'noted')}>Noted</button>`
    }</div>
  </li>`;
