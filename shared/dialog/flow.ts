import { type Alternative, Dialog, type Problem, PurchaseOrder } from './answers.ts';
import { ask } from './backend.ts';
import {
  afterInput,
  companyHasNoPlace,
  formAfter,
  isSamePart,
  queryOf,
  renewed,
  standingIn,
  submitBody,
  unsettled,
} from './form.ts';
import { offerOf } from './offer.ts';
import { type News, newsOf, outcomeOf } from './outcome.ts';
import { initialState, type State } from './state.ts';

/** Whose item the dialog is open for, and where it asks. */
type Place = { readonly endpoint: string; readonly orderId: string; readonly itemId: string };

export type FlowParts = {
  readonly place: Place;
  readonly show: (state: State) => void;
  readonly tell: (news: News, detail: unknown) => void;
};

const incomplete: Problem = {
  type: 'incomplete',
  detail: 'The page that holds this dialog has to name its endpoint, order-id and item-id.',
};

/** As a submit would have been answered that the distributor refused. */
const refusal: Problem = { type: 'urn:problem:drop-ship:rejected-by-distributor', detail: 'The order was not placed.' };

export type Flow = ReturnType<typeof flowOf>;

/**
 * One visit of the dialog to one item, from the first question to what became of the order. Whatever is submitted belongs to the item
 * that was shown. Once it is stopped, nothing more is asked or shown, and only what became of a submit is still told.
 */
export const flowOf = ({ place, show, tell }: FlowParts) => {
  const endpoint = place.endpoint.replace(/\/$/, '');
  const itemUrl = `${endpoint}/orders/${encodeURIComponent(place.orderId)}/items/${encodeURIComponent(place.itemId)}/drop-ship`;
  let state = initialState;
  let stopped = false;
  /** What "Try again" does. */
  let retry = (): Promise<void> => load(null);

  const set = (change: Partial<State>): void => {
    if (stopped) return;
    state = { ...state, ...change };
    show(state);
  };

  const outcome = outcomeOf({
    urlOf: (poNumber) => `${endpoint}/purchase-orders/${encodeURIComponent(poNumber)}`,
    set,
    tell,
    refused: (problem) => backToForm(problem),
  });

  const load = async (part: Alternative | null): Promise<void> => {
    if (Object.values(place).includes('')) return set({ phase: 'failed', problem: incomplete });
    retry = () => load(part);
    set({ phase: 'loading', problem: null });
    const answer = await ask(Dialog, `${itemUrl}${queryOf(part)}`);
    if (!answer.ok) return set({ phase: 'failed', problem: answer.problem });
    const { body: dialog } = answer;
    set({ dialog, ...formAfter(dialog, state), offer: null, leaveOutCompany: false });
    const standing = standingIn(dialog);
    if (standing === null) set({ phase: 'form' });
    else outcome.follow(standing, answer.at);
  };

  const askOffer = async (): Promise<void> => {
    const { dialog } = state;
    if (dialog === null || state.offer === 'asked') return;
    set({ offer: 'asked' });
    const offer = await offerOf(itemUrl, dialog);
    // Meanwhile another part may have been chosen.
    if (isSamePart(state.dialog, dialog)) set({ offer });
  };

  const submit = async (): Promise<void> => {
    const { dialog, form, leaveOutCompany } = state;
    if (stopped || state.phase !== 'confirm' || dialog === null || form === null) return;
    set({ phase: 'sending', problem: null });
    const answer = await ask(PurchaseOrder, itemUrl, submitBody(form, dialog, leaveOutCompany));
    // Of another tab, or of this submit, which the browser sent twice: it is this item's order.
    const placed = answer.ok ? answer.body : answer.problem.purchaseOrder;
    if (placed !== undefined) {
      outcome.follow(placed, answer.at);
      return tell(newsOf(placed), placed);
    }
    if (answer.ok) return;
    const { problem, status } = answer;
    // Without an answer of the service nobody knows: how it stands is asked for, nothing is sent again by itself.
    if (status >= 500 || !problem.type.startsWith('urn:problem:') || problem.type.endsWith(':in-progress'))
      return findStanding(problem);
    backToForm(problem);
  };

  const backToForm = (problem: Problem): void => {
    const { form } = state;
    const poNumber = problem.suggested;
    set({
      phase: 'form',
      problem,
      misfits: problem.errors ?? [],
      form: form === null || poNumber === undefined ? form : { ...form, poNumber },
    });
    if (!problem.type.endsWith(':rejected-by-distributor')) return;
    tell('refused', problem);
    if (!stopped) void renew();
  };

  /** After a refusal its number is used up, and the checks may stand otherwise. */
  const renew = async (): Promise<void> => {
    const answer = await ask(Dialog, `${itemUrl}${queryOf(state.dialog)}`);
    if (answer.ok && state.phase === 'form' && standingIn(answer.body) === null) set(renewed(answer.body, state));
  };

  /** After a submit without an answer; what was entered stays. */
  const findStanding = async (problem: Problem): Promise<void> => {
    retry = () => findStanding(problem);
    set({ phase: 'loading' });
    const answer = await ask(Dialog, itemUrl);
    const standing = answer.ok ? standingIn({ ...answer.body, mode: state.dialog?.mode ?? '' }) : null;
    if (standing !== null) {
      set({ problem: null });
      outcome.follow(standing, answer.at);
      return tell(newsOf(standing), standing);
    }
    const { detail } = problem;
    if (answer.ok) {
      const { lastRejection } = answer.body;
      if (lastRejection !== null && lastRejection.poNumber === state.form?.poNumber)
        return backToForm({ ...refusal, distributorMessage: lastRejection.distributorMessage });
      const so =
        'The service has no order of this item. If the first one is still on its way and you submit again, only one is placed.';
      return backToForm({ type: problem.type, detail: `${detail} ${so}` });
    }
    const unknown = 'It is not known whether the order was submitted: “Try again” looks, and submits nothing.';
    set({ phase: 'failed', problem: { type: problem.type, detail: `${detail} ${unknown}` } });
  };

  const input = (name: string, value: string): void => {
    const { dialog, misfits } = state;
    if (state.form === null || dialog === null) return;
    const form = { ...state.form, [name]: value };
    set({ form, misfits: afterInput(misfits, name, form, dialog) });
  };

  /** To the last look before the order is placed; false where something has to be mended first. */
  const review = (): boolean => {
    const { form, dialog, misfits, leaveOutCompany } = state;
    if (form === null || dialog === null || unsettled(misfits, leaveOutCompany).length > 0) return false;
    if (companyHasNoPlace(form, dialog) && !leaveOutCompany) return false;
    set({ phase: 'confirm', problem: null });
    return true;
  };

  return {
    start: () => load(null),
    retry: () => retry(),
    choose: (at: number) => {
      const part = state.dialog?.alternatives[at];
      return part === undefined ? Promise.resolve() : load(part);
    },
    askOffer,
    submit,
    input,
    review,
    leaveOutCompany: (leaveOutCompany: boolean) => set({ leaveOutCompany }),
    back: () => set({ phase: 'form' }),
    lookNow: outcome.lookNow,
    pause: outcome.pause,
    resume: outcome.resume,
    stop: () => {
      stopped = true;
      outcome.pause();
    },
  };
};
