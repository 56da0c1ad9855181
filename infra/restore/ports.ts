import * as v from 'valibot';
import { newId } from '../../shared/aws/system.ts';
import { distributors } from '../../shared/distributors/all.ts';
import { HostOverrides, hostsWith } from '../../shared/distributors/hosts.ts';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import type { Table } from '../../shared/domain/ports/table.ts';
import type { Vault } from '../../shared/domain/ports/vault.ts';
import type { OrderingPorts } from '../../shared/ordering/ports.ts';

type World = {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  /** JSON, as the stage's file has it. */
  readonly hosts: string;
};

const say = (event: string, fields: object = {}): void => console.error(event, JSON.stringify(fields));

/** The world of whoever reconciles a restored table: nothing is sent to a queue, for nobody works it off. */
export const reconcilingPorts = ({ table, vault, clock, hosts }: World): OrderingPorts => ({
  table,
  vault,
  clock,
  newId,
  queues: { send: async () => {} },
  distributors,
  hosts: hostsWith(v.parse(v.pipe(v.string(), v.parseJson(), HostOverrides), hosts)),
  fetch: globalThis.fetch,
  random: Math.random,
  log: { info: () => {}, warn: say, error: say },
  meter: () => {},
});
