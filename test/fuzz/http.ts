import { router } from '../../infra/local/gateway/routing.ts';
import { startLocal } from '../../infra/local/run.ts';
import { routes } from '../../shared/contract/routes.ts';
import { settingsOf } from '../moto-hut.ts';
import { seededRandom } from '../simulation/search/seeded-random.ts';
import { judged, judgedLine, tryAgain } from './judge.ts';
import { type Asked, anyRequest, type Known, learn } from './request.ts';
import { hidden, hiddenInLogs, orderOf, others, own } from './stores.ts';
import { ids } from './values.ts';
import type { Finding, Outcome } from './world.ts';

/** How many keys take turns: one alone would meet its limit. */
const keyCount = 9;

const json = (text: string): ReturnType<typeof JSON.parse> => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The same requests over HTTP, against the whole service as `npm start` runs it. */
export const fuzzHttp = async (seed: number, requests: number): Promise<Outcome> => {
  const random = seededRandom(seed);
  const lines: string[] = [];
  await using local = disposable(await startLocal({ onLog: (_, line) => lines.push(line) }));
  const find = router(Object.keys(routes).map((routeKey) => ({ routeKey, target: routeKey })));
  const known: Known = new Map([
    ['orderId', [...ids]],
    ['itemId', [...ids]],
  ]);
  const findings: Finding[] = [];
  const statuses = new Map<number, number>();
  let tryAgains = 0;

  const ask = async ({ method, path, headers, raw }: Asked, token: string) => {
    const sent = {
      authorization: `Bearer ${token}`,
      ...(raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const response = await fetch(local.url + path, {
      method,
      headers: sent,
      ...(raw === undefined || method === 'GET' ? {} : { body: raw }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const put = (path: string, body: unknown) =>
    ask({ method: 'PUT', path, headers: {}, raw: JSON.stringify(body) }, local.token);
  const keyOf = async (storeId: string): Promise<string> => {
    const raw = JSON.stringify({ scopes: ['orders:read', 'orders:write', 'settings:write'] });
    return json((await ask({ method: 'POST', path: `/v1/stores/${storeId}/keys`, headers: {}, raw }, local.token)).text)
      .token;
  };
  for (const [storeId, store, sku] of [
    ['other', others, others.sku],
    ['moto-hut', { name: own.person, email: own.email, key: own.key }, 'SKU'],
  ] as const) {
    await put(`/v1/stores/${storeId}`, { name: storeId, serviceEmail: `${storeId}@example.com` });
    for (const slug of ['wps', 'automatic'] as const)
      await put(`/v1/stores/${storeId}/distributors/${slug}`, settingsOf(slug, { live: store.key }));
    await put(`/v1/stores/${storeId}/orders/1001`, orderOf({ name: store.name, email: store.email }, sku));
  }
  const tokens: string[] = [];
  for (let count = 0; count < keyCount; count += 1) tokens.push(await keyOf('moto-hut'));
  const [seen, inLogs] = [hidden([...tokens, local.token], false), hiddenInLogs([...tokens, local.token])];

  for (let step = 1; step <= requests; step += 1) {
    const asked = anyRequest(random, known, random.roll() < 0.9 ? 'moto-hut' : 'other');
    // Over HTTP a body of a GET or a header that is none cannot be sent at all.
    const headers = Object.fromEntries(Object.entries(asked.headers).filter(([, value]) => value.trim() !== ''));
    const quick = { ...asked, headers: { ...headers, ...('prefer' in headers ? { prefer: 'wait=0' } : {}) } };
    const wrong = (what: string) =>
      void findings.push({
        seed,
        step,
        asked: `${asked.method} ${asked.path} ${(asked.raw ?? '').slice(0, 300)}`,
        wrong: what,
      });
    const answer = await ask(quick, tokens[step % keyCount] ?? local.token);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (tryAgain(answer)) tryAgains += 1;
    const { pathname } = new URL(asked.path, local.url);
    if (!isLocal(pathname)) {
      const fault = judged(find(asked.method, pathname)?.routeKey ?? '$default', asked, answer, seen);
      if (fault !== null) wrong(fault);
      if (answer.status < 300) learn(known, json(answer.text));
    }
    for (const line of lines.splice(0)) {
      const shown = judgedLine(line, inLogs);
      if (shown !== null) wrong(`a log line ${shown}: ${line.slice(0, 200)}`);
    }
  }
  return { findings, statuses, tryAgains };
};

/** The console and the controls of the local run are no part of the contract. */
const isLocal = (pathname: string): boolean =>
  pathname === '/' || pathname.startsWith('/_local') || pathname.startsWith('/favicon');

const disposable = <T extends { stop(): Promise<void> }>(held: T): T & AsyncDisposable =>
  Object.assign(held, { [Symbol.asyncDispose]: () => held.stop() });
