import { jsonVariable, keyLimit } from '../shared/aws/environment.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { writingPorts } from '../shared/aws/writing-ports.ts';
import { GetDialog, SubmitDialog, SubmitMany } from '../shared/contract/operations/drop-ships.ts';
import { notFound, Problem, tryAgain } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { HostOverrides, hostsWith } from '../shared/distributors/hosts.ts';
import { setUpsWith } from '../shared/distributors/set-ups.ts';
import { failure } from '../shared/domain/ports/log.ts';
import { type Queues, submissions } from '../shared/domain/ports/queues.ts';
import { attemptTags, purchaseOrderTags } from '../shared/domain/purchase-order/log-tags.ts';
import type { PurchaseOrderRow } from '../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../shared/domain/rows/keys.ts';
import {
  earlierVerdicts,
  type ItemVerdict,
  itemResult,
  KeptVerdicts,
  keepVerdicts,
} from '../shared/http/bulk-verdicts.ts';
import { httpHandler } from '../shared/http/door.ts';
import { keptNumber } from '../shared/http/idempotency/kept-number.ts';
import { postRoute } from '../shared/http/idempotency/post-route.ts';
import { lambda } from '../shared/http/lambda.ts';
import { waitSeconds } from '../shared/http/prefer.ts';
import { type DoorPorts, route, type TimeLeft } from '../shared/http/route.ts';
import { attemptOf, claimProblem, outcomeOf } from '../shared/http/submitted.ts';
import { awaitOutcome } from '../shared/ordering/await-outcome.ts';
import { byOrder } from '../shared/ordering/by-order.ts';
import { type ItemId, loadCase } from '../shared/ordering/case.ts';
import {
  type Beside,
  type Claim,
  type ClaimPorts,
  claim,
  type Submission,
  type SubmittedForm,
} from '../shared/ordering/claim.ts';
import { dialog } from '../shared/ordering/dialog.ts';
import { rememberingTable } from '../shared/ordering/remembering-table.ts';

export type DropShipItemsPorts = DoorPorts & ClaimPorts & { readonly queues: Queues };

/** Bulk: what is not claimed by then is to be sent again. */
const bulkMilliseconds = 20_000;

/** So much is kept for the answer itself. */
const answerNeeds = 1500;

/** How long the caller wants to wait, and no longer than the function lives: a 202 in time beats a 503. */
const waitWithin = (time: TimeLeft, prefer: string | undefined): number =>
  Math.max(0, Math.min(waitSeconds(prefer) * 1000, time.remainingMilliseconds() - answerNeeds));

/** The table owes the order already; the nudge only makes it sooner. */
const nudge = async ({ queues, log }: DropShipItemsPorts, row: PurchaseOrderRow): Promise<void> => {
  log.info('purchase-order-claimed', attemptTags(row));
  try {
    await queues.send(submissions(row.distributor), [{ pk: row.pk, sk: row.sk }]);
  } catch (error) {
    log.warn('nudge-not-sent', { ...purchaseOrderTags(row), ...failure(error) });
  }
};

type Submitted = SubmittedForm & { readonly orderId: string; readonly itemId: string };

/** How long whoever was overtaken again and again waits before it tries anew. In milliseconds. */
const overtakenPause = 25;

/** Items of one store may all change the same row, its count of the day: whoever is overtaken tries until the time is over. */
const claimBefore = async (
  ports: DropShipItemsPorts,
  ids: ItemId,
  form: SubmittedForm,
  { end, ...submission }: Submission & { readonly end: number },
): Promise<Claim> => {
  for (;;) {
    const claimed = await claim(ports, ids, form, submission);
    if (claimed.kind !== 'busy' || ports.clock.now() + overtakenPause >= end) return claimed;
    await ports.clock.sleep(overtakenPause);
  }
};

/** Claims one item of many; a verdict, never an exception of its own. */
const submitOne = async (
  ports: DropShipItemsPorts,
  ids: ItemId,
  form: SubmittedForm,
  { end, ...submission }: Submission & { readonly end: number },
): Promise<ItemVerdict> => {
  if (ports.clock.now() >= end) return tryAgain('There was no time left for this item; nothing was sent.');
  const claimed = await claimBefore(ports, ids, form, { end, ...submission }).catch((error: unknown) => {
    ports.log.error('item-not-claimed', failure(error));
    return null;
  });
  if (claimed === null) return tryAgain('It is not known whether this item was submitted: send it again.');
  return claimed.kind === 'claimed' ? claimed.row : claimProblem(claimed);
};

export const dropShipItems = httpHandler<DropShipItemsPorts>([
  route(GetDialog, async ({ storeId, orderId, itemId, query }, ports) => {
    const { distributor = null, partNumber = null } = query;
    const loaded = await loadCase(ports, { storeId, orderId, itemId }, { distributor, partNumber });
    if (loaded === undefined) throw notFound('There is no such item of an order.');
    return reply(200, await dialog(ports, loaded));
  }),

  postRoute(
    SubmitDialog,
    async ({ storeId, orderId, itemId, body, headers, time, hold, correlationId }, ports) => {
      const beside: Beside = (poNumber) => (hold === null ? [] : [hold.claims(poNumber)]);
      const claimed = await claim(ports, { storeId, orderId, itemId }, body, { beside, correlationId });
      if (claimed.kind !== 'claimed') throw claimProblem(claimed);
      await nudge(ports, claimed.row);
      return outcomeOf(await awaitOutcome(ports, claimed.row, waitWithin(time, headers.prefer)));
    },
    {
      ...keptNumber,
      again: async ({ poNumber }, { storeId }, { table }) =>
        outcomeOf(await attemptOf(table, keys.purchaseOrder(storeId, poNumber))),
    },
  ),

  postRoute(
    SubmitMany,
    async ({ storeId, body, hold, correlationId }, ports) => {
      const end = ports.clock.now() + bulkMilliseconds;
      const done = await earlierVerdicts(ports.table, storeId, hold);
      const claiming = { ...ports, table: rememberingTable(ports.table) };
      const claimed: PurchaseOrderRow[] = [];
      const submitAt = async ({ orderId, itemId, ...form }: Submitted, index: number): Promise<ItemVerdict> => {
        const earlier = await done(index);
        if (earlier !== undefined) return earlier;
        const beside: Beside = (poNumber) => (hold === null ? [] : [hold.claimsItem(index, poNumber)]);
        const verdict = await submitOne(claiming, { storeId, orderId, itemId }, form, { end, beside, correlationId });
        if (!(verdict instanceof Problem)) claimed.push(verdict);
        return verdict;
      };
      const results = await byOrder(body.items, async (item, index) => {
        const { orderId, itemId } = item;
        return itemResult({ orderId, itemId }, await submitAt(item, index));
      });
      await Promise.all(claimed.map((row) => nudge(ports, row)));
      return reply(200, { results });
    },
    { kept: KeptVerdicts, keep: keepVerdicts },
  ),
]);

export const handler = lambda(dropShipItems, () => ({
  ...writingPorts('drop-ship-items'),
  queues: awsQueues(),
  setUps: setUpsWith(hostsWith(jsonVariable('DISTRIBUTOR_HOSTS', HostOverrides))),
  rateLimit: keyLimit(),
}));
