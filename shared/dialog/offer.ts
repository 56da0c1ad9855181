import { type Dialog, Offer, type Problem } from './answers.ts';
import { ask } from './backend.ts';
import { queryOf } from './form.ts';

const noOffer = ({ detail }: Problem): Offer => ({
  available: null,
  cost: null,
  currency: null,
  fee: null,
  dropShipAllowed: null,
  message: detail ?? 'Not known just now.',
});

/** What the distributor says of the part that is shown: stock, cost and fee, or why that is not known. */
export const offerOf = async (itemUrl: string, dialog: Dialog): Promise<Offer> => {
  const answer = await ask(Offer, `${itemUrl}/offer${queryOf(dialog)}`);
  return answer.ok ? answer.body : noOffer(answer.problem);
};
