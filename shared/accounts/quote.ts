import type { Distributor, Distributors } from '../distributors/distributor.ts';
import type { AccountRow } from '../domain/account/account.ts';
import type { DistributorSettingsRow } from '../domain/account/store.ts';
import { modeOf } from '../domain/order/eligibility.ts';
import { withoutStop } from '../domain/sentence.ts';
import type { Offer } from '../domain/verdicts.ts';
import { type DistributorSlug, type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import { openAccount } from './open.ts';
import { pauseAccount, reserveAccount } from './schedule.ts';
import type { VerifyPorts } from './verify.ts';

export type QuotePorts = Omit<VerifyPorts, 'distributors'> & { readonly distributors: Distributors<'quote'> };

/** What was told of a part, and when; or, as a sentence, why nothing was. */
export type Quoted =
  | { readonly kind: 'told'; readonly offer: Offer; readonly at: Instant }
  | { readonly kind: 'not-told'; readonly message: string };

type Part = Parameters<Distributor['quote']>[1];
type Account = Parameters<typeof reserveAccount>[1];

/** Somebody looks at a dialog: longer than this nobody waits, turn and answer together. In milliseconds. */
const timeLimit = 5_000;
/** So much of it is left to the distributor, or it is not worth asking. */
const leastToAnswer = 500;

const notTold = (message: string): Quoted => ({ kind: 'not-told', message });

/**
 * Asks the distributor for a part's stock and price with the account of the mode that these settings, just read, are in. It orders
 * nothing, takes its turn in the account's bucket, obeys its pause and its stop, and is over after five seconds.
 */
export const quote = async (
  ports: QuotePorts,
  id: { readonly storeId: string; readonly distributor: DistributorSlug },
  settings: DistributorSettingsRow | null,
  part: Part,
): Promise<Quoted> => {
  const { profile, quote: ask } = ports.distributors[id.distributor];
  const deadline = ports.clock.now() + timeLimit;
  const account: Account = { ...id, mode: modeOf(settings) };
  const entered = settings === null ? {} : { settings };
  const opened = await openAccount(ports, account, deadline, { cutAtDeadline: true, ...entered });
  if (!opened.usable) return notTold(opened.reason);
  if (opened.stop !== null) return notTold(opened.stop);
  const busyUntil = await waitForTurn(ports, account, opened.schedule, deadline - leastToAnswer);
  if (busyUntil !== null) return notTold(`${profile.name} is not asked before ${busyUntil}: ask again then.`);
  const verdict = await ask(opened.account, part);
  switch (verdict.verdict) {
    case 'quoted':
      return { kind: 'told', offer: verdict.offer, at: instant(ports.clock.now()) };
    case 'credentials-refused':
      return notTold(`${profile.name} refused the ${account.mode} credentials: ${withoutStop(verdict.message)}.`);
    case 'no-answer':
      return notTold(verdict.reason);
    case 'not-taken':
      if (verdict.reason !== 'rate-limited') return notTold(`${profile.name} could not be asked.`);
      await pauseAccount(ports, account, verdict.retryAfterSeconds);
      return notTold(`${profile.name} does not want to be asked so often: ask again later.`);
  }
};

/** Null when it is this one's turn; else the time before which it will not be, too late for who waits. */
const waitForTurn = async (
  ports: QuotePorts,
  account: Account,
  schedule: AccountRow | undefined,
  latest: number,
): Promise<Instant | null> => {
  for (let known = schedule; ; known = undefined) {
    const turn = await reserveAccount(ports, account, { known });
    if (turn.granted) return null;
    const wait = milliseconds(turn.at) - ports.clock.now();
    if (ports.clock.now() + wait > latest) return turn.at;
    await ports.clock.sleep(Math.max(1, wait));
  }
};
