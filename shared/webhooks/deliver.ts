import { Webhook } from 'standardwebhooks';
import type { Clock } from '../domain/ports/ports.ts';
import { secondsUntil } from '../domain/retry-after.ts';
import { seconds } from '../domain/time-limits.ts';
import type { Delivered, Delivery } from '../notices/delivery.ts';

/** What an answer says before its body. */
type Head = { readonly status: number; readonly retryAfter?: string | undefined };

/** One POST, as a port: the head of the answer. Rejects when there is none. It follows no redirect and reads no long answer. */
export type Post = (
  url: string,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly signal: AbortSignal },
) => Promise<Head>;

/**
 * Delivers one notice as Standard Webhooks says, signed with every secret that lives. Never throws: an address that must not
 * be reached, no connection, no answer in time and any status but 2xx and 410 have all failed.
 */
export const deliver =
  ({ post, clock }: { readonly post: Post; readonly clock: Clock }) =>
  async ({ url, id, body, secrets, correlationId }: Delivery): Promise<Delivered> => {
    if (secrets.length === 0)
      return { outcome: 'failed', status: null, reason: 'The store has no secret to sign with.' };
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'drop-ship',
      ...(correlationId === undefined ? {} : { 'x-correlation-id': correlationId }),
      ...signed(id, body, secrets, clock.now()),
    };
    const [call, alarm] = [new AbortController(), new AbortController()];
    const tooSlow: Delivered = { outcome: 'failed', status: null, reason: tooLate };
    const timeIsUp = clock.sleep(seconds.deliveryLimit * 1000, alarm.signal).then(
      () => tooSlow,
      () => tooSlow,
    );
    const answer = post(url, { headers, body, signal: call.signal }).then(
      (head) => judged(head, clock.now()),
      unreached,
    );
    const outcome = await Promise.race([answer, timeIsUp]);
    // With a reason of ours: without one an exception is made each time, with its stack.
    alarm.abort('over');
    call.abort();
    return outcome;
  };

const tooLate = `No answer within ${seconds.deliveryLimit} seconds.`;

const judged = ({ status, retryAfter }: Head, now: number): Delivered => {
  if (status >= 200 && status < 300) return { outcome: 'delivered', status };
  if (status === 410) return { outcome: 'gone', status };
  const retryAfterSeconds = isBusy(status) ? secondsUntil(retryAfter, now) : null;
  return {
    outcome: 'failed',
    status,
    reason: `Answered with status ${status}.`,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  };
};

/** Too much, or in trouble: it may say when it is over. */
const isBusy = (status: number): boolean => status === 429 || status >= 500;

/** An error of the network may hold the URL, and with it a secret of the store's: only its code is told. */
const unreached = (error: unknown): Delivered => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
  return { outcome: 'failed', status: null, reason: `Not reached: ${code}.` };
};

const signed = (
  id: string,
  body: string,
  secrets: readonly string[],
  now: number,
): Readonly<Record<string, string>> => {
  const at = new Date(now);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
};
