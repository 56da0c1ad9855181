import { css } from 'lit';

/** Every colour and measure is a custom property, so that a webstore gives the dialog its own look; parts are named for the rest. */
export const styles = css`
  :host {
    --ds-accent: var(--drop-ship-accent, #1d4ed8); --ds-on-accent: var(--drop-ship-on-accent, #fff);
    --ds-back: var(--drop-ship-background, #fff); --ds-text: var(--drop-ship-text, #1a1d23);
    --ds-quiet: var(--drop-ship-quiet, #565d6b); --ds-line: var(--drop-ship-line, #8b93a3);
    --ds-bad: var(--drop-ship-bad, #b42318); --ds-good: var(--drop-ship-good, #17683a);
    --ds-test-back: #ffe45c; --ds-test-text: #3d2f00;
    font: var(--drop-ship-font, 1rem/1.45 system-ui, sans-serif); color: var(--ds-text); color-scheme: light;
  }
  :host([theme='dark']) {
    --ds-accent: var(--drop-ship-accent, #8ab4ff); --ds-on-accent: var(--drop-ship-on-accent, #0b1526);
    --ds-back: var(--drop-ship-background, #171a21); --ds-text: var(--drop-ship-text, #eef0f4);
    --ds-quiet: var(--drop-ship-quiet, #aab2c0); --ds-line: var(--drop-ship-line, #707888);
    --ds-bad: var(--drop-ship-bad, #ff9c92); --ds-good: var(--drop-ship-good, #7fd6a0); color-scheme: dark;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      --ds-accent: var(--drop-ship-accent, #8ab4ff); --ds-on-accent: var(--drop-ship-on-accent, #0b1526);
      --ds-back: var(--drop-ship-background, #171a21); --ds-text: var(--drop-ship-text, #eef0f4);
      --ds-quiet: var(--drop-ship-quiet, #aab2c0); --ds-line: var(--drop-ship-line, #707888);
      --ds-bad: var(--drop-ship-bad, #ff9c92); --ds-good: var(--drop-ship-good, #7fd6a0); color-scheme: dark;
    }
  }
  dialog {
    box-sizing: border-box; width: min(44rem, 100vw); max-width: 100vw; max-height: 100dvh; overflow: auto; padding: 1.25rem;
    background: var(--ds-back); color: inherit; border: 1px solid var(--ds-line); border-radius: 0.75rem;
  }
  dialog::backdrop { background: rgb(0 0 0 / 55%); }
  * { box-sizing: border-box; overflow-wrap: anywhere; }
  bdi { unicode-bidi: isolate; }
  header { display: flex; gap: 1rem; justify-content: space-between; align-items: start; }
  h2 { margin: 0 0 0.25rem; font-size: 1.3rem; } h3 { margin: 1rem 0 0.25rem; font-size: 1rem; } p { margin: 0.4rem 0; }
  ul { list-style: none; margin: 0; padding: 0; } li { margin: 0.25rem 0; }
  .check { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem; }
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 0.75rem; }
  label { display: block; font-weight: 600; font-size: 0.9rem; }
  input, select {
    width: 100%; min-height: 2.5rem; padding: 0.4rem 0.6rem; font: inherit; font-weight: 400; color: inherit;
    background: transparent; border: 1px solid var(--ds-line); border-radius: 0.4rem;
  }
  option { background: var(--ds-back); }
  input[aria-invalid='true'] { border-color: var(--ds-bad); border-width: 2px; }
  input[type='checkbox'] { width: 1.2rem; min-height: 1.2rem; vertical-align: middle; }
  .count, .quiet { font-weight: 400; font-size: 0.85rem; color: var(--ds-quiet); }
  .bad { color: var(--ds-bad); } .good { color: var(--ds-good); }
  .test { padding: 0.5rem 0.75rem; border-radius: 0.4rem; background: var(--ds-test-back); color: var(--ds-test-text); font-weight: 700; }
  .state { padding: 0.6rem 0.9rem; border-radius: 0.4rem; border-inline-start: 0.35rem solid var(--ds-line); background: color-mix(in srgb, var(--ds-line) 14%, transparent); color: var(--ds-text); }
  .state.open { border-color: #d97706; background: color-mix(in srgb, #d97706 14%, transparent); }
  .state.good { border-color: var(--ds-good); background: color-mix(in srgb, var(--ds-good) 12%, transparent); }
  .state.bad { border-color: var(--ds-bad); background: color-mix(in srgb, var(--ds-bad) 12%, transparent); }
  progress { width: 100%; height: 0.4rem; accent-color: var(--ds-accent); }
  dl { margin: 0.75rem 0; } dl div { display: grid; grid-template-columns: minmax(7rem, 30%) 1fr; gap: 0.5rem; padding: 0.2rem 0; }
  dt { color: var(--ds-quiet); } dd { margin: 0; }
  .note { padding: 0.5rem 0.75rem; border: 1px solid currentColor; border-radius: 0.4rem; }
  .actions { position: sticky; bottom: -1.25rem; display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.25rem -1.25rem -1.25rem; padding: 0.75rem 1.25rem 1.25rem; background: var(--ds-back); }
  button {
    min-height: 2.75rem; padding: 0.4rem 1.1rem; font: inherit; font-weight: 600; color: inherit; cursor: pointer;
    background: transparent; border: 1px solid var(--ds-line); border-radius: 0.5rem;
  }
  button.main { background: var(--ds-accent); color: var(--ds-on-accent); border-color: transparent; }
  button.real { animation: settle 0.5s; }
  @keyframes settle { from, 99% { pointer-events: none; } }
  button:disabled { opacity: 0.6; cursor: default; }
  button.small { min-height: 2rem; padding: 0.1rem 0.7rem; font-size: 0.9rem; }
  [data-focus]:focus { outline: none; }
  a { color: var(--ds-accent); }
  :focus-visible { outline: 3px solid var(--ds-accent); outline-offset: 2px; }
  @media (max-width: 30rem) { dialog { padding: 0.9rem; border-radius: 0; } .actions { bottom: -0.9rem; margin: 1rem -0.9rem -0.9rem; padding: 0.75rem 0.9rem 0.9rem; } .actions button { width: 100%; } }
`;
