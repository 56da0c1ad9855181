import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { HttpFunction } from '../shared/contract/routes.ts';
import { seconds } from '../shared/domain/time-limits.ts';
import type { Config } from './config.ts';
import { ServiceFunction } from './service-function.ts';

export type FunctionName =
  | HttpFunction
  | 'authorize-request'
  | 'submit-order'
  | 'sweep-tracking'
  | 'send-notice'
  | 'poll-due';

type Spec = { readonly seconds: number; readonly memory: number; readonly hurts: string };

/** Every function of the service: its time limit, its memory, and who is hurt when it fails. */
const specs: Readonly<Record<FunctionName, Spec>> = {
  'serve-contract': {
    seconds: 10,
    memory: 512,
    hurts: 'Callers cannot read the contract, or are told that the service is not alive.',
  },
  'authorize-request': { seconds: 10, memory: 512, hurts: 'Every call of every store fails.' },
  // Verifying credentials waits for a distributor.
  'manage-settings': { seconds: 29, memory: 512, hurts: 'Stores cannot change their settings, keys or credentials.' },
  'manage-orders': {
    seconds: 15,
    memory: 512,
    hurts: 'Webstores cannot tell us of orders, so nobody can drop-ship them.',
  },
  // The longest that an HTTP API waits is 30 seconds; this one waits for a distributor's answer.
  'drop-ship-items': { seconds: 29, memory: 512, hurts: 'People at the stores cannot place drop-ship orders.' },
  'manage-purchase-orders': { seconds: 15, memory: 512, hurts: 'Stores cannot see or settle their purchase orders.' },
  'submit-order': {
    seconds: seconds.submitLimit,
    memory: 512,
    hurts: 'Orders are placed late, or wait in doubt for a look-up.',
  },
  'sweep-tracking': {
    seconds: seconds.sweepLimit,
    // It waits for distributors most of its time.
    memory: 256,
    hurts: 'Customers hear late that their parcel is on its way.',
  },
  'send-notice': { seconds: seconds.noticeLimit, memory: 512, hurts: 'Customers and webstores are told late.' },
  'poll-due': {
    seconds: 50,
    memory: 512,
    hurts: 'Work that a queue has lost is not found again, so promises are kept late.',
  },
};

/** All functions, each from the file of its name in this folder. */
export function serviceFunctions(
  scope: Construct,
  props: { readonly config: Config; readonly folder: string },
): Readonly<Record<FunctionName, ServiceFunction>> {
  const make = (name: FunctionName): ServiceFunction => {
    const spec = specs[name];
    const timeout = Duration.seconds(spec.seconds);
    return new ServiceFunction(scope, name, { ...props, timeout, memory: spec.memory, hurts: spec.hurts });
  };
  return {
    'serve-contract': make('serve-contract'),
    'authorize-request': make('authorize-request'),
    'manage-settings': make('manage-settings'),
    'manage-orders': make('manage-orders'),
    'drop-ship-items': make('drop-ship-items'),
    'manage-purchase-orders': make('manage-purchase-orders'),
    'submit-order': make('submit-order'),
    'sweep-tracking': make('sweep-tracking'),
    'send-notice': make('send-notice'),
    'poll-due': make('poll-due'),
  };
}
