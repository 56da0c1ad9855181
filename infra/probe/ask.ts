import { connect } from '../../shared/distributors/client.ts';
import type {
  Adapter,
  ClientOptions,
  DistributorReply,
  DistributorRequest,
  OpenedAccount,
} from '../../shared/distributors/distributor.ts';
import type { Credentials } from '../../shared/domain/profile.ts';
import { instant, type Mode } from '../../shared/domain/vocabulary.ts';
import { Sentence } from '../command/sentence.ts';
import { compare, type Finding } from './compare.ts';
import { expectedOf } from './expected.ts';
import { shapeOf } from './redacted.ts';

/** One request and what came back, without a value. */
export type Answered = {
  readonly call: string;
  readonly status: number | null;
  /** Why there is no answer; null where there is one. */
  readonly trouble: string | null;
  readonly findings: readonly Finding[];
  readonly shape: unknown;
};

/** What our adapter made of the answers to one of its questions. */
type Verdict = { readonly question: string; readonly verdict: string };

export type Probed = { readonly answers: readonly Answered[]; readonly verdicts: readonly Verdict[] };

type Probe = {
  readonly distributor: Adapter;
  readonly mode: Mode;
  readonly credentials: Credentials;
  readonly options: ClientOptions;
  readonly partNumber: string;
  /** Orders are listed around this day; milliseconds since the epoch. */
  readonly around: number;
};

/** A part that nobody has, so that no order of those days may be that one. */
const noPart = 'PROBE-0';
/** A number that is no order's: the shape of a look-up that finds nothing is worth knowing too. */
const noOrder = 'PROBE-0-0-0-0';

/** Asks what can be asked without ordering anything, by the adapter's own calls: credentials, stock and price, orders of some days. */
export const probe = async ({
  distributor,
  mode,
  credentials,
  options,
  partNumber,
  around,
}: Probe): Promise<Probed> => {
  const answers: Answered[] = [];
  const asking = connect(options);
  const account: OpenedAccount = {
    mode,
    credentials,
    client: async (request) => {
      if (request.effect !== 'read') throw new Sentence('The probe was about to change something, and has stopped.');
      const reply = await asking(request);
      answers.push(answered(distributor, request, reply));
      return reply;
    },
  };
  const order = {
    poNumber: noOrder,
    orderNumbers: [noOrder],
    partNumber,
    quantity: 1,
    submittedAt: instant(around),
  };
  const now = options.clock.now();
  const verdicts = [
    ['credentials', (await distributor.verify(account, now)).verdict],
    ['stock and price', (await distributor.quote(account, { partNumber, quantity: 1 })).verdict],
    ['an order that there is not', (await distributor.find(account, { ...order, partNumber: noPart }, now)).verdict],
    ['orders of some days', (await distributor.track(account, [order], now)).verdict],
  ] as const;
  return { answers, verdicts: verdicts.map(([question, verdict]) => ({ question, verdict })) };
};

const answered = (distributor: Adapter, request: DistributorRequest, reply: DistributorReply): Answered => {
  const call = callOf(request);
  if (reply.kind !== 'answer') return { call, status: null, trouble: reply.reason, findings: [], shape: null };
  const expected = distributor.expectedOf(request);
  const isGood = reply.status >= 200 && reply.status < 300 && reply.json !== undefined;
  return {
    call,
    status: reply.status,
    trouble: reply.json === undefined ? `no JSON: ${reply.text.length} characters` : null,
    findings: isGood && expected !== null ? compare(reply.json, expectedOf(expected)) : [],
    shape: shapeOf(reply.json ?? null),
  };
};

/** The request without what it asks about: numbers of orders and parts stand in paths. */
const callOf = ({ method, path, query = [] }: DistributorRequest): string => {
  const type = query.find(([name]) => name === 'type')?.[1];
  const plain = path
    .split('/')
    .map((step) => (/^[a-z][a-z-]*$|^v\d$|^$/.test(step) ? step : '{…}'))
    .join('/');
  return `${method} ${plain || '/'}${type === undefined ? '' : ` type=${type}`}`;
};
