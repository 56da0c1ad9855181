import type { AccountRow } from '../../../shared/domain/account/account.ts';
import type { PurchaseOrderRow as Po } from '../../../shared/domain/purchase-order/purchase-order.ts';

/**
 * What a whole run of the proof must have seen, or it fails: a search that never comes to something proves nothing of it. Each is
 * recognised by what one write has made of one row.
 */
type Change<R> = { readonly before: R; readonly after: R };
type Milestone<R> = readonly [name: string, isSeen: (change: Change<R>) => boolean];

const moves =
  (from: Po['state'], to: Po['state'], and: (change: Change<Po>) => boolean = () => true) =>
  (change: Change<Po>): boolean =>
    change.before.state === from && change.after.state === to && and(change);
const stays = (state: Po['state'], and: (change: Change<Po>) => boolean) => moves(state, state, and);

/** What the write added to the history. */
const saying =
  (pattern: RegExp) =>
  ({ before, after }: Change<Po>): boolean =>
    after.history.slice(before.history.length).some(({ text }) => pattern.test(text));

const isPutOff = ({ before, after }: Change<Po>): boolean =>
  after.notBefore !== before.notBefore && after.missesInARow === before.missesInARow;
const hasMissed = ({ before, after }: Change<Po>): boolean => after.missesInARow > before.missesInARow;
const wasResend = ({ before }: Change<Po>): boolean => before.sends > 1;
const isAlreadyThere = ({ attention }: Po): boolean => attention?.reason === 'already-there';
const mayErase = ({ eraseAsked }: Po): boolean => eraseAsked === true;
const isErased = ({ before, after }: Change<Po>): boolean => mayErase(before) && after.erasedAt !== undefined;
const callerIsGone = ({ after: { call, doubtSince } }: Change<Po>): boolean =>
  call !== null && doubtSince !== null && Date.parse(doubtSince) - Date.parse(call.begunAt) > 130_000;
const asksAboutCancelled = ({ before, after }: Change<Po>): boolean =>
  before.attention === null && after.attention?.reason === 'order-cancelled';
const vanished = ({ shipments }: Po): number =>
  shipments.filter(({ goneAt, replaced }) => goneAt !== null && replaced !== true).length;

/** Every transition of an attempt, by how it comes about. */
const transitions: readonly Milestone<Po>[] = [
  ['begun', moves('claimed', 'calling')],
  ['put off until a pause is over', stays('claimed', isPutOff)],
  ['put off for want of a turn', stays('claimed', hasMissed)],
  ['accepted', moves('calling', 'accepted')],
  ['refused', moves('calling', 'refused')],
  ['not taken', moves('calling', 'claimed')],
  ['no answer: in doubt', moves('calling', 'in-doubt', saying(/gave no clear answer/))],
  ['the caller is gone: in doubt', moves('calling', 'in-doubt', callerIsGone)],
  [
    '“duplicate” to a first request, where nothing can be looked up: a person',
    moves('calling', 'needs-person', ({ before, after }) => isAlreadyThere(after) && before.sends === 1),
  ],
  ['found', moves('in-doubt', 'accepted')],
  ['absent too early to prove anything', stays('in-doubt', isPutOff)],
  ['absent once', stays('in-doubt', ({ before, after }) => before.absentAt === null && after.absentAt !== null)],
  ['a look-up without an answer', stays('in-doubt', hasMissed)],
  ['sent again after two proofs of absence', moves('in-doubt', 'claimed', ({ before }) => before.absentAt !== null)],
  ['sent again where that is the look-up', moves('in-doubt', 'claimed', ({ before }) => before.absentAt === null)],
  ['accepted when sent again', moves('calling', 'accepted', wasResend)],
  ['refused when sent again, and absent before', moves('calling', 'refused', wasResend)],
  [
    'refused when sent again: a person',
    moves('calling', 'needs-person', ({ after }) => after.attention?.reason === 'refused-on-resend'),
  ],
  ['the distributor has the number: a person', ({ after }) => isAlreadyThere(after)],
  ['differs: a person', ({ after }) => after.attention?.reason === 'differs'],
  ["someone else's: a person", ({ after }) => after.attention?.reason === 'someone-elses'],
  ['nobody can ask: a person', ({ after }) => after.attention?.reason === 'no-usable-credentials'],
  ['a late acceptance', ({ after }) => after.attention?.reason === 'duplicate-suspected'],
  ['resolved: it stands', moves('needs-person', 'accepted')],
  ['resolved: it was not placed', moves('needs-person', 'refused')],
  ['resolved: a refused one stands', moves('refused', 'accepted')],
  [
    'the customer is to be erased while in doubt',
    stays('in-doubt', ({ before, after }) => !mayErase(before) && mayErase(after)),
  ],
  ['erased once it was settled', isErased],
];

/** Each kind of giving up. */
const giveUps: readonly Milestone<Po>[] = [
  ['given up: no longer New', saying(/^Not placed: The order is .*no longer New/)],
  ['given up: the item was taken out', saying(/^Not placed: The webstore has taken the item out/)],
  ['given up: another mode', saying(/^Not placed: The account is no longer in/)],
  ['given up: erased', saying(/The customer's data was erased/)],
  [
    'given up: no usable credentials',
    moves('claimed', 'refused', ({ after }) => after.refusal?.code === 'bad-credentials'),
  ],
  ['given up: credentials changed since it was sent', saying(/needed: The credentials have changed since it was sent/)],
  ['given up: looked up twice, not found', saying(/needed: Looked up twice/)],
  ['given up: a day without an answer, sent', saying(/needed: A day has passed/)],
  ['given up: a day without an answer, never sent', saying(/^Not placed: A day has passed/)],
];

/** What becomes of an accepted order. */
const tracking: readonly Milestone<Po>[] = [
  ['a part has shipped', ({ before, after }) => before.progress === 'none' && after.progress === 'partly'],
  ['all has shipped', ({ before, after }) => before.progress !== 'shipped' && after.progress === 'shipped'],
  ['a number entered by hand', ({ after }) => after.shipments.some(({ source }) => source === 'person')],
  ['a number corrected', ({ after }) => after.shipments.some(({ corrects }) => corrects !== null)],
  ['a parcel vanished', ({ before, after }) => vanished(after) > vanished(before)],
  ['tracking stopped by hand', saying(/^Tracking was stopped by hand/)],
  ['tracking resumed', saying(/^Tracking goes on/)],
  ['cancelled by the webstore after it was accepted: a person', moves('accepted', 'accepted', asksAboutCancelled)],
  ['six weeks over', saying(/^Six weeks have passed/)],
];

const accounts: readonly Milestone<AccountRow>[] = [
  ['an account paused', ({ before, after }) => before.pausedUntil !== after.pausedUntil],
  ['an account stopped', ({ before, after }) => before.stopped === null && after.stopped !== null],
  ['a stop ended', ({ before, after }) => before.stopped !== null && after.stopped === null],
  ['a sweep cut', ({ before, after }) => cursorsOf(before) === 0 && cursorsOf(after) > 0],
  ['a cut sweep finished', ({ before, after }) => cursorsOf(before) > 0 && cursorsOf(after) === 0],
  ['a sweep failed', ({ before, after }) => after.failures > before.failures],
];
const cursorsOf = ({ cursors }: AccountRow): number => cursors.filter((cursor) => cursor !== null).length;

export const milestonesOf = { po: [...transitions, ...giveUps, ...tracking], account: accounts } as const;

export const milestones: readonly string[] = [...milestonesOf.po, ...milestonesOf.account].map(([name]) => name);
