import { once } from '../../domain/once.ts';
import type { Clock } from '../../domain/ports/ports.ts';
import type { Deliver } from '../../notices/delivery.ts';

/** Webhooks to the public internet; `loopback`: to this machine as well. */
export const webhooks = (clock: Clock, loopback: boolean): Deliver => {
  const deliver = once(async () => (await import('../../webhooks/public-deliver.ts')).publicDeliver(clock, loopback));
  return async (delivery) => (await deliver())(delivery);
};
