import { timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import * as v from 'valibot';
import type { Clock } from '../../../shared/domain/ports/ports.ts';

const Delivery = v.object({ headers: v.record(v.string(), v.string()), body: v.unknown(), verified: v.boolean() });
/** A webhook as it came, and whether its store's secret signed it. */
type Delivery = v.InferOutput<typeof Delivery>;

export type WebhookReceiver = {
  readonly deliveries: readonly Delivery[];
  /** From now on this secret must have signed what comes. */
  expect(secret: string): void;
  take(headers: Headers, body: string): Delivery;
};

/** A signature is good for five minutes on either side: what Standard Webhooks asks of a receiver. */
const tolerance = 5 * 60_000;

/** A webstore's end of the webhooks: checks each as a webstore should. With `dataDir` what it got outlives it, under this name. */
export function webhookReceiver(clock: Clock, dataDir: string | undefined, name = 'webhooks'): WebhookReceiver {
  const file = dataDir === undefined ? undefined : join(dataDir, `${name}.jsonl`);
  const deliveries: Delivery[] = file !== undefined && existsSync(file) ? readDeliveries(file) : [];
  let secret: string | undefined;
  return {
    deliveries,
    expect(given) {
      secret = given;
    },
    take(headers, body) {
      const verified = secret !== undefined && isSigned(secret, headers, body, clock.now());
      const delivery = { headers: Object.fromEntries(headers.entries()), body: parsed(body), verified };
      deliveries.push(delivery);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(delivery)}\n`);
      return delivery;
    },
  };
}

/** The library's own `verify` goes by the real time; this one goes by the local clock. */
function isSigned(secret: string, headers: Headers, body: string, now: number): boolean {
  const at = Number(headers.get('webhook-timestamp')) * 1000;
  if (!(Math.abs(now - at) <= tolerance)) return false;
  const right = Buffer.from(new Webhook(secret).sign(headers.get('webhook-id') ?? '', new Date(at), body));
  const given = (headers.get('webhook-signature') ?? '').split(' ').map((signature) => Buffer.from(signature));
  return given.some((signature) => signature.length === right.length && timingSafeEqual(signature, right));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Shown as it came.
    return body;
  }
}

const readDeliveries = (file: string): Delivery[] =>
  v.parse(
    v.array(Delivery),
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  );
