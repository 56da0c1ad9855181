import * as v from 'valibot';
import { home } from '../../../shared/contract/examples.ts';
import * as answers from './answers.ts';
import type { Caller } from './caller.ts';
import type { Narrator } from './narrator.ts';
import { orderOf, type Scenario, scenarios } from './scenarios.ts';
import { trouble } from './trouble.ts';

/** What one distributor's scene leaves for the ending. */
type Outcome = { readonly scenario: Scenario; readonly orderId: string; readonly poNumber: string | null };

type Times = { readonly dialog: number[]; readonly submit: number[] };

/** The whole story. True when every step came out as it should. */
export const play = async (caller: Caller, narrator: Narrator): Promise<boolean> => {
  const run = Date.now().toString(36).toUpperCase();
  const times: Times = { dialog: [], submit: [] };
  const outcomes: Outcome[] = [];
  for (const scenario of scenarios)
    outcomes.push(await scene(caller, narrator, scenario, `${scenario.distributor}-${run}`, times));
  await ending(caller, narrator, outcomes);
  await trouble(caller, narrator, run);
  narrator.scene('How long it took');
  narrator.tell(
    `the dialog: ${median(times.dialog)} ms, a submit until the distributor's yes: ${median(times.submit)} ms (medians)`,
  );
  const { held, failed } = narrator.verdict();
  narrator.tell(`${held} steps as they should be, ${failed.length} not.`);
  return failed.length === 0;
};

const median = (values: readonly number[]): string => {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return middle === undefined ? 'not measured' : middle.toFixed(0);
};

const seen = <Schema extends v.GenericSchema>(
  narrator: Narrator,
  what: string,
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> | null => {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) narrator.expect(what, false, body);
  return parsed.success ? parsed.output : null;
};

/** One order with one distributor: refused reasons, a refusal, an edited address, an acceptance. */
const scene = async (
  caller: Caller,
  narrator: Narrator,
  scenario: Scenario,
  orderId: string,
  times: Times,
): Promise<Outcome> => {
  narrator.scene(`${scenario.name}: order ${orderId}`);
  const order = `/v1/stores/${caller.storeId}/orders/${orderId}`;
  const dialogOf = async (itemId: string) => {
    const answer = await caller.call('GET', `${order}/items/${itemId}/drop-ship`);
    times.dialog.push(answer.milliseconds);
    return seen(narrator, 'the dialog opens', answers.Dialog, answer.body);
  };
  const submit = (itemId: string, form: object) =>
    caller.call('POST', `${order}/items/${itemId}/drop-ship`, { confirm: true, ...form });

  narrator.tell('The webstore tells us of an order of three items: aftermarket, OEM, private label.');
  const put = await caller.call('PUT', order, orderOf(scenario, `UNKNOWN-${scenario.partNumber}`));
  narrator.expect('the order is taken (201)', put.status === 201, put);

  for (const [itemId, kind] of [
    ['2', 'OEM'],
    ['3', 'private label'],
  ] as const) {
    const dialog = await dialogOf(itemId);
    const failing = dialog?.checks.filter(({ passed }) => !passed) ?? [];
    narrator.expect(
      `the dialog refuses the ${kind} item, with its reason`,
      dialog?.eligible === false && failing[0]?.name === 'aftermarket',
      dialog,
    );
    for (const { message } of failing) narrator.tell(`    “${message}”`);
  }

  narrator.tell('The aftermarket item is eligible, but its part number is wrong. A person submits it all the same.');
  const first = await dialogOf('1');
  narrator.expect('all seven checks pass', first?.eligible === true && first.checks.length === 7, first);
  const no = await submit('1', {});
  const refusal = seen(narrator, 'the refusal has its shape', answers.Refusal, no.body);
  narrator.expect(
    'the distributor says no (422, unknown-part)',
    no.status === 422 && refusal?.code === 'unknown-part',
    no,
  );
  narrator.tell(`    “${refusal?.distributorMessage ?? ''}”`);
  const freed = await dialogOf('1');
  narrator.expect(
    'no purchase order is left, and the dialog shows why',
    freed?.purchaseOrder === null && freed.lastRejection?.code === 'unknown-part',
    freed,
  );

  narrator.tell('The webstore mends the part number; the person edits the address, and makes it too long.');
  await caller.call('PUT', order, orderOf(scenario, scenario.partNumber));
  const { field, value } = scenario.tooLong;
  const tooLong = await submit('1', { shipTo: { ...home, [field]: value } });
  const misfits = seen(narrator, 'what does not fit is named', answers.Misfits, tooLong.body);
  narrator.expect(
    `nothing is cut short: ${field} does not fit (422)`,
    tooLong.status === 422 && misfits?.errors[0]?.pointer === `/shipTo/${field}`,
    tooLong,
  );
  for (const { detail } of misfits?.errors ?? []) narrator.tell(`    “${detail}”`);

  narrator.tell('It is shortened, and submitted again.');
  const shipTo = { ...home, line1: "12 O'Brien & Sons Rd", city: 'Meridian', postalCode: '83642' };
  const yes = await submit('1', { shipTo });
  times.submit.push(yes.milliseconds);
  const placed = seen(narrator, 'the purchase order has its shape', answers.Placed, yes.body);
  narrator.expect('the distributor accepts (201)', yes.status === 201 && placed?.status === 'accepted', yes);
  if (placed === null) return { scenario, orderId, poNumber: null };
  narrator.tell(`    PO ${placed.poNumber}, their order ${placed.distributorOrderNumbers.join(', ')}`);

  const held = await caller.call('GET', `/_local/distributors/${scenario.distributor}/orders`);
  const orders = v.parse(answers.Held, held.body).filter(({ poNumber }) => poNumber === placed.poNumber);
  const text = JSON.stringify(orders[0]?.shipTo ?? null);
  narrator.expect(
    `${scenario.name} holds exactly one order, sent to what was entered`,
    orders.length === 1 && text.includes("12 O'Brien & Sons Rd") && text.includes('Meridian'),
    orders,
  );
  const again = await submit('1', {});
  narrator.expect('a second submit is refused (409)', again.status === 409, again);
  const cancel = await caller.call('DELETE', `/v1/stores/${caller.storeId}/purchase-orders/${placed.poNumber}`);
  narrator.expect(
    'it cannot be cancelled here (405), but we say whom to call',
    cancel.status === 405 && v.is(answers.NotHere, cancel.body),
    cancel,
  );
  return { scenario, orderId, poNumber: placed.poNumber };
};

