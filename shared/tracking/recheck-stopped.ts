import type { OpenAccount } from '../accounts/open.ts';
import { amendAccount, pauseAccount, reserveAccount } from '../accounts/schedule.ts';
import type { AccountRow } from '../domain/account/account.ts';
import { oweEvent } from '../notices/owe.ts';
import type { TrackingPorts } from './ports.ts';
import { retryStopped, verifyIsDue } from './schedule.ts';
import { writeSchedule } from './write-schedule.ts';

type Usable = Extract<OpenAccount, { usable: true }>;

/**
 * An account whose credentials were refused: the store is told once, and once a day the distributor is asked, with a call that
 * orders nothing, whether they work again. True when they do: the stop is over.
 */
export const recheckStopped = async (ports: TrackingPorts, account: AccountRow, opened: Usable): Promise<boolean> => {
  const { stopped } = account;
  if (stopped === null) return true;
  const { storeId, distributor, mode } = account;
  await oweEvent(ports, {
    storeId,
    id: `${stopped.at}.${distributor}.${mode}.stopped`,
    type: 'account.stopped',
    orderId: null,
    poNumber: null,
    account: { distributor, mode },
    reason: stopped.message,
  });
  const works = verifyIsDue(account, ports.clock.now()) && (await asks(ports, account, opened));
  if (!works) await writeSchedule(ports, account, retryStopped);
  return works;
};

const asks = async (ports: TrackingPorts, account: AccountRow, opened: Usable): Promise<boolean> => {
  if (!(await reserveAccount(ports, account)).granted) return false;
  const answer = await ports.distributors[account.distributor].verify(opened.account, ports.clock.now());
  if (answer.verdict === 'not-taken' && answer.reason === 'rate-limited') {
    await pauseAccount(ports, account, answer.retryAfterSeconds);
  }
  if (answer.verdict !== 'ok') return false;
  await amendAccount(ports, account, (current) =>
    current.stopped?.credentialVersion === opened.credentialVersion ? { ...current, stopped: null } : null,
  );
  return true;
};
