import { act } from './act.ts';
import * as api from './api.ts';
import { state } from './state.ts';
import { repaint } from './words.ts';

/** Lets time pass; the page sees how far it is. */
export const pass = (seconds: number, passed: string): Promise<void> =>
  act('Time passes …', async () => {
    const from = Date.parse((await api.get(api.Hello, '/_local')).now);
    const to = from + seconds * 1000;
    state.passing = { from, to, now: from };
    repaint();
    const watching = setInterval(() => {
      void api
        .get(api.Hello, '/_local')
        .then(({ now }) => {
          // An answer may come when the time has passed already.
          if (state.passing?.to !== to) return;
          Object.assign(state, { now, passing: { from, to, now: Math.min(to, Date.parse(now)) } });
          repaint();
        })
        .catch(() => undefined);
    }, 250);
    try {
      await api.ask(api.Nothing, 'POST', '/_local/clock', { advanceSeconds: seconds });
    } finally {
      clearInterval(watching);
      state.passing = null;
    }
    return passed;
  });
