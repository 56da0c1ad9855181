import { html, nothing } from 'lit';
import { byHand, play, select } from './order-actions.ts';
import { lastOrderOf, state, statusOf } from './state.ts';
import { type Story, stories } from './stories.ts';
import { badge } from './words.ts';

/** The five orders, each played on a click. */
export const storiesView = () => html`
  <section aria-labelledby="stories-title">
    <h2 id="stories-title">Five orders</h2>
    <p class="quiet">A powersports shop sells parts that it does not stock. Click, and see who ships them.</p>
    <ol class="stories">${stories.map(storyView)}</ol>
  </section>`;

const storyView = (story: Story) => {
  const orderId = lastOrderOf(story);
  const playLabel = orderId === undefined ? 'Play' : 'Play again';
  const status = orderId === undefined ? null : statusOf(orderId);
  return html`
    <li class=${orderId !== undefined && orderId === state.selected ? 'story selected' : 'story'}>
      <h3>${story.title}${status === null ? nothing : html` ${badge(status)}`}</h3>
      <p>${story.says}</p>
      <div class="row">
        <button type="button" class="main" aria-label="${playLabel}: ${story.title}" ?disabled=${state.busy !== null} @click=${() => void play(story)}>${playLabel}</button>
        <button type="button" aria-label="By hand: ${story.title}" ?disabled=${state.busy !== null} @click=${() => void byHand(story)}>By hand</button>
        ${orderId === undefined ? nothing : html`<button type="button" class="link" @click=${() => select(orderId)}>See ${orderId}</button>`}
      </div>
    </li>`;
};
