import { parseJson } from '../../../shared/distributors/body.ts';
import type {
  Client,
  Distributor,
  DistributorReply,
  DistributorRequest,
  OpenedAccount,
} from '../../../shared/distributors/distributor.ts';
import { credentialsOf } from './world.ts';

type Answer = Extract<DistributorReply, { kind: 'answer' }>;

/** An answer with a JSON body, as the client would hand it on. */
export const answer = (status: number, json: unknown, retryAfterSeconds: number | null = null): Answer => ({
  kind: 'answer',
  status,
  json,
  text: JSON.stringify(json) ?? '',
  retryAfterSeconds,
});

/** An answer as text; JSON only if it is some. */
export const textAnswer = (status: number, text: string): Answer => ({
  kind: 'answer',
  status,
  text,
  json: parseJson(text),
  retryAfterSeconds: null,
});

/** What to answer to which request, `POST /orders`, by path without the query; it throws on what it was not told. */
export type Script = Readonly<Record<string, DistributorReply | readonly DistributorReply[]>>;

/** A client that answers from a script, in order where there are several, and remembers what it was asked. */
const scripted = (script: Script): { readonly client: Client; readonly asked: DistributorRequest[] } => {
  const asked: DistributorRequest[] = [];
  const client: Client = async (request) => {
    const name = `${request.method} ${request.path}`;
    const before = asked.filter(({ method, path }) => `${method} ${path}` === name).length;
    asked.push(request);
    const told = script[name];
    const reply = Array.isArray(told) ? (told[before] ?? told.at(-1)) : told;
    if (reply === undefined) throw new Error(`nobody told this client what to answer to ${name}`);
    return reply;
  };
  return { client, asked };
};

/** An account that is answered from a script. */
export const scriptedAccount = (distributor: Distributor, script: Script) => {
  const { client, asked } = scripted(script);
  const account: OpenedAccount = { mode: 'live', credentials: credentialsOf(distributor), client };
  return { account, asked };
};
