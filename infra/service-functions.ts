import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { HttpFunction } from '../shared/contract/routes.ts';
import { seconds } from '../shared/domain/time-limits.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { Config } from './config.ts';
import { ServiceFunction } from './service-function.ts';

/** How many messages of one queue are worked on at once, at most. */
export const atOnce = { submit: 20, sweep: 40, mail: 10, webhook: 20, bounce: 2 } as const;

export type FunctionName =
  | HttpFunction
  | 'authorize-request'
  | 'submit-order'
  | 'sweep-tracking'
  | 'send-notice'
  | 'record-bounce'
  | 'poll-due';

type Spec = {
  readonly seconds: number;
  readonly memory: number;
  /** Its share of the account's concurrency: what waits cannot use it all up, and what must run always can. */
  readonly reserved?: number;
  readonly nudgesItself?: boolean;
  /** It places orders: a new version of it gets a part of the work first, where the stage says so. */
  readonly placesOrders?: boolean;
  readonly hurts: string;
};

/** Below this quota nothing can be reserved: Lambda keeps 100 for all the others. */
const enoughToReserve = 1000;

/** Every function of the service: its time limit, its memory, and who is hurt when it fails. */
const specs: Readonly<Record<FunctionName, Spec>> = {
  'serve-contract': {
    seconds: 10,
    memory: 512,
    hurts: 'Callers cannot read the contract, or are told that the service is not alive.',
  },
  'authorize-request': { seconds: 10, memory: 512, reserved: 150, hurts: 'Every call of every store fails.' },
  // Verifying credentials waits for a distributor.
  'manage-settings': { seconds: 29, memory: 512, hurts: 'Stores cannot change their settings, keys or credentials.' },
  'manage-orders': {
    seconds: 15,
    memory: 512,
    hurts: 'Webstores cannot tell us of orders, so nobody can drop-ship them.',
  },
  // The longest that an HTTP API waits is 30 seconds; this one waits for a distributor's answer.
  'drop-ship-items': {
    seconds: 29,
    memory: 512,
    reserved: 200,
    placesOrders: true,
    hurts: 'People at the stores cannot place drop-ship orders.',
  },
  // It waits five seconds for a distributor.
  'fetch-offer': {
    seconds: 15,
    memory: 512,
    reserved: 50,
    hurts: 'People at the stores do not see stock and cost before they order.',
  },
  'manage-purchase-orders': { seconds: 15, memory: 512, hurts: 'Stores cannot see or settle their purchase orders.' },
  'submit-order': {
    seconds: seconds.submitLimit,
    memory: 512,
    reserved: distributorSlugs.length * atOnce.submit,
    placesOrders: true,
    nudgesItself: true,
    hurts: 'Orders are placed late, or wait in doubt for a look-up.',
  },
  'sweep-tracking': {
    seconds: seconds.sweepLimit,
    // Measured by `npm run bench -- tracking`: with less it is the processor that takes long, with more the waiting that costs.
    memory: 512,
    reserved: atOnce.sweep,
    nudgesItself: true,
    hurts: 'Customers hear late that their parcel is on its way.',
  },
  'send-notice': {
    seconds: seconds.noticeLimit,
    memory: 512,
    reserved: atOnce.mail + atOnce.webhook,
    nudgesItself: true,
    hurts: 'Customers and webstores are told late.',
  },
  'record-bounce': {
    seconds: 30,
    memory: 512,
    reserved: atOnce.bounce,
    hurts: 'Stores are not told which customers’ mails came back.',
  },
  'poll-due': {
    seconds: 50,
    memory: 512,
    // Its memory of what it has nudged is that of one instance.
    reserved: 1,
    hurts: 'Work that a queue has lost is not found again, so promises are kept late.',
  },
};

/** All functions, each from the file of its name in this folder. */
export function serviceFunctions(
  scope: Construct,
  props: { readonly config: Config; readonly folder: string },
): Readonly<Record<FunctionName, ServiceFunction>> {
  const make = (name: FunctionName): ServiceFunction => {
    const { seconds: limit, memory, reserved, nudgesItself = false, placesOrders = false, hurts } = specs[name];
    return new ServiceFunction(scope, name, {
      ...props,
      timeout: Duration.seconds(limit),
      memory,
      reserved: props.config.concurrency < enoughToReserve ? undefined : reserved,
      nudgesItself,
      placesOrders,
      hurts,
    });
  };
  return {
    'serve-contract': make('serve-contract'),
    'authorize-request': make('authorize-request'),
    'manage-settings': make('manage-settings'),
    'manage-orders': make('manage-orders'),
    'drop-ship-items': make('drop-ship-items'),
    'fetch-offer': make('fetch-offer'),
    'manage-purchase-orders': make('manage-purchase-orders'),
    'submit-order': make('submit-order'),
    'sweep-tracking': make('sweep-tracking'),
    'send-notice': make('send-notice'),
    'record-bounce': make('record-bounce'),
    'poll-due': make('poll-due'),
  };
}
