import { type Alternative, Dialog, Offer, type Problem, PurchaseOrder } from './answers.ts';
import { ask } from './backend.ts';
import { afterInput, companyHasNoPlace, formAfter, standingIn, submitBody, unsettled } from './form.ts';
import { initialState, type State } from './state.ts';

/** Whose item the dialog is open for, and where it asks. */
type Place = { readonly endpoint: string; readonly orderId: string; readonly itemId: string };

type News = 'accepted' | 'pending' | 'refused';

export type FlowParts = {
  readonly place: Place;
  readonly show: (state: State) => void;
  readonly tell: (news: News, detail: unknown) => void;
};

/** How often an outcome that is not known yet is asked for, in milliseconds: seldomer and seldomer where no answer can be read. */
const lookEvery = 5_000;
const lookAtLeastEvery = 300_000;

const isOpen = ({ status }: PurchaseOrder): boolean => status === 'submitting' || status === 'in-doubt';

/** By what it says of itself: a backend may have passed on another HTTP status. */
const newsOf = (po: PurchaseOrder): News => (isOpen(po) || po.status === 'needs-person' ? 'pending' : 'accepted');

const incomplete: Problem = {
  type: 'incomplete',
  detail: 'The page that holds this dialog has to name its endpoint, order-id and item-id.',
};

const noOffer = ({ detail }: Problem): Offer => ({
  available: null,
  cost: null,
  currency: null,
  fee: null,
  dropShipAllowed: null,
  message: detail ?? 'Not known just now.',
});

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = 0;
  /** What "Try again" does. */
  let retry = (): Promise<void> => load(null);

  const set = (change: Partial<State>): void => {
    if (stopped) return;
    state = { ...state, ...change };
    show(state);
  };

  const load = async (part: Alternative | null): Promise<void> => {
    if (Object.values(place).includes('')) return set({ phase: 'failed', problem: incomplete });
    retry = () => load(part);
    set({ phase: 'loading', problem: null });
    const { distributor = '', partNumber = '' } = part ?? {};
    const query = part === null ? '' : `?${new URLSearchParams({ distributor, partNumber })}`;
    const answer = await ask(Dialog, `${itemUrl}${query}`);
    if (!answer.ok) return set({ phase: 'failed', problem: answer.problem });
    const { body: dialog } = answer;
    set({ dialog, ...formAfter(dialog, state), offer: null, leaveOutCompany: false });
    const standing = standingIn(dialog);
    if (standing === null) set({ phase: 'form' });
    else follow(standing, answer.at);
  };

  const askOffer = async (): Promise<void> => {
    const { dialog } = state;
    if (dialog === null || state.offer === 'asked') return;
    set({ offer: 'asked' });
    const { distributor, partNumber } = dialog;
    const query = new URLSearchParams({
      ...(distributor ? { distributor } : {}),
      ...(partNumber ? { partNumber } : {}),
    });
    const answer = await ask(Offer, `${itemUrl}/offer?${query}`);
    // Meanwhile another part may have been chosen.
    if (state.dialog === dialog) set({ offer: answer.ok ? answer.body : noOffer(answer.problem) });
  };

  const submit = async (): Promise<void> => {
    const { dialog, form, leaveOutCompany } = state;
    if (stopped || state.phase !== 'confirm' || dialog === null || form === null) return;
    set({ phase: 'sending', problem: null });
    const answer = await ask(PurchaseOrder, itemUrl, submitBody(form, dialog, leaveOutCompany));
    // Of another tab, or of this submit, which the browser sent twice: it is this item's order.
    const placed = answer.ok ? answer.body : answer.problem.purchaseOrder;
    if (placed !== undefined) {
      follow(placed, answer.at);
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
    if (problem.type.endsWith(':rejected-by-distributor')) tell('refused', problem);
  };

  /** After a submit without an answer; what was entered stays. */
  const findStanding = async (problem: Problem): Promise<void> => {
    retry = () => findStanding(problem);
    set({ phase: 'loading' });
    const answer = await ask(Dialog, itemUrl);
    const standing = answer.ok ? standingIn({ ...answer.body, mode: state.dialog?.mode ?? '' }) : null;
    if (standing !== null) {
      set({ problem: null });
      follow(standing, answer.at);
      return tell(newsOf(standing), standing);
    }
    const { detail } = problem;
    if (answer.ok) {
      const so =
        'The service has no order of this item. If the first one is still on its way and you submit again, only one is placed.';
      return backToForm({ type: problem.type, detail: `${detail} ${so}` });
    }
    const unknown = 'It is not known whether the order was submitted: “Try again” looks, and submits nothing.';
    set({ phase: 'failed', problem: { type: problem.type, detail: `${detail} ${unknown}` } });
  };

  const follow = (po: PurchaseOrder, toldAt: number | null): void => {
    missed = 0;
    set({ phase: 'done', placed: po, toldAt, unheard: null });
    if (isOpen(po)) lookAfter(po, lookEvery);
  };

  const lookAfter = (po: PurchaseOrder, milliseconds: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void look(po), milliseconds);
  };

  /** How it stands now; a number that came to nothing is a refusal, and the form is shown again, still filled. */
  const look = async (po: PurchaseOrder): Promise<void> => {
    clearTimeout(timer);
    const answer = await ask(PurchaseOrder, `${endpoint}/purchase-orders/${encodeURIComponent(po.poNumber)}`);
    if (stopped) return;
    if (answer.ok) {
      follow(answer.body, answer.at);
      if (!isOpen(answer.body)) tell(newsOf(answer.body), answer.body);
      return;
    }
    const { problem } = answer;
    if (answer.status === 410 && problem.type.startsWith('urn:problem:')) return backToForm(problem);
    const wait = Math.min(lookEvery * 2 ** missed, lookAtLeastEvery);
    missed += 1;
    set({ unheard: { problem, nextInSeconds: wait / 1000 } });
    lookAfter(po, wait);
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
    lookNow: () => (state.placed === null ? Promise.resolve() : look(state.placed)),
    /** Asks nothing by itself any more, until `resume`. */
    pause: () => clearTimeout(timer),
    resume: () => {
      if (state.phase === 'done' && state.placed !== null && isOpen(state.placed)) void look(state.placed);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
