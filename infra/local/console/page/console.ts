import { html, render } from 'lit';
import { begin, refresh } from './act.ts';
import { attentionView } from './attention-view.ts';
import { clockView } from './clock-view.ts';
import { distributorsView } from './distributors-view.ts';
import { metricsView } from './metrics-view.ts';
import { orderView } from './order-view.ts';
import { phoneView, webhooksView } from './phone-view.ts';
import { state } from './state.ts';
import { storiesView } from './stories-view.ts';
import { paintWith } from './words.ts';

const root = document.querySelector<HTMLElement>('#console');

const page = () => html`
  ${clockView()}
  <main>
    <div class="column">${storiesView()}${attentionView()}</div>
    <div class="column" aria-live="off">${orderView()}</div>
    <div class="column">${phoneView()}${webhooksView()}</div>
    <div class="wide">${distributorsView()}</div>
    <div class="wide">${metricsView()}</div>
  </main>`;

const paint = (): void => {
  if (root !== null) render(page(), root);
};

/** What happens by itself (a look-up, a mail) is seen soon; while something is being done, that is what is watched. */
const every = 3000;
const watch = (): void => {
  setInterval(() => {
    if (state.busy === null && document.visibilityState === 'visible') void refresh().catch(() => undefined);
  }, every);
};

paintWith(paint);
root?.replaceChildren();
paint();
await begin();
watch();
