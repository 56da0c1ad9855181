import { html, nothing } from 'lit';
import { pass } from './clock-actions.ts';
import { state } from './state.ts';
import { when } from './words.ts';

const steps: readonly (readonly [label: string, seconds: number, passed: string])[] = [
  ['+1 hour', 3600, 'An hour has passed.'],
  ['+1 day', 86_400, 'A day has passed.'],
  ['+6 weeks', 42 * 86_400, 'Six weeks have passed.'],
];

/** The clock, and what is being done: always in sight. */
export const clockView = () => html`
  <header class="top">
    <div class="row apart">
      <h1>Drop-ship <span class="quiet">the local run</span></h1>
      <div class="row" role="group" aria-label="The clock">
        <span class="clock">${state.now === null ? nothing : when(state.now)}</span>
        ${steps.map(
          ([label, seconds, passed]) =>
            html`<button type="button" ?disabled=${state.busy !== null} @click=${() => void pass(seconds, passed)}>${label}</button>`,
        )}
      </div>
    </div>
    ${passing()}
    <p class=${state.trouble === null ? 'status' : 'status bad'} role="status">${state.busy ?? state.trouble ?? state.outcome ?? 'Four simulated distributors, one service, one clock.'}</p>
  </header>`;

const passing = () => {
  if (state.passing === null)
    return state.busy === null
      ? html`<progress class="idle" value="0" aria-hidden="true"></progress>`
      : html`<progress aria-label="Working"></progress>`;
  const { from, to, now } = state.passing;
  return html`<progress aria-label="Time passes" max=${to - from} value=${now - from}></progress>`;
};
