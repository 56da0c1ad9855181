import { css } from 'lit';

/** Every colour and measure is a custom property, so that a webstore gives the dialog its own look; parts are named for the rest. */
export const styles = css`
  :host {
    --ds-accent: var(--drop-ship-accent, #1d4ed8); --ds-on-accent: var(--drop-ship-on-accent, #fff);
    --ds-back: var(--drop-ship-background, #fff); --ds-text: var(--drop-ship-text, #1a1d23);
    --ds-quiet: var(--drop-ship-quiet, #565d6b); --ds-line: var(--drop-ship-line, #8b93a3);
    --ds-bad: var(--drop-ship-bad, #b42318); --ds-good: var(--drop-ship-good, #17683a);
    --ds-test-back: #ffe45c; --ds-test-text: #3d2f00;
    --ds-scheme: light;
  }
  :host([theme='dark']) {
    --ds-accent: var(--drop-ship-accent, #8ab4ff); --ds-on-accent: var(--drop-ship-on-accent, #0b1526);
    --ds-back: var(--drop-ship-background, #171a21); --ds-text: var(--drop-ship-text, #eef0f4);
    --ds-quiet: var(--drop-ship-quiet, #aab2c0); --ds-line: var(--drop-ship-line, #707888);
    --ds-bad: var(--drop-ship-bad, #ff9c92); --ds-good: var(--drop-ship-good, #7fd6a0); --ds-scheme: dark;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      --ds-accent: var(--drop-ship-accent, #8ab4ff); --ds-on-accent: var(--drop-ship-on-accent, #0b1526);
      --ds-back: var(--drop-ship-background, #171a21); --ds-text: var(--drop-ship-text, #eef0f4);
      --ds-quiet: var(--drop-ship-quiet, #aab2c0); --ds-line: var(--drop-ship-line, #707888);
      --ds-bad: var(--drop-ship-bad, #ff9c92); --ds-good: var(--drop-ship-good, #7fd6a0); --ds-scheme: dark;
    }
  }
  .here { position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; visibility: hidden; }
  /* Nothing of the page's is inherited: not its case, not its spacing, not what it takes for 1rem. */
  dialog {
    all: initial; color-scheme: var(--ds-scheme); font: var(--drop-ship-font, medium/1.45 system-ui, sans-serif);
    position: fixed; inset: 0; margin: auto; height: fit-content; text-size-adjust: none;
    box-sizing: border-box; width: min(44em, 100vw); max-width: 100vw; max-height: 100dvh; overflow: auto; padding: 1.25em;
    background: var(--ds-back); color: var(--ds-text); border: 1px solid var(--ds-line); border-radius: 0.75em;
    scroll-padding: 1em 0 5em;
  }
  dialog:not([open]) { display: none; }
  dialog[open] { display: block; }
  dialog::backdrop { background: rgb(0 0 0 / 55%); }
  * { box-sizing: border-box; overflow-wrap: anywhere; }
  bdi { unicode-bidi: isolate; }
  header { display: flex; gap: 1em; justify-content: space-between; align-items: start; }
  h2 { margin: 0 0 0.25em; font-size: 1.3em; } h3 { margin: 1em 0 0.25em; font-size: 1em; } p { margin: 0.4em 0; }
  ul { list-style: none; margin: 0; padding: 0; } li { margin: 0.25em 0; }
  .check { display: grid; grid-template-columns: auto 1fr; gap: 0.4em; }
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); gap: 0.75em; }
  label { display: block; font-weight: 600; font-size: 0.9em; }
  input, select {
    width: 100%; min-height: 2.5em; padding: 0.4em 0.6em; font: inherit; font-weight: 400; color: inherit;
    background: transparent; border: 1px solid var(--ds-line); border-radius: 0.4em;
  }
  label > select { font-size: calc(1em / 0.9); }
  option { background: var(--ds-back); }
  input[aria-invalid='true'] { border-color: var(--ds-bad); border-width: 2px; }
  input[type='checkbox'] { width: 1.2em; min-height: 1.2em; vertical-align: middle; }
  .count, .quiet { font-weight: 400; font-size: 0.85em; color: var(--ds-quiet); }
  .bad { color: var(--ds-bad); } .good { color: var(--ds-good); }
  .test { padding: 0.5em 0.75em; border-radius: 0.4em; background: var(--ds-test-back); color: var(--ds-test-text); font-weight: 700; border: 1px solid transparent; }
  .state { padding: 0.6em 0.9em; border-radius: 0.4em; border-inline-start: 0.35em solid var(--ds-line); background: color-mix(in srgb, var(--ds-line) 14%, transparent); color: var(--ds-text); }
  .state.open { border-color: #d97706; background: color-mix(in srgb, #d97706 14%, transparent); }
  .state.good { border-color: var(--ds-good); background: color-mix(in srgb, var(--ds-good) 12%, transparent); }
  .state.bad { border-color: var(--ds-bad); background: color-mix(in srgb, var(--ds-bad) 12%, transparent); }
  progress { width: 100%; height: 0.4em; accent-color: var(--ds-accent); }
  dl { margin: 0.75em 0; } dl div { display: grid; grid-template-columns: minmax(7em, 30%) 1fr; gap: 0.5em; padding: 0.2em 0; }
  dt { color: var(--ds-quiet); } dd { margin: 0; }
  .note { padding: 0.5em 0.75em; border: 1px solid currentColor; border-radius: 0.4em; }
  .actions { position: sticky; bottom: -1.25em; display: flex; flex-wrap: wrap; gap: 0.75em; margin: 1.25em -1.25em -1.25em; padding: 0.75em 1.25em 1.25em; background: var(--ds-back); }
  button {
    min-height: 2.75em; padding: 0.4em 1.1em; font: inherit; font-weight: 600; color: inherit; cursor: pointer;
    background: transparent; border: 1px solid var(--ds-line); border-radius: 0.5em;
  }
  button.main { background: var(--ds-accent); color: var(--ds-on-accent); border-color: transparent; }
  button.real { animation: settle 0.5s; }
  @keyframes settle { from, 99% { pointer-events: none; } }
  button:disabled { opacity: 0.6; cursor: default; }
  button.small { min-height: 2em; padding: 0.1em 0.7em; font-size: 0.9em; }
  [tabindex='-1']:focus { outline: none; }
  a { color: var(--ds-accent); }
  :focus-visible { outline: 3px solid var(--ds-accent); outline-offset: 2px; }
  @media (prefers-reduced-motion: reduce) { progress { display: none; } }
  @media (max-width: 30em) { dialog { padding: 0.9em; border-radius: 0; scroll-padding-bottom: 9em; } .actions { bottom: -0.9em; margin: 1em -0.9em -0.9em; padding: 0.75em 0.9em 0.9em; } .actions button { width: 100%; } }
  @media (max-height: 30em) { dialog { scroll-padding: 1em 0; } .actions { position: static; } }
`;
