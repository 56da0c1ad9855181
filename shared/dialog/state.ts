import type { Dialog, Form, Misfit, Offer, Problem, PurchaseOrder } from './answers.ts';

type Phase = 'loading' | 'failed' | 'form' | 'confirm' | 'sending' | 'done';

/** All that the dialog shows. */
export type State = {
  readonly phase: Phase;
  readonly dialog: Dialog | null;
  readonly form: Form | null;
  readonly problem: Problem | null;
  readonly misfits: readonly Misfit[];
  readonly leaveOutCompany: boolean;
  readonly offer: Offer | 'asked' | null;
  readonly placed: PurchaseOrder | null;
  /** When that was told, by the backend's clock; null = it does not say. */
  readonly toldAt: number | null;
  /** Why it is not known at the moment how the order stands, and after how many seconds that is asked again. */
  readonly unheard: { readonly problem: Problem; readonly nextInSeconds: number } | null;
};

export const initialState: State = {
  phase: 'loading',
  dialog: null,
  form: null,
  problem: null,
  misfits: [],
  leaveOutCompany: false,
  offer: null,
  placed: null,
  toldAt: null,
  unheard: null,
};
