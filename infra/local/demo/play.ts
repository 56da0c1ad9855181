import * as v from 'valibot';
import { home } from '../../../shared/contract/examples.ts';
import * as answers from './answers.ts';
import type { Caller } from './caller.ts';
import { cast, orderOf, type Part } from './cast.ts';
import type { Stage } from './stage.ts';
import { trouble } from './trouble.ts';

/** What one distributor's chapter leaves for the ending. */
type Outcome = { readonly part: Part; readonly orderId: string; readonly poNumber: string | null };

type Times = { readonly dialog: number[]; readonly submit: number[] };

/** The whole story. True when every step came out as it should. */
export const play = async (caller: Caller, stage: Stage): Promise<boolean> => {
  const run = Date.now().toString(36).toUpperCase();
  const times: Times = { dialog: [], submit: [] };
  const outcomes: Outcome[] = [];
  for (const part of cast) outcomes.push(await chapter(caller, stage, part, `${part.distributor}-${run}`, times));
  await ending(caller, stage, outcomes);
  await trouble(caller, stage, run);
  stage.chapter('How long it took');
  stage.tell(
    `the dialog: ${median(times.dialog)} ms, a submit until the distributor's yes: ${median(times.submit)} ms (medians)`,
  );
  const { held, failed } = stage.verdict();
  stage.tell(`${held} steps as they should be, ${failed.length} not.`);
  return failed.length === 0;
};

const median = (values: readonly number[]): string => {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return middle === undefined ? 'not measured' : middle.toFixed(0);
};

const seen = <Schema extends v.GenericSchema>(
  stage: Stage,
  what: string,
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> | null => {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) stage.expect(what, false, body);
  return parsed.success ? parsed.output : null;
};

/** One order with one distributor: refused reasons, a refusal, an edited address, an acceptance. */
const chapter = async (caller: Caller, stage: Stage, part: Part, orderId: string, times: Times): Promise<Outcome> => {
  stage.chapter(`${part.name}: order ${orderId}`);
  const order = `/v1/stores/${caller.storeId}/orders/${orderId}`;
  const dialogOf = async (itemId: string) => {
    const answer = await caller.call('GET', `${order}/items/${itemId}/drop-ship`);
    times.dialog.push(answer.milliseconds);
    return seen(stage, 'the dialog opens', answers.Dialog, answer.body);
  };
  const submit = (itemId: string, form: object) =>
    caller.call('POST', `${order}/items/${itemId}/drop-ship`, { confirm: true, ...form });

  stage.tell('The webstore tells us of an order of three items: aftermarket, OEM, private label.');
  const put = await caller.call('PUT', order, orderOf(part, `UNKNOWN-${part.partNumber}`));
  stage.expect('the order is taken (201)', put.status === 201, put);

  for (const [itemId, kind] of [
    ['2', 'OEM'],
    ['3', 'private label'],
  ] as const) {
    const dialog = await dialogOf(itemId);
    const failing = dialog?.checks.filter(({ passed }) => !passed) ?? [];
    stage.expect(
      `the dialog refuses the ${kind} item, with its reason`,
      dialog?.eligible === false && failing[0]?.name === 'aftermarket',
      dialog,
    );
    for (const { message } of failing) stage.tell(`    “${message}”`);
  }

  stage.tell('The aftermarket item is eligible, but its part number is wrong. A person submits it all the same.');
  const first = await dialogOf('1');
  stage.expect('all seven checks pass', first?.eligible === true && first.checks.length === 7, first);
  const no = await submit('1', {});
  const refusal = seen(stage, 'the refusal has its shape', answers.Refusal, no.body);
  stage.expect(
    'the distributor says no (422, unknown-part)',
    no.status === 422 && refusal?.code === 'unknown-part',
    no,
  );
  stage.tell(`    “${refusal?.distributorMessage ?? ''}”`);
  const freed = await dialogOf('1');
  stage.expect(
    'no purchase order is left, and the dialog shows why',
    freed?.purchaseOrder === null && freed.lastRejection?.code === 'unknown-part',
    freed,
  );

  stage.tell('The webstore mends the part number; the person edits the address, and makes it too long.');
  await caller.call('PUT', order, orderOf(part, part.partNumber));
  const { field, value } = part.tooLong;
  const tooLong = await submit('1', { shipTo: { ...home, [field]: value } });
  const misfits = seen(stage, 'what does not fit is named', answers.Misfits, tooLong.body);
  stage.expect(
    `nothing is cut short: ${field} does not fit (422)`,
    tooLong.status === 422 && misfits?.errors[0]?.pointer === `/shipTo/${field}`,
    tooLong,
  );
  for (const { detail } of misfits?.errors ?? []) stage.tell(`    “${detail}”`);

  stage.tell('It is shortened, and submitted again.');
  const shipTo = { ...home, line1: "12 O'Brien & Sons Rd", city: 'Meridian', postalCode: '83642' };
  const yes = await submit('1', { shipTo });
  times.submit.push(yes.milliseconds);
  const placed = seen(stage, 'the purchase order has its shape', answers.Placed, yes.body);
  stage.expect('the distributor accepts (201)', yes.status === 201 && placed?.status === 'accepted', yes);
  if (placed === null) return { part, orderId, poNumber: null };
  stage.tell(`    PO ${placed.poNumber}, their order ${placed.distributorOrderNumbers.join(', ')}`);

  const held = await caller.call('GET', `/_local/distributors/${part.distributor}/orders`);
  const orders = v.parse(answers.Held, held.body).filter(({ poNumber }) => poNumber === placed.poNumber);
  const text = JSON.stringify(orders[0]?.shipTo ?? null);
  stage.expect(
    `${part.name} holds exactly one order, sent to what was entered`,
    orders.length === 1 && text.includes("12 O'Brien & Sons Rd") && text.includes('Meridian'),
    orders,
  );
  const again = await submit('1', {});
  stage.expect('a second submit is refused (409)', again.status === 409, again);
  const cancel = await caller.call('DELETE', `/v1/stores/${caller.storeId}/purchase-orders/${placed.poNumber}`);
  stage.expect(
    'it cannot be cancelled here (405), but we say whom to call',
    cancel.status === 405 && v.is(answers.NotHere, cancel.body),
    cancel,
  );
  return { part, orderId, poNumber: placed.poNumber };
};

