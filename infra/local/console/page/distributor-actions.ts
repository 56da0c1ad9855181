import { act, sentenceOf, store } from './act.ts';
import * as api from './api.ts';
import { state } from './state.ts';
import { nameOf } from './words.ts';

/** The next call of this kind goes wrong there. */
export const breakNext = (distributor: string, call: string, fault: string): Promise<unknown> =>
  api.ask(api.Nothing, 'POST', `/_local/distributors/${distributor}/faults`, { call, fault, times: 1 });

/** Says so, too. */
export const breakIt = (distributor: string, call: string, fault: string, words: string): Promise<void> =>
  act('…', async () => {
    await breakNext(distributor, call, fault);
    return `${nameOf(distributor)}, next time: ${words}.`;
  });

export const mend = (distributor: string): Promise<void> =>
  act('…', async () => {
    await api.ask(api.Nothing, 'DELETE', `/_local/distributors/${distributor}/faults`);
    return `All is well again at ${nameOf(distributor)}.`;
  });

export const verify = (distributor: string): Promise<void> =>
  act(`${nameOf(distributor)} is asked whether it takes the credentials …`, async () => {
    const answer = await api
      .ask(api.Nothing, 'POST', `${store}/distributors/${distributor}/verify`)
      .then(() => '✓ It takes them.')
      .catch((error: unknown) => `✗ ${sentenceOf(error)}`);
    state.verified.set(distributor, answer);
    return null;
  });

export const setTestMode = (distributor: string, testMode: boolean): Promise<void> =>
  act('…', async () => {
    await api.ask(api.Nothing, 'PUT', `${store}/distributors/${distributor}`, { testMode });
    return testMode
      ? `${nameOf(distributor)} is in test mode: its test host, its test key, and mails go to the store.`
      : `${nameOf(distributor)} is live again.`;
  });
