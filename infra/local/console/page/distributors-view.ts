import { html, nothing } from 'lit';
import type { Distributor } from './api.ts';
import { breakIt, mend, setTestMode, verify } from './distributor-actions.ts';
import { state } from './state.ts';
import { foreign, when } from './words.ts';

/** What can go wrong, in words. */
const breaks: readonly (readonly [words: string, call: string, fault: string])[] = [
  ['it takes the order, and the answer is lost', 'submit', 'timeout-after'],
  ['the order never arrives, and nobody answers', 'submit', 'timeout-before'],
  ['it takes the order half a minute after we gave up', 'submit', 'late'],
  ['it answers an order with an error of its own', 'submit', 'server-error'],
  ['it answers an order with garbage', 'submit', 'garbage'],
  ['something in between says “not found”', 'submit', 'unrouted'],
  ['it says that the part does not exist', 'submit', 'reject-part'],
  ['it says that the part is out of stock', 'submit', 'out-of-stock'],
  ['it says that a payment is due', 'submit', 'reject-payment'],
  ['it refuses the credentials, and quotes them', 'submit', 'bad-credentials'],
  ['it says “too many requests”', 'submit', 'rate-limit'],
  ['a look-up gets an error', 'find', 'server-error'],
  ['a look-up of parcels gets no answer', 'track', 'timeout-before'],
];

/** The four: whether they take our credentials, whether they are tried or real, and what is broken there. */
export const distributorsView = () => html`
  <section aria-labelledby="distributors-title">
    <h2 id="distributors-title">The four distributors</h2>
    <div class="distributors">${state.distributors.map(distributorView)}</div>
  </section>`;

const distributorView = ({
  distributor,
  name,
  configured,
  mode,
  capabilities,
  stopped,
  pausedUntil,
}: Distributor) => html`
  <article class="card" aria-label=${name}>
    <div class="row apart"><h3>${foreign(name)}</h3><span class="badge ${mode === 'test' ? 'test-badge' : 'plain'}">${mode}</span></div>
    ${configured ? nothing : html`<p class="bad">Its credentials are not complete.</p>`}
    ${stopped === null ? nothing : html`<p class="bad">Stopped: ${foreign(stopped.message)}. Nothing is ordered there until its credentials are verified.</p>`}
    ${pausedUntil === null ? nothing : html`<p>Asked nothing until ${when(pausedUntil)}.</p>`}
    <div class="row">
      <button type="button" ?disabled=${state.busy !== null} @click=${() => void verify(distributor)}>Verify the credentials</button>
      <label class="switch"><input type="checkbox" .checked=${mode === 'test'} ?disabled=${state.busy !== null || !capabilities.testMode} @change=${(
        event: Event,
      ) => {
        if (event.target instanceof HTMLInputElement) void setTestMode(distributor, event.target.checked);
      }} /> Test mode${capabilities.testMode ? nothing : ' (it has none)'}</label>
    </div>
    ${stopped === null && state.verified.has(distributor) ? html`<p role="status">${foreign(state.verified.get(distributor))}</p>` : nothing}
    <form class="row" @submit=${(event: SubmitEvent) => submitBreak(event, distributor)}>
      <label class="whole">Break something: next time …
        <select name="fault">${breaks.map(([words], at) => html`<option value=${at}>${words}</option>`)}</select>
      </label>
      <button ?disabled=${state.busy !== null}>Break it</button>
      <button type="button" class="link" ?disabled=${state.busy !== null} @click=${() => void mend(distributor)}>All well again</button>
    </form>
  </article>`;

const submitBreak = (event: SubmitEvent, distributor: string): void => {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const [words, call, fault] = breaks[Number(new FormData(event.target).get('fault'))] ?? [];
  if (words !== undefined && call !== undefined && fault !== undefined) void breakIt(distributor, call, fault, words);
};