/** The distributors ship, time passes, and everybody hears of it. */
const ending = async (caller: Caller, stage: Stage, outcomes: readonly Outcome[]): Promise<void> => {
  stage.chapter('The distributors ship; an hour passes');
  for (const { part, poNumber } of outcomes) {
    const packages = [{ carrier: 'ups', trackingNumber: part.trackingNumber, quantity: 1 }];
    const shipped = await caller.call(
      'POST',
      `/_local/distributors/${part.distributor}/orders/${poNumber ?? '-'}/ship`,
      { packages },
    );
    stage.expect(`${part.name} ships with tracking number ${part.trackingNumber}`, shipped.status === 200, shipped);
  }
  stage.tell('The clock is moved on by an hour; the poller runs …');
  const moved = await caller.call('POST', '/_local/clock', { advanceSeconds: 3700 });
  stage.expect('the clock has moved', moved.status === 200, moved);

  const mails = v.parse(answers.Mails, (await caller.call('GET', '/_local/mail')).body);
  for (const { part, orderId } of outcomes) {
    const order = seen(
      stage,
      'the order has its shape',
      answers.OrderSeen,
      (await caller.call('GET', `/v1/stores/${caller.storeId}/orders/${orderId}`)).body,
    );
    const numbers =
      order?.items.flatMap(({ shipments }) => shipments.map(({ trackingNumber }) => trackingNumber)) ?? [];
    const noted = order?.notes.some(({ text }) => text.includes(part.trackingNumber)) ?? false;
    stage.expect(
      `order ${orderId} shows the parcel, with a note`,
      numbers.includes(part.trackingNumber) && noted,
      order,
    );
    const mine = mails.filter(({ text, subject }) => `${subject} ${text}`.includes(orderId));
    const told =
      mine.length === 1 && mine[0]?.to[0] === 'ada@example.com' && mine[0].html.includes(part.trackingNumber);
    stage.expect('the customer got one mail, with the number in it', told, mine);
    if (mine[0] !== undefined) stage.tell(`    “${mine[0].subject}”`);
  }
  await webhooks(caller, stage, outcomes);
};

const webhooks = async (caller: Caller, stage: Stage, outcomes: readonly Outcome[]): Promise<void> => {
  const received = v.parse(answers.Webhooks, (await caller.call('GET', '/_local/webhooks')).body);
  const ours = outcomes.map(({ orderId }) =>
    received.filter(({ body }) => JSON.stringify(body).includes(`"${orderId}"`)),
  );
  const count = ours.reduce((sum, each) => sum + each.length, 0);
  stage.expect(
    `the webstore heard of each order by signed webhooks (${count}): refused, accepted, shipped`,
    ours.every((each) => each.length >= 3 && each.every(({ verified }) => verified)),
    ours.map((each) => each.length),
  );
};
