import * as v from 'valibot';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import * as answers from './answers.ts';
import type { Caller } from './caller.ts';
import type { Narrator } from './narrator.ts';
import { orderOf, type Scenario, scenarios } from './scenarios.ts';

/** One order in trouble: what went wrong at the distributor, and the purchase order that came of it. */
type Troubled = { readonly scenario: Scenario; readonly orderId: string; readonly poNumber: string };

type Fault = 'server-error' | 'garbage' | 'rate-limit';

const scenarioOf = (distributor: DistributorSlug): Scenario => {
  const scenario = scenarios.find((each) => each.distributor === distributor);
  if (scenario === undefined) throw new Error(`${distributor} has no scenario.`);
  return scenario;
};

/** What happens when the distributors go wrong: nobody orders twice, nothing is lost, and a person is asked when nothing else helps. */
export const trouble = async (caller: Caller, narrator: Narrator, run: string): Promise<void> => {
  narrator.scene('When things go wrong');
  const lost = await strike(
    caller,
    narrator,
    'automatic',
    'garbage',
    run,
    'takes the order, but its answer is unreadable',
  );
  const broken = await strike(caller, narrator, 'wps', 'server-error', run, 'answers 500: placed, or not?');
  const unsure = await strike(
    caller,
    narrator,
    'parts-unlimited',
    'server-error',
    run,
    'answers 500, and has no look-up that proves anything',
  );
  const busy = await strike(caller, narrator, 'tucker-rocky', 'rate-limit', run, 'says “too many requests”');

  narrator.tell('Twenty-five minutes pass, and seven more: each is looked up, twice where it seems absent …');
  for (const advanceSeconds of [60, 1500, 420]) await caller.call('POST', '/_local/clock', { advanceSeconds });

  await settled(caller, narrator, lost, 'found at the distributor by its number: it had been placed');
  await settled(caller, narrator, broken, 'absent twice, so it was sent once more under the same number');
  await settled(caller, narrator, busy, 'sent when the pause was over');
  await resolved(caller, narrator, unsure);
  if (narrator.verdict().failed.length > 0) {
    narrator.tell('Not every step was as it should be, so the six weeks until tracking ends are not waited for.');
    return;
  }
  await forgotten(caller, narrator, [lost, broken, busy]);
};

/** Submits an order while the distributor goes wrong. */
const strike = async (
  caller: Caller,
  narrator: Narrator,
  distributor: DistributorSlug,
  fault: Fault,
  run: string,
  what: string,
): Promise<Troubled> => {
  const scenario = scenarioOf(distributor);
  const orderId = `${distributor}-${run}-X`;
  const order = `/v1/stores/${caller.storeId}/orders/${orderId}`;
  await caller.call('PUT', order, orderOf(scenario, scenario.partNumber));
  await caller.call('POST', `/_local/distributors/${distributor}/faults`, { call: 'submit', fault, times: 1 });
  const submit = () => caller.call('POST', `${order}/items/1/drop-ship`, { confirm: true }, { prefer: 'wait=5' });
  const answer = await submit();
  const placed = v.safeParse(answers.Placed, answer.body);
  narrator.expect(`${scenario.name} ${what}: not known yet (202)`, answer.status === 202 && placed.success, answer);
  const again = await submit();
  narrator.expect('the item is locked: a second submit is refused (409)', again.status === 409, again);
  return { scenario, orderId, poNumber: placed.success ? placed.output.poNumber : '-' };
};

const statusOf = async (caller: Caller, { poNumber }: Troubled) => {
  const answer = await caller.call('GET', `/v1/stores/${caller.storeId}/purchase-orders/${poNumber}`);
  const placed = v.safeParse(answers.Placed, answer.body);
  return { answer, status: placed.success ? placed.output.status : null };
};

const heldBy = async (caller: Caller, { scenario, poNumber }: Troubled) => {
  const { body } = await caller.call('GET', `/_local/distributors/${scenario.distributor}/orders`);
  return v.parse(answers.Held, body).filter((order) => order.poNumber === poNumber).length;
};

const settled = async (caller: Caller, narrator: Narrator, troubled: Troubled, how: string): Promise<void> => {
  const { answer, status } = await statusOf(caller, troubled);
  const { scenario, poNumber } = troubled;
  narrator.expect(`${scenario.name}, PO ${poNumber}: accepted (${how})`, status === 'accepted', answer);
  const held = await heldBy(caller, troubled);
  narrator.expect(`${scenario.name} holds exactly one order`, held === 1, held);
};

const resolved = async (caller: Caller, narrator: Narrator, troubled: Troubled): Promise<void> => {
  const { poNumber, scenario } = troubled;
  const { answer, status } = await statusOf(caller, troubled);
  narrator.expect(`${scenario.name}, PO ${poNumber}: a person is asked`, status === 'needs-person', answer);
  const attention = v.safeParse(v.object({ attention: v.object({ whatToDo: v.string() }) }), answer.body);
  if (attention.success) narrator.tell(`    “${attention.output.attention.whatToDo}”`);
  const path = `/v1/stores/${caller.storeId}/purchase-orders/${poNumber}`;
  const reason = 'On the telephone they said that they have no such order.';
  const said = await caller.call('POST', `${path}/resolve`, { outcome: 'not-placed', reason });
  narrator.expect('a person telephones and resolves it: not placed', said.status === 200, said);
  const gone = await caller.call('GET', path);
  narrator.expect('there is no purchase order any more (410), and the item is free', gone.status === 410, gone);
};

/** Nobody ships: after six weeks nobody looks any more, and the store is told whom to call. */
const forgotten = async (caller: Caller, narrator: Narrator, orders: readonly Troubled[]): Promise<void> => {
  narrator.tell('The other three never ship. Six weeks pass; this takes a moment …');
  await caller.call('POST', '/_local/clock', { advanceSeconds: 42 * 86_400 });
  for (const order of orders) {
    const { answer, status } = await statusOf(caller, order);
    narrator.expect(`PO ${order.poNumber}: tracking has stopped`, status === 'tracking-stopped', answer);
  }
};
