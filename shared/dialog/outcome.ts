import { type Problem, PurchaseOrder } from './answers.ts';
import { ask } from './backend.ts';
import type { State } from './state.ts';

export type News = 'accepted' | 'pending' | 'refused';

type OutcomeParts = {
  readonly urlOf: (poNumber: string) => string;
  readonly set: (change: Partial<State>) => void;
  readonly tell: (news: News, detail: unknown) => void;
  /** Its number came to nothing. */
  readonly refused: (problem: Problem) => void;
};

/** How often an outcome that is not known yet is asked for, in milliseconds: seldomer and seldomer where no answer can be read. */
const lookEvery = 5_000;
const lookAtLeastEvery = 300_000;

const isOpen = ({ status }: PurchaseOrder): boolean => status === 'submitting' || status === 'in-doubt';

/** By what it says of itself: a backend may have passed on another HTTP status. */
export const newsOf = (po: PurchaseOrder): News =>
  isOpen(po) || po.status === 'needs-person' ? 'pending' : 'accepted';

/** Shows a purchase order, and asks how it stands until its outcome is known. */
export const outcomeOf = ({ urlOf, set, tell, refused }: OutcomeParts) => {
  let followed: PurchaseOrder | null = null;
  let isPaused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = 0;
  /** Counts what is known and asked: the answer to a look that something came after is late, and tells nothing. */
  let turn = 0;

  const follow = (po: PurchaseOrder, toldAt: number | null): void => {
    turn += 1;
    missed = 0;
    followed = po;
    set({ phase: 'done', placed: po, toldAt, unheard: null });
    lookAfter(lookEvery);
  };

  const lookAfter = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!isPaused && followed !== null && isOpen(followed)) timer = setTimeout(() => void look(), milliseconds);
  };

  /** How it stands now; a number that came to nothing is a refusal. */
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (followed === null) return;
    turn += 1;
    const mine = turn;
    const answer = await ask(PurchaseOrder, urlOf(followed.poNumber));
    if (mine !== turn) return;
    if (answer.ok) {
      follow(answer.body, answer.at);
      if (!isOpen(answer.body)) tell(newsOf(answer.body), answer.body);
      return;
    }
    const { problem, status } = answer;
    if (status === 410 && problem.type.startsWith('urn:problem:')) {
      followed = null;
      return refused(problem);
    }
    const wait = Math.min(lookEvery * 2 ** missed, lookAtLeastEvery);
    missed += 1;
    set({ unheard: { problem, nextInSeconds: wait / 1000 } });
    lookAfter(wait);
  };

  return {
    follow,
    lookNow: look,
    /** Asks nothing by itself any more, and hears nothing of what it has asked, until `resume`. */
    pause: () => {
      isPaused = true;
      turn += 1;
      clearTimeout(timer);
    },
    resume: () => {
      isPaused = false;
      if (followed !== null && isOpen(followed)) void look();
    },
  };
};
