import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { checkSettled } from '../invariants/at-rest.ts';
import { isSettled } from '../invariants/invariants.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { ApiRequest, World } from '../world/state.ts';
import { worldWith } from './prepared-worlds.ts';
import { at, scenario, scene } from './scripts.ts';

/** The numbers of purchase orders in an answer, in its order. */
const numbersIn = (body: unknown): string => (JSON.stringify(body).match(/"poNumber":"[^"]*"/g) ?? []).join();

/** Whoever sends a request again with its key is told what became of it, and not that somebody was quicker. */
const checkRepeated = ({ told }: World): string | null => {
  const keyed = told.filter(({ key }) => key !== undefined);
  for (const [key, answers] of Map.groupBy(keyed, (each) => each.key)) {
    const known = answers.filter(({ status }) => status < 300).map(({ body }) => numbersIn(body));
    if (new Set(known).size > 1) return `The same request (${key}) was told ${known.join(' and ')}.`;
    if (answers.some(({ body }) => JSON.stringify(body).includes('purchase-order-exists')))
      return `A request that was sent again (${key}) was told that its item has a purchase order.`;
  }
  return null;
};

const thrice = (request: ApiRequest) => [0, 2, 4].map((minutes) => at(minutes, request));

/** A person's submit and a list of two, each sent three times with its `Idempotency-Key`. */
export const sentThrice = (slug: DistributorSlug): Scenario =>
  scenario(
    `requests to ${slug} that are sent three times with their Idempotency-Key`,
    () => worldWith(scene(slug, ['O1', 'O2', 'O3'])),
    [
      ...thrice({ ...ask.submitDialog('s1', 'O1'), key: 'one' }),
      ...thrice({ ...ask.submitMany('s1', ['O2', 'O3']), key: 'many' }),
    ],
    {
      isOver: isSettled,
      checkEnd: (world) => {
        checkSettled(world);
        const found = checkRepeated(world);
        if (found !== null) wrong(world, found);
      },
    },
  );
