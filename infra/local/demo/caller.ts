import ky, { type KyInstance } from 'ky';
import * as v from 'valibot';

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

/** A caller for the service at this address. Throws when there is no local run. */
export const callerOf = async (url: string): Promise<Caller> => {
  const plain = ky.create({ throwHttpErrors: false, retry: 0, timeout: 120_000 });
  const { token, storeId } = v.parse(Greeting, (await ask(plain, `${url}/_local`, 'GET')).body);
  const http = plain.extend({ headers: { authorization: `Bearer ${token}` } });
  return { storeId, call: (method, path, json, headers) => ask(http, `${url}${path}`, method, json, headers) };
};
