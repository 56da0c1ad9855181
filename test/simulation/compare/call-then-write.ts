import { openAccount } from '../../../shared/accounts/open.ts';
import type { HandleNudge } from '../../../shared/aws/worker.ts';
import { withDerived } from '../../../shared/domain/purchase-order/due.ts';
import { accept, askPerson, giveUp } from '../../../shared/domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { amend, load } from '../../../shared/domain/rows/amend.ts';
import { type SubmitVerdict, safeText } from '../../../shared/domain/verdicts.ts';
import { drainOutbox } from '../../../shared/ordering/drain-outbox.ts';
import type { OrderingPorts } from '../../../shared/ordering/ports.ts';

/** Asks the distributor to take it; throws where it certainly did not, so that the queue tries again. */
export const callOnce = async (
  ports: OrderingPorts,
  po: PurchaseOrderRow,
  deadline: number,
): Promise<SubmitVerdict> => {
  const opened = await openAccount(ports, po, deadline);
  if (!opened.usable || po.shipTo === null) {
    return { verdict: 'refused', code: 'bad-credentials', message: safeText('The account cannot be used.') };
  }
  const order = { ...po, shipTo: po.shipTo };
  const answer = await ports.distributors[po.distributor].submit(opened.account, order, { resend: false });
  if (answer.verdict === 'not-taken') throw new Error('Not taken: the queue tries again.');
  return answer;
};

/** Writes down what the distributor said. An answer that nobody understood goes to a person. */
export const writeDown = async (ports: OrderingPorts, po: PurchaseOrderRow, answer: SubmitVerdict): Promise<void> => {
  const { row } = await amend(ports, po, PurchaseOrderRow, (current) => {
    if (current === undefined || current.state !== 'claimed') return null;
    const now = ports.clock.now();
    switch (answer.verdict) {
      case 'accepted':
        return withDerived(accept({ ...current, sends: 1 }, now, answer.orderNumbers, 'Accepted'), now);
      case 'refused':
        return giveUp({ ...current, sends: 0 }, now, answer.code, answer.message);
      default:
        return withDerived(askPerson(current, now, 'cannot-be-decided', 'Ask the distributor.'), now);
    }
  });
  if (row !== undefined) await drainOutbox(ports, row);
};

/**
 * The straightforward way, done with care: what is settled already is not sent again; what was certainly not taken is tried
 * again by the queue; what nobody understood goes to a person; the answer is written with a condition.
 */
export const callThenWrite =
  (ports: OrderingPorts): HandleNudge =>
  async (nudge, turn) => {
    const po = await load(ports.table, nudge, PurchaseOrderRow);
    if (po === undefined) return;
    if (po.state !== 'claimed') return drainOutbox(ports, po);
    const answer = await callOnce(ports, po, ports.clock.now() + turn.remainingMilliseconds() - 5000);
    await writeDown(ports, po, answer);
  };