/** The distributors ship, time passes, and everybody hears of it. */
const ending = async (caller: Caller, narrator: Narrator, outcomes: readonly Outcome[]): Promise<void> => {
  narrator.scene('The distributors ship; an hour passes');
  for (const { scenario, poNumber } of outcomes) {
    const packages = [{ carrier: 'ups', trackingNumber: scenario.trackingNumber, quantity: 1 }];
    const shipped = await caller.call(
      'POST',
      `/_local/distributors/${scenario.distributor}/orders/${poNumber ?? '-'}/ship`,
      { packages },
    );
    narrator.expect(
      `${scenario.name} ships with tracking number ${scenario.trackingNumber}`,
      shipped.status === 200,
      shipped,
    );
  }
  narrator.tell('The clock is moved on by an hour; the poller runs …');
  const moved = await caller.call('POST', '/_local/clock', { advanceSeconds: 3700 });
  narrator.expect('the clock has moved', moved.status === 200, moved);

  const mails = v.parse(answers.Mails, (await caller.call('GET', '/_local/mail')).body);
  for (const { scenario, orderId } of outcomes) {
    const order = seen(
      narrator,
      'the order has its shape',
      answers.OrderSeen,
      (await caller.call('GET', `/v1/stores/${caller.storeId}/orders/${orderId}`)).body,
    );
    const numbers =
      order?.items.flatMap(({ shipments }) => shipments.map(({ trackingNumber }) => trackingNumber)) ?? [];
    const noted = order?.notes.some(({ text }) => text.includes(scenario.trackingNumber)) ?? false;
    narrator.expect(
      `order ${orderId} shows the parcel, with a note`,
      numbers.includes(scenario.trackingNumber) && noted,
      order,
    );
    const mine = mails.filter(({ text, subject }) => `${subject} ${text}`.includes(orderId));
    const told =
      mine.length === 1 && mine[0]?.to[0] === 'ada@example.com' && mine[0].html.includes(scenario.trackingNumber);
    narrator.expect('the customer got one mail, with the number in it', told, mine);
    if (mine[0] !== undefined) narrator.tell(`    “${mine[0].subject}”`);
  }
  await webhooks(caller, narrator, outcomes);
};

const webhooks = async (caller: Caller, narrator: Narrator, outcomes: readonly Outcome[]): Promise<void> => {
  const received = v.parse(answers.Webhooks, (await caller.call('GET', '/_local/webhooks')).body);
  const ours = outcomes.map(({ orderId }) =>
    received.filter(({ body }) => JSON.stringify(body).includes(`"${orderId}"`)),
  );
  const count = ours.reduce((sum, each) => sum + each.length, 0);
  narrator.expect(
    `the webstore heard of each order by signed webhooks (${count}): refused, accepted, shipped`,
    ours.every((each) => each.length >= 3 && each.every(({ verified }) => verified)),
    ours.map((each) => each.length),
  );
};
