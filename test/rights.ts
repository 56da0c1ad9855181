import type { FunctionName } from '../infra/service-functions.ts';
import type { IndexName } from '../infra/service-table.ts';
import { type Nudge, type QueueName, queueNames, submissions } from '../shared/domain/ports/queues.ts';
import type { Change } from '../shared/domain/ports/table.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { Mail, SendMail } from '../shared/notices/mailer.ts';
import type { OrderingPorts } from '../shared/ordering/ports.ts';

/** A call that needs a right: what is done, and to what of several. */
type Call = string;

const rows = (
  ...verbs: readonly ('GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'DeleteItem')[]
): readonly Call[] => verbs.map((verb) => `dynamodb:${verb}`);
const lists = (...indexes: readonly IndexName[]): readonly Call[] => indexes.map((index) => `dynamodb:Query ${index}`);
const sends = (...queues: readonly QueueName[]): readonly Call[] => queues.map((queue) => `sqs:SendMessage ${queue}`);
const toSubmit = distributorSlugs.map(submissions);
const open = 'kms:Decrypt';

/** What each function may do, beside writing its log and taking from its own queue: exactly what it is seen to do. */
export const mayDo: Readonly<Record<FunctionName, readonly Call[]>> = {
  'serve-contract': [],
  'authorize-request': rows('GetItem'),
  'manage-settings': [
    ...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'),
    ...lists('byStore'),
    ...sends('webhook'),
    open,
    'kms:GenerateDataKeyWithoutPlaintext',
  ],
  'manage-orders': [
    ...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem'),
    ...lists('byStore', 'byStatus'),
    ...sends(...toSubmit, 'mail'),
  ],
  'drop-ship-items': [...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem'), ...sends(...toSubmit)],
  'fetch-offer': [...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem'), open],
  'manage-purchase-orders': [
    ...rows('GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'),
    ...lists('byStore', 'byStatus', 'byAttention'),
    ...sends('mail', 'webhook'),
  ],
  'submit-order': [
    ...rows('GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'),
    ...sends(...toSubmit, 'mail', 'webhook'),
    open,
  ],
  'sweep-tracking': [
    ...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'),
    ...sends('mail', 'webhook'),
    open,
  ],
  'send-notice': [
    ...rows('GetItem', 'BatchGetItem', 'Query', 'PutItem'),
    ...sends('mail', 'webhook'),
    open,
    'ses:SendEmail',
  ],
  'record-bounce': [...rows('GetItem', 'BatchGetItem', 'PutItem'), ...sends('webhook')],
  'poll-due': [...lists('byDue', 'byAttention'), ...sends(...queueNames)],
};

/** Every call that a function was seen to make in this file's tests. */
export const seen = new Map<FunctionName, Set<Call>>();

const see = (name: FunctionName, call: Call): void => {
  if (!mayDo[name].includes(call)) throw new Error(`AccessDenied: ${name} may not do ${call}`);
  const calls = seen.get(name) ?? new Set<Call>();
  seen.set(name, calls.add(call));
};

type Ports = Pick<OrderingPorts, 'table'> &
  Partial<Pick<OrderingPorts, 'queues' | 'vault'>> & { readonly sendMail?: SendMail };

const verbOf = (change: Change): Call => ('put' in change ? 'dynamodb:PutItem' : 'dynamodb:DeleteItem');

/**
 * The same ports for one function, whose calls are seen: each in the words of the right that it needs. Whatever the ports are
 * given later is asked.
 */
export const seenAs = <P extends Ports>(name: FunctionName, ports: P): P => {
  const table: Ports['table'] = {
    get: (key) => {
      see(name, 'dynamodb:GetItem');
      // What is read in the same moment is read together, but by who has a reader of single rows.
      if (name !== 'authorize-request') see(name, 'dynamodb:BatchGetItem');
      return ports.table.get(key);
    },
    query: (query) => {
      see(name, 'dynamodb:Query');
      return ports.table.query(query);
    },
    list: (query) => {
      see(name, `dynamodb:Query ${query.index}`);
      if (query.index !== 'byAttention') see(name, 'dynamodb:BatchGetItem');
      return ports.table.list(query);
    },
    due: (query) => {
      see(name, 'dynamodb:Query byDue');
      return ports.table.due(query);
    },
    write: (changes) => {
      for (const change of changes) see(name, verbOf(change));
      return ports.table.write(changes);
    },
  };
  const { queues, vault, sendMail } = ports;
  const sending = queues && {
    send: (queue: QueueName, ...rest: readonly [readonly Nudge[], number?]) => {
      see(name, `sqs:SendMessage ${queue}`);
      return (ports.queues ?? queues).send(queue, ...rest);
    },
  };
  const watched = vault && {
    seal: (...given: Parameters<typeof vault.seal>) => {
      see(name, 'kms:GenerateDataKeyWithoutPlaintext');
      see(name, 'kms:Decrypt');
      return (ports.vault ?? vault).seal(...given);
    },
    open: (...given: Parameters<typeof vault.open>) => {
      see(name, 'kms:Decrypt');
      return (ports.vault ?? vault).open(...given);
    },
    fingerprint: (...given: Parameters<typeof vault.fingerprint>) => {
      see(name, 'kms:Decrypt');
      return (ports.vault ?? vault).fingerprint(...given);
    },
  };
  const mailing =
    sendMail &&
    ((mail: Mail) => {
      see(name, 'ses:SendEmail');
      return sendMail(mail);
    });
  const ours = new Map<unknown, unknown>([
    ['table', table],
    ['queues', sending],
    ['vault', watched],
    ['sendMail', mailing],
  ]);
  return new Proxy(ports, { get: (target, part) => ours.get(part) ?? Reflect.get(target, part) });
};
