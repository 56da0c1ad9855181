import ky, { type KyInstance } from 'ky';
import * as v from 'valibot';
import { Sentence } from '../../command/sentence.ts';

const Greeting = v.object({ token: v.string(), storeId: v.string(), now: v.string() });

type Answer = { readonly status: number; readonly body: unknown; readonly milliseconds: number };

/** Calls the service as the webstore's backend does, with the key that the local run hands out. */
export type Caller = {
  readonly storeId: string;
  call(method: string, path: string, json?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
};

const read = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

const ask = async (
  http: KyInstance,
  url: string,
  method: string,
  json?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const started = performance.now();
  const response = await http(url, { method, headers, ...(json === undefined ? {} : { json }) });
  const body = read(await response.text());
  return { status: response.status, body, milliseconds: performance.now() - started };
};

/** A caller for the service at this address. Says so when there is no local run. */
export const callerOf = async (address: string): Promise<Caller> => {
  const plain = ky.create({ throwHttpErrors: false, retry: 0, timeout: 120_000 });
  const url = URL.parse(address)?.href.replace(/\/$/, '');
  if (url === undefined || !url.startsWith('http')) {
    throw new Sentence(`${address} is no address: it looks like http://127.0.0.1:3000.`);
  }
  const answer = await ask(plain, `${url}/_local`, 'GET').catch((cause: unknown) => {
    throw new Sentence(`Nobody answers at ${url}: is \`npm start\` running there?`, { cause });
  });
  const greeting = v.safeParse(Greeting, answer.body);
  if (!greeting.success) throw new Sentence(`${url} answers, but is no local run: no \`npm start\` listens there.`);
  const { token, storeId } = greeting.output;
  const http = plain.extend({ headers: { authorization: `Bearer ${token}` } });
  return { storeId, call: (method, path, json, headers) => ask(http, `${url}${path}`, method, json, headers) };
};
